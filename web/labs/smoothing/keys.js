// The link keys of the smoothing lab.

import { checkKey } from '../../state/check-key.js';
import { selectionKey } from '../../state/selection.js';
import {
  changeRecipe,
  MOST_POINTS,
  MOST_SERIES_TEXT,
  RECIPE_BOUNDS,
  RECIPES,
  readSeries,
  recipeOf,
  writeSeries,
} from '../../state/series.js';
import { shownKey } from '../../state/steps.js';
import { keysOf, reportStrays, splitUnit, takeParams, writeParams } from '../../state/units.js';
import { cleanText } from '../../state/values.js';
import { curveOf, defaultSmoothing, lengthOf, withSeries } from './experiment.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../core/catalog.js').Param} Param
 * @typedef {import('./experiment.js').SmoothingExperiment} SmoothingExperiment
 */

/**
 * @template E
 * @typedef {import('../../state/types.js').LinkKeyRow<E>} LinkKeyRow
 */

/** Characters of a series that are read: as many as a file's longest has. */
const MOST_READ = 25 * MOST_POINTS;

/** @param {SmoothingExperiment} experiment @param {Catalog} catalog @returns {SmoothingExperiment} */
export function smoothingBase(experiment, catalog) {
  return { ...defaultSmoothing(catalog), t: lengthOf(experiment) };
}

/** Whether a link can carry the series. @param {SmoothingExperiment} experiment */
export const seriesFitsLink = ({ series }) =>
  !('values' in series) || writeSeries(series.values).length <= MOST_SERIES_TEXT;

/** @type {LinkKeyRow<SmoothingExperiment>} */
const dataKey = {
  name: 'data',
  type: 'numbers',
  allowed: { most: MOST_SERIES_TEXT },
  example: 'data=3,8,6,5,1,7,9,0,8,4',
  instead: ['series'],
  read([text], draft, { report }) {
    const { values, bad, tooMany } = readSeries(text.slice(0, MOST_READ));
    for (const { text: value } of bad.slice(0, 3))
      report('not_a_number', '', { value, allowed: {} });
    if (tooMany) report('too_many', String(MOST_POINTS), { allowed: { most: MOST_POINTS } });
    if (!values.length) {
      report('wrong_count', 'values' in draft.series ? writeSeries(draft.series.values) : '');
      return {};
    }
    return withSeries(draft, { values });
  },
  write: (experiment, _catalog, isFile = false) =>
    'values' in experiment.series && (isFile || seriesFitsLink(experiment))
      ? [writeSeries(experiment.series.values)]
      : [],
};

/** The numbers of a recipe. @param {import('../../state/series.js').Recipe} recipe */
const numbersOf = ({ n, noise, seed }) => ({ n, noise, seed });

/**
 * A recipe's numbers as parameters of a unit, with the presets of that kind.
 * @param {string} kind @returns {Param[]}
 */
const recipeParams = (kind) =>
  Object.entries(numbersOf(recipeOf(kind))).map(([key, preset]) => {
    const bounds = RECIPE_BOUNDS[/** @type {keyof typeof RECIPE_BOUNDS} */ (key)];
    const { min: from, max: to, scale = 'linear' } = bounds;
    return { key, symbol: key, label: key, preset, min: from, max: to, from, to, scale };
  });

/** @type {LinkKeyRow<SmoothingExperiment>} */
const seriesKey = {
  name: 'series',
  type: 'unit',
  allowed: { values: [...RECIPES] },
  example: 'series=sine,n:200,noise:0.3,seed:7',
  instead: ['data'],
  read([text], draft, { given, report }) {
    const { key, pairs } = splitUnit(text, report);
    if (!RECIPES.includes(key)) {
      report('unknown_unit', '', { value: key });
      return {};
    }
    const params = recipeParams(key);
    const numbers = takeParams(pairs, key, params, report);
    reportStrays(pairs, key, keysOf(params), report);
    const overridden = given.get('data');
    if (overridden)
      report('overridden', 'series', { key: 'data', value: overridden[0], allowed: {} });
    return withSeries(draft, changeRecipe(recipeOf(key), numbers));
  },
  write: ({ series }) =>
    'values' in series
      ? []
      : [[series.kind, ...writeParams(numbersOf(series), recipeParams(series.kind))].join(',')],
};

/** @param {Catalog} catalog @returns {LinkKeyRow<SmoothingExperiment>} */
const curveKey = ({ limits, smoothers }) => ({
  name: 'run',
  type: 'unit',
  allowed: { values: keysOf(smoothers) },
  example: 'run=ewa,rho:0.5',
  repeatable: true,
  read(texts, _draft, { core, report }) {
    const most = limits.runs;
    if (texts.length > most)
      report('too_many', String(most), { value: String(texts.length), allowed: { most } });
    const curves = texts.slice(0, most).map((text) => {
      const { key, pairs } = splitUnit(text, report);
      const unit = smoothers.find((each) => each.key === key);
      if (!unit) {
        report('unknown_unit', smoothers[0].key, { value: key });
        return curveOf(smoothers[0].key, core.catalog);
      }
      const isHidden = pairs.get('hidden') === '1';
      pairs.delete('hidden');
      const params = takeParams(pairs, key, unit.params, report);
      reportStrays(pairs, key, [...keysOf(unit.params), 'hidden'], report);
      return { smoother: key, params, hidden: isHidden };
    });
    return { curves };
  },
  write: ({ curves }) =>
    curves.map(({ smoother, params, hidden }) => {
      const unit = smoothers.find(({ key }) => key === smoother);
      return [
        smoother,
        ...writeParams(params, unit?.params ?? []),
        ...(hidden ? ['hidden:1'] : []),
      ].join(',');
    }),
});

/** Where the series came from, so that one click goes back. @type {LinkKeyRow<SmoothingExperiment>} */
const fromKey = {
  name: 'from',
  type: 'text',
  allowed: { most: 2000 },
  example: 'from=lab=descent',
  read([text], _draft, { report }) {
    const from = cleanText(text);
    if (from.length <= 2000) return { from };
    report('too_long', '');
    return {};
  },
  write: ({ from }) => (from ? [from] : []),
};

/** @param {Catalog} catalog @returns {LinkKeyRow<SmoothingExperiment>[]} */
export const smoothingKeys = (catalog) => [
  dataKey,
  seriesKey,
  curveKey(catalog),
  selectionKey(catalog.limits.runs, catalog.smoothers),
  shownKey(MOST_POINTS, 't=4'),
  fromKey,
  checkKey,
];
