// The learning rate over time, by itself.

import { checkList, checkNumber, checkObject } from './check.js';
import { resolveUnit } from './spec.js';

/**
 * @typedef {object} RateSpec
 * @property {number} lr η0 @property {number} steps
 * @property {ArrayLike<number>} [f] f after 0, 1, … steps, one number for each step or more: a schedule that observes
 *   (catalog: observes is 1) needs it, the others leave it alone
 */

/**
 * Entry s belongs to step s + 1. The arena must have been reset.
 * @param {import('./engine.js').Engine} engine
 * @param {import('./spec.js').PlainSpec} schedule
 * @param {RateSpec} run
 * @returns {Float64Array}
 */
export function ratesOf(engine, schedule, run) {
  const { lr, steps, f } = /** @type {RateSpec} */ (checkObject('run', run));
  const { wasm, arena, catalog } = engine;
  const { unit, values } = resolveUnit('schedule', catalog.schedules, schedule);
  checkNumber('lr', lr);
  checkNumber('steps', steps, { min: 0, max: catalog.limits.steps, integer: true });
  const seen = unit.observes ? arena.place(observed(unit.key, f, steps)) : 0;
  const out = arena.reserve(steps);
  const index = engine.index(unit);
  engine.check(wasm.lab_abi_rates(out, index, engine.padded(values), lr, steps, seen));
  return arena.copy(out, steps);
}

/** @param {string} key @param {ArrayLike<number>|undefined} f @param {number} steps */
function observed(key, f, steps) {
  if (f === undefined) {
    throw new TypeError(`the rate of ${key} depends on the run; it needs f after 0, 1, … steps`);
  }
  const values = checkList('f', f, Number.POSITIVE_INFINITY);
  if (values.length < steps) {
    throw new RangeError(
      `f has ${values.length} values; ${key} needs one for each of ${steps} steps`,
    );
  }
  return Array.from(values).slice(0, steps);
}
