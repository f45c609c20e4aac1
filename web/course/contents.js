// The chapters of the course, closed until they are wanted.

import { html } from 'lit';
import { CHAPTERS } from './chapters.js';
import { ALL, OTHERS } from './others.js';
import { NONE_YET } from './own-chapter.js';
import { rich, textIn } from './text.js';

/**
 * @typedef {import('./types.js').Chapter} Chapter
 * @typedef {(chapter: Chapter, words: unknown, isHere?: boolean) => unknown} LinkTo
 */

/**
 * Which chapter that is, in words.
 * @param {number} order from 0 @param {import('../i18n/index.js').I18n} i18n
 */
export function numberOf(order, i18n) {
  const count = CHAPTERS.length;
  if (order >= ALL.length) return i18n.t('course.own');
  if (order >= count) return i18n.t('course.others');
  return i18n.t('course.chapter', { number: order + 1, count });
}

/**
 * @param {string} number of the chapter shown @param {Chapter} shown @param {LinkTo} linkTo
 * @param {import('../i18n/index.js').I18n} i18n
 */
export function renderContents(number, shown, linkTo, i18n) {
  const row = (/** @type {Chapter} */ each) => {
    const idea = rich(textIn(each.idea, i18n.lang));
    const words = html`${textIn(each.title, i18n.lang)} <span>${idea}</span>`;
    return html`<li>${linkTo(each, words, each === shown)}</li>`;
  };
  const onKey = (/** @type {KeyboardEvent} */ { key, currentTarget }) => {
    if (key === 'Escape') /** @type {Element} */ (currentTarget).removeAttribute('open');
  };
  const name = i18n.t('course.contents');
  return html`<nav class="contents" aria-label=${name}><details @keydown=${onKey}>
    <summary title=${name}>${number}</summary><div class="chapters"><ol>${CHAPTERS.map(row)}</ol>
    <p class="soft">${i18n.t('course.others')}</p><ul>${OTHERS.map(row)}</ul>
    <p>${linkTo(NONE_YET, textIn(NONE_YET.title, i18n.lang))}</p></div></details></nav>`;
}
