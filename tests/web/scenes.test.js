// The scenes of the labs: what their charts show, computed without a page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runStyle } from '../../web/charts/run-style.js';
import { createI18n } from '../../web/i18n/index.js';
import * as derivative from '../../web/labs/derivative/scene.js';
import { fittedPlane, planeScene } from '../../web/labs/descent/plane-scene.js';
import {
  curveSampler,
  curveScene,
  DESCENTS,
  fittedView,
  seriesScene,
} from '../../web/labs/descent/scene.js';
import { objectiveTitle } from '../../web/labs/outputs.js';
import { runNames } from '../../web/labs/run-names.js';
import * as runScenes from '../../web/labs/run-scenes.js';
import { smoothAll } from '../../web/labs/smoothing/averages.js';
import * as smoothing from '../../web/labs/smoothing/scene.js';
import { visibleRuns } from '../../web/labs/visible-runs.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { resultsNow } from '../../web/state/results.js';
import { core } from './core.js';

const i18n = createI18n('en');

/** @param {string} query @returns {any} */
const experimentOf = (query) => decodeExperiment(query, '', core).experiment;

/** @param {string} query */
function shownOf(query) {
  const experiment = experimentOf(query);
  const results = resultsNow(core, DESCENTS, experiment);
  const shown = /** @type {any} */ (
    visibleRuns(experiment, results, runNames(experiment, core, i18n))
  );
  return { experiment, shown };
}

test('a curve is broken where f jumps, and nowhere else', () => {
  const breaks = (/** @type {string} */ f) => {
    const { x, f: values } = curveSampler(experimentOf(`?f=${f}`), core)([-3.5, 3.5]);
    return [...x].filter((_, i) => Number.isNaN(values[i]));
  };
  // floor(|x|) jumps at ±1, ±2, ±3; |x| has a kink at 0, and no jump.
  assert.deepEqual(breaks('staircase'), [-3, -2, -1, 1, 2, 3]);
  assert.deepEqual(breaks('abs'), []);
  assert.deepEqual(breaks('wavy'), []);
});

test('the curve’s scene has each visible run, the start and its height, and the reader’s view', () => {
  const { experiment, shown } = shownOf('?x0=70&run=sgd&run=sgd,lr:0.8&view=-100,100&t=4');
  const scene = curveScene(experiment, shown, core, i18n);
  assert.deepEqual(scene.runs.map(({ label, x }) => [label, x[1]]).sort(), [
    ['η 0.1', 56],
    ['η 0.8', -42],
  ]);
  assert.deepEqual([scene.start, scene.startHeight, scene.t], [70, 4900, 4]);
  assert.deepEqual([scene.xRange, scene.isChosen], [[-100, 100], true]);
  assert.deepEqual(scene.points, [{ x: 0, kind: 'global_minimum', f: 0 }]);
});

test('a view is fitted to what was walked, or to the whole before the first step', () => {
  const whole = shownOf('?x0=99&run=sgd,lr:1.1&steps=10');
  const [low, high] = /** @type {number[]} */ (fittedView(whole.experiment, whole.shown));
  // 99·1.2¹⁰ = 612.98 on the right, 99·1.2⁹ = 510.8 on the left.
  assert.ok(low < -510.8 && low > -900 && high > 612.98 && high < 1000, `${low} ${high}`);
  const early = shownOf('?x0=99&run=sgd,lr:1.1&steps=10&t=1');
  const [left, right] = /** @type {number[]} */ (fittedView(early.experiment, early.shown));
  assert.ok(left < -118.8 && left > -200 && right > 99 && right < 200, `${left} ${right}`);
});

test('the plane’s scene holds the start, knows the lowest f, and fits its paths', () => {
  const { experiment, shown } = shownOf('?f=bowl&x0=6,9&run=sgd&run=adam');
  const scene = planeScene(experiment, shown, core, i18n);
  assert.deepEqual(scene.mustHold, [{ x: 6, y: 9 }]);
  assert.equal(scene.lowest, 0);
  assert.deepEqual(scene.points, [{ x: 0, y: 0, kind: 'global_minimum' }]);
  assert.equal(scene.runs.length, 2);
  const [x0, x1, y0, y1] = fittedPlane(experiment, shown);
  assert.ok(x0 < 0 && x1 > 6 && y0 < 0 && y1 > 9 && x1 < 10 && y1 < 14);
});

test('the secant’s scene has the slope of the secant, of the tangent, and where the step leads', () => {
  const experiment = experimentOf('?lab=derivative&f=quadratic&x0=3&dx=2&lr=0.1');
  const quotients = derivative.quotientsOf(experiment, core);
  const scene = derivative.secantScene(experiment, quotients, core, i18n);
  // (25 − 9)/2 = 8; f′(3) = 6; 3 − 0.1·6 = 2.4.
  assert.deepEqual([scene.quotient, scene.slope, scene.beside], [8, 6, { x: 5, f: 25 }]);
  assert.ok(Math.abs(scene.to - 2.4) < 1e-12);
  assert.ok(scene.xRange[0] < 3 && scene.xRange[1] > 5 && scene.yRange[1] >= 25);
  const errors = derivative.errorScene(experiment, quotients, i18n);
  assert.equal(errors.dx[0], 2);
  assert.ok(Math.abs(errors.lines[0].errors[0] - 2) < 1e-12, 'the forward error of x² is Δx');
});

test('the averages’ scene has the values, a line for each visible average, and the weights at t', () => {
  const experiment = experimentOf(
    '?lab=smoothing&data=3,8,6,5&run=sma,window:2&run=ewa,rho:0.5&t=3',
  );
  const all = smoothAll(experiment, core);
  const scene = smoothing.smoothingScene(experiment, /** @type {any} */ (all), i18n);
  assert.deepEqual([...scene.values], [3, 8, 6, 5]);
  const weights = smoothing.weightsScene(experiment, /** @type {any} */ (all), core, i18n);
  // The EWA: 0.5·(0.5², 0.5, 1); the mean of two: nothing, a half, a half. The selected one is drawn last.
  assert.deepEqual([weights.first, weights.last], [1, 3]);
  assert.deepEqual(
    weights.bars.map((bar) => [...bar.weights]),
    [
      [0.125, 0.25, 0.5],
      [0, 0.5, 0.5],
    ],
  );
});

test('the correction’s scene has 1 − ρ^t of each average that starts at 0, and of no other', () => {
  const query = '?lab=smoothing&data=3,8,6,5&run=sma,window:2&run=ewa,rho:0.5&run=ewa,rho:0.9';
  const experiment = experimentOf(`${query}&t=3`);
  const all = smoothAll(experiment, core);
  const { series, steps, t } = smoothing.correctionScene(experiment, all, core, i18n);
  assert.deepEqual([steps, t, series.length], [4, 3, 2]);
  for (const { values } of series) {
    const rho = values[1] > 0.3 ? 0.5 : 0.9;
    assert.deepEqual(
      Array.from(values, (value) => value.toFixed(12)),
      [0, 1, 2, 3, 4].map((k) => (1 - rho ** k).toFixed(12)),
    );
  }
});

/** Two paths: one bounded, one that leaves. */
const PATHS = [
  { x: Float64Array.of(0, 1, 4, 2), y: Float64Array.of(0, -2, 3, 9) },
  { x: Float64Array.of(0, 1e9, Number.NaN, Infinity), y: Float64Array.of(0, 0, 0, 0) },
];

test('a box holds the rows walked, or all before the first step, and nothing that is far or no number', () => {
  const box = (/** @type {number} */ t) => runScenes.fittedBox({ start: [0, 0], t }, PATHS);
  const [x0, x1, y0, y1] = box(1);
  assert.ok(x0 < 0 && x1 > 1 && x1 < 2 && y0 < -2 && y0 > -4 && y1 > 0 && y1 < 1, `${box(1)}`);
  const [, right, , top] = box(0);
  assert.ok(right > 4 && right < 6 && top > 9 && top < 14, `${box(0)}`);
  assert.deepEqual([runScenes.rowsToFit(0), runScenes.rowsToFit(3)], [Infinity, 4]);
});

test('a drawn run has its own part, its look, its label and its changes, and nothing else', () => {
  const { shown } = shownOf('?x0=70&run=sgd&run=sgd,lr:0.8');
  const drawn = runScenes.drawnRuns(shown, (/** @type {any} */ run) => ({ last: run.rows - 1 }));
  assert.deepEqual(
    drawn.map((each) => Object.keys(each).sort()),
    [1, 2].map(() => ['changes', 'label', 'last', 'selected', 'style']),
  );
  assert.deepEqual(
    drawn.map(({ selected }) => selected),
    [false, true],
    'the selected run is drawn last',
  );
  const words = runScenes.leavingWords(i18n);
  assert.deepEqual([words.long(7), words.short(7)], ['leaves at step 7', 'step 7']);
});

test('in Vietnamese, where a comma is in numbers, parts of a title are parted by semicolons', () => {
  const experiment = experimentOf('?f=elongated,a:0.5,b:2.5&x0=1,1');
  const [en, vi] = ['en', 'vi'].map((lang) => objectiveTitle(experiment, core, createI18n(lang)));
  assert.match(en, /, a = 0\.5, b = 2\.5$/);
  assert.match(vi, /; a = 0,5; b = 2,5$/);
});

test('a plot marks the last row before each change, in the colour of its run', () => {
  const query =
    '?run=sgd&run=adam,hidden:1&run=momentum&from=5,1,lr:0.2&from=4,2,lr:1&from=9,3,m:0.5';
  const { experiment, shown } = shownOf(query);
  const { changes = [] } = seriesScene('x', 'linear', experiment, shown, i18n);
  const marks = changes.map(({ at, style }) => [at, style.hue]).sort((a, b) => a[0] - b[0]);
  const hue = (/** @type {number} */ index) => runStyle(index).hue;
  assert.deepEqual(marks, [
    [4, hue(0)],
    [8, hue(2)],
  ]);
});
