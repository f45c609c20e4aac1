// Takes a series from one column of a table, or points from two.

import { noteOf } from './notes.js';

/**
 * @typedef {import('./read-table.js').Table} Table
 * @typedef {import('./read-table.js').Column} Column
 * @typedef {import('./notes.js').Note} Note
 */

/**
 * The columns that can be taken, all of them row by row the last.
 * @param {Table} table @param {number} wanted @returns {Column[]}
 */
export const columnsOf = ({ columns, flow }, wanted) =>
  wanted === 1 && flow ? [...columns, flow] : [...columns];

/**
 * The columns to begin with, by their places in columnsOf: the first that do not count the rows; of a wide
 * table without names all, row by row.
 * @param {Table} table @param {number} wanted @returns {number[]}
 */
export function firstChoice(table, wanted) {
  const { columns, lines, flow } = table;
  if (wanted === 1 && flow && columns.length > lines.length) return [columns.length];
  const places = columns.map((_, i) => i);
  const real = places.filter((i) => !columns[i].isIndex);
  const short = wanted - real.length;
  const counts = places.filter((i) => columns[i].isIndex).slice(-Math.max(0, short));
  const taken = short > 0 ? [...counts, ...real] : real.slice(0, wanted);
  return taken.length === wanted ? taken : [];
}

/** What a column is called in a note. @param {Column} column */
const nameOf = ({ name, number }) => name || String(number);

/**
 * Where the cells of a column stand: each cell's line, and its column or, in a list, its place in the line.
 * @param {Table} table @param {Column} column @returns {(i: number) => { line: number, column: string }}
 */
function placesOf({ lines, columns, isList }, column) {
  if (column.number === 0)
    return (i) => ({
      line: lines[Math.floor(i / columns.length)],
      column: nameOf(columns[i % columns.length]),
    });
  if (!isList) return (i) => ({ line: lines[i], column: nameOf(column) });
  const first = new Map(lines.map((line, i) => /** @type {const} */ ([line, i])).reverse());
  return (i) => ({ line: lines[i], column: String(1 + i - (first.get(lines[i]) ?? 0)) });
}

/**
 * What is wrong in the cells that are taken.
 * @param {Table} table @param {Column[]} taken @returns {Note[]}
 */
function notesOn(table, taken) {
  const notes = taken.flatMap((column) => {
    const placeOf = placesOf(table, column);
    return column.cells.flatMap(({ kind, text }, i) =>
      kind === 'text' ? noteOf('not_a_number', { ...placeOf(i), text }) : [],
    );
  });
  const cells = taken.flatMap((column) => column.cells);
  const gaps = cells.filter(({ kind }) => kind === 'gap').length;
  const signs = [...new Set(cells.map(({ sign }) => sign).filter(Boolean))];
  return [
    ...notes,
    ...(gaps > 0 ? [noteOf('gaps', { text: String(gaps) })] : []),
    ...(signs.length > 0 ? [noteOf('signs', { text: signs.join(' ') })] : []),
  ];
}

/**
 * The numbers of a column; gaps, and what is no number, are NaN.
 * @param {Table} table @param {readonly number[]} choice a place in columnsOf @param {number} most
 * @returns {{ values: number[], notes: Note[] }} notes of what was taken, without the table's own
 */
export function takeSeries(table, [place], most) {
  const column = columnsOf(table, 1)[place];
  const values = column?.cells.map(({ value }) => value) ?? [];
  const notes = column ? notesOn(table, [column]) : [];
  const text = String(values.length);
  if (values.length > most) notes.push(noteOf('too_many', { text }));
  if (values.every(Number.isNaN))
    return { values: [], notes: [...notes, noteOf('too_few', { text: '0' })] };
  return { values: values.slice(0, most), notes };
}

/**
 * The points of two columns: the rows that have both numbers, neither of them too large.
 * @param {Table} table @param {readonly number[]} choice places in columnsOf, of x and y
 * @param {{ fewest: number, most: number, farthest: number }} limits
 * @returns {{ x: number[], y: number[], notes: Note[] }} notes of what was taken, without the table's own;
 *   too few points are a note like the others
 */
export function takePoints(table, choice, { fewest, most, farthest }) {
  const taken = choice.map((place) => table.columns[place]);
  const notes = notesOn(table, taken);
  const points = table.lines.map((_, row) => taken.map(({ cells }) => cells[row]));
  const far = (/** @type {number} */ value) => Math.abs(value) > farthest;
  const good = points.filter((point, row) => {
    const at = point.findIndex(({ value }) => far(value));
    if (at < 0) return point.length === 2 && !point.some(({ value }) => Number.isNaN(value));
    const { text } = point[at];
    notes.push(noteOf('too_large', { line: table.lines[row], column: nameOf(taken[at]), text }));
    return false;
  });
  const text = String(good.length);
  if (good.length > most) notes.push(noteOf('too_many', { text }));
  if (good.length < fewest) notes.push(noteOf('too_few', { text }));
  const [x, y] = [0, 1].map((i) => good.slice(0, most).map((point) => point[i].value + 0));
  return { x, y, notes };
}
