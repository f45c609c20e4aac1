// f over evaluations: what each row of a run has cost so far, counted by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestTo } from '../../web/charts/geometry.js';
import { createI18n } from '../../web/i18n/index.js';
import { haveCounts, overEvaluations } from '../../web/labs/descent/evaluations.js';
import { DESCENTS, seriesScene } from '../../web/labs/descent/scene.js';
import { optimizerNames } from '../../web/labs/descent/words.js';
import { visibleRuns } from '../../web/labs/visible-runs.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { resultsNow } from '../../web/state/results.js';
import { core } from './core.js';

const i18n = createI18n('en');

/** @param {string} query */
function plotOf(query) {
  const { experiment: any } = decodeExperiment(query, '', core);
  const experiment = /** @type {import('../../web/state/types.js').Experiment} */ (any);
  const names = optimizerNames(experiment, core, i18n);
  const shown = visibleRuns(experiment, resultsNow(core, DESCENTS, experiment), names);
  const scene = seriesScene('f', 'log', experiment, shown, i18n);
  const over = overEvaluations(scene, experiment, shown, core, i18n);
  /** Of run i. @param {number} i */
  const at = (i) => [...(over.series[shown.findIndex(({ index }) => index === i)].at ?? [])];
  return { shown, over, at };
}

test('a line search costs a gradient and a value a step, and a value for each length it tries', () => {
  const { at, shown, over } = plotOf(
    '?v=2&fx=x^2&x0=8&run=backtracking,lr:2&run=sgd,lr:0.1&run=polyak&steps=3',
  );
  assert.ok(haveCounts(shown));
  // f and ∇f at 8; f at −24, −8 and 0, where f is known then; ∇f at 0.
  assert.deepEqual(at(0).slice(0, 2), [0, 5]);
  assert.deepEqual(at(1), [0, 1, 2, 3]);
  assert.deepEqual(at(2), [0, 2, 4, 6], 'this rule reads f');
  assert.equal(over.steps, Math.max(...at(0), 6));
});

test('an own rule costs a gradient a step, and a value where it names f', () => {
  const rule = (/** @type {string} */ text) =>
    plotOf(`?v=2&x0=8&run=custom,lr:0.1&run=bfgs&steps=2&rule=${encodeURIComponent(text)}`).at(0);
  assert.deepEqual(rule('x = x - lr*g'), [0, 1, 2]);
  assert.deepEqual(rule('x = x - lr*f/g'), [0, 2, 4]);
});

test('without a method there is nothing to count', () => {
  assert.ok(!haveCounts(plotOf('?x0=8&run=sgd&run=adam').shown));
});

test('a change is where the row before it is', () => {
  const { over } = plotOf('?v=2&x0=8&run=polyak&run=bfgs&steps=9&from=4,1,lr:0.5&from=99,1,lr:0.2');
  assert.deepEqual(
    over.changes?.map(({ at }) => at),
    [6],
  );
});

test('a pointer means the row that is nearest, the first of equal ones', () => {
  const at = [0, 5, 5, 7, 20];
  for (const [value, row] of [
    [-3, 0],
    [2, 0],
    [3, 1],
    [5, 1],
    [6.5, 3],
    [13, 3],
    [14, 4],
    [99, 4],
  ])
    assert.equal(nearestTo(value, at), row, String(value));
});
