// An exercise, or a course of somebody's own, that a course platform shows (SCORM 1.2): its score goes there,
// as the quiz reports its own.
// The best sitting counts; "passed" stays.

import { findApi } from './scorm/find-api.js';
import { PASS_SCORE } from './scorm/pass-score.js';
import { Session } from './scorm/session.js';
import { ofStudent } from './state/exercise.js';

/** Student numbers that a platform's own stand for. */
const MOST = 9999;

/** @param {string} text @returns {number} a number from 1 for each text */
const numberOf = (text) =>
  1 + ([...text].reduce((sum, each) => sum * 31 + each.charCodeAt(0), 7) % MOST);

let isBegun = false;

/**
 * Reports to the platform around the page, where there is one.
 * @param {import('./embed/lab-tag.js').LabTag} lab
 */
export function visit(lab) {
  const api = isBegun ? undefined : findApi(window);
  if (!api) return;
  isBegun = true;
  const session = new Session(api);
  const { data, isForCredit } = session.open();
  const { student } = session;
  let best = Math.min(100, Math.max(-1, Number.parseInt(data, 10) || -1));
  let now = { score: 0, done: false };
  const report = () => {
    const score = Math.max(best, now.score);
    const isOver = now.done || best >= 0;
    const word = isForCredit ? (score >= PASS_SCORE ? 'passed' : 'failed') : 'completed';
    if (now.done) best = score;
    return {
      score,
      status: /** @type {import('./scorm/quiz-state.js').Status} */ (isOver ? word : 'incomplete'),
      ...{ data: String(best), place: '' },
    };
  };
  lab.addEventListener('answer', (event) => {
    const { detail } = /** @type {CustomEvent<import('./labs/types.js').AnswerDetail>} */ (event);
    const { question, given, isRight } = detail;
    now = detail;
    const response = given.trim().replace(',', '.');
    const type = /^-?\d+(\.\d+)?$/.test(response) ? 'numeric' : 'fill-in';
    if (question) session.record({ id: question, response, isRight, type });
    session.save(report());
  });
  addEventListener('pagehide', () => session.close(report()));
  if (student && lab.experiment.exercise?.who)
    lab.change((shown) =>
      ofStudent(
        /** @type {import('./state/types.js').Experiment} */ (shown),
        numberOf(student),
        lab.core.catalog,
      ),
    );
}
