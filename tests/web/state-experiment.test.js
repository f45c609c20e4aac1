import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as experiments from '../../web/state/experiment.js';
import * as runs from '../../web/state/runs.js';
import { setShown } from '../../web/state/steps.js';
import { core, linkCore } from './corpus/core.js';

const { catalog } = core;
const { setNoise, setParam, setRule, setStart, setSteps, specFor } = experiments;
const { withFormula, withObjective } = experiments;
const { addRun, duplicateRun, removeRun, setHyper, setOptimizer, setSchedule } = runs;

const initial = experiments.defaultExperiment(catalog);
const optimizers = (/** @type {typeof initial} */ experiment) =>
  experiment.runs.map(({ optimizer }) => optimizer);

test("the default experiment is the lecture's first: x², 70, η = 0.1, 30 steps", () => {
  assert.deepEqual(specFor(initial, 0), {
    objective: { key: 'quadratic', params: { a: 1 } },
    start: [70],
    optimizer: { key: 'sgd', hypers: { lr: 0.1 } },
    schedule: { key: 'constant', params: {} },
    steps: 30,
    noise: { sigma: 0, seed: 1 },
  });
});

test('an experiment is frozen through and through', () => {
  for (const experiment of [initial, addRun(initial, catalog), setStart(initial, [3], catalog)]) {
    assert.throws(() => Array.prototype.push.call(experiment.runs, experiment.runs[0]), TypeError);
    assert.throws(() => Object.assign(experiment.runs[0].hypers, { lr: 1 }), TypeError);
    assert.throws(() => Object.assign(experiment.start, { 0: 1 }), TypeError);
  }
});

test('another objective starts from its own first start and keeps the runs', () => {
  const shown = { ...setShown(addRun(initial, catalog), 12), view: [-1, 1] };
  const next = withObjective(shown, 'bowl', catalog);
  assert.deepEqual(next.objective, { key: 'bowl', params: {} });
  assert.deepEqual(next.start, [6, 9]);
  assert.equal(next.runs, shown.runs);
  assert.deepEqual([next.t, next.view], [0, null]);
  assert.throws(() => withObjective(initial, 'toString', catalog), /objective is "toString"/);
});

test('an own formula keeps the start when the dimension stays, and is refused when it cannot be read', () => {
  assert.deepEqual(withFormula(initial, ' x^4 ', linkCore).objective, { formula: 'x^4' });
  assert.deepEqual(withFormula(initial, 'x^4', linkCore).start, [70]);
  assert.deepEqual(withFormula(initial, 'x^4 + y', linkCore).start, [1, 1]);
  const seen = { ...initial, view: [-1, 1] };
  assert.deepEqual(withFormula(seen, 'x^4', linkCore).view, [-1, 1]);
  assert.equal(withFormula(seen, 'x^4 + y', linkCore).view, null);
  for (const text of ['x?', '', ' ', 'x'.repeat(501)]) {
    assert.equal(withFormula(initial, text, linkCore), initial, text);
  }
  assert.equal(withFormula(initial, 'x', { catalog }), initial);
  assert.equal(setParam(withFormula(initial, 'x', linkCore), 'a', 2, catalog).start[0], 70);
});

test('numbers out of range are clamped, NaN changes nothing', () => {
  assert.deepEqual(setParam(initial, 'a', 9, catalog).objective, {
    key: 'quadratic',
    params: { a: 9 },
  });
  const largest = { key: 'quadratic', params: { a: 1000 } };
  assert.deepEqual(setParam(initial, 'a', 1e9, catalog).objective, largest);
  assert.equal(setParam(initial, 'a', Number.NaN, catalog), initial);
  assert.equal(setParam(initial, 'a', 1, catalog), initial);
  assert.throws(() => setParam(initial, 'toString', 1, catalog), /parameter is "toString"/);
  assert.deepEqual(setStart(initial, [-1e300], catalog).start, [-1e9]);
  assert.equal(setStart(initial, [Number.NaN], catalog), initial);
  assert.equal(setStart(initial, [], catalog), initial);
  assert.ok(Object.is(setStart(initial, [-0], catalog).start[0], 0));
  assert.equal(setHyper(initial, 0, 'lr', 0, core).runs[0].hypers.lr, 1e-8);
  assert.equal(setHyper(initial, 0, 'lr', Infinity, core).runs[0].hypers.lr, 1000);
  assert.equal(setHyper(initial, 0, 'lr', Number.NaN, core), initial);
  assert.deepEqual(setNoise(initial, { sigma: -1 }, catalog), initial);
  assert.deepEqual(setNoise(initial, { sigma: 0.5, seed: 2.4 }, catalog).noise, {
    sigma: 0.5,
    seed: 2,
  });
});

test('the step shown stays within the steps', () => {
  const shown = setShown(initial, 99);
  assert.equal(shown.t, 30);
  assert.deepEqual([setSteps(shown, 10, catalog).t, setSteps(shown, 10, catalog).steps], [10, 10]);
  assert.equal(setSteps(initial, 0, catalog).steps, 1);
  assert.equal(setSteps(initial, 1e9, catalog).steps, 100000);
  assert.equal(setSteps(initial, 2.5, catalog).steps, 3);
  assert.equal(setShown(initial, -1), initial);
});

test('added runs go through the families first, and stop at eight', () => {
  let experiment = initial;
  for (let i = 0; i < 10; i++) experiment = addRun(experiment, catalog);
  const families = ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam_simple'];
  const rest = ['momentum_averaged', 'momentum_ewa', 'momentum_torch'];
  assert.deepEqual(optimizers(experiment), [...families, ...rest]);
  assert.deepEqual(experiment.runs[3].hypers, { lr: 0.1, rho: 0.9, eps: 1e-7 });
  assert.equal(addRun(experiment, catalog), experiment);
  assert.equal(duplicateRun(experiment, 0, catalog), experiment);
});

test('a copy stands behind its run; the last run cannot be removed', () => {
  const two = addRun(setHyper(initial, 0, 'lr', 0.2, core), catalog, 'adam');
  const three = duplicateRun(two, 0, catalog);
  assert.deepEqual(optimizers(three), ['sgd', 'sgd', 'adam']);
  assert.deepEqual(three.runs[1], three.runs[0]);
  assert.deepEqual(optimizers(removeRun(three, 2)), ['sgd', 'sgd']);
  assert.deepEqual(optimizers(duplicateRun(two, 1, catalog)), ['sgd', 'adam', 'adam']);
  assert.equal(removeRun(initial, 0), initial);
  assert.equal(removeRun(three, 7), three);
});

test('another optimizer or schedule comes with its presets', () => {
  const adam = setOptimizer(initial, 0, 'adam', core);
  assert.deepEqual(adam.runs[0].hypers, { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 });
  const decayed = setSchedule(adam, 0, 'exponential', catalog);
  assert.deepEqual(decayed.runs[0].schedule, {
    key: 'exponential',
    params: { decay: 0.5, every: 10, eta_min: 0 },
  });
  const slower = runs.setScheduleParam(decayed, 0, 'every', 20.4, catalog);
  assert.deepEqual(slower.runs[0].schedule.params, { decay: 0.5, every: 20.4, eta_min: 0 });
  assert.equal(runs.setScheduleParam(slower, 0, 'every', 20.4, catalog), slower);
  assert.throws(() => setOptimizer(initial, 0, 'valueOf', core), /optimizer is "valueOf"/);
  assert.throws(() => setSchedule(initial, 0, 'valueOf', catalog), /schedule is "valueOf"/);
});

test('what was typed is kept by another optimizer that has the same hyper', () => {
  const typed = setHyper(setOptimizer(initial, 0, 'rmsprop', core), 0, 'eps', 1e-6, core);
  const { hypers } = setOptimizer(typed, 0, 'adam', core).runs[0];
  assert.deepEqual(hypers, { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-6 });
  const fast = setHyper(typed, 0, 'lr', 0.3, core);
  assert.equal(setOptimizer(fast, 0, 'adam', core).runs[0].hypers.lr, 0.3);
  // A word that means something else there is not taken: s0 of Adagrad, the ρ of another average.
  const adagrad = setHyper(setOptimizer(initial, 0, 'adagrad', core), 0, 's0', 0.3, core);
  assert.ok(!('s0' in setOptimizer(adagrad, 0, 'adam', core).runs[0].hypers));
});

test('a run that is added has the constants typed into the selected one, but not its rate', () => {
  const one = setHyper(setOptimizer(initial, 0, 'rmsprop', core), 0, 'eps', 1e-6, core);
  const two = addRun(setHyper(one, 0, 'lr', 0.3, core), catalog, 'adam');
  assert.deepEqual(two.runs[1].hypers, { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-6 });
});

test("a run of the user's own rule follows the rule", () => {
  assert.equal(setOptimizer(initial, 0, 'custom', { catalog }), initial);
  const ruled = setRule(initial, 'm = mu*m + g\r\nx = x - lr*m', linkCore);
  assert.equal(ruled.rule, 'm = mu*m + g\nx = x - lr*m');
  const custom = setOptimizer(ruled, 0, 'custom', linkCore);
  assert.deepEqual(custom.runs[0].hypers, { mu: 0.9, lr: 0.1 });
  const tuned = setHyper(custom, 0, 'mu', 0.5, linkCore);
  assert.deepEqual(specFor(tuned, 0).optimizer, { rule: ruled.rule, hypers: { mu: 0.5, lr: 0.1 } });
  const changed = setRule(tuned, 'x = x - lr*mu*k*g', linkCore);
  assert.deepEqual(changed.runs[0].hypers, { lr: 0.1, mu: 0.5, k: 0.5 });
  assert.deepEqual(setRule(tuned, 'x = x - g', linkCore).runs[0].hypers, { lr: 0.1 });
  assert.equal(setRule(tuned, 'nonsense', linkCore), tuned);
  assert.equal(setRule(tuned, 'x = x - decay*g', linkCore), tuned);
  assert.deepEqual(optimizers(setRule(tuned, '', linkCore)), ['sgd']);
});
