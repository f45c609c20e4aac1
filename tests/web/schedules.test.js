// Schedules beyond PyTorch's numbers: presets that suit a short run, rates of schedules that PyTorch lacks,
// and errors that say what is missing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const { schedules } = core.catalog;
const last = (/** @type {ArrayLike<number>} */ list) => list[list.length - 1];

/** @param {string} schedule @param {number} steps */
const wavyRun = (schedule, steps) =>
  core.run({
    objective: 'wavy',
    start: [-1.5],
    optimizer: { key: 'sgd', hypers: { lr: 0.2 } },
    schedule,
    steps,
  });

for (const steps of [50, 100]) {
  test(`on wavy from −1.5 with η = 0.2 every schedule but the constant one settles in ${steps} steps`, () => {
    for (const { key } of schedules) {
      const { kind, amplitude } = wavyRun(key, steps).diagnosis;
      const isSettled = kind === 'converged' && amplitude < 1e-3;
      assert.equal(isSettled, key !== 'constant', `${key}: ${kind} within ±${amplitude}`);
    }
  });
}

test('every schedule keeps the rate between 0 and η0 with its presets', () => {
  for (const { key } of schedules) {
    const { lr } = wavyRun(key, 100).columns;
    assert.ok(
      lr.slice(1).every((rate) => rate >= 0 && rate <= 0.2),
      key,
    );
  }
});

const short = { lr: 2, steps: 8 };

test('one cycle stays at its last rate after the steps PyTorch allows', () => {
  const params = { total_steps: 5, pct_start: 0.4, div_factor: 4, final_div_factor: 10 };
  const rates = core.rate({ key: 'one_cycle', params }, short);
  assert.deepEqual(Array.from(rates.slice(4)), [0.05, 0.05, 0.05, 0.05]);
  assert.ok(rates[3] > 0.05);
});

test('a straight line may start at 0, where PyTorch divides by it', () => {
  const params = { start_factor: 0, end_factor: 1, total_iters: 4 };
  const rates = core.rate({ key: 'linear', params }, short);
  assert.deepEqual(Array.from(rates), [0, 0.5, 1, 1.5, 2, 2, 2, 2]);
});

test('only reduce_on_plateau observes', () => {
  const observing = schedules.filter(({ observes }) => observes).map(({ key }) => key);
  assert.deepEqual(observing, ['reduce_on_plateau']);
});

test('the rate of a schedule that observes needs f, and says so', () => {
  const rate = (/** @type {any} */ run) => core.rate('reduce_on_plateau', { ...short, ...run });
  assert.throws(() => rate({}), /^TypeError: the rate of reduce_on_plateau depends on the run; /);
  assert.throws(() => rate({ f: 'x' }), /^TypeError: f is "x"/);
  assert.throws(() => rate({ f: [1, 2] }), /^RangeError: f has 2 values; reduce_on_plateau /);
  assert.equal(rate({ f: new Array(9).fill(1) }).length, 8);
  assert.deepEqual(core.rate('constant', { ...short, f: [1] }), core.rate('constant', short));
});

test('a cut follows more than `patience` steps without improvement, and f at the start is not looked at', () => {
  const schedule = { key: 'reduce_on_plateau', params: { factor: 0.5, patience: 1 } };
  const rates = core.rate(schedule, { ...short, f: [0, 5, 4, 4, 4, 3, 3, 3] });
  assert.deepEqual(Array.from(rates), [2, 2, 2, 2, 1, 1, 1, 0.5]);
});

test('NaN never counts as an improvement, and a number after it does', () => {
  const schedule = { key: 'reduce_on_plateau', params: { factor: 0.5, patience: 1 } };
  const f = [0, Number.NaN, Number.NaN, 7, Number.NaN, 6, Number.NaN, Number.NaN];
  assert.deepEqual(Array.from(core.rate(schedule, { ...short, f })), [2, 2, 1, 1, 1, 1, 1, 0.5]);
});

test('every schedule ends in a number for every parameter at either end of its range, however many steps', () => {
  for (const { key, params } of schedules) {
    for (let corner = 0; corner < 2 ** params.length; corner++) {
      const chosen = params.map((param, k) => [
        param.key,
        corner & (2 ** k) ? param.max : param.min,
      ]);
      const schedule = { key, params: Object.fromEntries(chosen) };
      const f = new Array(100000).fill(1);
      for (const steps of [1, 60]) {
        const rates = core.rate(schedule, { lr: 0.1, steps, f });
        assert.ok(rates.every(Number.isFinite), `${key}: ${JSON.stringify(schedule.params)}`);
      }
      const run = { lr: 0.1, steps: 100000, f };
      if (corner % 7 === 0) assert.ok(Number.isFinite(last(core.rate(schedule, run))), key);
    }
  }
});
