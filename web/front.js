// The front page: what this is, three ways in, and a figure to touch. It is what the address alone opens.

import { html } from 'lit';
import { encodeExperiment } from './state/encode.js';
import { PLAIN_DRESS, undressed } from './state/page-keys.js';
import { splitQuery } from './state/query.js';
import { initialExperiment, LANGUAGES } from './state/schema.js';

/**
 * @typedef {import('./state/types.js').AnyExperiment} Experiment
 * @typedef {import('./core/index.js').Core} Core
 */

/** Whether an address asks for the front page: a page of its own, without any key. */
export const asksForFront = () =>
  parent === window && splitQuery(location.search).size + splitQuery(location.hash).size === 0;

/**
 * What its figure shows first, in the language and colours of what was shown before.
 * @param {Core} core @param {Pick<Experiment, 'lang'|'theme'>|null} before null: nothing
 * @returns {Experiment}
 */
export const frontFigure = ({ catalog }, before) => ({
  ...initialExperiment(catalog),
  ...PLAIN_DRESS,
  ...{ lang: before?.lang ?? '', theme: before?.theme ?? '' },
  ...{ layout: 'figure', controls: [catalog.optimizers[0].hypers[0].key], hide: ['share'] },
});

/** So many frames of the screen may a lab need until it is whole. */
const FRAMES = 100;

/**
 * Goes to where numbers are typed: below the lab, where a low window does not show it.
 * @param {import('./embed/lab-tag.js').LabTag} lab
 */
export async function goToCheck(lab) {
  const find = () =>
    /** @type {HTMLElement|null} */ (lab.renderRoot.querySelector('lab-own-numbers'));
  // The parts of a lab are drawn one after the other.
  for (let frame = 0; frame < FRAMES && !find(); frame++) await new Promise(requestAnimationFrame);
  const box = find();
  box?.scrollIntoView({ block: 'center', behavior: 'instant' });
  box?.focus();
}

const WAYS = /** @type {const} */ (['learn', 'try', 'check']);

/**
 * Where a way leads, as a query: to the course; to the lab, with what the figure shows; to its check.
 * @param {typeof WAYS[number]} way @param {Experiment} shown @param {Core} core
 */
function queryOf(way, shown, { catalog }) {
  const { lang, theme } = shown;
  const lab = way === 'learn' ? initialExperiment(catalog, 'course') : undressed(shown);
  const check = way === 'check' ? { check: true } : {};
  return encodeExperiment({ ...lab, lang, theme, ...check }, catalog);
}

/**
 * @param {() => Experiment} shown what the figure shows now @param {Core} core
 * @param {import('./i18n/index.js').I18n} i18n
 * @param {(query: string) => boolean} onEnter whether it could be entered without loading the page anew
 */
export function renderFront(shown, core, i18n, onEnter) {
  const way = (/** @type {typeof WAYS[number]} */ key) => {
    // The figure may have been touched since this was drawn.
    const freshen = (/** @type {Event} */ { currentTarget }) => {
      const query = queryOf(key, shown(), core);
      /** @type {HTMLAnchorElement} */ (currentTarget).href = `?${query}`;
      return query;
    };
    const enter = (/** @type {MouseEvent} */ event) => {
      const query = freshen(event);
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (onEnter(query)) event.preventDefault();
    };
    return html`<li><a href="?${queryOf(key, shown(), core)}" data-way=${key} @click=${enter}
        @pointerdown=${freshen} @focus=${freshen}>${i18n.t(`front.${key}`)}</a>
      <span>${i18n.t(`front.${key}Note`)}</span></li>`;
  };
  const other = LANGUAGES.find((each) => each !== i18n.lang) ?? '';
  const course = { ...initialExperiment(core.catalog, 'course'), lang: other };
  return html`<div class="front"><p>${i18n.t('front.line')}</p><ul>${WAYS.map(way)}</ul>
    <a class="front-other" lang=${other} hreflang=${other}
      href="?${encodeExperiment(course, core.catalog)}">${i18n.t('front.other')}</a></div>`;
}
