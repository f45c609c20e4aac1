// The geometry of the surface, as pure functions: an orthographic camera (parallel lines stay parallel), and
// which points are hidden.
//
// The world is a block: x and y from −1 to 1, z from 0, the lowest f, to 1 times HEIGHT, the highest that is
// shown.

import { clipSegment } from './geometry.js';

/**
 * @typedef {readonly [number, number]} Camera azimuth: by how many degrees the block is turned,
 *   counter-clockwise as seen from above, 0: x to the right; elevation: how high above the horizon the eye
 *   is, 90: straight above, as the plane
 * @typedef {{ x: number, y: number, z: number }} Point in the world
 *
 * @typedef {object} View a camera and where its picture goes
 * @property {number} cosA @property {number} sinA @property {number} cosE @property {number} sinE
 * @property {number} scale pixels for a unit of the world
 * @property {number} left @property {number} top where (0, 0, HEIGHT / 2) is, in pixels
 *
 * @typedef {object} Relief heights over the grid, x growing fastest, y growing
 * @property {number} columns @property {number} rows
 * @property {Float64Array} heights z in the world; NaN where there is nothing to stand on
 */

/** The height of the block; its base is 2 by 2. */
export const HEIGHT = 1;
const RADIUS = Math.SQRT2;
const DEGREE = Math.PI / 180;
/** The step along a line of sight, as a part of a grid cell. */
const STRIDE = 0.5;

/**
 * The view that shows the whole block at any angle, so that the block keeps its size while it turns.
 * @param {Camera} camera @param {{ left: number, right: number, top: number, bottom: number }} area in pixels
 * @returns {View}
 */
export function viewOf([azimuth, elevation], { left, right, top, bottom }) {
  const [cosA, sinA] = [Math.cos(azimuth * DEGREE), Math.sin(azimuth * DEGREE)];
  const [cosE, sinE] = [Math.cos(elevation * DEGREE), Math.sin(elevation * DEGREE)];
  const tall = 2 * RADIUS * sinE + HEIGHT * cosE;
  const scale = Math.max(1, Math.min((right - left) / (2 * RADIUS), (bottom - top) / tall));
  return { cosA, sinA, cosE, sinE, scale, left: (left + right) / 2, top: (top + bottom) / 2 };
}

/**
 * @param {View} view @param {number} x @param {number} y @param {number} z in the world
 * @returns {[number, number]} pixels, downwards growing
 */
export function project({ cosA, sinA, cosE, sinE, scale, left, top }, x, y, z) {
  const across = x * cosA - y * sinA;
  const away = x * sinA + y * cosA;
  return [left + scale * across, top - scale * (away * sinE + (z - HEIGHT / 2) * cosE)];
}

/**
 * The distance from the eye to a place of the base, up to a constant: it serves comparisons only.
 * @param {View} view @param {number} x @param {number} y
 */
export const awayOf = ({ cosA, sinA }, x, y) => x * sinA + y * cosA;

/**
 * The grid's cells in the order of painting (painter's algorithm): nearer cells come later and cover those
 * behind. Cells form strips, rows or columns, whichever are more nearly perpendicular to the line of sight.
 * For an orthographic camera that order is exact.
 * @param {View} view @param {number} columns @param {number} rows of cells
 * @returns {number[][]} strips of cells, cell = row · columns + column
 */
export function paintOrder({ cosA, sinA }, columns, rows) {
  const across = upTo(columns, sinA > 0);
  const along = upTo(rows, cosA > 0);
  if (Math.abs(cosA) >= Math.abs(sinA))
    return along.map((row) => across.map((column) => row * columns + column));
  return across.map((column) => along.map((row) => row * columns + column));
}

/** 0 to n − 1, or backwards. @param {number} n @param {boolean} isBackwards */
const upTo = (n, isBackwards) => Array.from({ length: n }, (_, i) => (isBackwards ? n - 1 - i : i));

/**
 * The edges of a cell that are edges of the whole block.
 * @param {Relief} relief @param {number} cell
 * @returns {[Point, Point][]} none where f is not a number or is cut off
 */
export function rimOf({ columns, rows, heights }, cell) {
  const [column, row] = [cell % (columns - 1), Math.floor(cell / (columns - 1))];
  const at = (/** @type {number} */ i, /** @type {number} */ j) => ({
    x: (2 * i) / (columns - 1) - 1,
    y: (2 * j) / (rows - 1) - 1,
    z: heights[j * columns + i],
  });
  /** @type {[Point, Point][]} */
  const edges = [];
  if (column === 0) edges.push([at(0, row), at(0, row + 1)]);
  if (column === columns - 2) edges.push([at(column + 1, row), at(column + 1, row + 1)]);
  if (row === 0) edges.push([at(column, 0), at(column + 1, 0)]);
  if (row === rows - 2) edges.push([at(column, row + 1), at(column + 1, row + 1)]);
  return edges.filter(([a, b]) => Number.isFinite(a.z + b.z));
}

/**
 * The height of the ground between grid points (bilinear); NaN off the block and where f is not a number.
 * @param {Relief} relief @param {number} x @param {number} y in the world
 */
export function groundAt({ columns, rows, heights }, x, y) {
  const [across, up] = [((x + 1) / 2) * (columns - 1), ((y + 1) / 2) * (rows - 1)];
  if (!(across >= 0 && across <= columns - 1 && up >= 0 && up <= rows - 1)) return Number.NaN;
  const [column, row] = [
    Math.min(Math.floor(across), columns - 2),
    Math.min(Math.floor(up), rows - 2),
  ];
  const [s, t] = [across - column, up - row];
  const at = row * columns + column;
  const near = heights[at] * (1 - s) + heights[at + 1] * s;
  const far = heights[at + columns] * (1 - s) + heights[at + columns + 1] * s;
  return near * (1 - t) + far * t;
}

/**
 * Whether the ground is between a point and the eye. A point on the ground is not hidden by its own cell.
 * @param {Relief} relief @param {View} view @param {Point} point
 */
export function isHidden(relief, { cosA, sinA, cosE, sinE }, { x, y, z }) {
  const stride = (STRIDE * 2) / (Math.max(relief.columns, relief.rows) - 1);
  const rise = (stride * sinE) / Math.max(cosE, 1e-9);
  // Close to the point the ground may rise by as much as a cell is curved.
  const slack = 0.004;
  for (let i = 1; z + i * rise <= HEIGHT; i++) {
    const [px, py] = [x - i * stride * sinA, y - i * stride * cosA];
    if (!(Math.abs(px) <= 1 && Math.abs(py) <= 1)) return false;
    if (groundAt(relief, px, py) > z + i * rise + slack) return true;
  }
  return false;
}

const BLOCK = { left: -1, right: 1, top: -1, bottom: 1 };

/**
 * Lifts a segment of the plane onto the ground: points, the ends included, that follow the ground closely
 * enough. Empty if the segment does not cross the block, or if an end is not a number.
 * @param {Relief} relief
 * @param {readonly number[]} segment x0, y0, x1, y1 in the world
 * @returns {Point[]} z is NaN where there is nothing to stand on
 */
export function liftSegment(relief, [fromX, fromY, toX, toY]) {
  const inside = Number.isFinite(fromX + fromY + toX + toY)
    ? clipSegment(fromX, fromY, toX, toY, BLOCK)
    : undefined;
  if (!inside) return [];
  const [x0, y0, x1, y1] = inside;
  const cell = 2 / (Math.max(relief.columns, relief.rows) - 1);
  const pieces = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / cell));
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const [x, y] = [x0 + ((x1 - x0) * i) / pieces, y0 + ((y1 - y0) * i) / pieces];
    return { x, y, z: groundAt(relief, x, y) };
  });
}

/**
 * The labels that can be written, in order, without touching one written before.
 * @param {{ left: number, right: number, top: number, bottom: number }[]} boxes in pixels
 * @param {number} gap
 * @returns {number[]} indices
 */
export function keepApart(boxes, gap) {
  /** @type {number[]} */
  const kept = [];
  boxes.forEach((box, i) => {
    const isFree = kept.every(
      (k) =>
        boxes[k].right + gap <= box.left ||
        box.right + gap <= boxes[k].left ||
        boxes[k].bottom + gap <= box.top ||
        box.bottom + gap <= boxes[k].top,
    );
    if (isFree) kept.push(i);
  });
  return kept;
}
