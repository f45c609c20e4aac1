// One run: an optimizer on an objective, as a table of columns and a diagnosis.

import { hypersAfter, readChanges } from './changes.js';
import { checkKeys, checkNumber, checkObject } from './check.js';
import { readLayout } from './layout.js';
import { readModifiers } from './modifiers.js';
import { readPrecision } from './precision.js';
import { inSlices } from './slices.js';
import {
  checkStart,
  readNoise,
  readObjective,
  readOptimizer,
  readPlain,
  readStart,
} from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 *
 * @typedef {import('./types.js').Diagnosis} Diagnosis
 * @typedef {import('./types.js').Run} Run
 */

/** What every run has besides its landscape. */
export const WALK = 'optimizer schedule start steps modifiers changes tried'.split(' ');
const FIELDS = ['objective', 'noise', 'precision', ...WALK];
export const AXES = ['x', 'y'];

/**
 * @param {Units} units
 * @param {unknown} given
 */
export function readRun(units, given) {
  const spec = /** @type {import('./spec.js').RunSpec} */ (
    checkObject('run', given, 'an object { objective, start, optimizer, steps }')
  );
  checkKeys('run', spec, FIELDS);
  const objective = readObjective(units, spec.objective);
  return { objective, noise: readNoise(spec.noise), ...readWalk(units, spec) };
}

/**
 * What every run needs besides its landscape.
 * @param {Units} units
 * @param {{ optimizer: unknown, schedule?: unknown, start: unknown, steps: unknown, modifiers?: unknown,
 *   changes?: unknown, precision?: unknown, tried?: unknown }} spec
 */
export function readWalk(units, { optimizer, schedule, start, steps, ...spec }) {
  const allowed = { min: 0, max: units.catalog.limits.steps, integer: true };
  const taken = readOptimizer(units, optimizer);
  const { index } = /** @type {{ index?: number }} */ (taken); // an own rule has none
  const unit = units.catalog.optimizers.find((each) => units.index(each) === index);
  return {
    optimizer: taken,
    keys: unit?.hypers.map(({ key }) => key),
    modification: readModifiers(units.catalog, spec.modifiers, unit),
    changes: readChanges(units, spec.changes, unit),
    precision: readPrecision(units.catalog, spec.precision, unit),
    tried: spec.tried && unit?.kind === 'method',
    schedule: readPlain(units, 'schedule', schedule ?? units.catalog.schedules[0].key),
    start: readStart(start),
    steps: checkNumber('steps', steps, allowed),
  };
}

/**
 * Takes the steps. The arena must have been reset.
 * @param {Engine} engine
 * @param {ReturnType<typeof readRun>} asked
 * @param {number} sliceMs
 * @returns {import('./slices.js').Task<Run>}
 */
export function* takeRun(engine, { objective, noise, ...asked }, sliceMs) {
  const field = engine.field(objective);
  const look = { axes: AXES.slice(0, field.dim), value: 'f' };
  return yield* walk(engine, field, asked, { random: { ...noise, batch: 0 }, look, sliceMs });
}

/**
 * Lays a run out and sets it up, with all that belongs to it; no step is taken yet.
 * @param {Engine} engine @param {import('./engine.js').Field} field
 * @param {ReturnType<typeof readWalk>} asked
 * @param {{ sigma: number, seed: number, batch: number }} random
 */
export function beginRun(engine, field, asked, { sigma, seed, batch }) {
  const { wasm, arena } = engine;
  const rule = engine.rule(asked.optimizer);
  const schedule = engine.plain(asked.schedule);
  const start = arena.place(checkStart(asked.start, field.dim));
  const run = engine.arena.reserveBytes(wasm.lab_abi_run_size());
  const units = [field.pointer, rule.pointer, ...schedule];
  engine.check(wasm.lab_abi_run_begin(run, ...units, start, asked.steps, sigma, seed, batch));
  if (engine.precision) {
    const { optimizers, objectives } = engine.precision;
    wasm.lab_abi_run_round(run, optimizers[0], objectives[0]);
  }
  const { modification } = asked;
  if (modification) wasm.lab_abi_run_modify(run, modification.on, arena.place(modification.values));
  const keys = asked.keys ?? rule.hypers ?? [];
  for (const change of hypersAfter(asked.changes, asked.optimizer, keys))
    engine.check(wasm.lab_abi_run_change(run, change.from, engine.padded(change.values)));
  return { run, slots: rule.slots, hypers: rule.hypers };
}

/**
 * Takes the steps on a landscape that is laid out.
 * @param {Engine} engine
 * @param {import('./engine.js').Field} field
 * @param {ReturnType<typeof readWalk>} asked
 * @param {{ random: { sigma: number, seed: number, batch: number }, look: import('./layout.js').Look,
 *   sliceMs: number, also?: object }} how batch: points of a data set that a step sees; 0: no sampling; also:
 *   what is said of the run besides
 * @returns {import('./slices.js').Task<any>} a Run; any: its columns are named by C as it runs
 */
export function* walk(engine, field, asked, { random, look, sliceMs, also }) {
  const { wasm, arena } = engine;
  const { run, slots } = beginRun(engine, field, asked, random);
  const stride = asked.steps + 1;
  const report = arena.reserve(engine.catalog.report.length);
  const layout = readLayout(engine, run, slots, look);
  const names = layout.map(({ name }) => name);
  const table = arena.reserve(names.length * stride);
  const tries = asked.tried ? /** @type {number[][]} */ ([]) : undefined;
  let rows = 0;
  const soFar = () => {
    wasm.lab_abi_run_report(run, table, report);
    const column = (/** @type {number} */ i) => arena.copy(table + 8 * i * stride, rows);
    return {
      dim: field.dim,
      rows,
      names,
      layout,
      columns: Object.fromEntries(names.map((name, i) => [name, column(i)])),
      diagnosis: readDiagnosis(engine, report),
      ...(tries && { tried: [...tries] }),
      ...also,
    };
  };
  const goOn = (/** @type {number} */ to) => {
    while (rows < to) {
      const count = wasm.lab_abi_run_on(run, table, tries ? rows + 1 : to);
      rows = Math.abs(count);
      const numbers = wasm.lab_abi_run_asked(run);
      tries?.push([...arena.view(numbers + 8, arena.view(numbers, 1)[0])]);
      if (count < 0) return true; // it has left the finite numbers
    }
  };
  yield* inSlices(stride, sliceMs, goOn, { partial: soFar });
  return soFar();
}

/** @param {Engine} engine @param {number} pointer @returns {Diagnosis} */
function readDiagnosis({ arena, catalog }, pointer) {
  const values = arena.view(pointer, catalog.report.length);
  const report = Object.fromEntries(catalog.report.map((name, i) => [name, values[i]]));
  const kind = catalog.kinds[report.kind];
  const remark = catalog.remarks[report.remark];
  return /** @type {Diagnosis} */ (/** @type {unknown} */ ({ ...report, kind, remark }));
}
