// The current step, worked as on a blackboard: symbols, then numbers, then the result.

import { html } from 'lit';
import { columnOf } from '../core/layout.js';
import { modifiedRule } from '../formula/modified.js';
import { coordinateOf, ruleMath, workedStep } from '../formula/worked-step.js';
import { hypersAt } from '../state/changes.js';
import { CUSTOM } from '../state/own-units.js';
import { formatKept, kept, spacingAt } from '../state/precision.js';
import { define, UNSET } from './lab-element.js';
import { LazyElement, READING } from './lazy-element.js';
import { mathLine } from './mathml.js';

const DIGITS = 6;
const EXACT = 17;
/** The least height of the lines, for the style sheets. */
const KEPT = '--kept-height';
/**
 * The words of a rule for the numbers of columns that are not slots.
 * @type {Partial<Record<import('../core/layout.js').Column['kind'], string>>}
 */
const WORDS = { coordinate: 'x', gradient: 'g', rate: 'lr', f: 'f', batch_loss: 'f' };

class WorkedStep extends LazyElement {
  pace = READING;

  static properties = {
    core: { attribute: false },
    run: { attribute: false },
    done: { attribute: false },
    rule: { type: String },
    t: { type: Number },
    noisy: { type: Boolean },
    objective: { attribute: false },
    precision: { attribute: false },
    i18n: { attribute: false },
    isExact: { state: true },
    isWhole: { state: true },
  };

  /** The form of the lines whose height is kept, and their width. */
  #form = '';
  #width = 0;
  #size = new ResizeObserver(([{ borderBoxSize }]) => this.#keepHeight(borderBoxSize));

  constructor() {
    super();
    /** @type {import('../core/index.js').Core} */ this.core = UNSET;
    /** @type {import('../state/experiment.js').ExperimentRun} */ this.run = UNSET;
    /** @type {import('../core/index.js').Run} */ this.done = UNSET;
    this.rule = '';
    this.t = 0;
    /** whether the gradients have noise */ this.noisy = false;
    /**
     * What is descended, for a rule that asks for its Hessian; undefined: such a rule has no numbers.
     * @type {import('../core/types.js').ObjectiveSpec|undefined}
     */
    this.objective = undefined;
    /** @type {import('../core/types.js').Precision|undefined} */ this.precision = undefined;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.isExact = false;
    /** whether all lines show even where there is no room for them */ this.isWhole = false;
  }

  firstUpdated() {
    this.#size.observe(this.#box);
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#size.observe(this.#box);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.querySelector('.worked-lines'));
  }

  /** Lines of another form begin at their own height. */
  updated() {
    const { run, rule, done, i18n, isExact, isWhole } = this;
    const on = Object.keys(run.modifiers ?? {}).join('+');
    const form = [run.optimizer, rule, on, done.dim, i18n.lang, isExact, isWhole].join();
    if (form !== this.#form) this.#box.style.removeProperty(KEPT);
    this.#form = form;
  }

  /**
   * The lines keep the height of the tallest step seen: what is below must not go up and down while steps are
   * taken. Lines that are cut off, and scroll, are marked.
   * @param {readonly ResizeObserverSize[]} size
   */
  #keepHeight([{ inlineSize, blockSize }]) {
    const { style, scrollHeight, clientHeight } = this.#box;
    this.toggleAttribute('is-cut', scrollHeight > clientHeight);
    const isOtherWidth = inlineSize !== this.#width;
    this.#width = inlineSize;
    if (!isOtherWidth || !style.getPropertyValue(KEPT)) style.setProperty(KEPT, `${blockSize}px`);
    // Not now: a size must not change while observers are told of sizes.
    else requestAnimationFrame(() => style.removeProperty(KEPT));
  }

  /** The symbols that records give hypers, slots and the run's modifiers. */
  get #symbols() {
    const { optimizers, modifiers } = this.core.catalog;
    const on = modifiers.filter(({ key }) => this.run.modifiers?.[key] !== undefined);
    const unit = optimizers.find(({ key }) => key === this.run.optimizer);
    return new Map(
      [...(unit?.hypers ?? []), ...(unit?.slots ?? []), ...on].map((each) => [
        each.key,
        each.symbol,
      ]),
    );
  }

  /** How a method finds what its rule reads, by the slot's key. */
  get #found() {
    const unit = this.core.catalog.optimizers.find(({ key }) => key === this.run.optimizer);
    if (unit?.kind !== 'method') return new Map();
    const slots = unit.slots.filter(({ found }) => found !== null);
    return new Map(slots.map((slot) => [slot.key, this.i18n.found(slot)]));
  }

  /** What the coordinates of the run are called. */
  get #axes() {
    return this.done.layout.flatMap(({ kind, axis }) =>
      kind === 'coordinate' && axis !== null ? [axis] : [],
    );
  }

  /**
   * Where the numbers of step t stand in the step table: by what its columns hold, in this row or the one
   * before, and only where that very number stands.
   * @param {number} t @param {string} axis
   */
  #cellsOf(t, axis) {
    const { layout, columns } = this.done;
    /** @param {string} word @param {boolean} isAfter @param {number} value */
    return (word, isAfter, value) => {
      const row = isAfter || word === 'lr' ? t : t - 1;
      const found = layout.find(
        (column) =>
          (column.slot ?? WORDS[column.kind]) === word &&
          (column.axis ?? axis) === axis &&
          Object.is(columns[column.name][row], value),
      );
      return found && { column: found.name, row, kind: found.kind };
    };
  }

  /** The lines of step t of one coordinate. @param {number} t @param {string} axis */
  #linesOf(t, axis) {
    const { core, run, done, rule, i18n, isExact } = this;
    const { dim } = done;
    const own = run.optimizer === CUSTOM;
    const supplied = Object.keys(run.hypers);
    const bare = own
      ? core.parseRule(rule, { supplied }).ast
      : core.formula('optimizers', run.optimizer);
    if (!bare) return [];
    const { modifiers } = run;
    const ast = modifiedRule(bare, modifiers, core);
    const digits = isExact ? EXACT : DIGITS;
    const format = (/** @type {number} */ value, most = digits) => i18n.n(value, most, false);
    const sampled = done.layout.some(({ kind }) => kind === 'batch_loss');
    const look = {
      axis,
      axes: this.#axes,
      sampled,
      dim,
      noisy: this.noisy,
      moves: this.objective !== undefined && this.#moves(this.objective),
      symbols: this.#symbols,
      found: this.#found,
      format,
      digits,
      cellOf: this.#cellsOf(t, axis),
    };
    if (t === 0) return ruleMath(ast, look);
    const before = this.#pointBefore(ast, t);
    if (!before) return ruleMath(ast, look);
    const { precision } = this;
    const now = hypersAt(run, t);
    const hypers = Object.fromEntries(bare.hypers.map((key) => [key, now[key]]));
    const asked = { ...before, hypers, modifiers, precision };
    const { values } = core.trace(own ? { rule } : run.optimizer, asked);
    const place = this.#axes.indexOf(axis);
    const numbers = { ...now, ...kept(hypers, precision, core), ...modifiers };
    return workedStep(ast, coordinateOf(ast, { ...before, values }, numbers, place), look);
  }

  /** Whether f changes from step to step. @param {import('../core/types.js').ObjectiveSpec} objective */
  #moves(objective) {
    const isOwn = typeof objective === 'object' && 'formula' in objective;
    return isOwn && Boolean(this.core.parseFormula(objective.formula).ast?.moves);
  }

  /**
   * The inputs of step t, of all coordinates; undefined where the rule asks for a Hessian that is not known.
   * @param {import('../core/formula.js').Ast} ast @param {number} t
   */
  #pointBefore({ slots, asks = [] }, t) {
    const { done, core, objective } = this;
    const at = (
      /** @type {Parameters<typeof columnOf>[1]} */ kind,
      /** @type {string} */ axis = '',
      /** @type {string} */ slot = '',
      row = t - 1,
    ) => columnOf(done, kind, axis || null, slot || null)?.[row] ?? Number.NaN;
    const axes = this.#axes;
    const found = this.#found; // in this very step
    const x = axes.map((axis) => at('coordinate', axis));
    const held = slots.flatMap(({ key, perPoint }) =>
      (perPoint ? axes.slice(0, 1) : axes).map((axis) =>
        at('slot', axis, key, found.has(key) ? t : t - 1),
      ),
    );
    const g = axes.map((axis) => at('gradient', axis));
    const seen = columnOf(done, 'batch_loss')?.[t - 1]; // a sampled step sees the value of its batch
    const point = { x, g, slots: held, lr: done.columns.lr[t], t, f: seen ?? at('f') };
    if (!asks.includes('h')) return point;
    if (!objective) return undefined;
    const now = this.#moves(objective) ? { .../** @type {object} */ (objective), t } : objective;
    const [xs, ys] = x.map((value) => [value]);
    const landscape = /** @type {import('../core/types.js').ObjectiveSpec} */ (now);
    const { hxx, hxy, hyy } = core.hessian(landscape, { x: xs, ...(ys && { y: ys }) });
    return { ...point, hessian: hxy && hyy ? [hxx[0], hxy[0], hyy[0]] : [hxx[0]] };
  }

  render() {
    const { done, i18n, isWhole } = this;
    const t = Math.min(this.t, done.rows - 1);
    return html`<section class="worked ${isWhole ? 'is-whole' : ''}" aria-label=${i18n.t('worked.title')}>
      <header><h2>${i18n.t(t === 0 ? 'worked.rule' : 'worked.step', { t: i18n.n(t, 9) })}</h2><span
        class="grow"></span>
        ${this.#renderChoice('lines', 'isWhole')}
        ${
          t === 0
            ? html`<span class="soft">${i18n.t('worked.start')}</span>`
            : this.#renderChoice('exact', 'isExact')
        }</header>
      <div class="worked-lines" tabindex="0" role="group"
        aria-label=${i18n.t('worked.title')}>${this.#axes.map((axis) =>
          this.#renderAxis(this.#linesOf(t, axis)),
        )}</div>${this.#renderSpacing(t)}</section>`;
  }

  /** In a narrow format: how far numbers are apart where the point is. @param {number} t */
  #renderSpacing(t) {
    const { core, precision, done, i18n } = this;
    if (typeof precision !== 'object') return '';
    const format = formatKept(precision, core.catalog);
    const x = done.columns.x[t];
    if (!Number.isFinite(x)) return '';
    const spacing = i18n.n(spacingAt(x, format), 4);
    const words = i18n.t('precision.about', { format: format.key, x: i18n.n(x, 6), spacing });
    return html`<p class="note">${words}</p>`;
  }

  /** @param {string} key @param {'isWhole'|'isExact'} state */
  #renderChoice(key, state) {
    const press = () => {
      this[state] = !this[state];
    };
    return html`<button type="button" data-act=${key} aria-pressed=${this[state]}
      @click=${press}>${this.i18n.t(`worked.${key}`)}</button>`;
  }

  /** @param {import('../formula/math.js').MathNode[]} lines */
  #renderAxis(lines) {
    const line = (
      /** @type {import('../formula/math.js').MathNode} */ math,
      /** @type {number} */ i,
    ) => html`<p class=${i + 1 === lines.length ? 'is-result' : ''}>${mathLine(math)}</p>`;
    return html`<div class="axis ${lines.length > 1 ? 'is-long' : ''}">${lines.map(line)}</div>`;
  }
}

define('lab-worked', WorkedStep);
