// The surface of a function of two variables. A drag turns it; buttons of the stage do the same.

import { SurfaceChart } from '../charts/surface-chart.js';
import { ChartHost } from './chart-hosts.js';
import { define } from './lab-element.js';

const DEGREES_A_PIXEL = 0.4;

class SurfaceHost extends ChartHost {
  /** @type {(by: [azimuth: number, elevation: number]) => void} in degrees */
  onTurn = () => {};

  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    // Up and down a finger still scrolls the page.
    canvas.style.touchAction = 'pan-y';
    canvas.addEventListener('pointerdown', (event) => {
      if (event.button === 0) canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', (event) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return;
      this.onTurn([event.movementX * DEGREES_A_PIXEL, event.movementY * DEGREES_A_PIXEL]);
    });
    return new SurfaceChart(canvas);
  }
}

define('lab-surface', SurfaceHost);
