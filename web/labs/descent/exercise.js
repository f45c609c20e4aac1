// The exercise of a descent lab's view: what it hides while it is open, and the panel that asks. It is loaded
// when an exercise is set.

import { UNSET } from '../../elements/lab-element.js';
import { LOCKS } from '../../state/schema.js';
import { renderExercise } from './exercise-panel.js';
import { Sitting } from './exercise-sitting.js';

/**
 * @typedef {import('../../core/index.js').Run} Run
 * @typedef {import('../../state/types.js').Experiment} Experiment
 * @typedef {import('../../state/results.js').Result<Run>} Result
 */

/** Parts that would give answers away. */
const HIDDEN = ['player', 'worked', 'plots', 'table', 'legend', 'share'];

/** Characters of an answer that are told. */
const MOST_GIVEN = 100;

/** What an exercise is, whatever step is shown. @param {Experiment} experiment */
const identityOf = ({ exercise, objective, start, runs }) =>
  JSON.stringify([exercise, objective, start, runs]);

/**
 * A run as far as a row, and nothing said of its landscape.
 * @param {Run} run @param {number} rows @returns {Run}
 */
export function cutRun(run, rows) {
  if (run.rows <= rows) return run;
  const cut = Object.entries(run.columns).map(([name, column]) => [
    name,
    column?.subarray(0, rows),
  ]);
  const diagnosis = { ...run.diagnosis, curvature: Number.NaN };
  return { ...run, rows, diagnosis, columns: Object.fromEntries(cut) };
}

export class ExerciseSeat {
  #identity = '';
  /** @type {Sitting} */ sitting = UNSET;

  /** @param {import('./view.js').DescentView} view */
  constructor(view) {
    this.view = view;
  }

  get isOpen() {
    return this.sitting.next !== undefined;
  }

  /** Whether not even the optimizer may be named. */
  get isSecret() {
    return this.sitting.next?.key === 'which';
  }

  /**
   * An experiment as it may be seen now; another one begins a new sitting.
   * @param {Experiment} experiment @returns {Experiment}
   */
  dressed(experiment) {
    const identity = identityOf(experiment);
    if (identity !== this.#identity) this.sitting = new Sitting(experiment, this.view.core);
    this.#identity = identity;
    const { isOpen, isSecret } = this;
    const hidden = isOpen ? HIDDEN : [];
    return {
      ...experiment,
      hide: [...experiment.hide, ...hidden, ...(isSecret ? ['runs'] : [])],
      lock: LOCKS,
      t: isSecret ? experiment.steps : isOpen ? 0 : experiment.t,
    };
  }

  /** What is known of the runs. @param {Result[]} results @returns {Result[]} */
  cut(results) {
    const { rows } = this.sitting;
    return results.map((each) => (each.run ? { ...each, run: cutRun(each.run, rows) } : each));
  }

  /** @param {Run|null} run the whole of it */
  render(run) {
    return renderExercise(this, run);
  }

  /**
   * Tells whoever listens to the lab.
   * @param {string} question its key, "" where all were told @param {string} given
   */
  tell(question, given) {
    const { isRight } = this.sitting.answerTo(question);
    const detail = { question, given: given.slice(0, MOST_GIVEN), isRight, ...this.sitting.score };
    const { host } = /** @type {ShadowRoot} */ (this.view.getRootNode());
    host.dispatchEvent(new CustomEvent('answer', { detail }));
    this.view.requestUpdate();
  }
}
