import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oklchToRgb, ramp } from '../../web/charts/colour.js';
import { contourLevels } from '../../web/charts/contour-levels.js';
import { contourField, sampleGrid } from '../../web/charts/field-image.js';
import {
  boxWith,
  fitBox,
  panBox,
  roundBox,
  spacedRows,
  zoomBox,
} from '../../web/charts/plane-geometry.js';

test('a square box in a wide plot is widened until a unit of x is as long as one of y', () => {
  assert.deepEqual(fitBox([-1, 1, -1, 1], 400, 200), [-2, 2, -1, 1]);
  assert.deepEqual(fitBox([0, 4, 0, 2], 200, 200), [0, 4, -1, 3]);
});

test('a box that would be shown as a sliver keeps its own proportions', () => {
  assert.deepEqual(fitBox([0, 100, 0, 1], 200, 200), [0, 100, 0, 1]);
});

test('zooming keeps the place under the pointer where it was', () => {
  assert.deepEqual(zoomBox([0, 8, 0, 4], 2, 8, 0), [4, 8, 0, 2]);
  assert.deepEqual(zoomBox([0, 8, 0, 4], 0.5), [-4, 12, -2, 6]);
});

test('no zoom leads to a view that has no width or is wider than a link may say', () => {
  let box = /** @type {readonly number[]} */ ([1, 2, 1, 2]);
  for (let i = 0; i < 200; i++) box = zoomBox(box, 10);
  assert.ok(box[1] > box[0] && box[3] > box[2]);
  for (let i = 0; i < 200; i++) box = panBox(zoomBox(box, 0.1), 1e8, 0);
  assert.ok(box.every((end) => Math.abs(end) <= 1e9));
});

test('moving the view moves all of it', () => {
  assert.deepEqual(panBox([0, 1, 0, 1], 0.5, -2), [0.5, 1.5, -2, -1]);
});

test('a view is rounded to the digits a screen can show', () => {
  assert.deepEqual(
    roundBox([-1.23456789, 2.3456789, 0.00012345, 0.0098765]),
    [-1.235, 2.346, 0.000123, 0.009877],
  );
});

test('a box grows to hold points, and only finite ones', () => {
  const points = [
    { x: 3, y: -4 },
    { x: Number.NaN, y: 9 },
    { x: Infinity, y: 0 },
  ];
  assert.deepEqual(boxWith([0, 1, 0, 1], points), [0, 3, -4, 9]);
});

test('dots of a path keep their distance, and the last one is always there', () => {
  const path = [0, 1, 2, 10, 11, 30].map((x) => ({ x, y: 0 }));
  assert.deepEqual(spacedRows(path, 5), [5, 4, 2]);
});

/** @param {(x: number, y: number) => number} f @param {number} reach */
const sample = (f, reach) =>
  sampleGrid((x, y) => x.map((each, i) => f(each, y[i])), [-reach, reach, -reach, reach], 80, 80);

test('a bowl has evenly spaced levels, Rosenbrock powers of ten', () => {
  const bowl = contourLevels(sample((x, y) => x * x + y * y, 10).f, 0);
  assert.equal(bowl.scale, 'linear');
  const gaps = bowl.values.slice(1).map((value, i) => value - bowl.values[i]);
  assert.ok(gaps.every((gap) => Math.abs(gap - gaps[0]) < 1e-9) && bowl.values.length >= 8);
  const valley = contourLevels(sample((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, 2).f, 0);
  assert.equal(valley.scale, 'log');
  assert.ok(
    valley.values.includes(100) && valley.values.includes(1000) && valley.values.length >= 6,
  );
});

test('levels have short names, wherever the lowest value lies', () => {
  const rosenbrock = (/** @type {number} */ x, /** @type {number} */ y) =>
    (1.0371 - x) ** 2 + 100 * (y - x * x) ** 2;
  for (const lift of [0, -7.4636, 0.0371, 1000]) {
    const { f } = sample((x, y) => rosenbrock(x, y) + lift, 2);
    for (const lowest of [undefined, lift]) {
      const { values } = contourLevels(f, lowest);
      assert.ok(values.length >= 6 && values[0] > lift, `${values}`);
      for (const value of values) assert.ok(String(Math.abs(value)).length <= 4, `${value}`);
    }
  }
});

test('levels: ascending, few, inside what f reaches, for flat, infinite and undefined f too', () => {
  const shapes = [
    () => 1,
    () => Number.NaN,
    (/** @type {number} */ x) => 1 / x,
    (/** @type {number} */ x) => Math.exp(50 * x),
    (/** @type {number} */ x, /** @type {number} */ y) => x * y,
    (/** @type {number} */ x) => 1e-12 * x,
    (/** @type {number} */ x) => 1e200 * x * x,
    (/** @type {number} */ x) => (x > 0 ? x : Infinity),
  ];
  for (const shape of shapes) {
    const { f } = sample(shape, 3);
    const { values } = contourLevels(f);
    assert.ok(values.length <= 18, `${shape}: ${values.length} levels`);
    assert.ok(
      values.every((value, i) => i === 0 || value > values[i - 1]),
      `${shape}: ${values}`,
    );
    assert.ok(values.every(Number.isFinite));
  }
});

test('the contour x² + y² = 4 lies at distance 2 from the middle', () => {
  const field = sample((x, y) => x * x + y * y, 3);
  const { levels, polygons } = contourField({ ...field, lowest: 0 });
  const at = levels.values.indexOf(4);
  assert.ok(at >= 0, `levels ${levels.values}`);
  const holes = polygons[at].coordinates.flat().slice(1);
  assert.equal(holes.length, 1);
  for (const [column, row] of holes[0]) {
    const [x, y] = [column, row].map((place) => -3 + (6 * (place - 0.5)) / (field.columns - 1));
    assert.ok(Math.abs(Math.hypot(x, y) - 2) < 0.01, `(${x}, ${y})`);
  }
});

test('OKLCH: white, black, and sRGB red as its definition has it', () => {
  assert.deepEqual(oklchToRgb([1, 0, 0]), [255, 255, 255]);
  assert.deepEqual(oklchToRgb([0, 0, 0]), [0, 0, 0]);
  assert.deepEqual(oklchToRgb([0.62796, 0.25768, 29.234]), [255, 0, 0]);
});

test('a ramp goes from one end to the other', () => {
  assert.deepEqual(ramp([0, 0, 0], [1, 0, 0], 2), ['rgb(0 0 0)', 'rgb(255 255 255)']);
  assert.equal(ramp([0, 0, 0], [1, 0, 0], 1).length, 1);
});
