// The surface's arithmetic against closed forms, and its key in the link's state.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseLabels, boxOf } from '../../web/charts/surface-axes.js';
import * as geometry from '../../web/charts/surface-geometry.js';
import { buildGround, heightScale, slice } from '../../web/charts/surface-relief.js';
import { turnSurface } from '../../web/state/camera.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { defaultExperiment } from '../../web/state/experiment.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

const AREA = { left: 0, right: 600, top: 0, bottom: 400 };
const near = (
  /** @type {ArrayLike<number>} */ actual,
  /** @type {number[]} */ wanted,
  within = 1e-9,
) =>
  wanted.forEach((value, i) => {
    assert.ok(Math.abs(actual[i] - value) <= within, `${actual[i]} is not ${value} (${i})`);
  });

/** A function on a grid over −1 … 1. @param {(x: number, y: number) => number} f */
function fieldOf(f, n = 41) {
  const at = (/** @type {number} */ i) => (2 * i) / (n - 1) - 1;
  const values = Float64Array.from({ length: n * n }, (_, i) =>
    f(at(i % n), at(Math.floor(i / n))),
  );
  return { columns: n, rows: n, f: values };
}

test('from straight above the surface is the plane: x to the right, y up', () => {
  const view = geometry.viewOf([0, 90], AREA);
  const [origin, right, up] = [
    [0, 0],
    [1, 0],
    [0, 1],
  ].map(([x, y]) => geometry.project(view, x, y, 0.7));
  near([right[0] - origin[0], right[1] - origin[1]], [view.scale, 0]);
  near([up[0] - origin[0], up[1] - origin[1]], [0, -view.scale]);
});

test('from the horizon height alone counts, and a quarter turn swaps the axes', () => {
  const flat = geometry.viewOf([0, 0], AREA);
  const [low, high] = [0, 1].map((z) => geometry.project(flat, 0.3, 0.8, z));
  near([low[1] - high[1], low[0] - high[0]], [flat.scale, 0]);
  const turned = geometry.viewOf([90, 90], AREA);
  const [origin, x] = [geometry.project(turned, 0, 0, 0), geometry.project(turned, 1, 0, 0)];
  near([x[0] - origin[0], x[1] - origin[1]], [0, -turned.scale], 1e-9);
});

test('the block keeps its size and stays in the picture however it is turned', () => {
  for (let azimuth = -180; azimuth <= 180; azimuth += 15) {
    for (const elevation of [5, 35, 90]) {
      const view = geometry.viewOf([azimuth, elevation], AREA);
      for (const x of [-1, 1])
        for (const y of [-1, 1])
          for (const z of [0, geometry.HEIGHT]) {
            const [left, top] = geometry.project(view, x, y, z);
            assert.ok(left >= -1e-9 && left <= 600 + 1e-9 && top >= -1e-9 && top <= 400 + 1e-9);
          }
    }
  }
});

test('cells are painted from far to near, each once', () => {
  for (const azimuth of [0, 30, 100, 170, -60, -135]) {
    const view = geometry.viewOf([azimuth, 30], AREA);
    const order = geometry.paintOrder(view, 5, 7).flat();
    assert.equal(new Set(order).size, 35);
    const place = (/** @type {number} */ cell) => [cell % 5, Math.floor(cell / 5)];
    const away = (/** @type {number} */ cell) => {
      const [column, row] = place(cell);
      return geometry.awayOf(view, column, row);
    };
    order.forEach((cell, i) => {
      // A neighbour that is nearer to the eye comes later.
      for (const other of order.slice(0, i)) {
        const [a, b] = [place(cell), place(other)];
        const isBeside = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) === 1;
        if (isBeside)
          assert.ok(away(other) >= away(cell) - 1e-12, `${azimuth}°: ${other} before ${cell}`);
      }
    });
  }
});

test('between grid points the ground is bilinear, and off the block there is none', () => {
  const relief = { columns: 2, rows: 2, heights: Float64Array.of(0, 1, 2, 5) };
  near([geometry.groundAt(relief, -1, -1), geometry.groundAt(relief, 1, 1)], [0, 5]);
  near([geometry.groundAt(relief, 0, 0), geometry.groundAt(relief, 0, -1)], [2, 0.5]);
  assert.ok(Number.isNaN(geometry.groundAt(relief, 1.01, 0)));
});

test('a ridge hides what is behind it, and not what is before it', () => {
  const ground = buildGround(fieldOf((_, y) => Math.exp(-40 * y * y)));
  const view = geometry.viewOf([0, 10], AREA); // the eye is at y = −∞
  const at = (/** @type {number} */ y) => ({ x: 0, y, z: geometry.groundAt(ground, 0, y) });
  assert.equal(geometry.isHidden(ground, view, at(0.6)), true);
  assert.equal(geometry.isHidden(ground, view, at(-0.6)), false);
  assert.equal(geometry.isHidden(ground, view, at(0)), false);
  assert.equal(geometry.isHidden(ground, geometry.viewOf([0, 90], AREA), at(0.6)), false);
});

test('a walk is lifted onto the ground, its ends among its points', () => {
  const ground = buildGround(fieldOf((x, y) => x * x + y * y));
  const line = geometry.liftSegment(ground, [-1, 0, 1, 0]);
  near([line[0].x, line[0].y, line.at(-1)?.x ?? 0], [-1, 0, 1]);
  for (const { x, y, z } of line) near([z], [geometry.groundAt(ground, x, y)]);
});

test('a walk that leaves the block is lifted as far as the block goes, however far it leads', () => {
  const ground = buildGround(fieldOf((x, y) => x * x + y * y));
  const line = geometry.liftSegment(ground, [0, 0, 1e12, 0]);
  near([line[0].x, line.at(-1)?.x ?? 0], [0, 1]);
  assert.ok(line.length < 100, `${line.length} points`);
  assert.deepEqual(geometry.liftSegment(ground, [2, 2, 5, 9]), []);
  assert.deepEqual(geometry.liftSegment(ground, [0, 0, Number.NaN, 0]), []);
  assert.deepEqual(geometry.liftSegment(ground, [0, 0, Infinity, 0]), []);
});

test('a polygon is cut in two parts whose areas sum to it', () => {
  const square = [
    [0, 0, 0],
    [1, 0, 1],
    [1, 1, 1],
    [0, 1, 0],
  ];
  const area = (/** @type {number[][]} */ points) =>
    Math.abs(
      points.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = points[(i + 1) % points.length];
        return sum + (x * nextY - nextX * y) / 2;
      }, 0),
    );
  const { below, above, cut } = slice(square, 0.25);
  near([area(below), area(above)], [0.25, 0.75]);
  assert.ok(cut.length === 2 && cut.every(([x]) => x === 0.25));
});

test('heights never fall where f grows, from 0 at the lowest to the top', () => {
  for (const f of [
    (/** @type {number} */ x) => x * x,
    (/** @type {number} */ x) => Math.exp(9 * x),
  ]) {
    const scale = heightScale(fieldOf((x) => f(x)));
    const values = Array.from({ length: 50 }, (_, i) => f(-1) + ((f(1) - f(-1)) * i) / 49);
    const heights = values.map(scale.of);
    heights.slice(1).forEach((z, i) => {
      assert.ok(z >= heights[i]);
    });
    near([scale.of(scale.levels.base)], [0]);
    near([scale.of(scale.top)], [geometry.HEIGHT]);
    assert.ok(Number.isNaN(scale.of(Number.NaN)));
  }
});

test('every cell’s pieces cover it, and where f is no number there is nothing', () => {
  const ground = buildGround(fieldOf((x, y) => (x > 0.9 ? Number.NaN : x + y), 21));
  const cell = ground.cells[0];
  const area = cell.pieces.reduce((sum, { points }) => {
    let twice = 0;
    for (let i = 0; i < points.length; i += 3) {
      const next = (i + 3) % points.length;
      twice += points[i] * points[next + 1] - points[next] * points[i + 1];
    }
    return sum + Math.abs(twice) / 2;
  }, 0);
  near([area], [0.01]);
  assert.deepEqual(ground.cells[19].pieces, []);
});

test('the rim is the edges of the outer cells, as high as the ground', () => {
  const heights = Float64Array.of(0, 1, 2, 3, 4, Number.NaN, 6, 7, 8);
  const relief = { columns: 3, rows: 3, heights };
  const ends = (/** @type {number} */ cell) =>
    geometry.rimOf(relief, cell).map((edge) => edge.map(({ x, y, z }) => [x, y, z]));
  assert.deepEqual(ends(0), [
    [
      [-1, -1, 0],
      [-1, 0, 3],
    ],
    [
      [-1, -1, 0],
      [0, -1, 1],
    ],
  ]);
  assert.deepEqual(ends(3), [
    [
      [0, 1, 7],
      [1, 1, 8],
    ],
  ]);
});

test('labels that would touch are left out, the first ones stay', () => {
  const box = (/** @type {number} */ left) => ({ left, right: left + 10, top: 0, bottom: 10 });
  assert.deepEqual(geometry.keepApart([box(0), box(5), box(11), box(30)], 0), [0, 2, 3]);
});

test('turning goes around, and stays above the horizon', () => {
  const first = defaultExperiment(core.catalog);
  const turned = turnSurface({ ...first, surface: [170, 30] }, [20, -60]);
  assert.deepEqual(turned.surface, [-170, 5]);
  assert.deepEqual(turnSurface({ ...first, surface: [0, 85] }, [-30, 15]).surface, [-30, 90]);
  assert.deepEqual(turnSurface({ ...first, surface: [0, 30] }, [-3000, 0]).surface, [-120, 30]);
});

test('an angle of a link goes around to the same direction, silently; only what is no angle is said', () => {
  const at = (/** @type {string} */ surface) =>
    decodeExperiment(`?f=bowl&surface=${surface}`, '', core);
  for (const [given, meant] of [
    ['225,35', [-135, 35]],
    ['540,35', [-180, 35]],
    ['-200.1,35', [159.9, 35]],
    ['180,35', [180, 35]],
  ]) {
    const { experiment, notices } = at(/** @type {string} */ (given));
    assert.deepEqual(ofLab(experiment, 'descent').surface, meant);
    assert.deepEqual(notices, []);
  }
  assert.equal(at('1e999,35').notices[0].code, 'not_a_number');
  assert.equal(at('225,100').notices[0].code, 'out_of_range');
});

test('from every side both axes have their name and two numbers, all of it inside the picture', () => {
  const scene = { xTitle: 'x', yTitle: 'y', format: String };
  for (const size of [
    { width: 358, height: 304 },
    { width: 898, height: 400 },
  ])
    for (let azimuth = -180; azimuth < 180; azimuth += 5)
      for (const elevation of [5, 20, 35, 60, 90]) {
        const area = { left: 44, right: size.width - 30, top: 8, bottom: size.height - 34 };
        const view = geometry.viewOf([azimuth, elevation], area);
        const labels = baseLabels(view, [-2, 2, -1000, 3000], scene);
        const boxes = labels.map((label) => boxOf(label, 7 * label.text.length, size));
        const kept = geometry.keepApart(boxes, 3);
        const where = `${azimuth}, ${elevation}: ${kept}`;
        assert.deepEqual(kept.slice(0, 2), [0, 1], where);
        assert.ok(kept.length >= 6, where);
        for (const i of kept) {
          const { left, right, top, bottom } = boxes[i];
          assert.ok(left >= 0 && right <= size.width && top >= 0 && bottom <= size.height, where);
        }
      }
});
