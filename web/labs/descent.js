// The descent lab: one experiment, its stage, plots, player, runs and step table.

import { html } from 'lit';
import './curve-stage.js';
import './plane-stage.js';
import '../elements/chart-hosts.js';
import '../elements/objective-panel.js';
import '../elements/own-text.js';
import '../elements/player.js';
import '../elements/run-card.js';
import '../elements/step-table.js';
import '../elements/worked-step.js';
import { runStyle } from '../charts/run-style.js';
import { icon } from '../elements/icons.js';
import { define, later } from '../elements/lab-element.js';
import { diagnosisSentence, theorySentence } from '../i18n/sentences.js';
import * as experiments from '../state/experiment.js';
import { CUSTOM, hypersOf } from '../state/own-units.js';
import { createResults } from '../state/results.js';
import * as runs from '../state/runs.js';
import { seriesScene, visibleRuns } from './descent-scene.js';
import { LabView } from './lab-view.js';

/** @typedef {import('../state/experiment.js').Experiment} Experiment */

class DescentView extends LabView {
  static properties = {
    ...LabView.properties,
    selected: { state: true },
    scales: { state: true },
  };

  #results = /** @type {any} */ (null);

  constructor() {
    super();
    /** @type {Experiment} */ this.experiment = later();
    this.selected = 0;
    /** @type {Record<string, 'linear'|'log'>} */ this.scales = {};
  }

  /** @param {number} t */
  #seek = (t) => this.change((e) => experiments.setShown(e, t));

  render() {
    const { core, experiment, i18n } = this;
    this.#results ??= createResults(core);
    const results = this.#results(experiment);
    this.selected = Math.min(this.selected, experiment.runs.length - 1);
    const shown = visibleRuns(experiment, results, this.selected);
    const hide = new Set(experiment.hide);
    const run = results[this.selected].run;
    return html`
      ${hide.has('controls') ? '' : html`<lab-objective .core=${core} .experiment=${experiment} .i18n=${i18n} .change=${this.change}></lab-objective>`}
      ${this.#renderStage(shown, i18n)}
      ${hide.has('player') ? '' : html`<lab-player .t=${experiment.t} .steps=${experiment.steps} .i18n=${i18n} .onSeek=${this.#seek}></lab-player>`}
      ${
        hide.has('worked') || !run
          ? ''
          : html`<lab-worked .core=${core} .run=${experiment.runs[this.selected]} .done=${run} .rule=${experiment.rule} .t=${experiment.t} .i18n=${i18n}></lab-worked>`
      }
      ${hide.has('runs') ? '' : this.#renderRuns(results, i18n)}
      ${hide.has('plots') || !run ? '' : this.#renderPlots(shown, i18n)}
      ${
        hide.has('table') || !run
          ? ''
          : html`<lab-table .run=${run} .t=${experiment.t} .i18n=${i18n}
        .title_=${this.#runName(this.selected, i18n)} .onSeek=${this.#seek}></lab-table>`
      }`;
  }

  /** @param {number} index @param {import('../i18n/index.js').I18n} i18n */
  #runName(index, i18n) {
    const { optimizer } = this.experiment.runs[index];
    const unit = this.core.catalog.optimizers.find(({ key }) => key === optimizer);
    return unit ? i18n.name('optimizers', unit) : i18n.t('runs.own');
  }

  /** @param {ReturnType<typeof visibleRuns>} shown @param {import('../i18n/index.js').I18n} i18n */
  #renderStage(shown, i18n) {
    const { experiment, core, change } = this;
    const summary = shown
      .map(
        ({ run, index }) =>
          `${this.#runName(index, i18n)}: ${diagnosisSentence(run.diagnosis, i18n)}`,
      )
      .join('; ');
    return experiment.start.length === 1
      ? html`<lab-curve-stage class="stage" .core=${core} .experiment=${experiment} .shown=${shown} .i18n=${i18n} .change=${change} .summary=${summary}></lab-curve-stage>`
      : html`<lab-plane-stage class="stage" .core=${core} .experiment=${experiment} .shown=${shown} .i18n=${i18n} .change=${change} .summary=${summary}></lab-plane-stage>`;
  }

  /** @param {any[]} results @param {import('../i18n/index.js').I18n} i18n */
  #renderRuns(results, i18n) {
    const { experiment, core } = this;
    const { catalog } = core;
    const locked = experiment.lock.includes('runs');
    const isFull = experiment.runs.length >= catalog.limits.runs;
    return html`<section class="runs"><h2>${i18n.t('runs.title')}</h2>
      ${experiment.runs.map(
        (
          run,
          index,
        ) => html`<lab-run .run=${run} .params=${hypersOf(run.optimizer, experiment.rule, core)} .rule=${experiment.rule} .index=${index} .style_=${runStyle(index)} .catalog=${catalog} .i18n=${i18n}
        .selected=${index === this.selected} .single=${experiment.runs.length === 1} .locked=${locked}
        .outcome=${this.#outcome(results[index], run, i18n)} .act=${this.#runActs(index, isFull)}></lab-run>`,
      )}
      <button type="button" class="add" data-act="add" ?disabled=${isFull || locked} @click=${() => {
        this.change((e) => runs.addRun(e, catalog));
        this.selected = experiment.runs.length;
      }}>${icon('plus')} ${i18n.t(isFull ? 'runs.full' : 'runs.add')}</button></section>`;
  }

  /** @param {any} result @param {any} run @param {import('../i18n/index.js').I18n} i18n */
  #outcome({ run: done, error }, run, i18n) {
    if (!done) return { words: error.message, theory: '', end: '' };
    const { diagnosis } = done;
    const [plain] = this.core.catalog.optimizers;
    return {
      words: diagnosisSentence(diagnosis, i18n),
      theory: run.optimizer === plain.key ? theorySentence(diagnosis, i18n) : '',
      end: i18n.t(done.dim === 1 ? 'runs.end' : 'runs.end2', {
        x: i18n.n(diagnosis.x),
        y: i18n.n(diagnosis.y),
        f: i18n.n(diagnosis.f),
      }),
    };
  }

  /** Gives a run another optimizer; the own rule starts as a copy of the one it had. @param {Experiment} e @param {number} index @param {string} key */
  #setOptimizer(e, index, key) {
    const { core } = this;
    const before = core.catalog.optimizers.find((unit) => unit.key === e.runs[index].optimizer);
    const isFirst = key === CUSTOM && e.rule === '';
    const ruled = isFirst && before ? experiments.setRule(e, before.rule, core) : e;
    return runs.setOptimizer(ruled, index, key, core);
  }

  /** What a run's card can ask for. @param {number} index @param {boolean} isFull */
  #runActs(index, isFull) {
    const { core } = this;
    const { catalog } = core;
    const on =
      (/** @type {(e: Experiment, ...values: any[]) => Experiment} */ change) =>
      (/** @type {any[]} */ ...values) =>
        this.change((e) => change(e, ...values));
    return {
      select: () => {
        this.selected = index;
      },
      optimizer: on((e, key) => this.#setOptimizer(e, index, key)),
      parseRule: (/** @type {string} */ text) => core.parseRule(text).error,
      rule: on((e, text) => experiments.setRule(e, text, core)),
      hyper: on((e, key, value) => runs.setHyper(e, index, key, value, core)),
      schedule: on((e, key) => runs.setSchedule(e, index, key, catalog)),
      scheduleParam: on((e, key, value) => runs.setScheduleParam(e, index, key, value, catalog)),
      duplicate: isFull ? undefined : on((e) => runs.duplicateRun(e, index, catalog)),
      hide: on((e) => runs.updateRun(e, index, { hidden: !e.runs[index].hidden })),
      remove: () => {
        if (index < this.selected) this.selected--;
        this.change((e) => runs.removeRun(e, index));
      },
    };
  }

  /** @param {ReturnType<typeof visibleRuns>} shown @param {import('../i18n/index.js').I18n} i18n */
  #renderPlots(shown, i18n) {
    return html`<div class="plots">${(this.experiment.start.length === 1 ? ['x', 'f'] : ['x', 'y', 'f', 'gnorm']).map((name) => this.#renderPlot(name, shown, i18n))}</div>`;
  }

  /** @param {string} name @param {ReturnType<typeof visibleRuns>} shown @param {import('../i18n/index.js').I18n} i18n */
  #renderPlot(name, shown, i18n) {
    const scale = this.scales[name] ?? usualScale(name, shown);
    const shownName = name === 'gnorm' ? '|∇f|' : name;
    const label = i18n.t('series.of', { name: shownName });
    const scales = /** @type {const} */ (['linear', 'log']);
    return html`<section class="plot"><header><h2><i>${shownName}</i> ${label.slice(shownName.length)}</h2><span class="grow"></span>
      <span class="toggle" role="group" aria-label=${i18n.t('series.scale', { name: shownName })}>${scales.map(
        (each) => html`
        <button type="button" aria-pressed=${each === scale} @click=${() => {
          this.scales = { ...this.scales, [name]: each };
        }}>${i18n.t(`series.${each}`)}</button>`,
      )}</span></header>
      <lab-series class="plot-chart" .scene=${seriesScene(name, scale, this.experiment, shown, i18n)} .theme=${this.experiment.theme}
        .label=${label} .onSeek=${this.#seek}></lab-series></section>`;
  }
}

/** The scale a plot starts with: powers of ten for what shrinks towards 0 from above. @param {string} name @param {ReturnType<typeof visibleRuns>} shown */
function usualScale(name, shown) {
  const isSize = name === 'f' || name === 'gnorm';
  return isSize &&
    shown.every(({ run }) => run.columns[name].every((/** @type {number} */ value) => !(value < 0)))
    ? 'log'
    : 'linear';
}

define('lab-descent', DescentView);
