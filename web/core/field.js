// An objective asked about points of its plane.

import { checkList, checkObject } from './check.js';
import { inSlices } from './slices.js';
import { readObjective } from './spec.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./catalog.js').StationaryPoint} StationaryPoint
 *
 * @typedef {import('./types.js').Points} Points
 * @typedef {{ objective: import('./spec.js').Objective, x: Float64Array, y: Float64Array|undefined }} Asked
 */

/** What can be asked of an objective at a point; in 1D the answers that tell of y are left out. */
const ANSWERS = { evaluate: ['f', 'gx', 'gy'], hessian: ['hxx', 'hxy', 'hyy'] };
/** Points of one question. */
const MOST_POINTS = 2 ** 22;
/** So many pass through the arena at once. */
const AT_ONCE = 4096;

/**
 * @param {import('./catalog.js').Units} units
 * @param {unknown} given
 * @param {unknown} points
 * @returns {Asked}
 */
export function readPoints(units, given, points) {
  const objective = readObjective(units, given);
  // Whether an own formula reads y shows when it is compiled.
  const mayNeedY = !('dim' in objective) || objective.dim === 2;
  const allowed = mayNeedY ? 'an object { x: […], y: […] }' : 'an object { x: […] }';
  const { x, y } = /** @type {Points} */ (checkObject('points', points, allowed));
  return {
    objective,
    x: checkList('x', x, MOST_POINTS),
    y: mayNeedY && y !== undefined ? checkList('y', y, MOST_POINTS) : undefined,
  };
}

/**
 * What the core says of an objective at many points, one array a name. The arena must have been reset.
 * @param {Engine} engine
 * @param {keyof typeof ANSWERS} question
 * @param {Asked} asked
 * @param {number} sliceMs
 * @returns {import('./slices.js').Task<Record<string, Float64Array>>}
 */
export function* askAtPoints(engine, question, { objective, x, y }, sliceMs) {
  const { arena, wasm } = engine;
  const { pointer, dim } = engine.field(objective);
  const inputs = dim === 2 ? [x, checkList('y', y, MOST_POINTS)] : [x];
  const n = x.length;
  const ys = inputs.at(-1)?.length;
  if (ys !== n) throw new RangeError(`y has ${ys} values; x has ${n}`);
  const names = ANSWERS[question].filter((name) => dim === 2 || !name.includes('y'));
  const answers = names.map(() => new Float64Array(n));
  const block = Math.min(n, AT_ONCE);
  const [px, py] = [arena.reserve(block), arena.reserve(block)];
  const outs = names.map(() => arena.reserve(block));
  const ask = (/** @type {number} */ to, /** @type {number} */ from) => {
    for (let at = from; at < to; at += block) {
      const end = Math.min(to, at + block);
      inputs.forEach((input, i) => {
        arena.view([px, py][i], end - at).set(input.subarray(at, end));
      });
      wasm[`lab_abi_${question}`](pointer, end - at, px, py, ...outs);
      answers.forEach((answer, i) => {
        answer.set(arena.view(outs[i], end - at), at);
      });
    }
  };
  yield* inSlices(n, sliceMs, ask);
  return Object.fromEntries(names.map((name, i) => [name, answers[i]]));
}

/**
 * All stationary points in the display range. The arena must have been reset.
 * @param {Engine} engine
 * @param {import('./spec.js').Objective} objective
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
