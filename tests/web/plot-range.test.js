// The plots over t: their ranges follow the start and the landscape, and overlapping lines can be told
// apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decadesOf } from '../../web/charts/geometry.js';
import { createI18n } from '../../web/i18n/index.js';
import { plotRange, usualScale } from '../../web/labs/descent/plot-range.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from './core.js';
import { drawnPlot } from './plots.js';

const i18n = createI18n('en');

/** @param {string} query @param {string} name @param {'linear'|'log'} [scale] */
function rangeOf(query, name, scale) {
  const { experiment } = /** @type {any} */ (decodeExperiment(query, '', core));
  return plotRange(name, scale ?? usualScale(name, experiment, core), experiment, core);
}

const LANDSCAPES = [
  'quadratic',
  'wavy',
  'logsquare',
  'plateau',
  'abs',
  'bowl',
  'himmelblau',
  'saddle',
];

test('a rate that is moved moves no axis', () => {
  for (const f of LANDSCAPES)
    for (const name of f.length > 3 &&
    core.catalog.objectives.find(({ key }) => key === f)?.dim === 2
      ? ['x', 'y', 'f', 'gnorm']
      : ['x', 'f']) {
      const ranges = [0.001, 0.9, 1.1, 30].map((lr) => rangeOf(`?f=${f}&run=sgd,lr:${lr}`, name));
      for (const range of ranges) assert.deepEqual(range, ranges[0], `${f} ${name}`);
    }
});

test('a coordinate has the axis of the stage: its own view, or the reader’s', () => {
  assert.deepEqual(rangeOf('?x0=99', 'x'), [-120, 120]);
  assert.deepEqual(rangeOf('?x0=99&view=-400,400', 'x'), [-400, 400]);
  assert.deepEqual(rangeOf('?f=himmelblau', 'y'), [-6, 6]);
  assert.deepEqual(rangeOf('?f=bowl&view=-1,2,-3,4', 'y'), [-3, 4]);
});

test('f has powers of ten where it is nowhere below 0, ten of them at most, and else the height of the stage', () => {
  // x² from 99 is seen on ±120: up to 14,400.
  assert.deepEqual(rangeOf('?x0=99', 'f'), [1e-5, 1e5]);
  assert.deepEqual(decadesOf(0.3, 4000), [0.1, 1e4]);
  assert.deepEqual(decadesOf(5, 5), [1, 10]);
  assert.deepEqual(decadesOf(-1, -2), [1e-10, 1]);
  const { experiment } = /** @type {any} */ (decodeExperiment('?f=wavy', '', core));
  assert.equal(usualScale('f', experiment, core), 'linear');
  const [low, high] = /** @type {number[]} */ (rangeOf('?f=wavy', 'f'));
  assert.ok(low < -2.472 && low > -4 && high > 2 && high < 10, `${low} ${high}`);
});

test('the start is in view of all plots', () => {
  for (const [query, name, value] of /** @type {[string, string, number][]} */ ([
    ['?x0=-70', 'x', -70],
    ['?f=himmelblau&x0=40,-3', 'x', 40],
    ['?f=himmelblau&x0=40,-3', 'y', -3],
    ['?f=bowl&x0=300,0&view=-1,1,-1,1', 'f', 9e4],
    ['?f=bowl&x0=300,0&view=-1,1,-1,1', 'gnorm', 600],
    ['?f=saddle&x0=50,0', 'f', 2500],
  ])) {
    const [low, high] = /** @type {number[]} */ (rangeOf(query, name));
    assert.ok(low <= value && value <= high, `${query} ${name}: ${low} to ${high}`);
  }
});

test('rates that runs really get have a range of their own', () => {
  assert.equal(rangeOf('?run=adam', 'rate_x'), undefined);
});

test('in x over t each of four rates is named once, and the one that leaves is drawn no further', () => {
  const query = '?x0=99&run=sgd,lr:0.001&run=sgd&run=sgd,lr:0.8&run=sgd,lr:1.1&steps=20';
  for (const name of ['x', 'f']) {
    const { texts, lines } = drawnPlot(query, name, core, i18n);
    for (const label of ['η 0.001', 'η 0.1', 'η 0.8', 'η 1.1'])
      assert.equal(
        texts.filter(({ words }) => words === label).length,
        1,
        `${name}: ${label} in ${texts.map(({ words }) => words)}`,
      );
    const last = lines[3]; // 99, −118.8, 142.56: of ±120 it leaves at step 2; of f ≤ 1e5 at 7
    assert.equal(last.length, name === 'x' ? 3 : 8);
    assert.equal(lines[0].length, 21);
  }
});
