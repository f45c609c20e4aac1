// The course: the half of its record that shows it.

import './view.js';
import { CHAPTERS } from './chapters.js';
import styles from './course.css' with { type: 'text' };
import { plain, textIn } from './text.js';
import { placeIn } from './where.js';

/** @type {import('../labs/types.js').Screen<import('./keys.js').CourseExperiment>} */
export const screen = {
  tag: 'lab-course',
  styles,
  parts: ['header', 'share'],
  locks: [],
  title: ({ at }, _core, { lang }) => textIn(placeIn(CHAPTERS, at).chapter.title, lang),
  caption: ({ at }, _core, { lang }) => plain(textIn(placeIn(CHAPTERS, at).beat.text, lang)),
};
