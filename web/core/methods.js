// All that the core can be asked, in two halves: `read` takes everything from the caller and makes it plain
// data of our own, before anything is laid out in the arena; `take` lays it out and answers. The first half
// needs the catalog alone, so the second can happen elsewhere: in a worker, or in slices.

import { checkNumber } from './check.js';
import { checkNumbers, listMistakes, readCheck, readMistakes } from './checking.js';
import {
  averageFacts,
  effectiveRates,
  largestStable,
  readAverageFacts,
  readEffective,
  readStable,
} from './facts.js';
import { askAtPoints, readPoints, stationaryPoints } from './field.js';
import { readMap, takeMap } from './mapping.js';
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
 * @typedef {import('./field.js').Asked} Asked
 * @typedef {import('./inside.js').Method} Method
 * @typedef {ReturnType<typeof readText>} Text
 */

/** @param {unknown} seed @param {unknown} step @param {unknown} lane */
function readNormal(seed, step, lane) {
  return {
    seed: checkNumber('seed', seed, UINT32),
    step: checkNumber('step', step, UINT32),
    lane: checkNumber('lane', lane, UINT32),
  };
}

/** @param {Engine} engine @param {ReturnType<typeof readNormal>} asked @returns {[number, number]} */
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
    take: (engine, /** @type {Asked} */ asked, sliceMs) =>
      askAtPoints(engine, 'evaluate', asked, sliceMs),
  },
  hessian: {
    read: readPoints,
    take: (engine, /** @type {Asked} */ asked, sliceMs) =>
      askAtPoints(engine, 'hessian', asked, sliceMs),
  },
  points: { read: readObjective, take: stationaryPoints },
  rate: { read: readRates, take: ratesOf },
  smooth: { read: readSmooth, take: smoothSeries },
  weights: { read: readWeights, take: weightsOf },
  parseFormula: {
    read: (_, text, reading) => readText('formula', text, reading),
    take: (engine, /** @type {Text} */ asked) => parse(engine, asked, 'objectives'),
  },
  parseRule: {
    read: (_, text, reading) => readText('rule', text, reading),
    take: (engine, /** @type {Text} */ asked) => parse(engine, asked, 'optimizers'),
  },
  formula: {
    read: readFormula,
    take: (engine, /** @type {ReturnType<typeof readFormula>} */ { text, family, index }) =>
      engine.formulas.ast(engine.program(text, family, index)),
  },
  derivatives: {
    read: readDerivatives,
    take: (engine, /** @type {ReturnType<typeof readDerivatives>} */ { text, index, order }) =>
      engine.formulas.graph(engine.program(text, 'objectives', index), order),
  },
  trace: { read: readTrace, take: traceStep },
  effective: { read: readEffective, take: effectiveRates },
  stableRate: { read: readStable, take: largestStable },
  averageFacts: { read: readAverageFacts, take: averageFacts },
  traceAverage: { read: readTraceAverage, take: traceAverage },
  normal: {
    read: (_, seed, step, lane) => readNormal(seed, step, lane ?? 0),
    take: normal,
  },
  step: { read: readStep, take: rawStep },
  check: { read: readCheck, take: checkNumbers },
  mistakes: { read: readMistakes, take: listMistakes },
  map: { read: readMap, take: takeMap },
};

/** @param {unknown} given @returns {given is import('./slices.js').Task<unknown>} */
const isTask = (given) => typeof given === 'object' && given !== null && 'next' in given;

/**
 * Answers as a task in slices, whatever the method.
 * @param {Engine} engine whose memory is the task's until it ends
 * @param {keyof typeof METHODS} method
 * @param {object} asked what its `read` returned
 * @param {number} sliceMs how long a slice may take; Infinity: as long as it takes
 * @returns {import('./slices.js').Task<any>} any: which method was asked decides
 */
export function* answer(engine, method, asked, sliceMs) {
  engine.begin(asked);
  const { take } = /** @type {Method} */ (METHODS[method]);
  const given = take(engine, asked, sliceMs);
  return isTask(given) ? yield* given : given;
}
