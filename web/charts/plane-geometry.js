// The plane's arithmetic, as pure functions: which part of it is in view, and where things lie.

/**
 * @typedef {readonly number[]} Box x from, x to, y from, y to
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Area in pixels
 */

/** Units of x and y are drawn equally long unless one would then be this many times too small. */
const MOST_UNEQUAL = 4;
/** The widest and the narrowest view: beyond them digits are lost. */
const WIDEST = 1e9;
const NARROWEST = 1e-9;

/**
 * The box widened in one direction so that a circle is drawn as a circle.
 * @param {Box} box @param {number} width of the plot @param {number} height
 * @returns {[number, number, number, number]}
 */
export function fitBox([x0, x1, y0, y1], width, height) {
  const [perX, perY] = [width / (x1 - x0), height / (y1 - y0)];
  const ratio = perX / perY;
  if (!(ratio > 1 / MOST_UNEQUAL && ratio < MOST_UNEQUAL)) return [x0, x1, y0, y1];
  const per = Math.min(perX, perY);
  const [byX, byY] = [(width / per - (x1 - x0)) / 2, (height / per - (y1 - y0)) / 2];
  return [x0 - byX, x1 + byX, y0 - byY, y1 + byY];
}

/** A plot has at least this part of the width there is. */
const LEAST_WIDTH = 0.4;

/**
 * How wide a plot is to be so that it shows the box and not what lies beside it: the rest of the width stays
 * empty. A box that is not drawn to scale takes all.
 * @param {Box} box @param {number} width there is @param {number} height of the plot
 */
export function plotWidth([x0, x1, y0, y1], width, height) {
  const needed = (height * (x1 - x0)) / (y1 - y0);
  const least = LEAST_WIDTH * width;
  if (!(needed > least / MOST_UNEQUAL)) return width;
  return Math.min(width, Math.max(needed, least));
}

/**
 * The box seen `factor` times as large, with the place (x, y) where it was. A box that would leave the
 * allowed widths stays.
 * @param {Box} box @param {number} factor above 1 zooms in @param {number} [x] @param {number} [y] the middle
 * @returns {Box}
 */
export function zoomBox(box, factor, x = (box[0] + box[1]) / 2, y = (box[2] + box[3]) / 2) {
  const next = box.map((end, i) => (i < 2 ? x : y) + (end - (i < 2 ? x : y)) / factor);
  return isAllowed(next) ? next : box;
}

/**
 * @param {Box} box @param {number} dx @param {number} dy in units
 * @returns {Box}
 */
export function panBox(box, dx, dy) {
  const next = box.map((end, i) => end + (i < 2 ? dx : dy));
  return isAllowed(next) ? next : box;
}

/** @param {Box} box */
function isAllowed([x0, x1, y0, y1]) {
  const size = Math.max(...[x0, x1, y0, y1].map(Math.abs));
  const least = Math.max(NARROWEST, size * NARROWEST);
  return size <= WIDEST && x1 - x0 >= least && y1 - y0 >= least;
}

/**
 * The box with as many digits as matter on a screen, so that links stay short.
 * @param {Box} box
 * @returns {number[]}
 */
export function roundBox([x0, x1, y0, y1]) {
  const round = (/** @type {number} */ value, /** @type {number} */ width) => {
    const unit = 10 ** (Math.floor(Math.log10(width)) - 3);
    return Number((Math.round(value / unit) * unit).toPrecision(12));
  };
  return [x0, x1, y0, y1].map((end, i) => round(end, i < 2 ? x1 - x0 : y1 - y0));
}

/**
 * The smallest box that holds `box` and the given points; only what is finite counts.
 * @param {Box} box @param {{ x: number, y: number }[]} points
 * @returns {number[]}
 */
export function boxWith(box, points) {
  const [x0, x1, y0, y1] = box;
  const xs = [x0, x1, ...points.map(({ x }) => x)].filter(Number.isFinite);
  const ys = [y0, y1, ...points.map(({ y }) => y)].filter(Number.isFinite);
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

/** A place that the box grew for keeps this part of its width from the edge. */
const EDGE = 0.06;

/**
 * The box to show in a plot of that size: fitted, and grown for places that would not be in view.
 * @param {Box} box @param {{ x: number, y: number }[]} places @param {number} width @param {number} height
 */
export function boxToShow(box, places, width, height) {
  const fitted = fitBox(box, width, height);
  const grown = boxWith(fitted, places);
  if (grown.every((end, i) => end === fitted[i])) return fitted;
  const [x0, x1, y0, y1] = grown;
  const [byX, byY] = [(x1 - x0) * EDGE, (y1 - y0) * EDGE];
  return fitBox([x0 - byX, x1 + byX, y0 - byY, y1 + byY], width, height);
}

/** @param {Area} area @param {number} x @param {number} y */
export const isInside = ({ left, right, top, bottom }, x, y) =>
  x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;

/**
 * Rows of a path to mark with a dot, so that dots do not run into each other: the last one, and backwards
 * each at least `distance` pixels from the one marked before.
 * @param {{ x: number, y: number }[]} path in pixels @param {number} distance
 * @returns {number[]}
 */
export function spacedRows(path, distance) {
  /** @type {number[]} */
  const rows = [];
  for (let row = path.length - 1; row >= 0; row--) {
    const { x, y } = path[row];
    if (!Number.isFinite(x + y)) continue;
    const last = path[rows.at(-1) ?? row];
    if (!rows.length || Math.hypot(last.x - x, last.y - y) >= distance) rows.push(row);
  }
  return rows;
}
