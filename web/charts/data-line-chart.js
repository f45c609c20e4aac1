// The data and the lines fitted to it: at the step shown, each run's line; of the selected run also the
// points its last step saw, and how far they were from the line it had before.

import { BaseChart } from './base-chart.js';
import { drawMarker, inside, strokeLine } from './draw.js';
import { clipSegment } from './geometry.js';
import { drawHalo, POINT } from './lit.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 * @typedef {{ slope: number, intercept: number }} Line in the data's own units
 *
 * @typedef {object} DataLineScene
 * @property {readonly number[]} x @property {readonly number[]} y the points
 * @property {[number, number]} xRange @property {[number, number]} yRange
 * @property {(Line & { style: RunStyle, selected: boolean })[]} lines the selected one last
 * @property {Line | null} before the selected run's line before its last step
 * @property {number[]} batch indices of the points that step saw
 * @property {string} xTitle @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format
 */

const SOME = 40; // batches of at most this many points have their distances drawn boldly

/** @extends {BaseChart<DataLineScene>} */
export class DataLineChart extends BaseChart {
  /** @param {DataLineScene} scene */
  update(scene) {
    const { xRange, yRange, xTitle, yTitle, format } = scene;
    this.show(
      scene,
      this.axis({ range: xRange, title: xTitle, format }),
      this.axis({ range: yRange, title: yTitle, format }),
    );
  }

  /** @param {Frame} frame @param {DataLineScene} scene */
  draw(frame, scene) {
    const selected = scene.lines.find((line) => line.selected);
    inside(frame, () => {
      drawPoints(frame, scene);
      if (selected) drawBatch(frame, scene, selected.style);
      for (const line of scene.lines) drawRunLine(frame, line);
    });
  }

  /** @param {Frame} frame @param {DataLineScene} scene @param {import('./lit.js').Lit} lit */
  drawLit(frame, { x, y }, { column, row }) {
    const { px, py } = frame;
    if (column === POINT) inside(frame, () => drawHalo(frame, { x: px(x[row]), y: py(y[row]) }));
  }
}

/** @param {Frame} frame @param {DataLineScene} scene */
function drawPoints({ context, px, py, theme }, { x, y }) {
  context.fillStyle = theme.soft;
  context.globalAlpha = 0.45;
  x.forEach((value, i) => {
    context.beginPath();
    context.arc(px(value), py(y[i]), 3, 0, 2 * Math.PI);
    context.fill();
  });
  context.globalAlpha = 1;
}

/** Draws a line from edge to edge of the plot. @param {Frame} frame @param {Line} line */
function strokeAcross({ context, area, px, py }, { slope, intercept }) {
  const [left, top] = [px(0), py(intercept)];
  const steep = (py(intercept + slope) - top) / (px(1) - left);
  const at = (/** @type {number} */ edge) => top + (edge - left) * steep;
  const [from, to] = [area.left, area.right];
  const seen = clipSegment(from, at(from), to, at(to), area);
  if (!seen) return;
  strokeLine(context, [
    [seen[0], seen[1]],
    [seen[2], seen[3]],
  ]);
}

/** @param {Frame} frame @param {DataLineScene['lines'][number]} line */
function drawRunLine(frame, line) {
  const { context, area, px, py, theme } = frame;
  const { style, selected, slope, intercept } = line;
  context.strokeStyle = theme.runs[style.hue];
  context.lineWidth = selected ? 3 : 1.75;
  context.globalAlpha = selected ? 1 : 0.8;
  context.setLineDash(style.dash);
  strokeAcross(frame, line);
  context.setLineDash([]);
  context.globalAlpha = 1;
  const edge = area.right - 16 - 18 * style.hue;
  const value = (edge - px(0)) / (px(1) - px(0));
  const height = py(intercept + slope * value);
  if (height > area.top + 4 && height < area.bottom - 4) drawMarker(frame, style, edge, height, 5);
}

/** @param {Frame} frame @param {DataLineScene} scene @param {RunStyle} style */
function drawBatch(frame, { x, y, before, batch }, style) {
  if (!before) return;
  const { context, px, py, theme } = frame;
  const colour = theme.runs[style.hue];
  context.strokeStyle = colour;
  context.lineWidth = 1.25;
  context.globalAlpha = batch.length > SOME ? 0.3 : 0.8;
  for (const i of batch) {
    strokeLine(context, [
      [px(x[i]), py(y[i])],
      [px(x[i]), py(before.intercept + before.slope * x[i])],
    ]);
  }
  context.globalAlpha = 1;
  context.strokeStyle = theme.soft;
  context.lineWidth = 1.5;
  context.setLineDash([5, 5]);
  strokeAcross(frame, before);
  context.setLineDash([]);
  for (const i of batch) {
    context.beginPath();
    context.arc(px(x[i]), py(y[i]), 4.5, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = theme.paper;
    context.stroke();
  }
}
