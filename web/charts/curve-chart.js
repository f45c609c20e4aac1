// The stage of a 1D experiment: the curve, the paths walked on it, and at the current step the tangent and the
// step to come.

import { BaseChart, followPointer } from './base-chart.js';
import { drawArrow, drawMarker, drawText, inside, strokeLine } from './draw.js';
import { clipSegment, pathRows, thinLabels } from './geometry.js';
import { spacedRows } from './plane-geometry.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 *
 * @typedef {{ x: Float64Array, f: Float64Array }} Curve samples; NaN breaks the line
 *
 * @typedef {object} CurveRun
 * @property {Float64Array} x @property {Float64Array} f @property {Float64Array} gx the columns
 * @property {RunStyle} style @property {boolean} selected
 *
 * @typedef {object} CurveScene
 * @property {(range: [number, number]) => Curve} sample the curve over a range of x
 * @property {[number, number]} xRange @property {[number, number]} yRange
 * @property {boolean} isChosen the ranges are the reader's own
 * @property {{ x: number, f: number, kind: string }[]} points stationary points to mark
 * @property {CurveRun[]} runs those to draw, the selected one last
 * @property {number} t the step shown
 * @property {number} start @property {number} startHeight f there
 * @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format
 * @property {(t: number) => string} leftText "leaves the view at step 4"
 */

const MOST_POINTS = 3000;
const LABEL_DISTANCE = 17;
/** Dots nearer than this to the next are left out: their rims would cover the curve. */
const DOT_DISTANCE = 5;
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** @param {number} t */
const subscript = (t) => [...String(t)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');

export class CurveChart extends BaseChart {
  /** What of the curve is in view. @type {Curve} */
  #curve = { x: Float64Array.of(), f: Float64Array.of() };

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ onStart: (x: number, width: number) => void }} callbacks the start was clicked or dragged to x; width of
   *   the view, to round by
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
    );
  }

  /** @param {Frame} frame @param {CurveScene} scene */
  draw(frame, scene) {
    inside(frame, () => {
      drawCurve(frame, this.#curve, scene.points);
      for (const run of scene.runs) drawPath(frame, run, scene.t);
      const selected = scene.runs.find((run) => run.selected);
      if (selected) drawStep(frame, selected, scene.t);
      drawStart(frame, scene);
    });
    drawExits(frame, scene);
    const selected = scene.runs.find((run) => run.selected);
    if (selected) labelPoints(frame, selected, scene.t);
  }
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

/** @param {Frame} frame @param {CurveRun} run @param {number} t */
export function drawPath(frame, { x, f, style, selected }, t) {
  const { context, px, py, theme } = frame;
  const last = Math.min(t, x.length - 1);
  const points = pathRows(last, MOST_POINTS).map(
    (row) => /** @type {[number, number]} */ ([px(x[row]), py(f[row])]),
  );
  context.strokeStyle = theme.runs[style.hue];
  context.globalAlpha = selected ? 0.75 : 0.6;
  context.lineWidth = selected ? 1.75 : 1.5;
  context.setLineDash(style.dash);
  strokeLine(context, points);
  context.setLineDash([]);
  context.globalAlpha = 1;
  const size = points.length > 60 ? 3 : 4.2;
  const places = points.map(([left, top]) => ({ x: left, y: top }));
  for (const row of spacedRows(places, DOT_DISTANCE).reverse()) {
    drawMarker(frame, style, places[row].x, places[row].y, size);
  }
  const head = points.at(-1);
  if (head) drawMarker(frame, style, head[0], head[1], selected ? 6.5 : 5.5);
}

/**
 * The tangent at the current point, and along the x axis the step it leads to.
 * @param {Frame} frame @param {CurveRun} run @param {number} t
 */
function drawStep({ context, area, px, py, theme }, { x, f, gx, style }, t) {
  const row = Math.min(t, x.length - 1);
  const [left, top] = [px(x[row]), py(f[row])];
  if (!Number.isFinite(left + top)) return;
  const slope = (py(f[row] + gx[row]) - top) / (px(x[row] + 1) - px(x[row]));
  const reach = 110 / Math.hypot(1, slope || 0);
  context.lineWidth = 2;
  context.strokeStyle = theme.accent;
  if (Number.isFinite(slope)) {
    strokeLine(context, [
      [left - reach, top - reach * slope],
      [left + reach, top + reach * slope],
    ]);
  }
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

/** Says where a path left the view. @param {Frame} frame @param {CurveScene} scene */
function drawExits(frame, { runs, t, leftText }) {
  const { context, area, px, py, theme } = frame;
  let line = 0;
  for (const { x, f, style } of runs) {
    const seen = (/** @type {number} */ row) =>
      px(x[row]) >= area.left - 1 && px(x[row]) <= area.right + 1 && py(f[row]) >= area.top - 1;
    let row = Math.min(t, x.length - 1);
    if (!Number.isFinite(x[row])) row--;
    if (row < 1 || seen(row)) continue;
    while (row > 0 && !seen(row - 1)) row--;
    if (row < 1) continue; // it never was in view
    const exit = clipSegment(px(x[row - 1]), py(f[row - 1]), px(x[row]), py(f[row]), area);
    const isRight = px(x[row]) > (area.left + area.right) / 2;
    const edge = isRight ? area.right - 4 : area.left + 4;
    const height = exit ? Math.max(exit[3], area.top + 14) : area.top + 14;
    const back = isRight ? -20 : 20;
    context.fillStyle = theme.runs[style.hue];
    context.strokeStyle = theme.runs[style.hue];
    context.lineWidth = 2.5;
    drawArrow(context, edge + back, height, edge, height);
    const place = Math.min(height + 16 + 16 * line++, area.bottom - 10);
    const colour = theme.runs[style.hue];
    drawText(frame, leftText(row), edge, place, {
      colour,
      align: isRight ? 'right' : 'left',
      plate: true,
    });
  }
}

/** Numbers the points of the selected run: the latest first, the rest where there is room. @param {Frame} frame @param {CurveRun} run @param {number} t */
function labelPoints(frame, { x, f, style }, t) {
  const { area, px, py, theme } = frame;
  const last = Math.min(t, x.length - 1);
  const rows = [last, ...Array.from({ length: Math.min(last, 80) }, (_, i) => i)];
  const places = rows.map((row) => ({ x: px(x[row]), y: py(f[row]) }));
  const centre = (area.left + area.right) / 2;
  for (const i of thinLabels(places, LABEL_DISTANCE)) {
    const place = places[i];
    if (place.x < area.left || place.x > area.right || place.y < area.top) continue;
    const side = place.x > centre ? 13 : -13;
    const text = `x${subscript(rows[i])}`;
    const height = Math.min(Math.max(place.y - 3, area.top + 8), area.bottom - 18);
    const align = side > 0 ? 'left' : 'right';
    drawText(frame, text, place.x + side, height, {
      colour: theme.runs[style.hue],
      align,
      weight: 600,
    });
  }
}
