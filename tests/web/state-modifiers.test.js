import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { setRule, specFor } from '../../web/state/experiment.js';
import * as runs from '../../web/state/runs.js';
import { core } from './core.js';

const { catalog } = core;
const open = (/** @type {string} */ query) =>
  /** @type {import('../../web/state/types.js').Experiment} */ (
    decodeExperiment(query, '', core).experiment
  );
const link = (/** @type {any} */ experiment) => encodeExperiment(experiment, catalog);
const BASE = 'lab=descent&';

test('a modifier is switched on with its preset, set, and switched off without a trace', () => {
  const bare = open('?run=adam');
  const on = runs.switchModifier(bare, 0, 'l2', true, catalog);
  assert.deepEqual(on.runs[0].modifiers, { l2: 0.01 });
  assert.equal(runs.switchModifier(on, 0, 'l2', true, catalog), on);
  const both = runs.switchModifier(on, 0, 'clip', true, catalog);
  const set = runs.setModifier(both, 0, 'l2', 2000, catalog);
  assert.equal(link(set), `${BASE}run=adam,clip:1,l2:1000&v=1`);
  assert.equal(runs.setModifier(set, 0, 'l2', Number.NaN, catalog), set);
  assert.equal(runs.setModifier(set, 0, 'wd', 3, catalog), set);
  const off = ['l2', 'clip'].reduce(
    (e, key) => runs.switchModifier(e, 0, key, false, catalog),
    set,
  );
  assert.deepEqual(off, bare);
  assert.ok(!('modifiers' in off.runs[0]));
  assert.ok(Object.isFrozen(set.runs[0].modifiers));
});

test('the core gets the modifiers of a run, and no field where there are none', () => {
  const experiment = open('?run=sgd,wd:0.5&run=sgd');
  assert.deepEqual(specFor(experiment, 0).modifiers, { wd: 0.5 });
  assert.ok(!('modifiers' in specFor(experiment, 1)));
});

test('another optimizer keeps the modifiers that it takes', () => {
  const experiment = open('?run=sgd,clip:2,wd:0.5');
  const newton = runs.setOptimizer(experiment, 0, 'newton', core);
  assert.deepEqual(newton.runs[0].modifiers, { wd: 0.5 });
  const free = runs.setOptimizer(newton, 0, 'schedulefree_sgd', core);
  assert.ok(!('modifiers' in free.runs[0]));
  const own = runs.setOptimizer(experiment, 0, 'custom', core);
  assert.deepEqual(own.runs[0].modifiers, { clip: 2, wd: 0.5 });
});

test('a rule that comes to use the name of a modifier takes it away', () => {
  const experiment = open('?rule=x=x-lr*g&run=custom,lr:0.1,clip:2,wd:0.5');
  assert.deepEqual(experiment.runs[0].modifiers, { clip: 2, wd: 0.5 });
  const renamed = setRule(experiment, 'x = x - lr*g*wd', core);
  assert.deepEqual(renamed.runs[0].modifiers, { clip: 2 });
  assert.equal(renamed.runs[0].hypers.wd, 0.5);
});

test('a duplicate has the modifiers, an added run has none', () => {
  const experiment = open('?run=sgd,clip:2');
  assert.deepEqual(runs.duplicateRun(experiment, 0, catalog).runs[1].modifiers, { clip: 2 });
  assert.ok(!('modifiers' in runs.addRun(experiment, catalog).runs[1]));
});

test('a link of the sampling lab carries modifiers, beside the batch size', () => {
  const query = 'lab=sampling&run=sgd,batch:5,wd:0.5';
  assert.equal(link(open(`?${query}`)), `${query}&v=1`);
});
