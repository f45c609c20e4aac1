// Which runs the charts draw, and in which order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, visibleRuns } from '../../web/labs/visible-runs.js';

const NAMES = /** @type {any[]} */ (['a', 'b', 'c', 'd', 'e'].map((label) => ({ label })));
const RESULTS = /** @type {any[]} */ (
  [0, 1, 2, 3].map((run) => ({ run: { run } })).concat(/** @type {any} */ ({ run: null }))
);
const shown = (/** @type {number[]} */ hidden, /** @type {number} */ selected) =>
  visibleRuns(
    { runs: RESULTS.map((_, i) => ({ hidden: hidden.includes(i) })), selected },
    RESULTS,
    NAMES,
  );
const places = (/** @type {ReturnType<typeof shown>} */ runs) => runs.map(({ index }) => index);

test('the selected run is drawn last, the others in the order of the experiment', () => {
  assert.deepEqual(places(shown([], 1)), [0, 2, 3, 1]);
  assert.deepEqual(places(shown([], 0)), [1, 2, 3, 0]);
});

test('hidden runs and failed ones are not drawn, and the others keep their place and label', () => {
  const runs = shown([0, 2], 1);
  assert.deepEqual(places(runs), [3, 1]);
  assert.deepEqual(
    runs.map(({ label }) => label),
    ['d', 'b'],
  );
});

test('inOrder gives back the order of the experiment, whichever run is selected', () => {
  for (const selected of [0, 1, 2, 3])
    assert.deepEqual(places(inOrder(shown([], selected))), [0, 1, 2, 3]);
});
