// The number format that an experiment's runs are computed in: its link key, and the change.

import { freezeDeep } from './experiment.js';
import { keysOf, reportStrays, splitUnit, takeParams, writeParams } from './units.js';

/**
 * @typedef {import('../core/catalog.js').Catalog} Catalog
 * @typedef {import('./types.js').Experiment} Experiment
 * @typedef {import('./types.js').Precision} Precision
 */

const SWITCH = /** @type {const} */ ({ scale: 'switch', min: 0, max: 1, preset: 0 });
/** What may be switched on beside a format. */
const OPTIONS = ['stochastic', 'master'].map(
  (key) =>
    /** @type {import('../core/catalog.js').Param} */ (/** @type {unknown} */ ({ ...SWITCH, key })),
);

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
  formats.filter(({ key }) => key === (master ? 'float32' : format))[0];

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
    const numbers = takeParams(pairs, key, OPTIONS, report);
    reportStrays(pairs, key, keysOf(OPTIONS), report);
    if (found === formats[0]) return {};
    const on = OPTIONS.filter((option) => numbers[option.key]);
    return {
      precision: {
        format: found.key,
        ...Object.fromEntries(on.map((option) => [option.key, true])),
      },
    };
  },
  write({ precision }) {
    if (!precision) return [];
    const numbers = Object.fromEntries(
      OPTIONS.map(({ key }) => [
        key,
        precision[/** @type {'stochastic'|'master'} */ (key)] ? 1 : 0,
      ]),
    );
    return [[precision.format, ...writeParams(numbers, OPTIONS)].join(',')];
  },
});
