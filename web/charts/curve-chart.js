// The stage of a 1D experiment: the curve, the paths walked on it, and at the current step the tangent and
// the step to come.

import { BaseChart } from './base-chart.js';
import { drawArrow, drawText, inside, strokeLine, strokePlaces, textWidth } from './draw.js';
import { placeBeside, Taken } from './labels.js';
import { drawEnds } from './line-ends.js';
import * as lit from './lit.js';
import * as strokes from './paths.js';
import { followPointer } from './press.js';
import { BAND, drawExits, drawTags } from './rim.js';
import { drawChanges, drawTried } from './step-marks.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 *
 * @typedef {{ x: Float64Array, f: Float64Array }} Curve samples; NaN breaks the line
 *
 * @typedef {object} CurveRun
 * @property {Float64Array} x @property {Float64Array} f @property {Float64Array} gx the columns
 * @property {readonly number[]} [changes] the last rows before its parameters change
 * @property {RunStyle} style @property {boolean} selected
 * @property {string} label "" for a run without others
 *
 * @typedef {object} CurveScene
 * @property {(range: [number, number]) => Curve} sample the curve over a range of x
 * @property {[number, number]} xRange @property {[number, number]} yRange
 * @property {boolean} isChosen the ranges are the reader's own
 * @property {{ x: number, f: number, kind: string }[]} points stationary points to mark
 * @property {CurveRun[]} runs those to draw, the selected one last
 * @property {number} t the step shown
 * @property {number} start @property {number} startHeight f there
 * @property {import('./step-marks.js').Tried} [tried] by the selected run's method in the step shown
 * @property {{ x: number, f: number }} [wrong] a point that the reader has wrong; NaN: none
 * @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format
 * @property {import('./rim.js').Words|null} words of paths that leave; null: a picture without words
 */

const PADDING = { top: BAND, right: 14 };
/**
 * Labels keep away from the dots of paths with at most this many steps; dots of longer paths merge into the
 * line.
 */
const MOST_DOTS = 100;
const LOOK = { cased: false, dot: 4.2, spacing: 5 };
/** The height of the strip at the bottom where a step's arrow is drawn, in pixels. */
const FLOOR = 14;
/** Half the length of the tangent, in pixels. */
const TANGENT = 110;
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** The number of points, from a path's start, that may be numbered. */
const MOST_NUMBERED = 80;

/** @param {number} t */
const subscript = (t) => [...String(t)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');

/** @extends {BaseChart<CurveScene>} */
export class CurveChart extends BaseChart {
  /** What of the curve is in view. @type {Curve} */
  #curve = { x: Float64Array.of(), f: Float64Array.of() };

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ onStart: (x: number, width: number) => void }} callbacks the start was clicked or dragged to x;
   *   width of the view, to round by
   */
  constructor(canvas, { onStart }) {
    super(canvas);
    followPointer(this, (x) => onStart(x, this.width));
  }

  /** @param {CurveScene} scene */
  update(scene) {
    const { yTitle, format } = scene;
    const { xRange, yRange } = this.see(scene, scene.isChosen);
    this.#curve = scene.sample(xRange);
    this.show(
      scene,
      this.axis({ range: xRange, title: 'x', format, ticks: 9 }),
      this.axis({ range: yRange, title: yTitle, format }),
      { padding: PADDING },
    );
  }

  /** @param {Frame} frame @param {CurveScene} scene */
  draw(frame, scene) {
    drawStage(frame, scene, this.#curve);
  }

  /** @param {Frame} frame @param {CurveScene} scene @param {import('./lit.js').Lit} number */
  drawLit(frame, scene, number) {
    inside(frame, () => drawNumber(frame, scene, number));
  }
}

/**
 * The mark of a number: its point, with x and f read at their axes, f′ as the tangent, an update as an arrow
 * below.
 * @param {Frame} frame @param {CurveScene} scene @param {import('./lit.js').Lit} number
 */
function drawNumber(frame, { runs }, { column, row }) {
  const run = runs.find(({ selected }) => selected);
  if (!run || row >= run.x.length) return;
  const { px, py, area, theme } = frame;
  const place = { x: px(run.x[row]), y: py(run.f[row]) };
  const level = area.bottom - 5;
  if (column === 'gx') lit.drawBold(frame, tangentAt(frame, run, row), theme.accent);
  if (column === 'x') lit.drawGuide(frame, place, 'x');
  if (column === 'f') lit.drawGuide(frame, place, 'y');
  if (column === 'dx' && row > 0) {
    const from = { x: px(run.x[row - 1]), y: level };
    lit.drawBoldArrow(frame, from, { x: place.x, y: level }, theme.runs[run.style.hue]);
  }
  lit.drawHalo(frame, place);
}

/**
 * All of the stage.
 * @param {Frame} frame @param {CurveScene} scene @param {Curve} curve what of it is in view
 */
export function drawStage(frame, scene, curve) {
  const { runs, t, words } = scene;
  const { view } = frame;
  // A path below the view is near a pole. It comes back, so it does not count as leaving.
  const [x0, x1, , y1] = view;
  const { paths, exits, ends } = strokes.pathsOn(
    frame,
    runs,
    t,
    [x0, x1, -Infinity, y1],
    ['x', 'f'],
  );
  const selected = runs.find((run) => run.selected);
  inside(frame, () => {
    drawCurve(frame, curve, scene.points);
    strokes.drawGhosts(frame, paths, LOOK);
    strokes.drawWalked(frame, paths, LOOK);
    if (words) drawChanges(frame, runs, t, ['x', 'f']);
    if (selected && words && scene.tried) drawTried(frame, scene.tried, selected.style);
    if (selected && words) drawStep(frame, selected, t);
    strokes.drawHeads(frame, paths);
    drawStart(frame, scene);
    drawExits(frame, exits);
    if (scene.wrong)
      lit.drawCross(frame, { x: frame.px(scene.wrong.x), y: frame.py(scene.wrong.f) });
  });
  if (!words) return;
  const taken = takenBy(frame, scene, curve, paths);
  drawEnds(frame, ends, taken);
  if (selected) {
    taken.addLine(tangentAt(frame, selected, t));
    labelPoints(frame, selected, t, taken);
  }
  drawTags(frame, exits, words);
}

/**
 * Where no words may stand, whatever the step shown.
 * @param {Frame} frame @param {CurveScene} scene @param {Curve} curve
 * @param {import('./paths.js').Path[]} paths
 */
function takenBy({ area, px, py }, { points, start, startHeight }, curve, paths) {
  const taken = new Taken({ ...area, bottom: area.bottom - FLOOR });
  taken.addLine(Array.from(curve.x, (x, i) => ({ x: px(x), y: py(curve.f[i]) })));
  for (const { x, f } of points) taken.addMark({ x: px(x), y: py(f) }, 6);
  for (const { whole } of paths) {
    taken.addLine(whole);
    if (whole.length <= MOST_DOTS) for (const place of whole) taken.addMark(place, 3);
  }
  taken.addMark({ x: px(start), y: py(startHeight) }, 11);
  return taken;
}

/** @param {Frame} frame @param {Curve} curve @param {CurveScene['points']} points */
export function drawCurve({ context, px, py, theme }, curve, points) {
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.strokeStyle = theme.ink;
  strokeLine(
    context,
    Array.from(curve.x, (x, i) => [px(x), py(curve.f[i])]),
  );
  for (const { x, f, kind } of points) {
    const [left, top] = [px(x), py(f)];
    context.lineWidth = 1.5;
    context.fillStyle = theme.paper;
    context.strokeStyle = theme.ink;
    context.beginPath();
    if (kind.endsWith('minimum')) context.arc(left, top, 4, 0, 2 * Math.PI);
    else context.rect(left - 3.5, top - 3.5, 7, 7);
    context.fill();
    context.stroke();
  }
}

/**
 * A piece of the tangent at the current point; nothing where there is none.
 * @param {Frame} frame @param {CurveRun} run @param {number} t
 * @returns {{ x: number, y: number }[]}
 */
function tangentAt({ px, py }, { x, f, gx }, t) {
  const row = Math.min(t, x.length - 1);
  const [left, top] = [px(x[row]), py(f[row])];
  const slope = (py(f[row] + gx[row]) - top) / (px(x[row] + 1) - px(x[row]));
  if (!Number.isFinite(left + top + slope)) return [];
  const reach = TANGENT / Math.hypot(1, slope);
  return [-reach, reach].map((by) => ({ x: left + by, y: top + by * slope }));
}

/**
 * The tangent at the current point, and along the x axis the step it leads to.
 * @param {Frame} frame @param {CurveRun} run @param {number} t
 */
function drawStep(frame, run, t) {
  const { context, area, px, py, theme } = frame;
  const { x, f, style } = run;
  const row = Math.min(t, x.length - 1);
  const [left, top] = [px(x[row]), py(f[row])];
  if (!Number.isFinite(left + top)) return;
  context.lineWidth = 2;
  context.strokeStyle = theme.accent;
  strokePlaces(context, tangentAt(frame, run, t));
  context.setLineDash([2, 4]);
  context.lineWidth = 1.25;
  context.strokeStyle = theme.soft;
  strokeLine(context, [
    [left, top],
    [left, area.bottom],
  ]);
  context.setLineDash([]);
  if (row + 1 >= x.length || left < area.left || left > area.right) return;
  context.lineWidth = 2.5;
  context.strokeStyle = theme.runs[style.hue];
  context.fillStyle = theme.runs[style.hue];
  drawArrow(context, left, area.bottom - 5, px(x[row + 1]), area.bottom - 5);
}

/** @param {Frame} frame @param {CurveScene} scene */
function drawStart({ context, area, px, py, theme }, { start, startHeight }) {
  const left = px(start);
  const top = py(startHeight);
  context.lineWidth = 2;
  context.strokeStyle = theme.ink;
  context.beginPath();
  context.arc(left, Math.min(Math.max(top, area.top), area.bottom), 9.5, 0, 2 * Math.PI);
  context.stroke();
}

/**
 * Numbers the points of the selected run: the current one first, then from the start on, each where there is
 * room.
 * @param {Frame} frame @param {CurveRun} run @param {number} t @param {Taken} taken
 */
function labelPoints(frame, { x, f, style }, t, taken) {
  const { px, py, theme } = frame;
  const last = Math.min(t, x.length - 1);
  const rows = [last, ...Array.from({ length: Math.min(last, MOST_NUMBERED) }, (_, i) => i)];
  taken.addMark({ x: px(x[last]), y: py(f[last]) }, 7);
  const texts = rows.map((row) => `x${subscript(row)}`);
  const labels = rows.map((row, i) => ({
    x: px(x[row]),
    y: py(f[row]),
    width: textWidth(frame, texts[i], 12, 600),
    height: 14,
  }));
  placeBeside(labels, taken, 2).forEach((box, i) => {
    if (!box) return;
    drawText(frame, texts[i], (box.left + box.right) / 2, (box.top + box.bottom) / 2, {
      colour: theme.runs[style.hue],
      weight: 600,
    });
  });
}
