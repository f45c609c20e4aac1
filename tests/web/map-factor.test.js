// Lines of equal factor: against the roots of the recursion's polynomial, closed forms, and runs themselves.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factorLines, factorOf } from '../../web/labs/descent/map-factor.js';
import { sidesShown } from '../../web/labs/descent/map-scene.js';
import { rememberTheory } from '../../web/labs/descent/map-theory.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

const CURVATURES = [0.2, 4]; // of 0.1x² + 2y²

/** @param {string} query */
const experimentOf = (query) => ofLab(decodeExperiment(query, '', core).experiment, 'descent');

/** @param {string} query */
function factorsOf(query) {
  const experiment = experimentOf(query);
  const sides = sidesShown(experiment, core);
  const factor = factorOf(experiment.runs[0], sides, CURVATURES, core);
  assert.ok(factor);
  return { factor, sides, ...factorLines(factor, sides) };
}

/** The larger root of z² − (1 + m − ηλ)z + m, of the slowest direction. @param {number} lr @param {number} m */
function heavyBall(lr, m) {
  const roots = CURVATURES.map((curvature) => {
    const b = 1 + m - lr * curvature;
    const rest = b * b - 4 * m;
    return rest < 0 ? Math.sqrt(m) : (Math.abs(b) + Math.sqrt(rest)) / 2;
  });
  return Math.max(...roots);
}

const RATES = '?f=elongated&run=momentum&map=lr,m&maprange=0.05,2,0,1';

test('the factor of momentum is the larger root of its polynomial, by η and m', () => {
  const { factor, sides } = factorsOf(RATES);
  for (let i = 0; i <= 40; i++)
    for (let j = 0; j <= 20; j++) {
      const [lr, m] = [0.05 + (1.95 * i) / 40, j / 20];
      const place = [sides[0].isLog ? Math.log10(lr) : lr, m];
      const [is, wanted] = [factor(place), heavyBall(lr, m)];
      assert.ok(Math.abs(is - wanted) < 1e-6 * (1 + wanted), `${lr}, ${m}: ${is}, not ${wanted}`);
    }
});

test('the least factor of momentum is Polyak’s, where he has it', () => {
  const { best, sides } = factorsOf(RATES);
  assert.ok(best && sides[0].isLog);
  const root = Math.sqrt(20);
  const [lr, m] = [(2 / (2 + Math.sqrt(0.2))) ** 2, ((root - 1) / (root + 1)) ** 2];
  assert.ok(Math.abs(10 ** best.x - lr) < 2e-3, `${10 ** best.x}, not ${lr}`);
  assert.ok(Math.abs(best.y - m) < 2e-3, `${best.y}, not ${m}`);
  assert.ok(Math.abs(best.factor - Math.sqrt(m)) < 1e-3, `${best.factor}`);
});

test('a line goes where the factor is the number beside it', () => {
  const { factor, lines, sides } = factorsOf(RATES);
  let count = 0;
  for (const { level, rings } of lines)
    for (const [x, y] of rings.flat()) {
      const isSeen = sides.every(({ range }, k) => [x, y][k] > range[0] && [x, y][k] < range[1]);
      if (!isSeen) continue;
      count++;
      // Within a cell of the grid the factor is above it and below.
      const near = Array.from({ length: 25 }, (_, p) =>
        factor(
          [x, y].map((at, k) => {
            const { range } = sides[k];
            return at + (((k ? Math.floor(p / 5) : p % 5) - 2) / 2 / 87) * (range[1] - range[0]);
          }),
        ),
      );
      const isThere = Math.min(...near) <= level && Math.max(...near) >= level;
      assert.ok(isThere, `${x}, ${y}: ${factor([x, y])}, not ${level}`);
    }
  assert.ok(count > 200, `${count}`);
});

test('every optimizer with a stable rate shrinks a quadratic by its factor in the end', () => {
  const objective = { formula: '0.1*x^2 + 2*y^2' };
  const units = core.catalog.optimizers.filter(({ stable }) => stable);
  assert.ok(units.length > 4);
  for (const { key, hypers } of units) {
    const others = hypers[1] ? `lr,${hypers[1].key}` : 'x,lr';
    const experiment = experimentOf(`?f=elongated&run=${key}&map=${others}`);
    const sides = sidesShown(experiment, core);
    const factor = factorOf(experiment.runs[0], sides, CURVATURES, core);
    assert.ok(factor, key);
    const numbers = experiment.runs[0].hypers;
    for (const lr of [0.05, 0.2, 0.4]) {
      const own = { ...numbers, [hypers[0].key]: lr };
      if (hypers[1]) own[hypers[1].key] = 0.6;
      const steps = 400;
      const spec = { objective, optimizer: { key, hypers: own }, start: [1, 1], steps };
      const { x, y } = core.run(spec).columns;
      // An oscillation hides the size now and then: the largest of some steps shows it.
      const far = (/** @type {number} */ from) =>
        Math.max(...Array.from({ length: 60 }, (_, i) => Math.hypot(x[from + i], y[from + i])));
      const is = (far(300) / far(100)) ** (1 / 200);
      const at = sides.map(({ side, isLog }) => {
        const value = side.what === 'x' ? 0 : own[side.of];
        return isLog ? Math.log10(value) : value;
      });
      assert.ok(Math.abs(is - factor(at)) < 0.02, `${key}, η = ${lr}: ${is}, not ${factor(at)}`);
    }
  }
});

test('no lines where there is no such theory: Adam, no quadratic, noise, a flat direction', () => {
  const theoryOf = (/** @type {string} */ query) => {
    const experiment = experimentOf(query);
    const { diagnosis } = core.run(
      /** @type {any} */ ({
        ...{ objective: experiment.objective, start: experiment.start, steps: 3 },
        optimizer: { key: experiment.runs[0].optimizer, hypers: experiment.runs[0].hypers },
      }),
    );
    return rememberTheory()(experiment, sidesShown(experiment, core), diagnosis, core);
  };
  assert.ok(theoryOf(RATES).factors);
  assert.ok(theoryOf('?f=quadratic&map=x,lr').factors);
  assert.equal(theoryOf('?f=quadratic&map=x,lr').factors?.best, null);
  for (const query of [
    '?f=elongated&run=adam&map=lr,beta1',
    '?f=himmelblau&run=momentum&map=lr,m',
    `${RATES}&sigma=0.1`,
    '?fx=x^2%2B0*y&run=momentum&x0=1,1&map=lr,m',
    '?f=elongated&run=momentum&map=m,y',
  ])
    assert.equal(theoryOf(query).factors, null, query);
});
