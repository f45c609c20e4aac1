// Somebody's own numbers as they are handed in: columns by name, row t from 0, and how many digits each has.

import { readAverage } from './average-mistakes.js';
import { checkKeys, checkList, checkNumber, checkObject } from './check.js';
import { checkDoubles } from './precision.js';
import { readRun } from './run.js';
import { readSample } from './sample.js';

/** Rows that are looked at. */
export const MOST_ROWS = 1000;
/** Digits that a number can be trusted to have. */
const MOST_DIGITS = 15;

/**
 * @typedef {{ values: Float64Array, units: Float64Array }} GivenColumn units: half a unit of the last digit
 * @typedef {{ columns: Record<string, GivenColumn>, rows: number }} Given
 */

/** Places after the point of the shortest decimal that is this number. @param {number} value */
function placesOf(value) {
  const [part, exponent = '0'] = String(value).split('e');
  return (part.split('.')[1]?.length ?? 0) - Number(exponent);
}

/**
 * @param {string} name @param {Float64Array} values
 * @param {unknown} digits places after the point: of each, of all, or as each is written when left out
 */
function unitsOf(name, values, digits) {
  const places =
    digits === undefined
      ? values.map(placesOf)
      : typeof digits === 'number'
        ? values.map(() => digits)
        : checkList(`digits.${name}`, digits, MOST_ROWS, values.length);
  return places.map((place, i) => {
    if (!Number.isFinite(values[i])) return 0;
    const size = Math.abs(values[i]);
    const least = size && Math.floor(Math.log10(size)) - MOST_DIGITS;
    checkNumber(`digits.${name}[${i}]`, place, { min: -308, max: 323, integer: true });
    return 10 ** Math.max(-place, least) / 2;
  });
}

/** @param {unknown} given @returns {Given} */
export function readGiven(given) {
  const numbers = checkObject('numbers', given, 'an object { columns, digits }');
  checkKeys('numbers', numbers, ['columns', 'digits']);
  const { columns: asked, digits } = numbers;
  const lists = Object.entries(checkObject('columns', asked, 'an object of lists by name'));
  if (digits !== undefined && typeof digits !== 'number')
    checkKeys(
      'digits',
      checkObject('digits', digits, 'a number, or an object by column'),
      lists.map(([name]) => name),
    );
  /** @type {Record<string, GivenColumn>} */
  const columns = Object.create(null);
  let rows = 0;
  for (const [name, list] of lists) {
    const values = checkList(`columns.${name}`, list, MOST_ROWS);
    const own = typeof digits === 'object' && digits !== null ? digits[name] : digits;
    columns[name] = { values, units: unitsOf(name, values, own) };
    rows = Math.max(rows, values.length);
  }
  return { columns, rows };
}

/**
 * A method searches: nobody takes its steps by hand.
 * @template {{ optimizer: object }} R @param {import('./catalog.js').Units} units @param {R} run @returns {R}
 */
function steadily(units, run) {
  const { optimizer } = run;
  const method =
    'index' in optimizer &&
    units.catalog.optimizers.find(
      (unit) => unit.kind === 'method' && units.index(unit) === optimizer.index,
    );
  if (!method) return run;
  const { key } = method;
  throw new RangeError(
    `optimizer ${key} is a method, which searches: its numbers cannot be checked`,
  );
}

/**
 * What mistakes can be made in: a run, a line fitted in batches, which has a field `data`, or an average,
 * which has a field `smoother`.
 * @param {import('./catalog.js').Units} units @param {unknown} spec
 */
export function readMistakes(units, spec) {
  if (typeof spec === 'object' && spec !== null && 'smoother' in spec)
    return { average: readAverage(units, spec) };
  if (typeof spec === 'object' && spec !== null && 'data' in spec)
    return { sample: steadily(units, readSample(units, spec)) };
  const run = readRun(units, spec);
  checkDoubles('check', run.precision);
  return { run: steadily(units, run) };
}

/** @param {import('./catalog.js').Units} units @param {unknown} spec @param {unknown} given */
export const readCheck = (units, spec, given) => ({
  ...readMistakes(units, spec),
  given: readGiven(given),
});
