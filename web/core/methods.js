// All that the core can be asked, in two halves: `read` takes everything from the caller and makes it plain data of our
// own, before anything is laid out in the arena; `take` lays it out and answers. The first half needs the catalog alone,
// so the second can happen elsewhere: in a worker, or in slices.

import { checkNumber, checkOneOf, checkText, checkUnit } from './check.js';
import { effectiveRates, largestStable, readEffective, readStable } from './facts.js';
import { askAtPoints, readPoints, stationaryPoints } from './field.js';
import { FAMILIES } from './formula.js';
import { ratesOf, readRates } from './rates.js';
import { readRun, takeRun } from './run.js';
import { readBatch, readSample, takeBatch, takeSample } from './sample.js';
import { readSmooth, readWeights, smoothSeries, weightsOf } from './smooth.js';
import { readObjective, UINT32 } from './spec.js';
import { rawStep, readStep, readTrace, traceStep } from './step.js';
import { readTraceAverage, traceAverage } from './trace-average.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 *
 * @typedef {object} Method
 * @property {(units: Units, ...given: any[]) => any} read throws what is wrong with it; `into` of what it returns is the
 *   caller's, arrays that a list of answers is written into
 * @property {(engine: Engine, asked: any, sliceMs: number) => any} take the answer, or a generator: a task in slices
 */

/** @param {unknown} text @param {'formula'|'rule'} name */
const readText = (text, name) => ({ text: checkText(name, text) });

/** @param {Engine} engine @param {{ text: string }} asked @param {string} family */
function parse({ formulas }, { text }, family) {
  const { program, error } = formulas.compile(text, family);
  if (error) return { error };
  const ast = formulas.ast(program);
  return { ast, dim: ast.dim, hypers: ast.hypers, error: null };
}

/** @param {Units} units @param {any} family @param {unknown} key */
function readFormula(units, family, key) {
  checkOneOf('family', family, FAMILIES);
  const unit = /** @type {any} */ (
    checkUnit(family, /** @type {any} */ (units.catalog)[family], key)
  );
  return { family, index: units.index(unit), text: unit.formula ?? unit.rule };
}

/** @param {Record<string, unknown>} counts */
function readCounts(counts) {
  for (const [name, value] of Object.entries(counts)) checkNumber(name, value, UINT32);
  return counts;
}

/** @param {Engine} engine @param {any} asked @returns {[number, number]} */
function normal({ arena, wasm }, { seed, step, lane }) {
  const out = arena.reserve(2);
  wasm.lab_abi_normal(out, seed, step, lane);
  const [a, b] = arena.view(out, 2);
  return [a, b];
}

/** @satisfies {Record<string, Method>} */
export const METHODS = {
  run: { read: readRun, take: takeRun },
  sample: { read: readSample, take: takeSample },
  batch: { read: readBatch, take: takeBatch },
  evaluate: {
    read: readPoints,
    take: (engine, asked, sliceMs) => askAtPoints(engine, 'evaluate', asked, sliceMs),
  },
  hessian: {
    read: readPoints,
    take: (engine, asked, sliceMs) => askAtPoints(engine, 'hessian', asked, sliceMs),
  },
  points: { read: readObjective, take: stationaryPoints },
  rate: { read: readRates, take: ratesOf },
  smooth: { read: readSmooth, take: smoothSeries },
  weights: { read: readWeights, take: weightsOf },
  parseFormula: {
    read: (_, text) => readText(text, 'formula'),
    take: (engine, asked) => parse(engine, asked, 'objectives'),
  },
  parseRule: {
    read: (_, text) => readText(text, 'rule'),
    take: (engine, asked) => parse(engine, asked, 'optimizers'),
  },
  formula: {
    read: readFormula,
    take: (engine, { text, family, index }) =>
      engine.formulas.ast(engine.program(text, family, index)),
  },
  trace: { read: readTrace, take: traceStep },
  effective: { read: readEffective, take: effectiveRates },
  stableRate: { read: readStable, take: largestStable },
  traceAverage: { read: readTraceAverage, take: traceAverage },
  normal: {
    read: (_, seed, step, lane = 0) => readCounts({ seed, step, lane }),
    take: normal,
  },
  step: { read: readStep, take: rawStep },
};

/**
 * Answers as a task in slices, whatever the method.
 * @param {Engine} engine whose memory is the task's until it ends
 * @param {keyof typeof METHODS} method
 * @param {any} asked what its `read` returned
 * @param {number} sliceMs how long a slice may take; Infinity: as long as it takes
 * @returns {import('./slices.js').Task<any>}
 */
export function* answer(engine, method, asked, sliceMs) {
  engine.arena.reset();
  const { take } = /** @type {Method} */ (METHODS[method]);
  const given = take(engine, asked, sliceMs);
  return typeof given?.next === 'function' ? yield* given : given;
}
