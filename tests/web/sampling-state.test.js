// The sampling lab's experiment and its link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as sampling from '../../web/labs/sampling/experiment.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { freezeDeep, setRule } from '../../web/state/experiment.js';
import * as runs from '../../web/state/runs.js';
import { LOCKS, linkKeys, PARTS } from '../../web/state/schema.js';
import { setShown } from '../../web/state/steps.js';
import { cases } from './cases.js';
import { core, linkCore } from './corpus/core.js';
import { createRandom, damage } from './corpus/generator.js';
import { ofLab } from './labs.js';

const { catalog } = core;
const first = sampling.defaultSampling(catalog);
const few = { x: [1, 2, 3, 4, 5], y: [2, 3, 5, 4, 6] };
/** @typedef {import('../../web/labs/sampling/experiment.js').SamplingExperiment} SamplingExperiment */

const decode = (/** @type {string} */ link, hash = '') => decodeExperiment(link, hash, linkCore);
const read = (/** @type {string} */ query) => decode(`?lab=sampling&${query}`);
/** @param {string} query */
const readOurs = (query) => {
  const { experiment, notices } = read(query);
  return { experiment: ofLab(experiment, 'sampling'), notices };
};
const batchesOf = (/** @type {SamplingExperiment} */ { runs: list }) =>
  list.map(({ batch }) => batch);
const codesOf = (/** @type {ReturnType<typeof decode>} */ { notices }) =>
  notices.map(({ code, key, param }) => [code, key, param].join(' '));

test('the first experiment shows 1-sample, m-sample and N-sample on iris', () => {
  assert.deepEqual(batchesOf(first), [1, 10, 150]);
  assert.deepEqual(
    [0, 1, 2].map((i) => sampling.lengthOf(first, i).steps),
    [1500, 150, 10],
  );
  assert.equal(sampling.stepsOf(first), 1500);
});

test('other data keep an N-sample run an N-sample run, and an m-sample run one', () => {
  assert.deepEqual(batchesOf(sampling.withData(first, few)), [1, 4, 5]);
  const back = sampling.withData(sampling.withData(first, few), { key: 'iris' });
  assert.deepEqual(batchesOf(back), [1, 4, 150]);
});

test('a run that is added, or loses its rule, gets a batch size', () => {
  const added = sampling.settle(runs.addRun(/** @type {any} */ (first), catalog));
  assert.deepEqual(batchesOf(added), [1, 10, 150, 10]);
  const ruled = setRule(/** @type {any} */ (first), 'x = x - lr*g', core);
  const own = runs.setOptimizer(ruled, 0, 'custom', core);
  assert.deepEqual(batchesOf(own), [1, 10, 150]);
  assert.deepEqual(batchesOf(sampling.settle(setRule(own, '', core))), [10, 10, 150]);
});

test('a run takes no more steps than it may, whatever its epochs', () => {
  const long = sampling.setNumber(first, 'epochs', 1e9, catalog);
  assert.equal(long.epochs, 1000);
  assert.deepEqual(sampling.lengthOf(long, 0), { inEpoch: 150, steps: 30000, isCut: true });
  assert.deepEqual(sampling.lengthOf(long, 2), { inEpoch: 1, steps: 1000, isCut: false });
});

test('the step shown stays within the longest run', () => {
  const late = setShown(first, 1e9);
  assert.equal(late.t, 1500);
  assert.equal(sampling.setNumber(late, 'epochs', 2, catalog).t, 300);
  const slow = runs.updateRun(/** @type {any} */ (late), 0, /** @type {any} */ ({ batch: 150 }));
  assert.equal(sampling.settle(slow).t, 150);
});

test('what changes nothing returns the very same experiment', () => {
  assert.equal(sampling.settle(first), first);
  assert.equal(setShown(first, 0), first);
  assert.equal(sampling.setNumber(first, 'seed', Number.NaN, catalog), first);
});

test('the keys of a sampling link, in their order, are these', () => {
  const keys =
    'lab data xy standardise x0 rule run from sel epochs seed view t check lang theme embed layout hide ' +
    'present controls lock v';
  assert.deepEqual(
    linkKeys(catalog, 'sampling').map(({ name }) => name),
    keys.split(' '),
  );
});

for (const key of linkKeys(catalog, 'sampling')) {
  test(`the row of ${key.name} in a sampling link documents itself, and its example works`, () => {
    assert.ok(Object.keys(key.allowed).length > 0);
    assert.ok(key.example.startsWith(`${key.name}=`));
    if (key.name !== 'lab') assert.deepEqual(read(key.example).notices, []);
  });
}

test('the example of the documentation is read', () => {
  const { experiment, notices } = readOurs(
    'data=iris&run=sgd,lr:0.2,batch:15&epochs=5&seed=4&standardise=0&x0=1,-1&t=7',
  );
  assert.deepEqual(notices, []);
  const { epochs, seed, standardise, start, t } = experiment;
  assert.deepEqual(
    { epochs, seed, standardise, start, t },
    {
      ...{ epochs: 5, seed: 4, standardise: false, start: [1, -1] },
      t: 7,
    },
  );
  assert.deepEqual(batchesOf(experiment), [15]);
});

for (const [query, codes] of /** @type {[string, string[]][]} */ ([
  ['data=cars', ['unknown_value data ']],
  ['xy=1,2;3', ['wrong_count xy ', 'wrong_count xy ']],
  ['xy=1,2;a,3;4,5', ['not_a_number xy ']],
  ['xy=1,2;1e99,3', ['out_of_range xy ']],
  ['xy=1,2', ['wrong_count xy ']],
  [`xy=${'1,2;'.repeat(501)}`, ['too_many xy ']],
  ['xy=1,2;3,4&data=iris', ['overridden data ']],
  ['run=sgd,batch:0', ['out_of_range run batch']],
  ['run=sgd,batch:151', ['out_of_range run batch']],
  ['run=sgd,batch:some', ['not_a_number run batch']],
  ['run=sgd,batch:2.5', ['not_whole run batch']],
  ['run=none', ['unknown_unit run ']],
  ['epochs=0', ['out_of_range epochs ']],
  ['epochs=1e9', ['out_of_range epochs ']],
  ['standardise=yes', ['unknown_value standardise ']],
  ['x0=1', ['wrong_count x0 ']],
  ['t=1501', ['out_of_range t ']],
  ['rule=batch=1;x=x-lr*batch*g', []],
  ['rule=x=x-lr*batch*g', ['reserved_name rule ']],
])) {
  test(`${query.slice(0, 40)} gives ${codes.join(', ') || 'no notice'}`, () => {
    assert.deepEqual(codesOf(read(query)), codes);
  });
}

test('a descent link knows no batch', () => {
  assert.deepEqual(codesOf(decode('?run=sgd,batch:3')), ['unknown_parameter run batch']);
});

/** Any experiment the state can hold. @param {ReturnType<typeof createRandom>} random */
function randomSampling(random) {
  const cell = () => Number(((random.next() - 0.5) * 10 ** random.below(6)).toPrecision(3));
  const n = 2 + random.below(60);
  const column = () => Array.from({ length: n }, cell);
  const data = random.chance(0.5) ? { key: 'iris' } : { x: column(), y: column() };
  const rule = random.chance(0.3) ? 'x = x - lr*g*k' : '';
  const size = sampling.countOf({ data });
  const list = Array.from({ length: 1 + random.below(8) }, () => {
    const unit = random.pick(catalog.optimizers);
    const plan = random.pick(catalog.schedules);
    const presets = (/** @type {readonly { key: string, preset: number }[]} */ params) =>
      Object.fromEntries(params.map(({ key, preset }) => [key, preset]));
    const isOwn = rule !== '' && random.chance(0.5);
    return {
      batch: 1 + random.below(size),
      optimizer: isOwn ? 'custom' : unit.key,
      hypers: isOwn ? { lr: 0.1, k: cell() } : presets(unit.hypers),
      schedule: { key: plan.key, params: presets(plan.params) },
      hidden: random.chance(0.2),
    };
  });
  const experiment = {
    ...first,
    ...{ data, rule, runs: list, standardise: random.chance(0.5), start: [cell(), cell()] },
    selected: random.below(list.length),
    ...{ epochs: 1 + random.below(1000), seed: random.below(2 ** 31) },
    view: random.chance(0.5) ? null : [-1, 2.5, -1e3, 1e3],
    hide: random.some(PARTS),
    lock: random.some(LOCKS),
    lang: random.pick(['', 'en', 'vi']),
  };
  return freezeDeep({ ...experiment, t: random.below(sampling.stepsOf(experiment) + 1) });
}

const RIGHT = cases(1000);
const DAMAGED = cases(3000);

test(`decode(encode(s)) is s for ${RIGHT} random experiments`, () => {
  const random = createRandom(5);
  for (let i = 0; i < RIGHT; i++) {
    const experiment = randomSampling(random);
    const query = encodeExperiment(experiment, catalog);
    assert.match(query, /^lab=sampling(?:&[a-z0-9]+=[A-Za-z0-9\-_.~,:/=;*()%]*)*&v=1$/);
    assert.deepEqual(decode(query), { experiment, notices: [] }, query);
    assert.deepEqual(decode('', `#${query}`), { experiment, notices: [] }, query);
  }
});

test(`${DAMAGED} damaged links never throw, settle in one round, and run`, () => {
  const random = createRandom(6);
  for (let i = 0; i < DAMAGED; i++) {
    const link = `?${damage(encodeExperiment(randomSampling(random), catalog), random)}`;
    const { experiment } = decode(link);
    const canonical = encodeExperiment(experiment, catalog);
    assert.deepEqual(decode(canonical), { experiment, notices: [] }, JSON.stringify(link));
    if (experiment.lab !== 'sampling') continue;
    const ours = ofLab(experiment, 'sampling');
    assert.equal(sampling.settle(ours), ours);
    if (i % 20 === 0 && !ours.rule) core.sample(sampling.sampleSpecFor(ours, 0));
  }
});

test('data too long for a link stay in the page: the link leaves them out', () => {
  const x = Array.from({ length: 500 }, (_, i) => i + 0.123456);
  const own = sampling.withData(first, { x, y: x });
  const query = encodeExperiment(own, catalog);
  assert.ok(query.length < 300, query);
  assert.deepEqual(ofLab(decode(query).experiment, 'sampling').data, { key: 'iris' });
});

test('all runs of the largest link take their steps within the bounds', () => {
  const xy = Array.from({ length: 500 }, (_, i) => `${i % 90},${i % 7}`).join(';');
  const list = '&run=adam,batch:1'.repeat(8);
  const { experiment, notices } = readOurs(`xy=${xy}&epochs=1000${list}`);
  assert.deepEqual(notices, []);
  const total = experiment.runs.reduce(
    (sum, _, i) => sum + sampling.lengthOf(experiment, i).steps,
    0,
  );
  assert.equal(total, 8 * 30000);
});
