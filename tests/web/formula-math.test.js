// Formulas as math: the tree that becomes MathML, and its plain text, against the notation of textbooks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mathOf, symbolMath, textOf } from '../../web/formula/math.js';
import { symbolFor } from '../../web/formula/symbols.js';
import { core } from './core.js';

/** @typedef {import('../../web/formula/math.js').MathNode} MathNode */

/**
 * A tree in one line: tokens as they are, groups as tag(child child).
 * @param {MathNode} math
 * @returns {string}
 */
const draw = ({ tag, text, children = [] }) => text ?? `${tag}(${children.map(draw).join(' ')})`;

/** @param {string} formula */
function mathOfText(formula) {
  const { ast, error } = core.parseFormula(formula);
  assert.equal(error, null, formula);
  const [{ expr }] = /** @type {import('../../web/core/formula.js').Ast} */ (ast).lines;
  return mathOf(expr, (name) => symbolMath(symbolFor(name)));
}

/**
 * what is typed, and the tree it becomes; ⁢ is an invisible times, ⁡ stands between a function and its
 * argument
 */
const TREES = [
  ['1/x', 'mfrac(1 x)'],
  ['(x + 1)/(2*y)', 'mfrac(mrow(x + 1) mrow(2 ⁢ y))'],
  ['sqrt(x^2 + 1)', 'msqrt(mrow(msup(x 2) + 1))'],
  ['x^(y + 1)', 'msup(x mrow(y + 1))'],
  ['2^3^2', 'msup(2 msup(3 2))'],
  ['(2^3)^2', 'msup(mrow(( msup(2 3) )) 2)'],
  ['exp(-x)', 'mrow(exp ⁡ mrow(( mrow(mrow(− x)) )))'],
  ['log(x)', 'mrow(ln ⁡ mrow(( mrow(x) )))'],
  ['abs(x)', 'mrow(| x |)'],
  ['floor(x)', 'mrow(⌊ x ⌋)'],
  ['x >= 2', 'mrow(x ≥ 2)'],
  ['pi*x', 'mrow(π ⁢ x)'],
];
for (const [typed, tree] of TREES) {
  test(`${typed} is drawn as ${tree}`, () => {
    assert.equal(draw(mathOfText(typed)), tree);
  });
}

/** what is typed, and how it reads as text: parentheses stand where they must, and nowhere else */
const TEXTS = [
  ['x^2 + 10*sin(x)', 'x^2 + 10 sin(x)'],
  ['3x', '3 x'],
  ['2*3', '2 ⋅ 3'],
  ['x*2', 'x ⋅ 2'],
  ['(x + 1)*y', '(x + 1) y'],
  ['x + (y + 1)', 'x + y + 1'],
  ['x - (y - 1)', 'x − (y − 1)'],
  ['(x - y) - 1', 'x − y − 1'],
  ['x*(y*2)', 'x (y ⋅ 2)'],
  ['x*y/2', '(x y)/2'],
  ['-x^2', '−x^2'],
  ['(-x)^2', '(−x)^2'],
  ['-x*y', '−x y'],
  ['-(x + y)', '−(x + y)'],
  ['2*-x', '2 ⋅ (−x)'],
  ['x/(y/2)', 'x/(y/2)'],
  ['(x/y)^2', '(x/y)^2'],
  ['x^-1', 'x^(−1)'],
  ['max(x, 0)', 'max(x, 0)'],
  ['where(x <= 0, 1, y)', 'where(x ≤ 0, 1, y)'],
  ['sqrt(x)/2', '(√(x))/2'],
];
for (const [typed, text] of TEXTS) {
  test(`${typed} reads ${text}`, () => {
    assert.equal(textOf(mathOfText(typed)), text);
  });
}

/** Text that came out of a formula reads as the same number again when it is typed in once more. */
test('no pair of parentheses that matters is left out', () => {
  const at = { x: [0.7], y: [-1.3] };
  const ascii = /** @type {Record<string, string>} */ ({ '−': '-', '⋅': '*', ' ': ' ' });
  for (const [typed, text] of TEXTS) {
    const again = text
      .replace(/[−⋅]/g, (sign) => ascii[sign])
      .replace(/√/g, 'sqrt')
      .replace(/≤/g, '<=')
      .replace(/(?<=[\w)]) (?=[\w(])/g, '*');
    const [before, after] = [typed, again].map((formula) => {
      const { dim } = core.parseFormula(formula);
      return core.evaluate({ formula }, dim === 2 ? at : { x: at.x }).f[0];
    });
    assert.equal(after, before, `${typed} → ${text} → ${again}`);
  }
});

test('parentheses grow with a fraction and with nothing else', () => {
  const stretchy = (/** @type {string} */ typed) =>
    mathOfText(typed).children?.[0].children?.[0].attributes?.stretchy;
  assert.equal(stretchy('(1/x + 1)*y'), 'true');
  assert.equal(stretchy('(x^2 + 1)*y'), 'false');
});

/** a name, and its symbol as text */
const SYMBOLS = [
  ['lr', 'η'],
  ['rho', 'ρ'],
  ['eps', 'ε'],
  ['mu', 'μ'],
  ['beta1', 'β_1'],
  ['beta12', 'β_{12}'],
  ['alpha_k', 'α_k'],
  ['mhat', 'm\u0302'],
  ['velocity', 'velocity'],
];
for (const [name, text] of SYMBOLS) {
  test(`the name ${name} is written ${text}`, () => {
    assert.equal(textOf(symbolMath(symbolFor(name))), text);
  });
}

test('a record’s symbol wins over the name’s letters', () => {
  const known = new Map([
    ['rho', 'γ'],
    ['s0', 's_0'],
    ['m', 'm'],
  ]);
  const written = ['rho', 's0', 'm'].map((name) => textOf(symbolMath(symbolFor(name, known))));
  assert.deepEqual(written, ['γ', 's_0', 'm']);
});

test('an index stands below a letter, behind what is there already', () => {
  const t = { tag: 'mi', text: 't' };
  assert.equal(draw(symbolMath(symbolFor('v'), t)), 'msub(v t)');
  assert.equal(draw(symbolMath(symbolFor('beta1'), t)), 'msub(β mrow(1 , t))');
  assert.equal(draw(symbolMath(symbolFor('mhat'), t)), 'msub(mover(m ^) t)');
});
