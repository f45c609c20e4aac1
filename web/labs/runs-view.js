// A lab whose cards are runs of optimizers.

import { html } from 'lit';
import '../elements/run-card.js';
import { runStyle } from '../charts/run-style.js';
import { UNSET } from '../elements/lab-element.js';
import { removeChange, setHyperFrom } from '../state/changes.js';
import { setRule } from '../state/experiment.js';
import { modifiersFor } from '../state/modifiers.js';
import { hypersIn } from '../state/own-units.js';
import { Results } from '../state/results.js';
import * as runs from '../state/runs.js';
import { stepsOf } from '../state/steps.js';
import { CardsView } from './cards-view.js';
import { elsewhere } from './elsewhere.js';

/**
 * @typedef {import('../state/experiment.js').ExperimentRun} ExperimentRun
 * @typedef {{ words: string, theory: string, end: string, stable?: number }} Outcome what is said of a run;
 *   stable: the largest stable rate, where it is known
 * @typedef {import('./cards-view.js').Selecting & import('../state/types.js').WithRuns} WithRuns
 */

/**
 * @template {WithRuns} E
 * @template {{ outcomes: readonly Outcome[] }} D
 * @template {{ rows: number }} R its runs
 * @extends {CardsView<E, D>}
 */
export class RunsView extends CardsView {
  /** What a run's card begins with. @type {'optimizer'|'schedule'} */
  lead = 'optimizer';

  /** What its runs are. @type {import('../state/results.js').Kind<R>} */
  kind = UNSET;

  /** @type {Results<R>|undefined} */
  #results;

  /**
   * The results of all runs. A long run comes whole with a later update.
   * @returns {import('../state/results.js').Result<R>[]}
   */
  get results() {
    const { core, kind } = this;
    const onNews = () => this.requestUpdate();
    this.#results ??= new Results(core, kind, () => elsewhere(core), onNews);
    return this.#results.of(this.experiment);
  }

  /** Once every run is shown whole. */
  async computed() {
    await this.#results?.settled();
    await this.updateComplete;
  }

  /** What runs are called. @type {import('./run-names.js').Namer<E>} */
  namesOf = () => [];

  /** What tells the runs apart. */
  get names() {
    return this.namesOf(this.experiment, this.core, this.i18n);
  }

  /** What the experiment becomes when a card changes it. @param {E} experiment @returns {E} */
  settled(experiment) {
    return experiment;
  }

  /** Further fields that the runs of this lab have. @param {number} _index @returns {unknown} */
  renderFields(_index) {
    return '';
  }

  /** @param {D} done */
  resultOf({ outcomes }) {
    const said = outcomes.flatMap(({ words, end }, index) =>
      this.experiment.runs[index].hidden
        ? []
        : [`${this.names[index].full}: ${[words, end].filter(Boolean).join(', ')}`],
    );
    return said.join('. ');
  }

  /** @param {E} experiment @returns {E} */
  withCard(experiment) {
    return this.settled(runs.addRun(experiment, this.core.catalog));
  }

  /** @param {number} index @param {D} done @param {boolean} isFull @returns {unknown} */
  renderCard(index, { outcomes }, isFull) {
    const { experiment, core, i18n } = this;
    const run = experiment.runs[index];
    const params = hypersIn(experiment, run.optimizer, core);
    return html`<lab-run .run=${run} .params=${params} .rule=${experiment.rule} .index=${index}
      .style_=${runStyle(index)} .catalog=${core.catalog} .i18n=${i18n} .lead=${this.lead}
        .differs=${this.names[index]?.differs ?? ''}
      .selected=${index === experiment.selected} .single=${experiment.runs.length === 1}
      .lock=${experiment.lock} .outcome=${outcomes[index]} .act=${this.#acts(index, isFull)}
      .more=${this.renderFields(index)}
      .modifiers=${modifiersFor(run.optimizer, experiment.rule, core.catalog)}
      .t=${experiment.t} .steps=${stepsOf(experiment)}></lab-run>`;
  }

  /**
   * The actions of a run's card.
   * @param {number} index @param {boolean} isFull @returns {import('../elements/run-card.js').RunActs}
   */
  #acts(index, isFull) {
    const { core } = this;
    const { catalog } = core;
    /** @param {(experiment: E) => E} change */
    const change = (change) => this.change((e) => this.settled(change(e)));
    return {
      ...this.cardActs(index, (e) => this.settled(runs.removeRun(e, index))),
      optimizer: (key) => change((e) => runs.setOptimizer(e, index, key, core)),
      parseRule: (text) => core.parseRule(text),
      rule: (text) => change((e) => setRule(e, text, core)),
      hyper: (key, value) => change((e) => runs.setHyper(e, index, key, value, core)),
      schedule: (key) => change((e) => runs.setSchedule(e, index, key, catalog)),
      scheduleParam: (key, value) =>
        change((e) => runs.setScheduleParam(e, index, key, value, catalog)),
      hyperFrom: (from, key, value) =>
        change((e) => setHyperFrom(e, index, from, key, value, core)),
      unchange: (from) => change((e) => removeChange(e, index, from)),
      modify: (key, isOn) => change((e) => runs.switchModifier(e, index, key, isOn, catalog)),
      modifier: (key, value) => change((e) => runs.setModifier(e, index, key, value, catalog)),
      duplicate: isFull ? undefined : () => change((e) => runs.duplicateRun(e, index, catalog)),
      hide: () => change((e) => runs.updateRun(e, index, { hidden: !e.runs[index].hidden })),
    };
  }
}
