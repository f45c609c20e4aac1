// Number formats narrower than a double, through the API: units, worked steps, rounding at random, errors.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

/** @typedef {import('../../web/core/types.js').Precision} Precision */

const { catalog } = core;
const FORMATS = catalog.formats.map(({ key }) => key).filter((key) => key !== 'float64');

/** Whether a number between 2^−14 and 65504 has no more than the 11 digits of float16. @param {number} value */
const isFloat16 = (value) =>
  (Math.abs(value) * 2 ** (10 - Math.floor(Math.log2(Math.abs(value))))) % 1 === 0;

/** x² from 3.7 with Adam. @param {Precision} [precision] @param {number} [steps] */
const adam = (precision, steps = 40) =>
  core.run({
    objective: 'quadratic',
    start: 3.7,
    optimizer: { key: 'adam', hypers: { lr: 0.05 } },
    steps,
    precision,
  });

test('a unit of the catalog runs as its formulas do', () => {
  const { rule } = core.catalog.optimizers.filter(({ key }) => key === 'adam')[0];
  for (const format of FORMATS) {
    const hypers = { lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-8 };
    const own = core.run({
      objective: { formula: '1*x^2' },
      start: 3.7,
      optimizer: { rule, hypers },
      steps: 40,
      precision: format,
    });
    const unit = adam(format);
    assert.deepEqual(unit.names, own.names);
    for (const name of own.names) assert.deepEqual(unit.columns[name], own.columns[name], name);
  }
});

test('float64 is what a run is computed in that says nothing', () => {
  const plain = adam(undefined);
  /** @type {Precision[]} */
  const same = ['float64', { format: 'float64', stochastic: true }];
  for (const precision of same) assert.deepEqual(adam(precision).columns, plain.columns);
});

test('every rule of the catalog runs in every format, and its numbers are numbers of that format', () => {
  for (const { key, kind } of catalog.optimizers) {
    if (kind === 'method') continue;
    for (const format of FORMATS) {
      const [{ digits, lowest }] = catalog.formats.filter((each) => each.key === format);
      const { columns } = core.run({
        objective: 'himmelblau',
        start: [-1, 2],
        optimizer: key,
        steps: 5,
        precision: format,
      });
      for (const name of ['x', 'y', 'f', 'gx', 'gy'])
        for (const value of columns[name].filter(Number.isFinite)) {
          // A number of the format is a whole number of the spacings at its place.
          const exponent = value ? Math.floor(Math.log2(Math.abs(value))) : 0;
          const spacing = 2 ** (Math.max(exponent, lowest) - digits + 1);
          assert.equal(Math.abs(value % spacing), 0, `${key}, ${format}: ${name} ${value}`);
        }
    }
  }
});

test('256 + 1 is 256 in bfloat16, unless it is rounded at random: then the mean is right', () => {
  const optimizer = { rule: 'x = x + lr', hypers: { lr: 1 } };
  const spec = { objective: { formula: '0*x' }, start: 256, optimizer, steps: 1000 };
  const end = (/** @type {any} */ precision) => core.run({ ...spec, precision }).columns.x[1000];
  assert.equal(end('bfloat16'), 256);
  // 1000 steps of 1 in spacings of 2, 4 and 8: standard deviation below √(1000 · 7) = 84.
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const ends = seeds.map((seed) => end({ format: 'bfloat16', stochastic: true, seed }));
  const mean = ends.reduce((sum, x) => sum + x, 0) / ends.length;
  assert.ok(Math.abs(mean - 1256) < 4 * (84 / Math.sqrt(ends.length)), `${mean}`);
  assert.ok(new Set(ends).size > 5);
  assert.equal(end({ format: 'bfloat16', master: true }), 1256, 'kept in float32');
});

test('a worked step is the step of the run, in every format, rounded to the nearest or at random', () => {
  const names = ['x', 'gx', 'm_x', 'v_x', 'lr'];
  for (const format of FORMATS)
    for (const more of [{}, { stochastic: true, seed: 3 }, { master: true }]) {
      /** @type {Precision} */
      const precision = { format, ...more };
      const { columns, rows } = adam(precision);
      const hypers = { beta1: 0.9, beta2: 0.999, eps: 1e-8 };
      for (let t = 1; t < rows; t++) {
        const [x, g, m, v] = names.map((name) => columns[name][t - 1]);
        const before = { x, g, slots: [m, v], hypers, lr: columns.lr[t], t, precision };
        const { ast, values } = core.trace('adam', before);
        const of = (/** @type {string} */ name) =>
          values[ast.lines.findIndex((line) => line.name === name)];
        assert.deepEqual(
          [of('x'), of('m'), of('v')],
          [columns.x[t], columns.m_x[t], columns.v_x[t]],
          `${JSON.stringify(precision)}, step ${t}`,
        );
      }
    }
});

test('noise and what modifiers leave are rounded, too', () => {
  const { columns } = core.run({
    objective: 'quadratic',
    start: 3.7,
    optimizer: 'sgd',
    steps: 20,
    noise: { sigma: 1, seed: 1 },
    modifiers: { l2: 0.1, clip: 1.7 },
    precision: 'float16',
  });
  for (const name of ['x', 'gx'])
    for (const value of columns[name]) assert.ok(isFloat16(value), `${name}: ${value}`);
});

test('the same precision in a worker’s form: what is read is plain data', () => {
  const spec = { objective: 'quadratic', start: 1, optimizer: 'sgd', steps: 3 };
  /** @type {Precision} */
  const precision = { format: 'e5m2', stochastic: true, seed: 9 };
  assert.deepEqual(
    core.run({ ...spec, precision: structuredClone(precision) }).columns,
    core.run({ ...spec, precision }).columns,
  );
});

test('bad input is named', () => {
  const spec = { objective: 'quadratic', start: 1, optimizer: 'sgd', steps: 3 };
  const refuses = (/** @type {any} */ more, /** @type {RegExp} */ message) =>
    assert.throws(() => core.run({ ...spec, ...more }), message);
  refuses({ precision: 'half' }, /format is "half"; it must be one of float64, float32, bfloat16/);
  refuses({ precision: 16 }, /precision is 16; it must be an object/);
  refuses({ precision: { format: 'float16', rounding: 'up' } }, /precision has no "rounding"/);
  refuses({ precision: { format: 'float16', seed: -1 } }, /seed is -1/);
  refuses(
    { precision: 'float16', optimizer: 'bfgs' },
    /bfgs is a method: its precision is float64/,
  );
  /** @type {import('../../web/core/types.js').MapSpec['axes']} */
  const axes = [
    { of: 'x', from: 0, to: 1, n: 2 },
    { of: 'lr', from: 0, to: 1, n: 2 },
  ];
  assert.throws(
    () => core.map({ ...spec, precision: 'float16', axes }),
    /map knows no precision but float64/,
  );
  assert.throws(
    () => core.check({ ...spec, precision: 'float16' }, { columns: { x: [1] } }),
    /check knows no precision but float64/,
  );
});
