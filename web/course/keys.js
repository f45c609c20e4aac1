// Where a reader of the course is, as links say it: at=momentum.3, the third beat of the chapter on momentum.

import { escapeText } from '../state/query.js';

/** The chapters in their order; their texts are loaded with the screen. */
export const CHAPTER_KEYS = Object.freeze(
  (
    'loss slope step rate curvature plane traps samples decay adagrad averages rmsprop momentum adam ' +
    'exercise which beyond questions'
  ).split(' '),
);
/** Chapters after other texts, which are no part of the course. */
export const OTHER_KEYS = Object.freeze('d2l goh radford reddi kingma'.split(' '));
/** A course of somebody's own, which a link brings along. */
export const OWN_KEY = 'own';
const ALL_KEYS = [...CHAPTER_KEYS, ...OTHER_KEYS, OWN_KEY];
/** More beats no chapter has; one's own may have more. */
export const MOST_BEATS = 20;
export const MOST_OWN_BEATS = 60;
/** Characters of a course of one's own: in a file, and with the rest of its link's, in that. */
export const MOST_OWN = 300_000;
export const MOST_IN_LINK = 7000;

/**
 * @typedef {import('../state/types.js').PageFields & { lab: string, at: string, own: string }}
 *   CourseExperiment at: chapter and beat, as "momentum.3"; own: a course of one's own, unchecked
 *
 * @typedef {{ chapter: string, beat: number }} Place beat: from 1
 */

/** @param {Place} place */
export const writePlace = ({ chapter, beat }) => `${chapter}.${beat}`;

/**
 * @param {string} text "momentum.3", or "momentum" for its first beat
 * @returns {Place|undefined} undefined for anything else
 */
export function readPlace(text) {
  const [, chapter, digits = '1'] = /^\s*(\w+)(?:\.(\d{1,2}))?\s*$/.exec(text) ?? [];
  const beat = Number(digits);
  const most = chapter === OWN_KEY ? MOST_OWN_BEATS : MOST_BEATS;
  const isPlace = ALL_KEYS.includes(chapter) && beat >= 1 && beat <= most;
  return isPlace ? { chapter, beat } : undefined;
}

/** @type {import('../state/types.js').LinkKeyRow<CourseExperiment>} */
export const atKey = {
  name: 'at',
  type: 'word',
  allowed: { values: ALL_KEYS },
  example: 'at=momentum.3',
  read([text], draft, { report }) {
    const place = readPlace(text);
    if (place) return { at: writePlace(place) };
    report('unknown_value', draft.at);
    return {};
  },
  write: ({ at }) => [at],
};

/** Characters that a course of one's own has in a link. @param {string} own */
export const lengthInLink = (own) => escapeText(own).length;

/** @param {string} own */
export const fitsLink = (own) => lengthInLink(own) <= MOST_IN_LINK;

/** Courses of one's own: the one that is shown, once it was changed, and the one that is in a file. */
export const unsaved = { own: '', inFile: '' };

/** Asks before a course that is in no link and in no file is left. @param {Event} event */
export function askToStay(event) {
  if (!fitsLink(unsaved.own) && unsaved.own !== unsaved.inFile) event.preventDefault();
}

/** @type {import('../state/types.js').LinkKeyRow<CourseExperiment>} */
export const ownKey = {
  name: 'course',
  type: 'text',
  allowed: { most: MOST_OWN },
  example: 'at=own.1&course=%7B%22beats%22:%5B%7B%22text%22:%22Look.%22%7D%5D%7D',
  read([own], draft, { report }) {
    if (own.length <= MOST_OWN) return { own };
    report('too_long', draft.own);
    return {};
  },
  write: ({ own }, _catalog, isFile) => (isFile || fitsLink(own) ? [own] : ['']),
};
