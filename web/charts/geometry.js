// The charts' arithmetic, as pure functions on plain numbers: what is visible, where, and how much of it to
// draw.

/** @typedef {[number, number]} Range from, to: from < to */

/**
 * The smallest range that holds all finite values, or undefined when there is none.
 * @param {ArrayLike<number>} values
 * @returns {Range|undefined}
 */
export function rangeOf(values) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : undefined;
}

/** The distance between two ticks, as a part of the range. */
const TICK = 0.1;

/**
 * The significant digits that tell the ticks of a range apart.
 * @param {Range} range
 */
export function digitsIn([from, to]) {
  const size = Math.max(Math.abs(from), Math.abs(to));
  const order = Math.floor(Math.log10(size)) - Math.floor(Math.log10((to - from) * TICK));
  return Number.isFinite(order) ? order + 1 : 0;
}

/**
 * The range widened by a part of its width on both sides; a range without width becomes one.
 * @param {Range} range
 * @param {number} part
 * @returns {Range}
 */
export function pad([from, to], part) {
  const width = to - from;
  const by = width > 0 ? width * part : Math.max(Math.abs(from) * part, 1e-6);
  return [from - by, to + by];
}

/** The room around what a view must show, as a part of half its width. */
const AROUND = 0.12;
/** Half a view's width is one of these times a power of ten: it stays when the start moves a little. */
const HALVES = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The part of an axis that an experiment is shown on: it holds the landmarks, the start, and the mirror image
 * of the start about their middle. The runs do not change it: if one leaves the view, the axis stays.
 * @param {{ start: number, landmarks: number[], box: Range }} scene landmarks: stationary points and kinks;
 *   box: shown when there are none, and a part of it when the start is on the only one
 * @returns {Range}
 */
export function chooseView({ start, landmarks, box }) {
  const [low, high] = rangeOf(landmarks) ?? [(box[0] + box[1]) / 2, (box[0] + box[1]) / 2];
  const middle = (low + high) / 2;
  const half = Math.max((high - low) / 2, Math.abs(start - middle)) || (box[1] - box[0]) / 20;
  const padded = half * (1 + AROUND);
  const power = 10 ** Math.floor(Math.log10(padded));
  const round = (HALVES.find((each) => each * power >= padded * (1 - 1e-9)) ?? 10) * power;
  const ends = [middle - round, middle + round].map((end) => Number(end.toPrecision(12)));
  return ends[0] < ends[1] ? /** @type {Range} */ (ends) : pad([start, start], 1e-6);
}

/**
 * The range of values to show of a function sampled in view: all of it, unless a few samples near a pole
 * would flatten the rest.
 * @param {ArrayLike<number>} values
 * @returns {Range}
 */
export function chooseHeight(values) {
  const sorted = Float64Array.from(Array.prototype.filter.call(values, Number.isFinite)).sort();
  if (!sorted.length) return [-1, 1];
  const at = (/** @type {number} */ part) => sorted[Math.round(part * (sorted.length - 1))];
  const [low, high] = [at(0.02), at(0.98)];
  const width = high - low;
  const bottom = sorted[0] >= low - 0.5 * width ? sorted[0] : low - 0.25 * width;
  const top = at(1) <= high + 0.5 * width ? at(1) : high + 0.25 * width;
  if (bottom === top) return [bottom - 1, top + 1];
  return [bottom - 0.08 * (top - bottom), top + 0.04 * (top - bottom)];
}

/**
 * The part of a segment inside a box, or undefined (Liang & Barsky, 1984). NaN: undefined.
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 * @param {{ left: number, right: number, top: number, bottom: number }} box
 * @returns {[number, number, number, number]|undefined}
 */
export function clipSegment(x0, y0, x1, y1, { left, right, top, bottom }) {
  let from = 0;
  let to = 1;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const edges = [
    [-dx, x0 - left],
    [dx, right - x0],
    [-dy, y0 - top],
    [dy, bottom - y0],
  ];
  for (const [p, q] of edges) {
    if (Number.isNaN(p) || Number.isNaN(q) || (p === 0 && q < 0)) return undefined;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  if (!(from <= to)) return undefined;
  return [x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy];
}

/**
 * The rows of a long column worth drawing: for each of `buckets` stretches its lowest and highest row, in
 * order, and always the first and the last. Rows that are not finite are kept where a stretch begins, to
 * break the line.
 * @param {ArrayLike<number>} values
 * @param {number} buckets
 * @returns {number[]} row numbers, ascending
 */
export function thinRows(values, buckets) {
  const n = values.length;
  if (n <= 4 * buckets) return [...Array(n).keys()];
  const rows = new Set([0, n - 1]);
  for (let b = 0; b < buckets; b++) {
    const [from, to] = [Math.floor((b * n) / buckets), Math.floor(((b + 1) * n) / buckets)];
    let low = from;
    let high = from;
    for (let i = from; i < to; i++) {
      if (values[i] < values[low]) low = i;
      if (values[i] > values[high]) high = i;
    }
    rows.add(low).add(high);
  }
  return [...rows].sort((a, b) => a - b);
}

/**
 * The rows of a path to draw: all of them; of a long path the latest rows, half of `most`, and every k-th row
 * before those. k is odd, so that a run that jumps to and fro at each step is still seen to do so. The first
 * and the last row are always there.
 * @param {number} last @param {number} most
 * @returns {number[]} ascending
 */
export function pathRows(last, most) {
  if (last < most) return [...Array(last + 1).keys()];
  const half = Math.floor(most / 2);
  const from = last - half;
  const stride = 2 * Math.ceil(from / half / 2) + 1;
  const rows = [];
  for (let row = 0; row < from; row += stride) rows.push(row);
  for (let row = from; row <= last; row++) rows.push(row);
  return rows;
}

/** Rows at the start of a run that tell how large its numbers usually are. */
const EARLY = 2;

/**
 * The range of a series plot's y axis. A run that blows up may not flatten the others: what is far larger
 * than the first rows leaves the plot, until the step shown has got there.
 * @param {ArrayLike<number>[]} columns
 * @param {'linear'|'log'} scale
 * @param {number} [t] the step shown
 * @returns {Range}
 */
export function seriesRange(columns, scale, t = 0) {
  const upTo = (/** @type {number} */ rows) =>
    columns.map((column) => Array.prototype.slice.call(column, 0, rows));
  const walked = () => upTo(Math.max(t + 1, EARLY));
  if (scale === 'log') return decades(columns, walked().flat());
  const whole = mergeRanges(columns.map(rangeOf)) ?? [0, 1];
  const early = rangeOf(upTo(EARLY).flat());
  const size = early ? Math.max(Math.abs(early[0]), Math.abs(early[1])) : 0;
  const isCalm = Math.max(Math.abs(whole[0]), Math.abs(whole[1])) <= 60 * size;
  const shown = isCalm || size === 0 ? whole : (rangeOf(walked().flat()) ?? whole);
  const [low, high] = pad(shown, 0.06);
  // The room around a line does not reach beyond 0 where no value does.
  if (shown[0] >= 0 && shown[1] > 0) return [Math.max(low, 0), high];
  return shown[1] <= 0 && shown[0] < 0 ? [low, Math.min(high, 0)] : [low, high];
}

/** The smallest of 1, 2 or 5 times a power of ten that is at least `least`. @param {number} least */
export function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}

/** About how many intervals between ticks an axis has. */
const STRETCHES = 6;

/**
 * The range with ends that are multiples of a round step, so that it stays the same while what it holds
 * changes a little.
 * @param {Range} range
 * @returns {Range}
 */
export function roundRange([from, to]) {
  const step = roundStep((to - from) / STRETCHES);
  const rounded = [Math.floor(from / step), Math.ceil(to / step)].map((n) =>
    Number((n * step).toPrecision(12)),
  );
  return rounded.every(Number.isFinite) ? /** @type {Range} */ (rounded) : [from, to];
}

/** @param {(Range|undefined)[]} ranges */
const mergeRanges = (ranges) => rangeOf(ranges.flatMap((range) => range ?? []));

/**
 * Whole powers of ten around the positive values; what has shrunk by more than 1e18 leaves the plot.
 * @param {ArrayLike<number>[]} columns @param {number[]} walked
 * @returns {Range}
 */
function decades(columns, walked) {
  const positive = (/** @type {ArrayLike<number>} */ values) =>
    Array.prototype.filter.call(values, (value) => value > 0);
  const [low, high] = mergeRanges(columns.map((column) => rangeOf(positive(column)))) ?? [1, 10];
  const usual = rangeOf(positive(walked))?.[0] ?? low;
  const bottom = Math.floor(Math.log10(Math.max(low, usual * 1e-18)));
  return [10 ** bottom, 10 ** Math.max(bottom + 1, Math.ceil(Math.log10(high)))];
}

/** The most powers of ten that are shown of values that shrink towards 0. */
const MOST_DECADES = 10;

/**
 * Whole powers of ten for values that start below `high` and shrink towards `low`.
 * @param {number} low @param {number} high
 * @returns {Range}
 */
export function decadesOf(low, high) {
  const top = high > 0 && Number.isFinite(high) ? Math.ceil(Math.log10(high)) : 0;
  const floor = low > 0 ? Math.floor(Math.log10(low)) : -Infinity;
  const bottom = Math.max(Math.min(floor, top - 1), top - MOST_DECADES);
  return [Number(`1e${bottom}`), Number(`1e${top}`)];
}

/**
 * Whether a column is constant at more steps than it changes, as a rate that is halved now and then, unlike
 * one that decays at each step.
 * @param {ArrayLike<number>} values not finite: not looked at
 */
export function isStepLike(values) {
  let [stays, moves] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    if (!Number.isFinite(values[i] - values[i - 1])) continue;
    if (values[i] === values[i - 1]) stays++;
    else moves++;
  }
  return moves > 0 && stays > moves;
}

/**
 * The corners of a line that holds row t's value from t − 1 to t.
 * @param {[number, number][]} points in order
 * @returns {[number, number][]}
 */
export const stairsOf = (points) =>
  points.flatMap(([x, y], i) =>
    i
      ? [
          [points[i - 1][0], y],
          [x, y],
        ]
      : [[x, y]],
  );

/**
 * The row a pointer means in a plot over t.
 * @param {number} value the t under the pointer
 * @param {number} last
 */
export const nearestRow = (value, last) => Math.min(last, Math.max(0, Math.round(value)));

/** The row whose number, of some that never fall, is nearest to a value. */
export function nearestTo(/** @type {number} */ value, /** @type {ArrayLike<number>} */ at) {
  let row = 0;
  while (row + 1 < at.length && at[row + 1] - value < value - at[row]) row++;
  return row;
}
