// Maps: each pixel is held against the run that it stands for, which core.run takes by itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from './cases.js';
import { core } from './core.js';
import { random as generator } from './random.js';

/** @typedef {{ of: string, from: number, to: number, n: number, scale?: 'log' }} Axis */

const FORMULAS = [
  'x^2 + sin(5*x)',
  'x^4 - 3*x*y + y^2 + 0.1*x',
  'abs(x) + log(1 + y^2)',
  't*x^2/9',
];
const RULES = ['v = m*v + g; x = x - lr*v', 's = max(s, norm(g)); x = x - lr*m*g/(s + 1)'];
const SETTLED = 10;

/**
 * The spec of one pixel's run: the number of an axis is written into it.
 * @param {any} spec @param {string} of @param {number} value
 */
function withNumber(spec, of, value) {
  if (of === 'x') spec.start[0] = value;
  else if (of === 'y') spec.start[1] = value;
  else if (of === 'sigma' || of === 'seed') spec.noise[of] = value;
  else if (of.startsWith('f.')) spec.objective.params[of.slice(2)] = value;
  else if (core.catalog.modifiers.some(({ key }) => key === of)) spec.modifiers[of] = value;
  else spec.optimizer.hypers[of] = value;
}

/**
 * How a run ends, worked out from its table.
 * @param {any} spec @param {readonly { x: number, y: number }[]} points @param {number} tolerance
 */
function endOf(spec, points, tolerance) {
  const { columns, rows, diagnosis, dim } = core.run(spec);
  const last = rows - 1;
  const fate = core.catalog.kinds.indexOf(diagnosis.kind);
  const value = columns.f[last];
  const slots = Object.keys(columns).filter((name) => !['gnorm', 'lr', 'dx', 'dy'].includes(name));
  if (slots.some((name) => !Number.isFinite(columns[name][last])))
    return { basin: -2, steps: last, value, fate };
  const away = (/** @type {number} */ t, /** @type {{ x: number, y: number }} */ { x, y }) =>
    (columns.x[t] - x) ** 2 + (dim === 2 ? (columns.y[t] - y) ** 2 : 0);
  const basin = points.findIndex((point) => away(last, point) <= tolerance ** 2);
  let t = last;
  if (basin >= 0) while (t && away(t - 1, points[basin]) <= tolerance ** 2) t--;
  const isThere = basin >= 0 && (t === 0 || t + SETTLED <= spec.steps + 1);
  return { basin: isThere ? basin : -1, steps: isThere ? t : spec.steps, value, fate };
}

/** @param {() => number} random */
function randomSpec(random) {
  const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
  const unit = pick(core.catalog.objectives);
  const objective = random() < 0.3 ? { formula: pick(FORMULAS) } : { key: unit.key, params: {} };
  const dim = 'formula' in objective ? (/y/.test(objective.formula) ? 2 : 1) : unit.dim;
  const rule = pick(core.catalog.optimizers);
  const lr = 10 ** (-2 * random());
  const isOwn = random() < 0.25;
  const optimizer = isOwn
    ? { rule: pick(RULES), hypers: { lr, m: random() } }
    : { key: rule.key, hypers: { lr } };
  /** @type {(Axis & { whole?: boolean })[]} */
  const sides = [{ of: 'x', from: -3, to: 4, n: 9 }];
  if (dim === 2) sides.push({ of: 'y', from: -2.5, to: 3, n: 8 });
  if (random() < 0.8) sides.push({ of: 'lr', from: 1e-3, to: 1, n: 9, scale: 'log' });
  const others = isOwn ? [{ key: 'm', from: 0, to: 1 }] : rule.hypers.slice(1);
  for (const { key, from, to } of others) sides.push({ of: key, from, to, n: 7 });
  if ('key' in objective)
    for (const { key, from, to } of unit.params) sides.push({ of: `f.${key}`, from, to, n: 5 });
  const refused = isOwn ? [] : rule.refuses;
  for (const { key, from, to } of core.catalog.modifiers)
    if (!refused.includes(key)) sides.push({ of: key, from, to, n: 4 });
  sides.push({ of: 'sigma', from: 0, to: 1, n: 5 }, { of: 'seed', from: 1, to: 30, n: 6 });
  const first = pick(sides);
  const second = pick(sides.filter(({ of }) => of !== first.of));
  const steps = Math.floor(random() * 70);
  const spec = {
    ...{ objective, optimizer, steps, start: [1.5, -0.5].slice(0, dim) },
    schedule: random() < 0.5 ? 'constant' : pick(core.catalog.schedules).key,
    noise: { sigma: random() < 0.7 ? 0 : random(), seed: 3 },
    modifiers: random() < 0.7 || refused.length ? {} : { [pick(core.catalog.modifiers).key]: 0.5 },
    changes: random() < 0.7 ? [] : [{ from: 1 + Math.floor(random() * 40), hypers: { lr: 0.02 } }],
  };
  return {
    spec,
    axes: /** @type {[Axis, Axis]} */ ([first, second]),
    tolerance: 10 ** (-3 * random()),
  };
}

test('pixels of 400 maps end as the runs that they stand for do, whatever the runs and the axes', () => {
  const random = generator(22);
  const seen = new Set();
  const basins = new Map();
  for (let k = 0; k < 400; k++) {
    const { spec, axes, tolerance } = randomSpec(random);
    const map = core.map({ ...spec, axes, tolerance: tolerance / 10 });
    const hasOwn = axes.some(({ of }) => of.startsWith('f.'));
    for (const { of } of axes) seen.add(of);
    const every = Math.round(400 / cases(400));
    for (let p = k % every; p < map.width * map.height; p += every) {
      const [i, j] = [p % map.width, Math.floor(p / map.width)];
      const own = structuredClone(spec);
      withNumber(own, axes[0].of, map.axes[0][i]);
      withNumber(own, axes[1].of, map.axes[1][j]);
      const points = hasOwn ? core.points(/** @type {any} */ (own.objective)) : map.points;
      const { basin, steps, value, fate } = map;
      const found = { basin: basin[p], steps: steps[p], value: value[p], fate: fate[p] };
      const name = `${k}: pixel ${i}, ${j} of ${JSON.stringify({ ...spec, axes, tolerance })}`;
      assert.deepEqual(found, endOf(own, points, tolerance / 10), name);
      basins.set(basin[p], 1 + (basins.get(basin[p]) ?? 0));
    }
  }
  for (const of of ['x', 'y', 'lr', 'm', 'clip', 'wd', 'sigma', 'seed', 'f.a', 'beta2', 'eps'])
    assert.ok(seen.has(of), `no map has an axis of ${of}`);
  for (const basin of [-2, -1, 0, 1]) assert.ok(basins.get(basin) > cases(100), `${basin} is rare`);
});

test('every optimizer has maps, of its start and of two of its numbers', () => {
  for (const { key, hypers } of core.catalog.optimizers) {
    const [, second] = hypers;
    const spec = {
      objective: 'himmelblau',
      optimizer: { key, hypers: {} },
      steps: 40,
      start: [1, 1],
    };
    const lr = { of: 'lr', from: 0.001, to: 0.5, n: 6, scale: /** @type {const} */ ('log') };
    const other = second
      ? { of: second.key, from: second.from, to: second.to, n: 5 }
      : { of: 'sigma', from: 0, to: 1, n: 5 };
    const start = [
      { of: 'x', from: -5, to: 5, n: 40 },
      { of: 'y', from: -5, to: 5, n: 3 },
    ];
    for (const axes of /** @type {[Axis, Axis][]} */ ([[lr, other], start, [start[0], lr]])) {
      const map = core.map({ ...spec, axes });
      for (let p = 0; p < map.width * map.height; p += 7) {
        const own = structuredClone(spec);
        withNumber({ ...own, noise: {} }, axes[0].of, map.axes[0][p % map.width]);
        const noise = { sigma: 0, seed: 1 };
        const whole = { ...own, noise };
        withNumber(whole, axes[0].of, map.axes[0][p % map.width]);
        withNumber(whole, axes[1].of, map.axes[1][Math.floor(p / map.width)]);
        const { basin, steps, value, fate } = map;
        const found = { basin: basin[p], steps: steps[p], value: value[p], fate: fate[p] };
        assert.deepEqual(found, endOf(whole, map.points, 1e-3), `${key}, pixel ${p}`);
      }
    }
  }
});
