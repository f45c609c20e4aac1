// A smoother's formula, line by line, at one place of a series.

import { checkList, checkNumber } from './check.js';
import { resolveUnit } from './spec.js';

/**
 * @typedef {import('./catalog.js').Smoother} Smoother
 *
 * @typedef {object} AverageTrace
 * @property {import('./formula.js').Ast} ast the formula's tree
 * @property {Record<string, number>} before what the lines read: s, t, sum, parameters, and slots as the
 *   value before left them
 * @property {number[]} values values[i] belongs to ast.lines[i]
 * @property {number|null} count how many values `sum` adds; null: the formula does not use it
 */

/**
 * The sum of the last `count` values up to place t, NaN where there are fewer.
 * @param {ArrayLike<number>} series @param {number} t @param {number} count
 */
function lastSum(series, t, count) {
  if (!(t >= count)) return Number.NaN;
  let sum = 0;
  for (let i = t - count; i < t; i++) sum += series[i];
  return sum;
}

/**
 * @param {import('./catalog.js').Units} units
 * @param {unknown} smoother @param {unknown} given @param {unknown} t
 */
export function readTraceAverage(units, smoother, given, t) {
  const { smoothers, limits } = units.catalog;
  const series = checkList('series', given, limits.series);
  const { unit, values } = resolveUnit('smoother', smoothers, smoother);
  const place = checkNumber('t', t, { min: 1, max: series.length, integer: true });
  return { series, t: place, average: averageOf(units, unit, values) };
}

/** @typedef {ReturnType<typeof averageOf>} Average a smoother with its parameters, as plain data */

/** @param {import('./catalog.js').Units} units @param {Smoother} unit @param {readonly number[]} values */
export const averageOf = (units, unit, values) => ({
  formula: unit.formula,
  index: units.index(unit),
  params: unit.params.map(({ key }, i) => /** @type {const} */ ([key, values[i]])),
  count: values[unit.params.findIndex(({ key }) => key === unit.windowParam)] ?? null,
});

/**
 * The lines of a smoother, to be worked out value by value. The arena must have been reset.
 * @param {import('./engine.js').Engine} engine @param {Average} average @param {ArrayLike<number>} series
 */
export function linesOf(engine, { formula, index, params, count }, series) {
  const { arena, wasm } = engine;
  const program = engine.program(formula, 'smoothers', index);
  const ast = engine.formulas.ast(program);
  const slots = ast.slots.map(({ key }) => key);
  const names = [...ast.inputs, ...ast.hypers, ...slots];
  const numbers = arena.place(names.map(() => 0));
  const out = arena.reserve(ast.lines.length);
  const read = new Map([...names.map((name) => /** @type {const} */ ([name, 0])), ...params]);
  return {
    ast,
    /** which line leaves each slot as it will be read next */
    lineOf: slots.map((key) => ast.lines.findLastIndex(({ name }) => name === key)),
    /** what the lines read, as it was set last */ read,
    /**
     * What the lines assign at place t, from what the slots hold.
     * @param {number} t @param {readonly number[]} held
     */
    look(t, held) {
      read
        .set('s', series[t - 1])
        .set('t', t)
        .set('sum', count === null ? 0 : lastSum(series, t, count));
      for (const [i, key] of slots.entries()) read.set(key, held[i]);
      arena.view(numbers, names.length).set(names.map((name) => read.get(name) ?? 0));
      wasm.lab_abi_trace_average(program, out, numbers);
      return [...arena.copy(out, ast.lines.length)];
    },
  };
}

/**
 * The arena must have been reset.
 * @param {import('./engine.js').Engine} engine
 * @param {ReturnType<typeof readTraceAverage>} asked
 * @returns {AverageTrace}
 */
export function traceAverage(engine, { series, t, average }) {
  const { ast, read, lineOf, look } = linesOf(engine, average, series);
  let held = lineOf.map(() => 0);
  for (let at = 1; ; at++) {
    const values = look(at, held);
    const { count } = average;
    if (at === t) return { ast, before: Object.fromEntries(read), values, count };
    held = lineOf.map((line) => values[line]);
  }
}
