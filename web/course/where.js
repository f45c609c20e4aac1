// Chapters and beats by what links say of them.

import { readPlace, writePlace } from './keys.js';

/** @typedef {import('./types.js').Chapter} Chapter */

/**
 * The chapter and beat that a link names: the first chapter where there is none of that key, the last beat
 * where there are not so many.
 * @param {readonly Chapter[]} chapters @param {string} at "momentum.3"
 */
export function placeIn(chapters, at) {
  const { chapter: key, beat: number } = readPlace(at) ?? { chapter: '', beat: 1 };
  const found = chapters.findIndex((each) => each.key === key);
  const order = Math.max(0, found);
  const chapter = chapters[order];
  const index = found < 0 ? 0 : Math.min(number, chapter.beats.length) - 1;
  return { order, chapter, index, beat: chapter.beats[index] };
}

/**
 * What links say of a beat. @param {Pick<Chapter, 'key'>} chapter @param {number} index from 0
 */
export const atOf = ({ key }, index) => writePlace({ chapter: key, beat: index + 1 });
