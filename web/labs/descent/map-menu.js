// The menus among the tools of the map.

import { html } from 'lit';
import { fieldOf } from '../../elements/lab-element.js';
import { MAP_SHOWS, MAP_TOLERANCE, withMap, withShow } from '../../state/map.js';

const TOLERANCES = [1e-6, 1e-4, 1e-3, 1e-2, 1e-1];

/**
 * @param {string} act @param {string} words @param {string[][]} choices values and names
 * @param {string|undefined} now @param {(value: string) => void} choose
 * @param {boolean} [isIdle] it means nothing now
 */
export const renderMenu = (act, words, choices, now, choose, isIdle) =>
  html`<label class="map-choice"><span>${words}</span><select data-act=${act} ?disabled=${isIdle}
    @change=${(/** @type {Event} */ event) => choose(fieldOf(event).value)}>${choices.map(
      ([value, name]) => html`<option value=${value} ?selected=${value === now}>${name}</option>`,
    )}</select></label>`;

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {(next: (experiment: Experiment) => Experiment) => void} Change
 */

/**
 * What the pixels show.
 * @param {Experiment} experiment @param {Change} change
 * @param {import('../../core/catalog.js').Catalog} catalog @param {I18n} i18n
 */
export function renderShow({ map }, change, catalog, { t }) {
  const choices = MAP_SHOWS.map((show) => [show, t(`map.show.${show}`)]);
  const choose = (/** @type {string} */ show) => change((e) => withShow(e, show, catalog));
  return renderMenu('map-show', t('map.show'), choices, map?.show, choose);
}

/** How near is there. @param {Experiment} experiment @param {Change} change @param {I18n} i18n */
export function renderTolerance({ map }, change, { t, n }) {
  const { tolerance: now = MAP_TOLERANCE.preset, show = '' } = map ?? {};
  const numbers = [...new Set([...TOLERANCES, now])].sort((a, b) => a - b);
  const choices = numbers.map((each) => [String(each), n(each)]);
  const choose = (/** @type {string} */ text) =>
    change((e) => withMap(e, { tolerance: Number(text) }));
  const isIdle = show === 'fate' || show === 'orbit';
  return renderMenu('map-tolerance', t('map.tolerance'), choices, String(now), choose, isIdle);
}
