// What is shared of an experiment: its address, and the frame that shows it on another page.

import { encodeExperiment } from './encode.js';
import { undressed } from './page-keys.js';

/**
 * @typedef {import('./types.js').AnyExperiment} AnyExperiment
 *
 * @typedef {object} Sharing what the sharer chose
 * @property {'start'|'step'|'here'} opens at step 0, at the step shown, or with the point shown as its start
 * @property {string} lang "" for the reader's own @property {string} theme "" for the reader's own
 * @property {readonly string[]} hide @property {readonly string[]} lock
 */

/** An iframe's size when nothing else is asked for. */
export const FRAME = Object.freeze({ width: '100%', height: '560' });
/** Wider and higher frames help nobody. */
const MOST_PIXELS = 4000;

/**
 * The experiment as it is to be opened.
 * @param {AnyExperiment} experiment
 * @param {Sharing} sharing
 * @param {readonly number[]|undefined} point the one shown; undefined where there is none to start from
 * @returns {AnyExperiment}
 */
export function experimentToShare(experiment, { opens, lang, theme, hide, lock }, point) {
  const shared = { ...undressed(experiment), lang, theme, hide, lock };
  if (opens === 'here' && point?.every(Number.isFinite))
    return { ...shared, start: [...point], t: 0 };
  return opens === 'step' || !('t' in experiment) ? shared : { ...shared, t: 0 };
}

/** Addresses that lead to the reader's own computer. */
const OWN_COMPUTER = /^https?:\/\/(localhost|[^/:]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?\//;

/**
 * Where a link leads, without its query.
 * @param {string} href of the page
 * @returns {{ base: string, isLocal: boolean }} isLocal: the address works on this computer only, or there is
 *   none
 */
export function linkBase(href) {
  const [base] = href.split(/[?#]/);
  return { base, isLocal: !/^https?:/.test(href) || OWN_COMPUTER.test(`${base}/`) };
}

/**
 * @param {string} base @param {AnyExperiment} experiment
 * @param {import('../core/catalog.js').Catalog} catalog
 */
export const linkTo = (base, experiment, catalog) =>
  `${base}?${encodeExperiment(experiment, catalog)}`;

/** A text within quotes in HTML. @param {string} text */
export const escapeAttribute = (text) =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/&#38;/g, '&amp;');

/**
 * A width or height as an iframe takes it: pixels, or a width in percent; undefined for anything else.
 * @param {string} text @param {boolean} [mayBePart] whether percents are allowed
 */
export function frameSize(text, mayBePart = false) {
  const [, digits, unit] = /^(\d{1,4})\s*(px|%)?$/.exec(text.trim()) ?? [];
  const isPart = unit === '%';
  const size = Number(digits);
  if (!(size >= 1 && size <= (isPart ? 100 : MOST_PIXELS)) || (isPart && !mayBePart))
    return undefined;
  return isPart ? `${size}%` : String(size);
}

/**
 * The code that puts a lab into a page. Editors that keep few attributes leave src, width, height and title,
 * which are enough.
 * @param {{ link: string, width: string, height: string, title: string }} frame
 */
export const frameCode = ({ link, width, height, title }) =>
  `<iframe src="${escapeAttribute(link)}"${sizeOf(width, height)} title="${escapeAttribute(title)}" ` +
  'style="border:0" loading="lazy" allow="clipboard-write; fullscreen"></iframe>';

/** @param {string} width @param {string} height */
const sizeOf = (width, height) =>
  ` width="${escapeAttribute(width)}" height="${escapeAttribute(height)}"`;
