// The course as a lab: the half of its record that links need.

import { LABS } from '../labs/index.js';
import { PLAIN_DRESS } from '../state/page-keys.js';
import { atKey, CHAPTER_KEYS, ownKey, readPlace, writePlace } from './keys.js';

/** @type {import('./keys.js').CourseExperiment} */
const FIRST = Object.freeze({
  lab: 'course',
  at: writePlace({ chapter: CHAPTER_KEYS[0], beat: 1 }),
  own: '',
  ...PLAIN_DRESS,
});

/** @type {import('../state/types.js').Lab<import('./keys.js').CourseExperiment>} */
export const course = {
  key: 'course',
  leads: true,
  keys: () => [atKey, ownKey],
  initial: () => FIRST,
  base: () => FIRST,
  // The beats of one's own course: one that is removed can be taken back.
  cards: ({ own }) => Array.from(own.match(/"query":/g) ?? [], () => ({ unit: '', hidden: false })),
  subject: ({ at }) => readPlace(at)?.chapter ?? '',
  screen: () => import('./screen.js'),
};

/** All there is to open: the labs, and the course. A link that names none opens the first. */
export const LABS_AND_COURSE = Object.freeze([...LABS, course]);
