// Derivatives as formulas, and formulas as text: both are put back into the core, which differentiates by itself (forward
// mode) and evaluates bit for bit the same what says the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derive } from '../../web/formula/export/derive.js';
import { createPrinter } from '../../web/formula/export/print.js';
import { core } from './core.js';

/** The formula language itself; its powers bind as Python's do. */
const LANGUAGE = {
  number: String,
  constants: {},
  call: (name) => name,
  where: (condition, u, v) => `where(${condition}, ${u}, ${v})`,
  power: null,
  lift: null,
};
const print = (node) => createPrinter(LANGUAGE).text(node).replaceAll('**', '^');
const parse = (text) => {
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

/** Relative; both forms of a derivative are short sums of exact operations. */
const TOLERANCE = 1e-13;

/** @param {string} text */
function assertDerivative(text) {
  const expected = core.evaluate({ formula: text }, grid);
  for (const axis of expected.gy ? ['x', 'y'] : ['x']) {
    const derivative = print(derive(parse(text), axis));
    const { f } = valuesOf(`(${derivative})`);
    const slopes = expected[`g${axis}`];
    f.forEach((value, i) => {
      const place = `d/d${axis} ${text} = ${derivative} at (${grid.x[i]}, ${grid.y[i]})`;
      if (!Number.isFinite(slopes[i])) return;
      const size = Math.max(Math.abs(slopes[i]), 1e-3);
      assert.ok(
        Math.abs(value - slopes[i]) <= TOLERANCE * size,
        `${place}: ${value}, ${slopes[i]}`,
      );
    });
  }
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
for (const text of FORMULAS)
  test(`the derivative of ${text}, printed, is the core’s`, () => assertDerivative(text));

for (const { key, formula, params } of core.catalog.objectives)
  test(`the derivative of ${key} is the core’s`, () => {
    const values = new Map(params.map((each) => [each.key, `(${each.preset + 0.25})`]));
    const text = formula.replace(/[a-z]\w*/g, (name) => values.get(name) ?? name);
    assertDerivative(text);
  });

const READABLE = [
  ['(3 - x)^2 + 100*(y - x^2)^2', '-2*(3 - x) - 400*x*(y - x^2)', '200*(y - x^2)'],
  ['1 - exp(-(x^2 + y^2)/2)', 'x*exp(-(x^2 + y^2)/2)', 'y*exp(-(x^2 + y^2)/2)'],
  ['20 + x^2 - 10*cos(2*pi*x)', '2*x + 20*pi*sin(2*pi*x)', '0'],
  ['sqrt(x^2 + y^2)', 'x/sqrt(x^2 + y^2)', 'y/sqrt(x^2 + y^2)'],
  ['x*y/2 - 7', 'y/2', 'x/2'],
];
for (const [text, ...expected] of READABLE)
  test(`the derivatives of ${text} read as in a book`, () => {
    assert.deepEqual(
      ['x', 'y'].map((axis) => print(derive(parse(text), axis))),
      expected,
    );
  });

/** Random formulas, the same in every run. */
function* randomFormulas(count) {
  let seed = 20240229;
  const random = (/** @type {number} */ n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const pick = (list) => list[random(list.length)];
  const leaf = () => pick(['x', 'y', 'x', 'y', '2', '0.5', '3', 'pi', 'e']);
  /** @param {number} depth @returns {string} */
  const formula = (depth) => {
    if (depth === 0) return leaf();
    const part = () => `(${formula(depth - 1 - random(2) * (depth > 1 ? 1 : 0))})`;
    const operator = pick([
      '+',
      '-',
      '*',
      '/',
      '^',
      '-',
      '/',
      '^',
      '<',
      '>=',
      'call',
      'neg',
      'where',
    ]);
    if (operator === 'neg') return `-${part()}`;
    if (operator === 'call') return `${pick(['sin', 'abs', 'sigmoid', 'exp', 'floor'])}${part()}`;
    if (operator === 'where') return `where(${part()}, ${part()}, ${part()})`;
    return `${part()}${operator}${part()}`;
  };
  for (let i = 0; i < count; i++) yield formula(1 + (i % 5));
}

test('2000 random formulas, printed with the fewest parentheses, are bit for bit the same', () => {
  let compared = 0;
  for (const text of randomFormulas(2000)) {
    if (text.length > 480) continue;
    const printed = print(parse(text));
    assert.ok(
      printed.length <= text.length + 20 || printed.includes('1.0*('),
      `${text}: ${printed}`,
    );
    const [expected, actual] = [valuesOf(`(${text})`).f, valuesOf(`(${printed})`).f];
    expected.forEach((value, i) => {
      assert.ok(Object.is(actual[i], value) || actual[i] === value, `${text} became ${printed}`);
    });
    compared++;
  }
  assert.ok(compared > 1500);
});

test('no parentheses are printed that are not needed', () => {
  for (const text of ['x - (y - 1)', '-x^2', '(-x)^2', 'x^(-2)', '2^3^x', 'a - b*c/d', '(x^2)^3']) {
    const tidy = text.replace(/[a-d]/g, (letter) => (letter < 'c' ? 'x' : 'y'));
    const expected = tidy === '2^3^x' ? '2^(3^x)' : tidy;
    assert.equal(print(parse(tidy)), expected);
  }
});
