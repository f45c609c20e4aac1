// Small marks on a stage: what a method tried in the step shown, and where a run's parameters
// change.

import { strokePlaces } from './draw.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./labels.js').Place} Place
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 *
 * @typedef {object} Tried what is drawn of a method's step, in units
 * @property {Place[]} points that it asked about
 * @property {Place|null} from where its lines begin; null: it follows no line
 * @property {Place[]} before @property {Place[]} after the corners of its simplex
 */

/** Half the size of a cross, and of the foot of a triangle. */
const [CROSS, FOOT] = [3, 5];
/** How far a triangle stands below its point. */
const BELOW = 8;
const [THIN, RIM] = [1.25, 3.25];
/** Breaks a line. */
const GAP = { x: Number.NaN, y: Number.NaN };
/** What comes after the step. */
const DASH = [4, 3];
/** A change that is not reached yet. */
const FAINT = 0.5;

/** @param {readonly Place[]} corners */
const closed = (corners) => [...corners, ...corners.slice(0, 1)];

/**
 * Strokes lines twice: a rim of paper, then the run's colour.
 * @param {Frame} frame @param {RunStyle} style @param {readonly Place[][]} lines @param {number[]} [dash]
 */
function strokeTwice({ context, theme }, style, lines, dash = []) {
  const joined = lines.flatMap((line) => [...line, GAP]);
  for (const [width, colour] of /** @type {const} */ ([
    [RIM, theme.paper],
    [THIN, theme.runs[style.hue]],
  ])) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.setLineDash(colour === theme.paper ? [] : dash);
    // As one path: where lines lie on each other they do not become stronger.
    strokePlaces(context, joined);
  }
  context.setLineDash([]);
}

/**
 * What the selected run's method tried: thin lines to its points, or its simplex before the step and, dashed,
 * after it; a small cross at each point.
 * @param {Frame} frame @param {Tried} tried @param {RunStyle} style
 */
export function drawTried(frame, { points, from, before, after }, style) {
  const inPixels = (/** @type {Place} */ { x, y }) => ({ x: frame.px(x), y: frame.py(y) });
  const places = points.map(inPixels);
  const start = from && inPixels(from);
  strokeTwice(frame, style, [
    ...places.flatMap((place) => (start ? [[start, place]] : [])),
    closed(before.map(inPixels)),
  ]);
  strokeTwice(frame, style, [closed(after.map(inPixels))], DASH);
  const crosses = places.flatMap(({ x, y }) =>
    [1, -1].map((turn) => [
      { x: x - CROSS, y: y - turn * CROSS },
      { x: x + CROSS, y: y + turn * CROSS },
    ]),
  );
  strokeTwice(frame, style, crosses);
}

/**
 * Where runs have other parameters from the next step on: a triangle below the point.
 * @template {string} X @template {string} Y
 * @param {Frame} frame
 * @param {readonly ({ style: RunStyle, changes?: readonly number[] } & Record<X | Y, Float64Array>)[]} runs
 * @param {number} t the step shown @param {readonly [X, Y]} axes the columns drawn along x and y
 */
export function drawChanges({ context, theme, px, py }, runs, t, [xKey, yKey]) {
  for (const { style, changes = [], ...run } of runs) {
    const columns = /** @type {Record<X | Y, Float64Array>} */ (/** @type {unknown} */ (run));
    for (const row of changes) {
      const [x, y] = [px(columns[xKey][row]), py(columns[yKey][row])];
      if (!Number.isFinite(x + y)) continue;
      context.globalAlpha = row <= t ? 1 : FAINT;
      context.beginPath();
      context.moveTo(x, y + BELOW);
      context.lineTo(x - FOOT, y + BELOW + 2 * FOOT);
      context.lineTo(x + FOOT, y + BELOW + 2 * FOOT);
      context.closePath();
      context.lineJoin = 'round';
      context.lineWidth = 2.5;
      context.strokeStyle = theme.paper;
      context.stroke();
      context.fillStyle = theme.runs[style.hue];
      context.fill();
    }
  }
  context.globalAlpha = 1;
}
