// What can be done with the card of a run or of an average.

import { html } from 'lit';
import { icon } from './icons.js';

/**
 * @typedef {object} CardActs
 * @property {() => void} select @property {() => void} remove
 * @property {() => void} hide hides it, or shows it again
 * @property {(() => void)|undefined} duplicate undefined: there is no room for another
 */

/**
 * @param {object} card
 * @param {'runs'|'smoothing'} card.words where the sentences of its buttons stand
 * @param {string} card.name @param {boolean} card.isHidden @param {boolean} card.isSingle
 * @param {boolean} card.isLocked @param {CardActs} card.act
 * @param {import('../i18n/index.js').I18n} i18n
 */
export function renderCardTools({ words, name, isHidden, isSingle, isLocked, act }, i18n) {
  /** @param {string} glyph @param {string} key @param {() => void} press */
  const button = (glyph, key, press, isOff = false) => {
    const label = i18n.t(`${words}.${key}`);
    return html`<button type="button" class="icon" data-act=${glyph} title=${label}
      aria-label="${label}: ${name}" ?disabled=${isOff} @click=${press}>${icon(glyph)}</button>`;
  };
  return html`<span class="tools">
    ${button('duplicate', 'duplicate', () => act.duplicate?.(), isLocked || !act.duplicate)}
    ${isHidden ? button('hide', 'show', act.hide) : button('show', 'hide', act.hide)}
    ${button('remove', 'remove', act.remove, isSingle || isLocked)}</span>`;
}

/**
 * A click anywhere on a card selects it, except on its tools.
 * @param {Event} event @param {CardActs} act
 */
export function selectByClick(event, act) {
  const target = /** @type {Element} */ (event.target);
  if (!target.closest('.tools')) act.select();
}
