// One sitting of an exercise: what was answered, whether it is right, and the score. Nothing of it is kept.

import { readTyped } from '../../state/constant.js';
import { specFor } from '../../state/experiment.js';
import { questionsOf } from './exercise-questions.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../state/types.js').Experiment} Experiment
 * @typedef {import('./exercise-questions.js').Question} Question
 *
 * @typedef {import('../../core/types.js').Verdict|'short'|'none'|''} Verdict short: right so far as it goes,
 *   with too few digits; none: no number; '': nothing is said
 *
 * @typedef {object} Answer
 * @property {string} text as it was typed, or the option @property {Verdict} verdict
 * @property {readonly string[]} wrong what was tried in vain
 * @property {boolean} isDone the answer is known @property {boolean} isRight
 */

/** @type {Answer} */
const UNSAID = Object.freeze({ text: '', verdict: '', wrong: [], isDone: false, isRight: false });
const BIT = 1 + 1e-9;

/**
 * A number as it is written, with the places after its point and its significant digits.
 * @param {string} text @param {Core} core
 */
function numberIn(text, core) {
  const value = readTyped(text, false, core) ?? Number.NaN;
  const plain = /^\D?(\d*)[.,]?(\d*)(?:e([-+]?\d+))?$/i.exec(text.trim());
  // A formula stands for all of its digits.
  if (!plain) return { value, places: 15, digits: 15 };
  const [, whole, part, exponent = '0'] = plain;
  const digits = `${whole}${part}`.replace(/^0+/, '').length;
  return { value, places: Math.min(300, part.length - Number(exponent)), digits };
}

export class Sitting {
  /** @type {Map<string, Answer>} by the key of the question */
  #answers = new Map();
  /** hints that were given */ hints = 0;
  /** the check of the numbers so far @type {import('../../core/types.js').Check|null} */ check =
    null;
  /** what is said aloud of the last answer */ said = '';

  /** @param {Experiment} experiment with an exercise @param {Core} core */
  constructor(experiment, core) {
    this.experiment = experiment;
    this.core = core;
    this.questions = questionsOf(experiment, core);
    this.exercise = /** @type {import('../../state/types.js').Exercise} */ (experiment.exercise);
  }

  /** @param {string} key */
  answerTo(key) {
    return this.#answers.get(key) ?? UNSAID;
  }

  /** The first question that is not done. */
  get next() {
    return this.questions.find(({ key }) => !this.answerTo(key).isDone);
  }

  /** So many rows of the run may be seen. */
  get rows() {
    const { next } = this;
    return next && next.key !== 'which' ? next.row || 1 : Infinity;
  }

  /** 0 to 100, of how many questions how many are right, and whether all are done. */
  get score() {
    const of = this.questions.length;
    const right = this.questions.filter(({ key }) => this.answerTo(key).isRight).length;
    return { score: Math.round((100 * right) / (of || 1)), right, of, done: !this.next };
  }

  /**
   * An answer. What is no number, or has too few digits, is no try.
   * @param {Question} question @param {string} text
   */
  give(question, text) {
    const before = this.answerTo(question.key);
    if (before.isDone || text.trim() === '') return;
    this.#answers.set(question.key, { ...before, text });
    if (question.row) this.check = this.#checkSteps();
    // What follows from a wrong number follows until that one is right.
    const judged = question.row ? this.questions : [question];
    for (const each of judged) {
      const answer = this.answerTo(each.key);
      if (answer.text && !answer.isDone) this.#settle(each, answer, each === question);
    }
  }

  /**
   * Says what an answer is; it is told after so many wrong ones, or when one option is left.
   * @param {Question} question @param {Answer} before @param {boolean} isTry
   */
  #settle(question, before, isTry) {
    const verdict = this.#judge(question, before.text);
    const isRight = verdict === 'agrees' || verdict === 'rounded';
    const isWrong = verdict === 'wrong' || verdict === 'follows';
    const wrong = isWrong && isTry ? [...before.wrong, before.text] : before.wrong;
    const most = Math.min(
      this.exercise.tries || Infinity,
      (question.options?.length ?? Infinity) - 1,
    );
    const isDone = isRight || wrong.length >= most;
    this.#answers.set(question.key, { ...before, verdict, wrong, isRight, isDone });
  }

  /** @param {Question} question @param {string} text @returns {Verdict} */
  #judge({ answer, within, axis, row, options }, text) {
    if (options) return text === answer ? 'agrees' : 'wrong';
    const { value, places, digits } = numberIn(text, this.core);
    if (Number.isNaN(value)) return 'none';
    const distance = Math.abs(value - Number(answer));
    if (distance <= within * BIT) return 'agrees';
    const known = this.check?.rows.find((each) => each.row === row)?.cells[axis];
    const isNear =
      distance <= 0.5 * 10 ** -places * BIT || known === 'agrees' || known === 'rounded';
    if (!isNear) return known === 'follows' ? known : 'wrong';
    if (digits < this.exercise.digits) return 'short';
    return known === 'agrees' || known === 'rounded' ? 'rounded' : 'wrong';
  }

  /** The numbers typed so far against the run. */
  #checkSteps() {
    const { core, experiment, questions } = this;
    const steps = this.exercise.ask;
    /** @type {Record<string, number[]>} */ const columns = {};
    /** @type {Record<string, number[]>} */ const places = {};
    for (const [i, axis] of ['x', 'y'].slice(0, experiment.start.length).entries()) {
      columns[axis] = [experiment.start[i], ...Array(steps).fill(Number.NaN)];
      places[axis] = [15, ...Array(steps).fill(0)];
    }
    for (const { key, axis, row } of questions) {
      const { value, places: written } = numberIn(this.answerTo(key).text, core);
      columns[axis][row] = value;
      // 56 is meant as 56.00 where four digits are asked for.
      const asked = this.exercise.digits - 1 - Math.floor(Math.log10(Math.abs(value) || 1));
      places[axis][row] = Number.isNaN(value) ? 0 : Math.max(written, Math.min(300, asked));
    }
    try {
      return core.check({ ...specFor(experiment, 0), steps }, { columns, digits: places });
    } catch {
      return null;
    }
  }

  /** Tells all answers. */
  reveal() {
    for (const { key } of this.questions)
      this.#answers.set(key, { ...this.answerTo(key), isDone: true });
  }
}
