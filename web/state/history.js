// What can be undone: the experiments before each change. Walking through the steps, selecting a run, moving
// the view, the language and what a page shows of a lab do not count as changes.

import { cardCount } from './labs.js';
import { PAGE_KEYS } from './page-keys.js';

const PASSING = new Set([...PAGE_KEYS, 't', 'view', 'surface', 'selected', 'check', 'at']);
/** Changes of the same things that follow each other as fast as this are one: a drag, a word typed. In ms. */
const GESTURE = 800;
const MOST = 100;
/** What stands in place of the last change where the next one begins a new gesture. */
const REST = { names: '', ms: -Infinity };

/** @typedef {import('./types.js').AnyExperiment} Experiment */

/** The names of the fields that differ, "" for none. @param {Experiment} before @param {Experiment} after */
function differences(before, after) {
  const values = new Map(Object.entries(before));
  const names = new Set([...values.keys(), ...Object.keys(after)]);
  const next = new Map(Object.entries(after));
  return [...names]
    .filter((name) => !PASSING.has(name) && values.get(name) !== next.get(name))
    .join();
}

/** Whether a change took a run, or an average, away. @param {Experiment} before @param {Experiment} after */
export const isRemoval = (before, after) =>
  before.lab === after.lab && cardCount(before) > cardCount(after);

/**
 * A memory of changes, to go back and forth in.
 * @param {() => number} [now] in ms
 */
export function createHistory(now = () => performance.now()) {
  /** @type {Experiment[]} */ let past = [];
  /** @type {Experiment[]} */ let future = [];
  let last = REST;
  /** @type {Experiment|undefined} as it was opened, by whomever */ let opened;

  /** @param {Experiment[]} from @param {Experiment[]} to @param {Experiment} present */
  const walk = (from, to, present) => {
    const found = from.pop();
    if (!found) return present;
    to.push(present);
    last = REST;
    const { lang, theme } = present;
    return Object.freeze({ ...found, lang, theme });
  };

  return {
    /**
     * Notes a change.
     * @param {Experiment} before @param {Experiment} after
     * @returns {boolean} whether it is one that can be undone
     */
    note(before, after) {
      const names = differences(before, after);
      if (!names) return false;
      // Two clicks are two changes, however fast they follow: adding or removing a run is never part of a
      // drag.
      const isCount = cardCount(before) !== cardCount(after);
      const isSame = !isCount && names === last.names && now() - last.ms < GESTURE;
      if (!isSame) past = [...past.slice(1 - MOST), before];
      future = [];
      last = isCount ? REST : { names, ms: now() };
      return true;
    },
    /** Forgets everything: what is shown now was not made here. @param {Experiment} present */
    clear(present) {
      past = [];
      future = [];
      last = REST;
      opened = present;
    },
    /**
     * Notes that another experiment is opened.
     * @param {Experiment} before @param {Experiment} after
     * @returns {boolean} whether the reader had made something of the one before
     */
    open(before, after) {
      const isMade = opened !== undefined && differences(opened, before) !== '';
      const isNoted = this.note(before, after);
      opened = after;
      return isMade && isNoted;
    },
    /** The experiment before the last change; without one the present. @param {Experiment} present */
    undo: (present) => walk(past, future, present),
    /** The experiment that was undone last; without one the present. @param {Experiment} present */
    redo: (present) => walk(future, past, present),
  };
}
