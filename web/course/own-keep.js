// A lab as it is seen, as the next beat of one's own course.

import { encodeExperiment } from '../state/encode.js';
import { PLAIN_DRESS } from '../state/page-keys.js';
import { askToStay, OWN_KEY, unsaved } from './keys.js';
import { checkOwn, LIMITS, readOwn, writeOwn } from './own-course.js';
import { atOf } from './where.js';

/** @typedef {import('./keys.js').CourseExperiment} CourseExperiment */

/**
 * A course with one more beat, to which it goes; null where there is no room: the figure has too many
 * characters, or the course all beats it may have.
 * @param {CourseExperiment} course @param {import('../state/types.js').AnyExperiment} seen
 * @param {import('../core/index.js').Core} core @returns {CourseExperiment|null}
 */
export function withBeat(course, seen, core) {
  const query = encodeExperiment({ ...seen, ...PLAIN_DRESS }, core.catalog);
  const { title, beats } = readOwn(course.own, core).course;
  if (query.length > LIMITS.query || beats.length >= LIMITS.beats) return null;
  const next = checkOwn({ title, beats: [...beats, { query }] }, core).course;
  const at = atOf({ key: OWN_KEY }, beats.length);
  return Object.freeze({ ...course, own: writeOwn(next), at });
}

/**
 * Keeps what a page shows for the tab of the course.
 * @param {{ core: import('../core/index.js').Core, lab: { experiment:
 *   import('../state/types.js').AnyExperiment },
 *   visited: Map<string, unknown>, next: (lab: string) => unknown, show: () => void }} page
 * @returns {number} of the beat; 0: there is no room for it
 */
export function keep(page) {
  const before = /** @type {CourseExperiment} */ (page.next('course'));
  const next = withBeat(before, page.lab.experiment, page.core);
  if (!next) return 0;
  unsaved.own = next.own;
  addEventListener('beforeunload', askToStay);
  page.visited.set('course', next);
  page.show();
  return readOwn(next.own, page.core).course.beats.length;
}
