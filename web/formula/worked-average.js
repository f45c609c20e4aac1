// A moving average worked as on a blackboard: V_4 = ρ V_3 + (1 − ρ) s_4, the numbers put in, the result.

import { taken } from './branches.js';
import {
  cellNumber,
  fence,
  inLanguage,
  mathOf,
  number,
  operator,
  row,
  symbolMath,
} from './math.js';
import { symbolFor } from './symbols.js';

/**
 * @typedef {import('./math.js').MathNode} MathNode
 * @typedef {import('../core/formula.js').Node} Node
 *
 * @typedef {object} AverageNumbers what stands at place t
 * @property {import('../core/trace-average.js').AverageTrace} trace
 * @property {readonly number[]} values the series
 * @property {number} t from 1
 *
 * @typedef {object} Look
 * @property {Map<string, string>} symbols of the parameters and of what the lines assign, as the record has
 *   them
 * @property {(value: number) => string} format
 * @property {string} [column] of the average in the step table
 */

/** The symbols of a smoother's record. @param {import('../core/catalog.js').Smoother} unit */
export const symbolsOf = ({ params, lines }) =>
  new Map([...params, ...lines].map(({ key, symbol }) => [key, symbol]));

/** Values of a window that are written out; of a longer one the first, the second and the last. */
const MOST_TERMS = 6;

/** The last places up to t, some left out by a null. @param {number} t @param {number} count */
function placesOf(t, count) {
  const all = Array.from({ length: count }, (_, i) => t - count + 1 + i);
  return count <= MOST_TERMS ? all : [all[0], all[1], null, t];
}

/** a + b + ⋯ + z @param {(number|null)[]} places @param {(place: number) => MathNode} term */
const sumOf = (places, term) =>
  row(
    ...places.flatMap((place, i) => [
      ...(i ? [operator('+')] : []),
      place === null ? operator('⋯') : term(place),
    ]),
  );

/**
 * A value of the series.
 * @param {string} text in parentheses when negative and not first @param {number} place
 * @param {boolean} isFirst
 */
function addend(text, place, isFirst) {
  const value = cellNumber(text, seriesCell(place));
  return text.startsWith('−') && !isFirst ? fence(value) : value;
}

/** Where a value of the series stands. @param {number} place */
const seriesCell = (place) => ({ column: 's', row: place, kind: 'f' });

/**
 * Where a value of the average stands.
 * @param {string|undefined} column @param {number} row @returns {import('./math.js').Cell|undefined}
 */
const averageCell = (column, row) => (column ? { column, row, kind: 'coordinate' } : undefined);

/**
 * The lines of an average at place t: symbols = numbers = result.
 * @param {AverageNumbers} numbers
 * @param {Look} look
 * @returns {MathNode[]}
 */
export function workedAverage({ trace, values, t }, { symbols, format, column }) {
  const { ast, before, count } = trace;
  const average = ast.lines[ast.lines.length - 1].name;
  const known = new Map(Object.entries(before));
  const places = count !== null && count <= t ? placesOf(t, count) : [];
  /** @type {Set<string>} */
  const assigned = new Set();
  /** @param {string} name */
  const symbol = (name) => {
    if (name === 't') return number(String(t));
    if (name === 'sum') return sumOf(places, (place) => indexed('s', place, symbols));
    const isSlot = ast.slots.some(({ key }) => key === name);
    if (!isSlot && name !== 's' && !assigned.has(name)) return symbolMath(symbolFor(name, symbols));
    return indexed(name, isSlot && !assigned.has(name) ? t - 1 : t, symbols);
  };
  /** @param {string} name @param {boolean} isAfter the step */
  const cellOf = (name, isAfter) => {
    if (name === 's') return seriesCell(t);
    return name === average ? averageCell(column, isAfter ? t : t - 1) : undefined;
  };
  /** @param {string} name */
  const filled = (name) =>
    name === 'sum'
      ? sumOf(places, (place) => addend(format(values[place - 1]), place, place === places[0]))
      : cellNumber(format(known.get(name) ?? Number.NaN), cellOf(name, assigned.has(name)));
  return ast.lines.map(({ name, expr }, i) => {
    const node = taken(expr, known);
    const [written, numbers] = [mathOf(node, symbol), mathOf(node, filled)];
    const result = trace.values[i];
    const right = cellNumber(format(result), cellOf(name, true));
    known.set(name, result);
    assigned.add(name);
    const equals = operator('=');
    const isKnown = places.length > 0 || count === null;
    const isNumber = typeof node !== 'string' && node[0] === 'num';
    const steps = [written, ...(typeof node === 'string' ? [] : [numbers]), right];
    const shown = isKnown && !isNumber ? steps : steps.slice(-1);
    const line = row(indexed(name, t, symbols), ...shown.flatMap((step) => [equals, step]));
    return inLanguage(line, format);
  });
}

/** @param {string} name @param {number} place @param {Map<string, string>} symbols */
const indexed = (name, place, symbols) =>
  symbolMath(symbolFor(name, symbols), number(String(place)));

/**
 * An average as the weighted sum it is: V_3 = 0.125 ⋅ 3 + 0.25 ⋅ 8 + 0.5 ⋅ 6.
 * @param {string} name of what is assigned last @param {Float64Array} weights of the values up to t
 * @param {{ values: readonly number[], t: number }} series @param {Look} look
 * @returns {MathNode}
 */
export function unrolledAverage(name, weights, { values, t }, { symbols, format }) {
  const first = [...weights].findIndex((weight) => weight !== 0);
  const places = first < 0 ? [] : placesOf(t, t - first);
  const term = (/** @type {number} */ place) =>
    row(
      number(format(weights[place - 1])),
      operator('⋅'),
      addend(format(values[place - 1]), place, false),
    );
  return row(indexed(name, t, symbols), operator('='), sumOf(places, term));
}
