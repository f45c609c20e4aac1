// What a learner has done in the quiz, as plain data; its score, its status, and its text for the course
// platform.

import { PASS_SCORE } from './pass-score.js';

export { PASS_SCORE };

/**
 * @typedef {import('../lessons/quiz.js').Question} Question
 * @typedef {readonly Question[]} Quiz
 *
 * @typedef {object} QuizState
 * @property {string} at the key of the question shown
 * @property {Readonly<Record<string, string>>} answers the option chosen, by the question's key
 * @property {number|null} best the best score of earlier rounds, 0 to 100; null: this is the first round
 * @property {string} lang '': not chosen
 *
 * @typedef {'incomplete'|'passed'|'failed'|'completed'} Status
 */

/** The longest cmi.suspend_data of SCORM 1.2. */
export const MOST_SUSPEND_DATA = 4096;
const FORMAT = 1;

/** @param {Quiz} quiz @returns {QuizState} */
export const initialState = (quiz) => ({ at: quiz[0].key, answers: {}, best: null, lang: '' });

/** @param {QuizState} state @param {string} key @returns {string|undefined} the option chosen */
export const answerTo = ({ answers }, key) =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/**
 * Answers a question. An answer stands: a second one to the same question, or one that is not offered,
 * changes nothing.
 * @param {QuizState} state @param {Question} question @param {string} option @returns {QuizState}
 */
export function answer(state, { key, options }, option) {
  const isOffered = options.some((each) => each.key === option);
  if (!isOffered || answerTo(state, key) !== undefined) return state;
  return { ...state, answers: { ...state.answers, [key]: option } };
}

/** How many answers are right. @param {QuizState} state @param {Quiz} quiz */
export const rightAnswers = (state, quiz) =>
  quiz.filter(({ key, answer: right }) => answerTo(state, key) === right).length;

/** @param {QuizState} state @param {Quiz} quiz */
export const isComplete = (state, quiz) =>
  quiz.every(({ key }) => answerTo(state, key) !== undefined);

/**
 * This round's score: an integer from 0 to 100; what is not answered counts as wrong.
 * @param {QuizState} state @param {Quiz} quiz
 */
export const roundScore = (state, quiz) =>
  Math.round((100 * rightAnswers(state, quiz)) / quiz.length);

/** The score that counts: the best of all rounds. @param {QuizState} state @param {Quiz} quiz */
export const bestScore = (state, quiz) => Math.max(state.best ?? 0, roundScore(state, quiz));

/**
 * The lesson_status. Once passed it stays so; a new round does not undo a finished one.
 * @param {QuizState} state @param {Quiz} quiz
 * @param {boolean} [isForCredit] false: there is nothing to pass or fail
 * @returns {Status}
 */
export function statusOf(state, quiz, isForCredit = true) {
  if (state.best === null && !isComplete(state, quiz)) return 'incomplete';
  if (!isForCredit) return 'completed';
  return bestScore(state, quiz) >= PASS_SCORE ? 'passed' : 'failed';
}

/**
 * A new round, which keeps the best score of a finished one.
 * @param {QuizState} state @param {Quiz} quiz @returns {QuizState}
 */
export function restart(state, quiz) {
  const best = isComplete(state, quiz) ? bestScore(state, quiz) : state.best;
  return { ...initialState(quiz), best, lang: state.lang };
}

/**
 * The state as suspend data. Its length is bounded by the quiz: at most every key and every option once.
 * @param {QuizState} state @returns {string}
 */
export const encodeState = ({ at, answers, best, lang }) =>
  JSON.stringify({ v: FORMAT, at, answers, best, lang });

/** @param {string} text @returns {Record<string, unknown>} {} if the text is no object in this format */
function parse(text) {
  if (text.length > MOST_SUSPEND_DATA) return {};
  try {
    const value = JSON.parse(text);
    return value?.v === FORMAT ? value : {};
  } catch {
    return {};
  }
}

/** @param {unknown} value @returns {value is number} */
const isScore = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;

/**
 * The state in suspend data. Never throws: what is not of this quiz is left out.
 * @param {string} text @param {Quiz} quiz @returns {QuizState}
 */
export function decodeState(text, quiz) {
  const { at, answers, best, lang } = parse(text);
  const given = Object(answers);
  const state = quiz.reduce(
    (old, question) =>
      Object.hasOwn(given, question.key) ? answer(old, question, given[question.key]) : old,
    initialState(quiz),
  );
  return {
    ...state,
    at: quiz.find(({ key }) => key === at)?.key ?? state.at,
    best: isScore(best) ? best : null,
    lang: lang === 'en' || lang === 'vi' ? lang : '',
  };
}
