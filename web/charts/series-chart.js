// One column of several runs over t: x, f, η, a slot. A click or a drag along it goes to that step.

import { BaseChart, followPointer } from './base-chart.js';
import { drawMarker, drawText, inside, strokeLine } from './draw.js';
import {
  digitsIn,
  isStepLike,
  nearestRow,
  roundRange,
  seriesRange,
  stairsOf,
  thinRows,
} from './geometry.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 *
 * @typedef {object} Series
 * @property {Float64Array} values @property {RunStyle} style @property {boolean} selected
 * @property {number} [per] rows to a unit of the x axis; 1 when left out
 * @property {boolean} [isStepped] row t's value holds from t − 1 to t, as a rate that a schedule sets does
 *
 * @typedef {object} SeriesScene
 * @property {Series[]} series the selected one last
 * @property {number} steps where the x axis ends @property {number} t the row shown
 * @property {string} [xTitle] "t" when left out
 * @property {'linear'|'log'} scale
 * @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format
 */

export class SeriesChart extends BaseChart {
  /** What its values need beside each other. */
  #digits = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ onSeek: (t: number) => void }} callbacks
   */
  constructor(canvas, { onSeek }) {
    super(canvas);
    followPointer(this, (value) => {
      const per = perOf(this.scene);
      onSeek(nearestRow(value * per, (this.scene?.steps ?? 0) * per));
    });
  }

  /** @param {SeriesScene} scene */
  update(scene) {
    const { series, steps, scale, yTitle, format } = scene;
    const wanted = {
      scale,
      range: seriesRange(
        series.map(({ values }) => values),
        scale,
        scene.t,
      ),
    };
    const { range } = this.see(wanted);
    this.#digits = scale === 'log' ? 0 : digitsIn(range) + 1;
    const type = scale === 'log' ? 'logarithmic' : 'linear';
    this.show(
      scene,
      this.axis({ range: [0, Math.max(1, steps)], title: scene.xTitle ?? 't', format, ticks: 7 }),
      this.axis({
        range: scale === 'log' ? range : roundRange(range),
        title: yTitle,
        format,
        type,
        ticks: 5,
      }),
    );
  }

  /** @param {Frame} frame @param {SeriesScene} scene */
  draw(frame, scene) {
    const { context, area, px, theme } = frame;
    const now = px(Math.min(scene.t / perOf(scene), scene.steps));
    context.strokeStyle = theme.soft;
    context.lineWidth = 1;
    strokeLine(context, [
      [now, area.top],
      [now, area.bottom],
    ]);
    inside(frame, () => {
      for (const series of scene.series) drawSeries(frame, series, scene);
    });
    const format = (/** @type {number} */ value) => scene.format(value, this.#digits);
    for (const series of scene.series) drawCurrent(frame, series, { ...scene, format });
  }
}

/** Rows to a unit of the x axis, of the selected run. @param {SeriesScene|undefined} scene */
const perOf = (scene) => scene?.series.find(({ selected }) => selected)?.per ?? 1;

/** @param {Frame} frame @param {Series} series @param {SeriesScene} scene */
function drawSeries(frame, { values, style, selected, per = 1, isStepped }, { scale, steps }) {
  const { context, area, px, py, theme } = frame;
  const drawable = (/** @type {number} */ value) =>
    scale === 'log' && value <= 0 ? Number.NaN : value;
  const rows = thinRows(values, Math.ceil(area.right - area.left));
  context.strokeStyle = theme.runs[style.hue];
  context.lineWidth = selected ? 2 : 1.5;
  context.lineJoin = 'round';
  context.setLineDash(style.dash);
  const points = rows.map((row) => {
    return /** @type {[number, number]} */ ([px(row / per), py(drawable(values[row]))]);
  });
  strokeLine(context, isStepped && isStepLike(values) ? stairsOf(points) : points);
  context.setLineDash([]);
  if (steps * per <= 40) for (const [x, y] of points) drawMarker(frame, style, x, y, 2.6);
}

/** The value at the current step, with its number beside it for the selected run. @param {Frame} frame @param {Series} series @param {SeriesScene} scene */
function drawCurrent(frame, { values, style, selected, per = 1 }, { t, format }) {
  const { area, px, py, theme } = frame;
  const row = Math.min(t, values.length - 1);
  const [x, y] = [px(row / per), py(values[row])];
  if (!(y >= area.top - 1 && y <= area.bottom + 1)) return;
  drawMarker(frame, style, x, y, selected ? 5 : 4);
  if (!selected) return;
  const isLate = x > (area.left + area.right) / 2;
  drawText(frame, format(values[row]), x + (isLate ? -10 : 10), Math.max(area.top + 8, y - 10), {
    colour: theme.runs[style.hue],
    align: isLate ? 'right' : 'left',
    weight: 600,
    plate: true,
  });
}
