import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const parabola = { objective: 'quadratic', start: [70], optimizer: 'sgd', steps: 4 };

test('gradient descent on x² from 70 takes the steps of the lecture', () => {
  const { columns, rows, names } = core.run(parabola);
  assert.equal(rows, 5);
  assert.deepEqual(names, ['x', 'f', 'gx', 'gnorm', 'lr', 'dx']);
  const expected = [70, 56, 44.8, 35.84, 28.672];
  expected.forEach((x, t) => {
    assert.ok(Math.abs(columns.x[t] - x) < 1e-12, `x_${t} is ${columns.x[t]}`);
  });
});

test('row 0 has neither a rate nor an update', () => {
  const { columns } = core.run(parabola);
  assert.ok(Number.isNaN(columns.lr[0]) && Number.isNaN(columns.dx[0]));
  assert.equal(columns.lr[1], 0.1);
});

test('a number that is not finite ends a run as a result', () => {
  const run = core.run({
    ...parabola,
    objective: { key: 'quadratic', params: { a: 20 } },
    steps: 1000,
  });
  assert.equal(run.diagnosis.kind, 'left');
  assert.equal(run.diagnosis.at, run.rows - 1);
  assert.ok(run.rows < 1001);
  assert.ok(run.columns.f.subarray(0, -1).every(Number.isFinite));
});

/** The mistakes a caller can make, with what the error must name. */
/** @type {[string, object, RegExp][]} */
const mistakes = [
  ['an unknown objective', { objective: 'quadratik' }, /quadratik.*quadratic/],
  ['an unknown optimizer', { optimizer: 'adamm' }, /adamm.*adam/],
  ['a name every object has', { optimizer: 'toString' }, /toString/],
  ['an unknown hyper', { optimizer: { key: 'sgd', hypers: { rho: 1 } } }, /rho.*lr/],
  ['a hyper out of range', { optimizer: { key: 'sgd', hypers: { lr: 0 } } }, /lr.*0.*1000/],
  ['a hyper that is no number', { optimizer: { key: 'sgd', hypers: { lr: '0.1' } } }, /lr.*"0.1"/],
  ['a start that is NaN', { start: [Number.NaN] }, /start\[0\] is NaN/],
  ['a start of the wrong dimension', { start: [1, 2] }, /start has 2 numbers.*1/],
  ['too many steps', { steps: 1e9 }, /steps is 1000000000.*100000/],
  ['half a step', { steps: 1.5 }, /steps is 1.5.*whole/],
  ['a negative sigma', { noise: { sigma: -1 } }, /sigma is -1/],
  ['an unknown field', { step: 3 }, /"step".*steps/],
  ['an unknown modifier', { modifiers: { l1: 1 } }, /l1.*clip, clipvalue, l2, wd/],
  ['a modifier out of range', { modifiers: { clip: -1 } }, /clip of modifiers is -1.*0/],
  ['a modifier that is no number', { modifiers: { wd: '1' } }, /wd of modifiers is "1"/],
  ['changes that are no list', { changes: { from: 3 } }, /changes must be a list/],
  ['a change from step 0', { changes: [{ from: 0, hypers: {} }] }, /from of changes\[0\] is 0.*1/],
  [
    'a change of what the optimizer has not',
    { changes: [{ from: 2, hypers: { rho: 1 } }] },
    /rho.*lr/,
  ],
  [
    'a change of what the rule has not',
    { optimizer: { rule: 'x = x - lr*g' }, changes: [{ from: 2, hypers: { rho: 1 } }] },
    /rho.*lr/,
  ],
  [
    'too many changes',
    { changes: Array(17).fill({ from: 2, hypers: { lr: 1 } }) },
    /changes has 17 entries; at most 16/,
  ],
  ['modifiers that are no object', { modifiers: 'clip' }, /modifiers is "clip"/],
  [
    'a modifier that the optimizer cannot take',
    { optimizer: 'newton', modifiers: { l2: 1 } },
    /modifiers of optimizer newton.*l2.*wd/,
  ],
];

for (const [name, change, message] of mistakes) {
  test(`run() refuses ${name} and says what is allowed`, () => {
    assert.throws(() => core.run({ ...parabola, ...change }), { message });
  });
}

test('a raw step works on the caller’s own arrays, many lanes at once', () => {
  const x = Float64Array.of(70, 99, -3);
  const slots = new Float64Array(3);
  const g = x.map((value) => 2 * value);
  core.step('momentum', { x, g, slots, hypers: { lr: 0.1, m: 0.9 } });
  assert.deepEqual(
    [...slots],
    [70, 99, -3].map((v) => 0 - 0.1 * (2 * v)),
  );
  assert.deepEqual(
    [...x],
    [70, 99, -3].map((v) => v + (0 - 0.1 * (2 * v))),
  );
});

test('a raw step of points side by side moves each as a step of that point alone', () => {
  const rules = core.catalog.optimizers.filter(({ kind }) => kind === 'rule');
  for (const { key, slots, cost } of rules) {
    const step = (
      /** @type {Float64Array} */ x,
      /** @type {Float64Array} */ g,
      /** @type {number} */ lanes,
      /** @type {Float64Array} */ held,
    ) => {
      const asked = cost.h ? { hdiag: g, hsolve: g } : {};
      const values = cost.f ? { f: new Float64Array(lanes) } : asked;
      core.step(key, { x, g, slots: held, lanes, t: 3, ...values });
      return x;
    };
    const size = (/** @type {number} */ dim, /** @type {number} */ lanes) =>
      slots.reduce((sum, { perPoint }) => sum + (perPoint ? lanes : dim * lanes), 0);
    const both = step(
      Float64Array.of(1, 2, 10, 20),
      Float64Array.of(3, -4, 5, 6),
      2,
      new Float64Array(size(2, 2)),
    );
    const one = step(
      Float64Array.of(1, 10),
      Float64Array.of(3, 5),
      1,
      new Float64Array(size(2, 1)),
    );
    const two = step(
      Float64Array.of(2, 20),
      Float64Array.of(-4, 6),
      1,
      new Float64Array(size(2, 1)),
    );
    assert.deepEqual([...both], [one[0], two[0], one[1], two[1]], key);
  }
  assert.throws(
    () => core.step('sgd', { x: new Float64Array(3), g: new Float64Array(3), lanes: 2 }),
    { name: 'RangeError', message: /x has length 3; it must be a multiple of lanes, 2/ },
  );
});

test('a raw step refuses arrays of another type or length', () => {
  const x = new Float64Array(2);
  assert.throws(() => core.step('sgd', { x: /** @type {any} */ ([1]), g: x }), {
    name: 'TypeError',
    message: /x is a list/,
  });
  assert.throws(() => core.step('adam', { x, g: x, slots: x }), {
    message: /slots has length 2.*4/,
  });
});

test('the noise of a step is the same for every optimizer', () => {
  const noise = { sigma: 1, seed: 7 };
  const first = (/** @type {'sgd'|'adam'} */ key) =>
    core.run({ ...parabola, optimizer: key, noise }).columns.gx[0];
  assert.equal(first('sgd'), first('adam'));
  assert.equal(first('sgd'), 140 + core.normal(7, 0)[0]);
});

test('the catalog is frozen through and through', () => {
  assert.ok(Object.isFrozen(core.catalog.optimizers[0].hypers[0]));
  assert.throws(() => {
    /** @type {any} */ (core.catalog.limits).steps = 1;
  }, TypeError);
});
