// The points that a line is fitted to: a data set that ships with the lab, or the user's own, pasted or from
// a link.

import { DATA_SETS } from './data-sets.js';
import { formatShortest } from './parse-number.js';

/**
 * @typedef {{ key: string } | { x: readonly number[], y: readonly number[] }} Data a data set's key, or own
 *   points
 */

/** A line needs two points. */
export const FEWEST_POINTS = 2;
/** Characters of own points in a link; more stay in the page they were pasted into. */
export const MOST_DATA_TEXT = 5000;

/**
 * The points of a data choice.
 * @param {Data} data
 * @returns {{ x: readonly number[], y: readonly number[] }}
 */
export function pointsOf(data) {
  if (!('key' in data)) return data;
  const { x, y } = DATA_SETS.find(({ key }) => key === data.key) ?? DATA_SETS[0];
  return { x, y };
}

/**
 * Own points as a link carries them: "1.4,0.2;1.3,0.2".
 * @param {{ x: readonly number[], y: readonly number[] }} points
 */
export const writePoints = ({ x, y }) =>
  x.map((value, i) => `${formatShortest(value)},${formatShortest(y[i])}`).join(';');

/** Whether a link can carry the data. @param {Data} data */
export const fitsLink = (data) => 'key' in data || writePoints(data).length <= MOST_DATA_TEXT;
