// Evaluates the facts that a unit's record states as formulas: for an optimizer the effective rate of each
// coordinate and the largest stable rate; for a smoother how many values count, and the sum of its weights
// at t.

import { checkAnyNumber, checkFloat64, checkNumber, checkObject } from './check.js';
import { slotColumn } from './layout.js';
import { ownText, resolveUnit } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 * @typedef {'effective'|'stable'|'span'|'known'} FactName
 * @typedef {{ which: [fact: number, index: number], values: number[] }} Fact a formula of a record, with the
 *   parameters
 */

/**
 * @param {Units} units @param {FactName} fact @param {object} unit @param {number[]} values
 * @returns {Fact|null} null where the record has none
 */
function factOf(units, fact, unit, values) {
  if (/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (unit))[fact] === null)
    return null;
  return { which: [units.catalog.facts.indexOf(fact), units.index(unit)], values };
}

/**
 * A fact of an optimizer; null where there is none, as for an own rule.
 * @param {Units} units @param {unknown} optimizer @param {FactName} fact
 */
function readFact(units, optimizer, fact) {
  if (ownText('optimizer', 'rule', optimizer) !== undefined) return null;
  const { unit, values } = resolveUnit('optimizer', units.catalog.optimizers, optimizer, 'hypers');
  const found = factOf(units, fact, unit, values.slice(1));
  return found && { ...found, slots: unit.slots };
}

/**
 * Evaluates a fact n times.
 * @param {Engine} engine @param {Fact} fact @param {number} n
 * @param {ArrayLike<number>[]} before what the formula may name before its parameters, n numbers each: t, lr
 * @param {ArrayLike<number>[]} [after] and after them, n numbers each: slots
 * @returns {Float64Array}
 */
function evaluateFact(engine, { which, values }, n, before, after = []) {
  const { arena, wasm } = engine;
  const program = arena.reserveBytes(wasm.lab_abi_program_size());
  const out = arena.reserve(n);
  // What is placed lies in a row.
  const [numbers] = [...before, values, ...after].map((part) => arena.place(part));
  engine.check(wasm.lab_abi_fact(out, program, ...which, n, numbers));
  return arena.copy(out, n);
}

/** 0, 1, …, n - 1. @param {number} n */
const counted = (n) => Float64Array.from({ length: n }, (_, i) => i);

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
  const t = counted(rows);
  return Object.fromEntries(
    axes.map((axis, i) => [axis, evaluateFact(engine, fact, rows, [t, lr], slots[i])]),
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
  const none = fact.slots.map(() => [0]);
  return evaluateFact(engine, fact, 1, [[0], [0]], none)[0] / curvature;
}

/**
 * @param {Units} units @param {unknown} smoother @param {unknown} n
 */
export function readAverageFacts(units, smoother, n) {
  const { smoothers, limits } = units.catalog;
  const { unit, values } = resolveUnit('smoother', smoothers, smoother);
  return {
    n: checkNumber('n', n, { min: 0, max: limits.series, integer: true }),
    span: /** @type {Fact} */ (factOf(units, 'span', unit, values)),
    known: factOf(units, 'known', unit, values),
  };
}

/**
 * @param {Engine} engine
 * @param {ReturnType<typeof readAverageFacts>} asked
 * @returns {{ span: number, known: Float64Array | null }}
 */
export function averageFacts(engine, { n, span, known }) {
  return {
    span: evaluateFact(engine, span, 1, [[n]])[0],
    known: known && evaluateFact(engine, known, n + 1, [counted(n + 1)]),
  };
}
