// What an optimizer's record says about its steps, beside the rule: the rate each coordinate really gets, and below
// which rate it is stable.

import { checkAnyNumber, checkFloat64, checkNumber, checkObject } from './check.js';
import { ownText, resolveUnit } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./spec.js').OptimizerSpec} OptimizerSpec
 */

/** The formulas of a record, in the order lab_abi_fact counts them. */
const FACTS = /** @type {const} */ (['effective', 'stable']);

/**
 * An optimizer of the catalog and a function that evaluates one of its formulas, or null where there is none.
 * @param {Engine} engine @param {OptimizerSpec} optimizer @param {typeof FACTS[number]} fact
 */
function factOf(engine, optimizer, fact) {
  if (ownText('optimizer', 'rule', optimizer) !== undefined) return null;
  const { arena, wasm, catalog } = engine;
  const { unit, values } = resolveUnit('optimizer', catalog.optimizers, optimizer, 'hypers');
  if (!unit[fact]) return null;
  const program = engine.reserveBytes(wasm.lab_abi_program_size());
  const hypers = engine.padded(values.slice(1));
  const which = [engine.index(unit), FACTS.indexOf(fact)];
  /** @param {number} n @param {number} t @param {number} lr @param {number} slots pointers @returns {Float64Array} */
  const evaluate = (n, t, lr, slots) => {
    const out = arena.reserve(n);
    engine.check(wasm.lab_abi_fact(out, program, ...which, n, t, lr, hypers, slots));
    return arena.copy(out, n);
  };
  return { unit, evaluate };
}

/**
 * @param {Engine} engine
 * @param {OptimizerSpec} optimizer
 * @param {import('./run.js').Run} run of that optimizer
 * @returns {Record<string, Float64Array> | null}
 */
export function effectiveRates(engine, optimizer, run) {
  const fact = factOf(engine, optimizer, 'effective');
  if (!fact) return null;
  const { arena, catalog } = engine;
  const { columns, rows, dim } = checkObject('run', run);
  checkObject('run.columns', columns);
  checkNumber('run.rows', rows, { min: 1, max: catalog.limits.steps + 1, integer: true });
  checkNumber('run.dim', dim, { min: 1, max: 2, integer: true });
  const column = (/** @type {string} */ name) =>
    checkFloat64(`run.columns.${name}`, columns[name], rows);
  const t = arena.place(Array.from({ length: rows }, (_, row) => row));
  const lr = arena.place(column('lr'));
  const { slots } = fact.unit;
  const table = arena.reserve(rows * slots.length);
  return Object.fromEntries(
    ['x', 'y'].slice(0, dim).map((axis) => {
      slots.forEach(({ key }, k) => {
        arena.view(table + 8 * k * rows, rows).set(column(`${key}_${axis}`));
      });
      return [axis, fact.evaluate(rows, t, lr, table)];
    }),
  );
}

/**
 * @param {Engine} engine
 * @param {OptimizerSpec} optimizer
 * @param {number} curvature
 * @returns {number}
 */
export function largestStable(engine, optimizer, curvature) {
  const fact = factOf(engine, optimizer, 'stable');
  checkAnyNumber('curvature', curvature);
  if (!Number.isFinite(curvature)) return Number.NaN;
  if (curvature <= 0) throw new RangeError(`curvature is ${curvature}; it must be above 0`);
  return fact ? fact.evaluate(1, 0, 0, 0)[0] / curvature : Number.NaN;
}
