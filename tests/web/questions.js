// A question, or a few, for every method of the core.

import { core } from './core.js';

export const series = Array.from({ length: 30 }, (_, i) => Math.sin(i));
const data = { x: series.slice(0, 12), y: series.slice(8, 20) };
export const own = {
  objective: { formula: 'x^2 + 3*y^2 + sin(x)*y' },
  optimizer: { rule: 'm = a*m + g; x = x - lr*m', hypers: { lr: 0.05, a: 0.8 } },
};
export const spec = {
  objective: { key: 'quadratic', params: { a: 3 } },
  start: [7],
  optimizer: { key: 'rmsprop', hypers: { lr: 0.1, rho: 0.8, eps: 1e-6 } },
  schedule: { key: 'step', params: { period: 3, rate: 2 } },
  steps: 12,
  noise: { sigma: 0.1, seed: 5 },
};
export const fit = {
  ...{ data, standardise: true, start: [1, 2], optimizer: spec.optimizer, batch: 3, epochs: 4 },
  ...{ schedule: spec.schedule, seed: 9 },
};
const points = { x: [1, 2, 3], y: [4, 5, 6] };
const ran = core.run(spec);

/**
 * Arguments of every method: makes them anew each time, for what a step writes in place.
 * @type {Record<string, (() => any[])[]>}
 */
export const QUESTIONS = {
  run: [
    () => [spec],
    () => [
      {
        ...{ ...spec, modifiers: { clip: 2, l2: 0.1, wd: 0.5 } },
        changes: [{ from: 5, hypers: { lr: 0.05, rho: 0.5 } }],
      },
    ],
    () => [{ ...spec, ...own, start: [3, 4] }],
    () => [{ ...spec, ...own, start: [3, 4], optimizer: 'bfgs', noise: undefined, tried: true }],
  ],
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
  map: [
    () => [
      {
        ...{ ...spec, ...own, start: [3, 4] },
        axes: [
          { of: 'x', from: -1, to: 1, n: 3 },
          { of: 'a', from: 0, to: 0.9, n: 40 },
        ],
      },
    ],
    () => [
      {
        ...{ ...spec, ...own, start: [3, 4], orbit: true },
        axes: [
          { of: 'a', from: 0, to: 0.9, n: 40 },
          { of: 'y', from: -1, to: 1, n: 9 },
        ],
      },
    ],
  ],
  smooth: [() => [{ key: 'ewa', params: { rho: 0.8 } }, series]],
  weights: [() => [{ key: 'sma', params: { window: 4 } }, 9]],
  parseFormula: [() => ['x^2 + sin(y)']],
  parseRule: [() => [own.optimizer.rule]],
  derivatives: [() => ['rosenbrock', 'gradient'], () => [{ formula: 'x^2*y' }, 'hessian']],
  formula: [() => ['optimizers', 'adam']],
  trace: [
    () => ['momentum', { x: 1, g: 2, slots: [3], hypers: { m: 0.9 }, lr: 0.1, t: 4 }],
    () => [
      { rule: own.optimizer.rule },
      { x: 1, g: 2, slots: [3], hypers: { a: 0.9 }, lr: 0.1, t: 4, modifiers: { clipvalue: 1 } },
    ],
  ],
  effective: [() => [spec.optimizer, ran]],
  stableRate: [() => [{ key: 'momentum', hypers: { lr: 0.1, m: 0.8 } }, 4]],
  averageFacts: [() => [{ key: 'ewa', params: { rho: 0.8 } }, 9], () => ['sma', 9]],
  traceAverage: [() => [{ key: 'sma', params: { window: 4 } }, series, 9]],
  check: [
    () => [spec, { columns: { x: [7, 4, 3] }, digits: { x: [1, 1, 1] } }],
    () => [{ ...spec, ...own, start: [3, 4] }, { columns: { y: [4, 2, 9] } }],
  ],
  mistakes: [() => [spec], () => [{ ...spec, ...own, start: [3, 4] }]],
  normal: [() => [3, 4, 5]],
  step: [
    () => [
      'momentum',
      {
        ...{ x: Float64Array.of(1, 2), g: Float64Array.of(3, 4), slots: Float64Array.of(5, 6) },
        ...{ hypers: { lr: 0.1, m: 0.8 }, t: 3, modifiers: { clip: 1, wd: 0.1 } },
      },
    ],
  ],
};
