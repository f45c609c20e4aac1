// The number format that a run is computed in: with fewer digits than a double has, and with results that are
// rounded to it one by one.

import { checkKeys, checkNumber, checkObject, checkOneOf } from './check.js';
import { UINT32 } from './spec.js';

/**
 * @typedef {[format: number, isRandom: number, seed: number]} Rounding as the core takes it
 *
 * @typedef {{ [family: string]: Rounding }} Precision of the formulas of each family: `objectives`, f and its
 *   gradient; `optimizers`, the rule, the point and the slots
 */

/** The place of the format in which all but f is kept, if f alone is narrow: float32. */
export const MASTER = 1;

/**
 * The precision that is asked for; undefined for doubles.
 * @param {import('./catalog.js').Catalog} catalog @param {unknown} given a format's key, or with its options
 * @param {{ key: string, kind: string }} [optimizer] a unit of the catalog
 * @returns {Precision|undefined}
 */
export function readPrecision({ formats }, given, optimizer) {
  if (given === undefined) return undefined;
  const spec = checkObject('precision', typeof given === 'string' ? { format: given } : given);
  checkKeys('precision', spec, ['format', 'stochastic', 'master', 'seed']);
  const { format, stochastic, master, seed = 1 } = spec;
  const keys = formats.map(({ key }) => key);
  const seen = checkOneOf('format', format, keys);
  const random = checkNumber('seed', seed, UINT32);
  if (!seen) return undefined;
  if (optimizer?.kind === 'method')
    throw new RangeError(`optimizer ${optimizer.key} is a method: its precision is float64`);
  return {
    objectives: [seen, 0, 0],
    optimizers: [master ? MASTER : seen, stochastic ? 1 : 0, random],
  };
}

/** Says what knows doubles alone. @param {string} what @param {unknown} precision that it is asked for */
export function checkDoubles(what, precision) {
  if (precision) throw new RangeError(`${what} knows no precision but float64`);
}
