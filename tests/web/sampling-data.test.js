// A pasted table becomes points, and what is wrong with it is named.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATA_SETS } from '../../web/state/data-sets.js';
import {
  fitsLink,
  MOST_DATA_TEXT,
  pointsOf,
  readTable,
  writePoints,
} from '../../web/state/sampling-data.js';

const MOST = 500;
const points = [
  [1.5, 2],
  [-3, 0.25],
];

for (const [what, text] of [
  ['commas', '1.5,2\n-3,0.25'],
  ['commas and spaces', '1.5, 2\n -3 , .25 '],
  ['tabs', '1.5\t2\r\n-3\t0.25\r\n'],
  ['tabs and decimal commas', '1,5\t2\n-3\t0,25'],
  ['semicolons and decimal commas', '1,5;2\n-3;0,25'],
  ['spaces', '1.5 2\n-3   0.25'],
  ['spaces and decimal commas', '1,5 2,0\n-3,0 0,25'],
  ['a heading', 'length,width\n1.5,2\n-3,0.25'],
  ['empty rows', '\n1.5,2\n\n\n-3,0.25\n'],
  ['powers of ten and a true minus', '15e-1,2\n−3,2.5E-1'],
]) {
  test(`a table is read with ${what}`, () => {
    const { x, y, problems } = readTable(text, MOST);
    assert.deepEqual(
      x.map((value, i) => [value, y[i]]),
      points,
    );
    assert.deepEqual(problems, []);
  });
}

for (const [what, row, problem] of [
  ['a word', '4,abc', { code: 'not_a_number', row: 3, column: 2, text: 'abc' }],
  ['an empty cell', ',4', { code: 'not_a_number', row: 3, column: 1, text: '' }],
  ['Infinity', 'Infinity,4', { code: 'not_a_number', row: 3, column: 1, text: 'Infinity' }],
  ['1e10', '4,1e10', { code: 'too_large', row: 3, column: 2, text: '1e10' }],
  ['one cell', '4', { code: 'cells', row: 3, column: 0, text: '1' }],
  ['three cells', '4,5,6', { code: 'cells', row: 3, column: 0, text: '3' }],
]) {
  test(`a row with ${what} is left out and named`, () => {
    const { x, y, problems } = readTable(`1.5,2\n-3,0.25\n${row}\n7,8`, MOST);
    assert.deepEqual(
      [x, y],
      [
        [1.5, -3, 7],
        [2, 0.25, 8],
      ],
    );
    assert.deepEqual(problems, [problem]);
  });
}

test('only the first row can be a heading', () => {
  assert.equal(readTable('x,y\n1,2\nx,y\n3,4', MOST).problems.length, 1);
});

test('rows beyond the most are left out and counted', () => {
  const text = Array.from({ length: 503 }, (_, i) => `${i},${2 * i}`).join('\n');
  const { x, y, problems } = readTable(text, MOST);
  assert.deepEqual([x.length, y.length, x[499], y[499]], [500, 500, 499, 998]);
  assert.deepEqual(problems, [{ code: 'too_many', row: 0, column: 0, text: '503' }]);
});

test('fewer than two points are a problem', () => {
  for (const text of ['', 'x,y', '1,2', 'a,b\nc,d\n1,2']) {
    assert.equal(readTable(text, MOST).problems.at(-1)?.code, 'too_few', text);
  }
});

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
