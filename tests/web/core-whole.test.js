// Own rules that use the whole point, the value or the curvature; own functions of t. Expected values are
// computed by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

/**
 * @param {string} rule
 * @param {Partial<import('../../web/core/index.js').RunSpec>} more
 * @param {Record<string, number>} [hypers]
 */
const runOf = (rule, more, hypers = {}) =>
  core.run(
    /** @type {any} */ ({
      ...{ objective: { formula: 'x^2 + y^2' }, start: [3, 4], steps: 3 },
      ...{ optimizer: { rule, hypers }, ...more },
    }),
  );

/** @param {ArrayLike<number>} actual @param {number[]} expected */
function assertClose(actual, expected) {
  assert.equal(actual.length, expected.length);
  for (const [i, value] of expected.entries())
    assert.ok(Math.abs(actual[i] - value) <= 1e-15, `${actual[i]}, not ${value}`);
}

test('a normalised step has the length of the rate', () => {
  const { columns } = runOf('x = x - lr*g/norm(g)', {}, { lr: 1 });
  assertClose(columns.x, [3, 3 - 0.6, 3 - 1.2, 3 - 1.8]);
  assertClose(columns.y, [4, 4 - 0.8, 4 - 1.6, 4 - 2.4]);
});

test('what is one number for the whole point is one column', () => {
  const { columns, names } = runOf('v = v + dot(g, g); x = x - lr*g/sqrt(v)', {}, { lr: 1 });
  assert.ok(names.includes('v') && !names.includes('v_x'), names.join());
  assert.deepEqual([...columns.v.slice(0, 2)], [0, 100]);
});

test('f is the value that the step sees', () => {
  // Polyak’s step with f* = 0 on x² + y²: f/‖g‖² = 1/4, so a step halves the point.
  const { columns } = runOf('x = x - f/dot(g, g)*g', {});
  assertClose(columns.x, [3, 1.5, 0.75, 0.375]);
});

test('hsolve is H⁻¹g: one step ends at the minimum of a quadratic', () => {
  const objective = { formula: '2*x^2 + x*y + y^2 - 3*x' }; // minimum: 4x + y = 3, x + 2y = 0
  const { columns } = runOf('x = x - lr*hsolve', { objective, steps: 1 }, { lr: 1 });
  assertClose([columns.x[1], columns.y[1]], [6 / 7, -3 / 7]);
});

test('hsolve in 1D is g/f″, and climbs where f″ is negative', () => {
  const objective = { formula: 'x^4 - 2*x^2' };
  const { columns } = runOf('x = x - hsolve', { objective, start: [0.25], steps: 1 });
  assertClose([columns.x[1]], [0.25 - (4 / 64 - 1) / (12 / 16 - 4)]);
});

test('hdiag is the diagonal of the Hessian', () => {
  const objective = { formula: 'x^2 + 10*y^2 + x*y' };
  const { columns } = runOf('h = h + hdiag; x = x - 0*g', { objective, steps: 1 });
  assert.deepEqual([columns.h_x[1], columns.h_y[1]], [2, 20]);
});

test('a Hessian neither overflows nor vanishes on its way into hsolve', () => {
  for (const scale of ['1e200', '1e-200']) {
    const objective = { formula: `${scale}*(2*x^2 + x*y + y^2)` };
    const { columns } = runOf('x = x - hsolve', { objective, steps: 1 });
    assert.ok(Math.abs(columns.x[1]) < 1e-15 && Math.abs(columns.y[1]) < 1e-15, scale);
  }
});

test('where H is singular the run leaves the finite numbers', () => {
  const { rows, diagnosis } = runOf('x = x - hsolve', { objective: { formula: '(x + y)^2' } });
  assert.equal(diagnosis.kind, 'left');
  assert.equal(rows, 2);
});

test('a name that the run supplies is the user’s', () => {
  const { columns } = runOf('x = x - lr*f', {}, { lr: 1, f: 0.5 });
  assertClose(columns.x, [3, 2.5, 2, 1.5]);
  assert.deepEqual(core.parseRule('x = x - lr*f').hypers, []);
  assert.deepEqual(core.parseRule('x = x - lr*f', { supplied: ['f'] }).hypers, ['f']);
  assert.deepEqual(core.parseRule('x = x - lr*f', { version: 1 }).hypers, ['f']);
  assert.deepEqual(core.parseRule('f = f + g; x = x - lr*f').ast?.slots, [{ key: 'f', init: 0 }]);
});

test('version 1 knows no reductions and no t', () => {
  assert.equal(core.parseRule('x = x - norm(g)', { version: 1 }).error?.code, 'unknown_function');
  assert.equal(core.parseFormula('t*x', { version: 1 }).error?.code, 'unknown_name');
  assert.equal(core.parseFormula('t*x').error, null);
});

test('what a rule asks for is told', () => {
  assert.deepEqual(core.parseRule('x = x - f*hdiag').ast?.asks, ['f', 'h']);
  assert.equal(core.parseRule('x = x - lr*g').ast?.asks, undefined);
  assert.equal(core.parseFormula('t*x').ast?.moves, 1);
});

test('a sampled step sees the value and the curvature of its batch', () => {
  const data = { x: [1, 2], y: [3, 5] };
  const fit = { data, start: [0, 0], batch: 1, steps: 1, seed: 1 };
  const rule = 'v = f; h = h + hdiag; x = x - 0*g; x = x + 0*v';
  const { columns } = core.sample(
    /** @type {any} */ ({ ...fit, optimizer: { rule: `p = p + f; ${rule}` } }),
  );
  const [i] = core.batch({ n: 2, batch: 1, seed: 1, step: 1 });
  assert.equal(columns.p[1], data.y[i] ** 2);
  assert.deepEqual([columns.h_w[1], columns.h_b[1]], [2 * data.x[i] ** 2, 2]);
});

test('the gradient of an own f that names t is that of the step', () => {
  // f(x, t) = t x from 0 with η = 1: g_t = t, x_t = -(1 + … + t); row t has what step t + 1 sees.
  const { columns } = runOf(
    'x = x - lr*g',
    { objective: { formula: 't*x' }, start: [0] },
    { lr: 1 },
  );
  assert.deepEqual(
    [...columns.x],
    [-0, -1, -3, -6].map((v) => v + 0),
  );
  assert.deepEqual([...columns.gx], [1, 2, 3, 4]);
  assert.deepEqual([...columns.f], [0, -2, -9, -24]);
});

test('an own f that names t is looked at for a step', () => {
  const at = (/** @type {object} */ objective) =>
    core.evaluate(/** @type {any} */ (objective), { x: [2] });
  assert.equal(at({ formula: 't*x^2', t: 3 }).f[0], 12);
  assert.equal(at({ formula: 't*x^2' }).gx[0], 4);
  assert.throws(() => at({ formula: 'x', t: 0 }), /^RangeError: t of the objective is 0/);
});

test('a trace knows the whole point', () => {
  const rule = 'n = norm(g); x = x - lr*f/n*hsolve + hdiag';
  const before = { x: [3, 4], g: [6, 8], slots: [], hypers: { lr: 0.5 }, lr: 0.5, t: 1 };
  const { values } = core.trace({ rule }, { ...before, f: 25, hessian: [2, 0, 4] });
  assert.deepEqual([...values], [10, 10, 3 - 1.25 * 3 + 2, 4 - 1.25 * 2 + 4]);
  assert.throws(() => core.trace({ rule }, { ...before, f: 25 }), /hessian/);
  assert.throws(() => core.trace({ rule }, { ...before, hessian: [2, 0, 4] }), /f is/);
});
