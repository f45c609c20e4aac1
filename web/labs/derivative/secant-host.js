// The elements that hold the derivative lab's charts. Each of the two points has a handle.

import { html } from 'lit';
import { ErrorChart } from '../../charts/error-chart.js';
import { SecantChart } from '../../charts/secant-chart.js';
import { ChartHost, dragHandle, placeHandle } from '../../elements/chart-host.js';
import { define } from '../../elements/lab-element.js';

const SIZE = 40; // of a handle, in pixels
const WALK = 1 / 60; // an arrow key moves a point by this part of the view
/** @type {Record<string, number>} */
const DIRECTIONS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
const POINTS = /** @type {const} */ (['place', 'beside']);

/** @extends {ChartHost<import('../../charts/secant-chart.js').SecantScene, SecantChart>} */
class SecantHost extends ChartHost {
  /** @type {(x: number, width: number) => void} */
  onPlace = () => {};
  /** @type {(x: number, width: number) => void} */
  onBeside = () => {};
  /** @type {Record<typeof POINTS[number], { name: string, value: string }>} */
  words = { place: { name: '', value: '' }, beside: { name: '', value: '' } };

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new SecantChart(canvas, {
      onPlace: (x, width) => this.onPlace(x, width),
      onBeside: (x, width) => this.onBeside(x, width),
      onDraw: () => this.#placeHandles(),
    });
  }

  #placeHandles() {
    if (!this.chart) return;
    const places = POINTS.map((point) => this.chart.placeOf(this.scene[point]));
    const [across, down] = [0, 1].map((i) => Math.abs(places[0][i] - places[1][i]));
    // Handles that would overlap stand one above the other; both move sideways only.
    const apart = across < SIZE && down < SIZE ? SIZE / 2 : 0;
    POINTS.forEach((point, i) => {
      const handle = /** @type {HTMLElement} */ (this.querySelector(`[data-point=${point}]`));
      placeHandle(handle, places[i], this.chart.chart.chartArea, i ? -apart : apart);
    });
  }

  /** @param {typeof POINTS[number]} point @param {number} x */
  #move(point, x) {
    const move = point === 'place' ? this.onPlace : this.onBeside;
    move(x, this.chart.width);
  }

  /** @param {KeyboardEvent} event @param {typeof POINTS[number]} point */
  #onKey(event, point) {
    const direction = DIRECTIONS[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const by = direction * this.chart.width * WALK * (event.shiftKey ? 0.1 : 1);
    if (!this.scene.isFixed) this.#move(point, this.scene[point].x + by);
  }

  /** @param {PointerEvent} event @param {typeof POINTS[number]} point */
  #onPointer(event, point) {
    if (this.scene.isFixed) return;
    dragHandle(event, (place) => this.#move(point, this.chart.within(place).x));
  }

  /** @param {typeof POINTS[number]} point */
  #renderHandle(point) {
    const { name, value } = this.words[point];
    const onPointer = (/** @type {PointerEvent} */ event) => this.#onPointer(event, point);
    return html`<div class="handle" data-point=${point} tabindex="0" role="slider" aria-label=${name}
      title=${name} aria-valuenow=${this.scene?.[point].x ?? 0} aria-valuetext=${value}
      aria-disabled=${this.scene?.isFixed ?? false}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#onKey(event, point)}
      @pointerdown=${onPointer} @pointermove=${onPointer}></div>`;
  }

  render() {
    return html`${super.render()}${POINTS.map((point) => this.#renderHandle(point))}`;
  }
}

/** @extends {ChartHost<import('../../charts/error-chart.js').ErrorScene, ErrorChart>} */
class ErrorHost extends ChartHost {
  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new ErrorChart(canvas);
  }
}

define('lab-secant', SecantHost);
define('lab-errors', ErrorHost);
