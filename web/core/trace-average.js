// A smoother's formula, line by line, at one place of a series.

import { checkList, checkNumber } from './check.js';
import { resolveUnit } from './spec.js';

/**
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
  return {
    series,
    t: checkNumber('t', t, { min: 1, max: series.length, integer: true }),
    formula: unit.formula,
    index: units.index(unit),
    params: unit.params.map(({ key }, i) => /** @type {const} */ ([key, values[i]])),
    count: values[unit.params.findIndex(({ key }) => key === unit.windowParam)] ?? null,
  };
}

/**
 * The arena must have been reset.
 * @param {import('./engine.js').Engine} engine
 * @param {ReturnType<typeof readTraceAverage>} asked
 * @returns {AverageTrace}
 */
export function traceAverage(engine, { series, t, formula, index, params, count }) {
  const { arena, wasm } = engine;
  const program = engine.program(formula, 'smoothers', index);
  const ast = engine.formulas.ast(program);
  const names = [...ast.inputs, ...ast.hypers, ...ast.slots.map(({ key }) => key)];
  const numbers = arena.place(names.map(() => 0));
  const out = arena.reserve(ast.lines.length);
  const read = new Map(names.map((name) => [name, 0]));
  for (const [key, value] of params) read.set(key, value);
  for (let at = 1; ; at++) {
    read
      .set('s', series[at - 1])
      .set('t', at)
      .set('sum', count === null ? 0 : lastSum(series, at, count));
    arena.view(numbers, names.length).set([...read.values()]);
    wasm.lab_abi_trace_average(program, out, numbers);
    const values = [...arena.copy(out, ast.lines.length)];
    if (at === t) return { ast, before: Object.fromEntries(read), values, count };
    for (const { key } of ast.slots) {
      read.set(key, values[ast.lines.findLastIndex(({ name }) => name === key)]);
    }
  }
}
