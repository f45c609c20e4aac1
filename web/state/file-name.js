// The names of files made from an experiment.

import { labKeys, labOf } from './labs.js';

const MOST_NAMES = 3;

/**
 * A name that says what is inside, of letters that every file system takes:
 * descent-lab-momentum-adam-rosenbrock.
 * @param {import('./types.js').AnyExperiment} experiment
 * @param {number} [index] of the run it is about; otherwise all that are not hidden
 */
export function fileStem(experiment, index) {
  const { key, cards, subject } = labOf(experiment.lab);
  const all = cards(experiment);
  const about = index === undefined ? all.filter(({ hidden }) => !hidden) : [all[index]];
  const units = [...new Set(about.map((card) => card?.unit))];
  const named = units.length > MOST_NAMES ? [`${units.length}-runs`] : units;
  const parts = [key === labKeys()[0] ? '' : key, ...named, subject(experiment)];
  const words = parts.filter((part) => /^[a-z0-9_-]+$/i.test(part ?? ''));
  return ['descent-lab', ...words].join('-');
}
