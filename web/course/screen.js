// The course: the half of its record that shows it.

import './view.js';
import styles from './course.css' with { type: 'text' };
import { ALL } from './others.js';
import { plain, textIn } from './text.js';
import { placeIn } from './where.js';

/** @type {import('../labs/types.js').Screen<import('./keys.js').CourseExperiment>} */
export const screen = {
  tag: 'lab-course',
  styles,
  parts: ['header', 'share'],
  locks: [],
  title: ({ at }, _core, { lang }) => textIn(placeIn(ALL, at).chapter.title, lang),
  caption: ({ at }, _core, { lang }) => plain(textIn(placeIn(ALL, at).beat.text, lang)),
};
