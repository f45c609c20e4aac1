// Questions in parts, so that several cores can answer one, and shorter questions in between.

import { joinMaps, splitMap } from './map.js';

/** @typedef {import('./field.js').Asked} Asked */

/** So many points are a part of a question about points. */
const PART = 16384;

/**
 * @param {Asked} asked
 * @returns {Asked[]}
 */
function splitPoints({ objective, x, y }) {
  const parts = y && y.length !== x.length ? 1 : Math.ceil(x.length / PART);
  if (parts < 2) return [{ objective, x, y }];
  return Array.from({ length: parts }, (_, i) => {
    const [from, to] = [i * PART, (i + 1) * PART];
    return { objective, x: x.slice(from, to), y: y?.slice(from, to) };
  });
}

/**
 * @param {(Record<string, Float64Array>|undefined)[]} answers @param {Asked[]} parts
 * @returns {Record<string, Float64Array>} NaN at points that are not answered yet
 */
function joinPoints(answers, parts) {
  const n = parts.reduce((sum, { x }) => sum + x.length, 0);
  const names = Object.keys(answers.find(Boolean) ?? {});
  const whole = names.map((name) => [name, new Float64Array(n).fill(Number.NaN)]);
  const joined = Object.fromEntries(whole);
  answers.forEach((answer, i) => {
    for (const name of names) if (answer) joined[name].set(answer[name], i * PART);
  });
  return joined;
}

const POINTS = { split: splitPoints, join: joinPoints };

/**
 * How the questions are split that can be, by their methods.
 * @satisfies {Record<string, import('./inside.js').Splitting>}
 */
const PARTS = { evaluate: POINTS, hessian: POINTS, map: { split: splitMap, join: joinMaps } };

/** @param {string} method @returns {import('./inside.js').Splitting|undefined} */
export const splittingOf = (method) =>
  Object.hasOwn(PARTS, method) ? PARTS[/** @type {keyof typeof PARTS} */ (method)] : undefined;
