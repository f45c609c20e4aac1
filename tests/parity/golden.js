// Reads golden data (tests/golden) and compares columns with it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The largest relative error that every column of golden data may have. */
const TOLERANCE = 1e-12;

// Agreement is relative to the value itself. Only where a column passes through 0, or has died out beside
// what it was, is that too much to ask: a sum of terms of size 1 has an error of 1e-16 even where it is 1e-6.
// A value is therefore taken to be at least this part of the column's largest. (With no such floor the worst
// row of all, the camel's f beside a zero, is off by 2.3e-12.)
const FLOOR = 1e-3;

/**
 * The cases of one file. A missing file throws, and so does one without cases.
 * @param {string} name "torch_optimizers"
 * @returns {{ cases: any[], proves: string[], made_with: Record<string, string> }}
 */
export function readGolden(name) {
  const data = JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));
  assert.ok(data.cases.length > 0, `${name}.json has no cases`);
  return data;
}

/**
 * Each row's error as a part of the expected value (or of the floor); null in the data asks for NaN. An error
 * is
 * NaN or infinite where a number is missing or should not be there.
 * @param {ArrayLike<number>} actual
 * @param {(number | null)[]} expected
 * @param {number} [least] the floor, as a part of the column's largest value
 * @returns {number[]}
 */
export function relativeErrors(actual, expected, least = FLOOR) {
  const floor = least * Math.max(0, ...expected.map((value) => Math.abs(value ?? 0)));
  return expected.map((value, row) => {
    if (value === null) return Number.isNaN(actual[row]) ? 0 : Number.POSITIVE_INFINITY;
    const difference = Math.abs(actual[row] - value);
    return difference === 0 ? 0 : difference / Math.max(Math.abs(value), floor);
  });
}

/**
 * Every row of every golden column, and no row more.
 * @param {Record<string, ArrayLike<number> | undefined>} actual
 * @param {Record<string, (number | null)[]>} expected
 * @param {number} [least] see relativeErrors
 */
export function assertColumns(actual, expected, least) {
  assert.ok(Object.keys(expected).length > 0, 'there are no columns to compare');
  for (const [name, column] of Object.entries(expected)) {
    const ours = actual[name];
    assert.ok(ours, `there is no column ${name}`);
    assert.equal(ours.length, column.length, `rows of ${name}`);
    relativeErrors(ours, column, least).forEach((error, row) => {
      // NaN is not ≤ anything, and fails.
      const agrees = error <= TOLERANCE;
      assert.ok(agrees, `${name}[${row}] is ${ours[row]}, not ${column[row]}: off by ${error}`);
    });
  }
}

/**
 * The keys of one family that a file has cases of, with the cases. Each must be among those that the file proves.
 * @param {{ cases: any[], proves: string[] }} golden
 * @param {'objective'|'optimizer'|'schedule'|'smoother'} family
 * @returns {Map<string, any[]>}
 */
export function casesByKey({ cases, proves }, family) {
  const found = cases.filter((golden) => golden[family]);
  const keys = new Set(found.map((golden) => golden[family].key));
  for (const key of keys) assert.ok(proves.includes(key), `${key} is not under "proves"`);
  return new Map([...keys].map((key) => [key, found.filter((it) => it[family].key === key)]));
}

/**
 * Parameters in words: "a 9, b 2".
 * @param {Record<string, number>} params
 */
export const spoken = (params) =>
  Object.entries(params)
    .map(([key, value]) => `${key} ${Number(value.toPrecision(6))}`)
    .join(', ');

/**
 * A unit with its parameters: "adam (lr 0.1, …)".
 * @param {{ key: string, params?: Record<string, number>, hypers?: Record<string, number> }} unit
 */
export function named({ key, params, hypers }) {
  const text = spoken(params ?? hypers ?? {});
  return text ? `${key} (${text})` : key;
}
