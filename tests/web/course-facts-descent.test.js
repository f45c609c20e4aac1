// The course, from the loss to the plane: what its beats say is what their figures show. Expectations are
// closed forms and DECK numbers, written here.

import assert from 'node:assert/strict';
import { core } from './core.js';
import { assertNear, crossings, descends, last, prove } from './course.js';

const square = (/** @type {number} */ x) => x ** 2;
const wavy = (/** @type {number} */ x) => x ** 2 - 3 * Math.sin(2 * x);
const wavySlope = (/** @type {number} */ x) => 2 * x - 6 * Math.cos(2 * x);

/**
 * Where a function of x is lowest, by trying.
 * @param {(x: number) => number} f @param {number} from @param {number} to
 */
function lowest(f, from, to) {
  let best = from;
  for (let i = 0; i <= 1e5; i++) {
    const x = from + ((to - from) * i) / 1e5;
    if (f(x) < f(best)) best = x;
  }
  return best;
}

const LOCAL = lowest(wavy, -3, -1);
const GLOBAL = lowest(wavy, -4, 4);
/** Valleys: where the slope turns from negative to positive. */
const VALLEYS = Array.from({ length: 8000 }, (_, i) => -4 + i / 1000).filter(
  (x) => wavySlope(x) < 0 && wavySlope(x + 0.001) >= 0,
).length;

prove('loss', [
  (now) => {
    descends(now, square);
    // x² with η = 1/4: each step halves x, so that the line under the figure has short numbers.
    assert.deepEqual([...now.x.slice(0, 5)], [80, 40, 20, 10, 5]);
    assert.equal(now.experiment.t, 4);
    for (let t = 1; t < now.x.length; t++) assert.ok(now.x[t] > 0 && now.x[t] < now.x[t - 1]);
    return {};
  },
  (now) => {
    descends(now, wavy);
    assertNear(last(now.x), GLOBAL, 1e-4);
    return { numbers: { two: VALLEYS }, answer: GLOBAL };
  },
  (now) => {
    descends(now, wavy);
    assertNear(last(now.x), LOCAL, 1e-4);
    assert.equal(now.runs[0].diagnosis.kind, 'converged');
    const numbers = {
      '−1.5': now.x[0],
      '−2.472': wavy(GLOBAL),
      1.729: wavy(LOCAL),
    };
    return { numbers, answer: last(now.x) };
  },
  (now) => {
    descends(now, Math.abs);
    const { gx, dx } = now.runs[0].columns;
    for (const slope of gx) assert.equal(Math.abs(slope), 1);
    assert.equal(now.runs[0].diagnosis.kind, 'oscillating');
    assert.ok(crossings([...now.x].slice(-10)) === 9 && Math.abs(last(dx)) === Math.abs(dx[1]));
    return {};
  },
  (now) => {
    descends(now, (x) => Math.floor(Math.abs(x)));
    assert.equal(now.runs[0].diagnosis.kind, 'stalled');
    return { numbers: { 0: [...now.runs[0].columns.gx], 3.5: [...now.x] } };
  },
]);

prove('slope', [
  ({ experiment, runs }, then) => {
    descends({ experiment, runs, x: null }, square);
    const { start, dx } = experiment;
    const [from, to] = [start[0], start[0] + dx];
    const { columns } = then.runs[0];
    const numbers = { 2: [dx, columns.dx[0]], 1: columns.dx[then.experiment.t] };
    return {
      numbers: {
        ...{
          ...numbers,
          3: from,
          9: from ** 2,
          25: to ** 2,
          8: [columns.quotient[0], (25 - 9) / 2],
        },
        '(16 − 9)/1 = 7': assertNear(columns.quotient[1], (4 ** 2 - 3 ** 2) / 1, 1e-12),
      },
      answer: 4 ** 2 - 3 ** 2,
    };
  },
  ({ experiment, runs }) => {
    const { dx, quotient } = runs[0].columns;
    // (3 + Δx)² − 3² over Δx is 6 + Δx.
    for (let t = 0; t <= experiment.t; t++) assertNear(quotient[t], 6 + dx[t], 1e-9);
    assertNear(quotient[experiment.t], 6, 1e-3);
    const { slope } = runs[0];
    const [, , third, fourth] = quotient;
    return {
      numbers: {
        ...{ 6.4: third, 6.2: fourth, 6: [slope, 2 * 3] },
        ...{ 3: experiment.start[0], 'f′(x) = 2x': slope === 2 * 3 },
      },
    };
  },
  ({ experiment, runs }, then) => {
    const { slope } = then.runs[0];
    const numbers = { 3: experiment.start[0], 6: runs[0].slope, '−2': then.experiment.start[0] };
    // Left or right: where f is lower.
    const sides = [-2 - 0.1, -2 + 0.1].map(square);
    assert.ok(slope < 0 && runs[0].slope > 0 && square(3 - 0.1) < square(3));
    const answer = sides.indexOf(Math.min(...sides));
    return { numbers: { ...numbers, '−4': [slope, 2 * -2] }, answer };
  },
  ({ experiment, runs }) => {
    descends({ experiment, runs, x: null }, wavy);
    assert.ok(runs[0].slope > 0 && GLOBAL > -1.5);
    assertNear(runs[0].slope, wavySlope(-1.5), 1e-9);
    return { numbers: { '−1.5': experiment.start[0] } };
  },
]);

prove('step', [
  (now, then) => {
    descends(now, square);
    const { x, gx, lr } = then.runs[0].columns;
    assert.ok(then.experiment.t === 1 && assertNear(x[1], 70 - 0.1 * (2 * 70), 1e-12));
    const numbers = { 70: x[0], 0.1: lr[1], 140: gx[0], 56: x[1] };
    return { numbers, answer: 70 - 0.1 * 2 * 70 };
  },
  (_, then) => {
    const { x, dx, gx } = then.runs[0].columns;
    const [first, second] = [dx[1], dx[2]].map(Math.abs);
    // Longer, as long, shorter.
    const answer = 1 - Math.sign(second - first);
    return { numbers: { 14: [first, 70 - 56], 11.2: second, 56: x[1], 112: gx[1] }, answer };
  },
  ({ x, experiment, runs }) => {
    for (let t = 1; t < x.length; t++) assertNear(x[t] / x[t - 1], 0.8, 1e-9);
    assert.equal(experiment.t, 4);
    const { lr } = experiment.runs[0].hypers;
    const sum = assertNear(x[0] - lr * runs[0].columns.gx[0], 0.8 * x[0], 1e-9);
    const numbers = { 44.8: x[2], 35.84: x[3], 28.672: x[4], 0.8: 1 - 2 * lr };
    return { numbers: { ...numbers, 'x − 0.1 · 2x = 0.8x': sum } };
  },
  ({ x, experiment, runs }) => {
    assert.equal(runs[0].diagnosis.kind, 'converging');
    assertNear(runs[0].diagnosis.factor, 0.8, 1e-9);
    assert.ok(x.every((/** @type {number} */ each) => each > 0));
    const elsewhere = core.run({ objective: 'quadratic', start: -33, optimizer: 'sgd', steps: 31 });
    assertNear(elsewhere.columns.x[31] / -33, x[31] / x[0], 1e-9);
    return { numbers: { 31: experiment.t, 0.069: x[31], 0: 0 } };
  },
]);

prove('rate', [
  ({ experiment, runs }) => {
    const rates = experiment.runs.map((/** @type {any} */ run) => run.hypers.lr);
    const leaves = runs.findIndex(({ diagnosis }) => diagnosis.kind === 'diverging');
    assert.equal(runs.filter(({ diagnosis }) => diagnosis.kind === 'diverging').length, 1);
    const { x } = runs[leaves].columns;
    for (let t = 1; t < x.length; t++) assertNear(x[t] / x[t - 1], -1.2, 1e-9);
    const [r0, r1, r2, r3] = rates;
    const numbers = { four: runs.length, 99: x[0], 0.001: r0, 0.1: r1, 0.8: r2, 1.1: r3, 1.2: 1.2 };
    return { numbers: { ...numbers, 1.2: -x[1] / x[0] }, answer: leaves };
  },
  ({ x, experiment, runs }) => {
    assert.equal(runs[0].diagnosis.kind, 'crawling');
    const numbers = { 0.001: experiment.runs[0].hypers.lr, 30: experiment.t, 99: x[0] };
    return { numbers: { ...numbers, 93.2: [x[30], 99 * 0.998 ** 30] } };
  },
  ({ experiment, runs: [smooth, leaping] }) => {
    assert.equal(crossings(smooth.columns.x), 0);
    const { x } = leaping.columns;
    for (let t = 1; t < x.length; t++)
      assert.ok(x[t] * x[t - 1] < 0 && Math.abs(x[t]) < Math.abs(x[t - 1]));
    for (const { diagnosis } of [smooth, leaping]) assert.equal(diagnosis.kind, 'converging');
    const [one, two] = experiment.runs;
    return { numbers: { 0.1: one.hypers.lr, 0.8: [two.hypers.lr] } };
  },
  (now, then) => {
    const factor = (/** @type {number} */ lr) => {
      const optimizer = { key: /** @type {const} */ ('sgd'), hypers: { lr } };
      const { x } = core.run({ objective: 'quadratic', start: 99, optimizer, steps: 1 }).columns;
      return assertNear(x[1] / 99, 1 - 2 * lr, 1e-9) && x[1] / 99;
    };
    // Converges where the factor lies between −1 and 1: the largest such rate, by halving.
    let [from, to] = [0.5, 5];
    for (let i = 0; i < 60; i++) {
      const middle = (from + to) / 2;
      [from, to] = Math.abs(1 - 2 * middle) < 1 ? [middle, to] : [from, middle];
    }
    assert.equal(now.experiment.runs[0].hypers.lr, 0.8);
    assert.deepEqual([...then.x].slice(0, 4), [99, -99, 99, -99]);
    assert.equal(then.experiment.runs[0].hypers.lr, 1);
    return {
      numbers: {
        ...{ '1 − 2η': true, 0.1: 0.1, 0.8: [factor(0.1), 0.8], '−0.6': factor(0.8) },
        ...{ 1.1: 1.1, '−1.2': factor(1.1) },
        '−1': factor(1),
        99: then.x[0],
        '−99': then.x[1],
      },
      answer: from,
    };
  },
  (now) => {
    descends(now, square);
    assert.deepEqual([now.experiment.map.axes, now.experiment.map.show], [['lr', 'x'], 'fate']);
    // The start does not change a run's fate; the rate does.
    const fates = [0.001, 0.1, 0.8, 0.99, 1.01, 2].map((lr) => {
      const optimizer = { key: /** @type {const} */ ('sgd'), hypers: { lr } };
      const kinds = [-90, -3, 0.5, 20, 110].map(
        (start) => core.run({ objective: 'quadratic', start, optimizer, steps: 30 }).diagnosis.kind,
      );
      assert.equal(new Set(kinds).size, 1, `${lr}: ${kinds}`);
      return kinds[0];
    });
    assert.deepEqual(
      fates.map((fate) => fate === 'diverging'),
      [false, false, false, false, true, true],
    );
    return {};
  },
]);

prove('curvature', [
  (now, then) => {
    descends(now, (x) => 9 * x ** 2);
    const { x, gx, dx, lr } = then.runs[0].columns;
    const crosses = crossings(x) === x.length - 1;
    const numbers = { 70: x[0], '−56': x[1], 44.8: x[2], 1260: gx[0], 126: -dx[1], 0.1: lr[1] };
    const { factor, kind } = then.runs[0].diagnosis;
    assert.equal(kind, factor < 1 ? 'converging' : 'diverging');
    const answer = crosses ? (factor < 1 ? 1 : 2) : 0;
    return { numbers: { ...numbers, '9x²': true, nine: gx[0] / (2 * 70) }, answer };
  },
  ({ x, experiment, runs }) => {
    const bends = (/** @type {number} */ a) =>
      core.hessian({ key: 'quadratic', params: { a } }, { x: [1] }).hxx[0];
    assert.equal(runs[0].diagnosis.curvature, 18);
    const factor = 1 - experiment.runs[0].hypers.lr * 18;
    const numbers = { '9x²': true, 2: bends(1), 18: bends(9), '−0.8': [factor, x[1] / x[0]] };
    return { numbers: { ...numbers, '1 − η f″': assertNear(x[1] / x[0], factor, 1e-9) } };
  },
  (now, then) => {
    descends(now, (x) => 20 * x ** 2);
    const { x, lr } = then.runs[0].columns;
    assert.equal(then.runs[0].diagnosis.kind, 'diverging');
    const sum = assertNear(x[1], 2 * (1 - 0.1 * 40), 1e-12);
    const numbers = { '20x²': true, 40: then.runs[0].diagnosis.curvature, 2: x[0], 0.1: lr[1] };
    return {
      numbers: { ...numbers, '2 · (1 − 0.1 · 40) = −6': sum, 18: x[2], '−54': x[3] },
      answer: 2 * (1 - 0.1 * 40),
    };
  },
  ({ experiment, runs }) => {
    descends({ experiment, runs, x: null }, (x) => 20 * x ** 2);
    const { diagnosis } = runs[0];
    assert.equal(diagnosis.kind, 'converged');
    const stable = (/** @type {number} */ f2) => 2 / f2;
    assert.equal(stable(80), stable(40) / 2);
    const numbers = { 0.04: experiment.runs[0].hypers.lr, 0.05: [diagnosis.lrStable, stable(40)] };
    return {
      numbers: {
        ...{ ...numbers, '2/f″': true, 1: stable(2), '20x²': true },
        ...{ twice: 80 / 40, half: stable(80) / stable(40) },
      },
    };
  },
]);

prove('plane', [
  (now) => {
    descends(now, (x, y) => x ** 2 + y ** 2);
    const { x, y, gx, gy } = now.runs[0].columns;
    assert.deepEqual([gx[0], gy[0]], [2 * 6, 2 * 9]);
    const numbers = { two: 2, '(2x, 2y)': true, 6: x[0], 9: y[0], 4.8: x[1], 7.2: y[1] };
    return { numbers: { ...numbers, two: now.experiment.start.length } };
  },
  (now, then) => {
    descends(now, (x, y) => 0.1 * x ** 2 + 2 * y ** 2);
    const { diagnosis, columns } = then.runs[0];
    const { x, y } = columns;
    const [alongX, alongY] = [2 * 0.1, 2 * 2];
    assert.deepEqual([diagnosis.flattest, diagnosis.curvature], [alongX, alongY]);
    const limits = [2 / alongX, 2 / alongY];
    assert.ok(crossings(y) > 20 && crossings(x) === 0);
    return {
      numbers: {
        ...{
          '0.1x² + 2y²': true,
          0.2: alongX,
          4: alongY,
          '2/4 = 0.5': assertNear(limits[1], 0.5, 0),
        },
        ...{ 0.4: now.experiment.runs[0].hypers.lr, '−0.6': y[1] / y[0], 0.92: x[1] / x[0] },
      },
      answer: limits.indexOf(Math.min(...limits)),
    };
  },
  ({ experiment, runs }) => {
    const { x, y } = runs[0].columns;
    assert.ok(Math.abs(y[10]) < 0.02);
    const numbers = { 10: experiment.t, 0: Math.round(y[10]), '−5': x[0] };
    return { numbers: { ...numbers, '−2.17': [x[10], -5 * 0.92 ** 10] } };
  },
  ({ experiment, runs }) => {
    const { columns, diagnosis } = runs[0];
    const { y } = columns;
    assert.equal(diagnosis.kind, 'diverging');
    const ratio = assertNear(diagnosis.curvature / diagnosis.flattest, 20, 1e-9);
    const numbers = { 0.6: experiment.runs[0].hypers.lr, '−2': y[0], 2.8: y[1], '−3.92': y[2] };
    return { numbers: { ...numbers, '4/0.2 = 20': ratio } };
  },
]);
