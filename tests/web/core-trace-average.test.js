import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const LECTURE = [3, 8, 6, 5, 1, 7, 9, 0, 8, 4];

test('the last line of every smoother’s formula is what the compiled smoother returns', () => {
  for (const { key } of core.catalog.smoothers) {
    const averages = core.smooth(key, LECTURE);
    for (let t = 1; t <= LECTURE.length; t++) {
      const { values } = core.traceAverage(key, LECTURE, t);
      const [last, wanted] = [/** @type {number} */ (values.at(-1)), averages[t - 1]];
      const same = Number.isNaN(wanted) ? Number.isNaN(last) : Math.abs(last - wanted) < 1e-14;
      assert.ok(same, `${key} ${t}: ${last}, not ${wanted}`);
    }
  }
});

test('what a line reads is what stood there: the lecture’s third mean of two', () => {
  const { before, values } = core.traceAverage('sma', LECTURE, 4);
  assert.equal(before.sum, 11);
  assert.deepEqual(values, [5.5]);
  const ewa = core.traceAverage({ key: 'ewa', params: { rho: 0.5 } }, LECTURE, 3);
  assert.equal(ewa.before.v, 0.5 * 1.5 + 0.5 * 8);
  assert.deepEqual(ewa.values, [0.5 * 4.75 + 0.5 * 6]);
});

test('a place outside the series is an error that names it', () => {
  assert.throws(() => core.traceAverage('ewa', LECTURE, 11), /t is 11/);
  assert.throws(() => core.traceAverage('ewa', LECTURE, 0), /t is 0/);
});
