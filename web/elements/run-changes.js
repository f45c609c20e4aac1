// The changes of a run in mid-run, in its card: whether its sliders act from the step shown on, and a line
// for each change there is.

import { html } from 'lit';
import { changeWords } from '../i18n/sentences.js';
import { icon } from './icons.js';
import { fieldOf } from './lab-element.js';

/**
 * @typedef {object} ChangeActs
 * @property {(from: number, key: string, value: number) => void} hyperFrom sets a hyper from a step on
 * @property {(from: number) => void} unchange takes the change of a step back
 */

/**
 * @param {object} card
 * @param {readonly import('../state/types.js').Change[]} card.changes
 * @param {readonly import('../core/catalog.js').Param[]} card.params of the run's optimizer
 * @param {number} card.from the step after the one shown
 * @param {boolean} card.isPossible whether steps were taken and are left
 * @param {boolean} card.isHere @param {(isHere: boolean) => void} card.onHere
 * @param {boolean} card.isLocked @param {ChangeActs} card.act
 * @param {import('../i18n/index.js').I18n} i18n
 */
export function renderChanges(card, i18n) {
  const { changes, params, from, isPossible, isHere, onHere, isLocked, act } = card;
  const line = (/** @type {import('../state/types.js').Change} */ change) => {
    const words = changeWords(change, params, i18n);
    return html`<p class="change"><span>${words}</span><button type="button" class="icon"
      data-unchange=${change.from} ?disabled=${isLocked} aria-label="${i18n.t('runs.remove')}: ${words}"
      @click=${() => act.unchange(change.from)}>${icon('remove')}</button></p>`;
  };
  const choice = () => html`<div class="modifier"><label><input type="checkbox" data-act="here"
      .checked=${isHere} ?disabled=${isLocked}
      @change=${(/** @type {Event} */ event) => onHere(fieldOf(event).checked)}>
      <span>${i18n.t('runs.here', { t: i18n.n(from, 9) })}</span></label>${
        isHere ? html`<p class="note">${i18n.t('runs.hereNote')}</p>` : ''
      }</div>`;
  return html`${isPossible ? choice() : ''}${changes.map(line)}`;
}
