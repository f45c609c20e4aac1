// The link keys of the descent lab.

import { CAMERA } from '../../state/camera.js';
import { fromKey } from '../../state/changes.js';
import { checkKey } from '../../state/check-key.js';
import { exerciseKey } from '../../state/exercise.js';
import { bounds, defaultExperiment, firstStart } from '../../state/experiment.js';
import {
  formulaKey,
  numberKey,
  objectiveKey,
  ruleKey,
  startKey,
  viewKey,
} from '../../state/key-rows.js';
import { firstMap } from '../../state/map.js';
import { formatShortest } from '../../state/parse-number.js';
import { precisionKey } from '../../state/precision.js';
import { runKey } from '../../state/run-key.js';
import { selectionKey } from '../../state/selection.js';
import { shownKey } from '../../state/steps.js';
import { number } from '../../state/values.js';
import { mapKeys } from './map-keys.js';

/**
 * @typedef {import('../../core/catalog.js').Catalog} Catalog
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 */

/**
 * @template E
 * @typedef {import('../../state/types.js').LinkKeyRow<E>} LinkKeyRow
 */

/**
 * @param {Experiment} experiment
 * @param {Catalog} catalog
 * @returns {Experiment} the default experiment, but starting where this experiment's objective starts
 */
export function descentBase({ objective, start, map }, catalog) {
  const base = {
    ...defaultExperiment(catalog),
    start: firstStart(objective, start.length, catalog),
  };
  return map ? { ...base, map: firstMap({ start }) } : base;
}

/** Where the eye is that sees the surface. @type {LinkKeyRow<Experiment>} */
const surfaceKey = {
  name: 'surface',
  type: 'numbers',
  allowed: { min: CAMERA[0].min, max: CAMERA[0].max },
  example: 'surface=-35,35',
  read([text], _draft, { report }) {
    const items = text.split(',');
    if (items.length !== CAMERA.length) {
      report('wrong_count', '', { allowed: { counts: [CAMERA.length] } });
      return {};
    }
    const surface = items.map((item, i) => {
      const kind = number(CAMERA[i]);
      return kind.read(item, Number.NaN, (code, used) =>
        report(code, code === 'not_a_number' ? '' : used, { value: item, allowed: kind.allowed }),
      );
    });
    return surface.some(Number.isNaN) ? {} : { surface };
  },
  write: ({ surface }) => (surface ? [surface.map(formatShortest).join(',')] : []),
};

/**
 * @param {Catalog} catalog
 * @returns {LinkKeyRow<Experiment>[]}
 */
export function descentKeys(catalog) {
  const { steps, sigma, seed } = bounds(catalog);
  return [
    objectiveKey(catalog),
    formulaKey,
    startKey(catalog),
    ruleKey,
    runKey(catalog),
    fromKey(catalog),
    selectionKey(catalog.limits.runs, catalog.optimizers),
    numberKey(
      'steps',
      steps,
      'steps=200',
      (e) => e.steps,
      (_, value) => ({ steps: value }),
    ),
    numberKey(
      'sigma',
      sigma,
      'sigma=0.5',
      (e) => e.noise.sigma,
      (d, value) => withNoise(d, { sigma: value }),
    ),
    numberKey(
      'seed',
      seed,
      'seed=7',
      (e) => e.noise.seed,
      (d, value) => withNoise(d, { seed: value }),
    ),
    precisionKey(catalog),
    viewKey(catalog),
    surfaceKey,
    shownKey(catalog.limits.steps),
    checkKey,
    exerciseKey,
    ...mapKeys(catalog),
  ];
}

/** @param {Experiment} draft @param {Partial<Experiment['noise']>} noise */
const withNoise = (draft, noise) => ({ noise: { ...draft.noise, ...noise } });
