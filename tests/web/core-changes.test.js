// Changes in mid-run: what was before stays, what comes after is the run that would begin there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const x2 = { objective: { formula: 'x^2' }, start: 8, steps: 6 };
const sgd = (/** @type {number} */ lr) => ({ key: 'sgd', hypers: { lr } });

test('the step named is the first with the new rate', () => {
  const changes = [{ from: 3, hypers: { lr: 0.25 } }];
  const { x, lr } = core.run({ ...x2, optimizer: sgd(0.5), changes }).columns;
  assert.deepEqual([...lr.slice(1)], [0.5, 0.5, 0.25, 0.25, 0.25, 0.25]);
  assert.deepEqual([...x], [8, 0, 0, 0, 0, 0, 0]);
  const slow = core.run({
    ...x2,
    optimizer: sgd(0.25),
    changes: [{ from: 2, hypers: { lr: 0.5 } }],
  });
  assert.deepEqual([...slow.columns.x], [8, 4, 0, 0, 0, 0, 0]);
});

test('a change before the first step is a run with those hypers, one after the last is none', () => {
  const spec = { objective: 'himmelblau', start: [-1, 2], steps: 12 };
  const fast = core.run({ ...spec, optimizer: { key: 'adam', hypers: { lr: 0.3, beta1: 0.5 } } });
  const slow = core.run({ ...spec, optimizer: 'adam' });
  const from = (/** @type {number} */ step) =>
    core.run({
      ...spec,
      optimizer: 'adam',
      changes: [{ from: step, hypers: { lr: 0.3, beta1: 0.5 } }],
    });
  assert.deepEqual(from(1).columns, fast.columns);
  assert.deepEqual(from(13).columns, slow.columns);
  for (const name of slow.names)
    assert.deepEqual(from(7).columns[name].slice(0, 7), slow.columns[name].slice(0, 7), name);
});

test('changes add up, in the order of their steps whatever the order of the list', () => {
  const rule = 'x = x - lr*k*g';
  const optimizer = { rule, hypers: { lr: 0.5, k: 0.5 } };
  /** @type {import('../../web/core/types.js').Change[]} */
  const changes = [
    { from: 4, hypers: { lr: 1 } },
    { from: 2, hypers: { k: 0 } },
    { from: 4, hypers: { k: 0.25 } },
  ];
  const { x } = core.run({ ...x2, optimizer, changes }).columns;
  assert.deepEqual([...x], [8, 4, 4, 4, 2, 1, 0.5]);
});

test('the schedule goes on counting, from the new base', () => {
  const changes = [{ from: 3, hypers: { lr: 1 } }];
  const schedule = { key: 'step', params: { period: 1, rate: 2 } };
  const { lr } = core.run({ ...x2, optimizer: sgd(0.125), schedule, changes }).columns;
  assert.deepEqual([...lr.slice(1)], [0.125, 0.0625, 0.25, 0.125, 0.0625, 0.03125]);
});

test('a schedule that watches f keeps what it has cut', () => {
  // f stands still: the rate is halved after every step but the first, from the base of its time.
  const schedule = { key: 'reduce_on_plateau', params: { factor: 0.5, patience: 0 } };
  const spec = { objective: { formula: '0*x + 1' }, start: 1, steps: 4, schedule };
  const changes = [{ from: 3, hypers: { lr: 4 } }];
  const { lr } = core.run({ ...spec, optimizer: sgd(1), changes }).columns;
  const plain = core.run({ ...spec, optimizer: sgd(1) }).columns.lr;
  assert.deepEqual([...lr.slice(1, 3)], [...plain.slice(1, 3)]);
  assert.deepEqual([...lr.slice(3)], [4 * plain[3], 4 * plain[4]]);
});

test('a sampled run changes too', () => {
  const data = { x: [1, 2, 3], y: [2, 4, 7] };
  const spec = { data, start: [5, 1], optimizer: sgd(0.125), batch: 3, steps: 2 };
  const { w, gw } = core.sample({ ...spec, changes: [{ from: 2, hypers: { lr: 0.5 } }] }).columns;
  assert.equal(w[2], w[1] - 0.5 * gw[1]);
});
