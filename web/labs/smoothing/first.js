// What the smoothing lab opens with: the lecture's ten numbers, the mean of two and the exponential average
// with ρ = 0.5 that starts at the first. A link without keys means this, in every version.

import { LECTURE_SERIES } from '../../state/series.js';

export const FIRST = Object.freeze({
  values: LECTURE_SERIES,
  /** @type {readonly { key: string, params: Record<string, number> }[]} */
  curves: [
    { key: 'sma', params: { window: 2 } },
    { key: 'ewa_first', params: { rho: 0.5 } },
  ],
});
