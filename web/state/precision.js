// The number format that an experiment's runs are computed in: its link key, and the change.

import { MASTER } from '../core/precision.js';
import { freezeDeep } from './experiment.js';
import { keysOf, reportStrays, splitUnit, takeParams } from './units.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./types.js').Experiment} Experiment
 * @typedef {import('./types.js').Precision} Precision
 */

/** What may be switched on beside a format. */
const OPTIONS = /** @type {const} */ (['stochastic', 'master']);
const SWITCH = /** @type {const} */ ({ scale: 'switch', min: 0, max: 1, preset: 0 });

/**
 * The experiment with another precision.
 * @param {Experiment} experiment @param {Precision|undefined} next undefined, or the widest format: doubles
 * @param {Catalog} catalog @returns {Experiment}
 */
export function withPrecision({ precision, ...experiment }, next, { formats }) {
  if (!next || next.format === formats[0].key) return freezeDeep(experiment);
  return freezeDeep({ ...experiment, precision: next });
}

/**
 * The format that the point is kept in.
 * @param {{ format: string, master?: boolean }} precision @param {Catalog} catalog
 */
export const formatKept = ({ format, master }, { formats }) =>
  master ? formats[MASTER] : formats.filter(({ key }) => key === format)[0];

/**
 * How far a number of a format and the next larger one are apart.
 * @param {number} x @param {import('../core/records.js').NumberFormat} format
 */
export function spacingAt(x, { digits, lowest }) {
  const exponent = x === 0 ? lowest : Math.floor(Math.log2(Math.abs(x)));
  return 2 ** (Math.max(exponent, lowest) - digits + 1);
}

/**
 * The hypers of a rule as its format has them.
 * @param {Readonly<Record<string, number>>} hypers
 * @param {import('../core/types.js').Precision|undefined} precision
 * @param {import('../core/index.js').Core} core
 */
export function kept(hypers, precision, core) {
  const keys = Object.keys(hypers);
  if (!precision) return hypers;
  const rule = [...keys.map((key) => `${key}_ = ${key}`), 'x = x'].join('\n');
  const before = { x: 0, g: 0, slots: [], lr: 0, t: 1 };
  const { values } = core.trace({ rule }, { ...before, hypers, precision });
  return Object.fromEntries(keys.map((key, i) => [key, values[i]]));
}

/**
 * @param {Catalog} catalog
 * @returns {import('./types.js').LinkKeyRow<Experiment>}
 */
export const precisionKey = ({ formats }) => ({
  name: 'precision',
  type: 'unit',
  allowed: { values: keysOf(formats) },
  example: 'precision=bfloat16',
  read([text], _draft, { report }) {
    const { key, pairs } = splitUnit(text, report);
    const found = formats.find((each) => each.key === key);
    if (!found) {
      report('unknown_value', formats[0].key, { value: key });
      return {};
    }
    const switches = /** @type {import('../core/catalog.js').Param[]} */ (
      /** @type {unknown} */ (OPTIONS.map((option) => ({ ...SWITCH, key: option })))
    );
    const numbers = takeParams(pairs, key, switches, report);
    reportStrays(pairs, key, [...OPTIONS], report);
    if (found === formats[0]) return {};
    const on = OPTIONS.filter((option) => numbers[option]).map((option) => [option, true]);
    return { precision: { format: found.key, ...Object.fromEntries(on) } };
  },
  write({ precision }) {
    if (!precision) return [];
    const on = OPTIONS.filter((option) => precision[option]).map((option) => `${option}:1`);
    return [[precision.format, ...on].join(',')];
  },
});
