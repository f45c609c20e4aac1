// The course as slides: what a lecturer's keys do. A slide is a beat; before one is left whose question is
// open, its answer is told.

import { openNotes, showNotes } from './notes.js';
import { atOf } from './where.js';

/** Digits that follow each other as fast as this are one number. In ms. */
const TYPING = 900;

/**
 * @param {{ place: ReturnType<typeof import('./where.js').placeIn>, isAlone: boolean,
 *   chapters: readonly import('./types.js').Chapter[],
 *   tell: () => boolean, turn: (at: string) => void, isPresenting: boolean,
 *   figure: import('./figure.js').Figure, i18n: import('../i18n/index.js').I18n }} view
 */
export function slidesOf(view) {
  let typed = '';
  let typedMs = 0;
  const last = (/** @type {import('./types.js').Chapter} */ { beats }) => beats.length - 1;
  const goTo = (/** @type {number} */ order, /** @type {number} */ index) => {
    const chapter = view.chapters[order];
    if (chapter) view.turn(atOf(chapter, index));
  };
  return {
    next() {
      const { chapter, order, index } = view.place;
      if (view.isPresenting && view.tell()) return;
      if (index < last(chapter)) goTo(order, index + 1);
      else if (!view.isAlone) goTo(order + 1, 0);
    },
    back() {
      const { order, index } = view.place;
      if (index > 0) goTo(order, index - 1);
      else if (order > 0 && !view.isAlone) goTo(order - 1, last(view.chapters[order - 1]));
    },
    first: () => goTo(view.place.order, 0),
    last: () => goTo(view.place.order, last(view.place.chapter)),
    /** Opens the lecturer's window: now, while a key is pressed, or a browser refuses it. */
    notes() {
      openNotes();
      showNotes(view);
    },
    play: () => view.figure.lab?.player?.toggle(),
    /** A digit of a chapter's number. @param {string} digit */
    digit(digit) {
      const now = performance.now();
      typed = now - typedMs < TYPING ? typed + digit : digit;
      typedMs = now;
      goTo(Number(typed) - 1, 0);
    },
  };
}
