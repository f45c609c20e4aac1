// A curve with two points on it, the secant through them with its Δx and Δy, the tangent at the first, and
// along the x axis the step that the slope leads to.

import { BaseChart } from './base-chart.js';
import { drawCurve } from './curve-chart.js';
import { drawArrow, drawMarker, drawText, inside, strokeLine, strokePlaces } from './draw.js';
import { clipSegment } from './geometry.js';
import * as lit from './lit.js';
import { followPress } from './press.js';
import { runStyle } from './run-style.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 *
 * @typedef {object} SecantScene
 * @property {import('./curve-chart.js').CurveScene['sample']} sample the curve over a range of x
 * @property {{ x: number, f: number, kind: string }[]} points stationary points to mark
 * @property {[number, number]} xRange @property {[number, number]} yRange
 * @property {{ x: number, f: number }} place x @property {{ x: number, f: number }} beside x + Δx
 * @property {number} t the row shown
 * @property {number} dx @property {number} quotient Δy/Δx
 * @property {number} slope of the tangent; NaN where there is none
 * @property {number} to where a step of gradient descent goes
 * @property {boolean} isFixed the place cannot be changed
 * @property {(value: number, digits?: number) => string} format
 *
 * @typedef {object} SecantCallbacks
 * @property {(x: number, width: number) => void} onPlace width of the view, to round by
 * @property {(x: number, width: number) => void} onBeside
 * @property {() => void} [onDraw] after each drawing: what lies over the canvas may have to move
 */

const NEAR = 18; // pixels from the second point within which it is meant
const STYLE = runStyle(0);
/** Legs of the triangle that are shorter have no label. */
const LEAST_LEG = 26;

/** @extends {BaseChart<SecantScene>} */
export class SecantChart extends BaseChart {
  /** What of the curve is in view. @type {import('./curve-chart.js').Curve} */
  #curve = { x: Float64Array.of(), f: Float64Array.of() };
  #callbacks;

  /** @param {HTMLCanvasElement} canvas @param {SecantCallbacks} callbacks */
  constructor(canvas, callbacks) {
    super(canvas);
    this.#callbacks = callbacks;
    this.#followPoints(callbacks);
  }

  /** @param {SecantScene} scene */
  update(scene) {
    const { format } = scene;
    const { xRange, yRange } = this.see(scene);
    this.#curve = scene.sample(xRange);
    this.show(
      scene,
      this.axis({ range: xRange, title: 'x', format, ticks: 9 }),
      this.axis({ range: yRange, title: 'f(x)', format }),
    );
  }

  /**
   * Where a point of the curve lies, in CSS pixels from the canvas's corner.
   * @param {{ x: number, f: number }} point
   */
  placeOf({ x, f }) {
    const { scales } = this.chart;
    return [scales.x.getPixelForValue(x), scales.y.getPixelForValue(f)];
  }

  /** @param {Frame} frame @param {SecantScene} scene */
  draw(frame, scene) {
    drawSecant(frame, scene, this.#curve);
    this.#callbacks.onDraw?.();
  }

  /** @param {Frame} frame @param {SecantScene} scene @param {lit.Lit} number */
  drawLit(frame, scene, { column, row }) {
    if (row === scene.t) inside(frame, () => drawNumber(frame, scene, column));
  }

  /** @param {SecantCallbacks} callbacks */
  #followPoints({ onPlace, onBeside }) {
    const { canvas } = this;
    let move = onPlace;
    followPress(canvas, {
      press: (event) => {
        if (!this.scene || this.scene.isFixed) {
          move = () => {};
          return;
        }
        const { x, y } = this.local({ x: event.clientX, y: event.clientY });
        const distance = (/** @type {{ x: number, f: number }} */ point) => {
          const [left, top] = this.placeOf(point);
          return Math.hypot(left - x, top - y);
        };
        const { place, beside } = this.scene;
        const isBeside = distance(beside) <= NEAR && distance(beside) < distance(place);
        move = isBeside ? onBeside : onPlace;
        if (!isBeside) move(this.within({ x: event.clientX, y: event.clientY }).x, this.width);
      },
      move: (event) => move(this.within({ x: event.clientX, y: event.clientY }).x, this.width),
    });
  }
}

/**
 * Everything inside the plot.
 * @param {Frame} frame @param {SecantScene} scene @param {import('./curve-chart.js').Curve} curve
 */
export function drawSecant(frame, scene, curve) {
  const { context, theme } = frame;
  const { place, beside, slope, quotient } = scene;
  inside(frame, () => {
    drawCurve(frame, curve, scene.points);
    drawTriangle(frame, scene);
    context.lineWidth = 2;
    context.strokeStyle = theme.accent;
    strokePlaces(context, throughAt(frame, place, slope));
    context.strokeStyle = theme.runs[STYLE.hue];
    strokePlaces(context, throughAt(frame, place, quotient));
    drawStep(frame, scene);
    drawMarker(frame, STYLE, frame.px(beside.x), frame.py(beside.f), 6);
    drawDot(frame, place);
  });
}

/**
 * The mark of a number of the row shown: a point read at an axis, a leg of the triangle, a line, the step.
 * @param {Frame} frame @param {SecantScene} scene @param {string} column
 */
function drawNumber(frame, scene, column) {
  const { px, py, area, theme } = frame;
  const [here, there] = [scene.place, scene.beside].map(({ x, f }) => ({ x: px(x), y: py(f) }));
  const corner = { x: there.x, y: here.y };
  const level = area.bottom - 5;
  const toStep = [
    { x: here.x, y: level },
    { x: px(scene.to), y: level },
  ];
  const blue = theme.runs[STYLE.hue];
  const marks = /** @type {Record<string, () => void>} */ ({
    x: () => lit.drawGuide(frame, here, 'x'),
    f: () => lit.drawGuide(frame, here, 'y'),
    x_dx: () => lit.drawGuide(frame, there, 'x'),
    f_dx: () => lit.drawGuide(frame, there, 'y'),
    dx: () => lit.drawBold(frame, [here, corner], theme.ink),
    dy: () => lit.drawBold(frame, [corner, there], theme.ink),
    quotient: () => lit.drawBold(frame, throughAt(frame, scene.place, scene.quotient), blue),
    slope: () => lit.drawBold(frame, throughAt(frame, scene.place, scene.slope), theme.accent),
    to: () => lit.drawBoldArrow(frame, toStep[0], toStep[1], theme.accent),
  });
  marks[column]?.();
  if (column === 'x' || column === 'f') lit.drawHalo(frame, here);
  if (column === 'x_dx' || column === 'f_dx') lit.drawHalo(frame, there);
}

/**
 * A line through a point with a slope, from edge to edge.
 * @param {Frame} frame @param {{ x: number, f: number }} point @param {number} slope
 */
function throughAt({ area, px, py }, { x, f }, slope) {
  const [left, top] = [px(x), py(f)];
  const steep = (py(f + slope) - top) / (px(x + 1) - left);
  if (!Number.isFinite(steep)) return [];
  const at = (/** @type {number} */ edge) => top + (edge - left) * steep;
  const cut = clipSegment(area.left, at(area.left), area.right, at(area.right), area);
  if (!cut) return [];
  return [
    { x: cut[0], y: cut[1] },
    { x: cut[2], y: cut[3] },
  ];
}

/** Δx and Δy as the legs of a triangle. @param {Frame} frame @param {SecantScene} scene */
function drawTriangle(frame, { place, beside, dx, format }) {
  const { context, px, py, theme } = frame;
  const [left, top] = [px(place.x), py(place.f)];
  const [right, end] = [px(beside.x), py(beside.f)];
  if (![left, top, right, end].every(Number.isFinite)) return;
  context.lineWidth = 1.5;
  context.strokeStyle = theme.soft;
  context.setLineDash([4, 3]);
  strokeLine(context, [
    [left, top],
    [right, top],
    [right, end],
  ]);
  context.setLineDash([]);
  const look = { colour: theme.ink, size: 13, weight: 600 };
  const below = end < top ? 15 : -15;
  if (Math.abs(right - left) > LEAST_LEG)
    drawText(frame, `Δx = ${format(dx)}`, (left + right) / 2, top + below, look);
  if (Math.abs(end - top) > LEAST_LEG)
    drawText(
      frame,
      `Δy = ${format(beside.f - place.f)}`,
      right + (right > left ? 10 : -10),
      (top + end) / 2,
      { ...look, align: right > left ? 'left' : 'right' },
    );
}

/** The step −η f′(x) along the axis. @param {Frame} frame @param {SecantScene} scene */
function drawStep({ context, area, px, py, theme }, { place, to, slope }) {
  if (!Number.isFinite(slope)) return;
  const [left, top] = [px(place.x), py(place.f)];
  context.setLineDash([2, 4]);
  context.lineWidth = 1.25;
  context.strokeStyle = theme.soft;
  strokeLine(context, [
    [left, top],
    [left, area.bottom],
  ]);
  context.setLineDash([]);
  context.lineWidth = 2.5;
  context.strokeStyle = theme.accent;
  context.fillStyle = theme.accent;
  drawArrow(context, left, area.bottom - 5, px(to), area.bottom - 5);
}

/** @param {Frame} frame @param {{ x: number, f: number }} point */
function drawDot({ context, px, py, theme }, { x, f }) {
  const [left, top] = [px(x), py(f)];
  if (!Number.isFinite(left + top)) return;
  context.beginPath();
  context.arc(left, top, 6, 0, 2 * Math.PI);
  context.fillStyle = theme.ink;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = theme.paper;
  context.stroke();
}
