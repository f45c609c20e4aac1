// At which values of f the plane's contours are drawn.

/** Fills of a plane are at most this many, so that neighbours can be told apart. */
const MOST_LEVELS = 16;
/** Levels go by powers of ten when the high ground is this many times as high as the middle one. */
const STEEP = 3.2;
const NICE = [1, 2, 2.5, 5, 10];
/** Levels within a power of ten, where there is room for them. */
const HEADS = [[1, 2, 5], [1, 3], [1]];

/**
 * @typedef {object} Levels
 * @property {number[]} values of f, ascending
 * @property {'linear'|'log'} scale
 * @property {number} base what the powers of ten are counted from: the lowest value, or a round one just
 *   below
 */

/** @param {number} size */
function niceStep(size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * /** @type {number} */ (NICE.find((step) => step * power >= size * (1 - 1e-9)));
}

/**
 * Levels that show what there is to see: evenly spaced ones, so that steepness is how close the lines are, or
 * powers of ten above the lowest value where an even spacing would put all of them on the slopes.
 * @param {ArrayLike<number>} values f on a grid; not finite: not looked at
 * @param {number} [lowest] a value f is known to reach in view
 * @returns {Levels}
 */
export function contourLevels(values, lowest = Infinity) {
  const sorted = Float64Array.from(Array.prototype.filter.call(values, Number.isFinite)).sort();
  if (!sorted.length) return { values: [], scale: 'linear', base: 0 };
  const at = (/** @type {number} */ part) => sorted[Math.round(part * (sorted.length - 1))];
  const base = Math.min(at(0), lowest);
  const [middle, high] = [at(0.5) - base, at(0.98) - base];
  if (!(high > 0)) return { values: [], scale: 'linear', base };
  if (high <= STEEP * middle)
    return { values: evenLevels(base, at(0.98), at(1)), scale: 'linear', base };
  const low = Math.max(at(0.015) - base, high * 1e-9);
  const from = roundBelow(base, low);
  return { values: powerLevels(from, low, at(1) - from), scale: 'log', base: from };
}

/**
 * The next multiple of a power of ten, so that levels have short names: 0 for 0.0108 by 2.
 * @param {number} value @param {number} size
 */
function roundBelow(value, size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return Number((Math.floor(value / power) * power).toPrecision(12));
}

/** @param {number} low @param {number} usual @param {number} high */
function evenLevels(low, usual, high) {
  const step = niceStep((usual - low) / (MOST_LEVELS - 4));
  const first = Math.floor(low / step) + 1;
  const count = Math.min(MOST_LEVELS, Math.ceil(high / step) - first);
  return Array.from({ length: Math.max(count, 0) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** @param {number} base @param {number} low @param {number} high both above base */
function powerLevels(base, low, high) {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const heads = HEADS.find((each) => each.length * (to - from) <= MOST_LEVELS) ?? [1];
  const all = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    .flatMap((power) => heads.map((head) => Number(`${head}e${power}`)))
    .filter((size) => size >= low && size < high);
  const keep = Math.ceil(all.length / MOST_LEVELS);
  return all.filter((_, i) => i % keep === 0).map((size) => base + size);
}
