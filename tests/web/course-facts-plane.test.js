// The course, from the traps to Adagrad: what its beats say is what their figures show. Expectations are
// closed forms and DECK numbers, written here.

import assert from 'node:assert/strict';
import { core } from './core.js';
import { assertNear, crossings, descends, last, prove, settledAt } from './course.js';

const wavy = (/** @type {number} */ x) => x ** 2 - 3 * Math.sin(2 * x);
const LOCAL = -1.99291; // where 2x − 6 cos 2x = 0, by Newton's method on paper

prove('traps', [
  (now, then) => {
    descends(now, (x, y) => x ** 2 - y ** 2);
    const { x, y, gy } = then.runs[0].columns;
    assert.ok(y.every((/** @type {number} */ each) => each === 0) && last(x) < 0.01);
    for (const slope of gy) assert.equal(Math.abs(slope), 0);
    // f falls on both sides of y = 0.
    assert.ok(x[0] ** 2 - 0.1 ** 2 < x[0] ** 2);
    const end = Math.hypot(last(x), last(y)) < 0.01;
    const numbers = { 0: [gy[0], y[0], Math.round(last(x))], 1.5: x[0] };
    return { numbers, answer: end ? 0 : 1 };
  },
  ({ experiment, runs }) => {
    assert.ok(experiment.noise.sigma > 0);
    const { y, f } = runs[0].columns;
    assert.ok(Math.abs(y[experiment.t]) > 0.1 && Math.abs(last(y)) > 5 && last(f) < -10);
    return {};
  },
  (now) => {
    descends(now, (x) => (1 / (1 + Math.exp(-x)) - 0.25) ** 2);
    const { x, f, gx } = now.runs[0].columns;
    // Of all rows: the largest error has the smallest slope.
    assert.equal(f[0], Math.max(...f));
    assert.equal(gx[0], Math.min(...gx));
    const numbers = { 1: now.experiment.runs[0].hypers.lr, 150: now.experiment.t, 6: x[0] };
    return { numbers: { ...numbers, 5.2: x[150] } };
  },
  (now) => {
    descends(now, (x) => Math.log(x ** 2));
    const { x, gx } = now.runs[0].columns;
    for (const [t, slope] of gx.entries()) assertNear(slope, 2 / x[t], 1e-9);
    const numbers = { 0: 0, 9: x[0], 6.778: x[1], 3.827: x[2], '−1.399': x[3], 12.896: x[4] };
    return { numbers };
  },
  (now) => {
    descends(now, (x) => (x ** 3 - 2 * x) ** 2);
    const [glides, jumps] = now.runs.map(({ columns }) => columns.x);
    assert.ok(glides.every((/** @type {number} */ x) => x > Math.SQRT2));
    assertNear(last(glides), Math.SQRT2, 0.005);
    assert.ok(jumps[0] > 0 && jumps[1] < 0 && assertNear(last(jumps), -Math.SQRT2, 0.005));
    const [one, two] = now.experiment.runs.map((/** @type {any} */ run) => run.hypers.lr);
    const numbers = { '(x³ − 2x)²': true, 3: glides[0], 0.0005: one, ten: two / one };
    return { numbers: { ...numbers, '√2': true, '−√2': true } };
  },
]);

prove('samples', [
  ({ runs }) => {
    const [one, ten, all] = runs.map(({ inEpoch }) => inEpoch);
    const numbers = { 10: 10, '150/10 = 15': assertNear(ten, 150 / 10, 0), 150: [one], 1: all };
    return { numbers, answer: ten };
  },
  ({ experiment, runs }, then) => {
    const batches = experiment.runs.map((/** @type {any} */ run) => run.batch);
    assert.deepEqual(batches, [1, 10, 150]);
    assert.equal(then.experiment.t, runs[0].rows - 1);
    // How much longer the path is than the way from its start to its end.
    const detours = runs.map(({ columns: { w, b, dw, db } }) => {
      const moves = [...dw].map((move, t) => (t ? Math.hypot(move, db[t]) : 0));
      const length = moves.reduce((sum, move) => sum + move, 0);
      return length / Math.hypot(last(w), last(b));
    });
    assert.ok(detours[0] > 5 * detours[1] && detours[1] > 1.5, `${detours}`);
    assertNear(detours[2], 1, 1e-9);
    const { loss, w, b } = runs[2].columns;
    for (let t = 1; t < loss.length; t++) {
      assert.ok(loss[t] < loss[t - 1]);
      // Straight from (0, 0).
      assertNear(w[t] * last(b), b[t] * last(w), 1e-9);
    }
    const [one, ten, all] = batches;
    const numbers = { three: runs.length, 1: one, 10: ten, 150: all };
    return { numbers, answer: detours.indexOf(Math.max(...detours)) };
  },
  ({ experiment, runs }) => {
    const [one, ten, all] = runs.map(({ columns, inEpoch }) => columns.loss[inEpoch]);
    assert.equal(experiment.t, runs[0].inEpoch);
    return { numbers: { 1: 1, 10: 10, 0.043: one, 0.044: ten, 1.305: all } };
  },
  ({ experiment, runs }) => {
    assert.ok(experiment.runs[0].batch > 1 && runs[0].inEpoch > 1);
    return {};
  },
]);

prove('decay', [
  (now, then) => {
    descends(now, wavy);
    const { columns, diagnosis } = then.runs[0];
    assertNear(now.runs[0].columns.x[60], columns.x[60], 0);
    assert.equal(diagnosis.kind, 'oscillating');
    const [low, high] = [...columns.x].slice(-2).toSorted();
    const answer = diagnosis.kind === 'converged' ? 0 : 1;
    const valleys = core.points('wavy').filter(({ kind }) => /minimum/.test(kind)).length;
    const numbers = { two: valleys, '−1.5': columns.x[0], 0.2: columns.lr[1], '−1.993': LOCAL };
    return { numbers: { ...numbers, '−2.178': high, '−1.725': low }, answer };
  },
  ({ experiment, runs }) => {
    const { lr, x } = runs[0].columns;
    assert.deepEqual([lr[10], lr[11], lr[20], lr[21]], [0.2, 0.1, 0.1, 0.05]);
    assertNear(last(x), LOCAL, 1e-4);
    assert.equal(runs[0].diagnosis.kind, 'converged');
    const { period, rate } = experiment.runs[0].schedule.params;
    return { numbers: { halves: 1 / rate, 10: period } };
  },
  ({ runs }) => {
    const { lr, x } = runs[0].columns;
    for (let t = 2; t < lr.length; t++) assert.ok(lr[t] < lr[t - 1]);
    assertNear(last(x), LOCAL, 1e-4);
    return { numbers: { half: assertHalf(lr[11] / lr[1]), 10: 11 - 1 } };
  },
  (now) => {
    descends(now, (x) => x ** 2);
    const { lr, x, gx, dx } = now.runs[0].columns;
    assert.ok(Math.abs(last(dx)) < 0.001 && Math.abs(last(gx)) > 60);
    // x is multiplied by 1 − 2η, with η = 0.1 · 0.5^(t/2) from t = 0 on.
    const closed = Array.from({ length: 30 }, (_, t) => 1 - 0.2 * 0.5 ** (t / 2));
    const end = closed.reduce((product, factor) => product * factor, 70);
    return { numbers: { halved: assertHalf(lr[3] / lr[1]), 2: 3 - 1, 33.8: [last(x), end] } };
  },
  ({ experiment }) => {
    const kinds = experiment.runs.map((/** @type {any} */ run) => run.schedule.key);
    assert.deepEqual(kinds, ['constant', 'step', 'exponential']);
    return {};
  },
]);

/** @param {number} value */
const assertHalf = (value) => assertNear(value, 0.5, 1e-9) && 0.5;

prove('adagrad', [
  (now, then) => {
    descends(now, (x) => x ** 2);
    const { x, gx, s_x } = then.runs[0].columns;
    assertNear(Math.sqrt(s_x[1]), 198, 1e-9);
    assertNear(x[1], 98.5, 1e-9);
    const { lr, s0 } = now.experiment.runs[0].hypers;
    const numbers = { 99: x[0], 0.5: [lr, x[0] - x[1]], 0: s0, 198: [gx[0], 2 * 99] };
    return { numbers, answer: 99 - (0.5 * 198) / Math.sqrt(198 ** 2) };
  },
  (now) => {
    descends(now, (x, y) => 0.1 * x ** 2 + 2 * y ** 2);
    const { x, y, gx, gy, dx, dy } = now.runs[0].columns;
    for (const move of [dx[1], dy[1]]) assertNear(move, 0.5, 1e-6);
    const numbers = { '−5': x[0], '−2': y[0], 0.5: [dx[1], dy[1]], 8: gy[0] / gx[0] };
    return { numbers };
  },
  (_, then) => {
    const { x, dx, s_x } = then.runs[0].columns;
    for (let t = 2; t < x.length; t++)
      assert.ok(s_x[t] > s_x[t - 1] && Math.abs(dx[t]) < Math.abs(dx[t - 1]));
    const far = [0, 30, 70].map((place) => Math.abs(last(x) - place));
    const numbers = { 99: x[0], '1,000': then.experiment.t, 0: 0, 30: 30, 70: 70, 69.95: x[1000] };
    return { numbers, answer: far.indexOf(Math.min(...far)) };
  },
  ({ experiment, runs }) => {
    const [zero, tenth] = runs.map(({ columns }) => columns.x);
    const [a, b] = experiment.runs.map((/** @type {any} */ run) => run.hypers.s0);
    // 0.3 − 0.1 g/√(s₀ + g²) with g = 0.6
    const shorter = 0.3 - (0.1 * 0.6) / Math.sqrt(0.1 + 0.36);
    const numbers = { 0: a, 0.1: b, 0.3: [zero[0], tenth[0]], 0.2: zero[1] };
    return { numbers: { ...numbers, 0.212: [tenth[1], shorter] } };
  },
]);

// A wrong helper would settle nothing.
assert.deepEqual([settledAt([3, 1, 0], (v) => v < 2), settledAt([1, 3], (v) => v < 2)], [1, -1]);
assert.equal(crossings([1, -1, -2, 3]), 2);
