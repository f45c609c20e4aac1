import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const spec = { objective: 'elongated', start: [-5, -2], steps: 40 };

/** @param {Float64Array} got @param {(t: number) => number} wanted */
function assertRows(got, wanted) {
  assert.ok(Number.isNaN(got[0]));
  for (let t = 1; t < got.length; t++) {
    const error = Math.abs(got[t] - wanted(t)) / Math.abs(wanted(t));
    assert.ok(error < 1e-12, `step ${t}: ${got[t]}, not ${wanted(t)}`);
  }
}

test('where there is no momentum the step is −(effective rate) × gradient, in each coordinate', () => {
  for (const optimizer of ['adagrad', 'adagrad_torch', 'rmsprop', 'rmsprop_torch']) {
    const run = core.run({ ...spec, optimizer });
    const rates = core.effective(optimizer, run);
    for (const axis of ['x', 'y']) {
      const { [axis]: at, [`g${axis}`]: g } = run.columns;
      const step = (/** @type {number} */ t) => (at[t] - at[t - 1]) / -g[t - 1];
      const got = /** @type {any} */ (rates)[axis];
      for (let t = 1; t <= spec.steps; t++) {
        const slack = 1e-9 + (1e-15 * Math.abs(at[t])) / Math.abs(g[t - 1]);
        assert.ok(Math.abs(got[t] - step(t)) < slack, `${optimizer} ${axis} step ${t}`);
      }
    }
  }
});

test('Adam divides by √v̂ + ε, with the hypers and the schedule of the run', () => {
  const optimizer = { key: 'adam', hypers: { lr: 0.3, beta2: 0.9, eps: 0.01 } };
  const schedule = { key: 'step', params: { period: 7, rate: 3 } };
  const run = core.run({ ...spec, optimizer, schedule });
  const { v_y: v, lr } = run.columns;
  assertRows(
    /** @type {any} */ (core.effective(optimizer, run)).y,
    (t) => 0.3 / 3 ** Math.floor((t - 1) / 7) / (Math.sqrt(v[t] / (1 - 0.9 ** t)) + 0.01),
  );
  assert.equal(lr[8], 0.3 / 3);
});

test('one variable has one rate; a method that does not divide has none of its own, nor has an own rule', () => {
  const run = core.run({ objective: 'quadratic', start: [70], optimizer: 'rmsprop', steps: 3 });
  assert.deepEqual(Object.keys(/** @type {any} */ (core.effective('rmsprop', run))), ['x']);
  assert.equal(core.effective('sgd', core.run({ ...spec, optimizer: 'sgd' })), null);
  const own = { rule: 'x = x - lr*g', hypers: {} };
  assert.equal(core.effective(own, core.run({ ...spec, optimizer: own })), null);
});

test('without a quadratic there is no stable rate', () => {
  for (const curvature of [NaN, Infinity])
    assert.ok(Number.isNaN(core.stableRate('sgd', curvature)));
});

test('below the largest stable rate every linear method converges on a quadratic, above it none does', () => {
  const objective = { key: 'elongated', params: { a: 0.5, b: 2 } };
  const curvature = 4;
  let bounded = 0;
  for (const unit of core.catalog.optimizers.filter(({ stable }) => stable)) {
    for (const memory of [0, 0.3, 0.9]) {
      const hypers = Object.fromEntries(unit.hypers.slice(1).map(({ key }) => [key, memory]));
      const most = core.stableRate({ key: unit.key, hypers }, curvature);
      const sizeAfter = (/** @type {number} */ lr) => {
        const optimizer = { key: unit.key, hypers: { ...hypers, lr } };
        const { columns } = core.run({ objective, start: [0, 1], optimizer, steps: 5000 });
        return Math.abs(columns.y[columns.y.length - 1]);
      };
      assert.ok(sizeAfter(most * 0.999) < 0.5, `${unit.key} ${memory}: below ${most}`);
      assert.ok(!(sizeAfter(most * 1.001) < 2), `${unit.key} ${memory}: above ${most}`);
      bounded++;
    }
  }
  assert.equal(bounded, 18);
});

test('methods without a bound say so', () => {
  assert.ok(Number.isNaN(core.stableRate('adam', 4)));
  assert.ok(Number.isNaN(core.stableRate({ rule: 'x = x - lr*g', hypers: {} }, 4)));
  assert.equal(core.stableRate('sgd', 40), 0.05);
});
