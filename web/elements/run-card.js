// One run: its mark, its optimizer, schedule and parameters, and in words how it ended. All of it made from
// the catalog.

import { html } from 'lit';
import './number-field.js';
import './optimizer-menu.js';
import './own-text.js';
import { renderCardTools, selectByClick } from './card-tools.js';
import { define, fieldOf, symbolOf, UNSET } from './lab-element.js';
import { LazyElement, READING } from './lazy-element.js';
import { renderMark } from './run-mark.js';
import { renderModifiers } from './run-modifiers.js';

/** An equation is not broken at its sign. @param {string} text */
const unbroken = (text) => text.replace(/ = /g, '\u00a0=\u00a0');

/**
 * @typedef {RunOwnActs & import('./run-modifiers.js').ModifierActs} RunActs what the card's controls do
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
    isOpen: { state: true },
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
    /** whether they are shown */ this.isOpen = false;
  }

  /** Modifiers that are on are shown, until the reader closes them. @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    const before = /** @type {typeof this.run|undefined} */ (changes.get('run'));
    if (changes.has('run') && this.run.modifiers && !before?.modifiers) this.isOpen = true;
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
    const numbers = groups.flatMap(([params, values]) =>
      params.map(({ key, symbol }) => ({ symbol, value: values[key] })),
    );
    return html`<span>${numbers.map(
      ({ symbol, value }, i) =>
        html`${i ? ', ' : ''}${symbolOf(symbol)}&nbsp;=&nbsp;${this.i18n.n(value)}`,
    )}</span>`;
  }

  #renderRule() {
    const { i18n, act } = this;
    return html`<lab-own data-key="rule" .value=${this.rule} .rows=${4} .label=${i18n.t('runs.rule')}
      .i18n=${i18n} .locked=${this.#isLocked('rule')}
      .parse=${act.parseRule} .onText=${act.rule}></lab-own>`;
  }

  #renderModifiers() {
    const { run, modifiers, isOpen, act, i18n } = this;
    const onToggle = (/** @type {boolean} */ isNow) => {
      this.isOpen = isNow;
    };
    const isLocked = (/** @type {string} */ key) => this.#isLocked(key);
    const numbers = run.modifiers ?? {};
    return renderModifiers({ modifiers, numbers, isOpen, onToggle, isLocked, act }, i18n);
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
    const optimizerFields = [
      optimizer ? '' : this.#renderRule(),
      this.#fields(this.params, run.hypers, act.hyper),
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
        ${this.#renderModifiers()}
        <p class="note">${note}</p>
      </div>
    </section>`;
  }
}

define('lab-run', RunCard);
