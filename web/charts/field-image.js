// f over the plane as filled contours.

import { contours } from 'd3-contour';
import { ramp } from './colour.js';
import { contourLevels } from './contour-levels.js';
import { inside } from './draw.js';

/**
 * @typedef {object} Field f on a grid: row after row, y growing
 * @property {number} columns @property {number} rows
 * @property {Float64Array} f
 * @property {number} [lowest] a value f is known to reach in view
 */

/** Pixels to a grid point; fewer in a small plot, where a narrow valley would break up on a coarse grid. */
const [SPACING, FINE] = [6, 3];
const [ENOUGH, MOST] = [112, 170];

/** @param {number} pixels */
const gridSize = (pixels) => {
  const points = Math.max(pixels / SPACING, Math.min(pixels / FINE, ENOUGH));
  return Math.round(Math.max(24, Math.min(MOST, points)));
};

/**
 * Evaluates f on a grid over a box.
 * @param {(x: Float64Array, y: Float64Array) => Float64Array} evaluate
 * @param {import('./plane-geometry.js').Box} box @param {number} columns @param {number} rows
 * @returns {Field}
 */
export function sampleGrid(evaluate, [x0, x1, y0, y1], columns, rows) {
  const [x, y] = [new Float64Array(columns * rows), new Float64Array(columns * rows)];
  for (let i = 0; i < x.length; i++) {
    x[i] = x0 + ((x1 - x0) * (i % columns)) / (columns - 1);
    y[i] = y0 + ((y1 - y0) * Math.floor(i / columns)) / (rows - 1);
  }
  return { columns, rows, f: evaluate(x, y) };
}

/**
 * @param {Field} field
 * @returns {{ levels: import('./contour-levels.js').Levels, polygons: { coordinates: number[][][][] }[] }}
 *   polygons[i]: where f is at least levels.values[i], in units of the grid
 */
export function contourField({ columns, rows, f, lowest }) {
  const levels = contourLevels(f, lowest);
  const { base, scale } = levels;
  // Where levels are powers of ten, lines are interpolated between logarithms: they would be ragged
  // otherwise.
  const least = scale === 'log' ? (levels.values[0] - base) * 0.01 : 0;
  const height = (/** @type {number} */ value) =>
    scale === 'log' ? Math.log(Math.max(value - base, 0) + least) : value;
  const top = height(levels.values.at(-1) ?? 0) + 1;
  const heights = Array.from(f, (value) => (Number.isFinite(value) ? height(value) : top));
  const trace = contours().size([columns, rows]);
  return {
    levels,
    polygons: levels.values.map((value) => trace.contour(heights, height(value))),
  };
}

/**
 * Fills the plot with f, on a grid fine enough for its size.
 * @param {import('./base-chart.js').Frame} frame @param {import('./plane-geometry.js').Box} box
 * @param {Pick<import('./plane-chart.js').PlaneScene, 'evaluate'|'lowest'>} scene
 * @returns {{ levels: import('./contour-levels.js').Levels, fills: string[] }} the levels drawn, and the
 *   colours below, between and above them
 */
export function drawField(frame, box, { evaluate, lowest }) {
  const { context, area, theme } = frame;
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const [columns, rows] = [gridSize(width), gridSize(height)];
  const field = sampleGrid((x, y) => evaluate(x, y).f, box, columns, rows);
  const { levels, polygons } = contourField({ ...field, lowest });
  const fills = ramp(theme.field[0], theme.field[1], polygons.length + 1);
  const px = (/** @type {number} */ column) => area.left + (column * width) / (columns - 1);
  const py = (/** @type {number} */ row) => area.bottom - (row * height) / (rows - 1);
  inside(frame, () => {
    context.fillStyle = fills[0];
    context.fillRect(area.left, area.top, width, height);
    context.lineWidth = 0.75;
    context.strokeStyle = theme.contour;
    polygons.forEach(({ coordinates }, i) => {
      context.beginPath();
      for (const ring of coordinates.flat()) {
        for (const [k, [x, y]] of ring.entries()) {
          if (k === 0) context.moveTo(px(x - 0.5), py(y - 0.5));
          else context.lineTo(px(x - 0.5), py(y - 0.5));
        }
        context.closePath();
      }
      context.fillStyle = fills[i + 1];
      context.fill();
      context.stroke();
    });
    context.fillStyle = theme.paper;
    field.f.forEach((value, i) => {
      if (!Number.isNaN(value)) return;
      const [left, top] = [px((i % columns) - 0.5), py(Math.floor(i / columns) + 0.5)];
      context.fillRect(left, top, px(1) - px(0) + 0.5, py(0) - py(1) + 0.5);
    });
  });
  return { levels, fills };
}
