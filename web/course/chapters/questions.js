// The six questions of the lecture, those of the quiz for course platforms.

import { QUIZ } from '../../lessons/quiz.js';

/**
 * A text and another after it.
 * @param {import('../types.js').Both} one @param {import('../types.js').Both} two
 */
const joined = (one, two) => ({ en: `${one.en} ${two.en}`, vi: `${one.vi} ${two.vi}` });

/** @param {import('../../lessons/quiz.js').Question} question @returns {import('../types.js').Beat} */
function beatOf({ topic, prompt, figure, options, answer, why }) {
  const right = options.findIndex(({ key }) => key === answer);
  return {
    text: topic,
    query: figure,
    predict: {
      kind: 'choice',
      ask: prompt,
      options: options.map(({ text }) => text),
      answer: right,
      after: joined(options[right].reply, why),
    },
  };
}

/** @type {import('../types.js').Chapter} */
export const questions = {
  key: 'questions',
  title: { en: 'Six questions', vi: 'Sáu câu hỏi' },
  idea: { en: 'What you can answer now.', vi: 'Những gì giờ bạn đã trả lời được.' },
  beats: QUIZ.map(beatOf),
};
