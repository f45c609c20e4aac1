// The course: the half of its record that shows it.

import './view.js';
import styles from './course.css' with { type: 'text' };
import { chaptersAt } from './own-chapter.js';
import { plain, textIn } from './text.js';
import { placeIn } from './where.js';

/** @param {import('./keys.js').CourseExperiment} shown @param {import('../core/index.js').Core} core */
const placeOf = (shown, core) => placeIn(chaptersAt(shown, core), shown.at);

/** @type {import('../labs/types.js').Screen<import('./keys.js').CourseExperiment>} */
export const screen = {
  tag: 'lab-course',
  styles,
  parts: ['header', 'share'],
  locks: [],
  title: (shown, core, { lang }) => textIn(placeOf(shown, core).chapter.title, lang),
  caption: (shown, core, { lang }) => plain(textIn(placeOf(shown, core).beat.text, lang)),
};
