// The ways on and back: by beats where one is shown at a time, by chapters otherwise.

import { html } from 'lit';
import { CHAPTERS } from './chapters.js';
import { textIn } from './text.js';

/**
 * @typedef {import('./types.js').Chapter} Chapter
 *
 * @typedef {object} View what is asked of the course
 * @property {import('../i18n/index.js').I18n} i18n
 * @property {import('./keys.js').CourseExperiment} experiment
 * @property {boolean} isPaged
 * @property {ReturnType<typeof import('./where.js').placeIn>} place
 * @property {import('../labs/types.js').Slides} slides
 * @property {() => void} print
 */

/** @param {View} view */
function renderByBeat({ i18n, experiment, slides, place }) {
  const { chapter, order, index } = place;
  const button = (/** @type {'back'|'next'} */ act, /** @type {boolean} */ isOff) =>
    html`<button type="button" data-act="beat-${act}" aria-disabled=${isOff}
      @click=${() => !isOff && slides[act]()}>${i18n.t(`course.${act}`)}</button>`;
  const { length } = chapter.beats;
  const isFirst = index === 0 && (experiment.embed || order === 0);
  const isLast = index + 1 === length && (experiment.embed || order + 1 === CHAPTERS.length);
  const where = i18n.t('course.beat', { number: index + 1, count: length });
  return html`<footer class="turns">${button('back', isFirst)}
    <span class="soft">${where}</span>${button('next', isLast)}</footer>`;
}

/** @param {View} view @param {import('./contents.js').LinkTo} linkTo */
export function renderTurns(view, linkTo) {
  if (view.isPaged) return renderByBeat(view);
  const { i18n, place } = view;
  const [before, after] = [CHAPTERS[place.order - 1], CHAPTERS[place.order + 1]];
  const title = (/** @type {Chapter} */ { title }) => textIn(title, i18n.lang);
  return html`<footer class="turns">${before ? linkTo(before, `← ${title(before)}`) : ''}
    <button type="button" data-act="print" @click=${() => view.print()}>${i18n.t('course.print')}</button>
    ${after ? linkTo(after, `${title(after)} →`) : ''}</footer>`;
}
