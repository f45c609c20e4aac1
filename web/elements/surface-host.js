// The surface of a function of two variables. A drag turns it; buttons of the stage do the same.

import { followPress } from '../charts/press.js';
import { SurfaceChart } from '../charts/surface-chart.js';
import { ChartHost } from './chart-hosts.js';
import { define } from './lab-element.js';

const DEGREES_A_PIXEL = 0.4;

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

define('lab-surface', SurfaceHost);
