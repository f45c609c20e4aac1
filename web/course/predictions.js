// Whether a prediction is right, and what became of it. Pure functions: nothing is stored.

/**
 * @typedef {import('./types.js').Prediction} Prediction
 *
 * @typedef {object} Answer what the reader has said to a question so far
 * @property {readonly number[]} given wrong numbers, places or options
 * @property {boolean} isDone the answer is known
 * @property {boolean} isRight the reader had it
 */

/** A second try after the first; then the answer is told. */
export const TRIES = 2;

/** @type {Answer} */
export const UNASKED = Object.freeze({ given: [], isDone: false, isRight: false });

/** @param {number} value as it is written */
const digitsOf = (value) =>
  Math.abs(value).toExponential().replace(/e.*/, '').replace('.', '').length;

/**
 * A number is right in all of its digits, and has as many as are asked for: of 0.347 both 0.35 and 0.347 are
 * right where two are asked for, 0.354 is not, nor is 1.4 where it is 1.
 * @param {Prediction} predict @param {number} given a number, a place or an option's index
 */
export function isRight(predict, given) {
  const { kind, answer } = predict;
  if (kind === 'place') return Math.abs(given - answer) <= predict.within;
  if (kind === 'choice') return given === answer;
  const digits = Math.max(predict.digits, digitsOf(given));
  const rounded = (/** @type {number} */ value) => Number(value.toPrecision(Math.min(digits, 15)));
  return rounded(given) === rounded(answer);
}

/**
 * What has been said once the reader has said this, too. NaN changes nothing.
 * @param {Prediction} predict @param {Answer} before @param {number} given @returns {Answer}
 */
export function answered(predict, before, given) {
  if (before.isDone || Number.isNaN(given)) return before;
  if (isRight(predict, given)) return { ...before, isDone: true, isRight: true };
  const all = [...before.given, given];
  const most = predict.kind === 'choice' ? Math.min(TRIES, predict.options.length - 1) : TRIES;
  return { given: all, isDone: all.length >= most, isRight: false };
}

/** The answer told without a try. @param {Answer} before @returns {Answer} */
export const told = (before) => ({ ...before, isDone: true });
