import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hypersAt, removeChange, setHyperFrom } from '../../web/state/changes.js';
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

test('a hyper is set from a step on, again, and back', () => {
  const bare = open('?run=momentum,lr:0.5');
  const one = setHyperFrom(bare, 0, 10, 'lr', 0.25, core);
  const two = setHyperFrom(one, 0, 20, 'm', 2, core);
  assert.equal(link(two), 'lab=descent&run=momentum,lr:0.5&from=10,1,lr:0.25&from=20,1,m:1&v=1');
  const at = (/** @type {number} */ step) => hypersAt(two.runs[0], step);
  assert.deepEqual([at(9).lr, at(10).lr, at(19).m, at(20).m], [0.5, 0.25, 0.9, 1]);
  assert.equal(setHyperFrom(two, 0, 10, 'lr', 0.25, core), two);
  assert.equal(setHyperFrom(two, 0, 10, 'lr', Number.NaN, core), two);
  const back = setHyperFrom(setHyperFrom(two, 0, 10, 'lr', 0.5, core), 0, 20, 'm', 0.9, core);
  assert.deepEqual(back, bare);
  assert.ok(!('changes' in back.runs[0]));
  assert.ok(Object.isFrozen(two.runs[0].changes?.[0].hypers));
});

test('a change is taken back by its step', () => {
  const experiment = open('?run=sgd&from=5,1,lr:0.2&from=9,1,lr:0.3');
  assert.deepEqual(removeChange(experiment, 0, 5).runs[0].changes, [
    { from: 9, hypers: { lr: 0.3 } },
  ]);
  assert.equal(removeChange(experiment, 0, 6), experiment);
});

test('the core gets the changes of a run, and no field where there are none', () => {
  const experiment = open('?run=sgd&run=sgd&from=5,2,lr:0.2');
  assert.ok(!('changes' in specFor(experiment, 0)));
  assert.deepEqual(specFor(experiment, 1).changes, [{ from: 5, hypers: { lr: 0.2 } }]);
});

test('runs keep their own changes when others come and go', () => {
  const experiment = open('?run=sgd&run=adam&from=5,2,lr:0.2');
  assert.match(link(runs.removeRun(experiment, 0)), /run=adam&from=5,1,lr:0\.2/);
  assert.match(link(runs.duplicateRun(experiment, 1, catalog)), /from=5,2,.*from=5,3,/);
  assert.ok(!('changes' in runs.setOptimizer(experiment, 1, 'rmsprop', core).runs[1]));
});

test('a rule without the hyper has no change of it', () => {
  const experiment = open(
    '?rule=x=x-lr*k*g&run=custom,lr:0.1,k:2&from=5,1,k:3&from=7,1,lr:0.2,k:1',
  );
  assert.equal(experiment.runs[0].changes?.length, 2);
  assert.deepEqual(setRule(experiment, 'x = x - lr*g', core).runs[0].changes, [
    { from: 7, hypers: { lr: 0.2 } },
  ]);
});

test('no more changes are made, or read, than the core takes', () => {
  const many = Array.from({ length: 20 }, (_, i) => `from=${i + 1},1,lr:${i + 1}`).join('&');
  const { experiment, notices } = decodeExperiment(`?run=sgd&${many}`, '', core);
  const full = /** @type {import('../../web/state/types.js').Experiment} */ (experiment);
  assert.equal(full.runs[0].changes?.length, catalog.limits.changes);
  assert.deepEqual(
    notices.map(({ code }) => code),
    ['too_many'],
  );
  assert.equal(setHyperFrom(full, 0, 99, 'lr', 0.5, core), full);
  core.run({ ...specFor(full, 0) });
});

test('a link of the sampling lab carries changes', () => {
  const query = 'lab=sampling&run=sgd,batch:5&from=5,1,lr:0.5';
  assert.equal(link(open(`?${query}`)), `${query}&v=1`);
});
