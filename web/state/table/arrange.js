// Rows of cells become columns of numbers: which row is the heading, whether the table lies on its side or is
// one long list, which column only counts the rows, and what does not fit.

import { noteOf } from './notes.js';

/**
 * @typedef {import('./split-cells.js').RawTable} RawTable
 * @typedef {import('./notes.js').Note} Note
 * @typedef {import('./read-cell.js').Cell} Cell
 * @typedef {import('./read-table.js').Column} Column
 *
 * @typedef {{ line: number, name: string, cells: Cell[] }} Row
 * @typedef {{ columns: Column[], lines: number[], flow: Column|null, isList: boolean, notes: Note[] }} Shape
 */

/** What columns are called that count the rows. */
const COUNTS = new RegExp(
  '^(?:|#|no\\.?|nr\\.?|n|i|k|t|id|idx|index|unnamed: 0|stt|' +
    'steps?|iter|iterations?|epochs?|time|wall time|date)$',
  'i',
);
/** Numbers that a row lying on its side has at least. */
const FEWEST = 3;
/** @type {Cell} */
const GAP = { text: '', kind: 'gap', value: Number.NaN, digits: 0, places: 0, sign: '' };

/** @param {Row} row */
const hasNumber = ({ cells }) => cells.some(({ kind }) => kind === 'number');
/** @param {Row} row */
const hasText = ({ cells }) => cells.some(({ kind }) => kind === 'text');

/**
 * @param {RawTable} raw @param {number} wanted columns, where that decides
 * @param {(text: string) => Cell} read
 * @returns {Shape}
 */
export function arrange(raw, wanted, read) {
  const all = raw.rows.map((row) => ({ ...row, cells: row.cells.map(read) }));
  const { heading, rows, notes } = withoutHeading(withoutEnds(all));
  if (rows.length === 0) return { columns: [], lines: [], flow: null, isList: false, notes };
  const named = withNames(rows);
  if (named)
    return finish(
      onSide(named),
      named.map(({ name }) => name),
      wanted,
      notes,
    );
  if (isList(raw, rows, heading, wanted)) return listOf(rows, notes);
  const isPair = wanted > 1 && rows.length === 2 && areEven(rows, FEWEST) && !rows.some(hasText);
  if (isPair && !heading) return finish(onSide(rows), [], wanted, notes);
  const table = evenOut(rows, heading, notes);
  const filled = raw.separator === 'none' ? withGaps(table.rows, raw.emptyLines) : table.rows;
  const shape = finish(filled, table.names, wanted, notes);
  const isFlow = !heading && filled[0].cells.length > 1 && !filled.some(hasText);
  return isFlow ? { ...shape, flow: flowOf(filled) } : shape;
}

/** All cells in the order of reading. @param {Row[]} rows @returns {Column} */
const flowOf = (rows) => ({
  ...{ name: '', number: 0, isIndex: false },
  cells: rows.flatMap(({ cells }) => cells),
});

/**
 * Rows without the empty cells that separators at their ends leave in the longest.
 * @param {Row[]} rows @returns {Row[]}
 */
function withoutEnds(rows) {
  const length = longest(rows);
  const isLong = (/** @type {Row} */ { cells }) => cells.length === length;
  const filled = rows.filter(isLong).map(
    ({ cells }) =>
      1 +
      Math.max(
        0,
        cells.findLastIndex(({ text }) => text !== ''),
      ),
  );
  const most = filled.reduce((a, b) => Math.max(a, b), 0);
  if (most === length) return rows;
  return withoutEnds(
    rows.map((row) => (isLong(row) ? { ...row, cells: row.cells.slice(0, most) } : row)),
  );
}

/** @param {Row[]} rows */
const longest = (rows) => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/**
 * The heading is the first row of words as long as the first with a number, or else the last; or pandas' own:
 * an empty corner above 0, 1, 2, …
 * @param {Row[]} all @returns {{ heading: Row|undefined, rows: Row[], notes: Note[] }}
 */
function withoutHeading(all) {
  const isCorner = all.length > 2 && all[0].cells.length > 1 && all[0].cells[0].text === '';
  if (isCorner && all.slice(1).every(({ cells }, i) => cells[0].value === i))
    return { heading: all[0], rows: all.slice(1), notes: [] };
  const first = all.findIndex(hasNumber);
  if (first < 0) return { heading: undefined, rows: [], notes: all.map(wordsOf) };
  const top = all.slice(0, first);
  const last = top.findLastIndex(hasText);
  const fit = top.findIndex((row) => hasText(row) && row.cells.length === all[first].cells.length);
  const heading = top[fit < 0 ? last : fit];
  // A gap above the first number, without words between, is the first row.
  const others = top.slice(0, last + 1).filter((row) => row !== heading);
  return { heading, rows: all.slice(last + 1), notes: others.map(wordsOf) };
}

/** @param {Row} row */
const wordsOf = ({ line, cells }) =>
  noteOf('no_number', { line, text: cells.map(({ text }) => text).join(' ') });

/**
 * Rows that are named series: by what stands before them, or by their first cell.
 * @param {Row[]} rows @returns {Row[]|undefined}
 */
function withNames(rows) {
  if (rows.every(({ name }) => name !== '')) return rows;
  const areNamed = rows.every(
    ({ cells }) =>
      cells.length > FEWEST &&
      cells.length - 1 > rows.length &&
      cells[0].kind === 'text' &&
      cells.slice(1).every(({ kind }) => kind !== 'text'),
  );
  const names = new Set(rows.map(({ cells }) => cells[0].text));
  return areNamed && names.size === rows.length
    ? rows.map((row) => ({ ...row, name: row.cells[0].text, cells: row.cells.slice(1) }))
    : undefined;
}

/** @param {Row[]} rows @param {number} least */
const areEven = (rows, least) =>
  rows.every(({ cells }) => cells.length === rows[0].cells.length && cells.length >= least);

/** @param {RawTable} raw @param {Row[]} rows @param {Row|undefined} heading @param {number} wanted */
function isList({ isOne }, rows, heading, wanted) {
  const isLine = rows.length === 1 && (wanted === 1 || rows[0].cells.length > wanted);
  if (isOne || (isLine && rows[0].cells.length > 1 && !heading)) return true;
  return wanted === 1 && !heading && !areEven(rows, 1) && !rows.some(hasText);
}

/** @param {Row[]} rows @param {Note[]} notes @returns {Shape} */
function listOf(rows, notes) {
  const cells = rows.flatMap(({ line, cells: row }) => {
    const isEnd = row.length > 1 && row[row.length - 1].text === '';
    return row.slice(0, isEnd ? -1 : undefined).map((cell) => ({ line, name: '', cells: [cell] }));
  });
  const shape = finish(cells, [], 1, notes);
  return { ...shape, isList: true };
}

/** Rows as columns; the shorter ones end in gaps. @param {Row[]} rows @returns {Row[]} */
function onSide(rows) {
  const length = longest(rows);
  return Array.from({ length }, (_, i) => ({
    line: rows[0].line,
    name: '',
    cells: rows.map(({ cells }) => cells[i] ?? GAP),
  }));
}

/**
 * Rows as long as most; the others are noted and left out.
 * @param {Row[]} rows @param {Row|undefined} heading @param {Note[]} notes
 * @returns {{ rows: Row[], names: string[] }}
 */
function evenOut(rows, heading, notes) {
  const texts = heading?.cells.map(({ text }) => text) ?? [];
  const counts = new Map();
  for (const { cells } of rows.filter(hasNumber))
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [[width]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const kept = rows.filter((row) => {
    const { line, cells } = row;
    const isWords = !hasNumber(row) && hasText(row) && (width > 1 || cells.length > 1);
    if (isWords) notes.push(wordsOf(row));
    else if (cells.length !== width)
      notes.push(
        noteOf('wrong_count', { line, text: String(cells.length), column: String(width) }),
      );
    return !isWords && cells.length === width;
  });
  // Printed by a program, the column that counts has no name.
  const names = texts.length === width - 1 ? ['', ...texts] : texts.slice(0, width);
  return { rows: kept, names };
}

/**
 * A lone column with its empty lines as gaps, unless every other line is empty.
 * @param {Row[]} rows @param {number[]} lines @returns {Row[]}
 */
function withGaps(rows, lines) {
  const inside = lines.filter((line) => line > rows[0].line);
  if (inside.length === 0 || inside.length >= rows.length - 1) return rows;
  const gaps = inside.map((line) => ({ line, name: '', cells: [GAP] }));
  return [...rows, ...gaps].sort((a, b) => a.line - b.line);
}

/**
 * @param {Row[]} rows all as long @param {string[]} names @param {number} wanted @param {Note[]} notes
 * @returns {Shape}
 */
function finish(rows, names, wanted, notes) {
  const width = rows[0].cells.length;
  const found = Array.from({ length: width }, (_, i) => ({
    name: names[i] ?? '',
    number: i + 1,
    cells: rows.map(({ cells }) => cells[i]),
  }));
  const used = found.filter((column) => isOfNumbers(column, notes));
  const isMore = used.length > wanted;
  const columns = used.map(({ name, number, cells }, i) => {
    const isIndex = isMore && i < used.length - 1 && isCount(name, cells, i, names.length > 0);
    if (isIndex) notes.push(noteOf('index', { column: name || String(number) }));
    return { name, number, isIndex, cells };
  });
  return { columns, lines: rows.map(({ line }) => line), flow: null, isList: false, notes };
}

/**
 * Whether at least half of what stands in a column are numbers.
 * @param {{ name: string, number: number, cells: Cell[] }} column @param {Note[]} notes
 */
function isOfNumbers({ name, number, cells }, notes) {
  const numbers = cells.filter(({ kind }) => kind === 'number').length;
  const texts = cells.filter(({ kind }) => kind === 'text').length;
  if (numbers > 0 && numbers >= texts) return true;
  if (texts + numbers > 0 || name) notes.push(noteOf('words', { column: name || String(number) }));
  return false;
}

/**
 * Whether a column only counts the rows, or says when they were.
 * @param {string} name @param {Cell[]} cells @param {number} place @param {boolean} hasNames
 */
function isCount(name, cells, place, hasNames) {
  if (hasNames && name !== '') return COUNTS.test(name);
  const [{ value: first }] = cells;
  return (
    place === 0 &&
    cells.length > 1 &&
    (first === 0 || first === 1) &&
    cells.every(({ value }, i) => value === first + i)
  );
}
