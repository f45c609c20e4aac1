// What an optimizer's record says about its steps, beside the rule: the rate each coordinate really gets, and below
// which rate it is stable.

import { checkAnyNumber, checkFloat64, checkNumber, checkObject } from './check.js';
import { slotColumn } from './layout.js';
import { ownText, resolveUnit } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 */

/** The formulas of a record, in the order lab_abi_fact counts them. */
const FACTS = /** @type {const} */ (['effective', 'stable']);

/**
 * One of the formulas of an optimizer's record, or null where there is none.
 * @param {Units} units @param {unknown} optimizer @param {typeof FACTS[number]} fact
 */
function readFact(units, optimizer, fact) {
  if (ownText('optimizer', 'rule', optimizer) !== undefined) return null;
  const { unit, values } = resolveUnit('optimizer', units.catalog.optimizers, optimizer, 'hypers');
  if (!unit[fact]) return null;
  const which = [units.index(unit), FACTS.indexOf(fact)];
  return { which, hypers: values.slice(1), slots: unit.slots };
}

/**
 * Makes a function that evaluates a formula of a record.
 * @param {Engine} engine @param {NonNullable<ReturnType<typeof readFact>>} fact
 */
function evaluatorOf(engine, { which, hypers }) {
  const { arena, wasm } = engine;
  const program = engine.reserveBytes(wasm.lab_abi_program_size());
  const params = engine.padded(hypers);
  /** @param {number} n @param {number} t @param {number} lr @param {number} slots pointers @returns {Float64Array} */
  return (n, t, lr, slots) => {
    const out = arena.reserve(n);
    engine.check(wasm.lab_abi_fact(out, program, ...which, n, t, lr, params, slots));
    return arena.copy(out, n);
  };
}

/**
 * @param {Units} units @param {unknown} optimizer @param {unknown} run
 */
export function readEffective(units, optimizer, run) {
  const fact = readFact(units, optimizer, 'effective');
  if (!fact) return { fact };
  const { columns, rows, dim } = /** @type {import('./run.js').Run} */ (checkObject('run', run));
  checkObject('run.columns', columns);
  const most = units.catalog.limits.steps + 1;
  checkNumber('run.rows', rows, { min: 1, max: most, integer: true });
  checkNumber('run.dim', dim, { min: 1, max: 2, integer: true });
  const column = (/** @type {string} */ name) =>
    checkFloat64(`run.columns.${name}`, columns[name], rows);
  const axes = ['x', 'y'].slice(0, dim);
  const lr = column('lr');
  const slots = axes.map((axis) =>
    fact.slots.map(({ key, perPoint }) => column(slotColumn(key, perPoint ? null : axis))),
  );
  return { fact, rows, axes, lr, slots };
}

/**
 * @param {Engine} engine
 * @param {ReturnType<typeof readEffective>} asked
 * @returns {Record<string, Float64Array> | null}
 */
export function effectiveRates(engine, asked) {
  const { fact, rows, axes, lr, slots } = asked;
  if (!fact) return null;
  const { arena } = engine;
  const evaluate = evaluatorOf(engine, fact);
  const t = arena.place(Float64Array.from({ length: rows }, (_, row) => row));
  const rates = arena.place(lr);
  const table = arena.reserve(rows * fact.slots.length);
  return Object.fromEntries(
    axes.map((axis, i) => {
      slots[i].forEach((slot, k) => {
        arena.view(table + 8 * k * rows, rows).set(slot);
      });
      return [axis, evaluate(rows, t, rates, table)];
    }),
  );
}

/**
 * @param {Units} units @param {unknown} optimizer @param {unknown} curvature
 */
export function readStable(units, optimizer, curvature) {
  const fact = readFact(units, optimizer, 'stable');
  const own = checkAnyNumber('curvature', curvature);
  if (Number.isFinite(own) && own <= 0)
    throw new RangeError(`curvature is ${own}; it must be above 0`);
  return { fact, curvature: own };
}

/**
 * @param {Engine} engine
 * @param {ReturnType<typeof readStable>} asked
 * @returns {number}
 */
export function largestStable(engine, { fact, curvature }) {
  if (!fact || !Number.isFinite(curvature)) return Number.NaN;
  return evaluatorOf(engine, fact)(1, 0, 0, 0)[0] / curvature;
}
