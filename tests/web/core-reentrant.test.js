// A getter may do anything while a caller's arguments are read, also call the core: the answer is the same, whatever it
// did. Every method is asked with every value of every argument behind such a getter.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Core } from '../../web/core/index.js';
import { core } from './core.js';

const series = Array.from({ length: 30 }, (_, i) => Math.sin(i));
const data = { x: series.slice(0, 12), y: series.slice(8, 20) };
const own = {
  objective: { formula: 'x^2 + 3*y^2 + sin(x)*y' },
  optimizer: { rule: 'm = a*m + g; x = x - lr*m', hypers: { lr: 0.05, a: 0.8 } },
};
const spec = {
  objective: { key: 'quadratic', params: { a: 3 } },
  start: [7],
  optimizer: { key: 'rmsprop', hypers: { lr: 0.1, rho: 0.8, eps: 1e-6 } },
  schedule: { key: 'step', params: { period: 3, rate: 2 } },
  steps: 12,
  noise: { sigma: 0.1, seed: 5 },
};
const fit = {
  ...{ data, standardise: true, start: [1, 2], optimizer: spec.optimizer, batch: 3, epochs: 4 },
  ...{ schedule: spec.schedule, seed: 9 },
};
const points = { x: [1, 2, 3], y: [4, 5, 6] };
const ran = core.run(spec);

/** Arguments of every method: makes them anew each time, for what a step writes in place. @type {Record<string, (() => any[])[]>} */
const QUESTIONS = {
  run: [() => [spec], () => [{ ...spec, ...own, start: [3, 4] }]],
  sample: [() => [fit], () => [{ ...fit, epochs: undefined, steps: 9 }]],
  batch: [() => [{ n: 12, batch: 5, seed: 3, step: 2 }]],
  evaluate: [
    () => [own.objective, points],
    () => [spec.objective, { x: Float64Array.of(1, 2, 3) }],
    () => [{ data, standardise: true }, points],
  ],
  hessian: [() => [own.objective, points]],
  points: [() => [spec.objective], () => [{ data }]],
  rate: [
    () => [spec.schedule, { lr: 0.5, steps: 9 }],
    () => ['reduce_on_plateau', { lr: 0.5, steps: 9, f: series }],
  ],
  smooth: [() => [{ key: 'ewa', params: { rho: 0.8 } }, series]],
  weights: [() => [{ key: 'sma', params: { window: 4 } }, 9]],
  parseFormula: [() => ['x^2 + sin(y)']],
  parseRule: [() => [own.optimizer.rule]],
  formula: [() => ['optimizers', 'adam']],
  trace: [
    () => ['momentum', { x: 1, g: 2, slots: [3], hypers: { m: 0.9 }, lr: 0.1, t: 4 }],
    () => [
      { rule: own.optimizer.rule },
      { x: 1, g: 2, slots: [3], hypers: { a: 0.9 }, lr: 0.1, t: 4 },
    ],
  ],
  effective: [() => [spec.optimizer, ran]],
  stableRate: [() => [{ key: 'momentum', hypers: { lr: 0.1, m: 0.8 } }, 4]],
  traceAverage: [() => [{ key: 'sma', params: { window: 4 } }, series, 9]],
  normal: [() => [3, 4, 5]],
  step: [
    () => [
      'momentum',
      {
        ...{ x: Float64Array.of(1, 2), g: Float64Array.of(3, 4), slots: Float64Array.of(5, 6) },
        ...{ hypers: { lr: 0.1, m: 0.8 }, t: 3 },
      },
    ],
  ],
};

/** What a hostile getter does: lays out other things in the same memory. */
function intrude() {
  core.run({ ...spec, ...own, start: [-1, 2], steps: 40 });
  core.sample({ ...fit, seed: 2 });
  core.parseRule('s = 2*s + g^3; x = x - 7*s');
  core.evaluate('rosenbrock', { x: series, y: series });
  const state = { x: Float64Array.from(series), g: Float64Array.from(series) };
  core.step('sgd', state);
}

const isWritten = (/** @type {unknown} */ value) => value instanceof Float64Array;

/** The places of all values in `value`, each a list of keys. @param {any} value @returns {string[][]} */
function placesIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const keys = isWritten(value) ? ['length'] : Object.keys(value).slice(0, 20);
  return keys.flatMap((key) => [
    [key],
    ...placesIn(key === 'length' ? null : value[key]).map((rest) => [key, ...rest]),
  ]);
}

/** A copy in which a getter stands at a place. @param {any} value @param {string[]} place @returns {any} */
function withGetter(value, [key, ...rest]) {
  const copy = isWritten(value) ? value : Array.isArray(value) ? [...value] : { ...value };
  const inner = rest.length ? withGetter(value[key], rest) : value[key];
  const get = () => {
    intrude();
    return inner;
  };
  return Object.defineProperty(copy, key, { get, enumerable: true, configurable: true });
}

/** The answer, and what was written in place. @param {string} method @param {any[]} args */
function ask(method, args) {
  const answer = /** @type {any} */ (core)[method](...args);
  const written = args.flatMap((each) => Object.values(each ?? {})).filter(isWritten);
  return { answer, written: method === 'step' ? written.map((each) => Array.from(each)) : [] };
}

test('every method is asked', () => {
  const methods = Object.getOwnPropertyNames(Core.prototype).filter(
    (name) => name !== 'constructor',
  );
  assert.deepEqual(Object.keys(QUESTIONS).sort(), methods.sort());
});

for (const [method, questions] of Object.entries(QUESTIONS)) {
  test(`core.${method}() answers the same when its arguments call the core while they are read`, () => {
    for (const question of questions) {
      const right = ask(method, question());
      for (const [first, ...rest] of placesIn(question())) {
        if (!rest.length) continue; // an argument itself is no getter
        const args = question();
        args[Number(first)] = withGetter(args[Number(first)], rest);
        assert.deepEqual(ask(method, args), right, [first, ...rest].join('.'));
      }
    }
  });
}
