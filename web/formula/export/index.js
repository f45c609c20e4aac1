// A run of an experiment as a program that prints the lab's table of it.

import { checkUnit } from '../../core/check.js';
import { fileStem } from '../../state/file-name.js';
import { CUSTOM } from '../../state/own-units.js';
import { reduces } from '../worked-step.js';
import { writeC } from './c.js';
import { writeNumpy } from './numpy.js';
import { planOf } from './plan.js';
import { writePytorch } from './pytorch.js';

/** The languages there are. */
export const LANGUAGES = Object.freeze([
  { key: 'numpy', name: 'NumPy', ending: '.py', mark: '#', write: writeNumpy },
  { key: 'pytorch', name: 'PyTorch', ending: '-pytorch.py', mark: '#', write: writePytorch },
  { key: 'c', name: 'C', ending: '.c', mark: '//', write: writeC },
]);

/**
 * One run as a complete program. It prints t, the point, f, the gradient and the learning rate of steps 0 to
 * N, with 17 digits, and stops at the first row that is not finite, as the lab does.
 * @param {string} language a key of LANGUAGES
 * @param {import('../../state/experiment.js').Experiment} experiment
 * @param {number} index of the run
 * @param {import('../../core/index.js').Core} core
 * @param {string} [link] where the experiment is shown; stands in a comment
 * @returns {{ text: string, fileName: string, isExact: boolean, isWritten: boolean }} isExact: false when the
 *   lab adds noise, which the program leaves out; isWritten: false when there is a comment in place of a
 *   program
 */
export function exportCode(language, experiment, index, core, link = '') {
  const { write, ending, mark } = checkUnit('language', LANGUAGES, language);
  const isWritten = canBeWritten(experiment, index, core);
  const said = NOT_WRITTEN.map((line) => `${mark} ${line}\n`).join('');
  return {
    text: isWritten ? write(planOf(experiment, index, core), link) : said,
    fileName: fileStem(experiment, index) + ending,
    isExact: !(experiment.noise.sigma > 0),
    isWritten,
  };
}

const NOT_WRITTEN = [
  'There is no program for this run yet: its rule looks at the whole point (norm, dot, sum), at f or at the',
  'curvature, or it is a method that searches, or its numbers are in a narrower format than float64.',
];

/**
 * Whether there is a program for a run: of rules that look at one coordinate at a time, and do not search.
 * @param {import('../../state/experiment.js').Experiment} experiment
 * @param {number} index of the run
 * @param {import('../../core/index.js').Core} core
 */
function canBeWritten({ runs, rule, precision }, index, core) {
  const { optimizer, hypers } = runs[index];
  const supplied = Object.keys(hypers);
  const { ast } =
    optimizer === CUSTOM
      ? core.parseRule(rule, { supplied })
      : { ast: core.formula('optimizers', optimizer) };
  const unit = core.catalog.optimizers.find(({ key }) => key === optimizer);
  if (!ast || ast.asks?.length || unit?.kind === 'method' || precision) return false;
  return !ast.lines.some(({ expr }) => reduces(expr));
}
