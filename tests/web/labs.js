// The labs, for every test that reads links in Node.
import assert from 'node:assert/strict';
import { LABS_AND_COURSE } from '../../web/course/lab.js';
import { LABS } from '../../web/labs/index.js';
import { registerLabs, tabKeys } from '../../web/state/labs.js';

registerLabs(LABS_AND_COURSE);

export const LAB_KEYS = LABS.map(({ key }) => key);
/** Those, and the course, in the order of their tabs. */
export const TAB_KEYS = tabKeys();

/** What a lab hands on, without the page that shows it. @param {string} lab */
export const outputsOf = async (lab) => (await import(`../../web/labs/${lab}/outputs.js`)).outputs;

/**
 * @typedef {object} Experiments those of each lab
 * @property {import('../../web/state/types.js').Experiment} descent
 * @property {import('../../web/state/types.js').Experiment} schedules
 * @property {import('../../web/labs/smoothing/experiment.js').SmoothingExperiment} smoothing
 * @property {import('../../web/labs/sampling/experiment.js').SamplingExperiment} sampling
 * @property {import('../../web/labs/derivative/experiment.js').DerivativeExperiment} derivative
 */

/**
 * An experiment that a link or a file holds, as one of the lab that it must be of.
 * @template {keyof Experiments} L
 * @param {{ lab: string }} experiment @param {L} lab @returns {Experiments[L]}
 */
export function ofLab(experiment, lab) {
  assert.equal(experiment.lab, lab);
  return /** @type {Experiments[L]} */ (experiment);
}
