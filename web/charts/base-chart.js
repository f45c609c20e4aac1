// What all charts share: a Chart.js chart that supplies axes and layout, and a plugin of ours that draws the rest.

import { Chart, LinearScale, LogarithmicScale, ScatterController } from 'chart.js';
import { followPress } from './press.js';
import { readTheme } from './theme.js';

Chart.register(ScatterController, LinearScale, LogarithmicScale);

/**
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {object} Frame what a drawing function gets
 * @property {CanvasRenderingContext2D} context
 * @property {{ left: number, right: number, top: number, bottom: number }} area of the plot, in pixels
 * @property {(x: number) => number} px @property {(y: number) => number} py data to pixels
 * @property {Theme} theme
 */

/** Pixels stay within this, so that no canvas is asked to draw a line to 1e300. */
const FAR = 1e5;

/** Around the plot. */
const PADDING = { top: 10, right: 14 };
/** A number whose text tells the languages apart. */
const SAMPLE = 1234.5;

/** @param {number} pixel */
export const bounded = (pixel) => Math.max(-FAR, Math.min(FAR, pixel));

/** One chart on one canvas. Subclasses give `draw` and the options of the axes. */
export class BaseChart {
  #chart;
  #canvas;
  #look = '';
  /** @type {any} what is shown; nothing is drawn before there is one */
  scene;

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
      plugins: [{ id: 'lab', afterDraw: (chart) => this.#draw(chart) }],
    });
  }

  /** @returns {Chart} */
  get chart() {
    return this.#chart;
  }

  get canvas() {
    return this.#canvas;
  }

  /** @param {Chart} chart */
  #draw({ ctx: context, chartArea: area, scales }) {
    if (!area || !this.scene) return;
    context.save();
    /** @type {Frame} */
    const frame = {
      context,
      area,
      px: (x) => bounded(scales.x.getPixelForValue(x)),
      py: (y) => bounded(scales.y.getPixelForValue(y)),
      theme: this.theme,
    };
    this.draw(frame, this.scene);
    context.restore();
  }

  /** @param {Frame} _frame @param {any} _scene */
  draw(_frame, _scene) {}

  /**
   * The options of an axis, as all charts wear it.
   * @param {{ range: [number, number], title: string, format: (value: number) => string, type?: string, ticks?: number, isWhole?: boolean }} axis
   *   isWhole: only whole numbers have ticks
   */
  axis({ range, title, format, type = 'linear', ticks = 7, isWhole = false }) {
    const { soft, line, font } = this.theme;
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
          const isPower = Math.abs(Math.log10(Number(value)) % 1) < 1e-6;
          return type === 'logarithmic' && !isPower ? null : format(Number(value));
        },
      },
      title: { display: title !== '', text: title, color: soft, font: { family: font, size: 13 } },
    };
  }

  /**
   * Sets the scene and the axes, and draws once. Chart.js lays out anew only when the axes changed: measuring labels
   * is most of its work.
   * @param {any} scene @param {any} x @param {any} y @param {object} [padding]
   */
  show(scene, x, y, padding = PADDING) {
    this.scene = scene;
    const texts = [x, y].map(({ ticks }) => ticks.callback(SAMPLE));
    const look = JSON.stringify([x, y, padding, texts]);
    if (look === this.#look) {
      this.#chart.draw();
      return;
    }
    this.#look = look;
    Object.assign(/** @type {any} */ (this.#chart.options), {
      scales: { x, y },
      layout: { padding },
    });
    this.#chart.update('none');
  }

  /** Reads the theme anew; call it when light turns to dark. */
  readTheme() {
    this.theme = readTheme(this.#canvas);
  }

  /** The values under a place on the screen. @param {{ x: number, y: number }} place */
  under({ x, y }) {
    const box = this.#canvas.getBoundingClientRect();
    const scale = box.width / this.#canvas.offsetWidth || 1;
    const { scales } = this.#chart;
    return {
      x: scales.x.getValueForPixel((x - box.left) / scale) ?? 0,
      y: scales.y.getValueForPixel((y - box.top) / scale) ?? 0,
    };
  }

  /**
   * Draws the chart with so many pixels to a CSS pixel, hands over its canvas, and draws it as it was.
   * @param {number} ratio @param {(canvas: HTMLCanvasElement) => void} use
   */
  paintAt(ratio, use) {
    const drawAt = (/** @type {number|undefined} */ pixels) => {
      /** @type {any} */ (this.#chart.options).devicePixelRatio = pixels;
      this.#chart.resize();
    };
    drawAt(ratio);
    use(this.#canvas);
    drawAt(undefined);
  }

  destroy() {
    this.#chart.destroy();
  }
}

/**
 * Calls back with each x a pointer presses or drags to. Vertical swipes still scroll the page.
 * @param {BaseChart} chart
 * @param {(x: number) => void} onX
 */
export function followPointer(chart, onX) {
  const tell = (/** @type {PointerEvent} */ { clientX, clientY }) =>
    onX(chart.under({ x: clientX, y: clientY }).x);
  followPress(chart.canvas, { press: tell, move: tell });
}
