// What is said of the averages of the smoothing lab, and of its stage.

import { averageLine, keyOf, weightFacts } from './averages.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./averages.js').Average} Average
 * @typedef {import('./averages.js').Smoothing} Smoothing
 */

/**
 * "EWA, ρ = 0.9"
 * @param {{ smoother: Average['smoother'], params: Readonly<Record<string, number>> }} average
 * @param {I18n} i18n
 */
export function nameWith({ smoother, params }, i18n) {
  const numbers = smoother.params.flatMap(({ key, symbol, scale }) => {
    if (scale === 'switch') return params[key] === 1 ? symbol : [];
    return `${symbol} = ${i18n.n(params[key])}`;
  });
  return `${i18n.t(`smoothing.short.${smoother.key}`)}, ${numbers.join(', ')}`;
}

/** @param {Average} average @param {I18n} i18n */
export const nameOf = ({ smoother, spec }, i18n) =>
  nameWith({ smoother, params: spec.params }, i18n);

/** What the table's columns are called. @param {Smoothing} smoothing @param {I18n} i18n */
export const headingsOf = ({ averages }, i18n) =>
  Object.fromEntries(averages.map((each) => [keyOf(each), nameOf(each, i18n)]));

/**
 * An average at place t: its value, and what its weights come to.
 * @param {Average} average @param {readonly number[]} series @param {number} t @param {Core} core
 * @param {I18n} i18n
 */
export function outcomeOf(average, series, t, core, i18n) {
  const value = average.values[t - 1];
  const { sum, span } = weightFacts(average, series, t, core);
  const numbers = { sum: i18n.n(sum, 4), span: i18n.n(span, 4), t };
  const isKnown = t > 0 && !Number.isNaN(value);
  return {
    value: isKnown
      ? `${averageLine(average).symbol}(${t}) = ${i18n.n(value, 6)}`
      : i18n.t('smoothing.notYet'),
    weights: t > 0 ? i18n.t(sum > 0 ? 'smoothing.weights' : 'smoothing.needs', numbers) : '',
  };
}

/**
 * The stage in words.
 * @param {Smoothing} smoothing @param {number} t the place shown @param {Core} core @param {I18n} i18n
 */
export function stageSummary({ values, averages }, t, core, i18n) {
  const said = averages
    .filter(({ hidden }) => !hidden)
    .map((each) => `${nameOf(each, i18n)}: ${outcomeOf(each, values, t, core, i18n).value}`);
  return i18n.t('smoothing.summary', { count: values.length, averages: said.join('; ') });
}
