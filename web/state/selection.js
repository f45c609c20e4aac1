// Which run of an experiment, or which average, is shown in full: its place in the list, from 0. The selected
// one stays selected when its place changes.

import { cardCount } from './labs.js';
import { formatShortest } from './parse-number.js';
import { number } from './values.js';

/** @typedef {import('./types.js').AnyExperiment & { selected: number }} Selecting */

/**
 * Selects another run or average.
 * @template {{ selected: number }} E
 * @param {E} experiment @param {number} index
 * @returns {E}
 */
export const select = (experiment, index) =>
  index === experiment.selected ? experiment : Object.freeze({ ...experiment, selected: index });

/** The selection after one was inserted. @param {number} selected @param {number} at its place */
export const afterInsertion = (selected, at) => (at <= selected ? selected + 1 : selected);

/**
 * The selection after one was removed: in place of a selected one, the next, or the last.
 * @param {number} selected @param {number} at its place @param {number} count of those left
 */
export const afterRemoval = (selected, at, count) =>
  Math.min(at < selected ? selected - 1 : selected, count - 1);

/**
 * The link key of the selection; links count from 1.
 * @param {number} most runs that an experiment can have
 * @param {readonly { key: string }[]} units what can be run
 * @returns {import('./types.js').LinkKeyRow<Selecting, { selected: number }>}
 */
export const selectionKey = (most, [{ key }]) => ({
  name: 'sel',
  type: 'integer',
  allowed: { min: 1, max: most },
  example: `sel=2&run=${key}&run=${key}`,
  read([text], draft, { report }) {
    const kind = number({ min: 1, max: cardCount(draft), scale: 'integer' });
    const place = kind.read(text, draft.selected + 1, (code, used) =>
      report(code, used, { allowed: kind.allowed }),
    );
    return { selected: place - 1 };
  },
  write: ({ selected }) => [formatShortest(selected + 1)],
});
