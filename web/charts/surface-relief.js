// Turns f on a grid into what surface-draw.js needs: heights, and each cell of the grid, cut into pieces
// along the contours. None of it depends on the camera.

import { contourLevels } from './contour-levels.js';
import { HEIGHT } from './surface-geometry.js';

/**
 * @typedef {import('./field-image.js').Field} Field
 *
 * @typedef {object} Heights how f becomes height
 * @property {import('./contour-levels.js').Levels} levels
 * @property {number} top the highest f that is shown
 * @property {(f: number) => number} of f to z: 0 at the lowest, HEIGHT at the top, NaN where f is not finite;
 *   never falls where f grows
 *
 * @typedef {object} Piece a part of a cell between two contours
 * @property {number} band 0: below the first contour
 * @property {Float64Array} points x, y, z and again
 *
 * @typedef {object} Cell
 * @property {Piece[]} pieces none where f is not a number or above the top
 * @property {number[][]} contours segments x, y, z, x, y, z
 * @property {[number, number, number]} normal unit vector, upwards
 *
 * @typedef {import('./surface-geometry.js').Relief & { heights: Float64Array, scale: Heights, cells: Cell[]
 *   }} Ground cells: (columns − 1) · (rows − 1), x growing fastest
 */

/** Heights are cut off where they exceed the usual ones by this many times their range. */
const MOST_ABOVE = 1.6;
const MOST_ABOVE_LOG = 1e4;
/**
 * Logarithmic heights are linear up to this many times the first contour. Otherwise a basin would look like a
 * well, and the floor of a narrow valley would be jagged.
 */
const EVEN = 40;

/**
 * Heights for the range of f; logarithmic if the plane's contours are (contour-levels.js).
 * @param {Field} field
 * @returns {Heights}
 */
export function heightScale({ f, lowest }) {
  const levels = contourLevels(f, lowest);
  const { base, values, scale } = levels;
  const sorted = Float64Array.from(Array.prototype.filter.call(f, Number.isFinite)).sort();
  const usual = sorted[Math.round(0.98 * (sorted.length - 1))] - base;
  const most = scale === 'log' ? MOST_ABOVE_LOG : MOST_ABOVE;
  const reach = Math.min((sorted.at(-1) ?? base) - base, most * usual) || 1;
  const soft = scale === 'log' ? EVEN * (values[0] - base) : 0;
  const rise = (/** @type {number} */ above) => (soft > 0 ? Math.log1p(above / soft) : above);
  return {
    levels,
    top: base + reach,
    of: (value) =>
      Number.isFinite(value)
        ? (HEIGHT * rise(Math.max(value - base, 0))) / rise(reach)
        : Number.NaN,
  };
}

/**
 * @param {Field} field
 * @returns {Ground}
 */
export function buildGround(field) {
  const { columns, rows, f } = field;
  const scale = heightScale(field);
  const heights = Float64Array.from(f, (value) => {
    const z = scale.of(value);
    return z <= HEIGHT * (1 + 1e-9) ? z : Number.NaN;
  });
  const contours = scale.levels.values.map(scale.of);
  const cells = [];
  const raw = Float64Array.from(f, scale.of);
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      cells.push(cellOf({ columns, rows, heights: raw }, column, row, contours));
    }
  }
  return { columns, rows, heights, scale, cells };
}

/**
 * @param {import('./surface-geometry.js').Relief} relief @param {number} column @param {number} row
 * @param {number[]} contours @returns {Cell}
 */
function cellOf({ columns, rows, heights }, column, row, contours) {
  const at = row * columns + column;
  const corners = [
    [column, row, heights[at]],
    [column + 1, row, heights[at + 1]],
    [column + 1, row + 1, heights[at + columns + 1]],
    [column, row + 1, heights[at + columns]],
  ].map(([i, j, z]) => [(2 * i) / (columns - 1) - 1, (2 * j) / (rows - 1) - 1, z]);
  const [a, b, c, d] = corners.map(([, , z]) => z);
  const [dx, dy] = [(b + c - a - d) * (columns - 1), (c + d - a - b) * (rows - 1)];
  const long = Math.hypot(dx / 4, dy / 4, 1);
  /** @type {Cell} */
  const cell = { pieces: [], contours: [], normal: [-dx / 4 / long, -dy / 4 / long, 1 / long] };
  if (!Number.isFinite(a + b + c + d)) return cell;
  cutCell(cell, corners, contours);
  return cell;
}

/**
 * Cuts a cell along the contours that cross it, and at the top.
 * @param {Cell} cell @param {number[][]} corners @param {number[]} contours
 */
function cutCell(cell, corners, contours) {
  const lowest = Math.min(...corners.map(([, , z]) => z));
  let band = 0;
  while (band < contours.length && contours[band] <= lowest) band++;
  let rest = corners;
  for (; band <= contours.length && rest.length > 2; band++) {
    const level = Math.min(contours[band] ?? HEIGHT, HEIGHT);
    const { below, above, cut } = slice(rest, level);
    if (below.length > 2) cell.pieces.push({ band, points: Float64Array.from(below.flat()) });
    if (band < contours.length && contours[band] < HEIGHT) {
      for (let i = 0; i + 1 < cut.length; i += 2) cell.contours.push([...cut[i], ...cut[i + 1]]);
    }
    rest = level < HEIGHT ? above : [];
  }
}

/**
 * A polygon cut at a height (Sutherland & Hodgman, 1974).
 * @param {number[][]} polygon @param {number} level
 */
export function slice(polygon, level) {
  /** @type {number[][]} */ const below = [];
  /** @type {number[][]} */ const above = [];
  /** @type {number[][]} */ const cut = [];
  polygon.forEach((point, i) => {
    const next = polygon[(i + 1) % polygon.length];
    (point[2] <= level ? below : above).push(point);
    if (point[2] <= level === next[2] <= level) return;
    const part = (level - point[2]) / (next[2] - point[2]);
    const between = [
      point[0] + part * (next[0] - point[0]),
      point[1] + part * (next[1] - point[1]),
      level,
    ];
    below.push(between);
    above.push(between);
    cut.push(between);
  });
  return { below, above, cut };
}
