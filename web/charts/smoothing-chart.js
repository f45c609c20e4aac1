// Draws a series as dots, its moving averages as lines, and the place shown. The reader drags a dot up or
// down; a click beside the dots shows that place.

import { BaseChart } from './base-chart.js';
import { drawMarker, drawText, inside, strokeLine } from './draw.js';
import { thinRows } from './geometry.js';
import { drawCross, drawHalo } from './lit.js';
import { followPress } from './press.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 *
 * @typedef {object} SmoothingScene place t = 1, 2, … is values[t − 1]
 * @property {readonly number[]} values
 * @property {{ values: Float64Array, style: import('./run-style.js').RunStyle, selected: boolean,
 *   column: string }[]} averages the selected one last; NaN where there is none; column: of the step table
 * @property {number} t the place shown; 0 for none
 * @property {[number, number]} yRange
 * @property {boolean} isFixed the values cannot be changed
 * @property {number} missing values that are no finite numbers
 * @property {(value: number, digits?: number) => string} format
 * @property {{ t: number, value: number }} [wrong] a wrong number of the reader's
 *
 * @typedef {object} SmoothingCallbacks
 * @property {(t: number) => void} onSeek
 * @property {(t: number, value: number, height: number) => void} onValue height of the view, to round by
 * @property {() => void} [onDraw] called after each drawing, so that elements over the canvas can move
 */

const NEAR = 16; // pixels: a pointer this close to a dot takes it
const FEW = 60; // with at most this many values, dots have full size and averages have markers

/** @extends {BaseChart<SmoothingScene>} */
export class SmoothingChart extends BaseChart {
  #callbacks;

  /** @param {HTMLCanvasElement} canvas @param {SmoothingCallbacks} callbacks */
  constructor(canvas, callbacks) {
    super(canvas);
    this.#callbacks = callbacks;
    this.#followDots(callbacks);
  }

  /** @param {SmoothingScene} scene */
  update(scene) {
    const { values, yRange, format } = scene;
    const range = /** @type {[number, number]} */ ([0.5, values.length + 0.5]);
    this.show(
      scene,
      this.axis({ range, title: 't', format, ticks: 11, isWhole: true }),
      this.axis({ range: this.see(yRange), title: '', format }),
    );
  }

  /** @param {Frame} frame @param {SmoothingScene} scene */
  draw(frame, scene) {
    drawPlace(frame, scene);
    drawSmoothing(frame, scene);
    drawCurrent(frame, scene);
    const { wrong } = scene;
    if (wrong) drawCross(frame, { x: frame.px(wrong.t), y: frame.py(wrong.value) });
    this.#callbacks.onDraw?.();
  }

  /** @param {Frame} frame @param {SmoothingScene} scene @param {import('./lit.js').Lit} lit */
  drawLit(frame, { values, averages }, { column, row }) {
    const average = averages.find((each) => each.column === column);
    const heights = column === 's' ? values : average?.values;
    if (heights) drawHalo(frame, { x: frame.px(row), y: frame.py(heights[row - 1]) });
  }

  /** Where a place's value lies, in CSS pixels from the canvas's corner. @param {number} t */
  placeOf(t) {
    const { scales } = this.chart;
    const value = this.scene?.values[t - 1] ?? Number.NaN;
    return [scales.x.getPixelForValue(t), scales.y.getPixelForValue(value)];
  }

  /** @param {SmoothingCallbacks} callbacks */
  #followDots({ onSeek, onValue }) {
    const { canvas } = this;
    let dragged = 0;
    const nearest = (/** @type {number} */ x) =>
      Math.min(Math.max(Math.round(x), 1), this.scene?.values.length ?? 1);
    followPress(canvas, {
      press: (event) => {
        if (!this.scene) return;
        const { isFixed } = this.scene;
        const t = nearest(this.under({ x: event.clientX, y: event.clientY }).x);
        const { x, y } = this.local({ x: event.clientX, y: event.clientY });
        const [left, top] = this.placeOf(t);
        const isNear = Math.hypot(x - left, y - top) <= NEAR;
        dragged = isNear && !isFixed && event.pointerType !== 'touch' ? t : 0;
        onSeek(t);
      },
      move: (event) => {
        const { x, y } = this.within({ x: event.clientX, y: event.clientY });
        if (dragged) onValue(dragged, y, this.height);
        else onSeek(nearest(x));
      },
      end: () => {
        dragged = 0;
      },
    });
  }
}

/** @param {Frame} frame @param {SmoothingScene} scene */
function drawPlace({ context, area, px, theme }, { t }) {
  if (t < 1) return;
  context.strokeStyle = theme.soft;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  strokeLine(context, [
    [px(t), area.top],
    [px(t), area.bottom],
  ]);
  context.setLineDash([]);
}

/** The dots and the averages. @param {Frame} frame @param {SmoothingScene} scene */
export function drawSmoothing(frame, { values, averages }) {
  inside(frame, () => {
    drawDots(frame, values);
    for (const average of averages) drawAverage(frame, average);
  });
}

/** @param {Frame} frame @param {readonly number[]} values */
function drawDots({ context, area, px, py, theme }, values) {
  const rows = thinRows(values, Math.ceil(area.right - area.left));
  context.strokeStyle = theme.soft;
  context.globalAlpha = 0.5;
  context.lineWidth = 1;
  strokeLine(
    context,
    rows.map((row) => [px(row + 1), Number.isFinite(values[row]) ? py(values[row]) : Number.NaN]),
  );
  context.globalAlpha = 1;
  context.fillStyle = theme.ink;
  const radius = values.length <= FEW ? 4.5 : Math.max(1.2, 4.5 - values.length / 100);
  for (const row of rows) {
    if (!Number.isFinite(values[row])) continue;
    context.beginPath();
    context.arc(px(row + 1), py(values[row]), radius, 0, 2 * Math.PI);
    context.fill();
  }
}

/** @param {Frame} frame @param {SmoothingScene['averages'][number]} average */
function drawAverage(frame, { values, style, selected }) {
  const { context, area, px, py, theme } = frame;
  const rows = thinRows(values, Math.ceil(area.right - area.left));
  const points = rows.map((row) => {
    const y = Number.isFinite(values[row]) ? py(values[row]) : Number.NaN;
    return /** @type {[number, number]} */ ([px(row + 1), y]);
  });
  context.lineJoin = 'round';
  context.strokeStyle = theme.runs[style.hue];
  context.lineWidth = selected ? 3 : 2;
  context.setLineDash(style.dash);
  strokeLine(context, points);
  context.setLineDash([]);
  if (values.length > FEW) return;
  for (const [x, y] of points) drawMarker(frame, style, x, y, selected ? 4 : 3.2);
}

/**
 * Marks the place shown: a ring around the value, the values of the averages, and the selected one's as text.
 * @param {Frame} frame @param {SmoothingScene} scene
 */
function drawCurrent(frame, { values, averages, t, format }) {
  if (t < 1) return;
  const { context, area, px, py, theme } = frame;
  if (Number.isFinite(values[t - 1])) {
    context.beginPath();
    context.arc(px(t), py(values[t - 1]), 8.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = theme.ink;
    context.stroke();
  }
  for (const { values: each, style, selected } of averages) {
    const y = Number.isFinite(each[t - 1]) ? py(each[t - 1]) : Number.NaN;
    if (!(y >= area.top - 1 && y <= area.bottom + 1)) continue;
    drawMarker(frame, style, px(t), y, selected ? 6.5 : 5);
    if (!selected) continue;
    const isLate = px(t) > (area.left + area.right) / 2;
    drawText(
      frame,
      format(each[t - 1]),
      px(t) + (isLate ? -14 : 14),
      Math.max(area.top + 8, y - 12),
      {
        colour: theme.runs[style.hue],
        align: isLate ? 'right' : 'left',
        size: 13,
        weight: 600,
        plate: true,
      },
    );
  }
}
