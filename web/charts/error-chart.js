// The errors of difference quotients over Δx, both by powers of ten: they fall with Δx until rounding takes
// over.

import { BaseChart } from './base-chart.js';
import { drawMarker, inside, strokeLine } from './draw.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 *
 * @typedef {object} ErrorScene
 * @property {Float64Array} dx > 0
 * @property {{ errors: Float64Array, style: import('./run-style.js').RunStyle }[]} lines errors >= 0; 0 is
 *   not drawn
 * @property {number} t the step shown
 * @property {string} xTitle @property {(value: number, digits?: number) => string} format
 */

const LEAST = 1e-16;
/** Below this width, in pixels, powers of ten would run into each other. */
const NARROW = 360;

/** @extends {BaseChart<ErrorScene>} */
export class ErrorChart extends BaseChart {
  /** @param {ErrorScene} scene */
  update(scene) {
    const { dx, lines, xTitle, format } = scene;
    const drawn = lines.flatMap(({ errors }) =>
      [...errors].filter((error) => error > 0 && Number.isFinite(error)),
    );
    const type = 'logarithmic';
    const ranges = this.see({ dx: decades([...dx]), errors: decades([LEAST, ...drawn]) });
    const ticks = this.chart.width < NARROW ? 4 : 6;
    this.show(
      scene,
      this.axis({ range: ranges.dx, title: xTitle, format, type, ticks }),
      this.axis({ range: ranges.errors, title: '', format, type, ticks: 5 }),
    );
  }

  /** @param {Frame} frame @param {ErrorScene} scene */
  draw(frame, { dx, lines, t }) {
    const { context, area, px, py, theme } = frame;
    context.strokeStyle = theme.soft;
    context.lineWidth = 1;
    strokeLine(context, [
      [px(dx[t]), area.top],
      [px(dx[t]), area.bottom],
    ]);
    inside(frame, () => {
      for (const { errors, style } of lines) {
        const points = Array.from(errors, (error, i) => {
          return /** @type {[number, number]} */ ([px(dx[i]), error > 0 ? py(error) : Number.NaN]);
        });
        context.strokeStyle = theme.runs[style.hue];
        context.lineWidth = 1.75;
        context.setLineDash(style.dash);
        strokeLine(context, points);
        context.setLineDash([]);
        points.forEach(([x, y], i) => {
          drawMarker(frame, style, x, y, i === t ? 5.5 : 2.6);
        });
      }
    });
  }
}

/** Whole powers of ten around positive values. @param {number[]} values @returns {[number, number]} */
function decades(values) {
  const powers = values.map(Math.log10);
  return [10 ** Math.floor(Math.min(...powers)), 10 ** Math.ceil(Math.max(...powers) + 1e-9)];
}
