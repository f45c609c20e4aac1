// Descent Lab's core for JavaScript: loads core.wasm, owns its memory, and offers it as plain functions on
// plain data. The same in Node, in a page and in a worker. No DOM.

import { readCatalog } from './catalog.js';
import {
  checkFloat64,
  checkKeys,
  checkList,
  checkNumber,
  checkObject,
  checkParams,
  checkUnit,
} from './check.js';
import { Formulas, formulaMessage, ruleHypers } from './formula.js';
import { instantiate } from './load.js';
import { Arena } from './memory.js';
import { checkNoise, checkStart, resolveUnit } from './spec.js';

/**
 * @typedef {import('./catalog.js').StationaryPoint} StationaryPoint
 * @typedef {import('./spec.js').RunSpec} RunSpec
 * @typedef {import('./spec.js').ObjectiveSpec} ObjectiveSpec
 * @typedef {import('./spec.js').PlainSpec} PlainSpec
 * @typedef {import('./formula.js').Ast} Ast
 * @typedef {import('./formula.js').FormulaError} FormulaError
 *
 * @typedef {object} Diagnosis what a run did; NaN where something does not apply
 * @property {'moving'|'converged'|'converging'|'oscillating'|'diverging'|'crawling'|'stalled'|'left'} kind
 * @property {number} factor growth of the updates a step, at the end
 * @property {number} period steps between two turns in the same direction
 * @property {number} at the step of arrival, or at which the run left the finite numbers
 * @property {number} x @property {number} y @property {number} f the last finite point
 * @property {number} amplitude half of what the last quarter of the run swings over
 * @property {number} point index in core.points() of where it rests, or -1
 * @property {number} curvature largest eigenvalue of a quadratic's Hessian @property {number} flattest the smallest
 * @property {number} lrStable gradient descent is stable below this rate: 2/curvature
 * @property {number} contraction gradient descent's factor a step
 *
 * @typedef {object} Run
 * @property {1|2} dim
 * @property {number} rows steps + 1, or fewer when the run left the finite numbers (in its last row)
 * @property {string[]} names the columns in order
 * @property {Record<string, Float64Array>} columns
 * @property {Diagnosis} diagnosis
 */

const AXES = ['x', 'y'];

/** The core: one WebAssembly instance and its memory. Make one with loadCore. */
export class Core {
  #wasm;
  #arena;
  #indexOf;
  #formulas;

  /** @param {Record<string, any>} wasm the exports of core.wasm */
  constructor(wasm) {
    this.#wasm = wasm;
    this.#arena = new Arena(wasm.memory, wasm.lab_abi_arena(), wasm.lab_abi_arena_size());
    this.#formulas = new Formulas(wasm, this.#arena);
    const { catalog, indexOf } = readCatalog(this.#readCatalogText());
    this.#indexOf = indexOf;
    /** Every unit's record, frozen. */
    this.catalog = catalog;
  }

  #readCatalogText() {
    const pointer = this.#arena.reserve(0);
    const capacity = 8 * this.#arena.room;
    const length = this.#wasm.lab_abi_catalog(pointer, capacity);
    return new TextDecoder().decode(this.#arena.bytes(pointer, length).slice());
  }

  /** @param {object} unit */
  #index(unit) {
    return /** @type {number} */ (this.#indexOf.get(unit));
  }

  /** @param {number} status */
  #check(status) {
    if (status !== 0) throw new RangeError(this.#arena.text(this.#wasm.lab_abi_sentence(status)));
  }

  /**
   * An objective with its parameters filled in, as a block in the arena.
   * @param {ObjectiveSpec} objective
   */
  #field(objective) {
    const own = ownText('formula', objective);
    if (own !== undefined) return this.#ownField(own);
    const { unit, values } = resolveUnit('objective', this.catalog.objectives, objective);
    const pointer = this.#arena.reserve(Math.ceil(this.#wasm.lab_abi_field_size() / 8));
    this.#check(this.#wasm.lab_abi_field(pointer, this.#index(unit), this.#arena.place(values)));
    return { pointer, dim: unit.dim };
  }

  /**
   * An optimizer with its hypers filled in, as a block in the arena.
   * @param {import('./spec.js').OptimizerSpec} optimizer
   */
  #rule(optimizer) {
    const own = ownText('rule', optimizer);
    if (own !== undefined) return this.#ownRule(own, /** @type {any} */ (optimizer).hypers);
    const { unit, values } = resolveUnit('optimizer', this.catalog.optimizers, optimizer, 'hypers');
    const pointer = this.#arena.reserve(Math.ceil(this.#wasm.lab_abi_rule_size() / 8));
    this.#check(this.#wasm.lab_abi_rule(pointer, this.#index(unit), this.#arena.place(values)));
    return { pointer, slots: unit.slots.map(({ key }) => key) };
  }

  /** @param {string} text */
  #ownField(text) {
    const program = this.#program(text, 'objectives');
    const pointer = this.#arena.reserve(Math.ceil(this.#wasm.lab_abi_field_size() / 8));
    this.#wasm.lab_abi_program_field(pointer, program, 0);
    return { pointer, dim: this.#formulas.ast(program).dim };
  }

  /** @param {string} text @param {unknown} hypers */
  #ownRule(text, hypers) {
    const program = this.#program(text, 'optimizers');
    const ast = this.#formulas.ast(program);
    const pointer = this.#arena.reserve(Math.ceil(this.#wasm.lab_abi_rule_size() / 8));
    const values = this.#padded(ruleHypers(ast.hypers, hypers));
    this.#wasm.lab_abi_program_rule(pointer, program, values);
    return { pointer, slots: ast.slots.map(({ key }) => key) };
  }

  /** @param {string} text @param {string} family @param {number} [index] */
  #program(text, family, index) {
    const { program, error } = this.#formulas.compile(text, family, index);
    if (error) throw new RangeError(formulaMessage(error, text));
    return program;
  }

  /** @param {number[]} values */
  #padded(values) {
    const pointer = this.#arena.reserve(this.catalog.limits.params);
    this.#arena.view(pointer, this.catalog.limits.params).fill(0).set(values);
    return pointer;
  }

  /**
   * Runs an optimizer on an objective: one row a step, row t holding x_t, f and the gradient there, and the rate,
   * slots and update of the step that led to it (see Run). A number that is not finite ends the run as a result.
   * @param {RunSpec} spec
   * @returns {Run}
   * @throws {TypeError|RangeError} naming the key, the value and what is allowed
   */
  run(spec) {
    checkKeys('run', checkObject('run', spec), [
      'objective',
      'start',
      'optimizer',
      'schedule',
      'steps',
      'noise',
    ]);
    const { catalog } = this;
    this.#arena.reset();
    const field = this.#field(spec.objective);
    const rule = this.#rule(spec.optimizer);
    const schedule = resolveUnit('schedule', catalog.schedules, spec.schedule ?? 'constant');
    const start = this.#arena.place(checkStart(spec.start, field.dim));
    const steps = checkNumber('steps', spec.steps, {
      min: 0,
      max: catalog.limits.steps,
      integer: true,
    });
    const { sigma, seed } = checkNoise(spec.noise);
    const params = this.#padded(schedule.values);
    const report = this.#arena.reserve(catalog.report.length);
    const width = this.#wasm.lab_abi_run_columns(field.pointer, rule.pointer);
    const stride = steps + 1;
    const table = this.#arena.reserve(width * stride);
    const rows = this.#wasm.lab_abi_run(
      field.pointer,
      rule.pointer,
      this.#index(schedule.unit),
      params,
      start,
      steps,
      sigma,
      seed,
      table,
      report,
    );
    if (rows < 0) this.#check(-rows);
    const names = columnNames(field.dim, rule.slots);
    const columns = Object.fromEntries(
      names.map((name, i) => [name, this.#arena.copy(table + 8 * i * stride, rows)]),
    );
    return { dim: field.dim, rows, names, columns, diagnosis: this.#diagnosis(report) };
  }

  /** @param {number} pointer */
  #diagnosis(pointer) {
    const values = this.#arena.view(pointer, this.catalog.report.length);
    const report = Object.fromEntries(this.catalog.report.map((name, i) => [name, values[i]]));
    return /** @type {Diagnosis} */ (
      /** @type {unknown} */ ({ ...report, kind: this.catalog.kinds[report.kind] })
    );
  }

  /**
   * Value and gradient of an objective at many points.
   * @param {ObjectiveSpec} objective
   * @param {{ x: ArrayLike<number>, y?: ArrayLike<number> }} points y in 2D only, as long as x
   * @returns {{ f: Float64Array, gx: Float64Array, gy?: Float64Array }}
   */
  evaluate(objective, { x, y }) {
    this.#arena.reset();
    const { pointer, dim } = this.#field(objective);
    const most = Math.floor(this.#arena.room / 5);
    const n = checkList('x', x, most).length;
    const ys = dim === 2 ? checkList('y', y, most) : [];
    if (dim === 2 && ys.length !== n) throw new RangeError(`y has ${ys.length} values; x has ${n}`);
    const inputs = [this.#arena.place(x), dim === 2 ? this.#arena.place(ys) : 0];
    const [f, gx, gy] = [0, 1, 2].map((i) => (i <= dim ? this.#arena.reserve(n) : 0));
    this.#wasm.lab_abi_evaluate(pointer, n, ...inputs, f, gx, gy);
    const result = { f: this.#arena.copy(f, n), gx: this.#arena.copy(gx, n) };
    return dim === 2 ? { ...result, gy: this.#arena.copy(gy, n) } : result;
  }

  /**
   * Second derivatives of an objective at many points: hxx in 1D; hxx, hxy, hyy in 2D.
   * @param {ObjectiveSpec} objective
   * @param {{ x: ArrayLike<number>, y?: ArrayLike<number> }} points
   * @returns {{ hxx: Float64Array, hxy?: Float64Array, hyy?: Float64Array }}
   */
  hessian(objective, { x, y }) {
    this.#arena.reset();
    const { pointer, dim } = this.#field(objective);
    const most = Math.floor(this.#arena.room / 5);
    const n = checkList('x', x, most).length;
    const ys = dim === 2 ? checkList('y', y, most) : [];
    if (dim === 2 && ys.length !== n) throw new RangeError(`y has ${ys.length} values; x has ${n}`);
    const inputs = [this.#arena.place(x), dim === 2 ? this.#arena.place(ys) : 0];
    const names = dim === 2 ? ['hxx', 'hxy', 'hyy'] : ['hxx'];
    const outputs = names.map(() => this.#arena.reserve(n));
    this.#wasm.lab_abi_hessian(pointer, n, ...inputs, ...outputs);
    return /** @type {any} */ (
      Object.fromEntries(names.map((name, i) => [name, this.#arena.copy(outputs[i], n)]))
    );
  }

  /**
   * All stationary points of an objective within its display range, for the given parameters.
   * @param {ObjectiveSpec} objective
   * @returns {StationaryPoint[]}
   */
  points(objective) {
    this.#arena.reset();
    const { pointer } = this.#field(objective);
    const out = this.#arena.reserve(3 * this.catalog.limits.points);
    const count = this.#wasm.lab_abi_points(pointer, out);
    const values = this.#arena.view(out, 3 * count);
    return Array.from({ length: count }, (_, i) => ({
      x: values[3 * i],
      y: values[3 * i + 1],
      kind: /** @type {StationaryPoint['kind']} */ (this.catalog.pointKinds[values[3 * i + 2]]),
    }));
  }

  /**
   * The learning rate of each step: entry s belongs to step s + 1.
   * @param {PlainSpec} schedule
   * @param {{ lr: number, steps: number }} run
   * @returns {Float64Array}
   */
  rate(schedule, { lr, steps }) {
    this.#arena.reset();
    const { unit, values } = resolveUnit('schedule', this.catalog.schedules, schedule);
    checkNumber('lr', lr);
    checkNumber('steps', steps, { min: 0, max: this.catalog.limits.steps, integer: true });
    const out = this.#arena.reserve(steps);
    this.#check(this.#wasm.lab_abi_rates(out, this.#index(unit), this.#padded(values), lr, steps));
    return this.#arena.copy(out, steps);
  }

  /**
   * A moving average of a series; NaN where it is not defined yet. NaN and infinity in the series spread
   * exactly as far as the smoother's formula carries them.
   * @param {PlainSpec} smoother
   * @param {ArrayLike<number>} series
   * @returns {Float64Array} as long as the series
   */
  smooth(smoother, series) {
    this.#arena.reset();
    const { unit, values } = resolveUnit('smoother', this.catalog.smoothers, smoother);
    const n = checkList('series', series, this.catalog.limits.series).length;
    const [out, input] = [this.#arena.reserve(n), this.#arena.place(series)];
    this.#check(this.#wasm.lab_abi_smooth(out, input, n, this.#index(unit), this.#padded(values)));
    return this.#arena.copy(out, n);
  }

  /**
   * How much each of n values counts in a smoother's last average.
   * @param {PlainSpec} smoother
   * @param {number} n
   * @returns {Float64Array}
   */
  weights(smoother, n) {
    this.#arena.reset();
    const { unit, values } = resolveUnit('smoother', this.catalog.smoothers, smoother);
    checkNumber('n', n, { min: 0, max: this.catalog.limits.series, integer: true });
    const out = this.#arena.reserve(n);
    this.#check(this.#wasm.lab_abi_weights(out, n, this.#index(unit), this.#padded(values)));
    return this.#arena.copy(out, n);
  }

  /**
   * Reads a user's own f(x) or f(x, y).
   * @param {string} text
   * @returns {{ dim?: 1|2, ast?: Ast, error: null|FormulaError }}
   */
  parseFormula(text) {
    return this.#parse(text, 'objectives');
  }

  /**
   * Reads a user's own update rule: names it reads but never assigns are its hypers, names it reads before it
   * assigns them are its slots.
   * @param {string} text
   * @returns {{ hypers?: string[], ast?: Ast, error: null|FormulaError }}
   */
  parseRule(text) {
    return this.#parse(text, 'optimizers');
  }

  /** @param {string} text @param {string} family */
  #parse(text, family) {
    this.#arena.reset();
    const { program, error } = this.#formulas.compile(text, family);
    if (error) return { error };
    const ast = this.#formulas.ast(program);
    return { ast, dim: ast.dim, hypers: ast.hypers, error: null };
  }

  /**
   * The syntax tree of a unit's formula.
   * @param {'objectives'|'optimizers'|'schedules'|'smoothers'} family
   * @param {string} key
   * @returns {Ast}
   */
  formula(family, key) {
    this.#arena.reset();
    const unit = checkUnit(family, /** @type {any[]} */ (this.catalog[family]), key);
    return this.#formulas.ast(this.#program(unit.formula ?? unit.rule, family, this.#index(unit)));
  }

  /**
   * What every line of an optimizer's rule assigns in one step of one parameter.
   * @param {string | { rule: string }} optimizer a key of the catalog, or an own rule
   * @param {{ x: number, g: number, slots: number[], hypers: Record<string, number>, lr: number, t: number }} at
   *   before the step; lr as the schedule has it
   * @returns {{ ast: Ast, values: Float64Array }} values[i] belongs to ast.lines[i]
   */
  trace(optimizer, { x, g, slots, hypers, lr, t }) {
    this.#arena.reset();
    const unit =
      typeof optimizer === 'string'
        ? checkUnit('optimizer', this.catalog.optimizers, optimizer)
        : undefined;
    const text = unit ? unit.rule : /** @type {{ rule: string }} */ (optimizer).rule;
    const program = this.#program(text, 'optimizers', unit && this.#index(unit));
    const ast = this.#formulas.ast(program);
    const pointer = this.#arena.reserve(Math.ceil(this.#wasm.lab_abi_rule_size() / 8));
    this.#wasm.lab_abi_program_rule(pointer, program, this.#padded(ruleHypers(ast.hypers, hypers)));
    const out = this.#arena.reserve(ast.lines.length);
    this.#wasm.lab_abi_trace(pointer, out, x, g, this.#arena.place(slots), lr, t);
    return { ast, values: this.#arena.copy(out, ast.lines.length) };
  }

  /**
   * Two standard normal numbers for (seed, step, lane): the noise a run adds to gx and gy.
   * @param {number} seed @param {number} step @param {number} [lane]
   * @returns {[number, number]}
   */
  normal(seed, step, lane = 0) {
    this.#arena.reset();
    const out = this.#arena.reserve(2);
    this.#wasm.lab_abi_normal(out, seed, step, lane);
    const [a, b] = this.#arena.copy(out, 2);
    return [a, b];
  }

  /**
   * One raw step of an optimizer on the caller's arrays, in place. x and g hold n parameters, slots holds n
   * numbers for each slot, one slot after the other; t counts from 1.
   * @param {string} key
   * @param {{ x: Float64Array, g: Float64Array, slots?: Float64Array, hypers?: Record<string, number>, t?: number }} state
   */
  step(key, { x, g, slots = new Float64Array(0), hypers, t = 1 }) {
    this.#arena.reset();
    const unit = checkUnit('optimizer', this.catalog.optimizers, key);
    const n = checkFloat64('x', x, x?.length).length;
    checkFloat64('g', g, n);
    checkFloat64('slots', slots, n * unit.slots.length);
    checkNumber('t', t, { min: 1, max: Number.MAX_SAFE_INTEGER, integer: true });
    const numbers = checkParams(`optimizer ${key}`, hypers, unit.hypers);
    const [px, pg, ps] = [x, g, slots].map((array) => this.#arena.place(array));
    this.#wasm[`${key}_step`](n, px, pg, ps, this.#arena.place(numbers), t);
    x.set(this.#arena.view(px, n));
    slots.set(this.#arena.view(ps, slots.length));
  }
}

/**
 * The text of a user's own formula or rule, or undefined for a unit of the catalog.
 * @param {'formula'|'rule'} field
 * @param {any} given
 * @returns {string|undefined}
 */
function ownText(field, given) {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, field)) return undefined;
  if (typeof given[field] !== 'string') {
    throw new TypeError(`${field} is ${given[field]}; it must be a text`);
  }
  return given[field];
}

/**
 * The names of a run's columns, in the order lab_run writes them.
 * @param {1|2} dim
 * @param {string[]} slots
 */
function columnNames(dim, slots) {
  const axes = AXES.slice(0, dim);
  return [
    ...axes,
    'f',
    ...axes.map((axis) => `g${axis}`),
    'gnorm',
    'lr',
    ...slots.flatMap((slot) => axes.map((axis) => `${slot}_${axis}`)),
    ...axes.map((axis) => `d${axis}`),
  ];
}

/**
 * Loads the core.
 * @param {{ wasm?: ArrayBuffer|Uint8Array|Response|URL|string }} [options] the bytes of core.wasm, or where they
 *   are; the file beside the package when left out
 * @returns {Promise<Core>}
 */
export async function loadCore({ wasm = new URL('./core.wasm', import.meta.url) } = {}) {
  return new Core(await instantiate(wasm));
}
