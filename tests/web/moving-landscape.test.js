// An f that changes from step to step: every part shows the f of the step shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../../web/i18n/index.js';
import { planeScene } from '../../web/labs/descent/plane-scene.js';
import { curveScene, objectiveSeen } from '../../web/labs/descent/scene.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { specFor } from '../../web/state/experiment.js';
import { core } from './core.js';

const i18n = createI18n('en');
const open = (/** @type {string} */ query) =>
  /** @type {import('../../web/state/types.js').Experiment} */ (
    decodeExperiment(query, '', core).experiment
  );

test('the point of the step shown lies on the curve that is seen', () => {
  // t·x from 1 at the rate 1/4: x falls by t/4 in step t.
  const experiment = open('?fx=t*x&x0=1&run=sgd,lr:0.25&steps=4&v=2');
  const { x, f, gx } = core.run(specFor(experiment, 0)).columns;
  assert.deepEqual([...x], [1, 0.75, 0.25, -0.5, -1.5]);
  for (const t of [0, 1, 2, 3]) {
    assert.equal(gx[t], t + 1);
    const scene = curveScene({ ...experiment, t }, [], core, i18n);
    const seen = scene.sample(scene.xRange);
    const at = seen.x.findIndex((each) => each >= x[t]);
    assert.ok(Math.abs(seen.f[at] - (t + 1) * seen.x[at]) < 1e-12);
    assert.equal(
      core.evaluate(objectiveSeen({ ...experiment, t }, core), { x: [x[t]] }).f[0],
      f[t],
    );
    assert.equal(scene.yTitle, `f(x, ${t + 1})`);
  }
});

test('the range of a curve that changes stays while steps are walked', () => {
  const experiment = open('?fx=(2%2Bsin(t))*x^2&x0=1&v=2');
  const ranges = [0, 1, 2, 5].map((t) => curveScene({ ...experiment, t }, [], core, i18n).yRange);
  for (const range of ranges) assert.deepEqual(range, ranges[0]);
});

test('contours are those of the step shown, and drawn anew only where f changes', () => {
  const moving = open('?fx=x^2%2Bt*y^2&x0=1,1&v=2');
  const [first, third] = [0, 2].map((t) => planeScene({ ...moving, t }, [], core, i18n));
  assert.notEqual(first.fieldKey, third.fieldKey);
  const one = Float64Array.of(1);
  assert.deepEqual(
    [first, third].map((scene) => scene.evaluate(one, one).f[0]),
    [2, 4],
  );
  const still = open('?f=himmelblau');
  const keys = [0, 2].map((t) => planeScene({ ...still, t }, [], core, i18n).fieldKey);
  assert.equal(keys[0], keys[1]);
});
