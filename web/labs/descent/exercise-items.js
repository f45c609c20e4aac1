// The exercises of a class, and their questions one by one.

import { plainSymbol } from '../../i18n/sentences.js';
import { ofStudent } from '../../state/exercise.js';
import { questionsOf } from './exercise-questions.js';
import { givenLine, optionName, taskSentence } from './exercise-words.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('../../state/types.js').Experiment} Experiment
 * @typedef {import('./exercise-questions.js').Question} Question
 * @typedef {{ experiment: Experiment, questions: readonly Question[] }} Posed
 */

/**
 * The exercise of each student; the teacher's own numbers for none.
 * @param {Experiment} experiment @param {number} count @param {Core} core @returns {Posed[]}
 */
export const ofClass = (experiment, count, core) =>
  Array.from({ length: count || 1 }, (_, i) => {
    const each = ofStudent(experiment, count && i + 1, core.catalog);
    return { experiment: each, questions: questionsOf(each, core) };
  });

/** @param {Experiment} experiment @param {I18n} i18n */
export const titleOf = ({ exercise }, i18n) =>
  `${i18n.t('exercise.title')} ${exercise?.who || ''}`.trim();

/**
 * The questions, one by one.
 * @param {readonly Posed[]} all @param {Core} core @param {I18n} i18n
 * @returns {import('../../state/question-files.js').Item[]}
 */
export const itemsOf = (all, core, i18n) =>
  all.flatMap(({ experiment, questions }) =>
    questions.map(({ key, options, answer, within }) => {
      const about = `${givenLine(experiment, core, i18n)}. ${taskSentence(experiment, i18n)}`;
      const title = titleOf(experiment, i18n);
      if (options) {
        const named = options.map((each) => ({
          text: optionName(each, core, i18n),
          isRight: each === answer,
        }));
        return { name: title, text: about, options: named };
      }
      const number = Number(Number(answer).toPrecision(12));
      const symbol = plainSymbol(key);
      return {
        name: `${title}, ${symbol}`,
        text: `${about} ${symbol} = ?`,
        answer: number,
        within,
      };
    }),
  );
