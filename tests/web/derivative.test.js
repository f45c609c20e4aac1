// The derivative lab without its page: quotients against closed forms, errors as theory predicts, its worked
// lines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../web/formula/math.js';
import { workedDerivative } from '../../web/formula/worked-derivative.js';
import { createI18n } from '../../web/i18n/index.js';
import * as derivative from '../../web/labs/derivative/experiment.js';
import { bestStep, errorScene, quotientsOf, secantScene } from '../../web/labs/derivative/scene.js';
import { oneVariable } from '../../web/state/own-units.js';
import { core } from './core.js';

const { catalog } = core;
const i18n = createI18n('en');
const first = derivative.defaultDerivative(catalog);
const own = (/** @type {string} */ formula, /** @type {number} */ x, dx = 1) => ({
  ...first,
  objective: { formula },
  start: [x],
  dx,
});

test('Δx goes 2, 1, 0.4, 0.2, 0.1, … as decimal fractions', () => {
  const shrinks = [0, 1, 2, 3, 6, 48].map((t) => derivative.dxAt(1, t));
  assert.deepEqual(shrinks, [1, 0.5, 0.2, 0.1, 0.01, 1e-16]);
  assert.deepEqual(
    [0, 1, 2, 3].map((t) => derivative.dxAt(2, t)),
    [2, 1, 0.4, 0.2],
  );
});

test('of x² the quotient is 2x + Δx, the central one 2x, up to rounding', () => {
  const { columns, slope } = quotientsOf(first, core);
  assert.equal(slope, 6);
  columns.dx.forEach((dx, t) => {
    const rounding = (1e-14 * 9) / dx;
    assert.ok(Math.abs(columns.quotient[t] - (6 + dx)) <= rounding, `Δx ${dx}`);
    assert.ok(Math.abs(columns.central[t] - 6) <= rounding, `Δx ${dx}, central`);
    assert.equal(columns.error[t], columns.quotient[t] - 6);
  });
});

test('of eˣ the errors are those of Taylor: e/2 Δx forward, e/6 Δx² central', () => {
  const { columns } = quotientsOf(own('exp(x)', 1), core);
  for (const t of [6, 9]) {
    const dx = columns.dx[t];
    assert.ok(Math.abs(columns.error[t] / ((Math.E / 2) * dx) - 1) < dx);
    assert.ok(Math.abs(columns.central_error[t] / ((Math.E / 6) * dx ** 2) - 1) < 1e-3);
  }
});

test('the least error is near √ε, and at Δx = 1e−16 nothing is left', () => {
  const quotients = quotientsOf(own('exp(x)', 1), core);
  const best = /** @type {{ dx: number, error: number }} */ (bestStep(quotients));
  assert.ok(best.dx > 1e-10 && best.dx < 1e-6, `${best.dx}`);
  assert.equal(quotients.columns.quotient[48], 0);
  const { lines } = errorScene({ ...first, t: 48 }, quotients, i18n);
  assert.ok(lines.every(({ errors }) => errors.every((error) => error >= 0)));
});

test('a kink has a slope on each side and no tangent', () => {
  const abs = { ...first, objective: { key: 'abs', params: {} }, start: [0], dx: 1 };
  const quotients = quotientsOf(abs, core);
  assert.deepEqual(
    [quotients.kink?.left, quotients.kink?.right].map((slope) => Math.round(slope ?? 0)),
    [-1, 1],
  );
  assert.ok(Number.isNaN(secantScene(abs, quotients, core, i18n).slope));
  for (const { key, dim, starts } of catalog.objectives) {
    if (dim === 2 || key === 'staircase') continue;
    const experiment = { ...first, objective: { key, params: {} }, start: [starts[0][0] + 0.37] };
    assert.equal(quotientsOf(/** @type {any} */ (experiment), core).kink, null, key);
  }
});

test('the slope is worked with symbols, numbers and result, and so is the step it leads to', () => {
  const numbers = {
    x: 3,
    f: 9,
    slope: 6,
    dx: 0.5,
    beside: { x: 3.5, f: 12.25 },
    quotient: 6.5,
    lr: 0.1,
  };
  const format = (/** @type {number} */ value, digits = 6) => i18n.n(value, digits, false);
  const worked = (/** @type {object} */ more) =>
    workedDerivative({ ...numbers, ...more }, format, 6).map(textOf);
  assert.deepEqual(worked({}), [
    '(Δy)/(Δx) = (f(x + Δx) − f(x))/(Δx) = (12.25 − 9)/0.5 = 6.5'
      .replace('(Δy)/(Δx)', 'Δy/Δx')
      .replace('/(Δx) =', '/Δx ='),
    'f′(3) = 6',
    'x − ηf′(x) = 3 − 0.1 ⋅ 6 = 2.4'.replace('ηf', 'η f'),
  ]);
  assert.equal(worked({ slope: Number.NaN }).length, 1);
  // 3.0000004² is 9.00000240000016: with six digits it would say (9 − 9)/4e−7 = 6.
  const near = { dx: 4e-7, beside: { x: 3.0000004, f: 9.00000240000016 }, quotient: 6.0000004 };
  assert.match(worked(near)[0], /\(9\.0000024 − 9\)\/\(4e−7\) = 6$/);
  assert.match(worked({ lr: 1e-8 })[2], /= 3 − 1e−8 ⋅ 6 = 2\.99999994$/);
});

test('functions of two variables are not offered here, nor read', () => {
  const narrow = oneVariable(core);
  assert.ok(narrow.catalog.objectives.every(({ dim }) => dim === 1));
  assert.equal(narrow.parseFormula?.('x^2').error, null);
  const { error } = narrow.parseFormula?.('x*y') ?? {};
  assert.equal(/** @type {{ found?: string }} */ (error).found, 'y');
  assert.equal(oneVariable(core), narrow);
});

test('an experiment never leaves its bounds', () => {
  assert.equal(derivative.setDx(first, 0), first);
  assert.equal(derivative.setDx(first, 1e9).dx, 1e6);
  assert.equal(derivative.setDxShown({ ...first, t: 3 }, 0.3).dx, 3);
  assert.equal(derivative.setLr(first, -1).lr, 1e-9);
  assert.deepEqual(derivative.setPlace(first, 7, catalog).start, [7]);
});

test('a steep bend is no kink, a corner is one at its own place only, a jump has a slope of ∞', () => {
  const kinkOf = (/** @type {any} */ objective, /** @type {number} */ x) =>
    quotientsOf({ ...first, objective, start: [x] }, core).kink;
  assert.equal(kinkOf({ key: 'quadratic', params: { a: 1000 } }, 0), null);
  assert.equal(kinkOf({ key: 'logsquare', params: {} }, 0.0005), null);
  assert.equal(kinkOf({ formula: 'x^2' }, 1e6), null);
  const corner = kinkOf({ key: 'abs', params: {} }, 0);
  assert.ok(corner && Math.abs(corner.left + 1) < 1e-9 && Math.abs(corner.right - 1) < 1e-9);
  assert.equal(kinkOf({ key: 'abs', params: {} }, 1e-7), null);
  const jump = kinkOf({ key: 'staircase', params: {} }, 1);
  assert.ok(jump && [jump.left, jump.right].some((slope) => Math.abs(slope) === Infinity));
});
