// The same C, compiled natively and to WebAssembly, gives the same numbers: bit for bit where only + − × ÷ √
// are used, and to 1e-12 where libm functions are (glibc and musl differ in the last digit).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { core } from '../web/core.js';

/**
 * @typedef {import('../../web/core/catalog.js').Param} Param
 * @typedef {import('../../web/core/index.js').Run} Run
 * @typedef {object} Case
 * @property {import('../../web/core/catalog.js').Objective} objective
 * @property {import('../../web/core/catalog.js').Optimizer} optimizer
 * @property {import('../../web/core/records.js').Schedule} schedule
 * @property {number} sigma @property {number} lr
 * @property {boolean} [isModified] whether it has all modifiers
 */

const { catalog } = core;
const STEPS = 40;

/** A unit whose formula calls a function of libm, or raises to a power that is no small whole number. */
const LIBM = /\b(exp|log|sin|cos|tanh|sigmoid|pow)\b|\^\s*([a-z]|\(|0\.)/;
const usesLibm = (/** @type {string} */ formula) => LIBM.test(formula);

const bits = new DataView(new ArrayBuffer(8));
const toHex = (/** @type {number} */ value) => {
  bits.setFloat64(0, value);
  return bits.getBigUint64(0).toString(16);
};
const fromHex = (/** @type {string} */ text) => {
  bits.setBigUint64(0, BigInt(`0x${text}`));
  return bits.getFloat64(0);
};

const padded = (/** @type {readonly number[]} */ values, /** @type {number} */ count) =>
  [...values, ...new Array(count).fill(0)].slice(0, count).map(toHex);
const presets = (/** @type {readonly Param[]} */ params) =>
  Object.fromEntries(params.map(({ key, preset }) => [key, preset]));

/** Every optimizer on every objective, every schedule on every optimizer, noise, and modifiers. */
function* specs() {
  for (const objective of catalog.objectives) {
    for (const optimizer of catalog.optimizers) {
      yield { objective, optimizer, schedule: catalog.schedules[0], sigma: 0 };
    }
  }
  const [first] = catalog.objectives;
  for (const objective of [first, ...catalog.objectives.filter(({ dim }) => dim === 2).slice(0, 1)])
    for (const optimizer of catalog.optimizers)
      yield { objective, optimizer, schedule: catalog.schedules[0], sigma: 0, isModified: true };
  for (const schedule of catalog.schedules) {
    for (const optimizer of catalog.optimizers) {
      yield { objective: first, optimizer, schedule, sigma: 0 };
      yield { objective: first, optimizer, schedule, sigma: 0.5 };
    }
  }
}

const cases = [...specs()].map((spec) => ({
  ...spec,
  lr: spec.objective.dim === 2 ? 0.001 : 0.01,
}));

/** All that an optimizer takes. @param {Case['optimizer']} optimizer @returns {[string, number][]} */
const modifiersOf = ({ refuses }) =>
  catalog.modifiers
    .filter(({ key }) => !refuses.includes(key))
    .map(({ key }, i) => [key, [2, 1.5, 0.25, 0.125][i]]);

/** @param {Case} spec */
const lineOf = ({ objective, optimizer, schedule, sigma, lr, isModified = false }) => {
  const on = new Map(isModified ? modifiersOf(optimizer) : []);
  const { params: room } = catalog.limits;
  const hypers = optimizer.hypers.map(({ preset }, i) => (i ? preset : lr));
  return [
    ...[objective.key, optimizer.key, schedule.key, STEPS, 7, toHex(sigma)],
    ...padded(objective.starts[0], 2),
    ...padded(
      objective.params.map(({ preset }) => preset),
      room,
    ),
    ...padded(hypers, room),
    ...padded(
      schedule.params.map(({ preset }) => preset),
      room,
    ),
    ...catalog.modifiers.map(({ key }) => toHex(on.get(key) ?? Number.NaN)),
  ].join(' ');
};

const answers = execFileSync('build/native', {
  input: `${cases.map(lineOf).join('\n')}\n`,
  maxBuffer: 2 ** 28,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

test('the native core answers every run', () => {
  assert.ok(cases.length >= 260);
  assert.equal(answers.length, cases.length);
});

/** @param {Case} spec */
const isExact = ({ objective, optimizer, schedule, sigma }) =>
  sigma === 0 && ![objective.formula, optimizer.rule, schedule.formula].some(usesLibm);

/**
 * Rules whose rate is a quotient of differences: where they are chaotic, the last digit of a libm decides the
 * path. A simplex compares values of f, which are alike near a minimum: there that digit decides, too.
 */
const CHAOTIC = new Set(['barzilai_borwein on rastrigin', 'nelder_mead on wavy']);

/** With noise, which libm makes, its last digit may decide a search. @param {Case} spec */
const isChaotic = ({ optimizer, objective, sigma }) =>
  CHAOTIC.has(`${optimizer.key} on ${objective.key}`) || (optimizer.kind === 'method' && sigma > 0);

/**
 * The largest number of a column; an update is the difference of two points, and as exact as they are.
 * @param {Run} run @param {number} c
 */
function sizeOf({ layout, columns }, c) {
  const { kind, axis } = layout[c];
  const of = layout.findIndex((column) => column.kind === 'coordinate' && column.axis === axis);
  return [kind === 'update' ? of : c, c]
    .flatMap((each) => [...columns[layout[each].name]])
    .reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
}

/** Compares the columns of one run. @param {Case} spec @param {string} answer */
function compare(spec, answer) {
  const { objective, optimizer, schedule, sigma, lr, isModified } = spec;
  const run = core.run({
    objective: { key: objective.key, params: presets(objective.params) },
    start: objective.starts[0],
    optimizer: { key: optimizer.key, hypers: { ...presets(optimizer.hypers), lr } },
    schedule: schedule.key,
    steps: STEPS,
    noise: { sigma, seed: 7 },
    ...(isModified && { modifiers: Object.fromEntries(modifiersOf(optimizer)) }),
  });
  const [rows, width, ...entries] = answer.split(' ');
  const name = `${objective.key}, ${optimizer.key}, ${schedule.key}, σ = ${sigma}`;
  assert.deepEqual([Number(rows), Number(width)], [run.rows, run.names.length], name);
  run.names.forEach((column, c) => {
    // How often a search asks may hang on the last digit.
    if (run.layout[c].kind.startsWith('evals') && !isExact(spec)) return;
    const values = run.columns[column];
    const size = sizeOf(run, c);
    values.forEach((value, t) => {
      const native = fromHex(entries[c * run.rows + t]);
      if (Object.is(value, native)) return;
      const place = `${name}: ${column} at step ${t}: ${value} here, ${native} natively`;
      assert.ok(!isExact(spec), place);
      assert.ok(Math.abs(value - native) <= 1e-12 * size, place);
    });
  });
}

for (const objective of catalog.objectives) {
  const mine = cases
    .map((spec, i) => ({ spec, i }))
    .filter(({ spec }) => spec.objective === objective);
  test(`${mine.length} runs on ${objective.key} are the same natively`, () => {
    for (const { spec, i } of mine) if (!isChaotic(spec)) compare(spec, answers[i]);
  });
}

test('hundreds of runs are compared bit for bit', () => {
  assert.ok(cases.filter(isExact).length >= 300, `${cases.filter(isExact).length}`);
});
