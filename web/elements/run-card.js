// One run: its mark, its optimizer, schedule and parameters, and in words how it ended. All of it made from
// the catalog.

import { html } from 'lit';
import './number-field.js';
import './optimizer-menu.js';
import './own-text.js';
import { changeWords } from '../i18n/sentences.js';
import { hypersAt } from '../state/changes.js';
import { renderCardTools, selectByClick } from './card-tools.js';
import { define, fieldOf, symbolOf, UNSET } from './lab-element.js';
import { LazyElement, READING } from './lazy-element.js';
import { renderChanges } from './run-changes.js';
import { renderMark } from './run-mark.js';
import { renderModifiers } from './run-modifiers.js';

/** An equation is not broken at its sign. @param {string} text */
const unbroken = (text) => text.replace(/ = /g, '\u00a0=\u00a0');

/**
 * @typedef {import('./run-modifiers.js').ModifierActs & import('./run-changes.js').ChangeActs} MoreActs
 * @typedef {RunOwnActs & MoreActs} RunActs what the card's controls do
 *
 * @typedef {object} RunOwnActs
 * @property {() => void} select @property {() => void} remove @property {() => void} hide
 * @property {(() => void)|undefined} duplicate undefined: there is no room for another run
 * @property {(key: string) => void} optimizer
 * @property {(text: string) => { error: import('../core/formula.js').FormulaError|null }} parseRule
 * @property {(text: string) => void} rule
 * @property {(key: string, value: number) => void} hyper
 * @property {(key: string) => void} schedule
 * @property {(key: string, value: number) => void} scheduleParam
 */

class RunCard extends LazyElement {
  pace = READING;

  static properties = {
    run: { attribute: false },
    params: { attribute: false },
    rule: { type: String },
    index: { type: Number },
    style_: { attribute: false },
    outcome: { attribute: false },
    catalog: { attribute: false },
    i18n: { attribute: false },
    lead: { type: String },
    differs: { type: String },
    selected: { type: Boolean },
    single: { type: Boolean },
    lock: { attribute: false },
    act: { attribute: false },
    more: { attribute: false },
    modifiers: { attribute: false },
    t: { type: Number },
    steps: { type: Number },
    isOpen: { state: true },
    isHere: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../state/experiment.js').ExperimentRun} */ this.run = UNSET;
    /** @type {readonly import('../core/catalog.js').Param[]} */ this.params = [];
    this.rule = '';
    this.index = 0;
    /** @type {import('../charts/run-style.js').RunStyle} */ this.style_ = UNSET;
    /** @type {{ end: string, words: string, theory: string, stable?: number }} */ this.outcome =
      UNSET;
    /** @type {import('../core/catalog.js').Catalog} */ this.catalog = UNSET;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** what the card begins with @type {'optimizer'|'schedule'} */ this.lead = 'optimizer';
    /** what of its name tells it from the other runs, beside what the card begins with */ this.differs =
      '';
    this.selected = false;
    this.single = false;
    /** @type {readonly string[]} what the reader cannot change */ this.lock = [];
    /** @type {RunActs} what its controls do */ this.act = UNSET;
    /** @type {unknown} what the runs of a lab have besides */ this.more = '';
    /** @type {readonly import('../core/catalog.js').Modifier[]} those it can have */ this.modifiers =
      [];
    /** the step shown */ this.t = 0;
    /** the last one */ this.steps = 0;
    /** whether modifiers and changes are shown */ this.isOpen = false;
    /** whether the sliders act from the step after the one shown on */ this.isHere = false;
  }

  /** Modifiers and changes are shown, until the reader closes them. @param {Map<string, unknown>} news */
  willUpdate(news) {
    const before = /** @type {typeof this.run|undefined} */ (news.get('run'));
    const { modifiers, changes } = this.run;
    const isNew = (modifiers && !before?.modifiers) || (changes && !before?.changes);
    if (news.has('run') && isNew) this.isOpen = true;
    if (!this.#isPossible) this.isHere = false;
  }

  /** Whether one of a run's controls, or all of them, are locked. @param {string} [key] */
  #isLocked(key) {
    return this.lock.includes('runs') || (key !== undefined && this.lock.includes(key));
  }

  #chooseSchedule() {
    const { run, catalog, i18n, act } = this;
    return html`<select class="choose-schedules" aria-label=${i18n.t('runs.schedule')}
      ?disabled=${this.#isLocked('schedule')}
      @change=${(/** @type {Event} */ event) => act.schedule(fieldOf(event).value)}>${catalog.schedules.map(
        (unit) =>
          html`<option value=${unit.key}
            ?selected=${unit.key === run.schedule.key}>${i18n.name('schedules', unit)}</option>`,
      )}</select>`;
  }

  /** @param {string} differs */
  #chooseOptimizer(differs) {
    const { run, catalog, i18n, act } = this;
    return html`<lab-optimizer .catalog=${catalog} .i18n=${i18n} .chosen=${run.optimizer} .differs=${differs}
      .locked=${this.#isLocked('optimizer')} .onChoose=${(/** @type {string} */ key) => {
        act.optimizer(key);
        act.select();
      }}></lab-optimizer>`;
  }

  /**
   * @param {readonly import('../core/catalog.js').Param[]} params
   * @param {Readonly<Record<string, number>>} values @param {(key: string, value: number) => void} set
   */
  #fields(params, values, set) {
    return params.map(
      (param, i) => html`<lab-number .param=${param} .value=${values[param.key]} .i18n=${this.i18n}
      .limit=${i === 0 && params === this.params ? (this.outcome.stable ?? Number.NaN) : Number.NaN}
      .locked=${this.#isLocked(param.key)}
        .onChange=${(/** @type {number} */ value) => set(param.key, value)}></lab-number>`,
    );
  }

  /**
   * The numbers that tell a run from others, for a card that does not show its fields.
   * @param {[readonly import('../core/catalog.js').Param[], Readonly<Record<string, number>>][]} groups
   */
  #renderNumbers(...groups) {
    const { run, params, i18n } = this;
    const numbers = groups.flatMap(([each, values]) =>
      each.map(({ key, symbol }) => ({ symbol, value: values[key] })),
    );
    const later = (run.changes ?? []).map((change) => changeWords(change, params, i18n));
    return html`<span>${numbers.map(
      ({ symbol, value }, i) =>
        html`${i ? ', ' : ''}${symbolOf(symbol)}&nbsp;=&nbsp;${i18n.n(value)}`,
    )}</span>${later.map((words) => html`<span>${words}</span>`)}`;
  }

  #renderRule() {
    const { i18n, act } = this;
    return html`<lab-own data-key="rule" .value=${this.rule} .rows=${4} .label=${i18n.t('runs.rule')}
      .i18n=${i18n} .locked=${this.#isLocked('rule')}
      .parse=${act.parseRule} .onText=${act.rule}></lab-own>`;
  }

  /** Whether there is a part of the run before the step shown, and one after it. */
  get #isPossible() {
    return this.t > 0 && this.t < this.steps;
  }

  /** What few runs have, closed until it is wanted. */
  #renderMore() {
    const { run, modifiers, params, isOpen, isHere, act, i18n } = this;
    const isLocked = (/** @type {string} */ key) => this.#isLocked(key);
    const numbers = run.modifiers ?? {};
    const onHere = (/** @type {boolean} */ isNow) => {
      this.isHere = isNow;
    };
    const later = { changes: run.changes ?? [], params, from: this.t + 1, isHere, onHere, act };
    const more = { isPossible: this.#isPossible, isLocked: this.#isLocked() };
    return html`<details class="modifiers" ?open=${isOpen} @toggle=${(
      /** @type {Event} */ event,
    ) => {
      this.isOpen = /** @type {HTMLDetailsElement} */ (event.target).open;
    }}><summary>${i18n.t('runs.modifiers')}</summary>
      ${renderModifiers({ modifiers, numbers, isLocked, act }, i18n)}
      ${renderChanges({ ...later, ...more }, i18n)}</details>`;
  }

  render() {
    const { run, index, catalog, i18n, act, outcome, style_, differs } = this;
    const optimizer = catalog.optimizers.find(({ key }) => key === run.optimizer);
    const schedule = catalog.schedules.find(({ key }) => key === run.schedule.key);
    const isBySchedule = this.lead === 'schedule';
    const optimizerName = optimizer ? i18n.name('optimizers', optimizer) : i18n.t('runs.own');
    const leading = isBySchedule && schedule ? i18n.name('schedules', schedule) : optimizerName;
    const name = [leading, differs].filter(Boolean).join(', ');
    const tools = renderCardTools(
      {
        ...{ words: 'runs', name, act, isHidden: run.hidden },
        ...{ isSingle: this.single, isLocked: this.#isLocked() },
      },
      i18n,
    );
    const isOutside = run.hypers[this.params[0]?.key] > (outcome.stable ?? Infinity);
    const from = this.t + 1;
    const values = this.isHere ? hypersAt(run, from) : run.hypers;
    const set = this.isHere
      ? (/** @type {string} */ key, /** @type {number} */ value) => act.hyperFrom(from, key, value)
      : act.hyper;
    const optimizerFields = [
      optimizer ? '' : this.#renderRule(),
      this.#fields(this.params, values, set),
    ];
    const scheduleFields = this.#fields(
      schedule?.params ?? [],
      run.schedule.params,
      act.scheduleParam,
    );
    const ownNote = optimizer ? i18n.note('optimizers', optimizer) : i18n.t('runs.language');
    const note = isBySchedule && schedule ? i18n.note('schedules', schedule) : ownNote;
    const scheduled = schedule?.params ?? [];
    const { modifiers: on = {} } = run;
    const modified = this.modifiers.filter(({ key }) => Object.hasOwn(on, key));
    const numbers = this.selected
      ? ''
      : this.#renderNumbers(
          [this.params, run.hypers],
          [scheduled, run.schedule.params],
          [modified, on],
        );
    const theory = outcome.theory
      ? html`<span class=${isOutside ? 'is-outside' : ''}>${unbroken(outcome.theory)}</span>`
      : '';
    return html`<section class="run ${this.selected ? 'is-selected' : ''} ${run.hidden ? 'is-hidden' : ''}"
      data-hue=${style_.hue + 1} @click=${(/** @type {Event} */ event) => selectByClick(event, act)}>
      <header>
        <button type="button" class="mark" aria-pressed=${this.selected} @click=${() => act.select()}
          aria-label=${i18n.t('runs.select', { number: index + 1, name })}>
          ${renderMark(style_)}</button>
        ${
          isBySchedule
            ? html`${this.#chooseSchedule()}${differs ? html`<span class="differs">${differs}</span>` : ''}`
            : this.#chooseOptimizer(differs)
        }
      </header>
      <div class="outcome">
        ${tools}
        <p class="verdict"><strong>${unbroken(outcome.words)}</strong>${numbers}${theory}
          <span class="end">${unbroken(outcome.end)}</span></p>
      </div>
      <div class="fields" role="group" aria-label=${name} ?hidden=${!this.selected}>
        ${this.more}
        ${
          isBySchedule
            ? [scheduleFields, this.#chooseOptimizer(''), optimizerFields]
            : [optimizerFields, this.#chooseSchedule(), scheduleFields]
        }
        ${this.#renderMore()}
        <p class="note">${note}</p>
      </div>
    </section>`;
  }
}

define('lab-run', RunCard);
