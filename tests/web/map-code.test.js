// Steps of maps as machine code: every number is the one that C's own functions give, bit for bit, in maps of
// every optimizer on every objective, of rules and formulas of one's own, and along every kind of side.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { loadCore } from '../../web/core/index.js';

const core = await loadCore({ wasm: readFileSync('build/core.wasm') });
const { catalog } = core;
const { Module, Instance } = WebAssembly;

/** What a map answers, with modules or without; how many modules took part. @param {object} spec */
function answer(spec, mayCompile = true) {
  let count = 0;
  WebAssembly.Module = /** @type {any} */ (
    mayCompile
      ? Module
      : class {
          constructor() {
            throw new RangeError('refused');
          }
        }
  );
  WebAssembly.Instance = /** @type {any} */ (
    class extends Instance {
      /** @param {[WebAssembly.Module, WebAssembly.Imports]} given */
      constructor(...given) {
        super(...given);
        count++;
      }
    }
  );
  try {
    return { map: core.map(/** @type {any} */ (spec)), count };
  } finally {
    Object.assign(WebAssembly, { Module, Instance });
  }
}

/** Methods search at points of their own choice: their steps are no straight line of instructions. */
const rules = catalog.optimizers.filter(({ kind }) => kind === 'rule');

/**
 * Compares the two, pixel by pixel.
 * @param {object} spec @param {string} name
 */
function compare(spec, name) {
  const [fast, slow] = [answer(spec), answer(spec, false)];
  assert.ok(fast.count > 0, `${name} has no module`);
  assert.equal(slow.count, 0);
  for (const column of /** @type {const} */ (['basin', 'steps', 'value', 'fate']))
    fast.map[column].forEach((value, i) => {
      const other = slow.map[column][i];
      assert.ok(Object.is(value, other), `${name}: ${column}[${i}] is ${value}, not ${other}`);
    });
}

/** @param {string} of @param {number} from @param {number} to @param {number} n */
const side = (of, from, to, n) => ({ of, from, to, n });

/**
 * A map of starts over an objective's range, of an odd number of lanes.
 * @param {{ dim: number, box: readonly number[] }} objective
 */
function starts({ dim, box: [left, right, down, up] }) {
  const x = side('x', left, right, 7);
  return [x, dim === 2 ? side('y', down, up, 5) : side('lr', 1e-3, 0.7, 5)];
}

for (const { key: objective, ...facts } of catalog.objectives)
  test(`machine code steps as C does on ${objective}`, () => {
    for (const { key } of rules) {
      const spec = { objective, optimizer: key, axes: starts(facts), steps: 21, points: [] };
      compare({ ...spec, fate: true }, `${key} on ${objective}`);
    }
  });

test('machine code reads what differs by lane, in any rule', () => {
  for (const { key, hypers } of rules)
    for (const hyper of hypers) {
      const { from, to } = { ...hyper };
      const axes = [side(hyper.key, from ?? hyper.min, to ?? hyper.max, 9), side('x', -3, 3, 5)];
      const spec = { objective: 'himmelblau', start: [0, 1], optimizer: key, axes, steps: 15 };
      compare(spec, `${hyper.key} of ${key}`);
      compare({ ...spec, axes: axes.reverse() }, `${hyper.key} of ${key}, upwards`);
    }
});

const AXES = [side('x', -3, 3, 9), side('y', -3, 3, 7)];
const PLAIN = {
  objective: 'rosenbrock',
  start: [0.5, 0.5],
  optimizer: 'adam',
  axes: AXES,
  steps: 30,
};

test('machine code follows schedules, changes, noise and modifiers', () => {
  const changes = [
    { from: 4, hypers: { lr: 0.3 } },
    { from: 9, hypers: { beta1: 0.5 } },
  ];
  const rates = [side('lr', 0.01, 0.5, 9), side('beta1', 0.1, 0.9, 7)];
  const also = {
    changes: { changes },
    noise: { noise: { sigma: 0.5, seed: 3 } },
    clip: { modifiers: { clip: 0.1 } },
    all: { modifiers: { clip: 2, clipvalue: 1, l2: 0.1, wd: 0.05 } },
    observed: { schedule: { key: 'reduce_on_plateau', params: { patience: 2 } } },
    cosine: { schedule: 'cosine' },
  };
  for (const [name, more] of Object.entries(also)) {
    compare({ ...PLAIN, ...more }, name);
    compare({ ...PLAIN, ...more, axes: rates }, `${name}, by hypers`);
    compare({ ...PLAIN, ...more, axes: [rates[0], AXES[1]] }, `${name}, by rate and start`);
  }
  const others = {
    sigma: side('sigma', 0, 2, 5),
    seed: side('seed', 1, 5, 5),
    parameter: side('f.b', 1, 200, 5),
    clip: side('clip', 0.1, 2, 5),
    decay: side('wd', 0, 0.5, 5),
  };
  for (const [name, axis] of Object.entries(others))
    for (const more of [{}, { noise: { sigma: 0.1, seed: 2 } }]) {
      compare({ ...PLAIN, ...more, axes: [axis, AXES[1]] }, name);
      compare({ ...PLAIN, ...more, axes: [rates[1], axis] }, `${name} and a hyper`);
    }
});

const FORMULAS = [
  'abs(x) + sqrt(x^2 + y^2)',
  'sin(3*x) + cos(y) + tan(x/9)',
  'exp(-x^2) + log(1 + y^2) + log10(2 + x^2)',
  'asin(x/4) + acos(y/4) + atan(x*y)',
  'sinh(x) + cosh(y) - tanh(x*y) + sigmoid(x - y)',
  'sign(x)*x^3 + floor(y)*y',
  'min(x, y) + max(x^2, y) + where(x > y, x, where(x <= -1, y, x*y))',
  'x^2.5 + y^x',
  '(x == y) + (x != 1) + (x < y)*x + (x >= y)*y^2',
  'x^2 + y^2*t',
  '1/(x*y)',
  'x^2 + 3*x',
];
const RULES = [
  'x = x - lr*g',
  'v = 0.9*v + g; x = x - lr*v',
  'v0 = x; v = v + (1 - 0.9^t)*(x - v); x = v - lr*g/(1 + abs(g))',
  'n = norm(g); x = x - lr*g/(1e-8 + n)',
  'd = dot(g, x) + sum(g) + max_of(x); x = x - lr*g*min(1, 1/abs(d))',
  'x = x - lr*f*g',
  'x = x - lr*hsolve + 0.01*hdiag',
  's = sign(g); x = where(s == 1, x - lr, x + lr*exp(-t))',
];

test('machine code steps as C does in formulas and rules of one’s own', () => {
  for (const formula of FORMULAS)
    for (const rule of RULES) {
      const own = { ...PLAIN, objective: { formula }, optimizer: { rule, hypers: { lr: 0.1 } } };
      const is1D = !formula.includes('y');
      const axes = is1D ? [AXES[0], side('lr', 0.01, 1, 5)] : AXES;
      compare({ ...own, axes, ...(is1D ? { start: [1] } : {}) }, `${rule} on ${formula}`);
    }
});

test('machine code carries numbers that leave, and hostile ones', () => {
  for (const span of [1e-320, 1e-160, 1e150, 1e200, 1e300])
    for (const optimizer of ['sgd', 'adam', 'lars', 'normalized_gd', 'rprop'])
      for (const objective of ['rosenbrock', 'plateau2d', 'camel']) {
        const axes = [side('x', -span, span, 9), side('y', -span, span / 2, 7)];
        const spec = { ...PLAIN, objective, optimizer, axes, fate: true };
        compare(spec, `${optimizer} on ${objective}, ${span}`);
      }
});

test('a map of many blocks and bands is the same in slices and in one go', () => {
  const axes = [side('x', -4, 4, 301), side('y', -4, 4, 299)];
  compare(
    { objective: 'himmelblau', optimizer: 'momentum', axes, steps: 60, fate: false },
    'large',
  );
});
