// Data that a line is fitted to, as an objective.

import { checkKeys, checkList, checkNumber, checkObject } from './check.js';

/**
 * @typedef {{ mean: number, deviation: number }} Scale x was shifted by `mean` and divided by `deviation`
 *
 * @typedef {import('./types.js').DataSpec} DataSpec
 * @typedef {{ n: number, scale: Scale, px: number, batches: number }} Laid px, batches: where they stand
 * @typedef {{ x: Float64Array, y: Float64Array, standardise: boolean }} Data as it is laid out
 */

/** @param {'x'|'y'} name @param {unknown} given @param {number} most */
function readColumn(name, given, most) {
  const values = checkList(`data.${name}`, given, most);
  if (!values.length) throw new RangeError(`data.${name} has no values; a line needs some`);
  values.forEach((value, i) => {
    checkNumber(`data.${name}[${i}]`, value);
  });
  return values;
}

/**
 * @param {import('./catalog.js').Catalog['limits']} limits @param {object} given
 * @returns {Data}
 */
export function readData(limits, given) {
  checkKeys('objective', given, ['data', 'standardise']);
  const { data, standardise } = /** @type {DataSpec} */ (given);
  checkKeys('data', checkObject('data', data, 'an object { x: […], y: […] }'), ['x', 'y']);
  const x = readColumn('x', data.x, limits.data);
  const y = readColumn('y', data.y, limits.data);
  if (y.length !== x.length)
    throw new RangeError(`data.y has ${y.length} values; data.x has ${x.length}`);
  return { x, y, standardise: Boolean(standardise) };
}

/**
 * Lays out the loss of a line on data as a landscape whose x is w and whose y is b.
 * @param {import('./engine.js').Engine} engine
 * @param {Data} data
 * @param {number} [room] for the batches that its gradients are of (c/abi/sample.c), behind y; 0: none
 * @returns {import('./engine.js').Field & Laid}
 */
export function dataField(engine, { x, y, standardise }, room = 0) {
  const { wasm, arena } = engine;
  const n = x.length;
  const [px, py] = [arena.place(x), arena.place(y)];
  const batches = arena.reserve(room);
  const scale = { mean: 0, deviation: 1 };
  if (standardise) {
    const out = arena.reserve(2);
    engine.check(wasm.lab_abi_standardise(px, out, px, n));
    [scale.mean, scale.deviation] = arena.view(out, 2);
  }
  const pointer = engine.arena.reserveBytes(wasm.lab_abi_field_size());
  engine.check(wasm.lab_abi_data_field(pointer, px, py, n, room));
  return { pointer, dim: 2, n, scale, px, batches };
}
