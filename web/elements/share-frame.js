// The part of the share dialog that makes the code of a frame: its size, what it hides and what it locks.

import { html } from 'lit';
import './copy-text.js';
import { experimentToShare, FRAME, frameCode, frameSize, linkTo } from '../state/share.js';
import { fieldOf } from './lab-element.js';

/**
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {import('./share-dialog.js').Shareable} Shareable
 * @typedef {import('./share-dialog.js').Choices} Choices
 * @typedef {(patch: Partial<Choices>) => void} Choose
 */

/**
 * One word of a list, as a box to tick.
 * @param {'hide'|'lock'} list @param {readonly string[]} words all of them, in the list's order
 * @param {Choices} choices @param {I18n} i18n @param {Choose} choose
 */
const renderList = (list, words, choices, i18n, choose) =>
  html`<fieldset><legend>${i18n.t(`share.${list}`)}</legend><div class="share-list">${words.map(
    (word) => html`<label class="choice"><input type="checkbox" data-list=${list} value=${word}
      .checked=${choices[list].includes(word)}
      @change=${(/** @type {Event} */ event) => {
        const others = choices[list].filter((each) => each !== word);
        choose({ [list]: fieldOf(event).checked ? [...others, word] : others });
      }}><span>${i18n.t(`${list}.${word}`)}</span></label>`,
  )}</div></fieldset>`;

/** @param {'width'|'height'} side @param {Choices} choices @param {I18n} i18n @param {Choose} choose */
function renderSize(side, choices, i18n, choose) {
  const isFine = frameSize(choices[side], side === 'width') !== undefined;
  return html`<label class="choice"><span>${i18n.t(`share.${side}`)}</span>
    <input type="text" size="6" data-choice=${side} aria-invalid=${!isFine} .value=${choices[side]}
      @input=${(/** @type {Event} */ event) => choose({ [side]: fieldOf(event).value })}></label>`;
}

/**
 * @param {Shareable} subject @param {Choices} choices @param {I18n} i18n @param {Choose} choose
 */
export function renderFrame(
  { experiment, parts, locks, point, base, isLocal, core, title },
  choices,
  i18n,
  choose,
) {
  const shared = { ...experimentToShare(experiment, choices, point), embed: true };
  const [width, height] = [frameSize(choices.width, true), frameSize(choices.height)];
  const code = frameCode({
    link: linkTo(base, shared, core.catalog),
    width: width ?? FRAME.width,
    height: height ?? FRAME.height,
    title: `${i18n.t('app.title')} – ${title}`,
  });
  const fault = width && height ? '' : html`<p>${i18n.t('share.size')}</p>`;
  return html`<div class="share-look">
      ${renderSize('width', choices, i18n, choose)}${renderSize('height', choices, i18n, choose)}
      <span class="own-error" role="status">${fault}</span></div>
    ${renderList('hide', parts, choices, i18n, choose)}
    ${renderList('lock', locks, choices, i18n, choose)}
    <lab-copy .label=${i18n.t('share.code')} .text=${code} .rows=${5} .i18n=${i18n}></lab-copy>
    ${isLocal ? html`<p class="note">${i18n.t('share.localFrame')}</p>` : ''}`;
}
