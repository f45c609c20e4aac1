// Averages that the reader worked out, checked: what they are compared with, and where what was found stands.

import { averageLine, keyOf } from './averages.js';

/**
 * @typedef {import('./averages.js').Average} Average
 * @typedef {import('../../core/types.js').Check} Check
 */

/** The series' column. */
const SERIES = 's';

/**
 * What the numbers are compared with: the average, the lines above it, the series, from place 0 on.
 * @param {Average} average @param {readonly number[]} series
 */
export function rightOf(average, series) {
  const { lines } = average.smoother;
  const last = averageLine(average);
  const column = (/** @type {string} */ name, /** @type {'average'|'slot'|'value'} */ kind) => ({
    ...{
      name,
      kind,
      axis: null,
      slot: name,
      symbol: lines.find(({ key }) => key === name)?.symbol,
    },
  });
  const above = lines.filter((line) => line !== last);
  const columns = /** @type {Record<string, ArrayLike<number>>} */ ({
    [last.key]: [last.fromZero ? 0 : Number.NaN, ...average.values],
    [SERIES]: [Number.NaN, ...series],
  });
  for (const { key } of above) columns[key] = [];
  const layout = [
    { ...column(last.key, 'average'), also: average.smoother.key.split('_').slice(0, 1) },
    ...above.map(({ key }) => column(key, 'slot')),
    column(SERIES, 'value'),
  ];
  return { dim: /** @type {const} */ (1), rows: series.length + 1, layout, columns };
}

/**
 * What was found, by the columns of the lab's table.
 * @param {Check} check @param {Average} average @returns {Check}
 */
export function inTable({ rows, first, mistake }, average) {
  const called = (/** @type {string} */ name) =>
    name === averageLine(average).key ? keyOf(average) : name;
  return {
    mistake,
    rows: rows.map(({ cells, ...row }) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(cells).map(([name, verdict]) => [called(name), verdict]),
      ),
    })),
    first: first && { ...first, column: called(first.column) },
  };
}

/**
 * Where the first wrong number stands on the plot. A number of a line above the average stands nowhere.
 * @param {Check} check @param {Average} average
 */
export function wrongPlace({ first }, average) {
  const shown = [SERIES, averageLine(average).key];
  return first && shown.includes(first.column) ? { t: first.row, value: first.given } : null;
}
