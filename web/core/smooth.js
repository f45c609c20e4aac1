// Moving averages of a series.

import { checkList, checkNumber } from './check.js';
import { readPlain } from './spec.js';

/** @typedef {import('./engine.js').Engine} Engine @typedef {import('./catalog.js').Units} Units */

/** @param {Units} units @param {unknown} smoother @param {unknown} series */
export const readSmooth = (units, smoother, series) => ({
  smoother: readPlain(units, 'smoother', smoother),
  series: checkList('series', series, units.catalog.limits.series),
});

/**
 * The arena must have been reset.
 * @param {Engine} engine @param {ReturnType<typeof readSmooth>} asked
 * @returns {Float64Array}
 */
export function smoothSeries(engine, { smoother, series }) {
  const { wasm, arena } = engine;
  const unit = engine.plain(smoother);
  const n = series.length;
  const [out, input] = [arena.reserve(n), arena.place(series)];
  engine.check(wasm.lab_abi_smooth(out, input, n, ...unit));
  return arena.copy(out, n);
}

/** @param {Units} units @param {unknown} smoother @param {unknown} n */
export const readWeights = (units, smoother, n) => ({
  smoother: readPlain(units, 'smoother', smoother),
  n: checkNumber('n', n, { min: 0, max: units.catalog.limits.series, integer: true }),
});

/**
 * The arena must have been reset.
 * @param {Engine} engine @param {ReturnType<typeof readWeights>} asked
 * @returns {Float64Array}
 */
export function weightsOf(engine, { smoother, n }) {
  const { wasm, arena } = engine;
  const unit = engine.plain(smoother);
  const out = arena.reserve(n);
  engine.check(wasm.lab_abi_weights(out, n, ...unit));
  return arena.copy(out, n);
}
