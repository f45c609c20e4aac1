// The sampling lab: a line fitted to data by steps that see 1 point, m points or all N points.

import { html } from 'lit';
import './batch-field.js';
import './batch-gradient.js';
import '../../elements/chart-hosts.js';
import './data-line-host.js';
import '../../elements/plane-host.js';
import '../../elements/player.js';
import '../../elements/run-card.js';
import './panel.js';
import '../../elements/step-table.js';
import '../../elements/worked-step.js';
import { runStyle } from '../../charts/run-style.js';
import { icon } from '../../elements/icons.js';
import { define, later } from '../../elements/lab-element.js';
import { needsLegend } from '../../elements/legend.js';
import { resetButton } from '../../elements/view-tools.js';
import { diagnosisSentence, theorySentence } from '../../i18n/sentences.js';
import * as experiments from '../../state/experiment.js';
import { CUSTOM, hypersOf } from '../../state/own-units.js';
import { createResults } from '../../state/results.js';
import * as runs from '../../state/runs.js';
import { CardsView } from '../cards-view.js';
import { fittedBox } from '../descent/plane-scene.js';
import { visibleRuns } from '../descent/scene.js';
import { runActs } from '../run-acts.js';
import * as sampling from './experiment.js';
import * as scenes from './scene.js';

/** @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment */

const CLOCKS = /** @type {const} */ (['steps', 'epochs']);

class SamplingView extends CardsView {
  static properties = {
    ...CardsView.properties,
    scales: { state: true },
  };

  #results = /** @type {any} */ (null);

  constructor() {
    super();
    /** @type {SamplingExperiment} */ this.experiment = later();
    /** @type {Record<string, 'linear'|'log'>} */ this.scales = {};
  }

  /** Changes the experiment and puts right what that leaves behind. @param {(e: any) => any} change */
  #set = (change) => this.change((e) => sampling.settle(change(e)));

  /** @param {number} t */
  #seek = (t) => this.change((e) => sampling.setShown(e, t));

  render() {
    const { core, experiment, i18n } = this;
    this.#results ??= createResults({ run: (spec) => core.sample(spec) }, sampling.sampleSpecFor);
    const results = this.#results(experiment);
    this.selectWithin(experiment.runs.length);
    const shown = visibleRuns(/** @type {any} */ (experiment), results, this.selected);
    const hide = new Set(experiment.hide);
    const { run } = results[this.selected];
    const seen = run && scenes.batchShown(experiment, this.selected, run, core);
    const done = results.find((/** @type {any} */ result) => result.run)?.run ?? null;
    return html`
      ${hide.has('controls') ? '' : html`<lab-sampling-panel .core=${core} .experiment=${experiment} .theory=${done} .i18n=${i18n} .change=${this.#set}></lab-sampling-panel>`}
      ${this.#renderStage(shown, experiment.runs[this.selected].hidden ? null : seen, i18n)}
      <lab-player ?hidden=${hide.has('player')} .t=${experiment.t} .steps=${sampling.stepsOf(experiment)} .i18n=${i18n} .onSeek=${this.#seek}></lab-player>
      ${hide.has('worked') || !run ? '' : this.#renderWorked(run, seen, i18n)}
      ${hide.has('runs') ? '' : this.#renderRuns(results, i18n)}
      ${needsLegend(experiment) ? html`<lab-legend class="runs" .items=${shown.map(({ run, index }) => ({ index, name: this.#runName(index, i18n), words: this.#words(run, index, i18n) }))}></lab-legend>` : ''}
      ${hide.has('plots') || !run ? '' : html`<div class="plots">${CLOCKS.map((clock) => this.#renderPlot(clock, shown, i18n))}</div>`}
      ${hide.has('table') || !run ? '' : html`<lab-table .run=${run} .t=${experiment.t} .i18n=${i18n} .title_=${this.#runName(this.selected, i18n)} .onSeek=${this.#seek}></lab-table>`}`;
  }

  /** "1-sample", "10-sample", "N-sample". @param {number} index @param {import('../../i18n/index.js').I18n} i18n */
  #batchName(index, i18n) {
    const { batch } = this.experiment.runs[index];
    const isAll = batch === sampling.countOf(this.experiment);
    return isAll ? i18n.t('batch.all') : i18n.t('batch.size', { size: i18n.n(batch) });
  }

  /** @param {number} index @param {import('../../i18n/index.js').I18n} i18n */
  #runName(index, i18n) {
    const { optimizer } = this.experiment.runs[index];
    const unit = this.core.catalog.optimizers.find(({ key }) => key === optimizer);
    const name = unit ? i18n.name('optimizers', unit) : i18n.t('runs.own');
    return `${name}, ${this.#batchName(index, i18n)}`;
  }

  /** @param {ReturnType<typeof visibleRuns>} shown @param {ReturnType<typeof scenes.batchShown>} seen @param {import('../../i18n/index.js').I18n} i18n */
  #renderStage(shown, seen, i18n) {
    const { experiment, core } = this;
    const [w, b] = experiment.start.map((value) => i18n.n(value));
    const inOrder = [...shown].sort((one, other) => one.index - other.index);
    const ends = inOrder.map(
      ({ run, index }) => `${this.#runName(index, i18n)}: ${this.#words(run, index, i18n)}`,
    );
    const words = {
      name: i18n.t('plane.start'),
      value: `(${w}; ${b})`,
      help: i18n.t('plane.keys'),
    };
    const setView = (/** @type {readonly number[]|null} */ view) =>
      this.change((e) => ({ ...e, view }));
    return html`<section class="stage pair">
      <lab-data-line class="stage-chart" .scene=${scenes.dataScene(experiment, shown, seen, i18n)} .theme=${this.theme}
        .label=${i18n.t('sampling.dataLabel')} .summary=${i18n.t('sampling.dataSummary', { count: sampling.countOf(experiment), t: experiment.t })}></lab-data-line>
      <lab-plane class="stage-chart" .scene=${scenes.lossScene(experiment, shown, core, i18n)} .theme=${this.theme} .label=${i18n.t('sampling.planeLabel')}
        .summary=${i18n.t('stage.summary', { start: words.value, runs: ends.join('; ') })} .words=${words} .onView=${setView}
        .onStart=${(/** @type {number[]} */ start, /** @type {number[]} */ box) => this.#setStart(start, [box[1] - box[0], box[3] - box[2]])}></lab-plane>
      <div class="stage-tools">
        <div class="start"><i>w</i><sub>0</sub> = ${w}, <i>b</i><sub>0</sub> = ${b}</div>
        <span class="grow"></span>
        <button type="button" data-act="fit" @click=${() => setView(fittedBox(/** @type {any} */ (experiment), /** @type {any} */ (scenes.asPlaneResults(shown))))}>${i18n.t('stage.fitPaths')}</button>
        ${resetButton(experiment.view, setView, i18n)}
      </div></section>`;
  }

  /** Sets the start to a place on the plane, rounded to what can be told apart there. @param {number[]} start @param {number[]} widths */
  #setStart(start, widths) {
    if (this.experiment.lock.includes('x0')) return;
    const rounded = start.map((value, i) => {
      const unit = 10 ** Math.floor(Math.log10(widths[i] / 400));
      return Number((Math.round(value / unit) * unit).toPrecision(12));
    });
    this.change((e) => experiments.setStart(e, rounded, this.core.catalog));
  }

  /** @param {any} run @param {ReturnType<typeof scenes.batchShown>} seen @param {import('../../i18n/index.js').I18n} i18n */
  #renderWorked(run, seen, i18n) {
    const { core, experiment } = this;
    return html`<div class="worked-parts">
      <lab-batch-gradient .numbers=${seen?.numbers} .t=${seen ? seen.t : 0} .count=${sampling.countOf(experiment)} .i18n=${i18n}></lab-batch-gradient>
      <lab-worked .core=${core} .run=${experiment.runs[this.selected]} .done=${run} .rule=${experiment.rule} .t=${experiment.t} .i18n=${i18n}></lab-worked></div>`;
  }

  /** @param {any[]} results @param {import('../../i18n/index.js').I18n} i18n */
  #renderRuns(results, i18n) {
    const { experiment, core } = this;
    const { catalog } = core;
    const locked = experiment.lock.includes('runs');
    const isFull = experiment.runs.length >= catalog.limits.runs;
    const param = sampling.batchParam(experiment);
    return html`<section class="runs"><h2>${i18n.t('runs.title')}</h2>
      ${experiment.runs.map(
        (
          run,
          index,
        ) => html`<lab-run .run=${run} .params=${hypersOf(run.optimizer, experiment.rule, core)} .rule=${experiment.rule} .index=${index} .style_=${runStyle(index)} .catalog=${catalog} .i18n=${i18n}
        .selected=${index === this.selected} .single=${experiment.runs.length === 1} .lock=${experiment.lock}
        .outcome=${this.#outcome(results[index], index, i18n)} .act=${this.#runActs(index, isFull)}
        .more=${html`<lab-batch-field .param=${param} .value=${run.batch} .locked=${locked || experiment.lock.includes('batch')} .i18n=${i18n}
          .onChange=${(/** @type {number} */ batch) => this.#set((e) => runs.updateRun(e, index, /** @type {any} */ ({ batch })))}></lab-batch-field>`}></lab-run>`,
      )}
      <button type="button" class="add" data-act="add" ?disabled=${locked} aria-disabled=${isFull} @click=${() => {
        if (isFull) return;
        this.#set((e) => runs.addRun(e, catalog));
        this.selected = experiment.runs.length;
      }}>${icon('plus')} ${i18n.t(isFull ? 'runs.full' : 'runs.add')}</button></section>`;
  }

  /** The least loss a line can have; NaN where no line is the best. */
  get #least() {
    const loss = scenes.lossOf(this.experiment);
    const [best] = this.core.points(loss);
    return best ? this.core.evaluate(loss, { x: [best.x], y: [best.y] }).f[0] : Number.NaN;
  }

  /** What a run did. @param {any} run @param {number} index @param {import('../../i18n/index.js').I18n} i18n */
  #words(run, index, i18n) {
    const isAll = this.experiment.runs[index].batch === sampling.countOf(this.experiment);
    if (isAll || run.diagnosis.kind === 'left') return diagnosisSentence(run.diagnosis, i18n);
    const { first, mean, excess } = scenes.lossFacts(run, this.#least);
    if (mean > first) return i18n.t('sampling.grows');
    const words = { mean: i18n.n(mean, 3), percent: i18n.n(100 * excess, 2) };
    return i18n.t(excess < 1e4 ? 'sampling.above' : 'sampling.mean', words);
  }

  /** @param {any} result @param {number} index @param {import('../../i18n/index.js').I18n} i18n */
  #outcome({ run, error }, index, i18n) {
    if (!run) return { words: error.message, theory: '', end: '' };
    const { isCut, inEpoch, steps } = sampling.lengthOf(this.experiment, index);
    const { w, b, loss } = run.columns;
    const last = run.diagnosis.kind === 'left' ? Math.max(0, run.rows - 2) : run.rows - 1;
    const numbers = { w: i18n.n(w[last]), b: i18n.n(b[last]), loss: i18n.n(loss[last]) };
    const pace = { count: i18n.n(inEpoch), steps: i18n.n(steps, 9) };
    return {
      words: `${this.#batchName(index, i18n)}: ${this.#words(run, index, i18n)}`,
      theory: [
        i18n.t(isCut ? 'sampling.cut' : 'sampling.pace', pace),
        this.#stability(run, index, i18n),
      ]
        .filter(Boolean)
        .join('; '),
      end: i18n.t('sampling.end', numbers),
    };
  }

  /** Whether a run that sees all points has a stable rate; "" for the others. @param {any} run @param {number} index @param {import('../../i18n/index.js').I18n} i18n */
  #stability(run, index, i18n) {
    const { optimizer, hypers, batch } = this.experiment.runs[index];
    if (batch < sampling.countOf(this.experiment) || optimizer === CUSTOM) return '';
    const most = this.core.stableRate({ key: optimizer, hypers }, run.diagnosis.curvature);
    return theorySentence(hypers.lr, most, i18n);
  }

  /** What a run's card can ask for. @param {number} index @param {boolean} isFull */
  #runActs(index, isFull) {
    return {
      ...this.cardActs(index, () => this.#set((e) => runs.removeRun(e, index))),
      ...runActs(index, this.core, this.#set, isFull),
    };
  }

  /** @param {'steps'|'epochs'} clock @param {ReturnType<typeof visibleRuns>} shown @param {import('../../i18n/index.js').I18n} i18n */
  #renderPlot(clock, shown, i18n) {
    const { experiment } = this;
    const scale = this.scales[clock] ?? 'log';
    const label = i18n.t(`sampling.over.${clock}`);
    const scene = scenes.lossSeries(
      clock,
      scale,
      sampling.stepsOf(experiment),
      experiment,
      shown,
      i18n,
    );
    return html`<section class="plot"><header><h2>${label}</h2><span class="grow"></span>
      <span class="toggle" role="group" aria-label=${i18n.t('series.scale', { name: label })}>${
        /** @type {const} */ (['linear', 'log']).map(
          (each) =>
            html`<button type="button" aria-pressed=${each === scale} @click=${() => {
              this.scales = { ...this.scales, [clock]: each };
            }}>${i18n.t(`series.${each}`)}</button>`,
        )
      }</span></header>
      <lab-series class="plot-chart" .scene=${scene} .theme=${this.theme} .label=${label} .onSeek=${this.#seek}></lab-series></section>`;
  }
}

define('lab-sampling', SamplingView);
