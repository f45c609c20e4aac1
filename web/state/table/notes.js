// What is said about a table that was read. A note holds facts; its sentence is made from the code in i18n.

/**
 * @typedef {object} Note what was left out, or read in one of several ways
 * @property {string} code one of NOTE_CODES
 * @property {number} line of the text, from 1; 0 for the table as a whole
 * @property {string} column its name or number, "" for none
 * @property {string} text the cell, or how many
 */

/** Every code a note can have; `table.<code>` is its sentence. */
export const NOTE_CODES = Object.freeze([
  'not_a_number', // a cell of a column of numbers: a gap in a series, no point of points
  'too_large', // a cell; no point
  'wrong_count', // a row with `text` cells where most have `column`; left out
  'no_number', // a row without any number; left out
  'words', // a column without numbers; left out
  'index', // a column that counts the rows; not taken by itself
  'gaps', // `text` empty cells in what is taken
  'signs', // of currencies or percent, left out
  'too_many', // `text` numbers or points; the first are taken
  'too_few', // `text` numbers or points; nothing is taken
  'too_long', // what follows the first `text` characters is left out
]);

const MOST_SHOWN = 24;

/** @param {string} text */
function shorten(text) {
  const line = text.slice(0, 10 * MOST_SHOWN).replace(/\s+/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}

/** @param {string} code @param {Partial<Note>} [more] @returns {Note} */
export const noteOf = (code, { line = 0, column = '', text = '' } = {}) => ({
  ...{ code, line },
  column: shorten(column),
  text: shorten(text),
});
