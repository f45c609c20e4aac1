// Gradients as formulas, and formulas as text: both are read by the core again, and must evaluate to the same
// bits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPrinter } from '../../web/formula/export/print.js';
import { unfold } from '../../web/formula/export/unfold.js';
import { createRandom, randomFormula } from '../parity/random-formulas.js';
import { core } from './core.js';

/** The formula language itself; its powers bind as Python's do. */
/** @type {import('../../web/formula/export/print.js').Dialect} */
const LANGUAGE = {
  number: String,
  constants: {},
  call: (name) => name,
  where: (condition, u, v) => `where(${condition}, ${u}, ${v})`,
  power: null,
  lift: null,
};
/** @typedef {import('../../web/core/formula.js').Node} Node */

const print = (/** @type {Node} */ node) =>
  createPrinter(LANGUAGE).text(node).replaceAll('**', '^');
const parse = (/** @type {string} */ text) => {
  const { ast, error } = core.parseFormula(text);
  assert.ok(ast, `${text}: ${error?.sentence}`);
  return ast.lines[0].expr;
};

const XS = [-2.5, -1, -0.75, 0.125, 0.5, 0.9375, 1, 1.75, 3];
const grid = {
  x: XS.flatMap((x) => XS.map(() => x)),
  y: XS.flatMap(() => XS),
};

/** Values at the grid, of one or two variables. @param {string} formula */
const valuesOf = (formula) => core.evaluate({ formula: `${formula} + 0*y` }, grid);

/** A gradient with nothing named. @param {string} text */
function slopesOf(text) {
  const { lines, roots } = unfold(core.derivatives({ formula: text }, 'gradient'), (name) => name);
  const known = new Map();
  /** @param {Node} node @returns {Node} */
  const inPlace = (node) => {
    if (typeof node === 'string') return known.get(node) ?? node;
    const [head, ...operands] = node;
    if (head === 'num') return node;
    const [u, v] = operands.map(inPlace);
    if (head === 'chain') return ['where', ['!=', u, ['num', '0']], ['*', u, v], ['num', '0']];
    return [head, ...operands.map(inPlace)];
  };
  for (const { name, expr } of lines) known.set(name, inPlace(expr));
  return roots.map(inPlace);
}

/** Every operation, function and constant; at kinks too, which lie on the grid. */
const FORMULAS = [
  '3*x - 2*(x - y) + 7',
  '-x^2 + (-x)^3 - -x',
  'x/(1 + y^2) - y/x',
  '(x + 1)/(2*x^2 + 3) - 6*x/4',
  'x/7/(y - 9)',
  '1/x^2 + x^-3',
  'x^0 + x^1 + x^2.5 + (x^2 + 1)^0.5',
  '2^x + e^(-x^2) + (x^2 + 1)^y + pi^2*x',
  '(x^2)^(x*y)',
  '(-1)^floor(x)*x + (-2)^max(2, x)',
  'sqrt(x^2 + y^2) + abs(x - 1) + 0.5*abs(y + 1)',
  'exp(-(x^2 + y^2)/2) + log(x^2 + 3) + log10(x^2 + 2)',
  'sin(2*x)*cos(3*y) + tan(x/4)',
  'asin(x/4) + acos(y/4) + atan(x*y)',
  'sinh(x) - cosh(y) + tanh(x*y)',
  'sigmoid(3*x - y) + sign(x)*y + floor(x)*x',
  'min(x, y) + max(x^2, y) + min(1, x) + max(x, 2*x)',
  'where(x < 1, x^2, 2*x - 1) + where(y, x*y, 0)',
  '(x > 0)*x + (x <= y)*y + (x == 1) - (y != 1)',
  '0.1*x*0.3*y*x - 2.1*x*3',
  '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2',
];
const UNITS = core.catalog.objectives.map(({ formula, params }) => {
  const values = new Map(params.map((each) => [each.key, `(${each.preset + 0.25})`]));
  return formula.replace(/[a-z]\w*/g, (name) => values.get(name) ?? name);
});

/** Products of more than two equal factors may be multiplied in another order. */
const TOLERANCE = 1e-15;

for (const text of [...FORMULAS, ...UNITS])
  test(`the gradient of ${text}, printed, is the core’s`, () => {
    const expected = core.evaluate({ formula: text }, grid);
    const slopes = slopesOf(text);
    for (const [i, axis] of (expected.gy ? ['x', 'y'] : ['x']).entries()) {
      const { f } = valuesOf(`(${print(slopes[i])})`);
      f.forEach((value, k) => {
        const wanted = /** @type {Float64Array} */ (axis === 'x' ? expected.gx : expected.gy)[k];
        if (Number.isNaN(wanted) && Number.isNaN(value)) return;
        if (Math.abs(value) === Number.POSITIVE_INFINITY && value === wanted) return;
        const place = `by ${axis}: ${print(slopes[i])} at (${grid.x[k]}, ${grid.y[k]})`;
        assert.ok(
          Math.abs(value - wanted) <= TOLERANCE * Math.abs(wanted),
          `${place}: ${value}, ${wanted}`,
        );
      });
    }
  });

const READABLE = [
  ['(3 - x)^2 + 100*(y - x^2)^2', '-2*(3 - x) - 100*(2*x*(2*(y - x^2)))', '200*(y - x^2)'],
  ['1 - exp(-(x^2 + y^2)/2)', 'x*exp(-0.5*(x^2 + y^2))', 'y*exp(-0.5*(x^2 + y^2))'],
  ['20 + x^2 - 10*cos(2*pi*x)', '2*x + 10*(2*pi)*sin(2*pi*x)', '0'],
  ['x*y/2 - 7', '0.5*y', '0.5*x'],
  ['x^3 + x^-2 + x^5', '5*x^4 + (3*x^2 - 2*(1/x^3))', '0'],
  ['max(0, 1 - x)', 'where(1 - x <= 0, 0, -1)', '0'],
];
for (const [text, ...expected] of READABLE)
  test(`the slopes of ${text} read as a chain rule`, () => {
    assert.deepEqual(slopesOf(text).map(print), expected);
  });

test('what a gradient wants several times is computed once and has a name', () => {
  const { lines, roots } = unfold(
    core.derivatives({ key: 'himmelblau' }, 'gradient'),
    (name) => name,
  );
  assert.deepEqual(
    lines.map(({ name, expr }) => `${name} = ${print(expr)}`),
    ['u1 = x^2 + y - 11', 'u2 = 2*(y^2 + x - 7)'],
  );
  assert.deepEqual(roots.map(print), ['2*x*(2*u1) + u2', '2*u1 + 2*y*u2']);
});

test('second derivatives unfold as the first do', () => {
  const { roots } = unfold(core.derivatives({ formula: 'x^3*y + y^4' }, 'hessian'), (name) => name);
  assert.deepEqual(roots.map(print), ['6*x*y', '3*x^2', '12*y^2']);
});

test('a minus before a minus is no decrement', () => {
  assert.equal(print(parse('-(-1/x)')), '-(-1/x)');
});

test('2000 random formulas, printed with the fewest parentheses, are bit for bit the same', () => {
  const random = createRandom(20240229);
  let compared = 0;
  for (let i = 0; i < 2000; i++) {
    const text = randomFormula(random, 1 + (i % 4));
    if (text.length > 480 || core.parseFormula(text).error) continue;
    const printed = print(parse(text));
    assert.ok(
      printed.length <= text.length + 20 || printed.includes('1.0*('),
      `${text}: ${printed}`,
    );
    const [expected, actual] = [valuesOf(`(${text})`).f, valuesOf(`(${printed})`).f];
    expected.forEach((value, k) => {
      assert.ok(Object.is(actual[k], value) || actual[k] === value, `${text} became ${printed}`);
    });
    compared++;
  }
  assert.ok(compared > 1500);
});
