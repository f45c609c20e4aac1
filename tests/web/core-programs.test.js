// Programs that were compiled are kept: a text means the same when it is asked for again, and what it is read
// with keeps two readings of one text apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

/** More texts than are kept. */
const MANY = 100;

const RULE = 'x = x - lr*f';

test('one text in two readings has two meanings, in whatever order they are asked for', () => {
  for (const version of [1, 2, 1, 2, 2, 1]) {
    const { ast } = core.parseRule(RULE, { version });
    assert.ok(ast);
    assert.deepEqual(ast.hypers, version === 1 ? ['f'] : []);
  }
  for (const supplied of [['f'], [], ['f']])
    assert.deepEqual(core.parseRule(RULE, { supplied }).ast?.hypers, supplied);
});

test('a text is an f and a rule, each with its own names', () => {
  for (let turn = 0; turn < 2; turn++) {
    assert.equal(core.parseFormula('x = x').error === null, false);
    assert.equal(core.parseRule('x = x').error, null);
  }
});

test('values stay the same after more texts than are kept', () => {
  const values = (/** @type {number} */ k) =>
    core.evaluate({ formula: `x^2 + ${k}` }, { x: [3, -1] });
  for (let turn = 0; turn < 2; turn++)
    for (let k = 0; k < MANY; k++) {
      assert.deepEqual([...values(k).f], [9 + k, 1 + k]);
      assert.deepEqual([...values(k).gx], [6, -2]);
    }
});

test('runs of a rule with other values of its parameters differ', () => {
  const last = (/** @type {number} */ m) =>
    core.run({
      objective: 'quadratic',
      start: [1],
      optimizer: { rule: 'v = m*v + g; x = x - lr*v', hypers: { lr: 0.25, m } },
      steps: 2,
    }).columns.x[2];
  // x₁ = 1/2, v₂ = 2m + 1, x₂ = 1/2 − (2m + 1)/4
  for (const m of [0.5, 0, 0.5, 0.25]) assert.equal(last(m), 0.5 - (2 * m + 1) / 4);
});
