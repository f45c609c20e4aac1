// The descent lab: one experiment, its stage, plots, player, runs and step table.

import { html } from 'lit';
import './curve-stage.js';
import './plane-stage.js';
import '../../elements/objective-panel.js';
import { define, openDialog } from '../../elements/lab-element.js';
import { encodeExperiment } from '../../state/encode.js';
import { specFor } from '../../state/experiment.js';
import { CUSTOM, readingOf } from '../../state/own-units.js';
import { onPageOf } from '../../state/page-keys.js';
import { PARTS } from '../../state/schema.js';
import { linkBase, linkTo } from '../../state/share.js';
import { Checking } from '../checking.js';
import { RunsView } from '../runs-view.js';
import { smoothingOfRun } from '../smoothing/experiment.js';
import { triedWords } from '../tried.js';
import { inOrder, visibleRuns } from '../visible-runs.js';
import { DESCENTS } from './scene.js';
import { optimizerNames, outcomeOf, stageNow, stageSummary } from './words.js';

/**
 * @typedef {import('../../core/index.js').Run} Run
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 *
 * @typedef {object} Descended
 * @property {import('../../state/results.js').Result<Run>[]} results of all runs
 * @property {readonly import('../visible-runs.js').VisibleRun<Run>[]} shown
 * @property {import('../runs-view.js').Outcome[]} outcomes of all runs
 * @property {Run|null} run the selected one's
 * @property {boolean} isPending whether that is only its beginning
 */

/** What is said of a run while an exercise asks for it. */
const NOTHING = { words: '', theory: '', end: '' };

/**
 * SchedulesView extends this and overrides public methods.
 * @extends {RunsView<Experiment, Descended, Run>}
 */
export class DescentView extends RunsView {
  kind = DESCENTS;

  code = {
    worked: () => import('../../elements/worked-step.js'),
    plots: () => import('./plots.js'),
    table: () => import('../../elements/step-table.js'),
  };

  /** What sets an exercise, once it is read. @type {import('./exercise.js').ExerciseSeat|null} */
  #seat = null;

  /** What runs are called. @type {import('../run-names.js').Namer} */
  namesOf = (experiment, core, i18n) => {
    const names = optimizerNames(experiment, core, i18n);
    return this.#seat?.isSecret ? names.map(() => ({ label: '', differs: '', full: '?' })) : names;
  };

  #checking = new Checking(this);

  /** Where an experiment is shown, by an address that others can open. @param {Experiment} experiment */
  #linkOf = (experiment) =>
    linkTo(linkBase(this.home).isLocal ? '' : this.home, experiment, this.core.catalog);

  /** What an exercise is made of, and what of it is shown. @type {Experiment[]} */
  #veiled = [];

  /** An exercise hides a part of the experiment: all of it until its code has been read. */
  willUpdate() {
    const { experiment: given } = this;
    const [whole, veiled] = this.#veiled;
    const experiment = given === veiled ? whole : given;
    if (!experiment.exercise) {
      this.#seat = null;
      return;
    }
    if (!this.#seat)
      import('./exercise.js').then(({ ExerciseSeat }) => {
        this.#seat ??= new ExerciseSeat(this);
        this.requestUpdate();
      });
    const shown = this.#seat?.dressed(experiment) ?? { ...experiment, hide: PARTS };
    this.#veiled = [experiment, shown];
    this.experiment = shown;
  }

  /** Of the exercise that is set. */
  get score() {
    return this.#seat?.sitting.score;
  }

  /** Whether what the runs do is hidden. */
  get #isHidden() {
    return this.#seat ? this.#seat.isOpen : Boolean(this.experiment.exercise);
  }

  compute() {
    const { core, experiment, i18n } = this;
    const results = this.#seat?.cut(this.results) ?? this.results;
    const { run, isPending } = results[experiment.selected];
    return {
      results,
      shown: visibleRuns(experiment, results, this.names),
      outcomes: results.map((result, index) =>
        this.#isHidden ? NOTHING : outcomeOf(result, experiment.runs[index], core, i18n),
      ),
      run,
      isPending,
    };
  }

  renderControls() {
    const { core, experiment, i18n, change } = this;
    return html`<lab-objective .core=${core} .experiment=${experiment} .i18n=${i18n}
      .change=${change}></lab-objective>`;
  }

  /** @param {Descended} done @returns {unknown} */
  renderStage({ results, shown }) {
    const { experiment, core, change, theme, i18n } = this;
    if (this.#isHidden && !(this.#seat && experiment.exercise?.curve)) return '';
    const summary = [
      stageSummary(experiment, results, this.namesOf, core, i18n),
      stageNow(experiment, shown, this.names, i18n),
      triedWords(experiment, shown, ['x', 'y'].slice(0, experiment.start.length), this.names, i18n),
    ]
      .filter((words) => words && !this.#isHidden)
      .join('. ');
    if (experiment.map) return this.#renderMap(shown, summary);
    return experiment.start.length === 1
      ? html`<lab-curve-stage class="stage" .core=${core} .experiment=${experiment} .shown=${shown}
          .wrong=${this.#wrong} .i18n=${i18n} .change=${change} .theme=${theme}
          .summary=${summary}></lab-curve-stage>`
      : html`<lab-plane-stage class="stage" .core=${core} .experiment=${experiment} .shown=${shown}
          .wrong=${this.#wrong} .i18n=${i18n} .change=${change} .theme=${theme}
          .summary=${summary}></lab-plane-stage>`;
  }

  /**
   * The map's code is read when somebody asks for it.
   * @param {Descended['shown']} shown @param {string} summary
   */
  #renderMap(shown, summary) {
    const { experiment, core, change, theme, i18n } = this;
    if (!customElements.get('lab-map-stage'))
      import('./map-stage.js').then(() => this.requestUpdate());
    return html`<lab-map-stage class="stage" .core=${core} .experiment=${experiment} .shown=${shown}
      .i18n=${i18n} .change=${change} .theme=${theme} .summary=${summary}
      .name=${this.names[experiment.selected].full}></lab-map-stage>`;
  }

  /** @param {Descended} done @returns {unknown} */
  renderWorked({ run, isPending }) {
    const { core, experiment, i18n } = this;
    if (!run) return '';
    const { objective, precision } = specFor(experiment, experiment.selected);
    // A step that is still being computed is shown as the rule alone.
    const t = isPending && experiment.t >= run.rows ? 0 : experiment.t;
    return html`<lab-worked .core=${core} .run=${experiment.runs[experiment.selected]} .done=${run}
      .rule=${experiment.rule} .t=${t} .noisy=${experiment.noise.sigma > 0}
      .objective=${objective} .precision=${precision} .i18n=${i18n}></lab-worked>`;
  }

  /** @param {Descended} done */
  resultOf(done) {
    return this.#isHidden || done.results.some(({ isPending }) => isPending)
      ? ''
      : super.resultOf(done);
  }

  /** @param {Descended} done */
  legend({ shown, outcomes }) {
    return inOrder(shown).map(({ index }) => ({
      index,
      name: this.names[index].full,
      words: outcomes[index].words,
    }));
  }

  /** @param {Descended} done */
  renderPlots({ run, shown }) {
    const { core, experiment, i18n, theme, seek } = this;
    if (!run) return '';
    return html`<lab-plots .core=${core} .experiment=${experiment} .shown=${shown} .i18n=${i18n}
      .theme=${theme}
      .onSeek=${seek}></lab-plots>`;
  }

  /** @param {Descended} done */
  renderTable({ run }) {
    const { core, experiment, i18n, seek } = this;
    const { selected, noise, t } = experiment;
    if (!run) return '';
    return html`<lab-table .run=${run} .t=${t} .noisy=${noise.sigma > 0} .i18n=${i18n}
        .check=${this.#checking.found?.check ?? null} .onSeek=${seek}
        .title_=${this.names[selected].full} .tools=${this.#tableTools(run)}></lab-table>
      <lab-code .core=${core} .experiment=${experiment} .index=${selected} .linkOf=${this.#linkOf}
        .i18n=${i18n}></lab-code>`;
  }

  /** Where the first wrong number of the reader's own stands. */
  get #wrong() {
    return this.#checking.found?.point ?? null;
  }

  /** @param {Descended} done @returns {unknown} */
  renderCheck({ run }) {
    const { experiment } = this;
    const { selected } = experiment;
    if (this.#seat) return this.#seat.render(this.results[selected].run);
    if (!run) return '';
    return this.#checking.render({
      spec: specFor(experiment, selected),
      ...{ run: () => run, of: [run], name: this.names[selected].full },
    });
  }

  /** What can be done with the selected run. @param {Run} run */
  #tableTools(run) {
    const { i18n } = this;
    const open = () => openDialog(this, 'lab-code', import('../../elements/code-dialog.js'));
    const choices = this.#gradients(run);
    return [
      { key: 'smooth', words: i18n.t('smoothing.open'), choices },
      this.#checking.tool,
      { key: 'code', words: i18n.t('code.open'), act: open },
    ];
  }

  /** The selected run's gradients, and their squares, to be smoothed. @param {Run} run */
  #gradients(run) {
    const axes = ['x', 'y'].slice(0, this.experiment.start.length);
    return axes.flatMap((axis) =>
      /** @type {const} */ ([1, 2]).map((power) => ({
        key: `g${axis}${power}`,
        words: html`<i>g</i>${axes.length > 1 ? html`<sub>${axis}</sub>` : ''}${power === 2 ? '²' : ''}`,
        act: () => this.#smooth(run.columns[`g${axis}`], power),
      })),
    );
  }

  /**
   * Opens the smoothing lab with gradients of the selected run.
   * @param {Float64Array} gradients @param {1|2} power
   */
  #smooth(gradients, power) {
    const { experiment, core } = this;
    const { optimizer, hypers } = experiment.runs[experiment.selected];
    const ast =
      optimizer === CUSTOM
        ? core.parseRule(experiment.rule, readingOf(experiment)).ast
        : core.formula('optimizers', optimizer);
    const from = encodeExperiment(experiment, core.catalog);
    const next = smoothingOfRun(gradients, power, { ast, hypers }, from, core.catalog);
    // An experiment of another lab: that lab's own view shows it.
    this.change(() => onPageOf(next, experiment));
  }
}

define('lab-descent', DescentView);
