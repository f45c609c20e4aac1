// Lines fitted to data: the loss of w*x + b as an objective, and runs whose gradients come from samples of
// the data.

import { checkKeys, checkNumber, checkObject } from './check.js';
import { dataField, readData } from './data.js';
import { readWalk, WALK, walk } from './run.js';
import { UINT32 } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').Units} Units
 *
 * @typedef {import('./types.js').SampleSpec} SampleSpec
 * @typedef {import('./types.js').SampleRun} SampleRun
 */

const FIELDS = ['data', 'standardise', 'batch', 'epochs', 'seed', ...WALK];
export const AXES = ['w', 'b'];

/**
 * @param {Units} units
 * @param {unknown} given
 */
export function readSample(units, given) {
  const { steps: most, data: mostData } = units.catalog.limits;
  const spec = /** @type {SampleSpec} */ (
    checkObject('sample', given, 'an object { data, start, optimizer, batch, epochs }')
  );
  checkKeys('sample', spec, FIELDS);
  const { data: points, standardise, batch: size, epochs, steps: asSteps, seed, ...rest } = spec;
  const data = readData(units.catalog.limits, { data: points, standardise });
  const batch = checkNumber('batch', size, { min: 1, max: mostData, integer: true });
  const inEpoch = Math.ceil(data.x.length / Math.min(batch, data.x.length));
  if ((epochs === undefined) === (asSteps === undefined))
    throw new TypeError('sample takes either epochs or steps');
  const epochsAllowed = { min: 0, max: Math.floor(most / inEpoch), integer: true };
  const steps =
    epochs === undefined ? asSteps : inEpoch * checkNumber('epochs', epochs, epochsAllowed);
  return {
    ...{ data, batch, inEpoch, seed: checkNumber('seed', seed ?? 1, UINT32) },
    ...readWalk(units, { ...rest, steps }),
  };
}

/**
 * Fits a line, seeing `batch` points a step. The arena must have been reset.
 * @param {Engine} engine
 * @param {ReturnType<typeof readSample>} asked
 * @param {number} sliceMs
 * @returns {import('./slices.js').Task<SampleRun>}
 */
export function* takeSample(engine, { data, batch, inEpoch, seed, ...asked }, sliceMs) {
  const field = dataField(engine, data);
  const look = { axes: AXES, value: 'loss' };
  const random = { sigma: 0, seed, batch };
  const also = { axes: [...AXES], inEpoch, scale: field.scale };
  return yield* walk(engine, field, asked, { random, look, sliceMs, also });
}

/** @param {Units} units @param {unknown} given */
export function readBatch({ catalog }, given) {
  const draw = /** @type {import('./index.js').Draw} */ (
    checkObject('draw', given, 'an object { n, batch, step }')
  );
  const { n, batch, seed = 1, step } = draw;
  const { data, steps } = catalog.limits;
  return {
    n: checkNumber('n', n, { min: 1, max: data, integer: true }),
    batch: checkNumber('batch', batch, { min: 1, max: data, integer: true }),
    seed: checkNumber('seed', seed ?? 1, UINT32),
    step: checkNumber('step', step, { min: 1, max: steps + 1, integer: true }),
  };
}

/**
 * The points that a step sees, in the order in which their errors are summed.
 * @param {Engine} engine
 * @param {ReturnType<typeof readBatch>} draw
 * @returns {number[]} indices, from 0
 */
export function takeBatch({ wasm, arena }, { n, batch, seed, step }) {
  const out = arena.reserve(n);
  const count = wasm.lab_abi_batch(out, n, batch, seed, step - 1);
  return Array.from(arena.view(out, count));
}
