// Descent Lab's core for JavaScript: loads core.wasm, owns its memory, and offers it as plain functions on
// plain data. The same in Node, in a page and in a worker. No DOM.

import { checkList, checkNumber, checkOneOf, checkText, checkUnit } from './check.js';
import { Engine } from './engine.js';
import { effectiveRates, largestStable } from './facts.js';
import { askAtPoints, stationaryPoints } from './field.js';
import { FAMILIES } from './formula.js';
import { instantiate } from './load.js';
import { ratesOf } from './rates.js';
import { takeRun } from './run.js';
import { takeBatch, takeSample } from './sample.js';
import { UINT32 } from './spec.js';
import { rawStep, traceStep } from './step.js';
import { traceAverage } from './trace-average.js';

/**
 * @typedef {import('./catalog.js').StationaryPoint} StationaryPoint
 * @typedef {import('./spec.js').RunSpec} RunSpec
 * @typedef {import('./spec.js').ObjectiveSpec} ObjectiveSpec
 * @typedef {import('./spec.js').PlainSpec} PlainSpec
 * @typedef {import('./formula.js').Ast} Ast
 * @typedef {import('./formula.js').FormulaError} FormulaError
 * @typedef {import('./run.js').Diagnosis} Diagnosis
 * @typedef {import('./run.js').Run} Run
 * @typedef {import('./sample.js').SampleSpec} SampleSpec
 * @typedef {import('./sample.js').SampleRun} SampleRun
 * @typedef {import('./field.js').Points} Points
 * @typedef {import('./step.js').StepState} StepState
 * @typedef {import('./step.js').Before} Before
 */

/** The core: one WebAssembly instance and its memory. Make one with loadCore. */
export class Core {
  #engine;
  #wasm;
  #arena;

  /** @param {Record<string, any>} wasm the exports of core.wasm */
  constructor(wasm) {
    this.#engine = new Engine(wasm);
    this.#wasm = wasm;
    this.#arena = this.#engine.arena;
    /** Every unit's record, frozen. */
    this.catalog = this.#engine.catalog;
  }

  /**
   * Runs an optimizer on an objective: one row a step, row t holding x_t, f and the gradient there, and the rate,
   * slots and update of the step that led to it (see Run). A number that is not finite ends the run as a result.
   * @param {RunSpec} spec
   * @returns {Run}
   * @throws {TypeError|RangeError} naming the key, the value and what is allowed
   */
  run(spec) {
    this.#arena.reset();
    return takeRun(this.#engine, spec);
  }

  /**
   * Fits the line w*x + b to data by steps that each see a batch of it: 1 point, m points or all of them.
   * @param {SampleSpec} spec
   * @returns {SampleRun}
   */
  sample(spec) {
    this.#arena.reset();
    return takeSample(this.#engine, spec);
  }

  /**
   * The points that a step of sample() sees: every epoch takes all n once, in an order that (seed, epoch) decides.
   * @param {{ n: number, batch: number, seed?: number, step: number }} draw step from 1
   * @returns {number[]} indices, from 0
   */
  batch(draw) {
    this.#arena.reset();
    return takeBatch(this.#engine, draw);
  }

  /**
   * Value and gradient of an objective at many points.
   * @param {ObjectiveSpec} objective
   * @param {Points} points
   * @returns {{ f: Float64Array, gx: Float64Array, gy?: Float64Array }}
   */
  evaluate(objective, points) {
    this.#arena.reset();
    return askAtPoints(this.#engine, 'evaluate', objective, points, ['f', 'gx', 'gy']);
  }

  /**
   * Second derivatives of an objective at many points: hxx in 1D; hxx, hxy, hyy in 2D.
   * @param {ObjectiveSpec} objective
   * @param {Points} points
   * @returns {{ hxx: Float64Array, hxy?: Float64Array, hyy?: Float64Array }}
   */
  hessian(objective, points) {
    this.#arena.reset();
    return askAtPoints(this.#engine, 'hessian', objective, points, ['hxx', 'hxy', 'hyy']);
  }

  /**
   * All stationary points of an objective within its display range, for the given parameters.
   * @param {ObjectiveSpec} objective
   * @returns {StationaryPoint[]}
   */
  points(objective) {
    this.#arena.reset();
    return stationaryPoints(this.#engine, objective);
  }

  /**
   * The learning rate of each step: entry s belongs to step s + 1.
   * @param {PlainSpec} schedule
   * @param {import('./rates.js').RateSpec} run
   * @returns {Float64Array}
   */
  rate(schedule, run) {
    this.#arena.reset();
    return ratesOf(this.#engine, schedule, run);
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
    const unit = this.#engine.plain('smoother', smoother);
    const n = checkList('series', series, this.catalog.limits.series).length;
    const [out, input] = [this.#arena.reserve(n), this.#arena.place(series)];
    this.#engine.check(this.#wasm.lab_abi_smooth(out, input, n, ...unit));
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
    const unit = this.#engine.plain('smoother', smoother);
    checkNumber('n', n, { min: 0, max: this.catalog.limits.series, integer: true });
    const out = this.#arena.reserve(n);
    this.#engine.check(this.#wasm.lab_abi_weights(out, n, ...unit));
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
    checkText(family === 'objectives' ? 'formula' : 'rule', text);
    const { program, error } = this.#engine.formulas.compile(text, family);
    if (error) return { error };
    const ast = this.#engine.formulas.ast(program);
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
    checkOneOf('family', family, FAMILIES);
    const unit = checkUnit(family, /** @type {any[]} */ (this.catalog[family]), key);
    const text = unit.formula ?? unit.rule;
    return this.#engine.formulas.ast(this.#engine.program(text, family, this.#engine.index(unit)));
  }

  /**
   * What every line of an optimizer's rule assigns in one step of one parameter.
   * @param {string | { rule: string }} optimizer a key of the catalog, or an own rule
   * @param {Before} before
   * @returns {{ ast: Ast, values: Float64Array }} values[i] belongs to ast.lines[i]
   */
  trace(optimizer, before) {
    this.#arena.reset();
    return traceStep(this.#engine, optimizer, before);
  }

  /**
   * The rate each coordinate really gets in every step of a run, as the optimizer's record states it: η/√(s + ε).
   * @param {import('./spec.js').OptimizerSpec} optimizer
   * @param {Run} run of that optimizer
   * @returns {Record<string, Float64Array> | null} by axis, one number a row (NaN at row 0); null when every
   *   coordinate gets η itself
   */
  effective(optimizer, run) {
    this.#arena.reset();
    return effectiveRates(this.#engine, optimizer, run);
  }

  /**
   * On a quadratic whose Hessian's largest eigenvalue is `curvature`, the optimizer converges with every constant
   * learning rate below this one and with none above.
   * @param {import('./spec.js').OptimizerSpec} optimizer
   * @param {number} curvature above 0, as a run's diagnosis has it: not finite where there is no quadratic
   * @returns {number} NaN when there is no such bound: adaptive methods, own rules, no quadratic
   */
  stableRate(optimizer, curvature) {
    this.#arena.reset();
    return largestStable(this.#engine, optimizer, curvature);
  }

  /**
   * What every line of a smoother's formula assigns at one place of a series.
   * @param {PlainSpec} smoother @param {ArrayLike<number>} series
   * @param {number} t 1 to the series' length
   * @returns {import('./trace-average.js').AverageTrace}
   */
  traceAverage(smoother, series, t) {
    this.#arena.reset();
    return traceAverage(this.#engine, smoother, series, t);
  }

  /**
   * Two standard normal numbers for (seed, step, lane): the noise a run adds to gx and gy.
   * @param {number} seed @param {number} step @param {number} [lane]
   * @returns {[number, number]}
   */
  normal(seed, step, lane = 0) {
    this.#arena.reset();
    for (const [name, value] of Object.entries({ seed, step, lane }))
      checkNumber(name, value, UINT32);
    const out = this.#arena.reserve(2);
    this.#wasm.lab_abi_normal(out, seed, step, lane);
    const [a, b] = this.#arena.copy(out, 2);
    return [a, b];
  }

  /**
   * One raw step of an optimizer on the caller's arrays, in place.
   * @param {string} key
   * @param {StepState} state
   */
  step(key, state) {
    this.#arena.reset();
    rawStep(this.#engine, key, state);
  }
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
