// A run of an experiment as a program that prints the lab's table of it.

import { checkUnit } from '../../core/check.js';
import { fileStem } from '../../state/file-name.js';
import { writeC } from './c.js';
import { writeNumpy } from './numpy.js';
import { planOf } from './plan.js';
import { writePytorch } from './pytorch.js';

/** The languages there are. */
export const LANGUAGES = Object.freeze([
  { key: 'numpy', name: 'NumPy', ending: '.py', write: writeNumpy },
  { key: 'pytorch', name: 'PyTorch', ending: '-pytorch.py', write: writePytorch },
  { key: 'c', name: 'C', ending: '.c', write: writeC },
]);

/**
 * One run as a complete program. It prints t, the point, f, the gradient and the learning rate of steps 0 to N, with
 * 17 digits, and stops at the first row that is not finite, as the lab does.
 * @param {string} language a key of LANGUAGES
 * @param {import('../../state/experiment.js').Experiment} experiment
 * @param {number} index of the run
 * @param {import('../../core/index.js').Core} core
 * @param {string} [link] where the experiment is shown; stands in a comment
 * @returns {{ text: string, fileName: string, isExact: boolean }} isExact: false when the lab adds noise, which the
 *   program leaves out
 */
export function exportCode(language, experiment, index, core, link = '') {
  const { write, ending } = checkUnit('language', LANGUAGES, language);
  const { noise } = experiment;
  return {
    text: write(planOf(experiment, index, core), link),
    fileName: fileStem(experiment, index) + ending,
    isExact: !(noise.sigma > 0),
  };
}
