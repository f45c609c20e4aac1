// How much each past value counts in an average, over gaps too.

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {{ key: string, params: Record<string, number> }} Smoother
 */

/**
 * Whether an average goes on after gaps of the series: then its weights depend on where they are.
 * @param {Smoother} smoother
 * @param {readonly number[]} seen the values up to the place shown
 * @param {Core} core
 */
function spansGaps(smoother, seen, core) {
  if (!seen.some(Number.isNaN)) return false;
  return !Number.isNaN(core.smooth(smoother, seen)[seen.length - 1]);
}

/**
 * The weights of the last values in the average at place t. An average is linear in the values: a value's
 * weight is the average of a series in which it is 1 and the others are 0.
 * @param {Smoother} smoother @param {readonly number[]} values @param {number} t from 1
 * @param {number} count of the last values at most @param {Core} core
 * @returns {Float64Array}
 */
export function lastWeights(smoother, values, t, count, core) {
  const seen = values.slice(0, t);
  const first = Math.max(0, t - count);
  if (!spansGaps(smoother, seen, core)) return core.weights(smoother, t).subarray(first);
  const zeros = seen.map((value) => (Number.isNaN(value) ? value : 0));
  return Float64Array.from(seen.slice(first), (value, i) =>
    Number.isNaN(value) ? 0 : core.smooth(smoother, zeros.with(first + i, 1))[t - 1],
  );
}

/**
 * What all weights sum to at place t.
 * @param {Smoother} smoother @param {readonly number[]} values @param {number} t @param {Core} core
 */
export function weightSum(smoother, values, t, core) {
  const seen = values.slice(0, t);
  if (!spansGaps(smoother, seen, core))
    return core.weights(smoother, t).reduce((total, weight) => total + weight, 0);
  const ones = seen.map((value) => (Number.isNaN(value) ? value : 1));
  return core.smooth(smoother, ones)[t - 1];
}
