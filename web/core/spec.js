// What a caller may ask of the core, made whole: units looked up, defaults filled in, every number checked.
// What comes back is plain data of our own, so that it can be laid out in the arena, or sent to a worker,
// with nobody in between.

import {
  checkAnyNumber,
  checkKeys,
  checkList,
  checkNumber,
  checkObject,
  checkParams,
  checkText,
  checkUnit,
} from './check.js';
import { readData } from './data.js';

/**
 * @typedef {import('./catalog.js').Catalog} Catalog
 * @typedef {import('./types.js').ObjectiveSpec} ObjectiveSpec
 * @typedef {import('./types.js').OptimizerSpec} OptimizerSpec
 * @typedef {import('./types.js').PlainSpec} PlainSpec
 * @typedef {import('./types.js').RunSpec} RunSpec
 * @typedef {import('./catalog.js').Units} Units
 * @typedef {{ index: number, values: number[] }} Placed a unit by its place in the core's table, with its
 *   parameters
 * @typedef {Placed & { text: string }} Written and the formula that its record has
 * @typedef {{ formula: string, t: number } | import('./data.js').Data | Written & { dim: 1|2 }} Objective
 * @typedef {{ rule: string, hypers: Record<string, number> } | Written & { slots: Slots }} Optimizer
 * @typedef {readonly { key: string, symbol?: string, perPoint?: number }[]} Slots
 */

export const LARGEST_SEED = 2 ** 32 - 1;
/** What randomness is counted by: seeds, steps, lanes. */
export const UINT32 = { min: 0, max: LARGEST_SEED, integer: true };
/** What counts steps. */
export const COUNT = { min: 1, max: Number.MAX_SAFE_INTEGER, integer: true };
export const LARGEST_SIGMA = 1e6;
/** Numbers of a start that are read before it is known how many there must be. */
const MOST_START = 100;

/** What may be asked for, family by family, as an error says it. */
const ALLOWED = /** @type {Record<string, string>} */ ({
  objective: ', { key, params }, { formula: "x^2" } or { data: { x: […], y: […] } }',
  optimizer: ', { key, hypers } or { rule: "x = x - lr*g", hypers }',
});

/**
 * A unit named by its key alone, or with its parameters.
 * @template {import('./catalog.js').Objective | import('./catalog.js').Optimizer |
 *   import('./catalog.js').Plain} T
 * @param {string} family "objective"
 * @param {readonly T[]} units
 * @param {unknown} given
 * @param {'params'|'hypers'} [field] where the given object and the record hold the parameters
 * @returns {{ unit: T, values: number[] }}
 */
export function resolveUnit(family, units, given, field = 'params') {
  if (typeof given === 'string') given = { key: given };
  const keys = units.map(({ key }) => `"${key}"`).join(', ');
  const allowed = `a key (${keys})${ALLOWED[family] ?? ' or { key, params }'}`;
  const spec = checkObject(family, given, allowed);
  checkKeys(family, spec, ['key', field]);
  const unit = checkUnit(family, units, spec.key);
  const declared = 'hypers' in unit ? unit.hypers : unit.params;
  return { unit, values: checkParams(`${family} ${unit.key}`, spec[field], declared, field) };
}

/** The fields of what was found to be an object. @param {unknown} given */
const fieldsOf = (given) => /** @type {Record<string, unknown>} */ (given);

/** What may stand beside a text of one's own. */
const BESIDE = { formula: ['formula', 't'], rule: ['rule', 'hypers'] };

/**
 * The text of a user's own formula or rule, or undefined for a unit of the catalog.
 * @param {string} family
 * @param {keyof typeof BESIDE} field
 * @param {unknown} given
 * @returns {string|undefined}
 */
export function ownText(family, field, given) {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, field)) return undefined;
  checkKeys(family, given, BESIDE[field]);
  return checkText(field, fieldsOf(given)[field]);
}

/** @param {Units} units @param {unknown} given @returns {Objective} */
export function readObjective(units, given) {
  if (typeof given === 'object' && given !== null && Object.hasOwn(given, 'data'))
    return readData(units.catalog.limits, given);
  const formula = ownText('objective', 'formula', given);
  if (formula !== undefined) {
    const { t = 1 } = fieldsOf(given);
    return { formula, t: checkNumber('t of the objective', t, COUNT) };
  }
  const { unit, values } = resolveUnit('objective', units.catalog.objectives, given);
  return { index: units.index(unit), values, text: unit.formula, dim: unit.dim };
}

/** @param {Units} units @param {unknown} given @returns {Optimizer} */
export function readOptimizer(units, given) {
  const rule = ownText('optimizer', 'rule', given);
  if (rule !== undefined) return { rule, hypers: readHypers(fieldsOf(given).hypers) };
  const { optimizers } = units.catalog;
  const { unit, values } = resolveUnit('optimizer', optimizers, given, 'hypers');
  return { index: units.index(unit), values, text: unit.rule, slots: unit.slots };
}

/**
 * The hypers of an own rule: which they must be shows when it is compiled.
 * @param {unknown} given
 * @returns {Record<string, number>}
 */
export function readHypers(given) {
  const hypers = { ...checkObject('hypers of the rule', given ?? {}) };
  for (const [key, value] of Object.entries(hypers)) checkAnyNumber(`${key} of the rule`, value);
  return hypers;
}

/** @param {Units} units @param {'schedule'|'smoother'} family @param {unknown} given @returns {Placed} */
export function readPlain(units, family, given) {
  const { unit, values } = resolveUnit(
    family,
    /** @type {readonly import('./catalog.js').Plain[]} */ (units.catalog[`${family}s`]),
    given,
  );
  return { index: units.index(unit), values };
}

/**
 * One number, or a list of them: how many there must be shows when the objective is laid out.
 * @param {unknown} given
 * @returns {number[]}
 */
export function readStart(given) {
  const list = typeof given === 'number' ? [given] : [...checkList('start', given, MOST_START)];
  return list.map((value, i) => checkNumber(`start[${i}]`, value));
}

/** @param {number[]} start @param {1|2} dim */
export function checkStart(start, dim) {
  if (start.length !== dim)
    throw new RangeError(`start has ${start.length} numbers; this objective takes ${dim}`);
  return start;
}

/**
 * @param {unknown} given
 * @returns {{ sigma: number, seed: number }}
 */
export function readNoise(given) {
  const noise = checkObject('noise', given ?? {});
  checkKeys('noise', noise, ['sigma', 'seed']);
  const { sigma = 0, seed = 1 } = noise;
  return {
    sigma: checkNumber('noise.sigma', sigma ?? 0, { min: 0, max: LARGEST_SIGMA }),
    seed: checkNumber('noise.seed', seed ?? 1, UINT32),
  };
}
