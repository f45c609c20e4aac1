// The series that is smoothed: the lecture's, the user's own, or one made by a recipe, so that a link stays
// short.

import { formatShortest, maybeNumber } from './parse-number.js';
import { nearestAllowed } from './values.js';

/**
 * @typedef {{ kind: string, n: number, noise: number, seed: number }} Recipe
 * @typedef {{ values: readonly number[] } | Recipe} Series
 *
 * @typedef {object} BadCell
 * @property {number} cell counted from 1 @property {string} text
 */

/** The lecture's. */
export const LECTURE_SERIES = Object.freeze([3, 8, 6, 5, 1, 7, 9, 0, 8, 4]);
/** Points of a series. */
export const MOST_POINTS = 2000;
/** Characters of own values in a link; more stay in the page they were pasted into. */
export const MOST_SERIES_TEXT = 5000;
const MOST_SHOWN = 24;
const PERIODS = 3; // of the sine in a series

/** @typedef {{ min: number, max: number, scale?: 'integer' }} Bounds */

/** What a recipe's numbers may be. @type {Readonly<Record<'n'|'noise'|'seed', Bounds>>} */
export const RECIPE_BOUNDS = Object.freeze({
  n: { min: 2, max: MOST_POINTS, scale: 'integer' },
  noise: { min: 0, max: 100 },
  seed: { min: 0, max: 2 ** 32 - 1, scale: 'integer' },
});

/**
 * The recipes: value i of n, without noise. Noise is added to each; in a walk it is the step.
 * @type {Record<string, (i: number, n: number) => number>}
 */
const SHAPES = {
  sine: (i, n) => Math.sin((2 * Math.PI * PERIODS * i) / n),
  walk: () => 0,
  step: (i, n) => (i < n / 2 ? 0 : 1),
  impulse: (i, n) => (i === Math.floor(n / 4) ? 1 : 0),
  trend: (i, n) => i / Math.max(1, n - 1),
  constant: () => 1,
};

export const RECIPES = Object.freeze(Object.keys(SHAPES));

/** A recipe as it is first shown. @param {string} kind @returns {Recipe} */
export const recipeOf = (kind) => ({ kind, n: 100, noise: kind === 'walk' ? 0.3 : 0.2, seed: 1 });

/**
 * The values of a series.
 * @param {Series} series
 * @param {{ normal: (seed: number, step: number) => [number, number] }} core
 * @returns {readonly number[]}
 */
export function valuesOf(series, core) {
  if ('values' in series) return series.values;
  const { kind, n, noise, seed } = series;
  const noises = Array.from({ length: n }, (_, i) => noise * core.normal(seed, i + 1)[0]);
  let level = 0;
  return noises.map((deviation, i) => {
    const own = SHAPES[kind](i, n);
    if (kind !== 'walk') return own + deviation;
    level += deviation;
    return level;
  });
}

/** A number, or one of the words that a spreadsheet or a program writes for none. @param {string} cell */
function readCell(cell) {
  if (/^nan$/i.test(cell)) return Number.NaN;
  const infinite = /^([-+−]?)(?:inf|infinity|∞)$/i.exec(cell);
  if (infinite) return infinite[1] === '-' || infinite[1] === '−' ? -Infinity : Infinity;
  return maybeNumber(cell);
}

/**
 * Reads typed or pasted values: separated by spaces, new lines, tabs, semicolons, or commas that are no
 * decimal comma (a text with dots, or with a space after its commas, uses commas to separate; so does one
 * without any other separator). Cells that are no numbers are left out and named; so is a heading.
 * @param {string} text
 * @returns {{ values: number[], bad: BadCell[], tooMany: boolean }}
 */
export function readSeries(text) {
  const trimmed = text.trim();
  const isSpaced = /[\s;]/.test(trimmed.replace(/,\s+/g, ','));
  const isDecimal = isSpaced && /\d,\d/.test(trimmed) && !/\d\.\d|,\s/.test(trimmed);
  const cells = trimmed.split(isDecimal ? /[\s;]+/ : /[\s;,]+/).filter((cell) => cell !== '');
  /** @type {BadCell[]} */
  const bad = [];
  const values = cells.flatMap((cell, i) => {
    const value = readCell(cell);
    if (value === undefined) bad.push({ cell: i + 1, text: cell.slice(0, MOST_SHOWN) });
    return value ?? [];
  });
  return { values: values.slice(0, MOST_POINTS), bad, tooMany: values.length > MOST_POINTS };
}

/**
 * Values as readSeries reads them back, minus zero too.
 * @param {readonly number[]} values @param {string} [between]
 */
export const writeSeries = (values, between = ',') =>
  values.map((value) => (Object.is(value, -0) ? '-0' : formatShortest(value))).join(between);

/**
 * A recipe with every number within its bounds.
 * @param {Recipe} recipe @param {Partial<Recipe>} patch @returns {Recipe}
 */
export function changeRecipe(recipe, patch) {
  const number = (/** @type {'n'|'noise'|'seed'} */ key) =>
    nearestAllowed(RECIPE_BOUNDS[key], patch[key] ?? recipe[key]) ?? recipe[key];
  return { kind: recipe.kind, n: number('n'), noise: number('noise'), seed: number('seed') };
}
