// The course, from Adam to the end: what its beats say is what their figures show. Expectations are closed
// forms and the exercise's golden table, written here or made elsewhere.

import assert from 'node:assert/strict';
import { CHAPTERS } from '../../web/course/chapters.js';
import { readGolden } from '../parity/golden.js';
import { core } from './core.js';
import { assertNear, crossings, descends, last, prove, settledAt } from './course.js';

const valley = (/** @type {number} */ x, /** @type {number} */ y) => 0.1 * x ** 2 + 2 * y ** 2;
const wavy = (/** @type {number} */ x) => x ** 2 - 3 * Math.sin(2 * x);
/** From (−5, −2) the gradient is (0.2 · −5, 4 · −2). */
const G = [-1, -8];

prove('adam', [
  (now) => {
    descends(now, valley);
    const { m_x, v_x, gx } = now.runs[0].columns;
    assertNear(m_x[2], 0.9 * m_x[1] + 0.1 * gx[1], 1e-12);
    assertNear(v_x[2], 0.999 * v_x[1] + 0.001 * gx[1] ** 2, 1e-12);
    return { numbers: { two: ['m', 'v'].length } };
  },
  (_, then) => {
    const [neither, only, both] = then.runs.map(({ columns }) => columns);
    const { gx, m_x, v_x, lr } = neither;
    assertNear(m_x[1], 0.1 * gx[0], 1e-9);
    assertNear(v_x[1], 0.001 * gx[0] ** 2, 1e-9);
    const steps = [neither, only, both].map(({ dx }) => -dx[1]);
    // η · 0.1/√0.001, η · 1/√0.001, η.
    const closed = [0.1 * Math.sqrt(10), Math.sqrt(10), 0.1];
    for (const [i, step] of steps.entries()) assertNear(step, closed[i], 1e-6);
    const numbers = {
      0: 0,
      '1 − βᵗ': true,
      'm₁ = 0.1 g': true,
      'v₁ = 0.001 g²': true,
      0.1: lr[1],
      three: [neither, only, both].length,
    };
    assert.ok(steps[1] / 0.1 > 30);
    const thirty = Math.floor(steps[1] / steps[2] / 10) * 10;
    return {
      numbers: { ...numbers, 0.316: steps[0], 3.162: steps[1], thirty },
      answer: steps.findIndex((step) => Math.abs(step - 0.1) < 1e-6),
    };
  },
  (now) => {
    descends(now, valley);
    const { x, y } = now.runs[0].columns;
    const { lr } = now.experiment.runs[0].hypers;
    return {
      numbers: { '−5': x[0], '−2': y[0], 0.2: lr, '−4.8': x[1], '−1.8': y[1] },
    };
  },
  ({ experiment, runs: [descent, adam] }) => {
    const { x } = descent.columns;
    assert.ok(settledAt(x, (each) => Math.abs(each) < 0.1) < 40);
    // Never a step longer than η, nor one shorter than nine tenths of it.
    for (const dx of adam.columns.dx.slice(1)) assert.ok(-dx <= 0.1 + 1e-9 && -dx > 0.09);
    const { lr } = experiment.runs[1].hypers;
    const numbers = { 70: adam.columns.x[0], 0.1: lr, 60: experiment.t };
    return { numbers: { ...numbers, 64.07: adam.columns.x[60] } };
  },
]);

const { cases: GOLDEN } = readGolden('course_exercise');

/** What a run of the exercise begins with. @param {any} figure @param {number} which of the golden runs */
function starts({ runs, experiment }, which) {
  const columns = GOLDEN[which].columns;
  for (const axis of ['x', 'y'])
    for (const [t, value] of columns[axis].entries())
      assertNear(runs[0].columns[axis][t], value, 1e-12);
  descends({ experiment, runs, x: null }, valley);
  return experiment.runs[0].hypers;
}

prove('exercise', [
  (now, then) => {
    const { lr } = starts(then, 0);
    const { x, y, gx, gy } = now.runs[0].columns;
    assert.deepEqual([gx[0], gy[0]], G);
    const sum = assertNear(y[1], -2 - 0.4 * -8, 1e-12);
    return {
      numbers: {
        ...{ '0.1w₁² + 2w₂²': true, '−5': x[0], '−2': y[0], two: 2, four: GOLDEN.length },
        ...{ '(0.2w₁, 4w₂)': true, '−1': gx[0], '−8': gy[0], 0.4: lr },
        '−2 − 0.4 · (−8) = 1.2': sum,
      },
      answer: -2 - 0.4 * -8,
    };
  },
  (_, then) => {
    const { lr, beta1 } = starts(then, 1);
    const { m_x, x } = then.runs[0].columns;
    const m = assertNear(m_x[1], 0.5 * -1, 1e-12);
    const sum = assertNear(x[1], -5 + 0.6 * 0.5, 1e-12);
    return {
      numbers: {
        ...{ '1 − β': true, 0.5: beta1, 0.6: lr, 0: m_x[0], 'm = 0.5 · (−1) = −0.5': m },
        '−5 + 0.6 · 0.5 = −4.7': sum,
      },
      answer: -5 + 0.6 * 0.5,
    };
  },
  (_, then) => {
    const { lr, rho } = starts(then, 2);
    const { s_x, x } = then.runs[0].columns;
    const s = assertNear(s_x[1], 0.1 * 1, 1e-12);
    const sum = assertNear(x[1], -5 + 0.3 / Math.sqrt(0.1), 1e-5);
    const numbers = { 0.9: rho, 0.3: lr, three: 3, 's = 0.1 · 1² = 0.1': s };
    return {
      numbers: { ...numbers, '−5 + 0.3 · 1/√0.1': sum, '−4.051': x[1] },
      answer: -5 + 0.3 / Math.sqrt(0.1),
    };
  },
  ({ experiment, runs }) => {
    assert.equal(experiment.check, true);
    const { lr } = experiment.runs[3].hypers;
    for (const [i, { columns }] of GOLDEN.entries())
      for (const axis of ['x', 'y'])
        for (const t of [1, 2, 30]) assertNear(runs[i].columns[axis][t], columns[axis][t], 1e-12);
    const { x, y } = runs[3].columns;
    return { numbers: { 0.2: lr, '−4.8': x[1], '−1.8': y[1] } };
  },
]);

/** The columns of a race’s runs, each with η = 0.1. @param {any} figure @returns {any[]} */
function racers({ experiment, runs }) {
  const names = experiment.runs.map((/** @type {any} */ run) => run.optimizer);
  assert.deepEqual(names, ['sgd', 'momentum', 'rmsprop', 'adam']);
  for (const { hypers } of experiment.runs) assert.equal(hypers.lr, 0.1);
  return runs.map((/** @type {any} */ run) => run.columns);
}

/** How many landscapes they race on. */
const RACES = CHAPTERS.flatMap(({ key, beats }) =>
  key === 'which' ? beats.filter(({ predict }) => predict) : [],
).length;

/** The one place at which a list is true. @param {boolean[]} list */
function only(list) {
  assert.equal(list.filter(Boolean).length, 1, `${list}`);
  return list.indexOf(true);
}

prove('which', [
  (now, then) => {
    descends(now, (x) => x ** 2);
    const columns = racers(then);
    const settled = columns.map(({ x }) => settledAt(x, (each) => Math.abs(each) <= 1));
    const others = settled.filter((at, i) => i && at >= 0);
    assert.ok(others.every((at) => at > settled[0]));
    assert.ok(crossings(columns[1].x.slice(-30)) > 1);
    const [one, , , adam] = columns;
    const numbers = {
      four: columns.length,
      0.1: 0.1,
      three: RACES,
      70: one.x[0],
      100: then.experiment.t,
    };
    return {
      numbers: { ...numbers, 1: 1, 20: settled[0], 60.3: adam.x[100] },
      answer: settled.indexOf(Math.min(...settled.filter((at) => at >= 0))),
    };
  },
  (now, then) => {
    descends(now, wavy);
    const columns = racers(then);
    const higher = columns.filter(({ x }) => Math.abs(last(x) + 1.993) < 0.06);
    const valleys = core.points('wavy').filter(({ kind }) => /minimum/.test(kind)).length;
    const numbers = { two: valleys, '−3.2': now.x[0], three: higher.length };
    return { numbers, answer: only(columns.map(({ x }) => last(x) > 0)) };
  },
  (now) => {
    descends(now, wavy);
    const { map, start, steps, runs } = now.experiment;
    assert.deepEqual([map.axes, map.show, start, steps], [['lr', 'm'], 'basin', [-3.2], 200]);
    assert.deepEqual([runs.length, runs[0].optimizer], [1, 'momentum']);
    // As far as the map shows: η from 0.001 to 2 by equal factors, m from 0 to 1.
    const ends = Array.from({ length: 400 }, (_, i) => {
      const hypers = { lr: 0.001 * 2000 ** ((i % 20) / 19), m: Math.floor(i / 20) / 20 };
      const optimizer = { key: /** @type {const} */ ('momentum'), hypers };
      const { x } = core.run({ objective: 'wavy', start: -3.2, optimizer, steps: 200 }).columns;
      return last(x);
    });
    const near = (/** @type {number} */ place) =>
      ends.filter((x) => Math.abs(x - place) < 0.01).length;
    assert.ok(near(0.672) > 0 && near(0.672) < ends.length / 5, `${near(0.672)}`);
    assert.ok(near(-1.993) > 2 * near(0.672), `${near(-1.993)}`);
    return {};
  },
  (_, then) => {
    const columns = racers(then);
    const arrived = columns.map(({ f }) => last(f) < 0.001);
    assert.deepEqual(arrived, [false, false, true, true]);
    for (const { x } of columns.slice(0, 2)) assert.ok(last(x) > 5);
    const answers = [
      [1, 1, 1, 1],
      [0, 1, 0, 0],
      [0, 0, 1, 1],
    ].map(String);
    const numbers = { four: columns.length, 6: columns[0].x[0], 150: then.experiment.t };
    return { numbers, answer: answers.indexOf(String(arrived.map(Number))) };
  },
  (now) => {
    descends(now, (x) => x ** 2);
    const settled = now.runs.map(({ columns: { x } }) => settledAt(x, (v) => Math.abs(v) <= 1));
    const names = now.experiment.runs.map((/** @type {any} */ run) => run.optimizer);
    assert.deepEqual(names, ['sgd', 'adam']);
    assert.ok(settled[1] > 0 && settled[1] < settled[0]);
    const [one, two] = now.experiment.runs.map((/** @type {any} */ run) => run.hypers.lr);
    return { numbers: { 0.01: one, 5: two, three: 3, two: 2 } };
  },
]);

prove('beyond', [
  (_, then) => {
    const { x, gx } = then.runs[0].columns;
    const sum = assertNear(x[1], 70 - 140 / 2, 1e-12);
    assert.equal(gx[0], 140);
    return { numbers: { 70: x[0], '70 − 140/2 = 0': sum }, answer: 70 - 140 / 2 };
  },
  (now) => {
    descends(now, (x, y) => (x - 2) ** 2 + 100 * (y - 2) ** 2);
    const [penalty, decoupled] = now.runs.map(({ columns }) => columns);
    const { experiment } = now;
    assert.deepEqual(
      experiment.runs.map((/** @type {any} */ run) => run.optimizer),
      ['adam', 'adamw'],
    );
    for (const [t, x] of decoupled.x.entries()) assertNear(decoupled.y[t], x, 1e-6);
    // Where the slope of f + x²/2 + y²/2 is 0.
    const rests = { 1.33: [4 / 3, last(penalty.x)], 1.99: [400 / 201, last(penalty.y)] };
    return { numbers: { 0: 0, ...rests } };
  },
  ({ experiment, runs, x }) => {
    const { dx } = runs[0].columns;
    for (const step of dx.slice(1)) assertNear(Math.abs(step), 1, 1e-9);
    const numbers = { 1: [experiment.runs[0].hypers.lr, -dx[1]], 70: x[0], 69: x[1], 68: x[2] };
    return { numbers };
  },
  ({ runs }) => {
    const [adam, amsgrad] = runs.map(({ columns }) => columns);
    // f of three steps in a row at 0.5: 3x once, −x twice; x in all.
    const slopes = [...adam.gx.slice(0, 3)].toSorted((a, b) => a - b);
    assert.deepEqual(slopes, [-1, -1, 3]);
    assert.ok(last(adam.x) >= 1 && last(adam.x) < 1.05);
    assert.ok(last(amsgrad.x) <= -1 && last(amsgrad.x) > -1.05);
    return {
      numbers: {
        '3x': true,
        third: 3,
        1: Math.round(last(adam.x)),
        '−1': Math.round(last(amsgrad.x)),
      },
    };
  },
]);
