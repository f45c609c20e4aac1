// One run: an optimizer on an objective, as a table of columns and a diagnosis.

import { checkKeys, checkNumber, checkObject } from './check.js';
import { checkNoise, checkStart } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
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
 *
 * @typedef {{ axes: string[], value: string, more: string[] }} Look what coordinates and values are called; more: the
 *   columns of a sampled run
 */

const FIELDS = ['objective', 'start', 'optimizer', 'schedule', 'steps', 'noise'];
const AXES = ['x', 'y'];

/**
 * Takes the steps. The arena must have been reset.
 * @param {Engine} engine
 * @param {import('./spec.js').RunSpec} spec
 * @returns {Run}
 */
export function takeRun(engine, spec) {
  checkKeys('run', checkObject('run', spec), FIELDS);
  const field = engine.field(spec.objective);
  return walk(engine, field, spec, {
    random: { ...checkNoise(spec.noise), batch: 0 },
    look: { axes: AXES.slice(0, field.dim), value: 'f', more: [] },
  });
}

/**
 * Takes the steps on a landscape that is laid out.
 * @param {Engine} engine
 * @param {import('./engine.js').Field} field
 * @param {Pick<import('./spec.js').RunSpec, 'start'|'optimizer'|'schedule'|'steps'>} spec
 * @param {{ random: { sigma: number, seed: number, batch: number }, look: Look }} how batch: points of a data set
 *   that a step sees; 0: no sampling
 * @returns {Run}
 */
export function walk(engine, field, spec, { random, look }) {
  const { wasm, arena, catalog } = engine;
  const rule = engine.rule(spec.optimizer);
  const schedule = engine.plain('schedule', spec.schedule ?? 'constant');
  const start = arena.place(checkStart(spec.start, field.dim));
  const steps = checkNumber('steps', spec.steps, {
    min: 0,
    max: catalog.limits.steps,
    integer: true,
  });
  const { sigma, seed, batch } = random;
  const names = columnNames(look, rule.slots);
  const report = arena.reserve(catalog.report.length);
  const stride = steps + 1;
  const width = wasm.lab_abi_run_columns(field.pointer, rule.pointer) + look.more.length;
  const table = arena.reserve(width * stride);
  const units = [field.pointer, rule.pointer, ...schedule];
  const rows = wasm.lab_abi_run(...units, start, steps, sigma, seed, table, report, batch);
  if (rows < 0) engine.check(-rows);
  const columns = names.map((name, i) => [name, arena.copy(table + 8 * i * stride, rows)]);
  return {
    dim: field.dim,
    rows,
    names,
    columns: Object.fromEntries(columns),
    diagnosis: readDiagnosis(engine, report),
  };
}

/** @param {Engine} engine @param {number} pointer @returns {Diagnosis} */
function readDiagnosis({ arena, catalog }, pointer) {
  const values = arena.view(pointer, catalog.report.length);
  const report = /** @type {any} */ (
    Object.fromEntries(catalog.report.map((name, i) => [name, values[i]]))
  );
  return { ...report, kind: catalog.kinds[report.kind] };
}

/**
 * The names of a run's columns, in the order lab_run writes them.
 * @param {Look} look
 * @param {string[]} slots
 */
function columnNames({ axes, value, more }, slots) {
  return [
    ...axes,
    value,
    ...axes.map((axis) => `g${axis}`),
    'gnorm',
    'lr',
    ...slots.flatMap((slot) => axes.map((axis) => `${slot}_${axis}`)),
    ...axes.map((axis) => `d${axis}`),
    ...more,
  ];
}
