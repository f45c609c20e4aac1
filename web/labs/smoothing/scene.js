// What the smoothing lab's charts are to show, worked out from the experiment and its averages. No DOM.

import { pad, rangeOf } from '../../charts/geometry.js';
import { keyOf } from './averages.js';
import { lastWeights } from './weights.js';

/**
 * @typedef {import('./experiment.js').SmoothingExperiment} SmoothingExperiment
 * @typedef {import('./averages.js').Smoothing} Smoothing
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 */

/** Past values whose weights are drawn: earlier ones have almost no weight, or all the same. */
const MOST_WEIGHTS = 30;

/**
 * The series with its averages.
 * @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {I18n} i18n
 * @returns {import('../../charts/smoothing-chart.js').SmoothingScene}
 */
export function smoothingScene({ t, lock }, { values, shown }, i18n) {
  const drawn = [values, ...shown.map((average) => average.values)];
  const ends = drawn.flatMap((column) => rangeOf(column) ?? []);
  return {
    values,
    averages: shown.map((average) => ({ ...average, column: keyOf(average) })),
    t,
    yRange: pad(rangeOf(ends) ?? [-1, 1], 0.08),
    isFixed: lock.includes('f'),
    format: i18n.formatter(5),
    missing: values.filter((value) => !Number.isFinite(value)).length,
  };
}

/**
 * How much each past value counts in the averages at the place shown.
 * @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/weights-chart.js').WeightsScene}
 */
export function weightsScene({ t }, { values, shown }, core, i18n) {
  const first = Math.max(1, t - MOST_WEIGHTS + 1);
  return {
    first,
    last: Math.max(t, first),
    bars: shown.map(({ spec, style, selected }) => ({
      style,
      selected,
      weights: lastWeights(spec, values, t, MOST_WEIGHTS, core),
    })),
    xTitle: i18n.t('smoothing.place'),
    format: i18n.formatter(3),
  };
}

/**
 * What the weights of an average that starts at 0 sum to by place t: 1 − ρ^t, from t = 0.
 * @param {SmoothingExperiment} experiment @param {Smoothing} smoothing @param {Core} core @param {I18n} i18n
 */
export function correctionScene({ t }, { values, shown }, core, i18n) {
  return {
    series: shown.flatMap(({ spec, style, selected }) => {
      const { known } = core.averageFacts(spec, values.length);
      return known === null ? [] : { style, selected, values: known };
    }),
    steps: values.length,
    t,
    scale: /** @type {const} */ ('linear'),
    yTitle: '',
    format: i18n.formatter(4),
  };
}
