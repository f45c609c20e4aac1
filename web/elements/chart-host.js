// What every element that holds a chart shares: it gives a canvas its place and its name, and redraws it when
// its scene or the theme changed. A chart off screen is not drawn until it comes back. A mark that can be
// moved has a handle over it: a finger drags the handle where a swipe on the plot scrolls the page, and the
// keyboard moves it.

import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { chooseLanguage, createI18n } from '../i18n/index.js';
import { LabElement, UNSET } from './lab-element.js';
import { task } from './turns.js';

/** A chart is first drawn a little before it scrolls into view; later it may be a frame late. */
const AHEAD = '200px';
const NOT_AHEAD = '0px';
/** ms until then: what is seen at once is drawn first. */
const START = 200;
const PAPER_RATIO = 2; // pixels to a CSS pixel

/**
 * @template S
 * @typedef {object} HostedChart
 * @property {(scene: S) => void} update @property {() => void} destroy @property {() => void} readTheme
 * @property {(isHeld: boolean) => void} hold @property {(scale: number) => void} sharpen
 * @property {(ratio: number, use: (canvas: HTMLCanvasElement) => void) => void} paintAt
 * @property {(lit: import('../charts/lit.js').Lit|null) => void} [light]
 */

/**
 * @template S what is shown
 * @template {HostedChart<S>} C the chart that shows it
 */
export class ChartHost extends LabElement {
  static properties = {
    scene: { attribute: false },
    theme: { type: String },
    label: { type: String },
    summary: { type: String },
    isRefused: { state: true },
  };

  /** @type {C} undefined before it is first drawn */
  chart = UNSET;
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
    /** @type {S} */ this.scene = UNSET;
    this.theme = '';
    this.label = '';
    this.summary = '';
    /** whether the browser gives no canvas to draw on */ this.isRefused = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
    this.#observe(NOT_AHEAD);
    setTimeout(() => this.isConnected && !this.chart && this.#observe(AHEAD), START);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.chart?.destroy();
    this.chart = UNSET;
    this.#isStale = true;
    this.#isSeen = false;
    this.#isHeld = false;
    this.#life++;
  }

  /** Draws the chart whenever it comes within this distance of the window. @param {string} rootMargin */
  #observe(rootMargin) {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(
      async (entries) => {
        this.#isSeen = Boolean(entries.at(-1)?.isIntersecting);
        if (this.#mayDraw && !this.chart) {
          this.#begin();
          await task(); // making a chart and drawing it take half each
        }
        this.#draw();
      },
      { rootMargin },
    );
    this.#observer.observe(this);
  }

  /** @param {HTMLCanvasElement} _canvas @returns {C} */
  createChart(_canvas) {
    throw new Error('the host of a chart makes it');
  }

  /** In the language of the page around it: a chart has no i18n of its own. */
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

  get #mayDraw() {
    return this.#isStale && this.#isSeen && this.scene && !this.isRefused;
  }

  /** Makes the chart, where the browser gives a canvas to draw on. */
  #begin() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.querySelector('canvas'));
    this.isRefused = canvas.getContext('2d') === null;
    if (this.isRefused) return;
    this.chart = this.createChart(canvas);
    this.chart.hold(this.#isHeld);
    this.sharpen(Number(getComputedStyle(this).getPropertyValue('--scale')) || 1);
    this.#observe(NOT_AHEAD);
  }

  #draw() {
    if (!this.#mayDraw) return;
    if (!this.chart) this.#begin();
    if (this.isRefused) return;
    this.#isStale = false;
    this.chart.update(this.scene);
  }
}

/**
 * Puts a handle over a mark that a chart draws. A mark out of view, or not a number, has its handle at the
 * edge: a hidden handle would lose the keyboard's focus.
 * @param {HTMLElement} handle @param {readonly number[]} place of the mark, in pixels
 * @param {{ left: number, right: number, top: number, bottom: number }} area of the plot
 * @param {number} [below] so many pixels
 */
export function placeHandle(handle, [x, y], { left, right, top, bottom }, below = 0) {
  const [atX, atY] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y || 0, top), bottom)];
  handle.style.translate = `${atX}px ${atY + below}px`;
}

/**
 * Follows a pointer that is pressed on a handle.
 * @param {PointerEvent} event pointerdown or pointermove
 * @param {(place: { x: number, y: number }) => void} move
 */
export function dragHandle(event, move) {
  const handle = /** @type {HTMLElement} */ (event.currentTarget);
  if (event.type === 'pointerdown') {
    if (event.button === 0) handle.setPointerCapture(event.pointerId);
  } else if (handle.hasPointerCapture(event.pointerId)) {
    move({ x: event.clientX, y: event.clientY });
  }
}
