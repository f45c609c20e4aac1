// A pasted text becomes rows of cells: what stands between brackets, or between the separators of a table.
// Quoted cells as in RFC 4180 hold separators and line ends of their own.

import { isNumeral, readCell, signIn } from './read-cell.js';

/**
 * @typedef {object} RawRow
 * @property {number} line of the text, from 1
 * @property {string} name "x" for x = [1, 2, 3]; "" for none
 * @property {string[]} cells without blanks and quotes around them
 *
 * @typedef {'tab'|'semicolon'|'bar'|'ampersand'|'comma'|'blank'|'none'} Separator
 *
 * @typedef {object} RawTable
 * @property {RawRow[]} rows those with anything in them
 * @property {Separator} separator
 * @property {boolean} isBracketed
 * @property {boolean} isOne the rows are one list, wrapped over lines
 * @property {number[]} emptyLines between the first row and the last
 * @property {string} doubt a line of which nobody knows whether its comma separates two numbers; "" for none
 */

const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF\uE000\uE001]/g;
const BLANKS = /[ \t]+/;
/** A quoted cell, where one can begin and end. */
const QUOTED = /(^|[\t\n;,|& ])(?:"((?:[^"]|"")*)"|“([^“”]*)”)(?=$|[\t\n;,|& ])/g;
/** Blanks that hold together what they stand in, but not three digits. */
const PADDING = /(?<!\d)[\u00A0\u2007\u2009\u202F]|[\u00A0\u2007\u2009\u202F](?!\d{3}(?!\d))/g;
/** A minus, and a blank before its number. */
const LOOSE_SIGN = /^([ \t]*[-+\u2010-\u2015\u2212]) +(?=[\d.,])/gm;
const HIDDEN = /\uE000(\d+)\uE001/g;
/** Lines that draw a table and hold nothing. */
const RULE = /^(?:[-=+:|_\s]{3,}|\\(?:hline|toprule|midrule|bottomrule)|```\w*)$/;
/** @type {readonly [Separator, string][]} */
const MARKS = [
  ['tab', '\t'],
  ['semicolon', ';'],
  ['bar', '|'],
  ['ampersand', '&'],
];
/** x = [ · 'x': [ · x = np.array([ */
const NAME = /([\p{L}_][\p{L}\p{N}_. -]*?)["']?\s*[:=]\s*[\w.]*[[({\s]*$/u;
const FIRST_BRACKET = /^\s*(?:["']?[\p{L}_][\p{L}\p{N}_. -]*["']?\s*[=:]\s*)?[\w.]*[[({]/u;
/** x: 1 2 3 · y = 2, 4, 6 */
const LABEL = /^\s*([\p{L}_][\p{L}\p{N}_. ]*?)\s*[:=]\s*(?=[-+.\d"$€£\uE000\u2212])/u;
/** "x": 1 · x: 1 */
const KEY = /^(?:"([^"]+)"|'([^']+)'|([\p{L}_]\w*))\s*:\s*/u;
/** What a line of a list may end with. */
const ENDS = ',; \t';
/** Characters in which a name is looked for. */
const LONGEST_NAME = 100;

/** @typedef {{ line: number, name: string, text: string }} Line */

/**
 * @param {string} text
 * @param {{ wanted: number, isBetween?: boolean }} options wanted: columns, where that decides; isBetween: a
 *   comma separates, said by the reader
 * @returns {RawTable}
 */
export function splitCells(text, { wanted, isBetween }) {
  /** @type {string[]} */
  const quoted = [];
  const hidden = text
    .replace(UNSEEN, '')
    .replace(/\r\n?/g, '\n')
    .replace(PADDING, ' ')
    .replace(LOOSE_SIGN, '$1')
    .replace(QUOTED, (_, before, straight, curly) => {
      quoted.push(straight === undefined ? curly : straight.replaceAll('""', '"'));
      return `${before}\uE000${quoted.length - 1}\uE001`;
    });
  const heights = quoted.map((cell) => cell.split('\n').length - 1);
  const bracketed = groupsOf(hidden);
  const { lines, emptyLines } = bracketed
    ? { lines: bracketed, emptyLines: [] }
    : linesOf(hidden, heights, wanted);
  const { separator: found, doubt } = separatorOf(lines, wanted);
  const separator = isBetween && found === 'none' ? 'comma' : found;
  const isOne = wanted === 1 && !bracketed && isWrapped(lines, separator);
  const reveal = (/** @type {string} */ cell) =>
    cell.replace(HIDDEN, (_, i) => quoted[Number(i)]).trim();
  const rows = lines.map(({ line, name, text: row }) => ({
    line,
    name: reveal(name),
    cells: cellsOf(row, separator).map(reveal),
  }));
  return {
    rows: bracketed ? withoutKeys(rows) : rows,
    separator,
    isBracketed: bracketed !== null,
    isOne,
    emptyLines,
    doubt,
  };
}

/**
 * @param {string} text @param {number[]} heights of the quoted cells, in line ends @param {number} wanted
 * @returns {{ lines: Line[], emptyLines: number[] }}
 */
function linesOf(text, heights, wanted) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {number[]} */
  const empty = [];
  let line = 1;
  for (const each of text.split('\n')) {
    // "\\" ends a line of LaTeX; "#" and "//" begin one that programs leave out, such as numpy's heading.
    const row = without(each, ' \\').replace(/^ {0,9}(?:#|\/\/) ?/, '');
    const seen = row.trim();
    if (seen === '') empty.push(line);
    else if (!RULE.test(seen)) lines.push({ line, name: '', text: row });
    line += 1;
    for (const [, i] of each.matchAll(HIDDEN)) line += heights[Number(i)];
  }
  const [first, last] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0];
  const emptyLines = empty.filter((at) => at > first && at < last);
  return { lines: wanted === 2 ? pointsIn(withLabels(lines)) : withLabels(lines), emptyLines };
}

/** One line of points, as links have them: "1,2;2,2.9". @param {Line[]} lines @returns {Line[]} */
function pointsIn(lines) {
  const points = lines.length === 1 ? without(lines[0].text, ENDS).split(';') : [];
  const arePoints = points.length > 1 && points.every((point) => point.split(',').length === 2);
  return arePoints ? points.map((text) => ({ ...lines[0], text })) : lines;
}

/** A text without marks at its end. @param {string} text @param {string} marks */
function without(text, marks) {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

/** Lines that all begin with a name have it. @param {Line[]} lines @returns {Line[]} */
function withLabels(lines) {
  const labels = lines.map(({ text }) => LABEL.exec(text.slice(0, LONGEST_NAME)));
  if (labels.includes(null)) return lines;
  return lines.map(({ line, text }, i) => {
    const [before, name] = /** @type {RegExpExecArray} */ (labels[i]);
    return { line, name, text: text.slice(before.length) };
  });
}

/** Rows that are objects, { "x": 1, "y": 2 }, below their keys. @param {RawRow[]} rows @returns {RawRow[]} */
function withoutKeys(rows) {
  if (!rows.every(({ cells }) => cells.every((cell) => KEY.test(cell)))) return rows;
  const keys = rows[0].cells.map((cell) => KEY.exec(cell)?.slice(1).join('') ?? '');
  const bare = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => cell.replace(KEY, '')),
  }));
  return rows[0].name ? bare : [{ ...rows[0], cells: keys }, ...bare];
}

/**
 * What stands in the innermost brackets; null where numbers stand outside of them.
 * @param {string} text @returns {Line[]|null}
 */
function groupsOf(text) {
  if (!FIRST_BRACKET.test(text.slice(0, LONGEST_NAME))) return null;
  /** @type {Line[]} */
  const groups = [];
  let [line, end, start] = [1, 0, -1];
  let outside = '';
  const close = (/** @type {number} */ at) => {
    groups.push(groupOf(text.slice(end, start), text.slice(start + 1, at), line));
    outside += ` ${text.slice(end, start)}`;
    [line, end, start] = [line + lineEnds(text.slice(end, at)), at, -1];
  };
  for (let i = 0; i < text.length; i++) {
    if ('[({'.includes(text[i])) start = i;
    else if ('])}'.includes(text[i]) && start >= 0) close(i);
  }
  // A bracket that nothing closes: the end of the text was not copied.
  if (start >= 0) close(text.length);
  const isAll = !/(?:^|[\s,;(])[-+]?\.?\d/.test(`${outside} ${text.slice(end)}`);
  return isAll && groups.length > 0 ? groups.flatMap(splitRows) : null;
}

/** @param {string} text */
const lineEnds = (text) => text.split('\n').length - 1;

/**
 * @param {string} before @param {string} inside @param {number} line of the end of what was read before
 * @returns {Line}
 */
function groupOf(before, inside, line) {
  const name = NAME.exec(before.slice(-LONGEST_NAME))?.[1] ?? '';
  const text = inside.replace(/\s*\n\s*/g, ' ').trim();
  return { line: line + lineEnds(before), name, text };
}

/** The rows of a matrix, "1 2; 3 4"; in "1,5; 2,5" there is one. @param {Line} group @returns {Line[]} */
function splitRows(group) {
  const texts = group.text.split(';').map((text) => text.trim());
  const rows = texts.filter((text) => text !== '');
  const areRows = rows.every((text) => /\s/.test(text) || text.split(',').length > 2);
  return rows.length > 1 && areRows ? rows.map((text) => ({ ...group, text })) : [group];
}

/** @param {Line[]} lines @param {number} wanted @returns {{ separator: Separator, doubt: string }} */
function separatorOf(lines, wanted) {
  const most = (/** @type {string} */ mark) =>
    2 * lines.filter(({ text }) => without(text, ';|& \t').includes(mark)).length >= lines.length;
  const found = MARKS.find(([, mark]) => lines.length > 0 && most(mark));
  if (found) return { separator: found[0], doubt: '' };
  const numeric = lines.filter(({ text }) => /\d/.test(text)).map(({ text }) => text);
  const bodies = numeric.map((text) => without(text, ENDS));
  const separator = (/** @type {Separator} */ which, doubt = '') => ({ separator: which, doubt });
  if (!bodies.some((text) => text.includes(','))) {
    const isSpaced = lines.some(({ text }) => BLANKS.test(text.trim()));
    return separator(isSpaced ? 'blank' : 'none');
  }
  if (bodies.some((text) => /,\s/.test(text))) return separator('comma');
  if (bodies.some((text) => BLANKS.test(text.trim())))
    return separator(areNumbers(bodies) ? 'blank' : 'comma');
  const hasNames = lines.some(({ text }) => !/\d/.test(text) && text.includes(','));
  return hasNames ? separator('comma') : loneComma(bodies, wanted);
}

/**
 * Whether blanks separate numbers with commas of their own: "1,5 2,5", "1,200 950.5".
 * @param {string[]} lines
 */
function areNumbers(lines) {
  const cells = lines.flatMap((line) => line.trim().split(BLANKS));
  const signs = new Set(cells.map(signIn));
  const areRead = cells.every((cell) => !cell.includes(',') || signIn(cell) !== '');
  return areRead && !(signs.has(',') && (signs.has('.') || signs.has('~')));
}

/**
 * Whether the commas of lines without blanks separate, or belong to a number a line.
 * @param {string[]} lines @param {number} wanted @returns {{ separator: Separator, doubt: string }}
 */
function loneComma(lines, wanted) {
  const commas = lines.map((line) => line.split(',').length - 1);
  const isOne = (/** @type {string} */ line) =>
    readCell(line, ',').kind !== 'text' || readCell(line, '.').kind !== 'text';
  if (lines.length < 2 || commas.some((count) => count > 1) || !lines.every(isOne))
    return { separator: 'comma', doubt: '' };
  const plain = commas.filter((count) => count === 0).length;
  const isMixed = wanted === 1 ? plain > 0 : 2 * plain >= lines.length;
  if (isMixed || lines.some((line) => /,0\d/.test(line))) return { separator: 'none', doubt: '' };
  return wanted === 1 ? { separator: 'none', doubt: lines[0] } : { separator: 'comma', doubt: '' };
}

/**
 * Whether every line but the last goes on in the next: "3, 8,".
 * @param {Line[]} lines @param {Separator} separator
 */
const isWrapped = (lines, separator) =>
  lines.length > 1 &&
  ['comma', 'semicolon', 'none'].includes(separator) &&
  lines.slice(0, -1).every(({ text }) => ',;'.includes(text.trimEnd().at(-1) ?? ' '));

/** @param {string} row @param {Separator} separator @returns {string[]} */
function cellsOf(row, separator) {
  const mark = MARKS.find(([name]) => name === separator)?.[1];
  if (separator === 'none') return [without(row, ENDS).trim()];
  if (separator === 'blank') return row.trim().split(BLANKS);
  if (separator === 'bar')
    return row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|');
  if (mark) return row.split(mark);
  // Blanks separate as well where nothing but numbers stands in the row.
  const cells = row.split(',');
  const parts = row.trim().split(/[ \t]*,[ \t]*|[ \t]+/);
  return parts.length > cells.length && parts.every((part) => part === '' || isNumeral(part))
    ? parts
    : cells;
}
