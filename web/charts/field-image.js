// f over the plane as filled contours, drawn once into a canvas of its own.

import { contours } from 'd3-contour';
import { contourLevels } from './contour-levels.js';

/**
 * @typedef {object} Field f on a grid: row after row, y growing
 * @property {number} columns @property {number} rows
 * @property {Float64Array} f
 * @property {number} [lowest] a value f is known to reach in view
 */

/** A grid point for so many pixels: finer shows nothing more. */
const SPACING = 6;
const MOST = 170;

/** @param {number} pixels */
const gridSize = (pixels) => Math.max(24, Math.min(MOST, Math.round(pixels / SPACING)));

/**
 * Evaluates f on a grid over a box, fine enough for a picture of that size.
 * @param {(x: Float64Array, y: Float64Array) => Float64Array} evaluate
 * @param {import('./plane-geometry.js').Box} box @param {number} width @param {number} height in pixels
 */
export const sampleField = (evaluate, box, width, height) =>
  sampleGrid(evaluate, box, gridSize(width), gridSize(height));

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
  // Where levels are powers of ten, lines are interpolated between logarithms: they would be ragged otherwise.
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
 * Draws a field, filling the context's whole canvas.
 * @param {CanvasRenderingContext2D} context @param {number} width @param {number} height in the context's units
 * @param {Field} field
 * @param {{ colours: (n: number) => string[], line: string, nothing: string }} look n colours from low to high, the
 *   lines, and where f is not a number
 * @returns {import('./contour-levels.js').Levels} those drawn
 */
export function drawField(context, width, height, field, { colours, line, nothing }) {
  const { columns, rows, f } = field;
  const { levels, polygons } = contourField(field);
  const fills = colours(polygons.length + 1);
  const [perX, perY] = [width / (columns - 1), height / (rows - 1)];
  context.fillStyle = fills[0];
  context.fillRect(0, 0, width, height);
  context.lineWidth = 0.75;
  context.strokeStyle = line;
  polygons.forEach(({ coordinates }, i) => {
    context.beginPath();
    for (const ring of coordinates.flat()) {
      for (const [k, [x, y]] of ring.entries()) {
        const place = /** @type {const} */ ([(x - 0.5) * perX, height - (y - 0.5) * perY]);
        if (k === 0) context.moveTo(...place);
        else context.lineTo(...place);
      }
      context.closePath();
    }
    context.fillStyle = fills[i + 1];
    context.fill();
    context.stroke();
  });
  context.fillStyle = nothing;
  f.forEach((value, i) => {
    if (!Number.isNaN(value)) return;
    const [column, row] = [i % columns, Math.floor(i / columns)];
    context.fillRect((column - 0.5) * perX, height - (row + 0.5) * perY, perX + 0.5, perY + 0.5);
  });
  return levels;
}
