// Predictions of the course: what is right, and what becomes of a wrong answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, isRight, told, UNASKED } from '../../web/course/predictions.js';

const SAID = { ask: { en: '?', vi: '?' }, after: { en: '.', vi: '.' } };
const option = { en: 'a', vi: 'a' };
/** @type {import('../../web/course/types.js').Prediction} */
const number = { kind: 'number', answer: 69.9539, digits: 4, ...SAID };
/** @type {import('../../web/course/types.js').Prediction} */
const place = { kind: 'place', answer: -59.5, within: 8, ...SAID };
/** @type {import('../../web/course/types.js').Prediction} */
const choice = { kind: 'choice', options: [option, option, option], answer: 1, ...SAID };

test('a number is right to the digits asked for, however it was rounded beyond them', () => {
  for (const [given, right] of /** @type {[number, boolean][]} */ ([
    [69.95, true],
    [69.954, true],
    [69.9539, true],
    [69.96, false],
    [69.9, false],
    [-69.95, false],
    [Number.NaN, false],
  ]))
    assert.equal(isRight(number, given), right, String(given));
});

test('a number is right in every digit that is typed: roughly right is not right', () => {
  const at = (/** @type {number} */ answer, /** @type {number} */ digits) =>
    /** @type {import('../../web/course/types.js').Prediction} */ ({ ...number, answer, digits });
  for (const [answer, digits, given, right] of /** @type {[number, number, number, boolean][]} */ ([
    [1, 1, 1, true],
    [1, 1, 1.4, false],
    [56, 2, 55.5, false],
    [56, 2, 56.4, false],
    [56, 2, 60, false],
    [-6, 1, -5.6, false],
    [0.3472, 2, 0.35, true],
    [0.3472, 2, 0.347, true],
    [0.3472, 2, 0.354, false],
    [0.3472, 2, 0.3, false],
  ]))
    assert.equal(isRight(at(answer, digits), given), right, `${given} for ${answer}`);
});

test('a place is right within its distance, ends included', () => {
  assert.equal(isRight(place, -67.5), true);
  assert.equal(isRight(place, -51.5), true);
  assert.equal(isRight(place, -67.6), false);
  assert.equal(isRight(place, 59.5), false);
});

test('a first wrong answer may be followed by another; a second one is told the answer', () => {
  const once = answered(number, UNASKED, 70);
  assert.deepEqual(once, { given: [70], isDone: false, isRight: false });
  assert.deepEqual(answered(number, once, 69.95), { given: [70], isDone: true, isRight: true });
  assert.deepEqual(answered(number, once, 1), { given: [70, 1], isDone: true, isRight: false });
});

test('of two options a wrong one leaves no second try', () => {
  const two = { ...choice, options: [option, option] };
  assert.equal(answered(two, UNASKED, 0).isDone, true);
  assert.equal(answered(choice, UNASKED, 0).isDone, false);
});

test('what is no number changes nothing, nor does anything once the answer is known', () => {
  assert.equal(answered(number, UNASKED, Number.NaN), UNASKED);
  const known = told(UNASKED);
  assert.deepEqual(known, { given: [], isDone: true, isRight: false });
  assert.equal(answered(number, known, 69.95), known);
});
