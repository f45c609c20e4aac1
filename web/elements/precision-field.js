// The choice of the number format that runs are computed in.

import { html } from 'lit';
import { withPrecision } from '../state/precision.js';
import { fieldOf } from './lab-element.js';

/** @typedef {import('../state/experiment.js').Experiment} Experiment */

/**
 * @param {object} panel
 * @param {import('../core/index.js').Core} panel.core
 * @param {Experiment} panel.experiment
 * @param {import('../i18n/index.js').I18n} panel.i18n
 * @param {(change: (e: Experiment) => Experiment) => void} panel.change
 * @param {boolean} isLocked
 */
export function precisionField({ core, experiment, i18n, change }, isLocked) {
  const { formats } = core.catalog;
  /** @type {import('../state/types.js').Precision} */
  const precision = experiment.precision ?? { format: formats[0].key };
  const set = (/** @type {object} */ part) =>
    change((e) => withPrecision(e, { ...precision, ...part }, core.catalog));
  const option = (/** @type {'stochastic'|'master'} */ key) => html`<label class="check">
    <input type="checkbox" data-key=${key} .checked=${Boolean(precision[key])} ?disabled=${isLocked}
      @change=${(/** @type {Event} */ event) => set({ [key]: fieldOf(event).checked })} />
    ${i18n.t(`precision.${key}`)}</label>`;
  const isWide = precision.format === formats[0].key;
  return html`<span class="group ${isWide ? 'rest' : ''}">
    <label class="precision">${i18n.t('precision.numbers')}
      <select data-key="precision" ?disabled=${isLocked}
        @change=${(/** @type {Event} */ event) => set({ format: fieldOf(event).value })}>${formats.map(
          ({ key }) =>
            html`<option value=${key} ?selected=${key === precision.format}>${key}</option>`,
        )}</select></label>
    ${isWide ? '' : [option('stochastic'), option('master')]}</span>`;
}
