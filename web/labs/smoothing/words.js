// What is said of the averages of the smoothing lab, and of its stage.

import { averageLine, nameOf, weightFacts } from './scene.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./experiment.js').SmoothingExperiment} SmoothingExperiment
 * @typedef {import('./scene.js').Smoothing} Smoothing
 */

/**
 * An average at the place shown: its value, and what its weights come to.
 * @param {import('./scene.js').Average} average @param {SmoothingExperiment} experiment
 * @param {readonly number[]} series @param {Core} core @param {I18n} i18n
 */
export function outcomeOf({ curve, values }, { t }, series, core, i18n) {
  const { sum, span } = weightFacts(curve, series, t, core);
  const { symbol } = averageLine(curve, core);
  const isKnown = t > 0 && !Number.isNaN(values[t - 1]);
  const numbers = { sum: i18n.n(sum, 4), span: i18n.n(span, 4), t };
  return {
    value: isKnown ? `${symbol}(${t}) = ${i18n.n(values[t - 1], 6)}` : i18n.t('smoothing.notYet'),
    weights: t > 0 ? i18n.t(sum > 0 ? 'smoothing.weights' : 'smoothing.needs', numbers) : '',
  };
}

/**
 * The stage in words.
 * @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {Core} core @param {I18n} i18n
 */
export function stageSummary(experiment, { values, averages }, core, i18n) {
  const said = averages
    .filter(({ curve }) => !curve.hidden)
    .map((each) => {
      const name = nameOf(each.curve, core, i18n);
      return `${name}: ${outcomeOf(each, experiment, values, core, i18n).value}`;
    });
  return i18n.t('smoothing.summary', { count: values.length, averages: said.join('; ') });
}
