// Reads a table of numbers that somebody pasted: from a spreadsheet, a CSV file, a program's output, typed by
// hand. Nothing is lost in silence: what is no number, and what is not used, stands in the notes.
//
// A reader of CSV from npm was weighed and left: the smallest that is kept well brings 1 to 7 KB for the
// quotes, which are ten lines here, and none knows decimal commas, brackets or groups of thousands.

import { arrange } from './arrange.js';
import { noteOf } from './notes.js';
import { decimalOf, readCell, signIn } from './read-cell.js';
import { splitCells } from './split-cells.js';

/**
 * @typedef {import('./read-cell.js').Cell} Cell
 * @typedef {import('./read-cell.js').Decimal} Decimal
 *
 * @typedef {object} Column
 * @property {string} name as its heading has it; "" for none
 * @property {number} number in the text, from 1; 0 for all columns, row by row
 * @property {boolean} isIndex counts the rows: taken only when asked for
 * @property {readonly Cell[]} cells one a row
 *
 * @typedef {import('./notes.js').Note} Note
 *
 * @typedef {'thousands'|'decimal'|'between'} Comma what the commas are: between groups of thousands, decimal
 *   signs, between cells
 *
 * @typedef {object} Table
 * @property {readonly Column[]} columns those with numbers in them
 * @property {readonly number[]} lines of the text in which each row stands
 * @property {Column|null} flow all cells, row by row, where several columns may be one list
 * @property {boolean} isList the table is that list, wrapped or lying
 * @property {Decimal} decimal
 * @property {readonly Note[]} notes
 * @property {{ text: string, is: Comma, choices: readonly Comma[] }|null} doubt text: a cell or line that can
 *   be read in two ways
 */

/** Characters of a text that are read. */
export const MOST_TABLE = 500_000;

/**
 * @param {string} text
 * @param {object} [options]
 * @param {number} [options.wanted] columns: 1 for a series, 2 for points, more for a run; decides where the
 *   text does not
 * @param {Decimal} [options.usual] the reader's decimal sign; decides where the text does not
 * @param {Comma} [options.comma] what the commas are, said by the reader
 * @returns {Table} without columns where there is no number
 */
export function readTable(text, { wanted = 2, usual = '.', comma } = {}) {
  const raw = splitCells(text.slice(0, MOST_TABLE), { wanted, isBetween: comma === 'between' });
  const found = decimalOf(
    raw.rows.flatMap(({ cells }) => cells),
    usual,
  );
  const decimal = comma === undefined ? found.decimal : comma === 'decimal' ? ',' : '.';
  const { notes, ...shaped } = arrange(raw, wanted, (cell) => readCell(cell, decimal));
  if (text.length > MOST_TABLE) notes.push(noteOf('too_long', { text: String(MOST_TABLE) }));
  const is = comma ?? (decimal === ',' ? 'decimal' : 'thousands');
  return { ...shaped, decimal, notes, doubt: doubtOf(raw.doubt, found.doubt, is) };
}

/** @param {string} line @param {string} cell @param {Comma} is @returns {Table['doubt']} */
function doubtOf(line, cell, is) {
  const text = line || cell;
  if (text === '') return null;
  /** @type {Comma[]} */
  const choices = signIn(text) === '?' ? ['thousands', 'decimal'] : ['decimal'];
  return { text, is, choices: line ? [...choices, 'between'] : choices };
}
