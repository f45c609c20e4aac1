import assert from 'node:assert/strict';
import { test } from 'node:test';

import { defaultExperiment, setSteps } from '../../web/state/experiment.js';
import { createResults } from '../../web/state/results.js';
import { addRun, setHyper, updateRun } from '../../web/state/runs.js';
import { createStore } from '../../web/state/store.js';
import { core } from './corpus/core.js';

test('a store tells its subscribers of every change, and of nothing else', () => {
  const store = createStore(1);
  const seen = [];
  const unsubscribe = store.subscribe((value) => seen.push(value));
  store.set(1);
  store.set(2);
  store.update((value) => value + 1);
  assert.deepEqual(seen, [2, 3]);
  unsubscribe();
  unsubscribe();
  store.set(4);
  assert.deepEqual(seen, [2, 3]);
  assert.equal(store.get(), 4);
});

test('a change made by a subscriber reaches all in the same order', () => {
  const store = createStore(0);
  const first = [];
  const second = [];
  store.subscribe((value) => {
    first.push(value);
    if (value < 3) store.set(value + 1);
  });
  store.subscribe((value) => second.push(value));
  store.set(1);
  assert.deepEqual(first, [1, 2, 3]);
  assert.deepEqual(second, [1, 2, 3]);
});

test('a subscriber that leaves during a round is not told any more', () => {
  const store = createStore(0);
  const seen = [];
  const leave = { now: () => {} };
  store.subscribe(() => leave.now());
  leave.now = store.subscribe((value) => seen.push(value));
  store.set(1);
  assert.deepEqual(seen, []);
});

test('a failing subscriber keeps nobody else from being told, and the store works on', () => {
  const store = createStore(0);
  const seen = [];
  const unsubscribe = store.subscribe(() => {
    throw new Error('broken');
  });
  store.subscribe((value) => seen.push(value));
  assert.throws(() => store.set(1), /broken/);
  unsubscribe();
  store.set(2);
  assert.deepEqual(seen, [1, 2]);
});

test('subscribers that never settle are stopped', () => {
  const store = createStore(0);
  store.subscribe((value) => store.set(value + 1));
  assert.throws(() => store.set(1), /did not settle/);
});

function countingCore() {
  const specs = [];
  function run(spec) {
    specs.push(spec);
    return core.run(spec);
  }
  return { specs, run };
}

test("the results are the core's runs: 70, 56, 44.8 for the lecture's first", () => {
  const [{ run, error }] = createResults(core)(defaultExperiment(core.catalog));
  assert.equal(error, null);
  assert.equal(run.rows, 31);
  assert.deepEqual([...run.columns.x.slice(0, 3)], [70, 56, 44.8]);
});

test('only runs whose spec changed are computed again', () => {
  const { catalog } = core;
  const counting = countingCore();
  const results = createResults(counting);
  const two = addRun(defaultExperiment(catalog), catalog);
  const before = results(two);
  assert.equal(counting.specs.length, 2);
  const faster = setHyper(two, 1, 'lr', 0.05, core);
  const after = results(faster);
  assert.equal(counting.specs.length, 3);
  assert.equal(after[0], before[0]);
  assert.notEqual(after[1], before[1]);
  results({ ...faster, t: 7, lang: 'vi', view: [0, 1] });
  results(updateRun(faster, 0, { hidden: true }));
  assert.equal(counting.specs.length, 3);
  results(setSteps(faster, 31, catalog));
  assert.equal(counting.specs.length, 5);
});

test('one run that cannot be computed leaves the others', () => {
  const two = addRun(defaultExperiment(core.catalog), core.catalog);
  const broken = updateRun(two, 0, { optimizer: 'none' });
  const [bad, good] = createResults(core)(broken);
  assert.equal(bad.run, null);
  assert.match(bad.error?.message ?? '', /none/);
  assert.equal(good.run?.rows, 31);
});
