// The kinds of value a link key can have: how each is read, bounded and written.

import { formatShortest, maybeNumber, readNumber } from './parse-number.js';

/**
 * @typedef {import('./notices.js').Report} Report
 * @typedef {import('./notices.js').Allowed} Allowed
 */

/**
 * @template T
 * @typedef {object} Kind
 * @property {string} type
 * @property {Allowed} allowed
 * @property {(text: string, fallback: T, report: Report) => T} read says what is wrong and returns what to
 *   use
 * @property {(value: T) => string} write
 */

/**
 * The nearest allowed number; undefined for NaN.
 * @param {{ min: number, max: number, scale?: string }} allowed
 * @param {number} value
 * @returns {number|undefined}
 */
export function nearestAllowed({ min, max, scale }, value) {
  if (Number.isNaN(value)) return undefined;
  const whole = scale === 'integer' || scale === 'switch' ? Math.round(value) : value;
  return Math.min(max, Math.max(min, whole)) + 0; // + 0: no minus zero
}

/**
 * The same angle within a range as wide as a whole turn; NaN for what is not finite.
 * @param {{ min: number, max: number }} range
 * @param {number} angle
 */
export function wrapAngle({ min, max }, angle) {
  if (angle >= min && angle <= max) return angle;
  const turn = max - min;
  const around = ((((angle - min) % turn) + turn) % turn) + min;
  return Number(around.toPrecision(12));
}

/**
 * A number from min to max.
 * @param {{ min: number, max: number, scale?: string }} range scale 'integer' or 'switch': a whole number;
 *   'angle': min and max are the same direction, and what is beyond them goes around
 * @returns {Kind<number>}
 */
export function number({ min, max, scale }) {
  const isWhole = scale === 'integer' || scale === 'switch';
  return {
    type: isWhole ? 'integer' : 'number',
    allowed: { min, max },
    read(text, fallback, report) {
      const read = readNumber(text) ?? (isWhole ? maybeNumber(text, true) : undefined);
      const goesAround = scale === 'angle' && read !== undefined;
      const given = goesAround ? wrapAngle({ min, max }, read) : read;
      const value = given === undefined ? undefined : nearestAllowed({ min, max, scale }, given);
      if (given === undefined || value === undefined) {
        report('not_a_number', formatShortest(fallback));
        return fallback;
      }
      if (!(given >= min && given <= max)) report('out_of_range', formatShortest(value));
      else if (given !== value) report('not_whole', formatShortest(value));
      return value;
    },
    write: formatShortest,
  };
}

/**
 * One word of a list.
 * @param {readonly string[]} values
 * @returns {Kind<string>}
 */
export function oneOf(values) {
  return {
    type: 'word',
    allowed: { values: [...values] },
    read(text, fallback, report) {
      if (values.includes(text.trim())) return text.trim();
      report('unknown_value', fallback);
      return fallback;
    },
    write: (value) => value,
  };
}

/**
 * Any words of a list; kept in the list's order.
 * @param {readonly string[]} values
 * @returns {Kind<readonly string[]>}
 */
export function someOf(values) {
  return {
    type: 'words',
    allowed: { values: [...values] },
    read(text, _, report) {
      const words = text.split(',').map((word) => word.trim());
      for (const word of words) {
        if (word !== '' && !values.includes(word)) report('unknown_value', '', { value: word });
      }
      return values.filter((word) => words.includes(word));
    },
    write: (words) => values.filter((word) => words.includes(word)).join(','),
  };
}

/**
 * On or off: 1 or 0. The key alone means on.
 * @type {Kind<boolean>}
 */
export const flag = {
  type: 'flag',
  allowed: { values: ['0', '1'] },
  read(text, fallback, report) {
    const word = text.trim();
    if (word === '' || word === '1') return true;
    if (word !== '0') report('unknown_value', flag.write(fallback));
    return word === '0' ? false : fallback;
  },
  write: (on) => (on ? '1' : '0'),
};

/**
 * A text as the experiment keeps it: trimmed, one kind of line end, no lone surrogate.
 * @param {string} text
 */
export function cleanText(text) {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .trim();
}
