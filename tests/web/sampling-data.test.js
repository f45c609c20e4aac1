// The points of the sampling lab, as links carry them, and the data that ship with it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATA_SETS } from '../../web/state/data-sets.js';
import { fitsLink, MOST_DATA_TEXT, pointsOf, writePoints } from '../../web/state/sampling-data.js';

const MOST = 500;
test('a link carries points as far as they fit', () => {
  const few = { x: [1.5, -3], y: [2, 0.25] };
  assert.equal(writePoints(few), '1.5,2;-3,0.25');
  const many = (/** @type {number} */ n) => ({ x: Array(n).fill(1.25), y: Array(n).fill(0.5) });
  const most = (MOST_DATA_TEXT + 1) / '1.25,0.5;'.length;
  assert.equal(fitsLink(few), true);
  assert.equal(fitsLink(many(Math.floor(most))), true);
  assert.equal(fitsLink(many(Math.floor(most) + 1)), false);
});

test('the data sets have names for links, two equal columns and 100 rows or more', () => {
  for (const { key, x, y } of DATA_SETS) {
    assert.match(key, /^[a-z][a-z0-9_]*$/);
    assert.equal(x.length, y.length);
    assert.ok(x.length >= 100 && x.length <= MOST, key);
    assert.ok([...x, ...y].every(Number.isFinite), key);
    assert.deepEqual(pointsOf({ key }), { x, y });
  }
});
