// The results of an experiment's runs: each is computed once, short runs at once, long runs in a worker with
// their first rows at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRemoteCore } from '../../web/core/remote.js';
import { DESCENTS } from '../../web/labs/descent/scene.js';
import { SAMPLES } from '../../web/labs/sampling/experiment.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { defaultExperiment, setSteps } from '../../web/state/experiment.js';
import { Results, resultNow, resultsNow } from '../../web/state/results.js';
import { addRun, setHyper, updateRun } from '../../web/state/runs.js';
import { core } from './core.js';

const nowhere = () => Promise.reject(new Error('nothing is computed elsewhere'));

/** The experiment of a link. @param {string} query @returns {any} */
const decode = (query) => decodeExperiment(query, '', core).experiment;

function countingCore() {
  /** @type {any[]} */
  const specs = [];
  const counting = {
    catalog: core.catalog,
    module: core.module,
    sample: (/** @type {any} */ spec) => core.sample(spec),
    run(/** @type {any} */ spec) {
      specs.push(spec);
      return core.run(spec);
    },
  };
  return { specs, counting };
}

/** Results with a remote core whose calls are counted. @param {any} [kind] */
async function withRemote(kind = DESCENTS) {
  const remote = await loadRemoteCore({ wasm: core.module, workers: 0 });
  /** @type {any[]} */
  const asked = [];
  let news = 0;
  /** @type {any} */
  const counted = {
    [kind.method]: (/** @type {any} */ spec, /** @type {any} */ options) => {
      asked.push({ spec, ...options });
      return /** @type {any} */ (remote)[kind.method](spec, options);
    },
  };
  const { counting, specs } = countingCore();
  const of = kind === DESCENTS ? counting : core;
  /** @type {Results<any>} */
  const results = new Results(
    of,
    kind,
    async () => counted,
    () => news++,
  );
  return { results, asked, specs, news: () => news, of };
}

test("the results are the core's runs: 70, 56, 44.8 for the lecture's first", () => {
  const [{ run, error }] = resultsNow(core, DESCENTS, defaultExperiment(core.catalog));
  assert.equal(error, null);
  assert.equal(run?.rows, 31);
  assert.deepEqual([...(run?.columns.x.slice(0, 3) ?? [])], [70, 56, 44.8]);
});

test('only runs whose spec changed are computed again', () => {
  const { catalog } = core;
  const { counting, specs } = countingCore();
  const results = new Results(counting, DESCENTS, nowhere, () => {});
  const two = addRun(defaultExperiment(catalog), catalog);
  const before = results.of(two);
  assert.equal(specs.length, 2);
  const faster = setHyper(two, 1, 'lr', 0.05, core);
  const after = results.of(faster);
  assert.equal(specs.length, 3);
  assert.equal(after[0], before[0]);
  assert.notEqual(after[1], before[1]);
  const moved = { ...faster, t: 7, lang: 'vi', view: [0, 1] };
  results.of(moved);
  results.of(updateRun(faster, 0, { hidden: true }));
  assert.equal(specs.length, 3);
  results.of(setSteps(faster, 31, catalog));
  assert.equal(specs.length, 5);
});

test('one run that cannot be computed leaves the others', () => {
  const two = addRun(defaultExperiment(core.catalog), core.catalog);
  const broken = updateRun(two, 0, { optimizer: 'none' });
  for (const results of [
    resultsNow(core, DESCENTS, broken),
    new Results(core, DESCENTS, nowhere, () => {}).of(broken),
  ]) {
    assert.equal(results[0].run, null);
    assert.match(results[0].error?.message ?? '', /none/);
    assert.equal(results[1].run?.rows, 31);
  }
});

const LONG = '?f=wavy&x0=-1.5&run=adam,lr:0.01&run=momentum,lr:0.001&steps=100000';

test('a long run begins at once and comes whole from elsewhere, the same to the last bit', async () => {
  const { results, asked, specs, news } = await withRemote();
  const experiment = decode(LONG);
  const first = results.of(experiment);
  assert.deepEqual(
    first.map(({ isPending }) => isPending),
    [true, true],
  );
  const here = specs.reduce((sum, { steps }) => sum + steps, 0);
  assert.ok(here <= 10_000, `${here} steps here`);
  const shown = /** @type {any} */ ({ ...experiment, t: 9 });
  assert.equal(results.of(shown)[0], first[0]);
  await results.settled();
  assert.equal(news(), 2);
  for (const [i, { run, isPending }] of results.of(experiment).entries()) {
    assert.equal(isPending, false);
    const whole = core.run(DESCENTS.specOf(experiment, i));
    assert.equal(run?.rows, 100_001);
    assert.deepEqual(run?.diagnosis, whole.diagnosis);
    for (const name of whole.names) {
      assert.deepEqual(run?.columns[name], whole.columns[name], name);
      const begun = first[i].run?.columns[name] ?? new Float64Array(0);
      assert.deepEqual(begun, whole.columns[name].subarray(0, begun.length), `first of ${name}`);
    }
  }
  assert.equal(asked.length, 2, 'asked once each');
});

test('the newest request wins: what is no longer wanted is ended, and never shown', async () => {
  const { results, asked, news } = await withRemote();
  const experiment = decode(LONG);
  results.of(experiment);
  await new Promise((resolve) => setTimeout(resolve, 0));
  const next = setHyper(experiment, 0, 'lr', 0.02, core);
  results.of(next);
  assert.equal(asked[0].signal.aborted, true);
  assert.equal(asked[1].signal.aborted, false, 'the other run goes on');
  await results.settled();
  assert.equal(news(), 2);
  assert.equal(results.of(next)[0].run?.columns.lr[1], 0.02);
});

test('a short own rule is computed here, a long one is not, though both take as many steps', async () => {
  const { results, asked } = await withRemote();
  const rule = (/** @type {string} */ text) =>
    decode(`?x0=70&rule=${encodeURIComponent(text)}&run=custom,lr:0.1&steps=9000`);
  results.of(rule('x = x - lr*g'));
  assert.equal(asked.length, 0);
  results.of(rule(`x = x - lr*g${' + 0*sin(x)*cos(g)'.repeat(12)}`));
  await results.settled();
  assert.equal(asked.length, 1);
});

test('a run that ends in its first rows is whole', async () => {
  const { results, asked } = await withRemote();
  const [{ run, isPending }] = results.of(decode('?x0=70&run=sgd,lr:3&steps=100000'));
  assert.equal(isPending, false);
  assert.equal(run?.diagnosis.kind, 'left');
  assert.equal(asked.length, 0);
});

test('a core that cannot be asked elsewhere is the error of that run', async () => {
  const results = new Results(core, DESCENTS, nowhere, () => {});
  const experiment = decode('?f=wavy&x0=-1.5&run=adam,lr:0.013&steps=100000');
  assert.equal(results.of(experiment)[0].isPending, true);
  await results.settled();
  assert.match(results.of(experiment)[0].error?.message ?? '', /nothing is computed elsewhere/);
});

test('a long run that is there is not computed again for files and captions', async () => {
  const { results, of, specs } = await withRemote();
  const experiment = decode('?f=wavy&x0=-1.5&run=adam,lr:0.014&steps=100000');
  results.of(experiment);
  await results.settled();
  const before = specs.length;
  assert.equal(resultNow(of, DESCENTS, experiment, 0), results.of(experiment)[0]);
  assert.equal(specs.length, before);
});

test('samples go elsewhere too', async () => {
  const { results, asked } = await withRemote(SAMPLES);
  const experiment = decode('?lab=sampling&run=sgd,batch:1&epochs=1000');
  assert.equal(results.of(experiment)[0].isPending, true);
  await results.settled();
  const [{ run }] = results.of(experiment);
  assert.deepEqual(run?.columns, core.sample(SAMPLES.specOf(experiment, 0)).columns);
  assert.equal(asked.length, 1);
});

test('no schedule looks at the number of steps: the beginning of a run is a shorter run', () => {
  for (const { key } of core.catalog.schedules) {
    const run = (/** @type {number} */ steps) =>
      core.run({ objective: 'wavy', start: [2], optimizer: 'sgd', schedule: key, steps }).columns;
    const [short, long] = [run(40), run(300)];
    for (const name of Object.keys(short))
      assert.deepEqual(short[name], long[name].subarray(0, 41), `${key}: ${name}`);
  }
});
