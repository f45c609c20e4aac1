// The link keys of the sampling lab.

import { fromKey } from '../../state/changes.js';
import { checkKey } from '../../state/check-key.js';
import { DATA_SETS } from '../../state/data-sets.js';
import { numberKey, ruleKey, startKey, viewKey } from '../../state/key-rows.js';
import { runKey } from '../../state/run-key.js';
import { FEWEST_POINTS, fitsLink, writePoints } from '../../state/sampling-data.js';
import { selectionKey } from '../../state/selection.js';
import { shownKey } from '../../state/steps.js';
import { keysOf } from '../../state/units.js';
import { flag, number, oneOf } from '../../state/values.js';
import { batchParam, bounds, defaultSampling, MOST_RUN_STEPS, withData } from './experiment.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('./experiment.js').SamplingExperiment} SamplingExperiment
 * @typedef {import('../../state/notices.js').Report} Report
 */

/**
 * @template E
 * @typedef {import('../../state/types.js').LinkKeyRow<E>} LinkKeyRow
 */

/**
 * @param {SamplingExperiment} experiment
 * @param {Catalog} catalog
 * @returns {SamplingExperiment} the default experiment, but with batches as this experiment's data make them
 */
export function samplingBase({ data }, catalog) {
  const base = defaultSampling(catalog);
  return { ...withData(base, data), data: base.data };
}

const dataSets = oneOf(keysOf(DATA_SETS));

/** @type {LinkKeyRow<SamplingExperiment>} */
const dataKey = {
  name: 'data',
  type: dataSets.type,
  allowed: dataSets.allowed,
  example: 'data=iris',
  instead: ['xy'],
  read: ([text], draft, { report }) =>
    withData(draft, { key: dataSets.read(text, DATA_SETS[0].key, report) }),
  write: ({ data }) => ('key' in data ? [data.key] : []),
};

/**
 * Reads "1.4,0.2;1.3,0.2". A pair that is not two numbers is left out and said.
 * @param {string} text
 * @param {{ most: number, catalog: Catalog, report: Report }} about
 */
function readPoints(text, { most, catalog, report }) {
  const kind = number(bounds(catalog).coordinate);
  const pairs = text.split(';').filter((pair) => pair.trim() !== '');
  if (pairs.length > most)
    report('too_many', String(most), { value: String(pairs.length), allowed: { most } });
  const points = pairs.slice(0, most).map((pair) => {
    const cells = pair.split(',');
    if (cells.length !== 2) {
      report('wrong_count', '', { value: pair, allowed: { counts: [2] } });
      return [Number.NaN];
    }
    return cells.map((cell) =>
      kind.read(cell, Number.NaN, (code, used) =>
        report(code, code === 'not_a_number' ? '' : used, { value: pair, allowed: kind.allowed }),
      ),
    );
  });
  const good = points.filter((point) => !point.some(Number.isNaN));
  return { x: good.map(([x]) => x), y: good.map(([, y]) => y) };
}

/** @param {Catalog} catalog @returns {LinkKeyRow<SamplingExperiment>} */
const pointsKey = (catalog) => ({
  name: 'xy',
  type: 'numbers',
  allowed: { min: FEWEST_POINTS, max: catalog.limits.data },
  example: 'xy=1,2;2,2.9;3,4.2',
  instead: ['data'],
  read([text], draft, { given, report }) {
    const points = readPoints(text, { most: catalog.limits.data, catalog, report });
    if (points.x.length < FEWEST_POINTS) {
      report('wrong_count', dataKey.write(draft, catalog).join());
      return {};
    }
    const overridden = given.get('data');
    if (overridden) report('overridden', 'xy', { key: 'data', value: overridden[0], allowed: {} });
    return withData(draft, points);
  },
  write: ({ data }, _, isFile) =>
    'key' in data || !(isFile || fitsLink(data)) ? [] : [writePoints(data)],
});

/** @type {LinkKeyRow<SamplingExperiment>} */
const standardiseKey = {
  name: 'standardise',
  type: flag.type,
  allowed: flag.allowed,
  example: 'standardise=0',
  read: ([text], draft, { report }) => ({
    standardise: flag.read(text, draft.standardise, report),
  }),
  write: ({ standardise }) => [flag.write(standardise)],
};

/**
 * @param {Catalog} catalog
 * @returns {LinkKeyRow<SamplingExperiment>[]}
 */
export function samplingKeys(catalog) {
  const { epochs, seed } = bounds(catalog);
  return [
    dataKey,
    pointsKey(catalog),
    standardiseKey,
    { ...startKey(catalog), example: 'x0=1,-1' },
    ruleKey,
    runKey(catalog, (experiment) => [batchParam(experiment)]),
    fromKey(catalog),
    selectionKey(catalog.limits.runs, catalog.optimizers),
    numberKey(
      'epochs',
      epochs,
      'epochs=5',
      (e) => e.epochs,
      (_, value) => ({ epochs: value }),
    ),
    numberKey(
      'seed',
      seed,
      'seed=7',
      (e) => e.seed,
      (_, value) => ({ seed: value }),
    ),
    { ...viewKey(catalog), example: 'view=-1,2,-1,3' },
    shownKey(MOST_RUN_STEPS),
    checkKey,
  ];
}
