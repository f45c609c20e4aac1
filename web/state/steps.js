// The step of an experiment that is shown: 0 to as many as its lab's record says.

import { freezeDeep } from './experiment.js';
import { labOf } from './labs.js';
import { formatShortest } from './parse-number.js';
import { nearestAllowed, number } from './values.js';

/** @typedef {import('./types.js').AnyExperiment} AnyExperiment */

/**
 * The last step of an experiment; 0 where there is nothing to step through.
 * @param {AnyExperiment} experiment
 */
export const stepsOf = (experiment) => labOf(experiment.lab).steps?.(experiment) ?? 0;

/**
 * Shows another step.
 * @template {AnyExperiment & { t: number }} E
 * @param {E} experiment
 * @param {number} value clamped; NaN changes nothing
 * @returns {E}
 */
export function setShown(experiment, value) {
  const allowed = { min: 0, max: stepsOf(experiment), scale: 'integer' };
  const t = nearestAllowed(allowed, value) ?? experiment.t;
  return t === experiment.t ? experiment : freezeDeep({ ...experiment, t });
}

/**
 * The link key of the step shown. It is read after all keys that say how many steps there are.
 * @param {number} most steps that any experiment of the lab has @param {string} [example]
 * @returns {import('./types.js').LinkKeyRow<AnyExperiment & { t: number }, { t: number }>}
 */
export const shownKey = (most, example = 't=12') => ({
  name: 't',
  type: 'integer',
  allowed: { min: 0, max: most },
  example,
  read([text], draft, { report }) {
    const kind = number({ min: 0, max: stepsOf(draft), scale: 'integer' });
    const t = kind.read(text, draft.t, (code, used) =>
      report(code, used, { allowed: kind.allowed }),
    );
    return { t };
  },
  write: ({ t }) => [formatShortest(t)],
});
