// Words and numbers in the reader's language. English texts of units and parameters come from the C records;
// other languages translate them under the record's key or English label.

import en from './en.json' with { type: 'json' };
import { SEPARATORS, writeNumber } from './number.js';
import vi from './vi.json' with { type: 'json' };

/** @type {Record<string, Record<string, string>>} */
const BOOKS = { en, vi };

/**
 * The language to use: the wanted one, else the browser's, else English.
 * @param {string} wanted
 * @param {readonly string[]} [preferred]
 */
export function chooseLanguage(wanted, preferred = globalThis.navigator?.languages ?? []) {
  const tags = [wanted, ...preferred].map((tag) => tag.slice(0, 2).toLowerCase());
  return tags.find((tag) => Object.hasOwn(BOOKS, tag)) ?? 'en';
}

/** @typedef {ReturnType<typeof makeI18n>} I18n */

/** @type {Map<string, I18n>} the same one each time, so that nothing is rendered anew for it */
const made = new Map();

/** @param {string} lang "en" or "vi" @returns {I18n} */
export function createI18n(lang) {
  const i18n = made.get(lang) ?? makeI18n(lang);
  made.set(lang, i18n);
  return i18n;
}

/** @param {string} lang */
function makeI18n(lang) {
  const book = BOOKS[lang];
  const separators = SEPARATORS[lang];

  /**
   * A number as a textbook prints it, with at most `digits` significant digits and a true minus sign; very
   * large and very small ones as powers of ten. NaN is a dash.
   * @param {number} value @param {number} [digits] @param {boolean} [groups] whether to group thousands
   */
  function n(value, digits = 5, groups = true) {
    if (Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    const size = Math.abs(value);
    const isPlain = size === 0 || (size >= 1e-4 && size < 1e7);
    if (isPlain) return writeNumber(value, digits, separators, groups && size >= 10000);
    const [mantissa, exponent] = value.toExponential(Math.max(0, digits - 1)).split('e');
    const head = writeNumber(Number(mantissa), digits, separators, false);
    return `${head}e${exponent.replace('+', '').replace('-', '−')}`;
  }

  return {
    lang,
    n,
    /**
     * A way to write the numbers of a plot, with at least so many digits: more where its axis is so narrow.
     * @param {number} least @returns {(value: number, digits?: number) => string}
     */
    formatter:
      (least) =>
      (value, digits = 0) =>
        n(value, Math.max(least, digits)),
    /** A number with all the digits a bound has: rounded it would be another one. @param {number} value */
    bound: (value) => n(value, 12),
    /** A number as a field shows it, to be typed over. @param {number} value */
    field: (value) => n(value, 12, false),
    /**
     * The sentence under `key`, with {name} replaced by the given words; the key itself where there is none.
     * @param {string} key @param {Record<string, string|number>} [words]
     */
    t(key, words = {}) {
      const text = book[key] ?? BOOKS.en[key] ?? key;
      return text.replace(/\{(\w+)\}/g, (_, name) => String(words[name] ?? ''));
    },
    /** @param {string} family @param {{ key: string, name: string }} unit */
    name: (family, unit) => book[`unit.${family}.${unit.key}.name`] ?? unit.name,
    /** How a method finds what a slot holds. @param {{ found: string|null }} slot */
    found: ({ found }) => book[`unit.found.${found}`] ?? `${found}`,
    /** @param {string} family @param {{ key: string, note: string }} unit */
    note: (family, unit) => book[`unit.${family}.${unit.key}.note`] ?? unit.note,
    /** @param {{ label: string }} param */
    label: (param) => book[`param.${param.label}`] ?? param.label,
  };
}
