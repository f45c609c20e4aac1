// What belongs to the page rather than to the experiment shown on it.

import { splitQuery } from './query.js';
import { flag } from './values.js';

/** @typedef {import('./types.js').PageFields} PageFields */

/** Every lab's experiment has these. */
export const PAGE_KEYS = /** @type {const} */ ([
  'lang',
  'theme',
  'embed',
  'layout',
  'controls',
  'hide',
  'lock',
]);

/** What they are where nothing is said. @type {Readonly<PageFields>} */
export const PLAIN_DRESS = Object.freeze({
  lang: '',
  theme: '',
  embed: false,
  layout: '',
  controls: [],
  hide: [],
  lock: [],
});

/** Whether it stands in a frame: as a link says, or as a figure. @param {PageFields} experiment */
export const isFramed = ({ embed, layout }) => embed || layout === 'figure';

/**
 * Without what a page shows of a lab and allows: all of the lab.
 * @template {PageFields} E
 * @param {E} experiment @returns {E}
 */
export const undressed = (experiment) => {
  const { lang, theme } = experiment;
  return { ...experiment, ...PLAIN_DRESS, lang, theme };
};

/**
 * The part of an experiment that belongs to its page.
 * @param {PageFields} experiment @returns {PageFields}
 */
export const dressOf = ({ lang, theme, embed, layout, controls, hide, lock }) => ({
  ...{ lang, theme, embed, layout, controls, hide, lock },
});

/**
 * Another experiment, as the page of the present one shows it.
 * @template {PageFields} E
 * @param {E} next @param {PageFields} present @returns {E}
 */
export const onPageOf = (next, present) => Object.freeze({ ...next, ...dressOf(present) });

/** Whether a link asks for presenting. @param {string} search @param {string} hash wins */
export function presents(search, hash) {
  const [text = '0'] = [hash, search].flatMap((part) => splitQuery(part).get('present') ?? []);
  return flag.read(text, false, () => {});
}
