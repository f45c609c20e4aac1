import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHistory } from '../../web/state/history.js';
import { PLAIN_DRESS } from '../../web/state/page-keys.js';
import './labs.js';

const PAGE = { ...PLAIN_DRESS };
const FIRST = { lab: 'descent', runs: [], start: [70], steps: 30, t: 0, view: null, ...PAGE };

/** A history on a clock of ours, and an experiment that changes through it. */
function begin() {
  const clock = { ms: 0 };
  const history = createHistory(() => clock.ms);
  /** @type {import('../../web/state/types.js').AnyExperiment & { steps?: number }} */
  let present = FIRST;
  return {
    /** @param {object} patch @param {number} [wait] ms before it */
    change(patch, wait = 5000) {
      clock.ms += wait;
      const next = { ...present, ...patch };
      const noted = history.note(present, next);
      present = next;
      return noted;
    },
    undo() {
      present = history.undo(present);
      return present;
    },
    redo() {
      present = history.redo(present);
      return present;
    },
    history,
  };
}

test('undo goes back change by change, redo forth, and a new change ends what was undone', () => {
  const { change, undo, redo } = begin();
  change({ steps: 40 });
  change({ start: [9] });
  assert.deepEqual(undo(), { ...FIRST, steps: 40 });
  assert.deepEqual(undo(), FIRST);
  assert.deepEqual(undo(), FIRST);
  assert.deepEqual(redo(), { ...FIRST, steps: 40 });
  assert.deepEqual(redo(), { ...FIRST, steps: 40, start: [9] });
  undo();
  change({ steps: 50 });
  assert.deepEqual(redo(), { ...FIRST, steps: 50 });
  assert.deepEqual(undo(), { ...FIRST, steps: 40 });
});

test('a drag is one change; what follows after a rest, or changes something else, is another', () => {
  const { change, undo } = begin();
  for (let x = 69; x > 9; x--) change({ start: [x] }, 16);
  change({ start: [9] }, 16);
  change({ steps: 40 }, 16);
  change({ steps: 41 }, 2000);
  assert.deepEqual(undo(), { ...FIRST, start: [9], steps: 40 });
  assert.deepEqual(undo(), { ...FIRST, start: [9] });
  assert.deepEqual(undo(), FIRST);
});

test('runs taken away one by one come back one by one, however fast the clicks', () => {
  const { change, undo } = begin();
  change({ runs: [1, 2, 3] });
  change({ runs: [1.5, 2, 3] }, 100);
  change({ runs: [1.5, 3] }, 100);
  change({ runs: [1.5] }, 100);
  change({ runs: [1.6] }, 100);
  assert.deepEqual(undo().runs, [1.5]);
  assert.deepEqual(undo().runs, [1.5, 3]);
  assert.deepEqual(undo().runs, [1.5, 2, 3]);
  assert.deepEqual(undo().runs, [1, 2, 3]);
});

test('what was opened may hide and lock; undone it does so no more', () => {
  const { change, undo, history } = begin();
  change({ hide: ['table'], lock: ['f'] });
  change({ steps: 9, hide: ['controls'], lock: ['runs'] });
  assert.deepEqual(undo(), { ...FIRST, hide: ['table'], lock: ['f'] });
  change({ steps: 8 });
  history.clear(FIRST);
  assert.equal(undo().steps, 8);
  change({ steps: 7 }, 10);
  assert.equal(undo().steps, 8);
});

test('steps, view, language and theme are no changes; the page keeps its own', () => {
  const { change, undo } = begin();
  assert.equal(change({ t: 3 }), false);
  assert.equal(change({ view: [0, 1], theme: 'dark' }), false);
  assert.equal(change({ steps: 40 }), true);
  change({ lang: 'vi', t: 9 });
  assert.deepEqual(undo(), { ...FIRST, t: 3, view: [0, 1], theme: 'dark', lang: 'vi' });
});

test('another lab is a change, and the oldest of many are forgotten', () => {
  const { change, undo } = begin();
  change({ lab: 'smoothing', curves: [], data: [1] });
  assert.equal(undo().lab, 'descent');
  for (let steps = 1; steps <= 150; steps++) change({ steps });
  for (let i = 0; i < 120; i++) undo();
  assert.equal(undo().steps, 50);
});
