// The elements that hold the charts of several labs: the curve, the plane, the surface, and plots over t.

import { html } from 'lit';
import { CurveChart } from '../charts/curve-chart.js';
import { PlaneChart } from '../charts/plane-chart.js';
import { panBox, roundBox, zoomBox } from '../charts/plane-geometry.js';
import { followPress } from '../charts/press.js';
import { SeriesChart } from '../charts/series-chart.js';
import { SurfaceChart } from '../charts/surface-chart.js';
import { ChartHost, dragHandle, placeHandle } from './chart-host.js';
import { define } from './lab-element.js';

const WALK = 1 / 60; // an arrow key moves the start by this part of the view
const MOVE = 1 / 8; // and with Ctrl or ⌘ the view by this part of it
const ZOOM = 1.5;
/** @type {Record<string, [number, number]>} */
const ARROWS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const DEGREES_A_PIXEL = 0.4;

/** @extends {ChartHost<import('../charts/curve-chart.js').CurveScene, CurveChart>} */
class CurveHost extends ChartHost {
  /** @type {(x: number, width: number) => void} */
  onStart = () => {};

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new CurveChart(canvas, { onStart: (...place) => this.onStart(...place) });
  }
}

/** @extends {ChartHost<import('../charts/series-chart.js').SeriesScene, SeriesChart>} */
class SeriesHost extends ChartHost {
  /** @type {(t: number) => void} */
  onSeek = () => {};

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new SeriesChart(canvas, { onSeek: (t) => this.onSeek(t) });
  }
}

/**
 * The surface: a drag turns it, as buttons of the stage do.
 * @extends {ChartHost<import('../charts/surface-chart.js').SurfaceScene, SurfaceChart>}
 */
class SurfaceHost extends ChartHost {
  /** @type {(by: [azimuth: number, elevation: number]) => void} in degrees */
  onTurn = () => {};

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    followPress(canvas, {
      press: () => {},
      move: ({ movementX, movementY }) =>
        this.onTurn([movementX * DEGREES_A_PIXEL, movementY * DEGREES_A_PIXEL]),
    });
    return new SurfaceChart(canvas);
  }
}

/**
 * The plane with a handle on the start.
 * @extends {ChartHost<import('../charts/plane-chart.js').PlaneScene, PlaneChart>}
 */
export class PlaneHost extends ChartHost {
  /** @type {(start: number[], box: readonly number[]) => void} box: what is in view, to round by */
  onStart = () => {};
  /** @type {(box: number[] | null) => void} null: back to the usual view */
  onView = () => {};
  /** @type {{ name: string, value: string, help: string }} */
  words = { name: '', value: '', help: '' };

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new PlaneChart(canvas, {
      onStart: (x, y) => this.onStart([x, y], this.chart.box),
      onView: (box) => this.onView([...box]),
      onDraw: () => this.#placeHandle(),
    });
  }

  /** @param {number} factor */
  zoom(factor) {
    this.onView(roundBox(zoomBox(this.chart.box, factor)));
  }

  #placeHandle() {
    if (!this.chart) return;
    const [x, y] = this.scene.start;
    const handle = /** @type {HTMLElement} */ (this.querySelector('.handle'));
    placeHandle(handle, this.chart.placeOf(x, y), this.chart.chart.chartArea);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const arrow = ARROWS[event.key];
    const { box } = this.chart;
    const isView = event.ctrlKey || event.metaKey;
    const zooms = /** @type {Record<string, number>} */ ({ '+': ZOOM, '=': ZOOM, '-': 1 / ZOOM });
    if (arrow && isView) {
      const by = [arrow[0] * (box[1] - box[0]) * MOVE, arrow[1] * (box[3] - box[2]) * MOVE];
      this.onView(roundBox(panBox(box, by[0], by[1])));
    } else if (arrow) {
      const part = WALK * (event.shiftKey ? 0.1 : 1);
      const [x, y] = this.scene.start;
      const by = [arrow[0] * (box[1] - box[0]) * part, arrow[1] * (box[3] - box[2]) * part];
      this.onStart([x + by[0], y + by[1]], box);
    } else if (event.key in zooms && !isView) this.zoom(zooms[event.key]);
    else if (event.key === '0' && !isView) this.onView(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {PointerEvent} event */
  #onPointer(event) {
    dragHandle(event, (place) => {
      const { x, y } = this.chart.within(place);
      this.onStart([x, y], this.chart.box);
    });
  }

  render() {
    const { name, value, help } = this.words;
    const [x] = this.scene?.start ?? [0];
    return html`${super.render()}
      <div class="handle" tabindex="0" role="slider" aria-label=${name} aria-valuenow=${x}
        aria-valuetext=${value} title=${help}
        @keydown=${this.#onKey} @pointerdown=${this.#onPointer} @pointermove=${this.#onPointer}></div>`;
  }
}

define('lab-curve', CurveHost);
define('lab-series', SeriesHost);
define('lab-plane', PlaneHost);
define('lab-surface', SurfaceHost);
