// The chapters after other texts: the numbers printed there, closed forms, and what the figures show.

import assert from 'node:assert/strict';
import { assertNear, crossings, descends, last, prove } from './course.js';
import { assertRounded } from './printed.js';

const valley = (/** @type {number} */ x, /** @type {number} */ y) => 0.1 * x ** 2 + 2 * y ** 2;
const cosine = (/** @type {number} */ x) => x * Math.cos(0.15 * Math.PI * x);

/** Rates of an experiment's runs. @param {any} figure @param {string} [key] */
const ratesOf = ({ experiment }, key = 'lr') =>
  experiment.runs.map((/** @type {any} */ run) => run.hypers[key]);

/** The first step at which a condition holds. @param {any} column @param {(v: number) => boolean} holds */
const first = (column, holds) => column.findIndex(holds);

// As the book prints them after 10 or 20 steps.
prove('d2l', [
  (now, then) => {
    descends(now, (x) => x ** 2);
    const [a, b, c] = then.runs.map(({ columns }) => last(columns.x));
    const [first, second, third] = ratesOf(then);
    const power = assertNear(a, 10 * 0.6 ** 10, 1e-12);
    assertNear(b, 10 * 0.9 ** 10, 1e-12);
    assertNear(c, 10 * 1.2 ** 10, 1e-12);
    return {
      numbers: {
        ...{ '10 · 0.6¹⁰ = 0.060466': power, 10: [now.x[0], then.experiment.t], 0.2: first },
        ...{ 0.6: now.x[1] / now.x[0], 0.05: second, 3.486784: b, 1.1: third, 61.917364: c },
      },
      answer: 10 * 0.6 ** 10,
    };
  },
  (now) => {
    descends(now, cosine);
    assertRounded([last(now.x)], '-1.528166');
    // By trying: where it is lowest from 0 to 10, and near where the run ends.
    const places = Array.from({ length: 100001 }, (_, i) => i / 10000);
    const deep = places.reduce((best, x) => (cosine(x) < cosine(best) ? x : best));
    const near = places.map((x) => -x / 4).reduce((a, x) => (cosine(x) < cosine(a) ? x : a));
    assert.ok(now.x.every((/** @type {number} */ x, /** @type {number} */ t) => !t || x < deep));
    assert.ok(Math.abs(last(now.x) - near) < 0.3 && cosine(deep) < cosine(last(now.x)));
    const numbers = { 'cos(0.15πx)': true, 10: now.x[0], 2: ratesOf(now)[0], 7.27: deep };
    return { numbers: { ...numbers, '−1.528166': last(now.x) } };
  },
  (now) => {
    descends(now, valley);
    const [slow, fast] = now.runs.map(({ columns }) => columns);
    const [a, b] = ratesOf(now);
    assertRounded([last(slow.x), last(slow.y)], '-0.943467 -0.000073');
    assertRounded([last(fast.x), last(fast.y)], '-0.387814 -1673.365109');
    assertNear(last(fast.y), -2 * 1.4 ** 20, 1e-6);
    return {
      numbers: {
        ...{ '0.1x² + 2y²': true, '−5': slow.x[0], '−2': slow.y[0], 20: now.experiment.t },
        ...{ 0.4: a, 0.6: b, '−0.943467': last(slow.x), '−0.000073': last(slow.y) },
        ...{ '−0.387814': last(fast.x), '−1,673.365109': last(fast.y) },
      },
    };
  },
  (now, then) => {
    descends(now, valley);
    const [half, quarter] = then.runs.map(({ columns }) => columns);
    assertRounded([last(half.x), last(half.y)], '0.007188 0.002553');
    assertRounded([last(quarter.x), last(quarter.y)], '-0.126340 -0.186632');
    const [a, b] = ratesOf(now, 'mu');
    return {
      numbers: {
        ...{ 0.6: ratesOf(now), 0.5: a, 0.25: b, 20: then.experiment.t, 0.007188: last(half.x) },
        ...{ 0.002553: last(half.y), '−0.126340': last(quarter.x), '−0.186632': last(quarter.y) },
      },
      answer: then.runs[0].diagnosis.kind === 'converging' ? 0 : 1,
    };
  },
  (now) => {
    descends(now, valley);
    const [slow, fast, rmsprop] = now.runs.map(({ columns }) => columns);
    const [a, b, c] = ratesOf(now);
    assertRounded([last(slow.x), last(slow.y)], '-2.382563 -0.158591');
    assertRounded([last(fast.x), last(rmsprop.x)], '-0.002295 -0.010599');
    return {
      numbers: {
        ...{ '−2.382563': last(slow.x), '−0.158591': last(slow.y), 20: now.experiment.t },
        ...{ 0.4: [a, c], 2: b, '−0.002295': last(fast.x), '−0.010599': last(rmsprop.x) },
      },
    };
  },
]);

const [FLAT, STEEP] = [0.2, 4];

prove('goh', [
  (now, then) => {
    descends(now, valley);
    const { x, y } = then.runs[0].columns;
    const best = 2 / (FLAT + STEEP);
    const factors = [1 - best * FLAT, 1 - best * STEEP];
    assertNear(factors[0], -factors[1], 1e-12);
    const { flattest, curvature, factor } = then.runs[0].diagnosis;
    assertNear(factor, 19 / 21, 0.001);
    return {
      numbers: {
        ...{ '1 − ηλ': true, 0.2: flattest, 4: curvature, '2/(0.2 + 4)': true, 0.476: best },
        ...{ 0.905: [factors[0], x[1] / x[0]] },
        '−0.905': factors[1],
        ...(assertNear(y[1] / y[0], factors[1], 0.001) && {}),
      },
      answer: best,
    };
  },
  ({ experiment, runs }) => {
    const [low, high] = [FLAT, STEEP].map(Math.sqrt);
    const beta = ((high - low) / (high + low)) ** 2;
    const rate = (2 / (low + high)) ** 2;
    const [, { hypers }] = experiment.runs;
    assertNear(runs[1].diagnosis.factor, Math.sqrt(beta), 0.005);
    const numbers = { 0.403: [hypers.mu, beta], 0.668: [hypers.lr, rate] };
    return { numbers: { ...numbers, 0.635: Math.sqrt(beta) } };
  },
  (now, then) => {
    const ends = then.runs.map(({ columns: { x, y } }) => Math.hypot(last(x), last(y)));
    const [small, middle, large] = ratesOf(now, 'mu');
    assert.equal(crossings(then.runs[0].columns.x), 0);
    assert.ok(crossings(then.runs[2].columns.x) > 3);
    const numbers = {
      three: now.runs.length,
      0.4: [middle, ...ratesOf(now)],
      0.1: small,
      0.9: large,
    };
    return {
      numbers: { ...numbers, 60: then.experiment.t },
      answer: ends.indexOf(Math.min(...ends)),
    };
  },
  (now) => {
    const [inside, outside] = now.runs.map(({ diagnosis }) => diagnosis.kind);
    assert.deepEqual([inside, outside], ['converging', 'diverging']);
    const [a, b] = ratesOf(now);
    const [beta] = ratesOf(now, 'mu');
    const numbers = { '(2 + 2β)/λ': true, 0.9: beta, 0.95: (2 + 2 * beta) / STEEP, 0.5: 2 / STEEP };
    return { numbers: { ...numbers, 0.94: a, 0.96: b } };
  },
]);

prove('radford', [
  (now, then) => {
    const p = (/** @type {number} */ x, /** @type {number} */ y) =>
      [1.5, 2.25, 2.625].reduce((sum, c, i) => sum + (c - x + x * y ** (i + 1)) ** 2, 0);
    descends(now, p);
    assert.equal(p(3, 0.5), 0);
    const there = then.runs.map(({ columns: { f } }) => first(f, (v) => v < 0.01));
    const { x, y } = then.runs[1].columns;
    const [a, , , d] = ratesOf(now);
    const numbers = { 3: 3, 0.5: 0.5, 1: [x[0], y[0]], 0.1: d, 0.01: a };
    return {
      numbers: { ...numbers, '−0.93': Math.min(...y), 66: there[1], 202: there[2] },
      answer: there.indexOf(Math.min(...there.filter((at) => at > 0))),
    };
  },
  (now, then) => {
    descends(now, (x, y) => x ** 2 - y ** 2);
    const away = then.runs.map(({ columns: { y } }) => first(y, (v) => Math.abs(v) > 1));
    assert.equal(away[0], -1);
    assert.equal(then.experiment.t, away[1]);
    const numbers = { 1.5: now.x[0], 0.001: now.runs[0].columns.y[0], 1: 1, 3: away[3] };
    return { numbers: { ...numbers, 4: away[2], 19: away[1] }, answer: away.indexOf(-1) };
  },
  (now) => {
    descends(now, valley);
    const [descent, ...others] = now.runs.map(({ columns }) => columns);
    assert.equal(crossings(descent.y.slice(0, 11)), 10);
    for (const { x, y } of others) {
      assert.equal(crossings(y.slice(0, 11)), 0);
      assert.ok(Math.abs(x[20]) < Math.abs(descent.x[20]) / 2);
    }
    return {};
  },
]);

prove('reddi', [
  (now, then) => {
    const { x, gx } = then.runs[0].columns;
    const slopes = [...gx.slice(0, 3)].toSorted((a, b) => a - b);
    assert.deepEqual(slopes, [-1, -1, 3]);
    const { beta1, beta2 } = now.experiment.runs[0].hypers;
    const moves = [x[3] - x[2], x[4] - x[3], x[5] - x[4]];
    assert.deepEqual([gx[2], gx[3], gx[4]], [3, -1, -1]);
    const ends = [-1, 1].map((end) => Math.abs(last(x) - end));
    return {
      numbers: {
        ...{ '3x': true, third: gx.slice(0, 3).length, two: slopes.indexOf(3), three: 3 },
        ...{ '−1': [slopes[0], -1], 1: 1, 0: beta1, 0.1: beta2, 3: slopes[2] },
        ...{ '−0.052': moves[0], 0.038: moves[1], 0.048: moves[2] },
      },
      answer: ends.indexOf(Math.min(...ends)),
    };
  },
  ({ runs }) => {
    const { x, gx } = runs[1].columns;
    return { numbers: { 3: Math.max(...gx.slice(0, 3)), '−1': Math.round(last(x)) } };
  },
  ({ experiment, x }) => {
    assertNear(last(x), -1, 0.05);
    return { numbers: { 0.999: experiment.runs[0].hypers.beta2 } };
  },
]);

prove('kingma', [
  (now, then) => {
    descends(now, (x) => x ** 2);
    descends(then, (x) => 100 * x ** 2);
    const [one, other] = [now, then].map(({ runs }) => runs[0].columns);
    for (const [t, x] of one.x.entries()) assertNear(other.x[t], x, 1e-6);
    const steeper = other.gx[0] / one.gx[0];
    assertNear(other.m_x[40] / one.m_x[40], 100, 1e-4);
    assertNear(Math.sqrt(other.v_x[40] / one.v_x[40]), 100, 1e-4);
    const numbers = { '100x²': true, 70: one.x[0], 1: ratesOf(now)[0], 100: steeper };
    const longer = other.dx[40] / one.dx[40];
    return {
      numbers: { ...numbers, 40: now.experiment.t, 33.06: [one.x[40], other.x[40]] },
      answer: longer > 1.001 ? 0 : longer < 0.999 ? 1 : 2,
    };
  },
  (now) => {
    descends(now, (x) => 100 * x ** 2);
    const [lr] = ratesOf(now);
    const keeps = 1 - 2 * lr;
    return { numbers: { '100x²': true, 0.1: lr, 0.8: keeps, '−19': now.x[1] / now.x[0] } };
  },
  (now) => {
    const { x, dx } = now.runs[0].columns;
    for (const step of dx.slice(1)) assert.ok(Math.abs(step) <= 1 + 1e-9);
    assert.ok(crossings(x) > 1 && Math.abs(dx[150]) < 0.1 && Math.abs(dx[300]) < 1e-4);
    return {};
  },
]);
