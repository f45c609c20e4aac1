// What the sampling lab shows: its charts' scenes and the gradient worked on the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchGradient, batchRule } from '../../web/formula/batch-gradient.js';
import { textOf } from '../../web/formula/math.js';
import { createI18n } from '../../web/i18n/index.js';
import * as sampling from '../../web/labs/sampling/experiment.js';
import * as scenes from '../../web/labs/sampling/scene.js';
import { outcomeOf, sampleNames } from '../../web/labs/sampling/words.js';
import { visibleRuns } from '../../web/labs/visible-runs.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from './core.js';

const i18n = createI18n('en');
const first = sampling.defaultSampling(core.catalog);
const few = { x: [1, 2, 4, 5, 8], y: [2, 3, 5, 4, 6] };
const own = sampling.withData(first, few);
const format = (/** @type {number} */ value) => i18n.n(value, 4, false);
const plain = (/** @type {Parameters<typeof textOf>[0]} */ math) =>
  textOf(math).replace(/\s+/g, ' ');

/** @param {ReturnType<typeof sampling.defaultSampling>} experiment */
const resultsOf = (experiment) =>
  experiment.runs.map((_, i) => ({
    run: core.sample(sampling.sampleSpecFor(experiment, i)),
    ...{ error: null, isPending: false },
  }));

test('the gradient of a batch is worked with its sum of errors', () => {
  assert.deepEqual(batchRule().map(plain), [
    '(∂L_B)/(∂w) = 2/(|B|)∑_{i∈B}x_i(wx_i + b − y_i)',
    '(∂L_B)/(∂b) = 2/(|B|)∑_{i∈B}(wx_i + b − y_i)',
  ]);
  const numbers = {
    x: [1, -2, 4],
    y: [3, 0, 5],
    line: { w: 2, b: -1 },
    gradient: { w: 16, b: -8 / 3 },
    rows: [0, 1, 2],
    t: 1,
  };
  assert.deepEqual(batchGradient(numbers, format).map(plain), [
    '(∂L_B)/(∂w) = 2/3(1 ⋅ (−2) + (−2) ⋅ (−5) + 4 ⋅ 2) = 16',
    '(∂L_B)/(∂b) = 2/3(−2 + (−5) + 2) = −2.667',
  ]);
});

test('the gradient of one point needs no sum, that of many has dots and its last term', () => {
  const line = { w: 0, b: 0 };
  const rows = [0, 1, 2, 3, 4];
  const one = { x: [-1.5], y: [2], line, gradient: { w: 6, b: -4 }, rows, t: 1 };
  assert.deepEqual(batchGradient(one, format).map(plain), [
    '(∂L_B)/(∂w) = 2 ⋅ (−1.5) ⋅ (−2) = 6',
    '(∂L_B)/(∂b) = 2 ⋅ (−2) = −4',
  ]);
  const many = { ...few, line, gradient: { w: -1, b: -2 }, rows, t: 1 };
  assert.equal(
    plain(batchGradient(many, format)[1]),
    '(∂L_B)/(∂b) = 2/5(−2 + (−3) + ⋯ + (−6)) = −2',
  );
});

test('a line is shown in the data’s own units, however x is scaled', () => {
  const lines = [true, false].map((standardise) => {
    const experiment = { ...own, standardise };
    const [best] = core.points(scenes.lossOf(experiment));
    const { scale } = resultsOf(experiment)[0].run;
    const columns = { w: [best.x], b: [best.y] };
    return scenes.lineAt(/** @type {any} */ ({ columns, scale }), 0);
  });
  assert.ok(Math.abs(lines[0].slope - lines[1].slope) < 1e-12);
  assert.ok(Math.abs(lines[0].intercept - lines[1].intercept) < 1e-12);
});

test('what a step saw is the batch whose gradient the core used, and the line before it', () => {
  for (const t of [1, 2, 7, 50]) {
    const experiment = { ...own, t };
    experiment.runs.forEach((_, index) => {
      const { run } = resultsOf(experiment)[index];
      const seen = scenes.batchShown(experiment, index, run, core);
      assert.ok(seen);
      const { x, y, line, gradient } = seen.numbers;
      const errors = x.map((value, i) => line.w * value + line.b - y[i]);
      const sum = errors.reduce((total, each) => total + each, 0);
      assert.ok(Math.abs((2 * sum) / x.length - gradient.b) < 1e-9);
      assert.equal(seen.t, Math.min(t, run.rows - 1));
      assert.deepEqual(seen.before, scenes.lineAt(run, seen.t - 1));
    });
  }
  assert.equal(scenes.batchShown(own, 0, resultsOf(own)[0].run, core), null);
});

test('the data’s scene has all points, each run’s line at the step shown, and what that step saw', () => {
  const experiment = { ...own, t: 2 };
  const results = resultsOf(experiment);
  const runs = visibleRuns(/** @type {any} */ (experiment), results, sampleNames(own, core, i18n));
  const seen = scenes.batchShown(experiment, own.selected, results[own.selected].run, core);
  const scene = scenes.dataScene(experiment, runs, seen, i18n);
  assert.deepEqual([scene.x, scene.y], [few.x, few.y]);
  // 6 % of 7 on both sides of 1 to 8, 10 % of 4 on both sides of 2 to 6.
  const ends = [...scene.xRange, ...scene.yRange].map((end) => end.toFixed(9));
  assert.deepEqual(
    ends,
    [0.58, 8.42, 1.6, 6.4].map((end) => end.toFixed(9)),
  );
  assert.deepEqual(
    scene.lines.map(({ slope, intercept }) => ({ slope, intercept })),
    runs.map(({ run }) => scenes.lineAt(run, Math.min(2, run.rows - 1))),
  );
  assert.deepEqual([scene.batch, scene.before], [seen?.rows, seen?.before]);
  assert.deepEqual([scene.xTitle, scene.yTitle], ['x', 'y']);
  const unseen = scenes.dataScene(own, runs, null, i18n);
  assert.deepEqual([unseen.batch, unseen.before], [[], null]);
  assert.equal(scenes.dataScene(first, [], null, i18n).xTitle, 'petal length (cm)');
});

test('a view fitted to the paths over the loss holds the start and all that was walked', () => {
  const runs = visibleRuns(/** @type {any} */ (own), resultsOf(own), sampleNames(own, core, i18n));
  const [x0, x1, y0, y1] = scenes.fittedLoss(own, runs);
  const [w, b] = own.start;
  assert.ok(x0 < w && w < x1 && y0 < b && b < y1);
  for (const { run } of runs)
    for (let row = 0; row < run.rows; row++) {
      const [x, y] = [run.columns.w[row], run.columns.b[row]];
      assert.ok(x > x0 && x < x1 && y > y0 && y < y1);
    }
});

test('the plane shows the start and the best line, even when a run flies away', () => {
  const wild = { ...own.runs[0], hypers: { lr: 50 } };
  const experiment = { ...own, runs: [wild, ...own.runs] };
  const runs = visibleRuns(
    /** @type {any} */ (experiment),
    resultsOf(experiment),
    sampleNames(experiment, core, i18n),
  );
  const { box, points, start } = scenes.lossScene(experiment, runs, core, i18n);
  assert.ok(box.every(Number.isFinite) && box[1] - box[0] < 100 && box[3] - box[2] < 100);
  for (const [x, y] of [start, [points[0].x, points[0].y]])
    assert.ok(x > box[0] && x < box[1] && y > box[2] && y < box[3]);
});

test('over epochs every run’s axis ends with its last epoch', () => {
  const runs = visibleRuns(/** @type {any} */ (own), resultsOf(own), sampleNames(own, core, i18n));
  const { series, steps } = scenes.lossSeries('epochs', 'log', 50, own, runs, core, i18n);
  assert.equal(steps, own.epochs);
  for (const { values, per = 0 } of series) assert.equal((values.length - 1) / per, own.epochs);
});

test('how a run ended is measured over its last epoch, beside the least loss', () => {
  const columns = { loss: Float64Array.of(9, 5, 4, 2, 3, 4) };
  const facts = scenes.lossFacts(/** @type {any} */ ({ columns, rows: 6, inEpoch: 3 }), 2);
  assert.deepEqual(facts, { first: 9, mean: 3, excess: 0.5 });
});

test('the plots of the loss stand still while η changes, from the least loss to that of the start', () => {
  const ranges = [0.001, 0.1, 1.5, 30].flatMap((lr) => {
    const { experiment } = decodeExperiment(`?lab=sampling&run=sgd,lr:${lr},batch:150`, '', core);
    return [
      ['linear', 'log'].map((scale) =>
        scenes.lossRange(/** @type {any} */ (scale), /** @type {any} */ (experiment), core),
      ),
    ];
  });
  for (const range of ranges) assert.deepEqual(range, ranges[0]);
  // The best line of the iris petals has a loss of 0.042, the line y = 0 one of 2.01.
  const [[low, high], [bottom, top]] = ranges[0];
  assert.ok(low < 0.042 && high > 2.01 && high < 20, `${low} to ${high}`);
  assert.deepEqual([bottom, top], [0.01, 10]);
});

test('the largest stable rate is told of runs that see all points, and of no others', () => {
  const { experiment } = decodeExperiment(
    '?lab=sampling&run=sgd,batch:150&run=sgd,batch:10',
    '',
    core,
  );
  const sampled = /** @type {any} */ (experiment);
  const [all, some] = resultsOf(sampled).map(
    (result, i) => outcomeOf(result, i, sampled, core, i18n).stable ?? Number.POSITIVE_INFINITY,
  );
  // With x standardised the Hessian is 2 I, and gradient descent is stable below 2/2.
  assert.ok(Math.abs(all - 1) < 1e-9, `${all}`);
  assert.ok(Number.isNaN(some), `${some}`);
});
