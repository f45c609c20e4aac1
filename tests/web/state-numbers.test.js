import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatShortest, maybeNumber, readNumber } from '../../web/state/parse-number.js';

/** @type {[string, number][]} */
const TYPED = [
  ['0.1', 0.1],
  ['0,1', 0.1],
  [',5', 0.5],
  ['5.', 5],
  ['  70 ', 70],
  ['−3', -3],
  ['- 3', -3],
  ['+3', 3],
  ['1e-7', 1e-7],
  ['1E−7', 1e-7],
  ['1,5e3', 1500],
  ['\u00a070\u202f', 70],
  ['-0', -0],
];

test('a field takes a dot or a comma, spaces around, and the typographic minus', () => {
  for (const [text, value] of TYPED) assert.equal(maybeNumber(text), value, text);
});

const REFUSED =
  '1.234,5|1,234.5|1,2,3|1.2.3||-|.|,|e5|1e|1e5.5|0x10|1_000|1 000|NaN|Infinity|1e999|-1e999|two|3x|--3|١';

test('a field refuses what is ambiguous or no finite number', () => {
  for (const text of REFUSED.split('|')) assert.equal(maybeNumber(text), undefined, text);
});

test('a link takes a dot only and any dash as minus, and keeps what overflows', () => {
  assert.equal(readNumber('0.1'), 0.1);
  assert.equal(readNumber(' -1.5e-3 '), -0.0015);
  assert.equal(readNumber('1e999'), Infinity);
  for (const minus of '-−–—‒‑－') assert.equal(readNumber(`${minus}3e${minus}2`), -0.03, minus);
  for (const text of ['0,1', '3−', '2–3', 'Infinity', 'NaN', '', '0b1', '1n', '1 2']) {
    assert.equal(readNumber(text), undefined, text);
  }
});

test('the shortest text of a number reads back as that number', () => {
  const texts = new Map([
    [0.1, '0.1'],
    [1e21, '1e21'],
    [1e-7, '1e-7'],
    [100000, '100000'],
    [-0, '0'],
    [35.839999999999996, '35.839999999999996'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e308'],
  ]);
  for (const [value, text] of texts) {
    assert.equal(formatShortest(value), text);
    assert.equal(readNumber(text), value + 0);
  }
});

test('where whole numbers are meant, groups of three digits are thousands', () => {
  for (const [text, value] of /** @type {[string, number][]} */ ([
    ['10,000', 10000],
    ['10.000', 10000],
    ['1 000 000', 1e6],
    ['1,000', 1000],
    ['2,5', 2.5],
    ['100', 100],
  ]))
    assert.equal(maybeNumber(text, true), value, text);
  assert.equal(maybeNumber('1,000.000', true), undefined);
  assert.equal(maybeNumber('1,000'), 1);
});
