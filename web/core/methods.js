// All that the core can be asked, in two halves: `read` takes everything from the caller and makes it plain data of our
// own, before anything is laid out in the arena; `take` lays it out and answers. The first half needs the catalog alone,
// so the second can happen elsewhere: in a worker, or in slices.

import { checkNumber } from './check.js';
import {
  averageFacts,
  effectiveRates,
  largestStable,
  readAverageFacts,
  readEffective,
  readStable,
} from './facts.js';
import { askAtPoints, joinPoints, readPoints, splitPoints, stationaryPoints } from './field.js';
import { parse, readDerivatives, readFormula, readText } from './parse.js';
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
 * @property {number} takes so many arguments
 * @property {(units: Units, ...given: any[]) => any} read throws what is wrong with it; `into` of what it returns is the
 *   caller's, arrays that a list of answers is written into
 * @property {(engine: Engine, asked: any, sliceMs: number) => any} take the answer, or a generator: a task in slices
 * @property {(asked: any, count: number) => any[]} [split] the same question in parts, for so many cores
 * @property {(answers: any[], parts: any[]) => any} [join] their answers as one; undefined: that one is not there yet
 */

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
  run: { takes: 1, read: readRun, take: takeRun },
  sample: { takes: 1, read: readSample, take: takeSample },
  batch: { takes: 1, read: readBatch, take: takeBatch },
  evaluate: {
    takes: 2,
    read: readPoints,
    take: (engine, asked, sliceMs) => askAtPoints(engine, 'evaluate', asked, sliceMs),
    split: splitPoints,
    join: joinPoints,
  },
  hessian: {
    takes: 2,
    read: readPoints,
    take: (engine, asked, sliceMs) => askAtPoints(engine, 'hessian', asked, sliceMs),
    split: splitPoints,
    join: joinPoints,
  },
  points: { takes: 1, read: readObjective, take: stationaryPoints },
  rate: { takes: 2, read: readRates, take: ratesOf },
  smooth: { takes: 2, read: readSmooth, take: smoothSeries },
  weights: { takes: 2, read: readWeights, take: weightsOf },
  parseFormula: {
    takes: 2,
    read: (_, text, reading) => readText('formula', text, reading),
    take: (engine, asked) => parse(engine, asked, 'objectives'),
  },
  parseRule: {
    takes: 2,
    read: (_, text, reading) => readText('rule', text, reading),
    take: (engine, asked) => parse(engine, asked, 'optimizers'),
  },
  formula: {
    takes: 2,
    read: readFormula,
    take: (engine, { text, family, index }) =>
      engine.formulas.ast(engine.program(text, family, index)),
  },
  derivatives: {
    takes: 2,
    read: readDerivatives,
    take: (engine, { text, index, order }) =>
      engine.formulas.graph(engine.program(text, 'objectives', index), order),
  },
  trace: { takes: 2, read: readTrace, take: traceStep },
  effective: { takes: 2, read: readEffective, take: effectiveRates },
  stableRate: { takes: 2, read: readStable, take: largestStable },
  averageFacts: { takes: 2, read: readAverageFacts, take: averageFacts },
  traceAverage: { takes: 3, read: readTraceAverage, take: traceAverage },
  normal: {
    takes: 3,
    read: (_, seed, step, lane = 0) => readCounts({ seed, step, lane }),
    take: normal,
  },
  step: { takes: 2, read: readStep, take: rawStep },
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
