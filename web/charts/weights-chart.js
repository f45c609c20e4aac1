// Draws the weight of each past value in the averages at the place shown, as a bar for each value and
// average.

import { BaseChart } from './base-chart.js';
import { inside } from './draw.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 *
 * @typedef {object} WeightsScene
 * @property {number} first @property {number} last the places whose weights are drawn
 * @property {{ weights: Float64Array, style: import('./run-style.js').RunStyle, selected: boolean }[]} bars
 *   weights of places first to last
 * @property {string} xTitle
 * @property {(value: number, digits?: number) => string} format
 */

/** The bars' part of the space between two places. */
const FILL = 0.8;

/** @extends {BaseChart<WeightsScene>} */
export class WeightsChart extends BaseChart {
  /** @param {WeightsScene} scene */
  update(scene) {
    const { first, last, bars, xTitle, format } = scene;
    const heights = bars.flatMap(({ weights }) => [...weights].filter(Number.isFinite));
    const top = this.see(Math.max(0, ...heights) || 1);
    this.show(
      scene,
      this.axis({
        range: [first - 0.5, last + 0.5],
        title: xTitle,
        format,
        ticks: 11,
        isWhole: true,
      }),
      this.axis({ range: [0, top * 1.08], title: '', format, ticks: 5 }),
    );
  }

  /** @param {Frame} frame @param {WeightsScene} scene */
  draw(frame, scene) {
    inside(frame, () => drawWeights(frame, scene));
  }
}

/** @param {Frame} frame @param {WeightsScene} scene */
function drawWeights({ context, px, py, theme }, { first, bars }) {
  const inOrder = [...bars].sort((a, b) => a.style.hue - b.style.hue);
  const width = ((px(2) - px(1)) * FILL) / inOrder.length;
  const floor = py(0);
  inOrder.forEach(({ weights, style, selected }, k) => {
    context.fillStyle = theme.runs[style.hue];
    context.globalAlpha = selected ? 1 : 0.7;
    weights.forEach((weight, i) => {
      if (!(weight > 0)) return;
      const left = px(first + i) + (k - inOrder.length / 2) * width;
      const top = Math.min(py(weight), floor - 1);
      context.fillRect(left, top, Math.max(1, width - 1), floor - top);
    });
  });
  context.globalAlpha = 1;
}
