// A task in slices gives the digits of the whole however it is cut, and its partial answers are beginnings
// of the whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../../web/core/engine.js';
import { instantiate } from '../../web/core/load.js';
import { answer, METHODS } from '../../web/core/methods.js';
import { inSlices } from '../../web/core/slices.js';
import { core } from './core.js';

const engine = new Engine(await instantiate(core.module));

/** No time for a slice: each takes longer, so slices are as small as they get. */
const TINY = 0;

/** @param {keyof typeof METHODS} method @param {any[]} given */
function inParts(method, ...given) {
  const { read } = /** @type {any} */ (METHODS[method]);
  const task = answer(engine, method, read(engine.units, ...given), TINY);
  /** @type {{ part: number, soFar: import('../../web/core/index.js').Run }[]} */
  const slices = [];
  for (;;) {
    const { done, value } = task.next();
    if (done) return { slices, whole: value };
    const soFar = /** @type {import('../../web/core/index.js').Run} */ (value.partial?.());
    slices.push({ part: value.part, soFar });
  }
}

const wave = { formula: 'x^2 + sin(9*x)*cos(4*y) + y^4' };
const rule = { rule: 'v = 0.9*v + g; u = max(0.99*u, abs(g)); x = x - lr*v/(u + 1)' };
const x = Array.from({ length: 9000 }, (_, i) => Math.sin(i) * 5);
const RUNS = {
  'a built-in run': { objective: 'rosenbrock', start: [-1, 1], optimizer: 'adam' },
  'an own function and rule': { objective: wave, start: [2, 1], optimizer: rule },
  'a noisy run with a schedule': {
    ...{ objective: 'quadratic', start: [9], optimizer: 'sgd', noise: { sigma: 1, seed: 3 } },
    schedule: 'cosine',
  },
  'a run whose schedule watches f': {
    ...{ objective: 'wavy', start: [4], optimizer: 'rmsprop', schedule: 'reduce_on_plateau' },
  },
};

for (const [what, spec] of Object.entries(RUNS)) {
  test(`${what} in slices is the run as a whole`, () => {
    const { slices, whole } = inParts('run', { ...spec, steps: 700 });
    const right = core.run({ ...spec, steps: 700 });
    assert.deepEqual(whole, right);
    assert.ok(slices.length > 20);
    for (const { part, soFar } of slices) {
      assert.equal(part, soFar.rows / 701);
      for (const name of right.names)
        assert.deepEqual(soFar.columns[name], right.columns[name].slice(0, soFar.rows), name);
    }
  });
}

test('what a constant-rate run has so far is diagnosed as the shorter run', () => {
  const spec = { objective: 'elongated', start: [1, 1], optimizer: 'momentum' };
  for (const { soFar } of inParts('run', { ...spec, steps: 300 }).slices)
    assert.deepEqual(soFar.diagnosis, core.run({ ...spec, steps: soFar.rows - 1 }).diagnosis);
});

test('a run that leaves the numbers ends its slices there', () => {
  const spec = { objective: 'quadratic', start: [1], optimizer: { key: 'sgd', hypers: { lr: 9 } } };
  const { whole, slices } = inParts('run', { ...spec, steps: 9000 });
  assert.deepEqual(whole, core.run({ ...spec, steps: 9000 }));
  assert.equal(whole.diagnosis.kind, 'left');
  assert.ok(slices.every(({ soFar }) => soFar.diagnosis.kind !== 'left'));
});

test('a sampled run in slices is the run as a whole', () => {
  const data = { x: x.slice(0, 40), y: x.slice(5, 45) };
  const spec = { data, start: [0, 0], optimizer: 'adam', batch: 7, epochs: 30, standardise: true };
  assert.deepEqual(inParts('sample', spec).whole, core.sample(spec));
});

for (const method of /** @type {const} */ (['evaluate', 'hessian'])) {
  test(`${method} in slices gives the digits of the whole`, () => {
    const points = { x, y: x.map((value) => value / 3) };
    assert.deepEqual(inParts(method, wave, points).whole, core[method](wave, points));
    const { whole, slices } = inParts(method, 'rastrigin', points);
    assert.deepEqual(whole, core[method]('rastrigin', points));
    assert.ok(slices.length > 20);
  });
}

test('slices grow while they are short and shrink when they are long', () => {
  let now = 0;
  const { performance } = globalThis;
  /** @type {number[]} */
  const sizes = [];
  globalThis.performance = /** @type {any} */ ({ now: () => now });
  try {
    const work = (/** @type {number} */ to, /** @type {number} */ from) => {
      sizes.push(to - from);
      now += (to - from) * 0.01; // ms
    };
    for (const _ of inSlices(10_000, 8, work));
    assert.deepEqual(sizes.slice(0, 5), [64, 128, 256, 512, 512]);
    sizes.length = 0;
    for (const _ of inSlices(10_000, 0.1, work));
    assert.ok(sizes.slice(4).every((size) => size <= 16));
  } finally {
    globalThis.performance = performance;
  }
});

test('a thousand rows of an average are checked in slices', () => {
  const series = Array.from({ length: 999 }, (_, i) => Math.sin(i) * 5);
  const v = [0];
  for (const [i, s] of series.entries()) v.push(0.9 * v[i] + 0.1 * s);
  const given = [{ smoother: 'ewa', series }, { columns: { v: v.with(700, 9) } }];
  const { slices, whole } = inParts('check', ...given);
  assert.ok(slices.length > 100);
  assert.deepEqual(
    [whole.first.row, whole],
    [700, core.check(.../** @type {[any, any]} */ (given))],
  );
});
