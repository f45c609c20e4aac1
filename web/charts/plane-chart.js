// The stage of two variables: f as filled contours, the paths on it, the start. Chart.js supplies axes and
// layout.

import { BaseChart } from './base-chart.js';
import { inside } from './draw.js';
import { drawField } from './field-image.js';
import { digitsIn } from './geometry.js';
import * as draw from './plane-draw.js';
import { boxToShow, boxWith, plotWidth } from './plane-geometry.js';
import { followPlane } from './plane-gestures.js';
import { BAND } from './rim.js';
import { steepOf } from './steepness.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./plane-geometry.js').Box} Box
 *
 * @typedef {object} PlaneRun
 * @property {Float64Array} x @property {Float64Array} y
 * @property {Float64Array} [f] where it is NaN no arrow points
 * @property {Float64Array} [gx] @property {Float64Array} [gy] the gradient; without it no arrow shows it
 * @property {readonly number[]} [changes] the last rows before its parameters change
 * @property {import('./run-style.js').RunStyle} style @property {boolean} selected @property {string} label
 *   "" for a run without others
 *
 * @typedef {object} PlaneScene
 * @property {Box} box what must be seen; more may be, so that a circle is a circle
 * @property {boolean} [isChosen] the box is the reader's own
 * @property {{ x: number, y: number }[]} [mustHold] places for which the box grows if they are not in view
 * @property {string} fieldKey the same as long as f is
 * @property {(x: Float64Array, y: Float64Array) => { f: Float64Array, gx: Float64Array, gy: Float64Array }}
 *   evaluate
 * @property {number} [lowest] a value f is known to reach in view
 * @property {{ x: number, y: number, kind: string }[]} points stationary points to mark
 * @property {PlaneRun[]} runs those to draw, the selected one last
 * @property {number} t the step shown
 * @property {readonly number[]} start
 * @property {import('./step-marks.js').Tried} [tried] by the selected run's method in the step shown
 * @property {{ x: number, y: number }} [wrong] a point that the reader has wrong; NaN: none
 * @property {string} xTitle @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format
 * @property {import('./rim.js').Words|null} words of paths that leave; null: a picture without words
 * @property {(x: number, y: number, f: number, digits: number) => string} readout under the pointer
 *
 * @typedef {object} PlaneCallbacks
 * @property {(x: number, y: number) => void} onStart the start was clicked or dragged there
 * @property {(box: Box) => void} onView the view was zoomed or moved
 * @property {() => void} [onDraw] after each drawing: what lies over the canvas may have to move
 */

/**
 * Fixed, so that the plot keeps its place while it is zoomed and moved. The left margin has room for `digits`
 * digits and grows by a digit's width for each more.
 */
const MARGIN = { left: 58, right: 14, top: BAND, bottom: 46, digits: 4, digit: 8 };
const LEGEND = { width: 88, from: 560 };

/** @extends {BaseChart<PlaneScene>} */
export class PlaneChart extends BaseChart {
  /** @type {Box} what is shown */
  box = [-1, 1, -1, 1];
  /** @type {{ x: number, y: number } | null} the pointer, in units */
  hover = null;
  #callbacks;
  /** A slope that counts as steep here. */
  #steep = 1;

  /** How many digits the pointer's place is read with. */
  get #digits() {
    const [x0, x1, y0, y1] = this.box;
    return 1 + Math.max(digitsIn([x0, x1]), digitsIn([y0, y1]));
  }

  /** @param {HTMLCanvasElement} canvas @param {PlaneCallbacks} callbacks */
  constructor(canvas, callbacks) {
    super(canvas);
    this.#callbacks = callbacks;
    followPlane(this, callbacks);
    this.chart.options.onResize = () => {
      if (this.scene) this.update(this.scene);
    };
  }

  /** @param {PlaneScene} scene */
  update(scene) {
    const { xTitle, yTitle, format } = scene;
    const { box, mustHold = [] } = this.see(scene, scene.isChosen);
    const { width, height } = this.chart;
    const right = width < LEGEND.from ? MARGIN.right : LEGEND.width;
    const left =
      MARGIN.left + MARGIN.digit * Math.max(0, digitsIn([box[2], box[3]]) - MARGIN.digits);
    const [wide, high] = [width - left - right, height - MARGIN.top - MARGIN.bottom];
    const room = [Math.max(1, wide), Math.max(1, high)];
    const across = plotWidth(boxWith([...box], mustHold), room[0], room[1]);
    this.box = boxToShow(box, mustHold, across, room[1]);
    const side = (room[0] - across) / 2;
    const [x0, x1, y0, y1] = this.box;
    this.show(
      scene,
      {
        ...this.axis({ range: [x0, x1], title: xTitle, format, ticks: 9 }),
        afterFit: (/** @type {object} */ axis) => Object.assign(axis, { height: MARGIN.bottom }),
      },
      {
        ...this.axis({ range: [y0, y1], title: yTitle, format, ticks: 9 }),
        afterFit: (/** @type {object} */ axis) => Object.assign(axis, { width: left }),
      },
      {
        padding: { top: MARGIN.top, right: right + side, left: side },
        groundKey: scene.fieldKey,
      },
    );
  }

  /** f, and beside it the legend of its fills. @param {Frame} frame @param {PlaneScene} scene */
  drawGround(frame, scene) {
    const { levels, fills } = drawField(frame, this.box, scene);
    if (this.chart.width >= LEGEND.from) draw.drawLegend(frame, levels, fills, scene.format);
    this.#steep = steepOf(scene, this.box);
  }

  /** @param {Frame} frame @param {PlaneScene} scene */
  draw(frame, scene) {
    draw.drawStage(frame, scene, this.#steep);
    inside(frame, () => this.#drawHover(frame, scene));
    this.#callbacks.onDraw?.();
  }

  /** @param {Frame} frame @param {PlaneScene} scene @param {import('./lit.js').Lit} lit */
  drawLit(frame, scene, lit) {
    inside(frame, () => draw.drawNumber(frame, scene, lit, this.#steep));
  }

  /** @param {Frame} frame @param {PlaneScene} scene */
  #drawHover(frame, { evaluate, readout }) {
    if (!this.hover) return;
    const { x, y } = this.hover;
    const { f, gx, gy } = evaluate(Float64Array.of(x), Float64Array.of(y));
    if (!Number.isNaN(f[0])) draw.drawDownhill(frame, { x, y, gx: gx[0], gy: gy[0] }, this.#steep);
    draw.drawReadout(frame, readout(x, y, f[0], this.#digits));
  }

  /** Where a point lies, in CSS pixels from the canvas's corner. @param {number} x @param {number} y */
  placeOf(x, y) {
    const { scales } = this.chart;
    return [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)];
  }
}
