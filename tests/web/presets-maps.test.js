// The gallery's maps do what their sentences say: by recursions written here, closed forms and theory.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapSpec, sidesShown } from '../../web/labs/descent/map-scene.js';
import { stableBorder } from '../../web/labs/descent/map-theory.js';
import { PRESETS } from '../../web/lessons/presets.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from './core.js';
import { ofLab } from './labs.js';
import { MAP_CLAIMS } from './map-claims.js';

const N = 40;
/** Of Himmelblau's function, as its author gives them. */
const MINIMA = [
  [3, 2],
  [-2.805118, 3.131312],
  [-3.77931, -3.283186],
  [3.584428, -1.848126],
];

/** The map of a preset, coarse. @param {string} key */
function mapOf(key) {
  const query = PRESETS.find((each) => each.key === key)?.query ?? '';
  const experiment = ofLab(decodeExperiment(query, '', core).experiment, 'descent');
  const sides = sidesShown(experiment, core);
  const box = sides.flatMap(({ range }) => [...range]);
  const spec = /** @type {any} */ (mapSpec(experiment, sides, box, [N, N]));
  return core.map({ ...spec, fate: true });
}

/** @typedef {ReturnType<typeof mapOf>} Made */

/** Calls for each pixel. @param {Made} map @param {(p: number, x: number, y: number) => void} look */
function forEach({ axes: [xs, ys], width, height }, look) {
  for (let p = 0; p < width * height; p++) look(p, xs[p % width], ys[Math.floor(p / width)]);
}

/** Parts of all pixels, by where they end. @param {Made} map */
function partsOf({ basin }) {
  /** @type {Map<number, number>} */
  const parts = new Map();
  for (const each of basin) parts.set(each, (parts.get(each) ?? 0) + 1 / basin.length);
  return parts;
}

const kindOf = (/** @type {Made} */ { fate }, /** @type {number} */ p) =>
  core.catalog.kinds[fate[p]];

/** Where heavy ball ends on Himmelblau's function. @param {number} x @param {number} y @param {number} m */
function heavyBall(x, y, m) {
  let [v, w] = [0, 0];
  for (let t = 0; t < 200; t++) {
    const [a, b] = [x * x + y - 11, x + y * y - 7];
    [v, w] = [m * v - 0.01 * (4 * x * a + 2 * b), m * w - 0.01 * (2 * a + 4 * y * b)];
    [x, y] = [x + v, y + w];
  }
  return MINIMA.findIndex(([a, b]) => Math.hypot(x - a, y - b) < 1e-3);
}

/** The part of pixels that end where heavy ball does. @param {Made} map @param {number} m */
function agreeing(map, m) {
  let same = 0;
  forEach(map, (p, x, y) => {
    const point = map.points[map.basin[p]];
    const minimum = MINIMA.findIndex(
      ([a, b]) => point && Math.hypot(point.x - a, point.y - b) < 0.01,
    );
    same += minimum === heavyBall(x, y, m) ? 1 : 0;
  });
  return same / map.basin.length;
}

/** @type {Record<string, (map: Made) => void>} */
const CLAIMS = {
  'map-gd': (map) => {
    const parts = [...partsOf(map).values()];
    assert.equal(parts.length, 4);
    for (const part of parts) assert.ok(part > 0.2 && part < 0.3, `${part}`);
    assert.equal(agreeing(map, 0), 1);
  },
  'map-momentum': (map) => {
    const left = partsOf(map).get(-2) ?? 0;
    assert.ok(left > 0.08 && left < 0.14, `${left}`);
    assert.ok(agreeing(map, 0.9) > 0.95);
  },
  'map-adam': (map) => {
    const parts = partsOf(map);
    assert.equal(parts.get(-2), undefined);
    assert.ok((parts.get(-1) ?? 0) < 0.05);
  },
  'map-newton': (map) => {
    for (const { x, y } of map.points)
      assert.ok(Math.hypot(x ** 3 - 3 * x * y * y - 1, 3 * x * x * y - y ** 3) < 1e-9);
    const parts = partsOf(map);
    for (const k of [0, 1, 2]) assert.ok((parts.get(k) ?? 0) > 0.3);
    forEach(map, (p, x, y) => {
      // Near a root it is found.
      const near = map.points.findIndex((point) => Math.hypot(point.x - x, point.y - y) < 0.3);
      if (near >= 0) assert.equal(map.basin[p], near);
    });
  },
  'map-newton-saddles': (map) => {
    const parts = partsOf(map);
    const kinds = map.points.map(({ kind }) => kind).toSorted();
    assert.deepEqual(kinds.join(), `${'global_minimum,'.repeat(4)}maximum${',saddle'.repeat(4)}`);
    for (const k of map.points.keys()) assert.ok((parts.get(k) ?? 0) > 0.01, `${k}`);
  },
  'map-rates': (map) =>
    forEach(map, (p, lr, m) => {
      const excess = lr - (1 + m) / 2; // 2(1 + m)/L, L = 4
      if (Math.abs(excess) < 0.05) return;
      assert.equal(['diverging', 'left'].includes(kindOf(map, p)), excess > 0, `${lr}, ${m}`);
    }),
  'map-start-rate': (map) =>
    forEach(map, (p, _, lr) => {
      assert.equal(kindOf(map, p), kindOf(map, p - (p % map.width)));
      if (Math.abs(lr - 1) > 0.01) assert.equal(kindOf(map, p) === 'diverging', lr > 1);
    }),
  'map-wavy-rates': (map) => {
    let crossed = 0;
    forEach(map, (p, x, lr) => {
      const point = map.points[map.basin[p]];
      if (!point) return;
      const isSame = point.x > -0.946 === x > -0.946;
      if (lr < 0.0025) assert.ok(isSame, `${x}, ${lr}`);
      else if (!isSame) crossed++;
    });
    assert.ok(crossed > 150, `${crossed}`);
  },
  'map-orbit': (map) => {
    // x ↦ (1 + 4η)x − 4ηx³ is the cubic ax − x³ with a = 1 + 4η: its cycles of 1, 2 and 4 end at
    // a = 2, √5 and 2.288, both wells are visited from a = 3√3/2, and it has no bounds from a = 3.
    const { width, height, visits = new Uint32Array(), axes } = map;
    for (const [column, lr] of axes[0].entries()) {
      const seen = [...axes[1]].filter((_, row) => visits[row * width + column]);
      const a = 1 + 4 * lr;
      const nearest = Math.min(
        ...[2, 5 ** 0.5, 2.288, 1.5 * 3 ** 0.5, 3].map((b) => Math.abs(a - b)),
      );
      if (nearest < 0.01) continue;
      const sides = new Set(seen.filter((x) => Math.abs(x) > 0.1).map(Math.sign)).size;
      if (a < 2) assert.equal(seen.length, 1, `η = ${lr}`);
      else if (a < 5 ** 0.5) assert.equal(seen.length, 2, `η = ${lr}`);
      else if (a < 2.288) assert.ok(seen.length > 2 && seen.length < 5, `η = ${lr}`);
      else if (a < 3) assert.equal(sides, a < 1.5 * 3 ** 0.5 ? 1 : 2, `η = ${lr}`);
      else assert.equal(map.basin[column], -2, `η = ${lr}`);
    }
    assert.equal(height, N);
  },
  'map-double-well': (map) => {
    const changes = (/** @type {number} */ row) => {
      const line = [...map.basin.slice(row * N, (row + 1) * N)].filter((k) => k >= 0);
      return line.filter((k, i) => i && k !== line[i - 1]).length;
    };
    assert.equal(changes(0), 1);
    assert.ok(changes(Math.floor(0.9 * N)) > 4);
  },
  'map-rosenbrock': (map) => {
    const arrived = [...map.steps].filter((_, p) => map.basin[p] >= 0);
    assert.ok(arrived.length > 0.5 * N * N && arrived.length < 0.8 * N * N);
    assert.ok(Math.min(...arrived) < 400 && Math.max(...arrived) > 1900);
  },
};

test('the line of theory is 2(1 + m)/L over η × m, and 2/L over x × η', () => {
  const experimentOf = (/** @type {string} */ query) =>
    ofLab(decodeExperiment(query, '', core).experiment, 'descent');
  const rates = experimentOf('?f=elongated&run=momentum&map=lr,m');
  const border = stableBorder(rates, sidesShown(rates, core), 4, core);
  assert.ok(border.length > 50);
  for (const { x, y } of border) assert.ok(Math.abs(10 ** x - (1 + y) / 2) < 1e-9);
  const starts = experimentOf('?f=quadratic&run=sgd&map=x,lr');
  const level = stableBorder(starts, sidesShown(starts, core), 2, core);
  assert.ok(level.length > 50 && level.every(({ y }) => y === 0));
  const none = experimentOf('?f=himmelblau&run=momentum&map=lr,m');
  assert.deepEqual(stableBorder(none, sidesShown(none, core), Number.NaN, core), []);
});

test('every map of the gallery has a claim', () => {
  const keys = PRESETS.filter(({ group }) => group === 'maps').map(({ key }) => key);
  assert.deepEqual(Object.keys(CLAIMS), keys);
  assert.deepEqual(MAP_CLAIMS, keys);
});

for (const [key, holds] of Object.entries(CLAIMS))
  test(`${key} does what it says`, () => holds(mapOf(key)));
