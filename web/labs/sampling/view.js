// The sampling lab: a line fitted to data by steps that see 1 point, m points or all N points.

import { html } from 'lit';
import './batch-field.js';
import './batch-gradient.js';
import './panel.js';
import './stage.js';
import '../../elements/chart-hosts.js';
import '../../elements/step-table.js';
import '../../elements/worked-step.js';
import { define } from '../../elements/lab-element.js';
import { plotSection, scaleToggle } from '../../elements/plot-section.js';
import { updateRun } from '../../state/runs.js';
import { Checking } from '../checking.js';
import { RunsView } from '../runs-view.js';
import { inOrder, visibleRuns } from '../visible-runs.js';
import { batchParam, countOf, SAMPLES, sampleSpecFor, settle, stepsOf } from './experiment.js';
import * as scenes from './scene.js';
import * as words from './words.js';

/**
 * @typedef {import('../../core/index.js').SampleRun} SampleRun
 * @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment
 *
 * @typedef {object} Sampled
 * @property {readonly import('../visible-runs.js').VisibleRun<SampleRun>[]} shown
 * @property {import('../runs-view.js').Outcome[]} outcomes of all runs
 * @property {SampleRun|null} run the selected one's
 * @property {SampleRun|null} any some run: all have the same data
 * @property {ReturnType<typeof scenes.batchShown>} seen what the step shown of the selected run saw
 */

const CLOCKS = /** @type {const} */ (['steps', 'epochs']);

/** @extends {RunsView<SamplingExperiment, Sampled, SampleRun>} */
class SamplingView extends RunsView {
  static properties = { scales: { state: true } };

  kind = SAMPLES;

  namesOf = words.sampleNames;

  #checking = new Checking(this);

  constructor() {
    super();
    /** @type {Record<string, import('../../elements/plot-section.js').Scale>} */ this.scales = {};
  }

  /** Completes a changed experiment: every run gets a batch size. @param {SamplingExperiment} experiment */
  settled(experiment) {
    return settle(experiment);
  }

  compute() {
    const { core, experiment, i18n } = this;
    const { results } = this;
    const { run } = results[experiment.selected];
    return {
      shown: visibleRuns(experiment, results, this.names),
      outcomes: results.map((result, index) =>
        words.outcomeOf(result, index, experiment, core, i18n),
      ),
      run,
      any: results.find((result) => result.run)?.run ?? null,
      seen: run && scenes.batchShown(experiment, experiment.selected, run, core),
    };
  }

  /** @param {Sampled} done */
  renderControls({ any }) {
    const { core, experiment, i18n } = this;
    const change = (/** @type {(e: SamplingExperiment) => SamplingExperiment} */ next) =>
      this.change((e) => settle(next(e)));
    return html`<lab-sampling-panel .core=${core} .experiment=${experiment} .theory=${any} .i18n=${i18n}
      .change=${change}></lab-sampling-panel>`;
  }

  /** @param {Sampled} done */
  renderStage({ shown, seen }) {
    const { core, experiment, i18n, theme, change } = this;
    const isHidden = experiment.runs[experiment.selected].hidden;
    return html`<lab-sampling-stage class="stage pair" .core=${core} .experiment=${experiment}
      .shown=${shown} .seen=${isHidden ? null : seen} .i18n=${i18n} .theme=${theme}
      .wrong=${this.#checking.found?.point ?? null}
      .change=${change}></lab-sampling-stage>`;
  }

  /** @param {Sampled} done */
  renderWorked({ run, seen }) {
    const { core, experiment, i18n } = this;
    if (!run) return '';
    return html`<div class="worked-parts is-joined">
      <lab-batch-gradient .numbers=${seen?.numbers} .t=${seen?.t ?? 0} .count=${countOf(experiment)}
        .i18n=${i18n}></lab-batch-gradient>
      <lab-worked .core=${core} .run=${experiment.runs[experiment.selected]} .done=${run}
        .rule=${experiment.rule} .t=${experiment.t} .i18n=${i18n}></lab-worked></div>`;
  }

  /** How many points a step of the run sees. @param {number} index */
  renderFields(index) {
    const { experiment, i18n } = this;
    const { lock, runs } = experiment;
    const set = (/** @type {number} */ batch) =>
      this.change((e) => settle(updateRun(e, index, { batch })));
    return html`<lab-batch-field .param=${batchParam(experiment)} .value=${runs[index].batch}
      .locked=${lock.includes('runs') || lock.includes('batch')} .i18n=${i18n}
      .onChange=${set}></lab-batch-field>`;
  }

  /** @param {Sampled} done */
  legend({ shown }) {
    const { experiment, core, i18n } = this;
    return inOrder(shown).map((each) => ({
      index: each.index,
      name: this.names[each.index].full,
      words: words.shownWords(each, experiment, core, i18n),
    }));
  }

  /** @param {Sampled} done */
  renderPlots({ run, shown }) {
    return (
      run && html`<div class="plots">${CLOCKS.map((clock) => this.#renderPlot(clock, shown))}</div>`
    );
  }

  /** The loss over steps or epochs. @param {typeof CLOCKS[number]} clock @param {Sampled['shown']} shown */
  #renderPlot(clock, shown) {
    const { core, experiment, i18n, theme, seek } = this;
    const scale = this.scales[clock] ?? 'log';
    const label = i18n.t(`sampling.over.${clock}`);
    const scene = scenes.lossSeries(
      clock,
      scale,
      stepsOf(experiment),
      experiment,
      shown,
      core,
      i18n,
    );
    const choose = (/** @type {typeof scale} */ next) => {
      this.scales = { ...this.scales, [clock]: next };
    };
    const chart = html`<lab-series class="plot-chart" .scene=${scene} .theme=${theme} .label=${label}
      .onSeek=${seek}></lab-series>`;
    return plotSection(label, chart, scaleToggle(scale, label, choose, i18n));
  }

  /** @param {Sampled} done */
  renderTable({ run }) {
    const { experiment, i18n, seek } = this;
    if (!run) return '';
    const name = this.names[experiment.selected].full;
    return html`<lab-table .run=${run} .t=${experiment.t} .i18n=${i18n} .title_=${name}
      .check=${this.#checking.found?.check ?? null} .tools=${[this.#checking.tool]}
      .onSeek=${seek}></lab-table>`;
  }

  /** @param {Sampled} done @returns {unknown} */
  renderCheck({ run }) {
    const { experiment } = this;
    const { selected } = experiment;
    if (!run) return '';
    return this.#checking.render({
      spec: sampleSpecFor(experiment, selected),
      ...{ run: () => run, of: [run], name: this.names[selected].full },
    });
  }
}

define('lab-sampling', SamplingView);
