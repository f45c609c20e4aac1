// The elements that hold the charts: they give a canvas its place and its name, and redraw it when its scene
// or the theme changed. A chart off screen is not drawn until it comes back.

import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { CurveChart } from '../charts/curve-chart.js';
import { SeriesChart } from '../charts/series-chart.js';
import { chooseLanguage, createI18n } from '../i18n/index.js';
import { define, LabElement, later } from './lab-element.js';

/** A chart is drawn first before it is scrolled to; then it may be a frame late. */
const AHEAD = '200px';
const NOT_AHEAD = '0px';
const PAPER_RATIO = 2; // pixels to a CSS pixel

export class ChartHost extends LabElement {
  static properties = {
    scene: { attribute: false },
    theme: { type: String },
    label: { type: String },
    summary: { type: String },
    isRefused: { state: true },
  };

  /** @type {any} the chart, once there is one */
  chart;
  #isSeen = false;
  #isStale = true;
  #isHeld = false;
  #scale = 1;
  /** Each time it is put into a page it has a canvas of its own: a chart's listeners go with its canvas. */
  #life = 0;
  /** @type {IntersectionObserver|undefined} */
  #observer;

  constructor() {
    super();
    /** @type {any} */ this.scene = later();
    this.theme = '';
    this.label = '';
    this.summary = '';
    /** whether the browser gives no canvas to draw on */ this.isRefused = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
    this.#observe(AHEAD);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.chart?.destroy();
    this.chart = undefined;
    this.#isStale = true;
    this.#isSeen = false;
    this.#isHeld = false;
    this.#life++;
  }

  /** Draws whenever this comes within so much of the view. @param {string} rootMargin */
  #observe(rootMargin) {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isSeen = Boolean(entries.at(-1)?.isIntersecting);
        this.#draw();
      },
      { rootMargin },
    );
    this.#observer.observe(this);
  }

  /** @param {HTMLCanvasElement} _canvas @returns {any} */
  createChart(_canvas) {}

  /** In the language around, since no chart needs words of its own. */
  #renderRefusal() {
    const { lang } = /** @type {HTMLElement} */ (
      this.closest('[lang]') ?? document.documentElement
    );
    return html`<p class="note" role="alert">${createI18n(chooseLanguage(lang)).t('chart.refused')}</p>`;
  }

  render() {
    if (this.isRefused) return this.#renderRefusal();
    const name = [this.label, this.summary].filter(Boolean).join('. ');
    return html`${keyed(this.#life, html`<canvas role="img" aria-label=${name}></canvas>`)}`;
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (changes.has('scene') || changes.has('theme')) this.#isStale = true;
    if (changes.has('theme')) this.chart?.readTheme();
    this.#draw();
  }

  /**
   * Draws the chart, seen or not, with `ratio` pixels to a CSS pixel, and hands over its canvas.
   * @param {number} ratio @param {(canvas: HTMLCanvasElement) => void} use
   */
  paintAt(ratio, use) {
    const wasSeen = this.#isSeen;
    this.#isSeen = true;
    this.#draw();
    this.#isSeen = wasSeen;
    this.chart?.paintAt(ratio, use);
  }

  /** Draws as sharp as an enlarged chart needs. @param {number} scale how much it is enlarged */
  sharpen(scale) {
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.chart?.sharpen(scale);
  }

  /**
   * Shows the mark of a number of the step table, or none.
   * @param {import('../charts/lit.js').Lit|null} lit
   */
  light(lit) {
    this.chart?.light?.(lit);
  }

  /**
   * Keeps the chart's view while a pointer is down, and lets it follow its scene again.
   * @param {boolean} isHeld
   */
  hold(isHeld) {
    this.#isHeld = isHeld;
    this.chart?.hold(isHeld);
  }

  /** Puts a picture as wide as its place beside the canvas, for paper: a canvas there is cleared or cut. */
  toPaper() {
    this.#clearPaper();
    this.chart?.readTheme();
    this.#isStale = true;
    this.paintAt(PAPER_RATIO, (canvas) => {
      if (!canvas.width || !canvas.height) return;
      const picture = document.createElement('canvas');
      picture.className = 'on-paper';
      picture.width = canvas.width;
      picture.height = canvas.height;
      picture.getContext('2d')?.drawImage(canvas, 0, 0);
      this.append(picture);
    });
  }

  /** Takes the picture away again, and reads the colours of the screen. */
  toScreen() {
    this.#clearPaper();
    this.chart?.readTheme();
    this.#isStale = true;
    this.#draw();
  }

  #clearPaper() {
    for (const picture of this.querySelectorAll('.on-paper')) picture.remove();
  }

  #draw() {
    if (!this.#isStale || !this.#isSeen || !this.scene || this.isRefused) return;
    this.#isStale = false;
    const canvas = /** @type {HTMLCanvasElement} */ (this.querySelector('canvas'));
    this.isRefused = !this.chart && canvas.getContext('2d') === null;
    if (this.isRefused) return;
    if (!this.chart) {
      this.chart = this.createChart(canvas);
      this.chart.hold(this.#isHeld);
      this.sharpen(Number(getComputedStyle(this).getPropertyValue('--scale')) || 1);
      this.#observe(NOT_AHEAD);
    }
    this.chart.update(this.scene);
  }
}

class CurveHost extends ChartHost {
  /** @type {(x: number, width: number) => void} */
  onStart = () => {};

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new CurveChart(canvas, { onStart: (...place) => this.onStart(...place) });
  }
}

class SeriesHost extends ChartHost {
  /** @type {(t: number) => void} */
  onSeek = () => {};

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new SeriesChart(canvas, { onSeek: (t) => this.onSeek(t) });
  }
}

define('lab-curve', CurveHost);
define('lab-series', SeriesHost);
