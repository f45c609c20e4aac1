// What a caller may ask of the core, made whole: units looked up, defaults filled in, every number checked.

import {
  checkKeys,
  checkList,
  checkNumber,
  checkObject,
  checkParams,
  checkText,
  checkUnit,
} from './check.js';

/**
 * @typedef {import('./catalog.js').Catalog} Catalog
 * @typedef {string | { key: string, params?: Record<string, number> } | { formula: string } | import('./sample.js').DataSpec} ObjectiveSpec
 * @typedef {string | { key: string, hypers?: Record<string, number> } | { rule: string, hypers?: Record<string, number> }} OptimizerSpec
 * @typedef {string | { key: string, params?: Record<string, number> }} PlainSpec a schedule or a smoother
 *
 * @typedef {object} RunSpec
 * @property {ObjectiveSpec} objective
 * @property {ArrayLike<number>} start one number in 1D, two in 2D
 * @property {OptimizerSpec} optimizer
 * @property {PlainSpec} [schedule] 'constant' when left out
 * @property {number} steps
 * @property {{ sigma?: number, seed?: number }} [noise] added to each gradient component; sigma 0 when left out
 */

export const LARGEST_SEED = 2 ** 32 - 1;
/** What randomness is counted by: seeds, steps, lanes. */
export const UINT32 = { min: 0, max: LARGEST_SEED, integer: true };
export const LARGEST_SIGMA = 1e6;

/**
 * A unit named by its key alone, or with its parameters.
 * @template {import('./catalog.js').Objective | import('./catalog.js').Optimizer | import('./catalog.js').Plain} T
 * @param {string} family "objective"
 * @param {readonly T[]} units
 * @param {unknown} given
 * @param {'params'|'hypers'} [field] where the given object and the record hold the parameters
 * @returns {{ unit: T, values: number[] }}
 */
export function resolveUnit(family, units, given, field = 'params') {
  if (typeof given === 'string') given = { key: given };
  const spec = checkObject(family, given);
  checkKeys(family, spec, ['key', field]);
  const unit = checkUnit(family, units, spec.key);
  const declared = /** @type {any} */ (unit)[field];
  return { unit, values: checkParams(`${family} ${unit.key}`, spec[field], declared, field) };
}

/** What may stand beside a text of one's own. */
const BESIDE = { formula: ['formula'], rule: ['rule', 'hypers'] };

/**
 * The text of a user's own formula or rule, or undefined for a unit of the catalog.
 * @param {string} family
 * @param {keyof typeof BESIDE} field
 * @param {any} given
 * @returns {string|undefined}
 */
export function ownText(family, field, given) {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, field)) return undefined;
  checkKeys(family, given, BESIDE[field]);
  return checkText(field, given[field]);
}

/**
 * @param {unknown} start
 * @param {1|2} dim
 * @returns {number[]}
 */
export function checkStart(start, dim) {
  const list =
    typeof start === 'number' ? [start] : Array.from(checkList('start', start, Infinity));
  if (list.length !== dim) {
    throw new RangeError(`start has ${list.length} numbers; this objective takes ${dim}`);
  }
  return list.map((value, i) => checkNumber(`start[${i}]`, value));
}

/**
 * @param {unknown} given
 * @returns {{ sigma: number, seed: number }}
 */
export function checkNoise(given) {
  const noise = checkObject('noise', given ?? {});
  checkKeys('noise', noise, ['sigma', 'seed']);
  return {
    sigma: checkNumber('noise.sigma', noise.sigma ?? 0, { min: 0, max: LARGEST_SIGMA }),
    seed: checkNumber('noise.seed', noise.seed ?? 1, UINT32),
  };
}
