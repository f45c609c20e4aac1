// Paths on a stage: each is visible as a whole, overlapping paths can be told apart, slopes have their
// arrows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headSizes, inLayers, pathOf } from '../../web/charts/paths.js';
import { plotWidth } from '../../web/charts/plane-geometry.js';
import { runStyle } from '../../web/charts/run-style.js';
import { arrowLength, LONGEST, steepOf } from '../../web/charts/steepness.js';

const runOf = (/** @type {number} */ index, selected = false) => ({
  style: runStyle(index),
  selected,
  label: '',
});

test('a path has all its rows at every step, and of them those walked', () => {
  const placeOf = (/** @type {number} */ row) => ({ x: row, y: -row });
  const path = pathOf(runOf(0), 30, 4, placeOf);
  assert.equal(path.whole.length, 31);
  assert.deepEqual(path.walked.at(-1), { x: 4, y: -4 });
  assert.equal(path.walked.length, 5);
  const done = pathOf(runOf(0), 30, 99, placeOf);
  assert.equal(done.walked, done.whole);
});

test('lines on top of each other: the wide one lowest, and gaps above what has none', () => {
  const runs = [1, 0, 2].map((index) => runOf(index));
  assert.deepEqual(
    inLayers(runs).map((run) => runs.indexOf(run)),
    [1, 0, 2],
  );
  const [dotted, solid] = [runOf(2, true), runOf(0)];
  assert.deepEqual(inLayers([solid, dotted]), [dotted, solid]);
});

test('of heads in one place each next one is smaller, and none vanishes', () => {
  const here = { x: 5, y: 5 };
  const sizes = headSizes([here, here, here, { x: 90, y: 5 }, here], 7, 5.5);
  assert.ok(sizes[0] > sizes[1] && sizes[1] > sizes[2] && sizes[2] > sizes[4], `${sizes}`);
  assert.equal(sizes[3], 5.5);
  assert.ok(Math.min(...headSizes(Array(8).fill(here), 7, 5.5)) > 2);
});

test('an arrow is longer where it is steeper, never longer than the longest, and nothing at rest', () => {
  assert.equal(arrowLength(8, 2), LONGEST);
  assert.equal(arrowLength(2, 2), LONGEST);
  assert.ok(Math.abs(arrowLength(0.5, 2) - LONGEST / 2) < 1e-12, 'the root of a quarter');
  for (const slope of [0, 1e-15, Number.NaN]) assert.equal(arrowLength(slope, 2), 0);
  assert.equal(arrowLength(0, 0), 0);
  assert.equal(arrowLength(Infinity, 2), LONGEST);
});

// Of x² + y² on ±1 that is 2r of the circle that leaves a tenth out.
test('steep is what a tenth of the view is steeper than', () => {
  const evaluate = (/** @type {Float64Array} */ x, /** @type {Float64Array} */ y) => ({
    f: x,
    gx: x.map((each) => 2 * each),
    gy: y.map((each) => 2 * each),
  });
  // Of the square's area 4, the circle of radius r > 1 covers 3.6 where r = 1.134; a grid of 24 × 24 is near
  // that.
  assert.ok(Math.abs(steepOf({ evaluate }, [-1, 1, -1, 1]) - 2 * 1.134) < 0.12);
  const nowhere = (/** @type {Float64Array} */ x) => {
    const none = x.map(() => Number.NaN);
    return { f: none, gx: none, gy: none };
  };
  assert.equal(steepOf({ evaluate: nowhere }, [0, 1, 0, 1]), 0);
});

test('a plot is as wide as its box needs, and never a sliver', () => {
  assert.equal(plotWidth([-6, 6, -6, 6], 753, 328), 328);
  assert.equal(plotWidth([-6, 6, -4, 4], 753, 328), 492);
  assert.equal(plotWidth([-6, 6, -6, 6], 300, 328), 300);
  assert.equal(plotWidth([-1, 1, -2, 2], 1000, 300), 400);
  for (const box of [
    [0, 100, 0, 1],
    [0, 1, 0, 100],
  ])
    assert.equal(plotWidth(box, 753, 328), 753, 'not drawn to scale');
});
