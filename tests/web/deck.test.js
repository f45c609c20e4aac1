// DECK.md, section 1, gradient descent: every number printed there and every claim made of it.
//
// The lecture prints some numbers in full, rounds some and cuts some off (x_11 = 6.01295… as 6.012): each is
// held to what was done to it. Single precision (the value near 10^-38) is not offered, and so not tested.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';
import { assertCutOff, assertExact, assertRounded } from './printed.js';

const parabola = (/** @type {number} */ a) => ({ key: 'quadratic', params: { a } });

/**
 * @param {import('../../web/core/spec.js').ObjectiveSpec} objective
 * @param {number[]} start @param {number} lr @param {number} [steps]
 */
function descend(objective, start, lr, steps = 30) {
  return core.run({ objective, start, optimizer: { key: 'sgd', hypers: { lr } }, steps });
}

/** @param {ArrayLike<number>} values */
const pairs = (values) =>
  Array.from(values)
    .slice(1)
    .map((value, i) => [values[i], value]);

test('DECK 0: every step goes against the sign of the derivative', () => {
  for (const start of [[-3.2], [-1.5], [0], [3.5]]) {
    const { gx, dx } = descend('wavy', start, 0.05).columns;
    pairs(dx).forEach(([, update], t) => {
      assert.equal(Math.sign(update), -Math.sign(gx[t]));
    });
  }
});

test('DECK 1.1: x² from 70 with 0.1 begins 70, 56, 44.8, 35.84, 28.672', () => {
  const { x, gx } = descend('quadratic', [70], 0.1).columns;
  assertExact(x, '70 56 44.8 35.84 28.672');
  assertExact(gx, '140 112 89.6 71.68');
});

test('DECK 1.1: x_11 to x_15, which the lecture calls x_10 and on', () => {
  const { x, gx } = descend('quadratic', [70], 0.1).columns;
  assertCutOff(x, '6.012 4.81 3.84 3.078 2.46', 11);
  assertCutOff(gx, '12.02 9.62 7.69 6.15', 11);
});

test('DECK 1.1: x_31 to x_35, which the lecture calls x_30 and on', () => {
  const { x, gx } = descend('quadratic', [70], 0.1, 40).columns;
  assertRounded(x, '0.069 0.055 0.044 0.035 0.028', 31);
  // The lecture's f'(x_32) = 0.88: the derivative at the recursion's x_33, and 0.088 with its digits cut off.
  assertCutOff(gx, '0.088', 33);
});

test('DECK 1.2: x² from 99 with 0.1 converges smoothly, by 0.8 a step', () => {
  const { columns, diagnosis } = descend('quadratic', [99], 0.1);
  for (const [before, after] of pairs(columns.x)) assert.ok(after > 0 && after < before);
  assert.equal(diagnosis.kind, 'converging');
  assertRounded([diagnosis.factor], '0.800000');
});

test('DECK 1.3: x² from 99 with 0.001 crawls', () => {
  const { columns, diagnosis } = descend('quadratic', [99], 0.001);
  assert.equal(diagnosis.kind, 'crawling');
  // 99 · 0.998^30 = 93.229…
  assertRounded(columns.x, '93.229', 30);
});

test('DECK 1.4: x² from 99 with 0.8 overshoots each step and still converges', () => {
  const { columns, diagnosis } = descend('quadratic', [99], 0.8, 20);
  for (const [before, after] of pairs(columns.x)) {
    assert.ok(before * after < 0 && Math.abs(after) < Math.abs(before));
  }
  assert.equal(diagnosis.kind, 'converging');
  assert.equal(diagnosis.period, 2);
  assertRounded([diagnosis.factor], '0.600000');
});

test('DECK 1.5: x² from 99 with 1.1 diverges, by 1.2 a step', () => {
  const { columns, diagnosis } = descend('quadratic', [99], 1.1);
  for (const [before, after] of pairs(columns.x)) assert.ok(Math.abs(after) > Math.abs(before));
  assert.equal(diagnosis.kind, 'diverging');
  assertRounded([diagnosis.factor], '1.200000');
});

test('DECK 1.6: x² + y² from (6, 9) with 0.1 goes straight to the minimum', () => {
  const { x, y, gx, gy } = descend('bowl', [6, 9], 0.1).columns;
  assertExact(x, '6 4.8 3.84 3.072 2.4576');
  assertExact(y, '9 7.2 5.76 4.608 3.6864');
  assertExact(gx, '12 9.6 7.68 6.144');
  assertExact(gy, '18 14.4 11.52 9.216');
});

test('DECK 1.7: 9x² from 70 with 0.1 zigzags and converges', () => {
  const { columns, diagnosis } = descend(parabola(9), [70], 0.1);
  assertExact(columns.x, '70 -56 44.8 -35.84 28.672');
  assertExact(columns.gx, '1260 -1008 806.4 -645.12');
  assert.equal(diagnosis.kind, 'converging');
  assert.equal(diagnosis.period, 2);
});

test('DECK 1.7: so it does from 99', () => {
  const { columns, diagnosis } = descend(parabola(9), [99], 0.1);
  for (const [before, after] of pairs(columns.x)) assert.ok(before * after < 0);
  assert.equal(diagnosis.kind, 'converging');
});

test('DECK 1.8: 20x² from 2 with 0.1 diverges', () => {
  const { columns, diagnosis } = descend(parabola(20), [2], 0.1);
  assertExact(columns.x, '2 -6 18 -54 162');
  assertExact(columns.gx, '80 -240 720 -2160');
  assert.equal(diagnosis.kind, 'diverging');
  assertRounded([diagnosis.factor], '3.000000');
});

test('DECK 1.9: (x³ − 2x)² from 3 with 0.0005 glides into √2 from its own side', () => {
  const { columns, diagnosis } = descend('composite', [3], 0.0005, 2000);
  // f'(3) = 2 (27 - 6)(27 - 2) = 1050
  assertExact(columns.gx, '1050');
  assertExact(columns.x, '3 2.475');
  for (const [before, after] of pairs(columns.x)) assert.ok(after <= before);
  assert.equal(diagnosis.kind, 'converged');
  assertRounded([columns.x[2000]], '1.41421356');
});

test('DECK 1.9: with 0.005 it jumps across to the other side', () => {
  const { columns } = descend('composite', [3], 0.005, 300);
  assertExact(columns.x, '3 -2.25');
  assertRounded([columns.x[300]], '-1.41421356');
});

test('DECK 1.10: ln x² from 9 with 10 finds no minimum', () => {
  const { columns, diagnosis } = descend('logsquare', [9], 10);
  assertRounded(columns.x, '9 6.778 3.827 -1.399 12.896');
  assertRounded(columns.gx, '0.222 0.295 0.523');
  // f'(x_3) is -1.42947: the lecture's -1.430 is the derivative at the -1.399 it prints.
  assertRounded(columns.gx, '-1.429', 3);
  assertRounded(core.evaluate('logsquare', { x: [-1.399] }).gx, '-1.430');
  assert.deepEqual(core.points('logsquare'), []);
  assert.ok(!['converged', 'converging', 'stalled'].includes(diagnosis.kind));
});

test('DECK 1.10: the slope of ln x² grows without bound at 0', () => {
  const { gx } = core.evaluate('logsquare', { x: [1, 1e-3, 1e-6, 1e-300] });
  assertExact(gx, '2 2000 2000000 2e+300');
});

test('DECK 1.11: x² − 3 sin 2x has a local minimum at −1.993 and the global one at 0.672', () => {
  const [local, , global] = core.points('wavy');
  assert.equal(local.kind, 'minimum');
  assert.equal(global.kind, 'global_minimum');
  assertRounded([local.x, global.x], '-1.993 0.672');
  assertRounded(core.evaluate('wavy', { x: [local.x, global.x] }).f, '1.729 -2.472');
});

test('DECK 1.11: from −1.5 with 0.2 it never settles, but hops around the local minimum', () => {
  const { columns, diagnosis } = descend('wavy', [-1.5], 0.2, 500);
  const [local, hill] = core.points('wavy');
  for (const [before, after] of pairs(columns.x)) {
    assert.ok((before - local.x) * (after - local.x) < 0 && after < hill.x);
  }
  assert.equal(diagnosis.kind, 'oscillating');
  assert.equal(diagnosis.period, 2);
  assert.ok(diagnosis.amplitude > 0.2);
});
