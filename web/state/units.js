// A unit with its parameters in a link: "adam,lr:0.1,beta2:0.99".

import { formatShortest } from './parse-number.js';
import { number } from './values.js';

/**
 * @typedef {import('../core/catalog.js').Param} Param
 * @typedef {import('./notices.js').Report} Report
 * @typedef {import('./types.js').Numbers} Numbers parameters by key
 */

/** @param {readonly { key: string }[]} units */
export const keysOf = (units) => units.map(({ key }) => key);

/**
 * Splits a unit's text. A parameter given twice keeps its first value.
 * @param {string} text
 * @param {Report} report
 * @returns {{ key: string, pairs: Map<string, string> }}
 */
export function splitUnit(text, report) {
  const [key, ...tokens] = text.split(',').map((token) => token.trim());
  /** @type {Map<string, string>} */
  const pairs = new Map();
  for (const token of tokens) {
    if (token === '') continue;
    const colon = token.indexOf(':');
    const name = (colon < 0 ? token : token.slice(0, colon)).trim();
    const value = colon < 0 ? '' : token.slice(colon + 1).trim();
    const first = pairs.get(name);
    if (first === undefined) pairs.set(name, value);
    else report('repeated', first, { unit: key, param: name, value, allowed: {} });
  }
  return { key, pairs };
}

/**
 * Reads the parameters of a unit and takes them out of `pairs`; what is missing has its preset.
 * @param {Map<string, string>} pairs
 * @param {string} unit
 * @param {readonly Param[]} params
 * @param {Report} report
 * @returns {Numbers}
 */
export function takeParams(pairs, unit, params, report) {
  return Object.fromEntries(
    params.map((param) => {
      const value = pairs.get(param.key);
      if (value === undefined) return [param.key, param.preset];
      pairs.delete(param.key);
      const kind = number(param);
      const about = { unit, param: param.key, value, allowed: kind.allowed };
      return [param.key, kind.read(value, param.preset, (code, used) => report(code, used, about))];
    }),
  );
}

/**
 * Reports what is left in `pairs`: parameters the unit does not have.
 * @param {Map<string, string>} pairs
 * @param {string} unit
 * @param {string[]} values the parameters it has
 * @param {Report} report
 */
export function reportStrays(pairs, unit, values, report) {
  for (const [param, text] of pairs) {
    report('unknown_parameter', '', {
      unit,
      param,
      value: text ? `${param}:${text}` : param,
      allowed: { values },
    });
  }
}

/**
 * The parameters that differ from their presets, in the record's order.
 * @param {Numbers} numbers
 * @param {readonly Param[]} params
 * @returns {string[]} "lr:0.2"
 */
export function writeParams(numbers, params) {
  return params
    .filter(({ key, preset }) => numbers[key] !== preset)
    .map(({ key }) => `${key}:${formatShortest(numbers[key])}`);
}

/**
 * The presets of parameters.
 * @param {readonly Param[]} params
 * @returns {Numbers}
 */
export function presetsOf(params) {
  return Object.fromEntries(params.map(({ key, preset }) => [key, preset]));
}
