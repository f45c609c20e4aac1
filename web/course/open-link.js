// The way from the course to the lab, with what the figure shows.

import { html } from 'lit';
import { decodeExperiment } from '../state/decode.js';
import { onPageOf, PLAIN_DRESS } from '../state/page-keys.js';

/**
 * @typedef {object} View what is asked of the course
 * @property {import('../core/index.js').Core} core @property {import('../i18n/index.js').I18n} i18n
 * @property {import('./keys.js').CourseExperiment} experiment
 * @property {string} home
 * @property {import('./figure.js').Figure} figure
 * @property {boolean} isPresenting
 * @property {(change: () => import('../state/types.js').AnyExperiment) => unknown} change
 */

/** @param {View} view @param {import('./types.js').Beat} beat the one shown */
export function renderOpen(
  { i18n, core, experiment, home, figure, isPresenting, change },
  { query },
) {
  if (isPresenting) return '';
  const open = (/** @type {MouseEvent} */ event) => {
    if (experiment.embed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const next = decodeExperiment(figure.query(core), '', core).experiment;
    change(() => onPageOf({ ...next, ...PLAIN_DRESS }, experiment));
  };
  return html`<a href="${home}?${query}" target=${experiment.embed ? '_blank' : '_self'}
    rel="noopener" @click=${open}>${i18n.t('course.open')}</a>`;
}
