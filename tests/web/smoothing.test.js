// The smoothing lab without its page: its numbers, its worked lines, its bridge to the optimizers, its links.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../web/formula/math.js';
import { symbolsOf, unrolledAverage, workedAverage } from '../../web/formula/worked-average.js';
import { createI18n } from '../../web/i18n/index.js';
import { smoothAll, tableOf, weightFacts } from '../../web/labs/smoothing/averages.js';
import * as smoothing from '../../web/labs/smoothing/experiment.js';
import { weightsScene } from '../../web/labs/smoothing/scene.js';
import { lastWeights, weightSum } from '../../web/labs/smoothing/weights.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { readFile, writeFile } from '../../web/state/file.js';
import { LECTURE_SERIES, readSeries, valuesOf } from '../../web/state/series.js';
import { setShown } from '../../web/state/steps.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

const i18n = createI18n('en');
const { catalog } = core;
const decode = (/** @type {string} */ query) => {
  const { experiment, notices } = decodeExperiment(query, '', core);
  return { experiment: ofLab(experiment, 'smoothing'), notices };
};
const near = (
  /** @type {ArrayLike<number>} */ actual,
  /** @type {number[]} */ wanted,
  within = 1e-12,
) =>
  wanted.forEach((value, i) => {
    const same = Number.isNaN(value)
      ? Number.isNaN(actual[i])
      : Math.abs(actual[i] - value) <= within;
    assert.ok(same, `${actual[i]} is not ${value} (${i})`);
  });

/** @param {string} smoother */
const lookOf = (smoother) => {
  const unit = catalog.smoothers.find(({ key }) => key === smoother);
  assert.ok(unit);
  return {
    symbols: symbolsOf(unit),
    format: (/** @type {number} */ value) => i18n.n(value, 6, false),
  };
};

/** The worked lines of a smoother at place t of a series. */
const worked = (
  /** @type {any} */ smoother,
  /** @type {number} */ t,
  values = [...LECTURE_SERIES],
) =>
  workedAverage(
    { trace: core.traceAverage(smoother, values, t), values, t },
    lookOf(smoother.key),
  ).map(textOf);

test('the lab opens with the lecture: the mean of two, and the average with ρ = 0.5 from the first value', () => {
  const { averages } = smoothAll(smoothing.defaultSmoothing(catalog), core);
  near(averages[0].values, [Number.NaN, 5.5, 7, 5.5, 3, 4, 8, 4.5, 4, 6]);
  const printed = [3, 5.5, 5.75, 5.375, 3.1875, 5.09, 7.05, 3.52, 5.76, 4.88];
  near(averages[1].values, printed, 0.005);
});

test('the weights of s₁, s₂, s₃ are the lecture’s for ρ = 0.5, 0.9 and 0.98', () => {
  const table = {
    0.5: [0.125, 0.25, 0.5],
    0.9: [0.081, 0.09, 0.1],
    0.98: [0.019208, 0.0196, 0.02],
  };
  for (const [rho, weights] of Object.entries(table)) {
    const curves = [smoothing.curveOf('ewa', catalog, { rho: Number(rho) })];
    const experiment = { ...smoothing.defaultSmoothing(catalog), curves, t: 3 };
    const smoothed = smoothAll(experiment, core);
    const { first, last, bars } = weightsScene(experiment, smoothed, core, i18n);
    assert.deepEqual([first, last], [1, 3]);
    near(bars[0].weights, weights);
    const facts = weightFacts(smoothed.averages[0], LECTURE_SERIES, 3, core);
    near([facts.sum, facts.span], [1 - Number(rho) ** 3, 1 / (1 - Number(rho))]);
  }
});

test('each average is worked with its symbols, its numbers and its result', () => {
  assert.deepEqual(worked({ key: 'sma', params: { window: 2 } }, 4), [
    'V_4 = (s_3 + s_4)/k = (6 + 5)/2 = 5.5',
  ]);
  assert.deepEqual(worked({ key: 'ewa', params: { rho: 0.5 } }, 2), [
    'V_2 = ρ V_1 + (1 − ρ) s_2 = 0.5 ⋅ 1.5 + (1 − 0.5) ⋅ 8 = 4.75',
  ]);
  assert.deepEqual(worked({ key: 'ewa_first', params: { rho: 0.5 } }, 1), ['V_1 = s_1 = 3']);
  assert.deepEqual(worked({ key: 'ewa_corrected', params: { rho: 0.5 } }, 1), [
    'V_1 = ρ V_0 + (1 − ρ) s_1 = 0.5 ⋅ 0 + (1 − 0.5) ⋅ 3 = 1.5',
    'V̂_1 = V_1/(1 − ρ^1) = 1.5/(1 − 0.5^1) = 3',
  ]);
  assert.deepEqual(worked({ key: 'sma', params: { window: 7 } }, 8), [
    'V_8 = (s_2 + s_3 + ⋯ + s_8)/k = (8 + 6 + ⋯ + 0)/7 = 5.14286',
  ]);
  assert.deepEqual(worked({ key: 'sma', params: { window: 3 } }, 2), ['V_2 = –']);
});

test('an average over gaps is worked with what holds where it stands', () => {
  const series = [3, 8, Number.NaN, 5];
  const smoother = { key: 'ewm', params: { rho: 0.9, adjust: 0, ignore_na: 0 } };
  assert.deepEqual(worked(smoother, 1, series), [
    'n_1 = n_0 + 1 = 0 + 1 = 1',
    'u_1 = ρ w_0 = 0.9 ⋅ 0 = 0',
    'w_1 = 1',
    'V_1 = s_1 = 3',
  ]);
  assert.deepEqual(worked(smoother, 3, series), [
    'n_3 = n_2 = 2',
    'u_3 = ρ w_2 = 0.9 ⋅ 1 = 0.9',
    'w_3 = u_3 = 0.9',
    'V_3 = V_2 = 3.5',
  ]);
  assert.deepEqual(
    worked(smoother, 4, series).at(-1),
    'V_4 = (u_4 V_3 + (1 − ρ) s_4)/(u_4 + 1 − ρ) ' +
      '= (0.81 ⋅ 3.5 + (1 − 0.9) ⋅ 5)/(0.81 + 1 − 0.9) = 3.66484',
  );
});

// The weights that pandas' documentation of ewm gives for x0, a gap, x2.
for (const [adjust, ignore_na, before, after] of [
  [1, 0, 0.9 ** 2, 1],
  [1, 1, 0.9, 1],
  [0, 0, 0.9 ** 2, 0.1],
  [0, 1, 0.9, 0.1],
])
  test(`over a gap values weigh as pandas says: adjust ${adjust}, ignore_na ${ignore_na}`, () => {
    const smoother = { key: 'ewm', params: { rho: 0.9, adjust, ignore_na } };
    const series = [7, Number.NaN, 5];
    const all = before + after;
    near(lastWeights(smoother, series, 3, 30, core), [before / all, 0, after / all]);
    near([weightSum(smoother, series, 3, core)], [1]);
    assert.deepEqual(lastWeights(smoother, series, 3, 1, core).length, 1);
  });

test('unrolled, an average is the weighted sum of the past', () => {
  const weights = core.weights({ key: 'ewa', params: { rho: 0.5 } }, 3);
  const series = { values: [...LECTURE_SERIES], t: 3 };
  const line = unrolledAverage('v', weights, series, lookOf('ewa'));
  assert.equal(textOf(line), 'V_3 = 0.125 ⋅ 3 + 0.25 ⋅ 8 + 0.5 ⋅ 6');
});

test('a bad value leaves a window with it, and stays in an exponential average for ever', () => {
  for (const bad of [Number.NaN, Infinity, -Infinity]) {
    const series = [1, bad, 3, 5, 7];
    near(core.smooth({ key: 'sma', params: { window: 2 } }, series).subarray(3), [4, 6]);
    const ewa = core.smooth({ key: 'ewa', params: { rho: 0.5 } }, series);
    assert.ok(!Number.isFinite(ewa[4]));
  }
  near(core.smooth({ key: 'sma', params: { window: 2 } }, [1, 1e300, 3, 5]).subarray(3), [4]);
});

test('the average of g² is RMSProp’s s, that of g is the m of momentum and of Adam', () => {
  const objective = { key: 'quadratic', params: { a: 1 } };
  const spec = (/** @type {string} */ key) => ({
    objective,
    start: [9],
    optimizer: { key },
    steps: 30,
  });
  for (const [key, power, slot] of /** @type {[string, 1|2, string][]} */ ([
    ['rmsprop', 2, 's_x'],
    ['momentum_ewa', 1, 'm_x'],
    ['adam', 1, 'm_x'],
    ['adam', 2, 'v_x'],
  ])) {
    const { columns } = core.run(spec(key));
    const unit = catalog.optimizers.find((each) => each.key === key);
    const hypers = Object.fromEntries(
      (unit?.hypers ?? []).map((hyper) => [hyper.key, hyper.preset]),
    );
    const ran = { ast: core.formula('optimizers', key), hypers };
    const experiment = smoothing.smoothingOfRun(columns.gx, power, ran, 'lab=descent', catalog);
    const [ewa] = smoothAll(experiment, core).averages;
    assert.equal(ewa.values.length, 30);
    const slots = columns[slot].subarray(1);
    ewa.values.forEach((value, i) => {
      assert.ok(Math.abs(value - slots[i]) <= 1e-12 * Math.abs(slots[i]), `${key} ${slot} ${i}`);
    });
  }
});

test('the table has a row for V₀, which is 0 where an average starts there', () => {
  const curves = [smoothing.curveOf('ewa', catalog), smoothing.curveOf('ewa_corrected', catalog)];
  const { rows, names, columns } = tableOf(
    smoothAll({ ...smoothing.defaultSmoothing(catalog), curves }, core),
  );
  assert.equal(rows, 11);
  assert.deepEqual(names, ['s', 'ewa_1', 'ewa_corrected_2']);
  near(columns.s, [Number.NaN, 3, 8]);
  assert.equal(columns.ewa_1[0], 0);
  assert.ok(Number.isNaN(columns.ewa_corrected_2[0]));
});

test('typed values are read whatever separates them, and bad cells are named', () => {
  for (const text of ['3 8 6,5', '3;8;6,5', '3\n8\n6,5', '3\t8\t6,5'])
    assert.deepEqual(readSeries(text).values, [3, 8, 6.5], text);
  for (const text of ['3, 8, 6.5', '3,8,6.5', '3 8 6.5'])
    assert.deepEqual(readSeries(text).values, [3, 8, 6.5], text);
  const { values, bad } = readSeries('price\n3\nfour\n5');
  assert.deepEqual(values, [3, 5]);
  assert.deepEqual(bad, [
    { cell: 1, text: 'price' },
    { cell: 3, text: 'four' },
  ]);
  assert.equal(readSeries('1 '.repeat(2001)).values.length, 2000);
  assert.equal(readSeries('1 '.repeat(2001)).tooMany, true);
});

test('a made series is the same from the same seed, and another from another', () => {
  const of = (/** @type {number} */ seed) =>
    valuesOf({ kind: 'walk', n: 50, noise: 1, seed }, core);
  assert.deepEqual(of(1), of(1));
  assert.notDeepEqual(of(1), of(2));
  assert.deepEqual(valuesOf({ kind: 'step', n: 4, noise: 0, seed: 1 }, core), [0, 0, 1, 1]);
  assert.deepEqual(valuesOf({ kind: 'constant', n: 3, noise: 0, seed: 1 }, core), [1, 1, 1]);
});

test('a link carries series, curves, place and origin; what it cannot carry a file does', () => {
  const link =
    'lab=smoothing&data=3,8,6&run=ewa,rho:0.5&run=sma,window:3,hidden:1&t=2&from=lab%3Ddescent&v=1';
  const { experiment, notices } = decode(`?${link}`);
  assert.deepEqual(notices, []);
  assert.deepEqual(experiment.series, { values: [3, 8, 6] });
  assert.equal(experiment.from, 'lab=descent');
  assert.equal(decodeURIComponent(encodeExperiment(experiment, catalog)), decodeURIComponent(link));
  const values = Array.from({ length: 2000 }, (_, i) => Math.sin(i));
  const long = smoothing.withSeries(experiment, { values });
  assert.doesNotMatch(encodeExperiment(long, catalog), /data=/);
  const read = /** @type {any} */ (readFile(writeFile(long, catalog), core));
  assert.deepEqual(read.notices, []);
  assert.deepEqual(read.experiment.series.values, values);
});

test('every number of a series survives its link and its file: −0, no number, the infinite, the smallest', () => {
  const values = [
    -0,
    0,
    -1,
    Number.NaN,
    Infinity,
    -Infinity,
    5e-324,
    -1.7976931348623157e308,
    1e21,
  ];
  const experiment = smoothing.withSeries(smoothing.defaultSmoothing(catalog), { values });
  const query = encodeExperiment(experiment, catalog);
  for (const read of [decode(`?${query}`), readFile(writeFile(experiment, catalog), core)])
    assert.deepStrictEqual(/** @type {any} */ (read).experiment, experiment);
  assert.match(query, /data=-0,0,-1,/);
});

test('bad values of a link are replaced and said', () => {
  const { experiment, notices } = decode('?lab=smoothing&data=3,x,6&run=mean&run=ewa,rho:2&t=99');
  assert.deepEqual(
    notices.map(({ code }) => code),
    ['not_a_number', 'unknown_unit', 'out_of_range', 'out_of_range'],
  );
  assert.deepEqual(experiment.series, { values: [3, 6] });
  assert.equal(experiment.t, 2);
});

test('an experiment never leaves its bounds', () => {
  const first = smoothing.defaultSmoothing(catalog);
  assert.equal(setShown(first, 99).t, 10);
  assert.equal(smoothing.removeCurve(smoothing.removeCurve(first, 0), 0).curves.length, 1);
  let full = first;
  for (let i = 0; i < 9; i++) full = smoothing.addCurve(full, catalog);
  assert.equal(full.curves.length, catalog.limits.runs);
  assert.equal(smoothing.duplicateCurve(full, 0, catalog), full);
  assert.equal(smoothing.setValue(first, 11, 5, [...LECTURE_SERIES]), first);
  const changed = smoothing.setValue(first, 3, 60, [...LECTURE_SERIES]);
  assert.deepEqual(changed.series, { values: [3, 8, 60, 5, 1, 7, 9, 0, 8, 4] });
  assert.equal(smoothing.setCurveParam(first, 1, 'rho', 7, catalog).curves[1].params.rho, 0.99999);
});
