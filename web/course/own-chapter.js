// A course of somebody's own as a chapter, marked as not ours.

import { OWN_KEY } from './keys.js';
import { ALL } from './others.js';
import { FIRST_FIGURE, readOwn } from './own-course.js';
import { PLAIN } from './text.js';

/** @typedef {import('./types.js').Chapter} Chapter */

/** Its words in either language, taken literally. @param {string} text */
const both = (text) => ({ en: PLAIN + text, vi: PLAIN + text });

/** @type {Chapter['idea']} */
const NOT_OURS = {
  en: 'Whoever made this link wrote these words; they are not Descent Lab’s.',
  vi: 'Lời ở đây do người làm liên kết này viết, không phải của Descent Lab.',
};
/** @type {Chapter} */
export const NONE_YET = {
  key: OWN_KEY,
  title: { en: 'A course of your own', vi: 'Bài giảng của riêng bạn' },
  idea: { en: 'Your words, our figures.', vi: 'Lời của bạn, hình của chúng tôi.' },
  beats: [
    {
      text: {
        en: 'Set up any lab; then Share, “Add to my course”.',
        vi: 'Hãy chỉnh một phòng thí nghiệm; rồi Chia sẻ, “Thêm vào bài giảng của tôi”.',
      },
      query: FIRST_FIGURE,
    },
  ],
};

/** @param {import('./own-course.js').OwnCourse} course @returns {Chapter} */
export function chapterOf({ title, beats }) {
  if (beats.length === 0) return NONE_YET;
  return {
    key: OWN_KEY,
    title: title ? { en: title, vi: title } : NONE_YET.title,
    idea: NOT_OURS,
    beats: beats.map(({ text, query, controls, notes, predict }) => ({
      ...{ text: both(text), query, controls },
      ...(notes ? { notes: both(notes) } : {}),
      ...(predict ? { predict: predictionOf(predict) } : {}),
    })),
  };
}

/** @param {import('./own-course.js').OwnPredict} predict @returns {import('./types.js').Prediction} */
function predictionOf({ ask, after, then, options = [], ...rest }) {
  const said = { ask: both(ask), after: both(after), options: options.map(both) };
  return /** @type {import('./types.js').Prediction} */ ({
    ...rest,
    ...said,
    then: then || undefined,
  });
}

/**
 * All that can be read where somebody is: their own course only there.
 * @param {import('./keys.js').CourseExperiment} experiment @param {import('../core/index.js').Core} core
 */
export const chaptersAt = ({ at, own }, core) =>
  isOwn(at) ? [...ALL, chapterOf(readOwn(own, core).course)] : ALL;

/** @param {string} at */
export const isOwn = (at) => at.startsWith(`${OWN_KEY}.`);
