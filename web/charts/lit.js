// The marks of a number that is pointed at: a halo around its point, and a line to the axis where it is read.

import { drawArrow, strokeLine, strokePlaces } from './draw.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./labels.js').Place} Place
 *
 * @typedef {object} Lit the number
 * @property {string} column of the step table @property {number} row
 */

/** The column of numbers that come from a point of the data: their row is its place there. */
export const POINT = 'point';

const [INNER, OUTER] = [9, 13];

/** A halo around a place. @param {Pick<Frame, 'context'|'theme'>} frame @param {Place} place */
export function drawHalo({ context, theme }, { x, y }) {
  if (!Number.isFinite(x + y)) return;
  for (const [radius, width, colour] of /** @type {const} */ ([
    [(INNER + OUTER) / 2, OUTER - INNER + 3, theme.paper],
    [(INNER + OUTER) / 2, OUTER - INNER, theme.ink],
  ])) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** Half the size of a cross. */
const CROSS = 7;

/** A cross, at a place that is wrong. @param {Pick<Frame, 'context'|'theme'>} frame @param {Place} place */
export function drawCross({ context, theme }, { x, y }) {
  if (!Number.isFinite(x + y)) return;
  for (const [width, colour] of /** @type {const} */ ([
    [7, theme.paper],
    [3.5, theme.accent],
  ])) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    for (const turn of [-1, 1])
      strokeLine(context, [
        [x - CROSS, y - turn * CROSS],
        [x + CROSS, y + turn * CROSS],
      ]);
  }
}

/**
 * A dashed line from a place to where its coordinate is read.
 * @param {Frame} frame @param {Place} place @param {'x'|'y'} axis
 */
export function drawGuide({ context, area, theme }, { x, y }, axis) {
  if (!Number.isFinite(x + y)) return;
  const end = /** @type {[number, number]} */ (axis === 'x' ? [x, area.bottom] : [area.left, y]);
  context.setLineDash([6, 4]);
  for (const [width, colour] of /** @type {const} */ ([
    [4.5, theme.paper],
    [2, theme.ink],
  ])) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    strokeLine(context, [[x, y], end]);
  }
  context.setLineDash([]);
}

/** A bold line on a rim of paper. @param {Frame} frame @param {Place[]} line @param {string} colour */
export function drawBold({ context, theme }, line, colour) {
  context.lineWidth = 7;
  context.strokeStyle = theme.paper;
  strokePlaces(context, line);
  context.lineWidth = 4;
  context.strokeStyle = colour;
  strokePlaces(context, line);
}

/** A bold arrow. @param {Frame} frame @param {Place} from @param {Place} to @param {string} colour */
export function drawBoldArrow({ context, theme }, from, to, colour) {
  for (const [width, paint] of /** @type {const} */ ([
    [7, theme.paper],
    [4, colour],
  ])) {
    context.lineWidth = width;
    context.strokeStyle = paint;
    context.fillStyle = paint;
    drawArrow(context, from.x, from.y, to.x, to.y);
  }
}
