// The elements that hold the smoothing lab's charts. The value shown has a handle.

import { html } from 'lit';
import { SmoothingChart } from '../../charts/smoothing-chart.js';
import { WeightsChart } from '../../charts/weights-chart.js';
import { ChartHost, dragHandle, placeHandle } from '../../elements/chart-host.js';
import { define } from '../../elements/lab-element.js';

const NUDGE = 1 / 100; // an arrow key changes the value by this part of the view
const LEAP = 10; // Page Up and Page Down move by this many times the step of an arrow key

/** @extends {ChartHost<import('../../charts/smoothing-chart.js').SmoothingScene, SmoothingChart>} */
class SmoothingHost extends ChartHost {
  /** @type {(t: number) => void} */
  onSeek = () => {};
  /** @type {(t: number, value: number, height: number) => void} */
  onValue = () => {};
  /** @type {{ name: string, value: string, help: string }} */
  words = { name: '', value: '', help: '' };

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new SmoothingChart(canvas, {
      onSeek: (t) => this.onSeek(t),
      onValue: (...change) => this.onValue(...change),
      onDraw: () => this.#placeHandle(),
    });
  }

  #placeHandle() {
    const { t } = this.scene;
    if (!this.chart || t < 1) return;
    const handle = /** @type {HTMLElement} */ (this.querySelector('.handle'));
    placeHandle(handle, this.chart.placeOf(t), this.chart.chart.chartArea);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { t, values, isFixed } = this.scene;
    const steps = /** @type {Record<string, number>} */ ({
      ArrowUp: 1,
      ArrowDown: -1,
      PageUp: LEAP,
      PageDown: -LEAP,
    });
    const places = /** @type {Record<string, number>} */ ({
      ArrowLeft: t - 1,
      ArrowRight: t + 1,
      Home: 1,
      End: values.length,
    });
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps && !isFixed) {
      const { height } = this.chart;
      const from = Number.isFinite(values[t - 1]) ? values[t - 1] : 0;
      const by = steps[event.key] * NUDGE * height;
      this.onValue(t, from + by, height);
    } else if (event.key in places) {
      this.onSeek(Math.min(Math.max(places[event.key], 1), values.length));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {PointerEvent} event */
  #onPointer(event) {
    const { isFixed, t } = this.scene;
    if (isFixed) return;
    dragHandle(event, (place) => this.onValue(t, this.chart.within(place).y, this.chart.height));
  }

  render() {
    const { name, value, help } = this.words;
    const { t = 0, values = [], isFixed } = this.scene ?? {};
    const now = Number.isFinite(values[t - 1]) ? values[t - 1] : 0;
    return html`${super.render()}
      <div class="handle" ?hidden=${t < 1} tabindex="0" role="slider" aria-label=${name} aria-valuenow=${now}
        aria-valuetext=${value} aria-disabled=${isFixed} title=${help}
        @keydown=${this.#onKey} @pointerdown=${this.#onPointer} @pointermove=${this.#onPointer}></div>`;
  }
}

/** @extends {ChartHost<import('../../charts/weights-chart.js').WeightsScene, WeightsChart>} */
class WeightsHost extends ChartHost {
  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new WeightsChart(canvas);
  }
}

define('lab-smoothing-plot', SmoothingHost);
define('lab-weights', WeightsHost);
