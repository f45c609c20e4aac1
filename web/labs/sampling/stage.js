// The stage of the sampling lab: the data with each run's line, beside the loss over w and b with the paths.

import { html } from 'lit';
import '../../elements/chart-hosts.js';
import { DataLineChart } from '../../charts/data-line-chart.js';
import { ChartHost } from '../../elements/chart-host.js';
import { define } from '../../elements/lab-element.js';
import { renderMarks } from '../../elements/marks-key.js';
import { Stage } from '../stage.js';
import * as scenes from './scene.js';
import * as words from './words.js';

/** @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment */

/** @extends {ChartHost<import('../../charts/data-line-chart.js').DataLineScene, DataLineChart>} */
class DataLineHost extends ChartHost {
  /** @param {HTMLCanvasElement} canvas */
  createChart(canvas) {
    return new DataLineChart(canvas);
  }
}

/** @extends {Stage<SamplingExperiment, import('../../core/index.js').SampleRun>} */
class SamplingStage extends Stage {
  static properties = { seen: { attribute: false } };

  constructor() {
    super();
    /** @type {ReturnType<typeof scenes.batchShown>} what the step shown of the selected run saw */
    this.seen = null;
  }

  render() {
    const { experiment, core, shown, seen, i18n, theme } = this;
    const [x = Number.NaN, y = Number.NaN] = this.wrong ?? [];
    const loss = { ...scenes.lossScene(experiment, shown, core, i18n), wrong: { x, y } };
    return html`<lab-data-line class="stage-chart" .theme=${theme}
        .scene=${scenes.dataScene(experiment, shown, seen, i18n)}
        .label=${i18n.t('sampling.dataLabel')}
        .summary=${words.dataSummary(experiment, i18n)}></lab-data-line>
      <lab-plane class="stage-chart" .scene=${loss} .theme=${theme}
        .label=${i18n.t('sampling.planeLabel')}
        .summary=${words.planeSummary(experiment, shown, core, i18n)} .words=${this.handleWords}
        .onView=${this.setView} .onStart=${this.setStartIn}></lab-plane>
      <div class="stage-tools">${this.renderStart(['w', 'b'])}
        <span class="grow"></span>
        ${this.stepMarks.length ? renderMarks(this.stepMarks, i18n) : ''}
        ${this.renderViews(i18n.t('stage.fitPaths'), () => scenes.fittedLoss(experiment, shown))}</div>`;
  }
}

define('lab-data-line', DataLineHost);
define('lab-sampling-stage', SamplingStage);
