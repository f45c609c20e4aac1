// The element that holds a map, with a handle on the pixel that the keyboard points at.

import { html } from 'lit';
import { MapChart } from '../charts/map-chart.js';
import { panBox, roundBox, zoomBox } from '../charts/plane-geometry.js';
import { ChartHost, placeHandle } from './chart-host.js';
import { define } from './lab-element.js';

const WALK = 1 / 60; // an arrow key moves the cursor by this part of the view
const MOVE = 1 / 8; // and with Ctrl or ⌘ the view by this part of it
const ZOOM = 1.5;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @typedef {{ x: number, y: number }} Place in units of the axes
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Area in pixels
 */

/** @extends {ChartHost<import('../charts/map-chart.js').MapScene, MapChart>} */
export class MapHost extends ChartHost {
  /** @type {(place: number[], box: readonly number[]) => void} */
  onPick = () => {};
  /** @type {(box: number[]|null) => void} null: back to the usual view */
  onView = () => {};
  /** @type {(place: Place|null) => void} */
  onHover = () => {};
  /** The keyboard's pixel has moved. @type {(place: number[]) => void} */
  onCursor = () => {};
  /** What is seen now, and how large. @type {(box: readonly number[], area: Area) => void} */
  onSeen = () => {};
  /** @type {{ name: string, value: string, help: string }} */
  words = { name: '', value: '', help: '' };

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new MapChart(canvas, {
      onPick: (x, y) => this.onPick([x, y], this.chart.box),
      onView: (box) => this.onView([...box]),
      onHover: (place) => this.onHover(place),
      onDraw: (box, area) => {
        this.#placeHandle();
        this.onSeen(box, area);
      },
    });
  }

  /** @param {number} factor */
  zoom(factor) {
    this.onView(roundBox(zoomBox(this.chart.box, factor)));
  }

  /** Where the keyboard points: in the middle at first. */
  get #cursor() {
    const [x0, x1, y0, y1] = this.chart.box;
    const { cursor, now } = this.scene;
    const place = cursor.some(Number.isNaN) ? now : cursor;
    const isSeen = place[0] >= x0 && place[0] <= x1 && place[1] >= y0 && place[1] <= y1;
    return isSeen ? place : [(x0 + x1) / 2, (y0 + y1) / 2];
  }

  #placeHandle() {
    if (!this.chart) return;
    const handle = /** @type {HTMLElement} */ (this.querySelector('.handle'));
    const [x, y] = this.#cursor;
    placeHandle(handle, this.chart.placeOf(x, y), this.chart.chart.chartArea);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const arrow = ARROWS[event.key];
    const { box } = this.chart;
    const isView = event.ctrlKey || event.metaKey;
    const zooms = /** @type {Record<string, number>} */ ({ '+': ZOOM, '=': ZOOM, '-': 1 / ZOOM });
    const size = [box[1] - box[0], box[3] - box[2]];
    if (arrow && isView)
      this.onView(roundBox(panBox(box, arrow[0] * size[0] * MOVE, arrow[1] * size[1] * MOVE)));
    else if (arrow) {
      const part = WALK * (event.shiftKey ? 0.1 : 1);
      const moved = this.#cursor.map((at, k) => at + arrow[k] * size[k] * part);
      this.onCursor(moved.map((at, k) => Math.min(Math.max(at, box[2 * k]), box[2 * k + 1])));
    } else if (event.key === 'Enter') this.onPick([...this.#cursor], box);
    else if (event.key in zooms && !isView) this.zoom(zooms[event.key]);
    else if (event.key === '0' && !isView) this.onView(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  render() {
    const { name, value, help } = this.words;
    return html`${super.render()}
      <div class="handle" tabindex="0" role="slider" aria-label=${name} aria-valuenow="0"
        aria-valuetext=${value} title=${help} @keydown=${this.#onKey}
        @focus=${() => this.chart && this.onCursor([...this.#cursor])}></div>`;
  }
}

define('lab-map', MapHost);
