// The experiment of the derivative lab: a function of x, a place on it, and a Δx that shrinks from step to
// step.

import { defaultExperiment, firstStart, freezeDeep, setStart } from '../../state/experiment.js';
import { PLAIN_DRESS } from '../../state/page-keys.js';
import { nearestAllowed } from '../../state/values.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../state/types.js').KeyedUnit} KeyedUnit
 * @typedef {import('../../state/types.js').OwnFormula} OwnFormula
 *
 * @typedef {import('../../state/types.js').PageFields & DerivativeFields} DerivativeExperiment
 *
 * @typedef {object} DerivativeFields
 * @property {string} lab
 * @property {KeyedUnit | OwnFormula} objective of one variable
 * @property {readonly number[]} start the place, one number
 * @property {number} dx the first Δx, never 0
 * @property {number} lr η of the step that the slope leads to
 * @property {number} steps how often Δx shrinks
 * @property {number} t the step shown
 */

/** Δx goes 1, 0.5, 0.2, 0.1, …: three steps to a power of ten. */
const SHRINKS = [1, 0.5, 0.2];
/** From 1 to 1e−16: beyond that x + Δx is x. */
export const STEPS = 48;
export const DX_BOUNDS = Object.freeze({ min: -1e6, max: 1e6 });
export const LR_BOUNDS = Object.freeze({ min: 1e-9, max: 1e6 });
const LECTURE = { start: [3], dx: 2, lr: 0.1 };
const DIGITS = 15;

/** @param {Catalog} catalog @returns {DerivativeExperiment} */
export function defaultDerivative(catalog) {
  const { objective } = defaultExperiment(catalog);
  return freezeDeep({
    lab: 'derivative',
    objective,
    ...LECTURE,
    steps: STEPS,
    t: 0,
    ...PLAIN_DRESS,
  });
}

/** @param {DerivativeExperiment} experiment @param {Catalog} catalog @returns {DerivativeExperiment} */
export function derivativeBase({ objective }, catalog) {
  const base = defaultDerivative(catalog);
  const isSame = JSON.stringify(objective) === JSON.stringify(base.objective);
  return isSame ? base : { ...base, start: firstStart(objective, 1, catalog) };
}

/**
 * Δx at a step, with as many digits as a decimal fraction has.
 * @param {number} dx the first @param {number} t
 */
export function dxAt(dx, t) {
  const part = SHRINKS[t % SHRINKS.length] * 10 ** -Math.floor(t / SHRINKS.length);
  return Number((dx * part).toPrecision(DIGITS));
}

/**
 * @param {DerivativeExperiment} experiment @param {number} value clamped; 0 and NaN change nothing
 * @returns {DerivativeExperiment}
 */
export function setDx(experiment, value) {
  const dx = nearestAllowed(DX_BOUNDS, value) ?? experiment.dx;
  return dx === 0 || dx === experiment.dx ? experiment : freezeDeep({ ...experiment, dx });
}

/**
 * Sets the Δx of the step shown: the first one follows.
 * @param {DerivativeExperiment} experiment @param {number} value @returns {DerivativeExperiment}
 */
export function setDxShown(experiment, value) {
  const first = value / dxAt(1, experiment.t);
  return setDx(experiment, Number(first.toPrecision(DIGITS)));
}

/**
 * @param {DerivativeExperiment} experiment @param {number} value clamped; NaN changes nothing
 * @returns {DerivativeExperiment}
 */
export function setLr(experiment, value) {
  const lr = nearestAllowed(LR_BOUNDS, value) ?? experiment.lr;
  return lr === experiment.lr ? experiment : freezeDeep({ ...experiment, lr });
}

/**
 * Moves the place.
 * @param {DerivativeExperiment} experiment @param {number} x @param {Catalog} catalog
 * @returns {DerivativeExperiment}
 */
export const setPlace = (experiment, x, catalog) => setStart(experiment, [x], catalog);
