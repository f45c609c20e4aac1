// A built-in copied into the user's own rule is the same optimizer, its numbers and its first slots included.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { defaultExperiment, setStart, specFor, withObjective } from '../../web/state/experiment.js';
import { checkRule } from '../../web/state/own-units.js';
import { setHyper, setOptimizer } from '../../web/state/runs.js';
import { core } from './core.js';

const { catalog } = core;
const STEPS = 50;

/** An objective and a start each; far from the presets in 2D, so that the two coordinates differ. */
const GROUNDS = /** @type {const} */ ([
  ['quadratic', [3]],
  ['wavy', [-1.5]],
  ['elongated', [-5, -2]],
]);

/**
 * An experiment with one run, whose parameters are all a little off their presets.
 * @param {string} optimizer
 */
function tuned(optimizer) {
  const { hypers } = /** @type {any} */ (catalog.optimizers.find(({ key }) => key === optimizer));
  return hypers.reduce(
    (/** @type {any} */ e, /** @type {any} */ { key, preset, scale, max }) =>
      setHyper(e, 0, key, scale === 'switch' ? max : preset * 0.9 + 0.01, core),
    setOptimizer(defaultExperiment(catalog), 0, optimizer, core),
  );
}

/** @param {any} experiment @param {string} objective @param {readonly number[]} start */
function runOn(experiment, objective, start) {
  const moved = setStart(withObjective(experiment, objective, catalog), start, catalog);
  return core.run({ ...specFor(moved, 0), steps: STEPS });
}

/**
 * Optimizers whose rule an own text can hold: not those that look at the whole vector or at the curvature.
 */
const copyable = catalog.optimizers.filter(
  ({ group }) => group !== 'whole_vector' && group !== 'classic',
);

for (const { key } of copyable) {
  const given = tuned(key);
  const copy = setOptimizer(given, 0, 'custom', core);

  for (const [objective, start] of GROUNDS) {
    test(`${key} copied into an own rule takes the same steps on ${objective}`, () => {
      const [ours, theirs] = [copy, given].map((each) => runOn(each, objective, start));
      assert.equal(copy.runs[0].optimizer, 'custom');
      assert.equal(ours.rows, STEPS + 1);
      assert.deepEqual([...ours.names].sort(), [...theirs.names].sort());
      for (const name of theirs.names) {
        theirs.columns[name].forEach((value, t) => {
          const off = Math.abs(ours.columns[name][t] - value);
          const isSame = Object.is(ours.columns[name][t], value);
          assert.ok(
            isSame || off <= 1e-12 * Math.max(1, Math.abs(value)),
            `${name}_${t}: off by ${off}`,
          );
        });
      }
    });
  }

  test(`${key} copied into an own rule survives its link without a notice`, () => {
    const { experiment, notices } = decodeExperiment(
      `?${encodeExperiment(copy, catalog)}`,
      '',
      core,
    );
    assert.deepEqual(notices, []);
    assert.deepEqual(experiment, copy);
  });
}

test('the first value of a slot is a line of the copy, whatever its number', () => {
  const slow = setHyper(setOptimizer(tuned('sgd'), 0, 'adagrad', core), 0, 's0', 1e-7, core);
  assert.match(setOptimizer(slow, 0, 'custom', core).rule, /^s0 = 1e-7\ns = s \+ g\^2\n/);
});

test('a run that takes an own rule already there keeps the parameters they share', () => {
  const ruled = setOptimizer(tuned('momentum'), 0, 'custom', core);
  const { lr, rho } = tuned('rmsprop').runs[0].hypers;
  const other = setOptimizer(
    { ...ruled, runs: tuned('rmsprop').runs, rule: 'x = x - lr*rho*k*g' },
    0,
    'custom',
    core,
  );
  assert.deepEqual(other.runs[0].hypers, { lr, rho, k: 0.5 });
  assert.equal(other.rule, 'x = x - lr*rho*k*g');
});

test('a parameter of an own rule has the range it had before an optimizer with such a parameter came', () => {
  const found = (/** @type {string} */ rule) => checkRule(rule, core).params[1];
  assert.deepEqual(
    ['gamma', 'trust'].map((key) => {
      const { min, max, preset } = found(`x = x - lr*${key}*g`);
      return [min, max, preset];
    }),
    [
      [-1e6, 1e6, 0.5],
      [-1e6, 1e6, 0.5],
    ],
  );
  const { max, preset } = found('x = x - lr*alpha*g');
  assert.deepEqual([max, preset], [0.99999, 0.99]);
});

test('a value that an own rule’s parameter cannot have is a line of the copy', () => {
  const run = setHyper(setOptimizer(tuned('sgd'), 0, 'ademamix', core), 0, 'alpha', 7, core);
  const copy = setOptimizer(run, 0, 'custom', core);
  assert.match(copy.rule, /^alpha = 7\n/);
  assert.equal('alpha' in copy.runs[0].hypers, false);
});

test('the first own rule after a method, whose search no rule holds, is gradient descent', () => {
  for (const { key } of catalog.optimizers.filter(({ kind }) => kind === 'method')) {
    const copy = setOptimizer(tuned(key), 0, 'custom', core);
    assert.equal(copy.rule, 'x = x - lr*g', key);
    assert.equal(copy.runs[0].optimizer, 'custom');
  }
});
