// The arena: memory that JavaScript hands out stays within what C lent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Arena } from '../../web/core/memory.js';

const START = 64;
const SIZE = 10;
/** An arena of ten doubles in the middle of a memory of a page. */
function makeArena() {
  const memory = new WebAssembly.Memory({ initial: 1 });
  return { arena: new Arena(memory, START, SIZE), all: new Float64Array(memory.buffer) };
}

test('the arena hands out its doubles one after the other, to the last', () => {
  const { arena } = makeArena();
  assert.equal(arena.reserve(4), START);
  assert.equal(arena.room, 6);
  assert.equal(arena.reserve(6), START + 8 * 4);
  assert.equal(arena.room, 0);
  assert.equal(arena.reserve(0), START + 8 * SIZE);
});

test('one double more than there is room for is an error that says both numbers, and takes nothing', () => {
  const { arena } = makeArena();
  const error = { name: 'RangeError', message: 'the core has room for 10 numbers more, not 11' };
  assert.throws(() => arena.reserve(11), error);
  arena.reserve(7);
  assert.throws(() => arena.reserve(4), /room for 3 numbers more, not 4/);
  assert.equal(arena.room, 3);
});

test('values that do not fit are not written, neither in the arena nor behind it', () => {
  const { arena, all } = makeArena();
  arena.place([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const before = all.slice();
  assert.throws(() => arena.place([98, 99]), RangeError);
  assert.deepEqual(all, before);
  arena.place([10]);
  assert.deepEqual(
    [...all.subarray(START / 8, START / 8 + SIZE + 1)],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0],
  );
});

test('a reset gives everything back', () => {
  const { arena } = makeArena();
  arena.reserve(10);
  arena.reset();
  assert.equal(arena.room, 10);
  assert.equal(arena.place([5]), START);
});
