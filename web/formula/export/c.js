// A run as a program in C11.

import { headLines } from './comment.js';
import { heading } from './plan.js';
import { createPrinter, decimal } from './print.js';

/**
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('../../core/formula.js').Node} Node
 */

/**
 * What C's library lacks, or does otherwise with NaN.
 * @type {(dim: 1|2) => Record<string, string>}
 */
const helpersFor = (dim) => ({
  norm:
    dim === 1
      ? 'static double norm(double v) { return fabs(v); }'
      : 'static double norm(const double v[2]) { return sqrt(v[0]*v[0] + v[1]*v[1]); }',
  sigmoid: 'static double sigmoid(double z) { return 1.0/(1.0 + exp(-z)); }',
  sign: 'static double sign(double z) { return z > 0.0 ? 1.0 : z < 0.0 ? -1.0 : z; }',
  minimum: 'static double minimum(double u, double v) { return u <= v || u != u ? u : v; }',
  maximum: 'static double maximum(double u, double v) { return u >= v || u != u ? u : v; }',
  chain: 'static double chain(double u, double v) { return u == 0.0 ? 0.0 : u*v; }',
  pi: 'static const double pi = 3.141592653589793;',
  e: 'static const double e = 2.718281828459045;',
});
const OWN_NAMES = /** @type {Record<string, string>} */ ({
  abs: 'fabs',
  min: 'minimum',
  max: 'maximum',
});

/** @type {import('./print.js').Dialect} */
const dialect = {
  number: decimal,
  constants: {},
  call: (name) => OWN_NAMES[name] ?? name,
  where: (condition, u, v) => `(${condition} ? ${u} : ${v})`,
  power: (base, exponent) => `pow(${base}, ${exponent})`,
  lift: null,
};
const print = createPrinter(dialect).text;

/** @param {string[]} lines */
const indented = (lines) => lines.map((line) => (line ? `    ${line}` : line));

/**
 * const double a = 1.0, b = 2.0;
 * @param {import('./plan.js').Constants} constants @param {string} [storage]
 */
function constantLines(constants, storage = 'const ') {
  const values = constants.map(([name, value]) => `${name} = ${decimal(value)}`);
  return values.length ? [`${storage}double ${values.join(', ')};`] : [];
}

/**
 * A function, and (void)x; for each parameter it does not use.
 * @param {string} head @param {string[]} parameters @param {string[]} body
 */
function functionLines(head, parameters, body) {
  const isUsed = (/** @type {string} */ name) =>
    body.some((line) => new RegExp(`\\b${name}\\b`).test(line));
  const unused = parameters.filter((name) => !isUsed(name)).map((name) => `(void)${name};`);
  return [`${head} {`, ...indented([...unused, ...body]), '}'];
}

/** @param {Plan} plan */
function gradientLines({ dim, moves, gradient: { lines, roots } }) {
  const [also, more] = moves ? [', double t', ['t']] : ['', []];
  const parts = lines.map(({ name, expr }) => `const double ${name} = ${print(expr)};`);
  if (dim === 1)
    return functionLines(
      `static double grad(double x${also})`,
      ['x', ...more],
      [...parts, `return ${print(roots[0])};`],
    );
  const body = [...parts, ...roots.map((part, i) => `g[${i}] = ${print(part)};`)];
  const head = `static void grad(double x, double y${also}, double g[2])`;
  return functionLines(head, ['x', 'y', ...more], body);
}

/** @param {Plan} plan */
function rateLines({ rate: { name, expr, constants, cuts, bases } }) {
  const later = bases.map(([s, rate]) => `if (s >= ${s}) lr0 = ${decimal(rate)};`);
  const fixed = constantLines(constants, later.length ? '' : 'const ');
  const varying = [...fixed, ...later, `return ${print(expr)};`];
  const taken = cuts.map(([s, rate]) => `if (s >= ${s}) return ${decimal(rate)};`);
  const body = expr === 'lr0' ? [...taken, `return ${decimal(constants[0][1])};`] : varying;
  return [
    `// The learning rate after s steps: ${name}`,
    ...functionLines('static double lr_at(double s)', ['s'], body),
  ];
}

/** @param {Plan} plan */
function ruleLines({ lines, state, slots, dim, changes }) {
  const perLane = new Set([state, 'g', ...slots.map(({ name }) => name)]);
  const place = (/** @type {string} */ name) =>
    dim === 2 && perLane.has(name) ? `${name}[i]` : name;
  const shown = createPrinter({
    ...dialect,
    constants: Object.fromEntries([...perLane].map((name) => [name, place(name)])),
  });
  // A norm is that of the whole point, in the loop over its coordinates too.
  const textOf = (/** @type {import('./plan.js').RuleLine['expr']} */ expr) =>
    shown.text(expr).replace(/\bnorm\((\w+)\[i\]\)/g, 'norm($1)');
  const rule = lines.map(
    ({ name, expr, isNew }) => `${isNew ? 'double ' : ''}${place(name)} = ${textOf(expr)};`,
  );
  const usesT = rule.some((line) => /\bt\b/.test(line));
  return [
    ...(usesT ? ['const double t = step;'] : []),
    ...changes.map(
      ({ from, constants }) =>
        `if (step == ${from}) ${constants.map(([name, value]) => `${name} = ${decimal(value)}`).join(', ')};`,
    ),
    'lr = lr_at(step - 1);',
    ...(dim === 1 ? rule : ['for (int i = 0; i < 2; i++) {', ...indented(rule), '}']),
  ];
}

/**
 * What is done at every point: value and gradient, a row of the table, and the end if a number is not finite.
 * @param {Plan} plan
 */
function lookLines({ dim, state, slots, moves }) {
  const next = moves ? ', step + 1' : '';
  const held = slots.map(({ name }) => name);
  if (dim === 1)
    return [
      `const double value = f(x${next});`,
      `g = grad(x${next});`,
      'printf("%d,%.17g,%.17g,%.17g,%.17g\\n", step, x, value, g, lr);',
      `if (!isfinite(${['x', 'value', 'g', ...held].join(') || !isfinite(')})) break;`,
    ];
  return [
    `const double value = f(${state}[0], ${state}[1]${next});`,
    `grad(${state}[0], ${state}[1]${next}, g);`,
    'printf("%d,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g\\n", step, ' +
      `${state}[0], ${state}[1], value, g[0], g[1], lr);`,
    'double zero = 0*value; // NaN once a number is not finite',
    `for (int i = 0; i < 2; i++) zero += ${[state, 'g', ...held].map((name) => `0*${name}[i]`).join(' + ')};`,
    'if (zero != 0) break;',
  ];
}

/** @param {Plan} plan */
function mainLines(plan) {
  const { dim, state, start, slots } = plan;
  const declared = (
    /** @type {string} */ name,
    /** @type {readonly (string|number)[]} */ values,
  ) => {
    const texts = values.map((value) => (typeof value === 'string' ? value : decimal(value)));
    return dim === 1
      ? `double ${name} = ${texts[0]};`
      : `double ${name}[2] = {${texts.join(', ')}};`;
  };
  return [
    'int main(void) {',
    ...indented([
      ...constantLines(plan.hypers, plan.changes.length ? '' : 'const '),
      declared(state, start),
      declared('g', [0, 0]),
      ...slots.map(({ name, init }) => declared(name, Array.isArray(init) ? init : [init, init])),
      'double lr = NAN;',
      '',
      `puts("${heading(dim)}");`,
      'for (int step = 0; step <= steps; step++) {',
      ...indented(['if (step > 0) {', ...indented(ruleLines(plan)), '}', ...lookLines(plan)]),
      '}',
      'return 0;',
    ]),
    '}',
  ];
}

/** @param {Plan} plan @param {string} link */
export function writeC(plan, link) {
  const parameters = ['x', ...(plan.dim === 1 ? [] : ['y']), ...(plan.moves ? ['t'] : [])];
  const takes = parameters.map((name) => `double ${name}`).join(', ');
  const parts = [
    constantLines(plan.params, 'static const '),
    functionLines(`static double f(${takes})`, parameters, [`return ${print(plan.f)};`]),
    gradientLines(plan),
    rateLines(plan),
    mainLines(plan),
  ];
  const code = parts.flat().join('\n');
  const known = helpersFor(plan.dim);
  const helpers = Object.keys(known).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return `${[
    [
      ...headLines(plan, { mark: '//', language: 'C', link }),
      '// Compile: cc -O2 -std=c11 file.c -lm',
    ],
    ['#include <math.h>', '#include <stdio.h>'],
    [`static const double steps = ${plan.steps};`],
    helpers.map((name) => known[name]),
    ...parts,
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}
