// Results as JSON that loses nothing. JSON has no NaN, no infinities and no −0, and writes a Float64Array as
// an object.

/** What JSON has no number for. */
const WORDS = ['NaN', 'Infinity', '-Infinity', '-0'];

/**
 * A result (a run, columns, a diagnosis) as JSON: arrays of numbers as lists, and NaN, ±∞ and −0 as the texts
 * "NaN", "Infinity", "-Infinity" and "-0", which Python's float() and JavaScript's Number() read.
 * @param {unknown} value
 * @param {number} [indent] spaces a level; none when left out
 * @returns {string}
 */
export const toJson = (value, indent) =>
  JSON.stringify(
    value,
    (_, part) => {
      if (ArrayBuffer.isView(part)) return Array.from(/** @type {Float64Array} */ (part));
      if (typeof part !== 'number') return part;
      const text = Object.is(part, -0) ? '-0' : String(part);
      return WORDS.includes(text) ? text : part;
    },
    indent,
  );

/**
 * What toJson wrote: every list of numbers is a Float64Array again, bit for bit.
 * @param {string} text
 * @returns {any} any: what the text holds decides, as in JSON.parse
 */
export const fromJson = (text) =>
  JSON.parse(text, (_, part) => {
    if (WORDS.includes(part)) return Number(part);
    const isNumbers =
      Array.isArray(part) && part.length > 0 && part.every((one) => typeof one === 'number');
    return isNumbers ? Float64Array.from(part) : part;
  });
