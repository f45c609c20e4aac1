// What the derivative lab says about its function at the current place.

import { DIGITS } from './scene.js';

/**
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./experiment.js').DerivativeExperiment} DerivativeExperiment
 * @typedef {import('./scene.js').Quotients} Quotients
 */

const SIGNS = /** @type {const} */ (['down', 'flat', 'up']);

/**
 * Which way the slope sends a step.
 * @param {DerivativeExperiment} experiment @param {Quotients} quotients @param {I18n} i18n
 */
export function direction({ lr }, { x, slope, kink }, i18n) {
  const numbers = {
    x: i18n.n(x),
    slope: i18n.n(slope, DIGITS),
    to: i18n.n(x - lr * slope, DIGITS),
    left: i18n.n(kink?.left ?? 0, 4),
    right: i18n.n(kink?.right ?? 0, 4),
  };
  if (kink) return i18n.t('derivative.kink', numbers);
  if (!Number.isFinite(slope)) return i18n.t('derivative.none', numbers);
  return i18n.t(`derivative.${SIGNS[Math.sign(slope) + 1]}`, numbers);
}

/**
 * The stage in words.
 * @param {DerivativeExperiment} experiment @param {Quotients} quotients @param {I18n} i18n
 */
export function stageSummary(experiment, quotients, i18n) {
  const { dx, quotient } = quotients.columns;
  const words = { dx: i18n.n(dx[experiment.t]), quotient: i18n.n(quotient[experiment.t], DIGITS) };
  return `${i18n.t('derivative.summary', words)} ${direction(experiment, quotients, i18n)}`;
}
