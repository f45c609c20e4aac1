// The modifiers of a run in its card: a switch for each, and its number where it is on.

import { html } from 'lit';
import './number-field.js';
import { fieldOf } from './lab-element.js';

/**
 * @typedef {object} ModifierActs
 * @property {(key: string, isOn: boolean) => void} modify switches a modifier on or off
 * @property {(key: string, value: number) => void} modifier sets its number
 */

/**
 * @param {object} card
 * @param {readonly import('../core/catalog.js').Modifier[]} card.modifiers those that the run can have
 * @param {Readonly<Record<string, number>>} card.numbers of those that are on
 * @param {(key: string) => boolean} card.isLocked @param {ModifierActs} card.act
 * @param {import('../i18n/index.js').I18n} i18n
 */
export function renderModifiers({ modifiers, numbers, isLocked, act }, i18n) {
  const one = (/** @type {import('../core/catalog.js').Modifier} */ modifier) => {
    const { key } = modifier;
    const isOn = Object.hasOwn(numbers, key);
    return html`<div class="modifier"><label><input type="checkbox" data-modifier=${key} .checked=${isOn}
        ?disabled=${isLocked(key)}
        @change=${(/** @type {Event} */ event) => act.modify(key, fieldOf(event).checked)}>
        <span>${i18n.name('modifiers', modifier)}</span></label>${
          isOn
            ? html`<lab-number .param=${modifier} .value=${numbers[key]} .i18n=${i18n}
        .locked=${isLocked(key)} .onChange=${(/** @type {number} */ value) => act.modifier(key, value)}
        ></lab-number><p class="note">${i18n.note('modifiers', modifier)}</p>`
            : ''
        }</div>`;
  };
  return modifiers.map(one);
}
