// Six questions on the lecture, each with a live figure. Data only.

import { BEST_OPTIMIZER, NON_CONVEX_LOSS, WEIGHT_RECORD } from './quiz-models.js';
import { CREEP_AND_SWING, GROWING_JUMPS, STEEPER_FUNCTION } from './quiz-rates.js';

/**
 * @typedef {import('./presets.js').Words} Words
 *
 * @typedef {object} Option
 * @property {string} key
 * @property {Words} text
 * @property {Words} reply what is wrong (or right) about choosing it
 *
 * @typedef {object} Question
 * @property {string} key never changed once released: course platforms keep answers under it
 * @property {Words} topic two or three words
 * @property {Words} prompt
 * @property {string} figure the link of the live figure: the whole experiment, neither language nor theme
 * @property {Words} attempt what to try in the figure
 * @property {readonly Option[]} options
 * @property {string} answer the key of the right option
 * @property {Words} why the explanation, shown after any answer
 */

/** @type {readonly Question[]} */
export const QUIZ = [
  NON_CONVEX_LOSS,
  WEIGHT_RECORD,
  BEST_OPTIMIZER,
  STEEPER_FUNCTION,
  GROWING_JUMPS,
  CREEP_AND_SWING,
];
