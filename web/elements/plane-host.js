// The plane of two variables with a handle on the start: a finger drags it where a swipe on the plane scrolls
// the page, and the keyboard moves it, and the view.

import { html } from 'lit';
import { PlaneChart } from '../charts/plane-chart.js';
import { panBox, roundBox, zoomBox } from '../charts/plane-geometry.js';
import { ChartHost } from './chart-hosts.js';
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
    const handle = /** @type {HTMLElement} */ (this.querySelector('.handle'));
    const [left, top] = this.chart.placeOf(...this.scene.start);
    const area = this.chart.chart.chartArea;
    // Where the start is out of view the handle waits at the edge: hidden it would lose the keyboard's focus.
    const x = Math.min(Math.max(left, area.left), area.right);
    const y = Math.min(Math.max(top, area.top), area.bottom);
    handle.style.translate = `${x}px ${y}px`;
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
    const handle = /** @type {HTMLElement} */ (event.currentTarget);
    if (event.type === 'pointerdown') {
      if (event.button === 0) handle.setPointerCapture(event.pointerId);
    } else if (handle.hasPointerCapture(event.pointerId)) {
      const { x, y } = this.chart.within({ x: event.clientX, y: event.clientY });
      this.onStart([x, y], this.chart.box);
    }
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

define('lab-plane', PlaneHost);
