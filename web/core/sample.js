// Lines fitted to data: the loss of w*x + b as an objective, and runs whose gradients come from samples of the data.

import { checkKeys, checkList, checkNumber, checkObject } from './check.js';
import { walk } from './run.js';
import { UINT32 } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {{ mean: number, deviation: number }} Scale x was shifted by `mean` and divided by `deviation`
 *
 * @typedef {object} DataSpec the objective L(w, b) = (1/n) Σ (w x_i + b − y_i)²
 * @property {{ x: ArrayLike<number>, y: ArrayLike<number> }} data 1 to limits.data points
 * @property {boolean} [standardise] whether x (not y) is first given mean 0 and standard deviation 1
 *
 * @typedef {object} SampleSpec
 * @property {DataSpec['data']} data
 * @property {boolean} [standardise]
 * @property {ArrayLike<number>} start w and b
 * @property {import('./spec.js').OptimizerSpec} optimizer
 * @property {import('./spec.js').PlainSpec} [schedule] its s counts steps, not epochs
 * @property {number} batch how many points a step sees; n or more: all of them
 * @property {number} [epochs] how often all points are seen; this or `steps`
 * @property {number} [steps]
 * @property {number} [seed] of the order of the points; 1 when left out
 *
 * @typedef {object} Sampled
 * @property {string[]} axes w and b, as columns are named
 * @property {number} inEpoch how many steps make an epoch
 * @property {Scale} scale
 *
 * @typedef {import('./run.js').Run & Sampled} SampleRun its columns: w, b, loss (of all points), gw, gb, gnorm (of
 *   the batch the next step sees), lr, <slot>_w, <slot>_b, dw, db, batch_loss
 */

const FIELDS = 'data standardise start optimizer schedule batch epochs steps seed'.split(' ');
const AXES = ['w', 'b'];

/** @param {Engine} engine @param {'x'|'y'} name @param {unknown} list */
function placeColumn({ arena, catalog }, name, list) {
  const values = Array.from(checkList(`data.${name}`, list, catalog.limits.data));
  if (!values.length) throw new RangeError(`data.${name} has no values; a line needs some`);
  values.forEach((value, i) => {
    checkNumber(`data.${name}[${i}]`, value);
  });
  return { pointer: arena.place(values), n: values.length };
}

/**
 * Lays out the loss of a line on data as a landscape whose x is w and whose y is b.
 * @param {Engine} engine
 * @param {DataSpec} spec
 * @returns {import('./engine.js').Field & { n: number, scale: Scale }}
 */
export function dataField(engine, spec) {
  const { wasm, arena } = engine;
  checkKeys('objective', spec, ['data', 'standardise']);
  const data = checkObject('data', spec.data);
  checkKeys('data', data, ['x', 'y']);
  const x = placeColumn(engine, 'x', data.x);
  const y = placeColumn(engine, 'y', data.y);
  if (y.n !== x.n) throw new RangeError(`data.y has ${y.n} values; data.x has ${x.n}`);
  const scale = { mean: 0, deviation: 1 };
  if (spec.standardise) {
    const out = arena.reserve(2);
    engine.check(wasm.lab_abi_standardise(x.pointer, out, x.pointer, x.n));
    [scale.mean, scale.deviation] = arena.view(out, 2);
  }
  const pointer = engine.reserveBytes(wasm.lab_abi_field_size());
  engine.check(wasm.lab_abi_data_field(pointer, x.pointer, y.pointer, x.n));
  return { pointer, dim: 2, n: x.n, scale };
}

/**
 * Fits a line, seeing `batch` points a step. The arena must have been reset.
 * @param {Engine} engine
 * @param {SampleSpec} spec
 * @returns {SampleRun}
 */
export function takeSample(engine, spec) {
  const { steps: most, data } = engine.catalog.limits;
  checkKeys('sample', checkObject('sample', spec), FIELDS);
  const field = dataField(engine, { data: spec.data, standardise: spec.standardise });
  const batch = checkNumber('batch', spec.batch, { min: 1, max: data, integer: true });
  const inEpoch = Math.ceil(field.n / Math.min(batch, field.n));
  const { epochs } = spec;
  if ((epochs === undefined) === (spec.steps === undefined)) {
    throw new TypeError('sample takes either epochs or steps');
  }
  const epochsAllowed = { min: 0, max: Math.floor(most / inEpoch), integer: true };
  const steps =
    epochs === undefined ? spec.steps : inEpoch * checkNumber('epochs', epochs, epochsAllowed);
  const seed = checkNumber('seed', spec.seed ?? 1, UINT32);
  const walked = walk(engine, field, /** @type {any} */ ({ ...spec, steps }), {
    random: { sigma: 0, seed, batch },
    look: { axes: AXES, value: 'loss', more: ['batch_loss'] },
  });
  return { ...walked, axes: [...AXES], inEpoch, scale: field.scale };
}

/**
 * The points that a step sees, in the order in which their errors are summed.
 * @param {Engine} engine
 * @param {{ n: number, batch: number, seed?: number, step: number }} draw step from 1
 * @returns {number[]} indices, from 0
 */
export function takeBatch({ wasm, arena, catalog }, draw) {
  const { n, batch, seed = 1, step } = checkObject('draw', draw);
  const { data, steps } = catalog.limits;
  checkNumber('n', n, { min: 1, max: data, integer: true });
  checkNumber('batch', batch, { min: 1, max: data, integer: true });
  checkNumber('seed', seed, UINT32);
  checkNumber('step', step, { min: 1, max: steps + 1, integer: true });
  const out = arena.reserve(n);
  const count = wasm.lab_abi_batch(out, n, batch, seed, step - 1);
  return Array.from(arena.view(out, count));
}
