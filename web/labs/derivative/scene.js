// What the derivative lab shows, worked out from the experiment: difference quotients, their errors, the
// step. No DOM.

import { chooseHeight, rangeOf } from '../../charts/geometry.js';
import { runStyle } from '../../charts/run-style.js';
import { digitsToTell } from '../../formula/digits.js';
import { curveSampler, pointsOn, recordOf } from '../descent/scene.js';
import { dxAt } from './experiment.js';

/**
 * @typedef {import('./experiment.js').DerivativeExperiment} DerivativeExperiment
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 *
 * @typedef {object} Quotients everything for Δx of every step
 * @property {number} x @property {number} f @property {number} slope f′(x), exact up to rounding
 * @property {number} rows
 * @property {string[]} names
 * @property {Record<string, Float64Array>} columns dx, x_dx (x + Δx), f_dx (f there), dy, quotient (Δy/Δx),
 *   error, central ((f(x + Δx) − f(x − Δx))/2Δx), central_error
 * @property {{ left: number, right: number } | null} kink the slopes on both sides, where they differ
 */

/** The slopes on the two sides of a point are compared at this distance from it, relative to |x|. */
const BESIDE = 1e-6;
/** Slopes that differ by a larger part than this have a kink between them. */
const KINK = 1e-3;
/**
 * They are compared again this many times nearer: those of a smooth curve then differ less, those at a kink
 * as much.
 */
const NEARER = 64;
const STAYS = 0.9;
/** A quotient that grows by more than this when one looks nearer is that of a jump. */
const JUMP = 8;
/** The digits shown of numbers: rounding does not reach them. */
export const DIGITS = 6;
/** The part of a difference that rounding may hide. */
const HIDDEN = 1e-3;
/** The part of |Δx| that is seen on either side of the two points. */
const AROUND = 1.6;

/** @param {DerivativeExperiment} experiment @param {Core} core @returns {Quotients} */
export function quotientsOf({ objective, start: [x], dx, steps }, core) {
  const at = (/** @type {ArrayLike<number>} */ places) =>
    core.evaluate(objective, { x: Array.from(places) });
  const here = at([x]);
  const [f, slope] = [here.f[0], here.gx[0]];
  const rows = steps + 1;
  const column = (/** @type {(t: number) => number} */ value) =>
    Float64Array.from({ length: rows }, (_, t) => value(t));
  const dxs = column((t) => dxAt(dx, t));
  const right = dxs.map((each) => x + each);
  const [above, below] = [at(right).f, at(dxs.map((each) => x - each)).f];
  const dy = column((t) => above[t] - f);
  const quotient = column((t) => dy[t] / dxs[t]);
  const central = column((t) => (above[t] - below[t]) / (2 * dxs[t]));
  const columns = {
    ...{ dx: dxs, x_dx: right, f_dx: above, dy, quotient },
    error: column((t) => quotient[t] - slope),
    central,
    central_error: column((t) => central[t] - slope),
  };
  return { x, f, slope, rows, names: Object.keys(columns), columns, kink: kinkAt(x, f, at) };
}

/**
 * The slopes on both sides of x where they differ, however near one looks; ∞ on the side of a jump.
 * @param {number} x @param {number} f @param {(places: number[]) => { f: Float64Array }} at
 */
function kinkAt(x, f, at) {
  const h = BESIDE * Math.max(1, Math.abs(x));
  const near = h / NEARER;
  const values = at([x - h, x + h, x - near, x + near]).f;
  const far = [(f - values[0]) / h, (values[1] - f) / h];
  const [left, right] = [(f - values[2]) / near, (values[3] - f) / near].map((slope, i) =>
    Math.abs(slope) > JUMP * Math.max(1, Math.abs(far[i])) ? Math.sign(slope) * Infinity : slope,
  );
  const size = Math.max(1, Math.abs(left), Math.abs(right));
  const isSharp = Math.abs(right - left) > STAYS * Math.abs(far[1] - far[0]);
  return isSharp && Math.abs(right - left) > KINK * Math.min(size, Number.MAX_VALUE)
    ? { left, right }
    : null;
}

/**
 * @param {DerivativeExperiment} experiment @param {Quotients} quotients @param {Core} core @param {I18n} i18n
 * @returns {import('../../charts/secant-chart.js').SecantScene}
 */
export function secantScene(experiment, { x, f, slope, columns, kink }, core, i18n) {
  const { dx, lr, t } = experiment;
  const width = Math.abs(dx);
  const [low, high] = [Math.min(x, x + dx), Math.max(x, x + dx)];
  const xRange = /** @type {[number, number]} */ ([low - AROUND * width, high + AROUND * width]);
  const sample = curveSampler(experiment, core);
  const record = recordOf(experiment, core);
  const [bottom, top] = chooseHeight(sample(xRange).f);
  const seen = rangeOf([bottom, top, f, columns.f_dx[0]]) ?? [bottom, top];
  return {
    sample,
    points: pointsOn(experiment, core),
    xRange,
    yRange: seen,
    t,
    place: { x, f },
    dx: columns.dx[t],
    beside: { x: columns.x_dx[t], f: columns.f_dx[t] },
    slope: kink || record?.kinks?.includes(x) ? Number.NaN : slope,
    quotient: columns.quotient[t],
    to: x - lr * slope,
    isFixed: experiment.lock.includes('x0'),
    format: i18n.formatter(5),
  };
}

/**
 * The digits that show how x + Δx differs from x, and f there from f(x).
 * @param {Quotients} quotients
 * @returns {(name: string, row: number) => number}
 */
export const digitsOf =
  ({ x, f, columns }) =>
  (name, row) => {
    if (name !== 'x_dx' && name !== 'f_dx') return DIGITS;
    return digitsToTell(name === 'x_dx' ? x : f, columns[name][row], DIGITS, HIDDEN);
  };

/**
 * Both errors over Δx.
 * @param {DerivativeExperiment} experiment @param {Quotients} quotients @param {I18n} i18n
 * @returns {import('../../charts/error-chart.js').ErrorScene}
 */
export function errorScene({ t }, { columns }, i18n) {
  const line = (/** @type {string} */ name, /** @type {number} */ index) => ({
    style: runStyle(index),
    errors: columns[name].map(Math.abs),
  });
  return {
    dx: columns.dx.map(Math.abs),
    lines: [line('error', 0), line('central_error', 1)],
    t,
    xTitle: '|Δx|',
    format: i18n.formatter(3),
  };
}

/**
 * The step with the least error: beyond it digits are lost.
 * @param {Quotients} quotients @returns {{ dx: number, error: number }|null}
 */
export function bestStep({ columns: { dx, error } }) {
  const sizes = Array.from(error, Math.abs);
  const finite = sizes.filter(Number.isFinite);
  if (!finite.length) return null;
  const best = sizes.indexOf(Math.min(...finite));
  return { dx: Math.abs(dx[best]), error: sizes[best] };
}
