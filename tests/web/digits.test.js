import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitsToTell } from '../../web/formula/digits.js';

test('numbers get the digits that show how they differ, and no more', () => {
  assert.equal(digitsToTell(70, 56, 6), 6);
  assert.equal(digitsToTell(9, 9.0000024, 6, 1e-5), 8);
  assert.equal(digitsToTell(69.99993, 69.999916, 6), 8);
  assert.equal(digitsToTell(1, 1 + Number.EPSILON, 6), 17);
});

test('equal numbers, and what is no number, are printed as ever', () => {
  assert.equal(digitsToTell(3, 3, 6), 6);
  for (const value of [NaN, Infinity, -Infinity]) assert.equal(digitsToTell(3, value, 6), 6);
  assert.equal(digitsToTell(1, 1 + Number.EPSILON, 17), 17);
});
