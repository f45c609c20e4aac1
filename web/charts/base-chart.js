// What all charts share: Chart.js supplies the axes and the layout, our code draws the rest. The axes and a
// subclass's ground stay the same while a scene moves, so they are drawn once and kept as an image: drawing
// text on a canvas makes the browser lay out the page, which would be most of the cost of a drag.

import { Chart, LinearScale, LogarithmicScale, ScatterController } from 'chart.js';
import { besideWords, bounded } from './draw.js';
import { digitsIn } from './geometry.js';
import { HeldView } from './held-view.js';
import { readTheme } from './theme.js';

Chart.register(ScatterController, LinearScale, LogarithmicScale);

/**
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {object} Frame what a drawing function gets
 * @property {CanvasRenderingContext2D} context
 * @property {{ left: number, right: number, top: number, bottom: number }} area of the plot, in pixels
 * @property {(x: number) => number} px @property {(y: number) => number} py data to pixels
 * @property {{ left: number, right: number }} band how far words above the plot may go, in pixels
 * @property {readonly number[]} view what is seen: x from, x to, y from, y to
 * @property {import('./labels.js').Box[]} [words] where some were written
 * @property {Theme} theme
 */

/** Words keep this far from the canvas's own edge. */
const EDGE = 8;
/** Around the plot. */
const PADDING = { top: 10, right: 14 };
/** Up to this ratio of its ends a logarithmic axis has ticks between the powers of ten. */
const SHORT = 100;
/** A number that every axis can write, and that each language writes differently even with few digits. */
const SAMPLE = 0.1;

/** @typedef {ReturnType<BaseChart<unknown>['axis']> & { afterFit?: (axis: object) => void }} Axis */

/**
 * One chart on one canvas. Subclasses give the options of the axes, `draw`, and what they draw below it,
 * `drawGround`.
 * @template S the scene: what is shown
 */
export class BaseChart {
  #chart;
  #canvas;
  #look = '';
  #groundKey = '';
  #scale = 1;
  /** The canvas as it was before `draw`. */
  #ground = document.createElement('canvas');
  /** @type {HeldView<any>} any: a view is whatever a subclass gives `see`, which returns the same type */
  #held = new HeldView();
  /** @type {S|undefined} nothing is drawn before there is one */
  scene;
  /** @type {import('./lit.js').Lit|null} the number pointed at */
  #lit = null;

  /** @param {HTMLCanvasElement} canvas inside a container of fixed height and position: relative */
  constructor(canvas) {
    this.#canvas = canvas;
    this.theme = readTheme(canvas);
    this.#chart = new Chart(canvas, {
      type: 'scatter',
      data: { datasets: [] },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: PADDING },
        scales: { x: { type: 'linear' }, y: { type: 'linear' } },
      },
      plugins: [this.#plugin],
    });
  }

  /** Without a scene nothing is laid out: that would be a third of a chart's first drawing. */
  get #plugin() {
    const beforeUpdate = () => this.scene !== undefined;
    return { id: 'lab', beforeUpdate, afterDraw: () => this.#drawGround() };
  }

  get chart() {
    return this.#chart;
  }
  get canvas() {
    return this.#canvas;
  }

  /** @returns {Frame} */
  get #frame() {
    const { ctx: context, chartArea: area, scales } = this.#chart;
    return {
      context,
      area,
      px: (x) => bounded(scales.x.getPixelForValue(x)),
      py: (y) => bounded(scales.y.getPixelForValue(y)),
      band: { left: EDGE, right: this.#chart.width - EDGE },
      view: [scales.x.min, scales.x.max, scales.y.min, scales.y.max],
      words: [],
      theme: this.theme,
    };
  }

  /** Draws all the rest after Chart.js has drawn the axes, and keeps an image of what stays. */
  #drawGround() {
    if (!this.#chart?.chartArea || !this.scene) return;
    const frame = this.#frame;
    frame.context.save();
    this.drawGround(frame, this.scene);
    frame.context.restore();
    const [canvas, ground] = [this.#canvas, this.#ground];
    Object.assign(ground, { width: canvas.width, height: canvas.height });
    if (canvas.width && canvas.height) ground.getContext('2d')?.drawImage(canvas, 0, 0);
    this.#drawScene();
  }

  #drawScene() {
    if (!this.scene) return;
    const [frame, scene, lit] = [this.#frame, this.scene, this.#lit];
    frame.context.save();
    this.draw(frame, scene);
    if (lit) besideWords(frame, () => this.drawLit(frame, scene, lit));
    frame.context.restore();
  }

  /** Draws the scene again over the ground, which stays. */
  redraw() {
    const { ctx: context, chartArea } = this.#chart;
    const { width, height } = this.#ground;
    if (!chartArea || !this.scene || !width || !height) return;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#ground, 0, 0);
    context.restore();
    this.#drawScene();
  }

  /** Draws what changes only with the key given to `show`. @param {Frame} _frame @param {S} _scene */
  drawGround(_frame, _scene) {}

  /** @param {Frame} _frame @param {S} _scene */
  draw(_frame, _scene) {}

  /** Draws a number's mark. @param {Frame} _frame @param {S} _scene @param {import('./lit.js').Lit} _lit */
  drawLit(_frame, _scene, _lit) {}

  /** Shows the mark of a number of the step table, or none. @param {import('./lit.js').Lit|null} lit */
  light(lit) {
    this.#lit = lit;
    this.redraw();
  }

  /**
   * The options of an axis, the same in all charts.
   * @param {{ range: [number, number], title: string, format: (value: number, digits?: number) => string,
   *   type?: string, ticks?: number, isWhole?: boolean }} axis isWhole: only whole numbers have ticks
   */
  axis({ range, title, format, type = 'linear', ticks = 7, isWhole = false }) {
    const { soft, line, font } = this.theme;
    const digits = digitsIn(range);
    const leads = range[1] / range[0] <= SHORT ? [1, 2, 5] : [1];
    return {
      type,
      min: range[0],
      max: range[1],
      border: { color: soft },
      grid: { color: line, tickColor: line, tickLength: 5 },
      ticks: {
        color: soft,
        maxTicksLimit: ticks,
        maxRotation: 0,
        includeBounds: false,
        ...(isWhole ? { precision: 0 } : {}),
        font: { family: font, size: 12 },
        callback: (/** @type {number|string} */ value) => {
          if (type === 'linear') return format(Number(value), digits);
          const lead = Number(Number(value).toExponential(3).split('e')[0]);
          return leads.includes(lead) ? format(Number(value)) : null;
        },
      },
      title: { display: title !== '', text: title, color: soft, font: { family: font, size: 13 } },
    };
  }

  /**
   * Sets the scene and the axes, and draws once. Only what changed is drawn again, because Chart.js measures
   * every label for its layout.
   * @param {S} scene @param {Axis} x @param {Axis} y @param {{ padding?: object, groundKey?: string }} [also]
   *   groundKey: the same as long as drawGround would draw the same, in the same theme and on the same axes
   */
  show(scene, x, y, { padding = PADDING, groundKey = '' } = {}) {
    this.scene = scene;
    const texts = [x, y].map(({ ticks }) => ticks.callback(SAMPLE));
    const look = JSON.stringify([x, y, padding, texts]);
    const isLaidOut = look === this.#look;
    const isGround = isLaidOut && groundKey === this.#groundKey;
    this.#look = look;
    this.#groundKey = groundKey;
    if (isGround) this.redraw();
    else if (isLaidOut) this.#chart.draw();
    else {
      Object.assign(this.#chart.options, { scales: { x, y }, layout: { padding } });
      this.#chart.update('none');
    }
  }

  /**
   * The view to draw: the one wanted, or the previous one while the view is held. @template View
   * @param {View} wanted @param {boolean} [isChosen] by the reader: it is never held back
   * @returns {View}
   */
  see(wanted, isChosen) {
    return this.#held.see(wanted, isChosen);
  }

  /** Keeps the view while a pointer is down, and lets it follow its scene again. @param {boolean} isHeld */
  hold(isHeld) {
    this.#held.hold(isHeld);
    if (!isHeld && this.scene) this.update(this.scene);
  }

  /** Shows a scene. @param {S} _scene */
  update(_scene) {}

  /** Reads the theme again; call it when light turns to dark. */
  readTheme() {
    this.theme = readTheme(this.#canvas);
  }

  /** The width of the range of x in view. */
  get width() {
    const { x } = this.#chart.scales;
    return x.max - x.min;
  }

  /** The height of the range of y in view. */
  get height() {
    const { y } = this.#chart.scales;
    return y.max - y.min;
  }

  /**
   * The values under a place on the screen, or at the edge of the plot nearest to it.
   * @param {{ x: number, y: number }} place
   */
  within(place) {
    const { x, y } = this.under(place);
    const { scales } = this.#chart;
    const clamp = (/** @type {number} */ value, /** @type {import('chart.js').Scale} */ scale) =>
      Math.min(Math.max(value, scale.min), scale.max);
    return { x: clamp(x, scales.x), y: clamp(y, scales.y) };
  }

  /**
   * A place on the screen, in the canvas's own pixels: it may be enlarged.
   * @param {{ x: number, y: number }} place
   */
  local({ x, y }) {
    const box = this.#canvas.getBoundingClientRect();
    const scale = box.width / this.#canvas.offsetWidth || 1;
    return { x: (x - box.left) / scale, y: (y - box.top) / scale };
  }

  /** The values under a place on the screen. @param {{ x: number, y: number }} place */
  under(place) {
    const { x, y } = this.local(place);
    const { scales } = this.#chart;
    return { x: scales.x.getValueForPixel(x) ?? 0, y: scales.y.getValueForPixel(y) ?? 0 };
  }

  /**
   * Draws the chart with `ratio` pixels to a CSS pixel, hands over its canvas, and draws it as before.
   * @param {number} ratio @param {(canvas: HTMLCanvasElement) => void} use
   */
  paintAt(ratio, use) {
    this.#drawAt(ratio);
    use(this.#canvas);
    this.sharpen(this.#scale);
  }

  /** Draws as sharp as an enlarged canvas needs. @param {number} scale how much it is enlarged */
  sharpen(scale) {
    this.#scale = scale;
    this.#drawAt(scale === 1 ? undefined : devicePixelRatio * scale);
  }

  /** @param {number|undefined} ratio pixels to a CSS pixel; undefined: the screen's */
  #drawAt(ratio) {
    Object.assign(this.#chart.options, { devicePixelRatio: ratio });
    this.#chart.resize();
  }

  destroy() {
    this.#chart.destroy();
    this.#ground.width = this.#ground.height = 0; // some browsers count the memory of canvases
  }
}
