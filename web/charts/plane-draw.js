// The strokes of the plane: paths with a casing, so that they read on any fill, stationary points, arrows,
// the legend.

import { drawArrow, drawText, inside, parsePath } from './draw.js';
import { Taken } from './labels.js';
import { drawEnds } from './line-ends.js';
import * as lit from './lit.js';
import * as strokes from './paths.js';
import { isInside, spacedRows } from './plane-geometry.js';
import { drawExits, drawTags } from './rim.js';
import { arrowLength } from './steepness.js';
import { drawChanges, drawTried } from './step-marks.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./plane-chart.js').PlaneRun} PlaneRun
 * @typedef {import('./plane-chart.js').PlaneScene} PlaneScene
 * @typedef {Pick<Frame, 'context'|'theme'>} Brush
 */

/**
 * Words keep so far from the middle of each step, any of which may be the head, of a stationary point and of
 * the start. In pixels.
 */
export const ROOM = { step: 5, point: 7, start: 11 };
const LOOK = { cased: true, dot: 3.4, spacing: 7 };

/**
 * All that lies on the plane.
 * @param {Frame} frame
 * @param {Pick<PlaneScene, 'runs' | 't' | 'words' | 'points' | 'start' | 'wrong' | 'tried'>} scene
 * @param {number} steep a slope that counts as steep here
 */
export function drawStage(frame, scene, steep) {
  const { runs, t, words } = scene;
  const { paths, exits, ends } = strokes.pathsOn(frame, runs, t, frame.view, ['x', 'y']);
  const selected = runs.find((run) => run.selected);
  inside(frame, () => {
    drawPoints(frame, scene.points);
    strokes.drawGhosts(frame, paths, LOOK);
    strokes.drawWalked(frame, paths, LOOK);
    if (words) drawChanges(frame, runs, t, ['x', 'y']);
    if (selected && words && scene.tried) drawTried(frame, scene.tried, selected.style);
    if (selected && words) drawStep(frame, selected, t, steep);
    strokes.drawHeads(frame, paths);
    drawStart(frame, [...scene.start]);
    drawExits(frame, exits);
    if (scene.wrong)
      lit.drawCross(frame, { x: frame.px(scene.wrong.x), y: frame.py(scene.wrong.y) });
  });
  if (!words) return;
  drawEnds(frame, ends, takenBy(frame, scene, paths));
  drawTags(frame, exits, words);
}

/**
 * Where no words may stand, whatever the step shown.
 * @param {Frame} frame @param {Pick<PlaneScene, 'points' | 'start'>} scene
 * @param {import('./paths.js').Path[]} paths
 */
function takenBy({ area, px, py }, { points, start }, paths) {
  const taken = new Taken(area);
  for (const { x, y } of points) taken.addMark({ x: px(x), y: py(y) }, ROOM.point);
  for (const { whole } of paths) {
    taken.addLine(whole);
    for (const row of spacedRows(whole, 1)) taken.addMark(whole[row], ROOM.step);
  }
  taken.addMark({ x: px(start[0]), y: py(start[1]) }, ROOM.start);
  return taken;
}

/**
 * From the selected run's current point: downhill, and the step that follows.
 * @param {Frame} frame @param {PlaneRun} run @param {number} t @param {number} steep
 */
function drawStep(frame, { x, y, f, gx, gy, style }, t, steep) {
  const { context, area, px, py, theme } = frame;
  const row = Math.min(t, x.length - 1);
  const [left, top] = [px(x[row]), py(y[row])];
  if (!isInside(area, left, top) || !gx || !gy || Number.isNaN(f?.[row])) return;
  drawDownhill(frame, { x: x[row], y: y[row], gx: gx[row], gy: gy[row] }, steep);
  if (row + 1 >= x.length) return;
  context.lineWidth = 2.5;
  context.strokeStyle = theme.runs[style.hue];
  context.fillStyle = theme.runs[style.hue];
  drawArrow(context, left, top, px(x[row + 1]), py(y[row + 1]));
}

/**
 * The mark of a number: its point, with its coordinate read at the axis, or that part of −∇f along the axis.
 * @param {Frame} frame @param {PlaneScene} scene @param {lit.Lit} number @param {number} steep
 */
export function drawNumber(frame, { runs, xTitle, yTitle }, { column, row }, steep) {
  const run = runs.find(({ selected }) => selected);
  if (!run || row >= run.x.length || column === lit.POINT) return;
  const { px, py, theme } = frame;
  const place = { x: px(run.x[row]), y: py(run.y[row]) };
  if (column === xTitle) lit.drawGuide(frame, place, 'x');
  if (column === yTitle) lit.drawGuide(frame, place, 'y');
  const [gx, gy] = [run.gx?.[row] ?? Number.NaN, run.gy?.[row] ?? Number.NaN];
  const long = arrowLength(Math.hypot(gx, gy), steep) / Math.hypot(gx, gy);
  const [across, up] = [column === `g${xTitle}` ? gx : 0, column === `g${yTitle}` ? gy : 0];
  const to = { x: place.x - across * long, y: place.y + up * long };
  lit.drawBoldArrow(frame, place, to, theme.accent);
  lit.drawHalo(frame, place);
}

/**
 * The direction −∇f as an arrow: the longer the steeper.
 * @param {Pick<Frame, 'context'|'px'|'py'|'theme'>} frame
 * @param {{ x: number, y: number, gx: number, gy: number }} slope @param {number} steep
 */
export function drawDownhill({ context, px, py, theme }, { x, y, gx, gy }, steep) {
  // Pixels of x and y may differ in size: the direction is that of the step, as it looks here.
  const size = Math.hypot(gx, gy);
  const length = arrowLength(size, steep);
  const [left, top] = [px(x), py(y)];
  const [across, up] = [(px(x + 1) - left) * (gx / size), (py(y + 1) - top) * (gy / size)];
  const long = Math.hypot(across, up);
  if (!(long > 0) || length === 0) return;
  const [dx, dy] = [(across / long) * length, (up / long) * length];
  context.lineWidth = 4.5;
  context.strokeStyle = theme.paper;
  context.fillStyle = theme.paper;
  drawArrow(context, left, top, left - dx, top - dy);
  context.lineWidth = 2;
  context.strokeStyle = theme.accent;
  context.fillStyle = theme.accent;
  drawArrow(context, left, top, left - dx, top - dy);
}

/**
 * Minima are rings, the lowest with a dot; saddles crosses; maxima squares.
 * @param {Frame} frame @param {{ x: number, y: number, kind: string }[]} points
 */
export function drawPoints(frame, points) {
  const { area, px, py } = frame;
  for (const { x, y, kind } of points) {
    const [left, top] = [px(x), py(y)];
    if (isInside(area, left, top)) drawMark(frame, kind, left, top);
  }
}

/**
 * The mark of a stationary point.
 * @param {Brush} brush @param {string} kind @param {number} left @param {number} top in pixels
 */
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
 * The legend of the fills: a bar with the values of some levels, to the right of the plot.
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
