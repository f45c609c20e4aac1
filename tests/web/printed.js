// Compares columns with numbers as a lecture prints them: "70 56 44.8".
import assert from 'node:assert/strict';

/** The size of one unit in the last printed digit: 0.01 for "4.81". */
const unitOf = (/** @type {string} */ text) => 10 ** -(text.split('.')[1] ?? '').length;

/**
 * @param {ArrayLike<number>} values
 * @param {string} printed numbers with spaces between
 * @param {number} from where in values the first of them stands
 * @param {(value: number, text: string) => boolean} agrees
 */
function assertEach(values, printed, from, agrees) {
  printed.split(' ').forEach((text, i) => {
    const value = values[from + i];
    assert.ok(agrees(value, text), `row ${from + i} is ${value}; printed is ${text}`);
  });
}

/**
 * Printed numbers that are exact: they differ by float64's rounding only, 1e-12 relative.
 * @param {ArrayLike<number>} values @param {string} printed @param {number} [from]
 */
export const assertExact = (values, printed, from = 0) =>
  assertEach(
    values,
    printed,
    from,
    (value, text) => Math.abs(value - Number(text)) <= 1e-12 * Math.abs(Number(text)),
  );

/**
 * Printed numbers that are rounded: they differ by at most half a unit of the last digit.
 * @param {ArrayLike<number>} values @param {string} printed @param {number} [from]
 */
export const assertRounded = (values, printed, from = 0) =>
  assertEach(
    values,
    printed,
    from,
    (value, text) => Math.abs(value - Number(text)) <= unitOf(text) / 2,
  );

/**
 * Printed numbers that are truncated: their digits are the first digits of the value.
 * @param {ArrayLike<number>} values @param {string} printed @param {number} [from]
 */
export const assertCutOff = (values, printed, from = 0) =>
  assertEach(values, printed, from, (value, text) => {
    const rest = (value - Number(text)) * Math.sign(value);
    return rest >= 0 && rest < unitOf(text);
  });

/**
 * Numbers worked out by hand to 15 digits or more: 1e-12 relative.
 * @param {ArrayLike<number>} actual @param {number[]} expected
 */
export function assertClose(actual, expected) {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value);
    assert.ok(error <= 1e-12 * Math.abs(value), `[${i}] is ${actual[i]}, not ${value}`);
  });
}
