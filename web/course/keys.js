// Where a reader of the course is, as links say it: at=momentum.3, the third beat of the chapter on momentum.

/** The chapters in their order; their texts are loaded with the screen. */
export const CHAPTER_KEYS = Object.freeze(
  (
    'loss slope step rate curvature plane traps samples decay adagrad averages rmsprop momentum adam ' +
    'exercise which beyond questions'
  ).split(' '),
);
/** Chapters after other texts, which are no part of the course. */
export const OTHER_KEYS = Object.freeze('d2l goh radford reddi kingma'.split(' '));
const ALL_KEYS = [...CHAPTER_KEYS, ...OTHER_KEYS];
/** More beats no chapter has. */
export const MOST_BEATS = 20;

/**
 * @typedef {import('../state/types.js').PageFields & { lab: string, at: string }} CourseExperiment
 *   at: chapter and beat, as "momentum.3"
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
  const isPlace = ALL_KEYS.includes(chapter) && beat >= 1 && beat <= MOST_BEATS;
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
