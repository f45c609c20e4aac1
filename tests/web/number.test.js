// Numbers in both languages: written as Intl.NumberFormat, which was not made here, writes them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEPARATORS, writeNumber } from '../../web/i18n/number.js';
import { random } from './random.js';

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {string} lang @param {number} digits @param {boolean} groups */
function formatOf(lang, digits, groups) {
  const key = `${lang} ${digits} ${groups}`;
  const options = { maximumSignificantDigits: digits, useGrouping: groups };
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(lang, options));
  return /** @type {Intl.NumberFormat} */ (formats.get(key));
}

/** @param {number} value */
function compare(value) {
  for (const lang of ['en', 'vi'])
    for (const digits of [1, 2, 3, 5, 6, 9, 12, 17])
      for (const groups of [false, true])
        assert.equal(
          writeNumber(value, digits, SEPARATORS[lang], groups),
          formatOf(lang, digits, groups).format(value).replace('-', '−'),
          `${value} in ${lang}, ${digits} digits${groups ? ', grouped' : ''}`,
        );
}

test('numbers at the edges of rounding and of grouping are written as Intl writes them', () => {
  const edges = [
    0, -0, 1, -1, 0.1, 0.5, 1.005, 2.675, 9.995, 99.95, 99.5, 0.99999, 999.5, 9999, 9999.5,
  ];
  const large = [10_000, 12_345.678, 99_999.5, 100_000, 1_234_567, 9_999_999, 9_999_999.5];
  const small = [
    1e-4,
    1.5e-4,
    1.25e-4,
    0.00012345,
    0.000999995,
    1 / 3,
    2 / 3,
    0.1 + 0.2,
    4.35,
    1e-7,
    5e-324,
  ];
  for (const value of [...edges, ...large, ...small, 1e15, 123456789012345680, 1e21])
    for (const sign of [1, -1]) compare(sign * value);
});

test('random numbers are written as Intl writes them', () => {
  const draw = random(7);
  for (let i = 0; i < 3000; i++) {
    const value = (draw() - 0.5) * 10 ** Math.floor(draw() * 14 - 5);
    compare(value);
    // Few digits, many of which end in a 5 that must be rounded.
    compare(Math.round(value * 1e3) / 1e3 + 5e-4);
  }
});
