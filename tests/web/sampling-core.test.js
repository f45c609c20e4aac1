// Lines fitted to data in samples: what the core computes, against definitions written out here.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { DATA_SETS } from '../../web/state/data-sets.js';
import { core } from './core.js';

const [iris] = DATA_SETS;
const data = { x: [...iris.x], y: [...iris.y] };
const n = data.x.length;
const spec = { data, start: [0.5, -1], optimizer: 'sgd', batch: 10, epochs: 2, seed: 3 };

/** @param {number} actual @param {number} expected @param {number} [within] relative */
function assertClose(actual, expected, within = 1e-12) {
  assert.ok(Math.abs(actual - expected) <= within * Math.abs(expected), `${actual}, ${expected}`);
}

test('iris is the data of scikit-learn’s and R’s files, digit by digit', () => {
  // The SHA-256 of "length,width" lines cut from sklearn/datasets/data/iris.csv (1.2.1); R 4.2.2's gives the
  // same.
  const text = data.x.map((value, i) => `${value.toFixed(1)},${data.y[i].toFixed(1)}`).join('\n');
  assert.equal(
    createHash('sha256').update(text).digest('hex'),
    '0596891f0100bece97b1da97f60d27e13c3087ade69fa672357b1a9e8dcca5d0',
  );
});

test('the least-squares line of iris is the one R’s lm prints: 0.415755, −0.363076', () => {
  const [{ x, y, kind }] = core.points({ data });
  assert.ok(Math.abs(x - 0.415755) < 5e-7 && Math.abs(y + 0.363076) < 5e-7, `${x}, ${y}`);
  assert.equal(kind, 'global_minimum');
});

test('N-sample descent is descent on the whole loss', () => {
  const whole = core.run({ objective: { data }, start: [0.5, -1], optimizer: 'sgd', steps: 20 });
  const sampled = core.sample({ ...spec, batch: n, epochs: 20 });
  for (const [ours, theirs] of [
    ['w', 'x'],
    ['b', 'y'],
    ['loss', 'f'],
    ['gw', 'gx'],
    ['gb', 'gy'],
    ['batch_loss', 'f'],
  ]) {
    sampled.columns[ours].forEach((value, row) => {
      assertClose(value, whole.columns[theirs][row], 1e-11);
    });
  }
});

test('the mean of all 1-sample gradients is the gradient of the loss', () => {
  const { gx, gy } = core.evaluate({ data }, { x: [0.5], y: [-1] });
  const mean = { gw: 0, gb: 0 };
  for (let i = 0; i < n; i++) {
    const one = { x: [data.x[i]], y: [data.y[i]] };
    const { columns } = core.sample({ ...spec, data: one, batch: 1, epochs: 0 });
    mean.gw += columns.gw[0] / n;
    mean.gb += columns.gb[0] / n;
  }
  assertClose(mean.gw, gx[0]);
  assertClose(mean.gb, /** @type {Float64Array} */ (gy)[0]);
});

test('a row’s gradient and batch loss are those of the points the next step sees', () => {
  const { columns, rows, scale } = core.sample({ ...spec, batch: 7, standardise: true });
  for (let t = 0; t < rows; t++) {
    const seen = core.batch({ n, batch: 7, seed: 3, step: t + 1 });
    const points = seen.map((i) => [(data.x[i] - scale.mean) / scale.deviation, data.y[i]]);
    const errors = points.map(([x, y]) => columns.w[t] * x + columns.b[t] - y);
    const mean = (/** @type {number[]} */ values) =>
      values.reduce((sum, each) => sum + each, 0) / values.length;
    assertClose(columns.gw[t], 2 * mean(errors.map((e, k) => e * points[k][0])), 1e-9);
    assertClose(columns.gb[t], 2 * mean(errors), 1e-9);
    assertClose(columns.batch_loss[t], mean(errors.map((e) => e * e)), 1e-9);
  }
});

test('an epoch has as many steps as it takes to see all points once', () => {
  for (const [batch, inEpoch] of [
    [1, 150],
    [7, 22],
    [10, 15],
    [149, 2],
    [150, 1],
    [500, 1],
  ]) {
    const run = core.sample({ ...spec, batch, standardise: true });
    assert.deepEqual([run.inEpoch, run.rows], [inEpoch, 2 * inEpoch + 1]);
    const seen = Array.from({ length: inEpoch }, (_, k) =>
      core.batch({ n, batch, seed: 3, step: inEpoch + k + 1 }),
    ).flat();
    assert.deepEqual(
      seen.sort((a, b) => a - b),
      data.x.map((_, i) => i),
    );
  }
});

test('the same seed gives the same run, another seed another', () => {
  const [once, again, other] = [3, 3, 4].map((seed) => core.sample({ ...spec, seed }).columns.w);
  assert.deepEqual(once, again);
  assert.notDeepEqual(once, other);
});

test('standardising x makes the Hessian twice the unit matrix; raw, its condition number is 105', () => {
  const scaled = core.sample({ ...spec, standardise: true });
  const raw = core.sample(spec);
  assertClose(scaled.diagnosis.curvature, 2);
  assertClose(scaled.diagnosis.lrStable, 1);
  // (a + 2)/2 ± √(((a − 2)/2)² + c²) with a = 2 mean x², c = 2 mean x, worked in decimal arithmetic from the
  // file.
  assertClose(raw.diagnosis.curvature, 36.093075545110466, 1e-10);
  assertClose(raw.diagnosis.flattest, 0.3430577882228718, 1e-10);
  assertClose(raw.diagnosis.lrStable, 0.05541229085618724, 1e-10);
});

test('descent that sees all points obeys the bound of its rate', () => {
  const at = (/** @type {number} */ lr) =>
    core.sample({ ...spec, optimizer: { key: 'sgd', hypers: { lr } }, batch: n, epochs: 300 });
  assert.equal(at(0.0553).diagnosis.kind === 'diverging', false);
  assert.equal(at(0.0556).diagnosis.kind, 'diverging');
});

test('standardising changes the line’s numbers and not the least loss', () => {
  const least = [false, true].map((standardise) => {
    const [{ x, y }] = core.points({ data, standardise });
    return core.evaluate({ data, standardise }, { x: [x], y: [y] }).f[0];
  });
  assertClose(least[0], least[1]);
  assertClose(least[0], 0.0420673091949932, 1e-10);
});

test('a run that overflows says where it left the finite numbers', () => {
  const wild = { key: 'sgd', hypers: { lr: 100 } };
  const { rows, diagnosis } = core.sample({ ...spec, optimizer: wild, epochs: 100 });
  assert.equal(diagnosis.kind, 'left');
  assert.ok(rows < 1501);
});

/** @type {[string, object, RegExp][]} */
const refused = [
  ['no epochs and no steps', { epochs: undefined }, /either epochs or steps/],
  ['epochs and steps', { steps: 5 }, /either epochs or steps/],
  ['no batch', { batch: 0 }, /batch is 0/],
  ['half a point', { batch: 1.5 }, /batch is 1.5/],
  ['columns of two lengths', { data: { x: [1, 2], y: [1] } }, /data.y has 1 values; data.x has 2/],
  ['a hole in the data', { data: { x: [1, Number.NaN], y: [1, 2] } }, /data.x\[1\] is NaN/],
  ['no data', { data: { x: [], y: [] } }, /data.x has no values/],
  ['too much data', { data: { x: Array(501).fill(1), y: Array(501).fill(1) } }, /at most 500/],
  ['too many steps', { batch: 1, epochs: 1000 }, /epochs is 1000/],
  ['a start in 1D', { start: [1] }, /start has 1 numbers/],
  ['a word it does not know', { momentum: 1 }, /no "momentum"/],
];
for (const [what, change, sentence] of refused) {
  test(`${what} is refused`, () => {
    assert.throws(() => core.sample(/** @type {any} */ ({ ...spec, ...change })), sentence);
  });
}
