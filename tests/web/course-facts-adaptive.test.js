// The course, from the averages to momentum: what its beats say is what their figures show. Expectations are
// closed forms and DECK numbers, written here.

import assert from 'node:assert/strict';
import { core } from './core.js';
import { assertNear, crossings, descends, last, open, prove, settledAt } from './course.js';

const SERIES = [3, 8, 6, 5, 1, 7, 9, 0, 8, 4];
const LOCAL = -1.99291;
const GLOBAL = 0.672376;
/** The highest place between the two minima of x² − 3 sin 2x. */
const HILL = -0.94576;

/** The exponential average from the first value, anew. @param {number[]} values @param {number} rho */
function averaged(values, rho) {
  let v = values[0];
  return values.map((s, i) => {
    v = i === 0 ? s : rho * v + (1 - rho) * s;
    return v;
  });
}

prove('averages', [
  ({ experiment, runs }) => {
    assert.deepEqual([...experiment.series.values], SERIES);
    const means = SERIES.slice(1).map((value, i) => (SERIES[i] + value) / 2);
    assert.deepEqual([...runs[0]].slice(1), means);
    const [first, second, third] = runs[0].slice(1);
    assert.equal(experiment.curves[0].params.window, 2);
    return {
      numbers: {
        ...{ ten: SERIES.length, two: experiment.curves[0].params.window, 5.5: [first, third] },
        ...{ 7: [second, SERIES[5]], 3: 3, 8: 8, 6: 6, 5: 5, 1: 1, 9: 9, 0: 0, 4: 4 },
      },
    };
  },
  ({ experiment, runs }, then) => {
    const { rho } = experiment.curves[0].params;
    const anew = averaged(SERIES, rho);
    assert.deepEqual([...runs[0]], anew);
    const sum = assertNear(0.5 * 5.5 + 0.5 * 6, anew[2], 0);
    const numbers = { '1 − ρ': true, 0.5: rho, 5.5: runs[0][1], 6: SERIES[2] };
    assert.equal(then.experiment.t, 3);
    assert.equal(runs[0][0], SERIES[0]);
    return { numbers: { ...numbers, '0.5 · 5.5 + 0.5 · 6 = 5.75': sum }, answer: anew[2] };
  },
  ({ experiment, runs }, then) => {
    const place = experiment.t - 1;
    const before = [...experiment.series.values];
    const after = [...then.experiment.series.values];
    assert.deepEqual(before.with(place, after[place]), after);
    const [mean, ewa] = runs.map((values, i) =>
      [...values].map((value, t) => value - then.runs[i][t]).slice(place),
    );
    const felt = [mean, ewa].map((list) => list.filter((change) => change !== 0).length);
    assert.deepEqual(felt, [2, before.length - place]);
    for (let t = 1; t < ewa.length; t++) assert.equal(ewa[t], ewa[t - 1] / 2);
    const answer = [[2, 2], felt, [before.length, before.length]].findIndex(
      ([a, b]) => a === felt[0] && b === felt[1],
    );
    const numbers = { 9: before[place], 0: after[place], two: felt[0], halves: ewa[1] / ewa[0] };
    return { numbers: { ...numbers, 4.5: ewa[0], 2.25: ewa[1], 1.125: ewa[2] }, answer };
  },
  ({ experiment }) => {
    const weights = experiment.curves.map((/** @type {any} */ { smoother: key, params }) =>
      [...core.weights({ key, params }, 3)].toReversed(),
    );
    const [[a, b, c], [d, e, f]] = weights;
    const [fast, slow, slowest] = experiment.curves.map(
      (/** @type {any} */ curve) => curve.params.rho,
    );
    const reach = (/** @type {number} */ rho) => 1 / (1 - rho);
    assertNear(reach(slow), 10, 1e-9);
    return {
      numbers: {
        ...{ three: weights[0].length, 0.5: [a, fast], 0.25: b, 0.125: c, 0.9: slow },
        ...{
          0.1: d,
          0.09: e,
          0.081: f,
          '1/(1 − ρ)': true,
          2: reach(fast),
          10: reach(slow),
          50: reach(slowest),
          0.98: slowest,
        },
      },
    };
  },
  ({ experiment, runs: [plain, corrected] }) => {
    assert.equal(experiment.series.noise, 0);
    for (const value of corrected) assertNear(value, 1, 1e-12);
    for (const [i, value] of plain.entries()) assertNear(value, 1 - 0.9 ** (i + 1), 1e-12);
    return { numbers: { 0: 0, 0.1: plain[0], '1 − ρᵗ': true } };
  },
]);

prove('rmsprop', [
  (now, then) => {
    descends(now, (x) => x ** 2);
    const { x, gx, s_x } = then.runs[0].columns;
    const { lr, rho } = now.experiment.runs[0].hypers;
    const step = assertNear((0.1 * 18) / Math.sqrt(0.1 * 18 ** 2), x[0] - x[1], 1e-6);
    assert.ok(x[0] - x[1] > lr);
    const numbers = { 9: x[0], 18: [gx[0], 2 * 9], 0.9: rho, 0: s_x[0], 0.1: lr };
    return {
      numbers: {
        ...{ ...numbers, '1 − ρ': true, '0.1 · 18² = 32.4': assertNear(s_x[1], 32.4, 1e-9) },
        ...{ '0.1 · 18/√32.4': step, 0.316: x[0] - x[1] },
      },
      answer: 0.1 * 18 ** 2,
    };
  },
  (now, then) => {
    const [adagrad, rmsprop] = then.runs.map(({ columns }) => columns);
    const [one, two] = now.experiment.runs.map((/** @type {any} */ run) => run.hypers.lr);
    const arrives = settledAt(rmsprop.x, (x) => Math.abs(x) < 1);
    assert.ok(arrives > 0 && adagrad.x.every((/** @type {number} */ x) => x > 80));
    assert.ok(-adagrad.dx[100] < 0.1);
    const numbers = { 99: [adagrad.x[0], rmsprop.x[0]], 0.5: [one, two], 300: then.experiment.t };
    const still = { 100: 100, 0.46: -rmsprop.dx[100] };
    return { numbers: { ...numbers, ...still, 82.9: adagrad.x[300] }, answer: arrives < 0 ? 0 : 1 };
  },
  ({ experiment, runs }) => {
    const { columns, diagnosis } = runs[0];
    assert.equal(diagnosis.kind, 'oscillating');
    const [one, two] = [...columns.x].slice(-2).toSorted((a, b) => b - a);
    const numbers = { 0.4: experiment.runs[0].hypers.lr, 0: 0, 0.2: one, '−0.2': two };
    assert.equal(crossings([...columns.x].slice(-10)), 9);
    return { numbers };
  },
  ({ experiment, runs, x }) => {
    const swing = [...x].slice(-50).map((each) => Math.abs(each - LOCAL));
    assert.ok(Math.max(...swing) < 0.06 && Math.max(...x) < HILL);
    descends({ experiment, runs, x }, (v) => v ** 2 - 3 * Math.sin(2 * v));
    return { numbers: { '−3.5': x[0], '−1.993': LOCAL, 0.06: 0.06 } };
  },
]);

prove('momentum', [
  (now, then) => {
    descends(now, (x) => x ** 2);
    const { x, v_x, gx } = then.runs[0].columns;
    const { lr, m } = now.experiment.runs[0].hypers;
    const v = 0.9 * -18 - 0.1 * 144;
    const numbers = { 90: x[0], 0.1: lr, 0.9: m, '−18': v_x[1], 72: x[1], 144: gx[1] };
    return {
      numbers: {
        ...{ ...numbers, 'v₂ = 0.9 · (−18) − 0.1 · 144 = −30.6': assertNear(v_x[2], v, 1e-9) },
        41.4: x[2],
      },
      answer: 72 + v,
    };
  },
  ({ experiment, runs, x }) => {
    const { v_x } = runs[0].columns;
    assert.ok(Math.abs(v_x[2]) > Math.abs(v_x[1]) && Math.abs(v_x[3]) > Math.abs(v_x[2]));
    assert.equal(experiment.t, 4);
    // The turning points come nearer.
    const turns = [...x].filter((_, t) => t > 0 && v_x[t] * (v_x[t + 1] ?? v_x[t]) < 0);
    assert.ok(turns.length > 5);
    for (let i = 1; i < turns.length; i++)
      assert.ok(Math.abs(turns[i]) < Math.abs(turns[i - 1]), `${turns}`);
    return { numbers: { 5.58: x[3], 3: 3, '−27.774': x[4] } };
  },
  (now, then) => {
    const [descent, momentum] = then.runs.map(({ columns }) => columns.x);
    const [rmsprop] = open('lab=descent&f=wavy&x0=-3.2&run=rmsprop&steps=500&v=1').runs;
    assertNear(last(descent), LOCAL, 0.001);
    assertNear(last(rmsprop.columns.x), LOCAL, 0.06);
    assertNear(last(momentum), GLOBAL, 0.001);
    assert.ok(momentum.some((/** @type {number} */ x) => Math.abs(x - LOCAL) < 0.1));
    const numbers = { '−3.2': now.x[0], '−1.993': LOCAL, 0.672: last(momentum) };
    return { numbers, answer: last(momentum) > HILL ? 0 : 1 };
  },
  ({ experiment, runs: [without, ball] }) => {
    const numbers = { 10: experiment.t, '−0.75': ball.columns.x[10] };
    // Pushes of y change their sign at each step without momentum, those of x never.
    assert.equal(crossings([...without.columns.gy].slice(0, 11)), 10);
    assert.equal(crossings([...without.columns.gx].slice(0, 11)), 0);
    return { numbers: { ...numbers, '−2.17': [without.columns.x[10], -5 * 0.92 ** 10] } };
  },
  ({ runs }) => {
    const [one, two, three] = runs.map(({ columns }) => columns.x);
    for (const [t, x] of one.entries())
      for (const other of [two[t], three[t]]) assertNear(other, x, 1e-9);
    return { numbers: { three: runs.length } };
  },
]);
