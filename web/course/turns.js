// The ways on and back: by beats where one is shown at a time, by chapters otherwise.

import { html } from 'lit';
import { scoreOf } from './score.js';
import { textIn } from './text.js';

/**
 * @typedef {import('./types.js').Chapter} Chapter
 *
 * @typedef {object} View what is asked of the course
 * @property {import('../i18n/index.js').I18n} i18n
 * @property {readonly Chapter[]} chapters
 * @property {boolean} isAlone
 * @property {boolean} isPaged
 * @property {ReturnType<typeof import('./where.js').placeIn>} place
 * @property {import('../labs/types.js').Slides} slides
 * @property {(at: string) => import('./predictions.js').Answer} answerAt
 * @property {() => void} print
 */

/** @param {View} view */
function renderByBeat({ i18n, isAlone, slides, place, chapters }) {
  const { chapter, order, index } = place;
  const button = (/** @type {'back'|'next'} */ act, /** @type {boolean} */ isOff) =>
    html`<button type="button" data-act="beat-${act}" aria-disabled=${isOff}
      @click=${() => !isOff && slides[act]()}>${i18n.t(`course.${act}`)}</button>`;
  const { length } = chapter.beats;
  const isFirst = index === 0 && (isAlone || order === 0);
  const isLast = index + 1 === length && (isAlone || order + 1 === chapters.length);
  const where = i18n.t('course.beat', { number: index + 1, count: length });
  return html`<footer class="turns">${button('back', isFirst)}
    <span class="soft">${where}</span>${button('next', isLast)}</footer>`;
}

/** How many of a chapter's predictions were right, once all have been answered. @param {View} view */
function renderScore(view) {
  const { right, of, done } = scoreOf(view);
  if (of < 2 || !done) return '';
  return html`<p class="score" role="status">${view.i18n.t('course.score', { right, count: of })}</p>`;
}

/** @param {View} view @param {import('./contents.js').LinkTo} linkTo */
export function renderTurns(view, linkTo) {
  if (view.isPaged) return renderByBeat(view);
  const { i18n, place, chapters, isAlone } = view;
  const [before, after] = isAlone ? [] : [-1, 1].map((by) => chapters[place.order + by]);
  const title = (/** @type {Chapter} */ { title }) => textIn(title, i18n.lang);
  return html`${renderScore(view)}
    <footer class="turns">${before ? linkTo(before, `← ${title(before)}`) : ''}
    <button type="button" data-act="print" @click=${() => view.print()}>${i18n.t('course.print')}</button>
    ${after ? linkTo(after, `${title(after)} →`) : ''}</footer>`;
}
