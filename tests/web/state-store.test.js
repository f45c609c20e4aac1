import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createStore } from '../../web/state/store.js';

test('a store tells its subscribers of every change, and of nothing else', () => {
  const store = createStore(1);
  /** @type {number[]} */
  const seen = [];
  const unsubscribe = store.subscribe((value) => seen.push(value));
  store.set(1);
  store.set(2);
  store.update((value) => value + 1);
  assert.deepEqual(seen, [2, 3]);
  unsubscribe();
  unsubscribe();
  store.set(4);
  assert.deepEqual(seen, [2, 3]);
  assert.equal(store.get(), 4);
});

test('a change made by a subscriber reaches all in the same order', () => {
  const store = createStore(0);
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const second = [];
  store.subscribe((value) => {
    first.push(value);
    if (value < 3) store.set(value + 1);
  });
  store.subscribe((value) => second.push(value));
  store.set(1);
  assert.deepEqual(first, [1, 2, 3]);
  assert.deepEqual(second, [1, 2, 3]);
});

test('a subscriber that leaves during a round is not told any more', () => {
  const store = createStore(0);
  /** @type {number[]} */
  const seen = [];
  const leave = { now: () => {} };
  store.subscribe(() => leave.now());
  leave.now = store.subscribe((value) => seen.push(value));
  store.set(1);
  assert.deepEqual(seen, []);
});

test('a failing subscriber keeps nobody else from being told, and the store works on', () => {
  const store = createStore(0);
  /** @type {number[]} */
  const seen = [];
  const unsubscribe = store.subscribe(() => {
    throw new Error('broken');
  });
  store.subscribe((value) => seen.push(value));
  assert.throws(() => store.set(1), /broken/);
  unsubscribe();
  store.set(2);
  assert.deepEqual(seen, [1, 2]);
});

test('subscribers that never settle are stopped', () => {
  const store = createStore(0);
  store.subscribe((value) => store.set(value + 1));
  assert.throws(() => store.set(1), /did not settle/);
});
