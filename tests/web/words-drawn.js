// A canvas that records the words drawn on it, and finds what they overlap.

import { core } from './core.js';

/** The width of a letter in pixels, at most, for text of 12 px. */
const [LETTER, HEIGHT] = [7, 11];
/**
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {Box & { text: string }} Word
 * @typedef {{ what: string, x: number, y: number, radius: number }} Mark in pixels
 */

/** A canvas that records only words, and where each was written. */
export function recorder() {
  /** @type {Word[]} */
  const words = [];
  const state = { textAlign: 'center' };
  const fillText = (
    /** @type {string} */ text,
    /** @type {number} */ x,
    /** @type {number} */ y,
  ) => {
    const width = LETTER * text.length;
    const part = { left: 0, right: 1, center: 0.5 }[state.textAlign] ?? 0.5;
    const left = x - part * width;
    words.push({ text, left, right: left + width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 });
  };
  const own = {
    fillText,
    measureText: (/** @type {string} */ text) => ({ width: LETTER * text.length }),
  };
  const context = new Proxy(state, {
    has: (_, name) => name !== 'drawImage',
    get: (_, name) => Reflect.get(own, name) ?? Reflect.get(state, name) ?? (() => {}),
    set: (_, name, value) => Reflect.set(state, name, value),
  });
  return { words, context: /** @type {any} */ (context) };
}

/** From a box to a place. @param {Box} box @param {number} x @param {number} y */
export const distance = ({ left, right, top, bottom }, x, y) =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/**
 * The overlaps of words, a sentence each.
 * @param {readonly Word[]} words @param {readonly Mark[]} marks @param {number} width of the canvas
 */
export const standsOn = (words, marks, width) =>
  words.flatMap((word, i) => [
    ...marks
      .filter(({ x, y, radius }) => distance(word, x, y) < radius)
      .map(({ what }) => `“${word.text}” on ${what}`),
    ...words
      .slice(0, i)
      .filter((other) => word.left < other.right && other.left < word.right)
      .filter((other) => word.top < other.bottom && other.top < word.bottom)
      .map((other) => `“${word.text}” on “${other.text}”`),
    ...(word.left < 0 || word.right > width ? [`“${word.text}” is cut off`] : []),
  ]);

/** @template T @param {readonly T[]} list @param {() => number} next */
export const pick = (list, next) => list[Math.floor(next() * list.length)];

/** Runs of a link, at random. @param {() => number} next @param {string} more of each */
export const someRuns = (next, more = '') =>
  Array.from({ length: 1 + Math.floor(6 * next()) }, () => {
    const { key } = pick(core.catalog.optimizers, next);
    return `&run=${key},lr:${10 ** (-2.5 * next())}${more}`;
  }).join('');
