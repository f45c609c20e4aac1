// Formulas as people type them are read as they are meant; page, link, API and exports show the text that
// was read.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { exportCode } from '../../web/formula/export/index.js';
import { readConstant, readTyped } from '../../web/state/constant.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { defaultExperiment, setRule, specFor, withFormula } from '../../web/state/experiment.js';
import { copiedFormula, oneVariable } from '../../web/state/own-units.js';
import { setOptimizer } from '../../web/state/runs.js';
import { createRandom, randomFormula, randomPoints } from '../parity/random-formulas.js';
import { core } from './core.js';

const { catalog } = core;

test('a formula that the grammar reads is read as it stands', () => {
  const random = createRandom(20);
  for (let i = 0; i < 3000; i++) {
    const text = randomFormula(random, 1 + random(4));
    if (text.length > 450 || core.parseFormula(text, { version: 1 }).error) continue;
    const { asRead, error } = core.parseFormula(text);
    assert.equal(error, null);
    assert.equal(asRead, text);
  }
});

/** A tree of x, y and numbers. @typedef {[string, ...any[]]} Tree */

/** @param {(n: number) => number} random @param {number} depth @returns {Tree} */
function randomTree(random, depth) {
  const part = () => randomTree(random, depth - 1);
  if (depth === 0) return random(4) ? ['var', random(2) ? 'x' : 'y'] : ['num', 2 + random(8)];
  const kind = ['+', '-', '*', '*', '/', '^', 'sin', 'abs', 'sqrt', 'log', 'atan'][random(11)];
  if (kind === '^') return ['^', part(), 2 + random(4)];
  return '+-*/'.includes(kind) ? [kind, part(), part()] : [kind, part()];
}

/** A tree in full: every operation in parentheses. @param {Tree} tree @returns {string} */
function inFull([kind, a, b]) {
  if (kind === 'var' || kind === 'num') return String(a);
  if (kind === '^') return `(${inFull(a)}^${b})`;
  if ('+-*/'.includes(kind)) return `(${inFull(a)}${kind}${inFull(b)})`;
  return `${kind}(${inFull(a)})`;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** @type {Record<string, string[]>} */
const OPERATORS = {
  '+': ['+', ' + ', '＋', '\u2009+\u2009'],
  '-': ['-', ' − ', ' – ', '—', '－'],
  '*': ['*', '×', ' · ', '', ' ', '⋅'],
  '/': ['/', '÷', '∕'],
};

/**
 * A tree as people write it.
 * @param {Tree} tree @param {(list: string[]) => string} pick @param {Record<string, string>} variables
 * @returns {string}
 */
function loosely([kind, a, b], pick, variables) {
  const write = (/** @type {Tree} */ tree) => loosely(tree, pick, variables);
  const group = (/** @type {Tree} */ tree) => `(${write(tree)})`;
  if (kind === 'num') return String(a);
  if (kind === 'var') return variables[a];
  if (kind === '^') {
    const isSine = a[0] === 'sin';
    if (isSine && pick(['', '1'])) return `${pick([`sin^${b}`, `sin${RAISED[b]}`])}${group(a[1])}`;
    return pick([`${group(a)}${RAISED[b]}`, `${group(a)}**${b}`, `pow(${write(a)}, ${b})`]);
  }
  if ('+-*/'.includes(kind)) return `${group(a)}${pick(OPERATORS[kind])}${group(b)}`;
  if (kind === 'abs') return pick([`|${write(a)}|`, `abs${group(a)}`, `Abs${group(a)}`]);
  if (kind === 'sqrt') return pick([`√${group(a)}`, `sqrt ${group(a)}`]);
  if (kind === 'log') return pick([`ln${group(a)}`, `LN ${group(a)}`, `log${group(a)}`]);
  return pick(
    kind === 'atan' ? [`arctan${group(a)}`] : [`${kind}${group(a)}`, `${kind} ${group(a)}`],
  );
}

const NAMES = [
  { x: 'x', y: 'y' },
  { x: 'x1', y: 'x2' },
  { x: 'w_1', y: 'w_2' },
  { x: 'θ₁', y: 'θ₂' },
  { x: 'X', y: 'Y' },
];

test('a formula in anybody’s spelling has the values of the formula in full', () => {
  const random = createRandom(4);
  const pick = (/** @type {any[]} */ list) => list[random(list.length)];
  let count = 0;
  for (let i = 0; i < 3000; i++) {
    const tree = randomTree(random, 1 + random(4));
    const typed = loosely(tree, pick, pick(NAMES));
    const full = inFull(tree);
    if (typed.length > 400 || !full.includes('x')) continue; // x2 alone may be x²
    const { error, asRead } = core.parseFormula(typed);
    assert.equal(error, null, `${typed}: ${error?.sentence}`);
    const points = randomPoints(random, 8);
    const [ours, theirs] = [asRead, full].map((formula) =>
      core.evaluate({ formula: `${formula} + 0*y` }, points),
    );
    assert.deepEqual(ours, theirs, `${typed} was read as ${asRead}`);
    count++;
  }
  assert.ok(count > 1500, `${count} formulas`);
});

const START = defaultExperiment(catalog);

test('the experiment, its link and its programs hold a formula as it was read', () => {
  const typed = withFormula(START, '  f(x) = 8xsin(2x) – |x|', core);
  assert.deepEqual(typed.objective, { formula: '8x*sin(2x) - abs(x)' });
  const link = encodeExperiment(typed, catalog);
  assert.match(decodeURIComponent(link), /fx=8x\*sin\(2x\) - abs\(x\)&.*v=1$/);
  assert.deepEqual(decodeExperiment(`?${link}`, '', core), { experiment: typed, notices: [] });
  const plain = withFormula(START, '8x*sin(2x) - abs(x)', core);
  assert.deepEqual(typed, plain);
  for (const language of ['numpy', 'pytorch', 'c'])
    assert.deepEqual(exportCode(language, typed, 0, core), exportCode(language, plain, 0, core));
  // 8·0.5·sin 1 − 0.5
  const { f } = core.run({
    ...specFor(typed, 0),
    objective: { formula: '8xsin(2x)-|x|' },
    start: [0.5],
  }).columns;
  assert.ok(Math.abs(f[0] - 2.865883939231586) < 1e-15, `${f[0]}`);
});

test('the experiment holds an own rule as it was read, its parameters too', () => {
  const own = setOptimizer(START, 0, 'custom', core);
  const typed = setRule(own, 'v ← 0.9v + w1*g\nx -= lr*v', core);
  assert.equal(typed.rule, 'v = 0.9v + w1*g\nx = x - lr*v');
  assert.deepEqual(Object.keys(typed.runs[0].hypers), ['lr', 'w1']);
  const link = `?${encodeExperiment(typed, catalog)}`;
  assert.match(link, /v=1$/);
  assert.deepEqual(decodeExperiment(link, '', core), { experiment: typed, notices: [] });
});

test('a link of version 2 may be written as people type, and is told how it was read', () => {
  const { experiment, notices } = decodeExperiment('?fx=f(x)%3Dxsin(x)&v=2', '', core);
  assert.deepEqual(experiment.objective, { formula: 'x*sin(x)' });
  assert.deepEqual(
    notices.map(({ key, code, value, used }) => ({ key, code, value, used })),
    [{ key: 'fx', code: 'read_as', value: 'f(x)=xsin(x)', used: 'x*sin(x)' }],
  );
});

test('a link of version 1 is read as strictly as ever', () => {
  for (const version of ['', '&v=1']) {
    const { experiment, notices } = decodeExperiment(`?fx=xsin(x)${version}`, '', core);
    assert.deepEqual(experiment.objective, START.objective);
    assert.deepEqual(
      notices.map(({ code }) => code),
      ['bad_formula'],
    );
  }
  assert.equal(core.parseFormula('|x|', { version: 1 }).error?.code, 'bad_character');
  assert.equal(core.parseRule('x -= lr*g', { version: 1 }).error?.code, 'expected_assignment');
});

test('the derivative’s lab reads as people type, and still knows functions of x alone', () => {
  const { parseFormula } = oneVariable(core);
  /** @param {string} text @returns {any} */
  const errorOf = (text) => parseFormula?.(text).error;
  assert.equal(parseFormula?.('xsin(x)').asRead, 'x*sin(x)');
  assert.equal(errorOf('x1^2 + x2^2').found, 'y');
  assert.equal(errorOf('t^2').found, 't');
  assert.equal(errorOf('sin 2x').code, 'doubtful');
});

test('constants are numbers wherever a number is typed', () => {
  /** @type {[string, number][]} */
  const typed = [
    ['1/3', 1 / 3],
    ['pi', Math.PI],
    ['π/2', Math.PI / 2],
    ['sqrt(2)', Math.SQRT2],
    ['√2', Math.SQRT2],
    ['2^-3', 0.125],
    ['-1/8', -0.125],
    ['2π', 2 * Math.PI],
    ['1e-3*2', 0.002],
    ['10^-4', 1e-4],
    ['1,5/2', 0.75],
    ['e', Math.E],
    ['0 - 0', 0],
  ];
  for (const [text, value] of typed)
    assert.ok(
      Math.abs(Number(readTyped(text, false, core)) - value) <= 2e-16 * Math.abs(value),
      text,
    );
  for (const text of ['x', 't', '1/0', '0/0', 'lr', '', '2 3', '1.234,5', 'sqrt(-1)', 'x/x'])
    assert.equal(readConstant(text, core), undefined, text);
  assert.equal(readTyped('10,000', true, core), 10000);
});

test('an own f begins as the built-in with its numbers, and without factors of 1', () => {
  const random = createRandom(7);
  const filled = (/** @type {string} */ key, /** @type {any} */ params) =>
    copiedFormula({ key, params }, catalog);
  assert.equal(filled('quadratic', { a: 1 }), 'x^2');
  assert.equal(filled('quadratic', { a: 9 }), '9*x^2');
  assert.equal(filled('doublewell', { c: -0.5 }), '(x^2 - 1)^2 + (-0.5)*x');
  for (const { key, params, dim } of catalog.objectives)
    for (let i = 0; i < 20; i++) {
      const values = Object.fromEntries(
        params.map(({ key, min, max }) => [
          key,
          i % 4 ? min + ((max - min) * random(1000)) / 999 : 1,
        ]),
      );
      const points = randomPoints(random, 20);
      const xs = dim === 1 ? { x: points.x } : points;
      const [ours, theirs] = [{ formula: filled(key, values) }, { key, params: values }].map(
        (objective) => core.evaluate(objective, xs).f,
      );
      const near = (/** @type {number} */ a, /** @type {number} */ b) =>
        Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-13 * Math.abs(b);
      const bad = ours.findIndex(
        (value, j) => Number.isFinite(theirs[j]) && !near(value, theirs[j]),
      );
      assert.equal(bad, -1, `${filled(key, values)} at ${points.x[bad]}, ${points.y[bad]}`);
    }
});
