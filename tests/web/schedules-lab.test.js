// The schedules lab without its page: the lecture's 2.1, the rates worked, what adding does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../web/formula/math.js';
import { workedSchedule } from '../../web/formula/worked-schedule.js';
import { createI18n } from '../../web/i18n/index.js';
import { addSchedule, defaultSchedules } from '../../web/labs/schedules/experiment.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { specFor } from '../../web/state/experiment.js';
import { core } from './core.js';

const { catalog } = core;
const i18n = createI18n('en');

test('the lecture’s 2.1: from −1.5 with η = 0.2 the constant rate hops, each decay settles at −1.993', () => {
  const experiment = defaultSchedules(catalog);
  const [constant, ...decays] = experiment.runs.map((_, i) => core.run(specFor(experiment, i)));
  assert.equal(constant.diagnosis.kind, 'oscillating');
  for (const { columns, diagnosis } of decays) {
    assert.equal(diagnosis.kind, 'converged');
    assert.equal(columns.x[60].toFixed(3), '-1.993');
  }
});

test('a schedule is added that is not there yet, up to the most runs; the optimizer stays', () => {
  let experiment = defaultSchedules(catalog);
  for (let i = 0; i < 9; i++) experiment = addSchedule(experiment, catalog);
  assert.equal(experiment.runs.length, catalog.limits.runs);
  const keys = experiment.runs.map(({ schedule }) => schedule.key);
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(
    experiment.runs.every(({ optimizer, hypers }) => optimizer === 'sgd' && hypers.lr === 0.2),
  );
});

/**
 * The rate of step t, worked.
 * @param {string} key
 * @param {Record<string, number>} given the rest has its presets
 * @param {number} t
 */
function worked(key, given, t, lr = 0.2) {
  const unit = /** @type {any} */ (catalog.schedules.find((each) => each.key === key));
  const presets = unit.params.map((/** @type {any} */ { key, preset }) => [key, preset]);
  const params = { ...Object.fromEntries(presets), ...given };
  const rate = core.rate({ key, params }, { lr, steps: t, f: Array(t).fill(1) })[t - 1];
  const symbols = new Map(unit.params.map((/** @type {any} */ param) => [param.key, param.symbol]));
  const format = (/** @type {number} */ value) => i18n.n(value, 6, false);
  const line = workedSchedule(
    core.formula('schedules', key),
    { t, lr0: lr, params, rate },
    { symbols, format },
  );
  return textOf(line);
}

test('a rate is worked with symbols, numbers and result', () => {
  assert.equal(worked('constant', {}, 3), 'η_3 = η_0 = 0.2');
  assert.equal(
    worked('exponential', { decay: 0.5, every: 10 }, 5),
    'η_5 = η_0 λ^(s/k) = 0.2 ⋅ 0.5^(4/10) = 0.151572',
  );
  assert.equal(
    worked('step', { period: 10, rate: 2 }, 11),
    'η_{11} = η_0/(k^(⌊s/p⌋)) = 0.2/(2^(⌊10/10⌋)) = 0.1',
  );
  assert.equal(
    worked('inverse_time', { every: 5 }, 6),
    'η_6 = η_0/(1 + s/k) = 0.2/(1 + 5/5) = 0.1',
  );
});

test('a lowest rate stands in the formula only where there is one', () => {
  assert.equal(
    worked('inverse_time', { every: 5, eta_min: 0.15 }, 6),
    'η_6 = max(η_0/(1 + s/k), η_{min}) = max(0.2/(1 + 5/5), 0.15) = 0.15',
  );
});

test('a formula that branches is worked in the branch that holds, one that watches the run by its result', () => {
  const warmUp = { total_iters: 5, start_factor: 0.1, t_max: 50, eta_min: 0 };
  assert.equal(
    worked('warmup_cosine', warmUp, 2),
    'η_2 = η_0 (α + ((1 − α) s)/W) = 0.2 (0.1 + ((1 − 0.1) ⋅ 1)/5) = 0.056',
  );
  assert.match(worked('warmup_cosine', warmUp, 6), /^η_6 = η_{min} \+ .* = 0\.2$/);
  const pieces = { boundary1: 10, value1: 0.1, boundary2: 20, value2: 0.05 };
  assert.equal(worked('piecewise_constant', pieces, 10), 'η_{10} = η_0 = 0.2');
  assert.equal(worked('piecewise_constant', pieces, 11), 'η_{11} = v_1 = 0.1');
  assert.match(worked('reduce_on_plateau', {}, 2), /^η_2 = 0\.2$/);
});

test('a link of the descent lab means the same runs here', () => {
  const query = 'f=wavy&x0=-3.5&run=rmsprop,lr:0.1,schedule:cosine,t_max:40&steps=40&t=7&v=1';
  const [here, there] = ['schedules', 'descent'].map(
    (lab) => decodeExperiment(`?lab=${lab}&${query}`, '', core).experiment,
  );
  assert.deepEqual({ ...here, lab: 'descent' }, there);
  assert.equal(decodeExperiment(`?${encodeExperiment(here, catalog)}`, '', core).experiment.t, 7);
});
