// A beat as it is read: its text, and its question. What comes after an open question would give its answer
// away, so that it is veiled until the reader goes there.

import { html } from 'lit';
import { answered, told } from './predictions.js';
import { renderQuestion } from './question.js';
import { rich, textIn } from './text.js';
import { atOf } from './where.js';

/**
 * @typedef {import('./types.js').Beat} Beat
 * @typedef {import('./types.js').Chapter} Chapter
 *
 * @typedef {object} View what is asked of the course
 * @property {import('../i18n/index.js').I18n} i18n
 * @property {boolean} isPaged
 * @property {ReturnType<typeof import('./where.js').placeIn>} place
 * @property {Record<string, number>} places
 * @property {(at: string) => import('./predictions.js').Answer} answerAt
 * @property {import('./fog.js').Fog} fog
 * @property {(beat: Beat, at: string) => boolean} isAsked
 * @property {(at: string, answer: import('./predictions.js').Answer) => void} set
 * @property {(at: string) => void} go
 * @property {(at: string) => void} turn
 */

/**
 * The first beat after the one shown, where that has an open question; Infinity: nothing is veiled.
 * @param {View} view
 */
function veiledFrom({ place, isPaged, isAsked }) {
  const { beat, chapter, index } = place;
  return !isPaged && isAsked(beat, atOf(chapter, index)) ? index + 1 : Number.POSITIVE_INFINITY;
}

/** @param {View} view @param {Beat} beat @param {string} at */
function renderAsked(view, { predict }, at) {
  if (!predict) return '';
  const asked = {
    ...{ predict, answer: view.answerAt(at), place: view.places[at] ?? Number.NaN },
    onAnswer: (/** @type {number} */ given) =>
      view.set(at, answered(predict, view.answerAt(at), given)),
    onPlace: (/** @type {number} */ place) => {
      view.places = { ...view.places, [at]: place };
    },
    look: predict.kind === 'place' && predict.looks ? view.fog.renderLook(at, predict.looks) : '',
    onTell: () => view.set(at, told(view.answerAt(at))),
  };
  return renderQuestion(asked, view.i18n);
}

/** @param {View} view @param {Chapter} chapter @param {Beat} beat @param {number} index */
export function renderBeat(view, chapter, beat, index) {
  const { i18n, place, isPaged } = view;
  const at = atOf(chapter, index);
  const isHere = index === place.index;
  if (isPaged && !isHere) return '';
  const label = i18n.t('course.beat', { number: index + 1, count: chapter.beats.length });
  const veiled = veiledFrom(view);
  const isVeiled = index >= veiled;
  const here = () => !isHere && !isVeiled && view.go(at);
  const skip = (/** @type {Event} */ event) => {
    event.stopPropagation();
    view.turn(at);
  };
  const looks = `${isHere ? 'is-here' : ''} ${isVeiled ? 'is-veiled' : ''}`;
  return html`<section class="beat ${looks}" data-beat=${index} aria-label=${label}
    @click=${here} @focusin=${here}>${
      index === veiled
        ? html`<button type="button" class="tell skip" data-act="skip"
            @click=${skip}>${i18n.t('course.skip')} ↓</button>`
        : ''
    }<p>${rich(textIn(beat.text, i18n.lang))}</p>${renderAsked(view, beat, at)}</section>`;
}
