// The strokes of the plane: paths with a casing, so that they read on any fill, points of rest, arrows, the legend.

import { drawArrow, drawMarker, drawText, parsePath, strokeLine } from './draw.js';
import { clipSegment, pathRows } from './geometry.js';
import { isInside, spacedRows } from './plane-geometry.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./plane-chart.js').PlaneRun} PlaneRun
 * @typedef {{ x: number, y: number }} Place in pixels
 * @typedef {Pick<Frame, 'context'|'theme'>} Brush
 */

/** Steps of a path that are drawn; the casing of more would cover the plane. */
const MOST_POINTS = 3000;
const DOT_DISTANCE = 7;
const ARROW = 44;

/**
 * The pixels of a run's path up to step t, and the rows they stand for.
 * @param {Frame} frame @param {PlaneRun} run @param {number} t
 */
export function pathOf({ px, py }, { x, y }, t) {
  const rows = pathRows(Math.min(t, x.length - 1), MOST_POINTS);
  return { rows, path: rows.map((row) => ({ x: px(x[row]), y: py(y[row]) })) };
}

/** @param {Frame} frame @param {PlaneRun} run @param {Place[]} path */
export function drawPath(frame, { style, selected }, path) {
  const { context, theme } = frame;
  const line = path.map(({ x, y }) => /** @type {[number, number]} */ ([x, y]));
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = theme.paper;
  context.globalAlpha = 0.85;
  context.lineWidth = selected ? 5 : 4;
  strokeLine(context, line);
  context.globalAlpha = 1;
  context.strokeStyle = theme.runs[style.hue];
  context.lineWidth = selected ? 2.25 : 1.75;
  context.lineCap = 'butt';
  context.setLineDash(style.dash);
  strokeLine(context, line);
  context.setLineDash([]);
  for (const row of spacedRows(path, DOT_DISTANCE).slice(1)) {
    drawMarker(frame, style, path[row].x, path[row].y, selected ? 3.4 : 2.8);
  }
}

/** The head of a path: the run's marker, and the way it came as an arrow. @param {Frame} frame @param {PlaneRun} run @param {Place[]} path */
export function drawHead(frame, { style, selected }, path) {
  const head = path.at(-1);
  if (head) drawMarker(frame, style, head.x, head.y, selected ? 7 : 5.5);
}

/**
 * From the selected run's current point: downhill, and the step that follows.
 * @param {Frame} frame @param {PlaneRun} run @param {number} t
 */
export function drawStep({ context, area, px, py, theme }, { x, y, f, gx, gy, style }, t) {
  const row = Math.min(t, x.length - 1);
  const [left, top] = [px(x[row]), py(y[row])];
  if (!isInside(area, left, top) || !gx || !gy || Number.isNaN(f?.[row])) return;
  drawDownhill({ context, px, py, theme }, x[row], y[row], gx[row], gy[row]);
  if (row + 1 >= x.length) return;
  context.lineWidth = 2.5;
  context.strokeStyle = theme.runs[style.hue];
  context.fillStyle = theme.runs[style.hue];
  drawArrow(context, left, top, px(x[row + 1]), py(y[row + 1]));
}

/**
 * The direction −∇f as an arrow of fixed length.
 * @param {Pick<Frame, 'context'|'px'|'py'|'theme'>} frame
 * @param {number} x @param {number} y @param {number} gx @param {number} gy
 */
export function drawDownhill({ context, px, py, theme }, x, y, gx, gy) {
  // Pixels of x and y may differ in size: the direction is that of the step, as it looks here.
  const size = Math.hypot(gx, gy);
  const [left, top] = [px(x), py(y)];
  const [across, up] = [(px(x + 1) - left) * (gx / size), (py(y + 1) - top) * (gy / size)];
  const long = Math.hypot(across, up);
  if (!(long > 0)) return;
  context.lineWidth = 4.5;
  context.strokeStyle = theme.paper;
  context.fillStyle = theme.paper;
  const end = /** @type {const} */ ([left - (across / long) * ARROW, top - (up / long) * ARROW]);
  drawArrow(context, left, top, ...end);
  context.lineWidth = 2;
  context.strokeStyle = theme.accent;
  context.fillStyle = theme.accent;
  drawArrow(context, left, top, ...end);
}

/** Minima are rings, the lowest with a dot; saddles crosses; maxima squares. @param {Frame} frame @param {{ x: number, y: number, kind: string }[]} points */
export function drawPoints(frame, points) {
  const { area, px, py } = frame;
  for (const { x, y, kind } of points) {
    const [left, top] = [px(x), py(y)];
    if (isInside(area, left, top)) drawMark(frame, kind, left, top);
  }
}

/** The mark of a stationary point. @param {Brush} brush @param {string} kind @param {number} left @param {number} top in pixels */
export function drawMark({ context, theme }, kind, left, top) {
  const mark = parsePath(POINT_MARKS[kind] ?? POINT_MARKS.minimum);
  context.save();
  context.translate(left, top);
  context.lineWidth = 4;
  context.strokeStyle = theme.paper;
  context.stroke(mark);
  context.lineWidth = 1.75;
  context.strokeStyle = theme.ink;
  context.stroke(mark);
  context.restore();
}

const RING = 'M5,0A5,5 0 1 1 -5,0A5,5 0 1 1 5,0Z';
/** Paths of the marks, by kind. @type {Record<string, string>} */
export const POINT_MARKS = {
  minimum: RING,
  global_minimum: `${RING}M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z`,
  saddle: 'M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5',
  maximum: 'M-4,-4H4V4H-4Z',
};

/** Says where a path left the view. @param {Frame} frame @param {PlaneRun} run @param {import('./plane-geometry.js').Exit} exit @param {string} text @param {number} line */
export function drawExit(frame, { style }, { from, to }, text, line) {
  const { context, area, theme } = frame;
  const cut = clipSegment(from.x, from.y, to.x, to.y, area);
  const [x, y] = cut ? [cut[2], cut[3]] : [(area.left + area.right) / 2, area.top];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  context.lineWidth = 2.5;
  context.strokeStyle = theme.runs[style.hue];
  context.fillStyle = theme.runs[style.hue];
  drawArrow(context, x - ux * 20, y - uy * 20, x, y);
  const isRight = x > (area.left + area.right) / 2;
  const beside = y + (y < area.top + 30 ? 18 : -14) + 16 * line;
  const place = Math.min(Math.max(beside, area.top + 12), area.bottom - 12);
  drawText(frame, text, x + (isRight ? -8 : 8), place, {
    colour: theme.runs[style.hue],
    align: isRight ? 'right' : 'left',
    weight: 600,
    plate: true,
  });
}

/** The start, as a ring. @param {Frame} frame @param {number[]} start */
export function drawStart(frame, [x, y]) {
  drawRing(frame, frame.px(x), frame.py(y));
}

/** @param {Brush} brush @param {number} left @param {number} top in pixels */
export function drawRing({ context, theme }, left, top) {
  context.beginPath();
  context.arc(left, top, 9.5, 0, 2 * Math.PI);
  context.lineWidth = 4.5;
  context.strokeStyle = theme.paper;
  context.stroke();
  context.lineWidth = 2;
  context.strokeStyle = theme.ink;
  context.stroke();
}

/**
 * What the fills mean: a bar with the values of some levels, to the right of the plot.
 * @param {Frame} frame @param {import('./contour-levels.js').Levels} levels @param {string[]} colours
 * @param {(value: number) => string} format
 */
export function drawLegend(frame, { values, base, scale }, colours, format) {
  const { context, area, theme } = frame;
  const [left, width] = [area.right + 14, 12];
  const step = (area.bottom - area.top) / colours.length;
  colours.forEach((colour, i) => {
    context.fillStyle = colour;
    context.fillRect(left, area.bottom - (i + 1) * step, width, step + 0.5);
  });
  context.lineWidth = 1;
  context.strokeStyle = theme.line;
  context.strokeRect(left, area.top, width, area.bottom - area.top);
  const each = Math.ceil(values.length / Math.floor((area.bottom - area.top) / 26));
  values.forEach((value, i) => {
    if (i % each) return;
    const shown = scale === 'log' && Math.abs(base) < (value - base) * 1e-3 ? value - base : value;
    drawText(frame, format(shown), left + width + 5, area.bottom - (i + 1) * step, {
      colour: theme.soft,
      size: 11,
      align: 'left',
    });
  });
}

/** x, y and f under the pointer. @param {Frame} frame @param {string} text */
export function drawReadout(frame, text) {
  const { area, theme } = frame;
  drawText(frame, text, area.left + 10, area.bottom - 14, { colour: theme.ink, align: 'left' });
}
