// The element that holds the chart of data and lines.

import { DataLineChart } from '../../charts/data-line-chart.js';
import { ChartHost } from '../../elements/chart-hosts.js';
import { define } from '../../elements/lab-element.js';

class DataLineHost extends ChartHost {
  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new DataLineChart(canvas);
  }
}

define('lab-data-line', DataLineHost);
