// An objective asked about points of its plane.

import { checkList, checkObject } from './check.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./spec.js').ObjectiveSpec} ObjectiveSpec
 * @typedef {import('./catalog.js').StationaryPoint} StationaryPoint
 *
 * @typedef {{ x: ArrayLike<number>, y?: ArrayLike<number> }} Points y in 2D only, as long as x
 */

/**
 * What the core says of an objective at many points, one array a name. The arena must have been reset.
 * @param {Engine} engine
 * @param {'evaluate'|'hessian'} question
 * @param {ObjectiveSpec} objective
 * @param {Points} points
 * @param {string[]} all names of the answers; in 1D those that tell of y are left out
 * @returns {any}
 */
export function askAtPoints(engine, question, objective, points, all) {
  const { arena, wasm } = engine;
  const { pointer, dim } = engine.field(objective);
  const { x, y } = checkObject('points', points);
  const most = Math.floor(arena.room / 5);
  const n = checkList('x', x, most).length;
  const ys = dim === 2 ? checkList('y', y, most) : [];
  if (dim === 2 && ys.length !== n) throw new RangeError(`y has ${ys.length} values; x has ${n}`);
  const inputs = [arena.place(x), dim === 2 ? arena.place(ys) : 0];
  const names = dim === 2 ? all : all.filter((name) => !name.includes('y'));
  const outputs = names.map(() => arena.reserve(n));
  wasm[`lab_abi_${question}`](pointer, n, ...inputs, ...outputs);
  return Object.fromEntries(names.map((name, i) => [name, arena.copy(outputs[i], n)]));
}

/**
 * All stationary points in the display range. The arena must have been reset.
 * @param {Engine} engine
 * @param {ObjectiveSpec} objective
 * @returns {StationaryPoint[]}
 */
export function stationaryPoints(engine, objective) {
  const { arena, wasm, catalog } = engine;
  const { pointer } = engine.field(objective);
  const out = arena.reserve(3 * catalog.limits.points);
  const count = wasm.lab_abi_points(pointer, out);
  const values = arena.view(out, 3 * count);
  return Array.from({ length: count }, (_, i) => ({
    x: values[3 * i],
    y: values[3 * i + 1],
    kind: /** @type {StationaryPoint['kind']} */ (catalog.pointKinds[values[3 * i + 2]]),
  }));
}
