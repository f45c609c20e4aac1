// How run number i looks: a hue, a dash and a marker, so that colour is never the only difference and eight
// runs differ.

import { HUES } from './theme.js';

const DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3], [12, 5]];

/** Markers as SVG paths in a box of ±1 around the point. */
const MARKERS = [
  'M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z',
  'M0,-1.2L1.2,0L0,1.2L-1.2,0Z',
  'M0,-1.15L1.1,0.8L-1.1,0.8Z',
  'M-0.9,-0.9H0.9V0.9H-0.9Z',
  'M0,1.15L1.1,-0.8L-1.1,-0.8Z',
];

/**
 * @typedef {object} RunStyle
 * @property {number} hue index into the theme's run colours
 * @property {number[]} dash
 * @property {string} marker an SVG path in a box of ±1
 */

/**
 * @param {number} index
 * @returns {RunStyle}
 */
export function runStyle(index) {
  const lap = Math.floor(index / HUES);
  return {
    hue: index % HUES,
    dash: DASHES[(index + lap) % DASHES.length],
    marker: MARKERS[(index + 2 * lap) % MARKERS.length],
  };
}
