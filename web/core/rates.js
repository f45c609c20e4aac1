// The learning rate over time, by itself.

import { checkList, checkNumber, checkObject } from './check.js';
import { resolveUnit } from './spec.js';

/** Values of f that are looked at: those of the longest run, and more than that. */
const MOST_SEEN = 1e6;

/**
 * @typedef {import('./types.js').RateSpec} RateSpec
 */

/** @param {import('./catalog.js').Units} units @param {unknown} schedule @param {unknown} run */
export function readRates(units, schedule, run) {
  const { lr, steps, f } = /** @type {RateSpec} */ (
    checkObject('run', run, 'an object { lr, steps }')
  );
  const { schedules, limits } = units.catalog;
  const { unit, values } = resolveUnit('schedule', schedules, schedule);
  checkNumber('lr', lr);
  checkNumber('steps', steps, { min: 0, max: limits.steps, integer: true });
  const seen = unit.observes ? observed(unit.key, f, steps) : undefined;
  return { schedule: { index: units.index(unit), values }, lr, steps, seen };
}

/**
 * Entry s belongs to step s + 1. The arena must have been reset.
 * @param {import('./engine.js').Engine} engine
 * @param {ReturnType<typeof readRates>} asked
 * @returns {Float64Array}
 */
export function ratesOf(engine, { schedule, lr, steps, seen }) {
  const { wasm, arena } = engine;
  const pointer = seen ? arena.place(seen) : 0;
  const out = arena.reserve(steps);
  engine.check(wasm.lab_abi_rates(out, ...engine.plain(schedule), lr, steps, pointer));
  return arena.copy(out, steps);
}

/** @param {string} key @param {ArrayLike<number>|undefined} f @param {number} steps */
function observed(key, f, steps) {
  if (f === undefined) {
    throw new TypeError(`the rate of ${key} depends on the run; it needs f after 0, 1, … steps`);
  }
  const values = checkList('f', f, MOST_SEEN);
  if (values.length < steps) {
    throw new RangeError(
      `f has ${values.length} values; ${key} needs one for each of ${steps} steps`,
    );
  }
  return values.subarray(0, steps);
}
