// A run survives JSON unchanged, whatever its numbers are.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromJson, toJson } from '../../web/core/index.js';
import { core } from './core.js';

test('a run that leaves the finite numbers survives JSON bit for bit', () => {
  const run = core.run({
    objective: { formula: 'x^4' },
    start: 3,
    optimizer: { key: 'sgd', hypers: { lr: 1 } },
    steps: 20,
  });
  const numbers = Object.values(run.columns).flatMap((column) => [...column]);
  assert.ok(numbers.some(Number.isNaN) && numbers.some((number) => Math.abs(number) === Infinity));
  assert.deepEqual(fromJson(toJson(run)), run);
});

test('NaN, infinities and −0 are texts that other languages read, numbers are numbers', () => {
  const text = toJson({ x: Float64Array.of(Number.NaN, -0, 0, 0.1), f: -Infinity, at: Infinity });
  assert.equal(text, '{"x":["NaN","-0",0,0.1],"f":"-Infinity","at":"Infinity"}');
  const { x, f } = fromJson(text);
  assert.ok(Object.is(x[1], -0) && Number.isNaN(x[0]) && f === -Infinity);
});

test('texts and lists of texts stay what they are', () => {
  const value = { names: ['x', 'f'], kind: 'left', none: null, empty: [] };
  assert.deepEqual(fromJson(toJson(value)), value);
});
