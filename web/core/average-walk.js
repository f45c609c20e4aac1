// An average worked out value by value, from numbers that may be rounded: how far each line may be off.

import { linesOf } from './trace-average.js';

/**
 * @typedef {{ value: number, reach: number }} Off a number, and how far it may be off
 * @typedef {ReturnType<typeof finenessOf>} Fineness
 */

/** Slack for arithmetic in another order: relative to the number. */
export const ROUNDING = 1e-9;

/** @param {number} value @param {number} digits @returns {number} one unit in the last of so many digits */
const lastUnit = (value, digits) => 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);

/**
 * How fine the numbers are: the finest unit of all, and the most significant digits.
 * @param {import('./judge.js').Table} table
 */
export function finenessOf({ values, units }) {
  let [unit, digits] = [Number.POSITIVE_INFINITY, 1];
  for (const [at, value] of values.entries()) {
    if (!Number.isFinite(value)) continue;
    unit = Math.min(unit, 2 * units[at]);
    const own = Math.floor(Math.log10(Math.abs(value))) + 1 - Math.round(Math.log10(2 * units[at]));
    if (value !== 0) digits = Math.max(digits, own);
  }
  return { unit, digits };
}

/**
 * How far rounding may lead a number that may be off itself: nowhere where nothing is to be rounded.
 * @param {Off} number @param {Fineness} fineness
 */
function rounded({ value, reach }, { unit, digits }) {
  if (!Number.isFinite(value + reach)) return reach;
  const away = [unit, value === 0 ? unit : lastUnit(value, digits)].map((step) => {
    const slack = ROUNDING * Math.max(1, Math.abs(value) / step);
    const up = Math.floor((value + reach) / step + 0.5 + slack) * step - value;
    const down = value - Math.ceil((value - reach) / step - 0.5 - slack) * step;
    return Math.max(up, down);
  });
  return Math.max(reach, ...away);
}

/** @param {Off} number @param {number} by @returns {Off} */
const scaled = ({ value, reach }, by) => ({ value: value * by, reach: reach * Math.abs(by) });

/**
 * One walk along an average, in which what is given may be taken over.
 * @param {import('./engine.js').Engine} engine @param {import('./average-mistakes.js').Way} way
 * @param {Fineness} fineness
 * @param {Float64Array|null} known what the weights come to
 */
export function walkOf(engine, { average, series, times = () => 1 }, fineness, known) {
  const { ast, lineOf, look, read } = linesOf(engine, average, series);
  const last = ast.lines.length - 1;
  /** The line that a line reads in the same row: the slot's, where it is none itself. */
  const source = (/** @type {number} */ line) =>
    lineOf.findLast((each) => each < line && !lineOf.includes(line));
  /** @type {Off[]} */
  let held = lineOf.map(() => ({ value: 0, reach: 0 }));
  return {
    /**
     * The numbers of place t.
     * @param {number} t @param {(line: number, off: Off) => Off} meet what to go on with instead of a number
     */
    step(t, meet) {
      const before = held.map(({ value }) => value);
      const values = look(t, before);
      const sum = read.get('sum') ?? 0;
      const nothing = look(
        t,
        before.map(() => 0),
      );
      const moved = held.map(({ reach }, i) => reach && look(t, before.with(i, before[i] + reach)));
      const slopes = lineOf.map((_, i) => look(t, before.with(i, before[i] + 1)));
      /** @type {Off[]} */
      const met = [];
      for (const [line, value] of values.entries()) {
        const from = source(line);
        let own = { value, reach: 0 };
        if (from === undefined) {
          for (const other of moved) if (other) own.reach += Math.abs(other[line] - value);
          for (const part of [nothing[line], value - nothing[line]])
            own.reach += rounded({ value: part, reach: 0 }, fineness);
          if (average.count)
            own.reach += rounded({ value: sum, reach: 0 }, fineness) / average.count;
        } else {
          const slot = lineOf.indexOf(from);
          const slope = (slopes[slot][line] - value) / (slopes[slot][from] - values[from]) || 0;
          own = {
            value: value + slope * (met[from].value - values[from]),
            reach: Math.abs(slope) * met[from].reach,
          };
          const weight = known?.[t] ?? 1;
          own.reach += (Math.abs(value) * rounded({ value: weight, reach: 0 }, fineness)) / weight;
        }
        own.reach = rounded(own, fineness);
        met.push(
          line === last ? scaled(meet(line, scaled(own, times(t))), 1 / times(t)) : meet(line, own),
        );
      }
      held = lineOf.map((line) => met[line]);
    },
  };
}
