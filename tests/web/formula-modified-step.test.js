// Worked steps of runs that are clipped and decay: lines above the rule's own, worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../web/formula/math.js';
import { modifiedRule } from '../../web/formula/modified.js';
import { coordinateOf, ruleMath, workedStep } from '../../web/formula/worked-step.js';
import { createI18n } from '../../web/i18n/index.js';
import { core } from './core.js';

const { n } = createI18n('en');
const symbols = new Map(core.catalog.modifiers.map(({ key, symbol }) => [key, symbol]));
/** Accents as they are typed here. @param {import('../../web/formula/math.js').MathNode} math */
const plain = (math) => textOf(math).normalize('NFC');
const look = {
  ...{ axis: 'x', dim: /** @type {1|2} */ (1), symbols, digits: 6 },
  format: (/** @type {number} */ value, most = 6) => n(value, most, false),
};

/**
 * The lines of step 1 from a point, as text.
 * @param {any} optimizer a key, or an own rule @param {Record<string, number>} modifiers
 * @param {{ x: number[], g: number[], lr: number, hypers?: Record<string, number>, hessian?: number[] }} point
 * @param {object} [more] of the look
 */
function linesOf(optimizer, modifiers, { hypers = {}, ...point }, more = {}) {
  const bare =
    typeof optimizer === 'string'
      ? core.formula('optimizers', optimizer)
      : core.parseRule(optimizer.rule).ast;
  assert.ok(bare);
  const ast = modifiedRule(bare, modifiers, core);
  const slots = bare.slots.flatMap(() => point.x.map(() => 0));
  const before = { ...point, slots, t: 1, f: 0 };
  const { values, ast: traced } = core.trace(optimizer, { ...before, hypers, modifiers });
  assert.deepEqual(traced, ast);
  const numbers = coordinateOf(ast, { ...before, values }, { ...hypers, ...modifiers }, 0);
  return workedStep(ast, numbers, { ...look, ...more }).map(plain);
}

test('all four modifiers of one step stand above the rule, in torch’s order', () => {
  const modifiers = { clip: 10, clipvalue: 4, l2: 0.5, wd: 0.4 };
  assert.deepEqual(linesOf('sgd', modifiers, { x: [8], g: [16], lr: 0.25 }), [
    'ĝ_1 = f′(x_0) min(1, c/(‖f′(x_0)‖ + 1e−6)) = 16 min(1, 10/(‖16‖ + 1e−6)) = 10',
    'g̃_1 = min(max(ĝ_1, −c_v), c_v) = min(max(10, −4), 4) = 4',
    'ḡ_1 = g̃_1 + λ x_0 = 4 + 0.5 ⋅ 8 = 8',
    'x̂_1 = x_0 (1 − η λ_w) = 8 (1 − 0.25 ⋅ 0.4) = 7.2',
    'x_1 = x̂_1 − η ḡ_1 = 7.2 − 0.25 ⋅ 8 = 5.2',
  ]);
});

test('decay alone leaves the gradient as it is called, L2 alone the point', () => {
  const point = { x: [8], g: [16], lr: 0.25 };
  assert.deepEqual(linesOf('sgd', { wd: 0.4 }, point), [
    'x̂_1 = x_0 (1 − η λ_w) = 8 (1 − 0.25 ⋅ 0.4) = 7.2',
    'x_1 = x̂_1 − η f′(x_0) = 7.2 − 0.25 ⋅ 16 = 3.2',
  ]);
  assert.deepEqual(linesOf('sgd', { l2: 0.5 }, point), [
    'ĝ_1 = f′(x_0) + λ x_0 = 16 + 0.5 ⋅ 8 = 20',
    'x_1 = x_0 − η ĝ_1 = 8 − 0.25 ⋅ 20 = 3',
  ]);
});

test('of two variables the norm is that of the whole point', () => {
  const of2 = { dim: 2, axis: 'x' };
  const [first, norm, ...rest] = linesOf(
    'sgd',
    { clip: 1 },
    { x: [1, 2], g: [3, 4], lr: 0.5 },
    of2,
  );
  assert.equal(first, 'g_x = ∂f/∂x(x_0, y_0) = 3');
  assert.equal(norm, 'ĝ_1 = g_1 min(1, c/(‖g_1‖ + 1e−6)) = 0.6');
  assert.deepEqual(rest, ['x_1 = x_0 − η ĝ_{x,1} = 1 − 0.5 ⋅ 0.6 = 0.7']);
});

test('a rule of one’s own that overwrites g says so in the same way', () => {
  const rule = { rule: 'g = g + 0.5*x\nx = x - lr*g' };
  assert.deepEqual(linesOf(rule, {}, { x: [8], g: [16], lr: 0.25 }), [
    'ĝ_1 = f′(x_0) + 0.5 x_0 = 16 + 0.5 ⋅ 8 = 20',
    'x_1 = x_0 − η ĝ_1 = 8 − 0.25 ⋅ 20 = 3',
  ]);
});

test('H⁻¹g of an own rule is that of the modified gradient', () => {
  const rule = { rule: 'x = x - lr*hsolve' };
  const lines = linesOf(rule, { l2: 0.5 }, { x: [8], g: [16], lr: 0.5, hessian: [2] });
  assert.equal(lines.at(-1), 'x_1 = x_0 − η H⁻¹g = 8 − 0.5 ⋅ 10 = 3');
});

test('a rule is printed with its modifiers, as is a rule without', () => {
  const ast = core.formula('optimizers', 'sgd');
  assert.equal(modifiedRule(ast, undefined, core), ast);
  assert.deepEqual(ruleMath(modifiedRule(ast, { l2: 1, wd: 1 }, core), look).map(plain), [
    'ĝ_t = f′(x_{t−1}) + λ x_{t−1}',
    'x̂_t = x_{t−1} (1 − η λ_w)',
    'x_t = x̂_t − η ĝ_t',
  ]);
});

test('a slope of an f that changes from step to step says of which step', () => {
  const point = { x: [8], g: [16], lr: 0.25 };
  assert.deepEqual(linesOf('sgd', {}, point, { moves: true }), [
    'x_1 = x_0 − η f′(x_0, 1) = 8 − 0.25 ⋅ 16 = 4',
  ]);
  const plane = { x: [1, 2], g: [3, 4], lr: 0.5 };
  assert.deepEqual(linesOf('sgd', {}, plane, { moves: true, dim: 2 }), [
    'x_1 = x_0 − η ∂f/∂x(x_0, y_0, 1) = 1 − 0.5 ⋅ 3 = −0.5',
  ]);
});
