// What the page computes and what an exported program computes are the same on any input: f and its gradient
// of random formulas over the whole language, at plain and at hostile places, against each other.
//
// Both round alike, but libraries differ in the last digit of a function, which cancellation and steep places
// magnify. So a difference counts if it is above 1e-11 of the value, 1e-12 of the largest number that the
// gradient was made of, and a hundred times what a nudge of 2^-50 changes, of the place, π and e. Where f
// itself is not a finite number, its gradient is not looked at. PyTorch divides a number by a tensor as
// number * (1/tensor) and differentiates backwards, which overflows elsewhere: it is asked where no number is
// beyond 1e100.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { exportCode } from '../../web/formula/export/index.js';
import { core } from '../web/core.js';
import { missing, PYTHON, underOwnNames } from './programs.js';
import { createRandom, randomFormula, randomPoints } from './random-formulas.js';

const COUNT = Number(process.env.FORMULAS ?? 300);
const POINTS = 40;

/** @typedef {{ text: string, dim: 1|2, points: { x: number[], y: number[] } }} Case */

/** @param {number} seed @returns {Case[]} */
function makeCases(seed) {
  const random = createRandom(seed);
  /** @type {Case[]} */
  const cases = [];
  while (cases.length < COUNT) {
    const text = randomFormula(random, 1 + (cases.length % 4));
    const { dim, error } = core.parseFormula(text);
    // Libraries differ in whether log(e) is exactly 1, and with it whether 1 − log(e) is 0.
    if (error || /log\(\(?e\)/.test(text)) continue;
    cases.push({ text, dim: dim ?? 1, points: randomPoints(random, POINTS) });
  }
  return cases;
}
const cases = makeCases(Number(process.env.SEED ?? 7));

/** @param {string} language @param {Case} each */
function programOf(language, { text, dim }) {
  const run = {
    optimizer: 'custom',
    hypers: { lr: 0.1 },
    schedule: { key: 'constant', params: {} },
  };
  const experiment = {
    lab: 'descent',
    objective: { formula: text },
    start: dim === 1 ? [1] : [1, 1],
    ...{ steps: 0, rule: 'x = x - lr*g', runs: [run], noise: { sigma: 0, seed: 1 } },
  };
  return exportCode(language, /** @type {any} */ (experiment), 0, core).text;
}

/** Values and gradients: f, gx and in 2D gy, one array each. @param {Case} each @param {number} [nudge] */
function askCore({ text, dim, points: { x, y } }, nudge = 0) {
  const places = {
    x: x.map((value) => value * (1 + nudge)),
    y: y.map((value) => value * (1 - nudge)),
  };
  const formula = text
    .replace(/\bpi\b/g, `${Math.PI * (1 + nudge)}`)
    .replace(/\be\b/g, nudge ? `${Math.E * (1 + nudge)}` : 'e');
  const { f, gx, gy } = core.evaluate({ formula }, dim === 1 ? { x: places.x } : places);
  return dim === 1 ? [f, gx] : [f, gx, gy ?? gx];
}

/** @type {Record<string, (...numbers: number[]) => number>} */
const OPERATIONS = {
  '+': (a, b) => a + b,
  '-': (a, b) => (b === undefined ? -a : a - b),
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': Math.pow,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  where: (a, b, c) => (a !== 0 ? b : c),
  chain: (a, b) => (a === 0 ? 0 : a * b),
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
};

/**
 * The largest finite number that a gradient is made of.
 * @param {import('../../web/core/formula.js').Graph} graph
 * @param {number} x
 * @param {number} y
 */
function largestOf({ nodes }, x, y) {
  /** @type {number[]} */
  const values = [];
  for (const node of nodes) {
    if (typeof node === 'string') values.push(node === 'x' ? x : y);
    else if (node[0] === 'num') values.push(Number(node[1]));
    else {
      const [head, ...places] = /** @type {[string, ...number[]]} */ (node);
      const operation = OPERATIONS[head] ?? /** @type {any} */ (Math)[head];
      values.push(operation(...places.map((place) => values[place])));
    }
  }
  return Math.max(0, ...values.map(Math.abs).filter(Number.isFinite));
}

const NAMES = ['f', 'the slope by x', 'the slope by y'];

/** @param {Case} each @param {number[][]} answers @param {(value: number) => boolean} isAsked */
function compare(each, answers, isAsked) {
  const expected = askCore(each);
  const nudged = [2 ** -50, -(2 ** -50)].map((nudge) => askCore(each, nudge));
  const graph = core.derivatives({ formula: each.text }, 'gradient');
  const { x, y } = each.points;
  answers.forEach((answer, i) => {
    if (!isAsked(x[i]) || !isAsked(y[i])) return;
    expected.forEach(({ [i]: wanted }, k) => {
      if (answer[k] === wanted || Object.is(answer[k], wanted)) return;
      if (k > 0 && !Number.isFinite(expected[0][i])) return;
      const spread = Math.max(...nudged.map((values) => Math.abs(values[k][i] - wanted)));
      const largest = largestOf(graph, x[i], y[i]);
      const most = 1e-300 + 1e-11 * Math.abs(wanted) + 1e-12 * largest + 100 * (spread || 0);
      const place = `${NAMES[k]} of ${each.text} at (${x[i]}, ${y[i]})`;
      assert.ok(
        Math.abs(answer[k] - wanted) <= most,
        `${place} is ${wanted} on the page, ${answer[k]} there`,
      );
    });
  });
}

/** As C and Python print it. @param {string} word */
const read = (word) =>
  /nan/i.test(word) ? Number.NaN : Number(word.replace(/inf(inity)?/i, 'Infinity'));

/**
 * A table of lines, as many as there are points for every case.
 * @param {string} printed
 * @returns {number[][][]}
 */
function readAnswers(printed) {
  const lines = printed.trim().split('\n');
  assert.equal(lines.length, POINTS * cases.length, lines[0]);
  const rows = lines.map((line) => line.split(' ').map(read));
  return cases.map((_, i) => rows.slice(i * POINTS, (i + 1) * POINTS));
}

/** @param {number} value @param {string} infinity @param {string} nan */
function literal(value, infinity, nan) {
  if (Number.isNaN(value)) return nan;
  if (!Number.isFinite(value)) return value > 0 ? infinity : `-${infinity}`;
  return Object.is(value, -0) ? '-0.0' : /[.e]/.test(`${value}`) ? `${value}` : `${value}.0`;
}

const LOOK = `
import json, sys, warnings, contextlib, io
warnings.simplefilter("ignore")
make = None
for case in json.load(sys.stdin):
    names = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(case["program"], "program", "exec"), names)
    if "np" in names:
        point, vector = names["np"].float64, names["np"].array
    else:
        point = vector = names["torch"].tensor
    for x, y in zip(case["x"], case["y"]):
        place = point(float(x)) if case["dim"] == 1 else vector([float(x), float(y)])
        slopes = names["grad"](place)
        slopes = [slopes] if case["dim"] == 1 else list(slopes)
        print(*(format(float(value), ".17g") for value in [names["f"](place), *slopes]))
`;

for (const [language, module] of [
  ['numpy', 'numpy'],
  ['pytorch', 'torch'],
]) {
  const skip = missing(module);
  test(`${cases.length} formulas have the same values and slopes in ${language} as on the page`, {
    skip,
  }, () => {
    const texts = (/** @type {number[]} */ values) =>
      values.map((value) => literal(value, 'inf', 'nan'));
    const input = cases.map((each) => ({
      program: programOf(language, each),
      dim: each.dim,
      x: texts(each.points.x),
      y: texts(each.points.y),
    }));
    const printed = execFileSync(PYTHON, ['-c', LOOK], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' },
    });
    const answers = readAnswers(printed);
    const isAsked = (/** @type {number} */ value) =>
      language !== 'pytorch' ||
      (Math.abs(value) <= 1e100 && !(value !== 0 && Math.abs(value) < 1e-100));
    for (const [i, each] of cases.entries()) compare(each, answers[i], isAsked);
  });
}

/** What prints the answers of case i. @param {Case} each @param {number} i */
function lookInC({ dim, points: { x, y } }, i) {
  const list = (/** @type {number[]} */ values) =>
    values.map((value) => literal(value, 'INFINITY', 'NAN')).join(', ');
  const one = 'printf("%.17g %.17g\\n", f(xs[k]), grad(xs[k]));';
  const two =
    'double g[2]; grad(xs[k], ys[k], g); printf("%.17g %.17g %.17g\\n", f(xs[k], ys[k]), g[0], g[1]);';
  return [
    `static void look_${i}__(void) {`,
    `static const double xs[] = {${list(x)}}, ys[] = {${list(y)}}; (void)ys;`,
    `for (int k = 0; k < ${POINTS}; k++) { ${dim === 1 ? one : two} } }`,
  ].join('\n');
}

test(`${cases.length} formulas have the same values and slopes in C as on the page`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-lab-'));
  try {
    const parts = cases.map((each, i) => underOwnNames(programOf('c', each), i, lookInC(each, i)));
    const calls = cases.map((_, i) => `    look_${i}__();`).join('\n');
    const all = join(folder, 'all.c');
    const head = '#include <math.h>\n#include <stdio.h>';
    writeFileSync(all, `${head}\n${parts.join('\n')}\nint main(void) {\n${calls}\n}\n`);
    execFileSync('cc', ['-O1', '-std=c11', '-w', all, '-o', join(folder, 'all'), '-lm']);
    const printed = execFileSync(join(folder, 'all'), { encoding: 'utf8', maxBuffer: 2 ** 28 });
    const answers = readAnswers(printed);
    for (const [i, each] of cases.entries()) compare(each, answers[i], () => true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
