// Descent Lab's core for JavaScript: loads core.wasm, owns its memory, and offers it as plain functions on
// plain data. The same in Node, in a page and in a worker. No DOM.

import { checkKeys, checkObject } from './check.js';
import { Engine } from './engine.js';
import { compile, instantiate } from './load.js';
import { answer, METHODS } from './methods.js';
import { finish } from './slices.js';

/**
 * @typedef {import('./records.js').StationaryPoint} StationaryPoint @typedef {import('./formula.js').Ast} Ast
 * @typedef {import('./formula.js').FormulaError} FormulaError @typedef {import('./types.js').RunSpec} RunSpec
 * @typedef {import('./types.js').OptimizerSpec} OptimizerSpec @typedef {import('./types.js').Numbers} Numbers
 * @typedef {import('./types.js').ObjectiveSpec} ObjectiveSpec @typedef {import('./types.js').Points} Points
 * @typedef {import('./types.js').SmootherSpec} SmootherSpec @typedef {import('./types.js').RateSpec} RateSpec
 * @typedef {import('./types.js').ScheduleSpec} ScheduleSpec @typedef {import('./types.js').Before} Before
 * @typedef {import('./types.js').SampleSpec} SampleSpec @typedef {import('./types.js').SampleRun} SampleRun
 * @typedef {import('./types.js').StepState} StepState @typedef {import('./types.js').Diagnosis} Diagnosis
 * @typedef {import('./types.js').Checkable} Checkable @typedef {import('./types.js').Check} Check
 * @typedef {import('./types.js').Draw} Draw @typedef {import('./types.js').Run} Run
 * @typedef {{ into?: Float64Array[] }} Into arrays of the caller, which answers are written into
 */

export { fromJson, toJson } from './json.js';

const write = Float64Array.prototype.set;

/** The core: one WebAssembly instance and its memory. Make one with loadCore. */
export class Core {
  #engine;

  /** @param {import('./inside.js').Wasm} wasm @param {WebAssembly.Module} module */
  constructor(wasm, module) {
    this.#engine = new Engine(wasm);
    /** Every unit's record, frozen. @type {import('./records.js').Catalog} */
    this.catalog = this.#engine.catalog;
    /** core.wasm, compiled: another core made from it need not compile it again. */
    this.module = module;
  }

  /** @param {keyof typeof METHODS} method @param {unknown[]} given */
  #ask(method, ...given) {
    const { read } = /** @type {import('./inside.js').Method} */ (METHODS[method]);
    const { into, ...asked } = /** @type {Into} */ (read(this.#engine.units, ...given));
    const answered = finish(answer(this.#engine, method, asked, Number.POSITIVE_INFINITY));
    for (const [i, array] of (into ?? []).entries()) write.call(array, answered[i]);
    return answered;
  }

  /**
   * @template {ObjectiveSpec} O @template {OptimizerSpec} P
   * @overload
   * @param {import('./types.js').RunSpec<O, P>} spec
   * @returns {import('./types.js').Run<import('./types.js').Columns<O, P>>}
   */
  /**
   * @overload
   * @param {RunSpec} spec
   * @returns {Run}
   */
  /**
   * Runs an optimizer on an objective: one row a step, row t holding x_t, f and the gradient there, and the
   * rate, slots and update of the step that led to it (see Run). A number that is not finite ends the run as
   * a result.
   * @param {RunSpec} spec
   * @returns {Run} its columns are named by coordinates and slots: x, f, gx, lr, m_x, …
   * @throws {TypeError|RangeError} naming the key, the value and what is allowed
   */
  run(spec) {
    return this.#ask('run', spec);
  }

  /**
   * Fits the line w*x + b to data by steps that each see a batch of it: 1 point, m points or all of them.
   * @param {SampleSpec} spec @returns {SampleRun}
   */
  sample(spec) {
    return this.#ask('sample', spec);
  }

  /**
   * The points that a step of sample() sees: every epoch takes all n once, in an order that (seed, epoch)
   * decides.
   * @param {Draw} draw @returns {number[]} indices, from 0
   */
  batch(draw) {
    return this.#ask('batch', draw);
  }

  /**
   * Value and gradient of an objective at many points.
   * @template {Points} P
   * @param {ObjectiveSpec} objective @param {P} points
   * @returns {import('./types.js').Field<P>}
   */
  evaluate(objective, points) {
    return this.#ask('evaluate', objective, points);
  }

  /**
   * Second derivatives of an objective at many points: hxx in 1D; hxx, hxy, hyy in 2D.
   * @param {ObjectiveSpec} objective @param {Points} points
   * @returns {{ hxx: Float64Array, hxy?: Float64Array, hyy?: Float64Array }}
   */
  hessian(objective, points) {
    return this.#ask('hessian', objective, points);
  }

  /**
   * All stationary points of an objective within its display range, for the given parameters.
   * @param {ObjectiveSpec} objective @returns {StationaryPoint[]}
   */
  points(objective) {
    return this.#ask('points', objective);
  }

  /**
   * The learning rate of each step: entry s belongs to step s + 1.
   * @param {ScheduleSpec} schedule @param {RateSpec} run @returns {Float64Array}
   */
  rate(schedule, run) {
    return this.#ask('rate', schedule, run);
  }

  /**
   * A moving average of a series; NaN where it is not defined yet. NaN and infinity in the series spread
   * exactly as far as the smoother's formula carries them.
   * @param {SmootherSpec} smoother @param {ArrayLike<number>} series
   * @returns {Float64Array} as long as the series
   */
  smooth(smoother, series) {
    return this.#ask('smooth', smoother, series);
  }

  /**
   * How much each of n values counts in a smoother's last average.
   * @param {SmootherSpec} smoother @param {number} n @returns {Float64Array}
   */
  weights(smoother, n) {
    return this.#ask('weights', smoother, n);
  }

  /**
   * Reads a user's own f(x) or f(x, y), which may name t, the step that looks at it, too. What the grammar
   * does not read is read as people type, as far as its meaning is beyond doubt: 8xsin(2x), f(x) = |x|.
   * @param {string} text @param {{ version?: number }} [reading]
   * @returns {{ dim?: 1|2, ast?: Ast, asRead?: string, error: null|FormulaError }} asRead: the text as it was
   *   read (8x*sin(2x), abs(x)), the very same where the grammar reads it
   */
  parseFormula(text, reading) {
    return this.#ask('parseFormula', text, reading);
  }

  /**
   * Reads a user's own update rule: names it reads but never assigns are its hypers, names it reads before it
   * assigns them are its slots. f, hdiag and hsolve are the value, the diagonal of the Hessian H and H⁻¹g,
   * unless the rule assigns them or they are supplied.
   * @param {string} text
   * @param {import('./formula.js').Reading} [reading]
   * @returns {{ hypers?: string[], ast?: Ast, asRead?: string, remark?: null|FormulaError, error:
   *   null|FormulaError }} remark: what looks like a mistake in a rule that can be read: it never reads g, or
   *   a parameter is called grad, gnorm, h, …
   */
  parseRule(text, reading) {
    return this.#ask('parseRule', text, reading);
  }

  /**
   * The syntax tree of a unit's formula.
   * @param {'objectives'|'optimizers'|'schedules'|'smoothers'} family @param {string} key
   * @returns {Ast}
   */
  formula(family, key) {
    return this.#ask('formula', family, key);
  }

  /**
   * What the core computes for the derivatives of an objective's formula, operation by operation: its
   * gradient by x (and y), or ∂xx, ∂xy, ∂yy.
   * @param {string | { key: string } | { formula: string }} objective with any values of its parameters: they
   *   are names
   * @param {'gradient'|'hessian'} order
   * @returns {import('./formula.js').Graph}
   */
  derivatives(objective, order) {
    return this.#ask('derivatives', objective, order);
  }

  /**
   * What every line of an optimizer's rule assigns in one step of one parameter, or of a point of several.
   * @param {import('./types.js').OptimizerKey | { rule: string }} optimizer a key of the catalog, or an own
   *   rule
   * @param {Before} before
   * @returns {{ ast: Ast, values: Float64Array }} values[i] belongs to ast.lines[i]; of a point of n
   *   coordinates values[i*n + k] at coordinate k
   */
  trace(optimizer, before) {
    return this.#ask('trace', optimizer, before);
  }

  /**
   * The rate each coordinate really gets in every step of a run, as the optimizer's record states it: η/√(s +
   * ε).
   * @param {OptimizerSpec} optimizer
   * @param {Run} run of that optimizer, without changes
   * @returns {Record<string, Float64Array> | null} by axis, one number a row (NaN at row 0); null when every
   *   coordinate gets η itself
   */
  effective(optimizer, run) {
    return this.#ask('effective', optimizer, run);
  }

  /**
   * On a quadratic whose Hessian's largest eigenvalue is `curvature`, the optimizer without modifiers
   * converges with every constant learning rate below this one and with none above.
   * @param {OptimizerSpec} optimizer
   * @param {number} curvature above 0, as a run's diagnosis has it: not finite where there is no quadratic
   * @returns {number} NaN when there is no such bound: adaptive methods, own rules, no quadratic
   */
  stableRate(optimizer, curvature) {
    return this.#ask('stableRate', optimizer, curvature);
  }

  /**
   * What a smoother's record says about its weights.
   * @param {SmootherSpec} smoother @param {number} n places
   * @returns {{ span: number, known: Float64Array | null }} span: how many values count, k or 1/(1 − ρ);
   *   known: at t = 0, 1, …, n what the weights of its recursion from V_0 = 0 sum to, 1 − ρ^t; null when it
   *   has no such recursion
   */
  averageFacts(smoother, n) {
    return this.#ask('averageFacts', smoother, n);
  }

  /**
   * What every line of a smoother's formula assigns at one place of a series.
   * @param {SmootherSpec} smoother @param {ArrayLike<number>} series @param {number} t 1 to its length
   * @returns {import('./trace-average.js').AverageTrace}
   */
  traceAverage(smoother, series, t) {
    return this.#ask('traceAverage', smoother, series, t);
  }

  /**
   * Two standard normal numbers for (seed, step, lane): the noise a run adds to gx and gy.
   * @param {number} seed @param {number} step @param {number} [lane] @returns {[number, number]}
   */
  normal(seed, step, lane = 0) {
    return this.#ask('normal', seed, step, lane);
  }

  /**
   * One raw step of an optimizer on the caller's arrays, in place: of one vector, or of many points side by
   * side.
   * @param {import('./types.js').OptimizerKey} key @param {StepState} state points, before and after
   */
  step(key, state) {
    this.#ask('step', key, state);
  }

  /**
   * Somebody's own numbers against a run, a line fitted in batches or an average: which are right, which is
   * the first that is not, and which mistake it probably was. Numbers that were rounded on the way are
   * right. Not in "descent-lab/core".
   * @param {Checkable} spec @param {Numbers} numbers @returns {Check}
   */
  check(spec, numbers) {
    return this.#ask('check', spec, numbers);
  }

  /**
   * The mistakes that check() knows for a run, a line fitted in batches or an average.
   * @param {Checkable} spec @returns {import('./types.js').Mistake[]}
   */
  mistakes(spec) {
    return this.#ask('mistakes', spec);
  }

  /**
   * Many runs at once, one a pixel: how each of them ends. Only in "descent-lab/map" and the whole package.
   * @param {import('./types.js').MapSpec} spec @returns {import('./types.js').Map}
   */
  map(spec) {
    return this.#ask('map', spec);
  }
}

/**
 * Loads the core.
 * @param {{ wasm?: import('./load.js').Source }} [options] core.wasm: its bytes, compiled, or where it is: an
 *   address as fetch takes it, in Node also a path; the file beside the package when left out
 * @returns {Promise<Core>}
 * @throws {TypeError|Error} saying what is allowed, or where core.wasm was looked for
 */
export async function loadCore(options = {}) {
  const allowed = 'an object { wasm } with the bytes or the address of core.wasm';
  checkKeys('loadCore', checkObject('what loadCore is given', options, allowed), ['wasm']);
  const module = await compile(options.wasm);
  return new Core(await instantiate(module), module);
}
