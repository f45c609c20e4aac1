// Maps against theory: heavy ball on a quadratic, Newton's fractal, and the ways to ask for a map.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadRemoteCore } from '../../web/core/remote.js';
import { core } from './core.js';

const N = 200;
/** @type {readonly string[]} */
const kinds = core.catalog.kinds;

/** Whether heavy ball converges on L x²/2: both roots of λ² − (1 + m − ηL)λ + m are within the circle. */
function settles(
  /** @type {number} */ lr,
  /** @type {number} */ m,
  /** @type {number} */ curvature,
) {
  const half = (1 + m - lr * curvature) / 2;
  const under = half * half - m;
  return under < 0 ? m < 1 : Math.abs(half) + Math.sqrt(under) < 1;
}

test('the fates over η and m of heavy ball are those that the roots give, but at the border', () => {
  const curvatures = [0.2, 4]; // 0.1x² + 2y²
  const { axes, fate, width } = core.map({
    ...{ objective: { formula: '0.1*x^2 + 2*y^2' }, start: [-5, -2], steps: 200 },
    optimizer: { rule: 'v = m*v + g; x = x - lr*v', hypers: { lr: 0.1, m: 0 } },
    axes: [
      { of: 'lr', from: 0.003, to: 1.2, n: N },
      { of: 'm', from: 0.001, to: 0.999, n: N },
    ],
  });
  const is = (/** @type {number} */ i, /** @type {number} */ j) =>
    curvatures.every((curvature) => settles(axes[0][i], axes[1][j], curvature));
  const away = ['diverging', 'left'].map((kind) => kinds.indexOf(kind));
  let [wrong, inside] = [0, 0];
  for (let j = 1; j < N - 1; j++)
    for (let i = 1; i < N - 1; i++) {
      const right = is(i, j);
      inside += right ? 1 : 0;
      if (away.includes(fate[j * width + i]) !== right) continue;
      wrong++;
      const around = [is(i - 1, j), is(i + 1, j), is(i, j - 1), is(i, j + 1)];
      assert.ok(
        around.includes(!right),
        `η ${axes[0][i]}, m ${axes[1][j]}: ${kinds[fate[j * width + i]]}`,
      );
    }
  assert.ok(inside > N * N * 0.4 && inside < N * N * 0.8, `${inside} pixels are stable`);
  assert.ok(wrong < N, `${wrong} pixels at the border are wrong`);
});

/** Newton's z − (z³ − 1)/(3z²) from a start, in complex arithmetic: the root and the step of arrival. */
function newton(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ steps) {
  const roots = [0, 1, 2].map((k) => [
    Math.cos((2 * Math.PI * k) / 3),
    Math.sin((2 * Math.PI * k) / 3),
  ]);
  let [root, since] = [-1, 0];
  for (let t = 0; t <= steps; t++) {
    const now = roots.findIndex(([a, b]) => Math.hypot(x - a, y - b) <= 1e-3);
    if (now !== root) [root, since] = [now, t];
    const [u, v] = [x * x - y * y, 2 * x * y]; // z²
    const [p, q] = [u * x - v * y - 1, u * y + v * x]; // z³ − 1
    const size = 3 * (u * u + v * v);
    [x, y] = [x - (p * u + q * v) / size, y - (q * u - p * v) / size];
  }
  return { root: root < 0 ? undefined : roots[root], since };
}

test('the basins of Newton’s method on z³ − 1 are those of complex arithmetic', () => {
  const steps = 60;
  // The slope of Re(z⁴/4 − z) is the conjugate of z³ − 1, and its Newton step is the complex one.
  const {
    axes,
    basin,
    steps: took,
    points,
    width,
  } = core.map({
    ...{ objective: { formula: '(x^4 - 6*x^2*y^2 + y^4)/4 - x' }, optimizer: 'newton', steps },
    axes: [
      { of: 'x', from: -2, to: 2, n: N },
      { of: 'y', from: -2, to: 2, n: N },
    ],
    fate: false,
  });
  assert.equal(points.length, 3);
  let other = 0;
  for (let j = 0; j < N; j++)
    for (let i = 0; i < N; i++) {
      const { root, since } = newton(axes[0][i], axes[1][j], steps);
      const point = points[basin[j * width + i]];
      const isSame = root && point && Math.hypot(root[0] - point.x, root[1] - point.y) < 1e-6;
      if (!isSame || since !== took[j * width + i]) other++;
    }
  assert.ok(other < 20, `${other} of ${N * N} pixels end elsewhere, or at another step`);
});

const spec = {
  ...{ objective: 'himmelblau', optimizer: 'adam', steps: 30, start: [1, 2], tolerance: 0.1 },
  axes: /** @type {const} */ ([
    { of: 'x', from: -6, to: 6, n: 45 },
    { of: 'lr', from: 0.01, to: 1, n: 80, scale: 'log' },
  ]),
};
/** @param {import('../../web/core/types.js').Map} map */
const bytesOf = ({ basin, steps, value, fate }) =>
  [basin, steps, value, fate].map((array) => Buffer.from(array.buffer));

test('any slices of a map have the same bytes as the whole, here, in threads and in slices', async () => {
  const whole = core.map(spec);
  for (const cuts of [
    [0, 1, 80],
    [0, 33, 40, 80],
  ]) {
    const parts = cuts.slice(1).map((to, i) => core.map({ ...spec, rows: [cuts[i], to] }));
    for (const [k, bytes] of bytesOf(whole).entries())
      assert.deepEqual(Buffer.concat(parts.map((part) => bytesOf(part)[k])), bytes);
    assert.deepEqual(parts.at(-1)?.axes[1], whole.axes[1].slice(cuts.at(-2)));
  }
  for (const workers of [0, 3]) {
    const remote = await loadRemoteCore({ wasm: readFileSync('build/core.wasm'), workers });
    assert.deepEqual(await remote.map(spec), whole);
    const bare = { ...spec, fate: false };
    assert.deepEqual(await remote.map(bare), core.map(bare));
    remote.close();
  }
});

test('points of an earlier map are where runs of a later one arrive', () => {
  const { points, basin } = core.map({ ...spec, points: [{ x: 3, y: 2 }], fate: false });
  assert.deepEqual(points, [{ x: 3, y: 2, kind: 'end' }]);
  assert.ok(basin.includes(0) && !basin.includes(1));
});

test('without a fate there is none, and nothing else changes', () => {
  const { fate, ...others } = core.map({ ...spec, fate: false });
  const { fate: wanted, ...same } = core.map(spec);
  assert.equal(fate.length, 0);
  assert.equal(wanted.length, 45 * 80);
  assert.deepEqual(others, same);
});

test('a start need not be given where the axes are of it', () => {
  const axes = /** @type {const} */ ([
    { of: 'x', from: -1, to: 1, n: 2 },
    { of: 'y', from: -1, to: 1, n: 2 },
  ]);
  const { start, ...others } = spec;
  assert.deepEqual(core.map({ ...others, axes }), core.map({ ...others, axes, start }));
});

const [x, lr] = spec.axes;
/** @type {[string, object, RegExp][]} */
const BAD = [
  ['an axis twice', { axes: [x, x] }, /axes has "x" twice/],
  ['one axis', { axes: [x] }, /axes must be a list of two/],
  [
    'an unknown axis',
    { axes: [x, { ...lr, of: 'rho' }] },
    /axes has no "rho"; of this run it takes x, y, lr, beta1/,
  ],
  ['no parameter', { axes: [x, { ...lr, of: 'f.a' }] }, /axes has no "f.a"/],
  [
    'from above to',
    { axes: [{ ...x, from: 7 }, lr] },
    /from of axes\[0\] is 7; it must be below to, 6/,
  ],
  ['from at to', { axes: [{ ...x, from: 6 }, lr] }, /it must be below to/],
  [
    'too many pixels',
    { axes: [{ ...x, n: 1025 }, lr] },
    /n of axes\[0\] is 1025; .* from 1 to 1024/,
  ],
  ['half a pixel', { axes: [{ ...x, n: 2.5 }, lr] }, /n of axes\[0\] is 2.5; .* whole number/],
  ['a log of 0', { axes: [{ ...x, scale: 'log' }, lr] }, /on a log scale it must be above 0/],
  [
    'another scale',
    { axes: [{ ...x, scale: 'sqrt' }, lr] },
    /scale of axes\[0\] is "sqrt"; .* linear, log/,
  ],
  ['a rate too high', { axes: [x, { ...lr, to: 2000 }] }, /to of the axis lr is 2000; .* to 1000/],
  ['no tolerance', { tolerance: 0 }, /tolerance is 0; it must be/],
  ['rows from below', { rows: [-1, 4] }, /rows\[0\] is -1/],
  ['no rows', { rows: [4, 4] }, /rows\[1\] is 4; it must be a finite whole number from 5 to 80/],
  ['a point without x', { points: [{ y: 2 }] }, /x of points\[0\]/],
  ['a word of no spec', { axis: [] }, /run has no "axis"/],
];
test('a bad map is refused by an error that names the thing, the value and what is allowed', () => {
  for (const [name, wrong, message] of BAD)
    assert.throws(() => core.map(/** @type {any} */ ({ ...spec, ...wrong })), message, name);
  const own = { optimizer: { rule: 'x = x - lr*g', hypers: { lr: 1 } } };
  const axes = /** @type {any} */ ([x, { of: 'q', from: 0, to: 1, n: 3 }]);
  assert.throws(
    () => core.map({ ...spec, ...own, axes }),
    /axes has no "q"; of this run it takes x, y, lr/,
  );
  const line = { objective: { formula: 'x^2' }, start: 1 };
  assert.throws(
    () => core.map({ ...spec, ...line, axes: [x, { ...x, of: 'y' }] }),
    /axes has no "y"; of this run it takes x, lr/,
  );
});
