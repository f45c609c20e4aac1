// The descent lab: one experiment, its stage, plots, player, runs and step table.

import { html } from 'lit';
import './curve-stage.js';
import './plots.js';
import './plane-stage.js';
import '../../elements/code-dialog.js';
import '../../elements/objective-panel.js';
import '../../elements/own-text.js';
import '../../elements/player.js';
import '../../elements/run-card.js';
import '../../elements/step-table.js';
import '../../elements/worked-step.js';
import { runStyle } from '../../charts/run-style.js';
import { icon } from '../../elements/icons.js';
import { define, later } from '../../elements/lab-element.js';
import { needsLegend } from '../../elements/legend.js';
import { diagnosisSentence, endSentence, theorySentence } from '../../i18n/sentences.js';
import { encodeExperiment } from '../../state/encode.js';
import * as experiments from '../../state/experiment.js';
import { CUSTOM, hypersOf } from '../../state/own-units.js';
import { onPageOf } from '../../state/page-keys.js';
import { createResults } from '../../state/results.js';
import * as runs from '../../state/runs.js';
import { linkBase, linkTo } from '../../state/share.js';
import { CardsView } from '../cards-view.js';
import { runActs } from '../run-acts.js';
import { smoothingOfRun } from '../smoothing/experiment.js';
import { visibleRuns, withEffectiveRates } from './scene.js';

/**
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {{ words: string, theory: string, end: string }} Outcome what is said of a run
 */

/** The schedules lab is made from it: what differs there are its methods without a #. */
export class DescentView extends CardsView {
  /** What a run's card begins with. @type {'optimizer'|'schedule'} */
  lead = 'optimizer';

  #results = /** @type {any} */ (null);

  constructor() {
    super();
    /** @type {Experiment} */ this.experiment = later();
  }

  /** @param {number} t */
  seek = (t) => this.change((e) => experiments.setShown(e, t));

  /** Where an experiment is shown, by an address that others can open. @param {Experiment} experiment */
  #linkOf = (experiment) =>
    linkTo(linkBase(this.home).isLocal ? '' : this.home, experiment, this.core.catalog);

  render() {
    const { core, experiment, i18n } = this;
    this.#results ??= createResults(withEffectiveRates(core));
    const results = this.#results(experiment);
    this.selectWithin(experiment.runs.length);
    const shown = visibleRuns(experiment, results, this.selected);
    const outcomes = results.map((/** @type {any} */ result, /** @type {number} */ index) =>
      this.#outcome(result, experiment.runs[index], i18n),
    );
    const hide = new Set(experiment.hide);
    const run = results[this.selected].run;
    return html`
      ${hide.has('controls') ? '' : html`<lab-objective .core=${core} .experiment=${experiment} .i18n=${i18n} .change=${this.change}></lab-objective>`}
      ${this.renderStage(shown, outcomes)}
      <lab-player ?hidden=${hide.has('player')} .t=${experiment.t} .steps=${experiment.steps} .i18n=${i18n} .onSeek=${this.seek}></lab-player>
      ${hide.has('worked') || !run ? '' : this.renderWorked(run, i18n)}
      ${hide.has('runs') ? '' : this.#renderRuns(outcomes, i18n)}
      ${needsLegend(experiment) ? html`<lab-legend class="runs" .items=${shown.map(({ index }) => ({ index, name: this.#fullName(index, i18n), words: outcomes[index].words }))}></lab-legend>` : ''}
      ${hide.has('plots') || !run ? '' : html`<lab-plots .experiment=${experiment} .shown=${shown} .i18n=${i18n} .theme=${this.theme} .onSeek=${this.seek}></lab-plots>`}
      ${
        hide.has('table') || !run
          ? ''
          : html`<lab-table .run=${run} .t=${experiment.t} .noisy=${experiment.noise.sigma > 0} .i18n=${i18n}
        .title_=${this.#fullName(this.selected, i18n)} .onSeek=${this.seek} .tools=${this.#tableTools(i18n)}></lab-table>
        <lab-code .core=${core} .experiment=${experiment} .index=${this.selected} .linkOf=${this.#linkOf} .i18n=${i18n}></lab-code>`
      }`;
  }

  /** What can be done with the selected run. @param {import('../../i18n/index.js').I18n} i18n */
  #tableTools(i18n) {
    const open = () => /** @type {any} */ (this.querySelector('lab-code')).open();
    const smooth = { key: 'smooth', words: i18n.t('smoothing.open'), choices: this.#gradients() };
    return [smooth, { key: 'code', words: i18n.t('code.open'), act: open }];
  }

  /** The selected run's gradients, and their squares, to be smoothed. */
  #gradients() {
    const { experiment } = this;
    const axes = ['x', 'y'].slice(0, experiment.start.length);
    return axes.flatMap((axis) =>
      /** @type {const} */ ([1, 2]).map((power) => ({
        key: `g${axis}${power}`,
        words: html`<i>g</i>${axes.length > 1 ? html`<sub>${axis}</sub>` : ''}${power === 2 ? '²' : ''}`,
        act: () => this.#smooth(axis, power),
      })),
    );
  }

  /** Opens the smoothing lab with gradients of the selected run. @param {string} axis @param {1|2} power */
  #smooth(axis, power) {
    const { experiment, core } = this;
    const { columns } = core.run(experiments.specFor(experiment, this.selected));
    const { hypers } = experiment.runs[this.selected];
    const from = encodeExperiment(experiment, core.catalog);
    const next = smoothingOfRun(columns[`g${axis}`], power, hypers, from, core.catalog);
    this.change(() => /** @type {any} */ (onPageOf(next, experiment)));
  }

  /** @param {any} run @param {import('../../i18n/index.js').I18n} i18n @returns {unknown} */
  renderWorked(run, i18n) {
    const { core, experiment } = this;
    return html`<lab-worked .core=${core} .run=${experiment.runs[this.selected]} .done=${run} .rule=${experiment.rule} .t=${experiment.t} .noisy=${experiment.noise.sigma > 0} .i18n=${i18n}></lab-worked>`;
  }

  /** @param {Experiment} experiment */
  addRun = (experiment) => runs.addRun(experiment, this.core.catalog);

  /** @param {number} index @param {import('../../i18n/index.js').I18n} i18n */
  runName(index, i18n) {
    const { optimizer } = this.experiment.runs[index];
    const unit = this.core.catalog.optimizers.find(({ key }) => key === optimizer);
    return unit ? i18n.name('optimizers', unit) : i18n.t('runs.own');
  }

  /** A run's name, and where others have the same, what differs: "Gradient descent, η = 0.8". @param {number} index @param {import('../../i18n/index.js').I18n} i18n */
  #fullName(index, i18n) {
    const { experiment, core } = this;
    const name = this.runName(index, i18n);
    const run = experiment.runs[index];
    const twins = experiment.runs.filter((_, other) => this.runName(other, i18n) === name);
    const params = hypersOf(run.optimizer, experiment.rule, core) ?? [];
    const differs = params.filter(({ key }) =>
      twins.some(({ hypers }) => hypers[key] !== run.hypers[key]),
    );
    const values = differs.map(
      ({ key, symbol }) => `${symbol.replace('_', '')} = ${i18n.n(run.hypers[key])}`,
    );
    return [name, ...values].join(', ');
  }

  /** @param {ReturnType<typeof visibleRuns>} shown @param {Outcome[]} outcomes of all runs @returns {unknown} */
  renderStage(shown, outcomes) {
    const { experiment, core, change, theme, i18n } = this;
    const summary = [...shown]
      .sort((a, b) => a.index - b.index)
      .map(({ index }) => {
        const { words, end } = outcomes[index];
        return `${this.#fullName(index, i18n)}: ${[words, end].filter(Boolean).join(', ')}`;
      })
      .join('; ');
    return experiment.start.length === 1
      ? html`<lab-curve-stage class="stage" .core=${core} .experiment=${experiment} .shown=${shown} .i18n=${i18n} .change=${change} .theme=${theme} .summary=${summary}></lab-curve-stage>`
      : html`<lab-plane-stage class="stage" .core=${core} .experiment=${experiment} .shown=${shown} .i18n=${i18n} .change=${change} .theme=${theme} .summary=${summary}></lab-plane-stage>`;
  }

  /** @param {Outcome[]} outcomes @param {import('../../i18n/index.js').I18n} i18n */
  #renderRuns(outcomes, i18n) {
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
        .lead=${this.lead} .selected=${index === this.selected} .single=${experiment.runs.length === 1} .lock=${experiment.lock}
        .outcome=${outcomes[index]} .act=${this.#runActs(index, isFull)}></lab-run>`,
      )}
      <button type="button" class="add" data-act="add" ?disabled=${locked} aria-disabled=${isFull} @click=${() => {
        if (isFull) return;
        this.change(this.addRun);
        this.selected = experiment.runs.length;
      }}>${icon('plus')} ${i18n.t(isFull ? 'runs.full' : 'runs.add')}</button></section>`;
  }

  /** @param {any} result @param {any} run @param {import('../../i18n/index.js').I18n} i18n @returns {Outcome} */
  #outcome({ run: done, error }, run, i18n) {
    if (!done) return { words: error.message, theory: '', end: '' };
    const { diagnosis } = done;
    return {
      words: diagnosisSentence(diagnosis, i18n),
      theory: theorySentence(run.hypers.lr, this.#stableRate(run, diagnosis), i18n),
      end: endSentence(done, i18n),
    };
  }

  /** The largest stable rate of a run on this quadratic, or NaN: without a minimum, or a constant rate, there is none. @param {any} run @param {any} diagnosis */
  #stableRate({ optimizer, hypers, schedule }, { curvature, flattest }) {
    const isConstant = schedule.key === this.core.catalog.schedules[0].key;
    if (optimizer === CUSTOM || !isConstant || !(flattest > 0)) return Number.NaN;
    return this.core.stableRate({ key: optimizer, hypers }, curvature);
  }

  /** What a run's card can ask for. @param {number} index @param {boolean} isFull */
  #runActs(index, isFull) {
    return {
      ...this.cardActs(index, () => this.change((e) => runs.removeRun(e, index))),
      ...runActs(index, this.core, this.change, isFull),
    };
  }
}

define('lab-descent', DescentView);
