// Somebody's own table, laid beside a run: which of its rows is which step, and its numbers as core.check
// takes them.

import { STEP } from './own-columns.js';

/**
 * @typedef {import('./table/read-table.js').Table} Table
 * @typedef {import('./own-columns.js').Run} Run
 *
 * @typedef {object} Aligned
 * @property {{ columns: Record<string, number[]>, digits: Record<string, number[]> }} numbers for core.check
 * @property {number[]} steps of each row of the table; −1 for one that is left out
 */

/** Rows and columns that are looked at. */
export const MOST_ROWS = 300;
export const MOST_COLUMNS = 12;
/** Of places after the point that a cell may have. */
const MOST_PLACES = 300;

/** @param {Table} table @param {readonly string[]} picks @param {string} name */
const cellsOf = ({ columns }, picks, name) =>
  columns[picks.indexOf(name)]?.cells.slice(0, MOST_ROWS);

/**
 * Whether the first row of a table is the start of the run.
 * @param {Table} table @param {readonly string[]} picks @param {Run} run
 */
function beginsAtStart(table, picks, run) {
  const starts = ['coordinate', 'average'];
  const axes = run.layout.filter(({ kind, name }) => starts.includes(kind) && picks.includes(name));
  return (
    axes.length > 0 &&
    axes.every(({ name }) => {
      const [{ value, places }] = cellsOf(table, picks, name);
      return Math.abs(value - run.columns[name][0]) <= 10 ** -places;
    })
  );
}

/**
 * The step of each row.
 * @param {Table} table @param {readonly string[]} picks @param {Run} run
 * @param {number} [first] the step of the first row, said by the reader
 */
function stepsOf(table, picks, run, first) {
  const counts = cellsOf(table, picks, STEP)?.map(({ value }) => value);
  const isCount = counts?.every((value) => Number.isInteger(value) && value >= 0);
  const rows = Math.min(MOST_ROWS, table.columns[0]?.cells.length ?? 0);
  const given = isCount && counts ? counts : Array.from({ length: rows }, (_, i) => i);
  const isStart = beginsAtStart(table, picks, run);
  const usual = isStart ? 0 : isCount ? given[0] : 1;
  return given.map((step) => step - given[0] + (first ?? usual));
}

/**
 * @param {Table} table @param {readonly string[]} picks what each column is: own-columns.js
 * @param {Run & { rows: number }} run @param {number} [first] the step of the first row
 * @returns {Aligned}
 */
export function align(table, picks, run, first) {
  const steps = stepsOf(table, picks, run, first).map((step) => (step < MOST_ROWS ? step : -1));
  const rows = Math.max(0, ...steps) + 1;
  /** @type {Aligned['numbers']} */
  const numbers = { columns: {}, digits: {} };
  for (const [i, name] of picks.entries()) {
    if (name === '' || name === STEP || i >= MOST_COLUMNS) continue;
    const values = Array(rows).fill(Number.NaN);
    const digits = Array(rows).fill(0);
    for (const [row, step] of steps.entries()) {
      const cell = table.columns[i].cells[row];
      if (step < 0 || cell?.kind !== 'number') continue;
      values[step] = cell.value;
      digits[step] = Math.max(-MOST_PLACES, Math.min(MOST_PLACES, cell.places));
    }
    numbers.columns[name] = values;
    numbers.digits[name] = digits;
  }
  return { numbers, steps };
}

/**
 * The one mistake, or the two, that were made.
 * @param {import('../core/types.js').Check['mistake']} mistake
 */
export const madeIn = (mistake) => (mistake ? [mistake.key, mistake.second ?? []].flat() : []);
