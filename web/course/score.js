// What became of a chapter's predictions, and who is told of it.

import { atOf } from './where.js';

/**
 * @typedef {object} View what is asked of the course
 * @property {ReturnType<typeof import('./where.js').placeIn>} place
 * @property {(at: string) => import('./predictions.js').Answer} answerAt
 */

/** @param {Pick<View, 'place'|'answerAt'>} view @returns {import('../labs/types.js').Score} */
export function scoreOf({ place: { chapter }, answerAt }) {
  const asked = chapter.beats.flatMap(({ predict }, i) =>
    predict ? [answerAt(atOf(chapter, i))] : [],
  );
  const right = asked.filter(({ isRight }) => isRight).length;
  const done = asked.every(({ isDone }) => isDone);
  return { score: Math.round((100 * right) / (asked.length || 1)), right, of: asked.length, done };
}

/**
 * Tells whoever listens to the lab of an answer.
 * @param {Pick<View, 'place'|'answerAt'>} view @param {string} at the beat
 * @param {EventTarget} lab
 */
export function tellAnswer(view, at, lab) {
  const { beats } = view.place.chapter;
  const predict = beats.find((_, i) => atOf(view.place.chapter, i) === at)?.predict;
  const { given, isRight } = view.answerAt(at);
  const last = isRight ? predict?.answer : given.at(-1);
  const detail = { question: at, given: String(last ?? ''), isRight, ...scoreOf(view) };
  lab.dispatchEvent(new CustomEvent('answer', { detail }));
}
