// Orbits: which places the run of each column visits, held against recursions written here; what may be asked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapSpec, picked, sidesShown } from '../../web/labs/descent/map-scene.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { mapAxes, withMap, withShow } from '../../web/state/map.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

/** Slopes of landscapes. */
const SLOPE = {
  doublewell: (/** @type {number} */ x) => 4 * x * (x * x - 1),
  quartic: (/** @type {number} */ x) => 4 * x * x * x,
};

/**
 * How often each row is visited after steps/2: pixels are counted around their middles.
 * @param {number[]} path @param {{ from: number, to: number, n: number }} axis
 */
function visitsOf(path, { from, to, n }) {
  const high = (to - from) / (n - 1);
  const rows = Array.from({ length: n }, () => 0);
  for (const [t, x] of path.entries()) {
    if (t <= (path.length - 1) / 2) continue;
    for (let row = 0; row < n; row++) if (Math.abs(x - (from + row * high)) < high / 2) rows[row]++;
  }
  return rows;
}

/** @param {ReturnType<typeof core.map>} map @param {number} column */
const columnOf = ({ width, height, visits = new Uint32Array() }, column) =>
  Array.from({ length: height }, (_, row) => visits[row * width + column]);

for (const [name, objective, slope] of /** @type {const} */ ([
  ['the double well', { key: 'doublewell', params: { c: 0 } }, SLOPE.doublewell],
  ['x⁴', { formula: 'x^4' }, SLOPE.quartic],
]))
  test(`of gradient descent on ${name} each column has the visits of its own recursion`, () => {
    const up = { of: 'x', from: -1.5, to: 1.5, n: 61 };
    for (const steps of [0, 1, 2, 7, 40, 301]) {
      const map = core.map({
        ...{ objective, optimizer: 'sgd', steps, start: 0.7, orbit: true },
        axes: [{ of: 'lr', from: 0.05, to: 0.48, n: 300 }, up],
      });
      assert.deepEqual([map.width, map.height, map.points.length], [300, 61, 0]);
      for (const [i, lr] of map.axes[0].entries()) {
        const path = [0.7];
        for (let t = 0; t < steps; t++) path.push(path[t] - lr * slope(path[t]));
        assert.deepEqual(columnOf(map, i), visitsOf(path, up), `${steps} steps, η = ${lr}`);
      }
    }
  });

test('columns whose run leaves the numbers have no visits, and say when it left', () => {
  const map = core.map({
    ...{ objective: { formula: 'x^4' }, optimizer: 'sgd', steps: 60, start: 2, orbit: true },
    axes: [
      { of: 'lr', from: 0.01, to: 1, n: 9 },
      { of: 'x', from: -3, to: 3, n: 11 },
    ],
  });
  assert.deepEqual([map.basin[0], map.basin[8]], [-1, -2]);
  assert.equal(
    columnOf(map, 0).reduce((a, b) => a + b),
    30,
  );
  assert.deepEqual(new Set(columnOf(map, 8)), new Set([0]));
  const [path, lr] = [[2], map.axes[0][8]];
  while (Number.isFinite(path[path.length - 1] ** 4))
    path.push(path[path.length - 1] - lr * SLOPE.quartic(path[path.length - 1]));
  assert.equal(map.steps[8], path.length - 1);
});

test('a place may be y, the first side any number of the run, and its rule any', () => {
  const [steps, start] = [120, [1, 2]];
  const up = { of: 'y', from: -4, to: 4, n: 33 };
  const spec = { objective: 'himmelblau', optimizer: { key: 'momentum', hypers: { lr: 0.01 } } };
  const along = { of: 'm', from: 0, to: 0.95, n: 7 };
  const map = core.map({ ...spec, steps, start, orbit: true, axes: [along, up] });
  for (const [i, m] of map.axes[0].entries()) {
    const path = [2];
    let [x, y, v, w] = [1, 2, 0, 0];
    for (let t = 0; t < steps; t++) {
      const [a, b] = [x * x + y - 11, x + y * y - 7];
      [v, w] = [m * v - 0.01 * (4 * x * a + 2 * b), m * w - 0.01 * (2 * a + 4 * y * b)];
      [x, y] = [x + v, y + w];
      path.push(y);
    }
    assert.deepEqual(columnOf(map, i), visitsOf(path, up), `m = ${m}`);
  }
});

test('what no orbit can be is refused', () => {
  const spec = { objective: 'quadratic', optimizer: 'sgd', start: 1, steps: 9, orbit: true };
  const lr = { of: 'lr', from: 0.1, to: 1, n: 4 };
  const x = { of: 'x', from: 1, to: 2, n: 4 };
  for (const wrong of /** @type {any[]} */ ([
    { axes: [x, lr] },
    { axes: [lr, { ...x, scale: 'log' }] },
    { axes: [lr, { ...x, n: 1 }] },
    { axes: [lr, x], rows: [0, 2] },
  ]))
    assert.throws(() => core.map({ ...spec, ...wrong }), {
      name: 'RangeError',
      message: /^an orbit needs axes\[1\] of x or y, linear, n above 1, and no rows/,
    });
  const { start: _, ...without } = spec;
  assert.throws(() => core.map({ ...without, axes: [lr, x] }), /start/);
});

/** @param {string} query */
const experimentOf = (query) => ofLab(decodeExperiment(query, '', core).experiment, 'descent');

test('the page turns the sides of a map so that a place is up, and keeps it there', () => {
  const axesOf = (/** @type {string} */ query) => {
    const shown = withShow(experimentOf(query), 'orbit', core.catalog);
    assert.equal(shown.map?.show, 'orbit');
    return mapAxes(shown, core.catalog).join();
  };
  assert.equal(axesOf('?map=x,lr'), 'lr,x');
  assert.equal(axesOf('?map=lr,f.a'), 'lr,x');
  assert.equal(axesOf('?f=himmelblau&map=x,y'), 'x,y');
  assert.equal(axesOf('?f=himmelblau&map=y,lr'), 'lr,y');
  const moved = withMap(experimentOf('?map=lr,x&mapshow=orbit'), { axes: ['lr', 'f.a'] });
  assert.equal(mapAxes(moved, core.catalog).join(), 'lr,x');
  assert.match(
    encodeExperiment(experimentOf('?mapshow=orbit'), core.catalog),
    /map=lr,x&mapshow=orbit/,
  );
});

test('a pixel that is picked gives its very number to the run; an orbit keeps the start', () => {
  const experiment = experimentOf('?f=doublewell&x0=0.5&map=lr,x&mapshow=orbit');
  const sides = sidesShown(experiment, core);
  const box = sides.flatMap(({ range }) => [...range]);
  const map = core.map(/** @type {any} */ (mapSpec(experiment, sides, box, [37, 23])));
  const picture = { map, box, sides, count: 1 };
  const at = [box[0] + 0.3 * (box[1] - box[0]), box[2] + 0.9 * (box[3] - box[2])];
  const next = picked(experiment, at, box, picture, core);
  assert.equal(next.runs[0].hypers.lr, map.axes[0][11]);
  assert.deepEqual(next.start, [0.5]);
  const plane = experimentOf('?f=himmelblau&map=x,y');
  const [across, up] = sidesShown(plane, core);
  const range = [...across.range, ...up.range];
  const starts = core.map(/** @type {any} */ (mapSpec(plane, [across, up], range, [41, 29])));
  const shown = { map: starts, box: range, sides: [across, up], count: 1 };
  const { start } = picked(plane, [1.234567, -0.87654], range, shown, core);
  assert.ok(starts.axes[0].includes(start[0]) && starts.axes[1].includes(start[1]), start.join());
});
