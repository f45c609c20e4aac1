// The points that a line is fitted to: a data set that ships with the lab, or the user's own, pasted or from a link.

import { DATA_SETS } from './data-sets.js';
import { FARTHEST } from './experiment.js';
import { formatShortest, maybeNumber } from './parse-number.js';

/**
 * @typedef {{ key: string } | { x: readonly number[], y: readonly number[] }} Data a data set's key, or own points
 *
 * @typedef {object} Problem what is wrong with a pasted table
 * @property {'not_a_number'|'too_large'|'cells'|'too_many'|'too_few'} code
 * @property {number} row counted from 1, as the user sees it; 0: the table as a whole
 * @property {number} column 1 or 2; 0: the row as a whole
 * @property {string} text the cell, or how many
 */

/** A line needs two points. */
export const FEWEST_POINTS = 2;
/** Characters of own points in a link; more stay in the page they were pasted into. */
export const MOST_DATA_TEXT = 5000;
const MOST_SHOWN = 24;

/**
 * The points of a data choice.
 * @param {Data} data
 * @returns {{ x: readonly number[], y: readonly number[] }}
 */
export function pointsOf(data) {
  if (!('key' in data)) return data;
  const { x, y } = DATA_SETS.find(({ key }) => key === data.key) ?? DATA_SETS[0];
  return { x, y };
}

/**
 * Own points as a link carries them: "1.4,0.2;1.3,0.2".
 * @param {{ x: readonly number[], y: readonly number[] }} points
 */
export const writePoints = ({ x, y }) =>
  x.map((value, i) => `${formatShortest(value)},${formatShortest(y[i])}`).join(';');

/** Whether a link can carry the data. @param {Data} data */
export const fitsLink = (data) => 'key' in data || writePoints(data).length <= MOST_DATA_TEXT;

/**
 * The cells of a row. Tabs and semicolons separate, so that decimal commas may stand between them; else one comma;
 * else, where several commas stand, spaces do ("1,5 2,5"), unless they leave other than two cells.
 * @param {string} line
 */
function cellsOf(line) {
  const split = (/** @type {RegExp} */ mark) => line.split(mark).map((cell) => cell.trim());
  if (/[\t;]/.test(line)) return split(/[\t;]/);
  const commas = line.split(',').length - 1;
  const words = line.split(/\s+/);
  if (commas === 0 || (commas > 1 && words.length === 2)) return words;
  return split(/,/);
}

/** @param {string} cell @returns {{ value: number, code?: Problem['code'] }} */
function readCell(cell) {
  const value = maybeNumber(cell);
  if (value === undefined) return { value: Number.NaN, code: 'not_a_number' };
  return Math.abs(value) <= FARTHEST ? { value } : { value, code: 'too_large' };
}

/**
 * Reads a pasted table of two columns. A first row without numbers is a heading; a bad row is left out and named; rows
 * beyond the most are left out.
 * @param {string} text
 * @param {number} most
 * @returns {{ x: number[], y: number[], problems: Problem[] }} too few good rows is a problem like the others
 */
export function readTable(text, most) {
  const x = /** @type {number[]} */ ([]);
  const y = /** @type {number[]} */ ([]);
  const problems = /** @type {Problem[]} */ ([]);
  let rows = 0;
  text.split(/\r\n?|\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line.trim());
    const read = cells.map(readCell);
    if (rows++ === 0 && read.every(({ code }) => code === 'not_a_number')) return;
    const [a, b] = read;
    const at = read.slice(0, 2).findIndex(({ code }) => code !== undefined);
    const bad = /** @type {Problem['code']} */ (read[at]?.code);
    if (cells.length !== 2)
      problems.push({ code: 'cells', row: i + 1, column: 0, text: String(cells.length) });
    else if (at >= 0)
      problems.push({
        code: bad,
        row: i + 1,
        column: at + 1,
        text: cells[at].slice(0, MOST_SHOWN),
      });
    else if (x.push(a.value) <= most) y.push(b.value);
  });
  if (x.length > most)
    problems.push({ code: 'too_many', row: 0, column: 0, text: String(x.length) });
  if (x.length < FEWEST_POINTS)
    problems.push({ code: 'too_few', row: 0, column: 0, text: String(x.length) });
  return { x: x.slice(0, most), y, problems };
}
