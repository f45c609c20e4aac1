// Draws f of two variables as a surface seen from the side, with the paths on it, on a plain canvas.

import { sampleGrid } from './field-image.js';
import { HeldView } from './held-view.js';
import { boxWith } from './plane-geometry.js';
import { BAND } from './rim.js';
import { drawSurface } from './surface-draw.js';
import { viewOf } from './surface-geometry.js';
import { buildGround } from './surface-relief.js';
import { readTheme } from './theme.js';

/**
 * @typedef {import('./plane-chart.js').PlaneScene & { camera: import('./surface-geometry.js').Camera,
 *   lit?: import('./lit.js').Lit|null }} SurfaceScene lit: the number pointed at
 */

/** Grid points along each side. With more of them, turning the surface is not smooth. */
const GRID = 72;
const MARGIN = { left: 44, right: 30, top: BAND, bottom: 34 };

export class SurfaceChart {
  #canvas;
  #observer;
  /** @type {SurfaceScene|undefined} */
  scene;
  /** @type {HeldView<SurfaceScene>} */
  #held = new HeldView();
  /** @type {{ key: string, ground: ReturnType<typeof buildGround>, box: readonly number[] }|undefined} */
  #built;
  #scale = 1;
  /** @type {import('./lit.js').Lit|null} the number pointed at */
  #lit = null;

  /** @param {HTMLCanvasElement} canvas filling a container of fixed height */
  constructor(canvas) {
    this.#canvas = canvas;
    this.theme = readTheme(canvas);
    this.#observer = new ResizeObserver(() => this.#paint());
    this.#observer.observe(canvas);
  }

  /** @param {SurfaceScene} scene */
  update(scene) {
    this.scene = scene;
    this.#paint();
  }

  /** Keeps the part of the plane in view while a pointer is down. @param {boolean} isHeld */
  hold(isHeld) {
    this.#held.hold(isHeld);
    if (!isHeld) this.#paint();
  }

  /** Shows the point of a number of the step table, or none. @param {import('./lit.js').Lit|null} lit */
  light(lit) {
    this.#lit = lit;
    this.#paint();
  }

  readTheme() {
    this.theme = readTheme(this.#canvas);
  }

  destroy() {
    this.#observer.disconnect();
  }

  /**
   * Draws with `ratio` pixels to a CSS pixel, hands over the canvas, and draws as before.
   * @param {number} ratio @param {(canvas: HTMLCanvasElement) => void} use
   */
  paintAt(ratio, use) {
    this.#paint(ratio);
    use(this.#canvas);
    this.#paint();
  }

  /** Draws with as many pixels as an enlarged canvas needs. @param {number} scale how much it is enlarged */
  sharpen(scale) {
    this.#scale = scale;
    this.#paint();
  }

  /** The ground, rebuilt only when f or the box changed. @param {SurfaceScene} scene */
  #ground(scene) {
    const { box: wanted, mustHold = [] } = this.#held.see(scene, scene.isChosen);
    const box = boxWith([...wanted], mustHold);
    const key = [scene.fieldKey, box].join();
    if (this.#built?.key === key) return this.#built;
    const field = sampleGrid((x, y) => scene.evaluate(x, y).f, box, GRID, GRID);
    this.#built = { key, box, ground: buildGround({ ...field, lowest: scene.lowest }) };
    return this.#built;
  }

  /** @param {number} [ratio] */
  #paint(ratio = devicePixelRatio * this.#scale) {
    const canvas = this.#canvas;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!this.scene || width === 0) return;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const { ground, box } = this.#ground(this.scene);
    const area = {
      left: MARGIN.left,
      right: width - MARGIN.right,
      top: MARGIN.top,
      bottom: height - MARGIN.bottom,
    };
    const view = viewOf(this.scene.camera, area);
    const scene = { ...this.scene, lit: this.#lit };
    drawSurface(context, this.theme, scene, ground, box, view, { width, height });
  }
}
