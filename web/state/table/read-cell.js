// The numbers of a table, as spreadsheets, programs and people write them. What commas and dots mean is
// decided for the whole table, by the cells that can be read in one way only.

/**
 * @typedef {object} Cell
 * @property {string} text as it was written
 * @property {'number'|'gap'|'text'} kind gap: nothing, or a word that spreadsheets and programs write for
 *   nothing
 * @property {number} value NaN where it is no number
 * @property {number} digits significant digits written: 3 for 0.120, 1 for 0, 0 where there is no finite
 *   number
 * @property {number} places of the last digit after the point: 3 for 0.120, 4 for 1.2e-3, -3 for 1e3
 * @property {string} sign of a currency, or of percent, which the value leaves out; "" for none
 *
 * @typedef {'.'|','} Decimal
 */

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const NOTHING = /^(?:-{0,3}|[.?]|n\/?a\.?|<na>|#n\/a|nan|nat|null|none|missing)$/i;
const INFINITE = /^[-+]?(?:inf|infinity|∞)$/i;
const MONEY = '(?:US)?\\$|[€£¥₫₩₹₽₺฿đ]|USD|EUR|GBP|VND';
const MONEY_BEFORE = new RegExp(`^([-+]?)\\s*(${MONEY})\\s*(?=[-+.,\\d])`, 'i');
const SIGN_AFTER = new RegExp(`(\\d[.,]?)\\s*(${MONEY}|[%‰])$`, 'i');
/** Blanks of all widths, apostrophes and low lines between groups of three digits. */
const GROUPS = /^([-+]?\d{1,3})((?:[ \u00A0\u2007\u2009\u202F'’_]\d{3})+)(?=$|[.,]\d*$)/;
const POWER = /^(.*\d[.,]?)\s*[×·*x]\s*10\s*(?:\^|\*\*)?\s*\(?([-+]?\d+|[⁺⁻]?[⁰¹²³⁴-⁹]+)\)?$/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺';
const NUMERAL = /^([-+]?)([\d.,]*\d[\d.,]*)(?:e([-+]?\d+))?$/i;
/** As programs write most of them: a short way for long tables. */
const SIMPLE = /^-?\d+(?:\.\d+)?$/;
/** Longer texts are no numbers. */
const LONGEST = 60;

/** @param {string} raised "⁻³" @returns {string} "-3" */
const lowered = (raised) =>
  raised.replace(/[^-+\d]/g, (mark) => '0123456789-+'[RAISED.indexOf(mark)]);

/** A numeral without what surrounds it and what groups its digits. @param {string} text */
function strip(text) {
  if (text.length > LONGEST) return { numeral: '', sign: '' };
  if (SIMPLE.test(text)) return { numeral: text, sign: '' };
  const dashed = text.trim().replace(/^'/, '').replace(DASHES, '-');
  const before = MONEY_BEFORE.exec(dashed)?.[2] ?? '';
  const signed = dashed.replace(MONEY_BEFORE, '$1');
  const after = SIGN_AFTER.exec(signed)?.[2] ?? '';
  const [, mantissa, exponent] = POWER.exec(signed.replace(SIGN_AFTER, '$1')) ?? [];
  const plain = exponent ? `${mantissa}e${lowered(exponent)}` : signed.replace(SIGN_AFTER, '$1');
  const numeral = plain
    .replace(/^([-+])\s+/, '$1')
    .replace(GROUPS, (_, head, groups) => head + groups.replace(/\D/g, ''));
  return { numeral, sign: before || after };
}

/**
 * What a numeral says of commas and dots: the decimal sign, or "?" for "1,200", "~" for "1.200", "" for
 * nothing.
 * @param {string} text
 */
export function signIn(text) {
  if (!/[.,]/.test(text)) return '';
  const [, , body = '', exponent] = NUMERAL.exec(strip(text).numeral) ?? [];
  const marks = body.replace(/\d/g, '');
  if (marks === '') return '';
  const last = marks.at(-1) === ',' ? ',' : '.';
  const other = last === ',' ? '.' : ',';
  if (marks.includes(other)) return last;
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(body) && exponent === undefined;
  if (marks.length > 1) return isGrouped ? other : '';
  return !isGrouped ? last : last === ',' ? '?' : '~';
}

/**
 * The decimal sign of a table.
 * @param {readonly string[]} texts its cells
 * @param {Decimal} usual the reader's
 * @returns {{ decimal: Decimal, doubt: string }} doubt: a cell that would be another number with the other
 *   sign, where no cell decides; "" for none
 */
export function decimalOf(texts, usual) {
  const said = texts.map(signIn);
  const count = (/** @type {string} */ sign) => said.filter((each) => each === sign).length;
  const [commas, dots] = [count(','), count('.')];
  if (commas + dots > 0) return { decimal: commas > dots ? ',' : '.', doubt: '' };
  const at = said.indexOf('?');
  if (at < 0) return { decimal: '.', doubt: '' };
  // Among plain numbers 1,200 is no 1.2.
  const hasPlain = texts.some((text, i) => said[i] === '' && NUMERAL.test(strip(text).numeral));
  const isDot = hasPlain || said.includes('~') || usual === '.';
  return { decimal: isDot ? '.' : ',', doubt: texts[at] };
}

/** Whether a text can be a number, whatever its decimal sign. @param {string} text */
export function isNumeral(text) {
  const { numeral } = strip(text);
  return NUMERAL.test(numeral) || INFINITE.test(numeral);
}

/** Whether there is nothing, or a word for nothing. @param {string} text */
const isNothing = (text) => NOTHING.test(text.trim().replace(DASHES, '-'));

/**
 * @param {string} text @param {Decimal} decimal
 * @returns {Cell} a numeral that is too large to hold, and one with the other decimal sign, is a text
 */
export function readCell(text, decimal) {
  const none = { text, value: Number.NaN, digits: 0, places: 0, sign: '' };
  if (text === '' || (!SIMPLE.test(text) && isNothing(text))) return { ...none, kind: 'gap' };
  const { numeral, sign } = strip(text);
  if (INFINITE.test(numeral))
    return { ...none, kind: 'number', value: numeral.startsWith('-') ? -Infinity : Infinity };
  const plain = decimal === ',' ? withDot(numeral) : numeral;
  const ungrouped = plain.replace(
    /^([-+]?\d{1,3})((?:,\d{3})+)(?=\.|$)/,
    (_, head, groups) => head + groups.replaceAll(',', ''),
  );
  const [, whole = '', part = '', exponent = '0'] =
    /^[-+]?(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(ungrouped) ?? [];
  const value = Number(ungrouped);
  if (whole + part === '' || !Number.isFinite(value)) return { ...none, kind: 'text' };
  const digits = (whole + part).replace(/^0+/, '').length || 1;
  return { text, kind: 'number', value, digits, places: part.length - Number(exponent), sign };
}

/** Commas for dots and dots for commas. @param {string} numeral */
const withDot = (numeral) => numeral.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
