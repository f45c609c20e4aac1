// Clipping and decay by the API: runs, samples, raw steps and worked steps agree; the numbers are worked out by
// hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const NAMES = ['clip', 'clipvalue', 'l2', 'wd'];

test('the catalog has the modifiers in torch’s order, each with its line and number', () => {
  assert.deepEqual(
    core.catalog.modifiers.map(({ key }) => key),
    NAMES,
  );
  for (const { key, line, min, max, preset } of core.catalog.modifiers) {
    assert.equal(core.parseRule(`${line}\nx = x`, { supplied: [key] }).error, null, line);
    assert.ok(preset >= min && preset <= max, key);
  }
});

test('every optimizer takes the modifiers that its record does not refuse', () => {
  for (const { key, refuses } of core.catalog.optimizers)
    for (const name of NAMES) {
      const run = () =>
        core.run({
          objective: 'bowl',
          start: [3, 2],
          optimizer: key,
          steps: 3,
          modifiers: { [name]: 0.5 },
        });
      if (refuses.includes(name)) assert.throws(run, { message: new RegExp(`${name}.*it takes`) });
      else assert.equal(run().rows, 4, `${key} with ${name}`);
    }
});

const x2 = {
  objective: { formula: 'x^2' },
  start: 8,
  optimizer: { key: 'sgd', hypers: { lr: 0.25 } },
};

test('a run clips, adds and shrinks in this order', () => {
  // g = 16; by norm to 10 (but for the 1e-6 beside it), by value to 4; 0.5 · 8 joins it; x = 8 · 0.9 − 0.25 · 8
  const modifiers = { clip: 10, clipvalue: 4, l2: 0.5, wd: 0.4 };
  const run = core.run({ ...x2, steps: 1, modifiers });
  assert.equal(run.columns.x[1], 8 * (1 - 0.25 * 0.4) - 0.25 * 8);
  assert.equal(run.columns.gx[0], 16);
  const clipped = core.run({ ...x2, steps: 1, modifiers: { clip: 10 } });
  assert.equal(clipped.columns.x[1], 8 - 0.25 * (16 * (10 / (16 + 1e-6))));
});

test('a modifier of no effect changes no bit of a run, and no modifiers are as good as none', () => {
  const spec = { objective: 'himmelblau', start: [-1, 2], optimizer: 'adam', steps: 20 };
  const bare = core.run(spec).columns;
  for (const modifiers of [
    {},
    { clip: undefined },
    { clip: 1e9 },
    { clipvalue: 1e9 },
    { l2: 0, wd: 0 },
  ])
    assert.deepEqual(core.run({ ...spec, modifiers }).columns, bare);
});

test('the decay takes the rate of its step', () => {
  const schedule = { key: 'step', params: { period: 1, rate: 2 } };
  const { x, lr } = core.run({ ...x2, schedule, steps: 2, modifiers: { wd: 0.4 } }).columns;
  assert.deepEqual([...lr.slice(1)], [0.25, 0.125]);
  assert.equal(x[2], x[1] * (1 - 0.125 * 0.4) - 0.125 * (2 * x[1]));
});

test('a raw step does to points side by side what runs do, and leaves g alone', () => {
  const modifiers = { clip: 2, l2: 0.1, wd: 0.5 };
  const x = Float64Array.of(3, -2, 4, 5); // (3, 4) and (−2, 5)
  const g = x.map((value) => 2 * value);
  const before = [...g];
  core.step('adam', { x, g, slots: new Float64Array(8), lanes: 2, hypers: { lr: 0.1 }, modifiers });
  assert.deepEqual([...g], before);
  [
    [3, 4],
    [-2, 5],
  ].forEach((start, lane) => {
    const { columns } = core.run({
      ...{ objective: { formula: 'x^2 + y^2' }, start, steps: 1, modifiers },
      optimizer: { key: 'adam', hypers: { lr: 0.1 } },
    });
    assert.deepEqual([x[lane], x[lane + 2]], [columns.x[1], columns.y[1]]);
  });
});

test('a traced step has the lines of its modifiers first, and ends where the run does', () => {
  const modifiers = { clip: 2, l2: 0.1, wd: 0.5 };
  const own = { rule: 'v = 0.9*v - lr*g\nx = x + v', hypers: { lr: 0.1 } };
  const unit = { key: 'momentum', hypers: { lr: 0.1, m: 0.9 } };
  const objective = { formula: 'x^2 + 3*y^2' };
  const before = { x: [3, 4], g: [6, 24], slots: [0, 0], lr: 0.1, t: 1, modifiers };
  for (const { optimizer, traced } of [
    { optimizer: own, traced: core.trace({ rule: own.rule }, { ...before, hypers: own.hypers }) },
    { optimizer: unit, traced: core.trace('momentum', { ...before, hypers: unit.hypers }) },
  ]) {
    const { x, y } = core.run({ objective, start: [3, 4], optimizer, steps: 1, modifiers }).columns;
    const { ast, values } = traced;
    const names = ast.lines.map(({ name }) => name);
    assert.deepEqual(names, ['g', 'g', 'x', 'v', 'x']);
    assert.equal(ast.modified, 3);
    assert.deepEqual([...values.slice(-2)], [x[1], y[1]]);
    assert.deepEqual([...values.slice(4, 6)], [3 * (1 - 0.1 * 0.5), 4 * (1 - 0.1 * 0.5)]);
  }
});

test('a sampled run takes modifiers too', () => {
  const data = { x: [1, 2, 3], y: [2, 4, 7] };
  const spec = { data, start: [5, 1], optimizer: 'sgd', batch: 3, steps: 1 };
  const { w, gw } = core.sample(spec).columns;
  const decayed = core.sample({ ...spec, modifiers: { wd: 0.5 } }).columns;
  assert.equal(w[1], 5 - 0.1 * gw[0]);
  assert.equal(decayed.w[1], 5 * (1 - 0.1 * 0.5) - 0.1 * gw[0]);
});
