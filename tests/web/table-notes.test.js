// Notes name everything in a pasted table that is left out, cut or in doubt; the rest keeps its names and
// digits.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_TABLE, readTable } from '../../web/state/table/read-table.js';
import { columnsOf, firstChoice, takePoints, takeSeries } from '../../web/state/table/take.js';

const NONE = Number.NaN;
const LIMITS = { fewest: 2, most: 500, farthest: 1e9 };
const values = (/** @type {any} */ { cells }) => cells.map((/** @type {any} */ { value }) => value);
const codes = (/** @type {readonly { code: string }[]} */ notes) => notes.map(({ code }) => code);

for (const [what, row, note] of /** @type {[string, string, object][]} */ ([
  ['a word', '4,abc', { code: 'not_a_number', line: 3, column: '2', text: 'abc' }],
  ['an empty cell', ',4', { code: 'gaps', line: 0, column: '', text: '1' }],
  ['one cell', '4', { code: 'wrong_count', line: 3, column: '2', text: '1' }],
  ['three cells', '4,5,6', { code: 'wrong_count', line: 3, column: '2', text: '3' }],
  ['words', 'see, below', { code: 'no_number', line: 3, column: '', text: 'see below' }],
  ['too large a number', '4,1e10', { code: 'too_large', line: 3, column: '2', text: '1e10' }],
  [
    'a number nobody can hold',
    '1e400,5',
    { code: 'not_a_number', line: 3, column: '1', text: '1e400' },
  ],
]))
  test(`a row with ${what} makes no point and is named`, () => {
    const table = readTable(`1.5,2\n-3,0.25\n${row}\n7,8`);
    const { x, notes } = takePoints(table, firstChoice(table, 2), LIMITS);
    assert.deepEqual(x, [1.5, -3, 7]);
    assert.deepEqual([...table.notes, ...notes], [note]);
  });

test('columns that are not taken are named, and signs that are left out', () => {
  const { notes, columns } = readTable('Step,when,loss\n1,mon,$5\n2,tue,$6\n', { wanted: 1 });
  assert.deepEqual(
    columns.map(({ name, isIndex }) => [name, isIndex]),
    [
      ['Step', true],
      ['loss', false],
    ],
  );
  assert.deepEqual(
    notes.map(({ code, column }) => [code, column]),
    [
      ['words', 'when'],
      ['index', 'Step'],
    ],
  );
  const table = readTable('$5 12% 7', { wanted: 1 });
  assert.deepEqual(takeSeries(table, [0], 9).notes, [
    { code: 'signs', line: 0, column: '', text: '$ %' },
  ]);
});

test('more than may be taken is cut and named; too little is named', () => {
  const long = readTable('1\n'.repeat(12), { wanted: 1 });
  const taken = takeSeries(long, [0], 10);
  assert.deepEqual(
    [taken.values.length, taken.notes[0].code, taken.notes[0].text],
    [10, 'too_many', '12'],
  );
  const none = readTable('a b', { wanted: 1 });
  assert.deepEqual(codes(none.notes), ['no_number']);
  assert.deepEqual(codes(takeSeries(none, [], 10).notes), ['too_few']);
  for (const text of ['', 'x,y', '1,2', 'a,b\nc,d\n1,2']) {
    const lone = readTable(text);
    assert.equal(
      takePoints(lone, firstChoice(lone, 2), LIMITS).notes.at(-1)?.code,
      'too_few',
      text,
    );
  }
  const rows = readTable(Array.from({ length: 503 }, (_, i) => `${i},${2 * i}`).join('\n'));
  const { x, y, notes } = takePoints(rows, firstChoice(rows, 2), LIMITS);
  assert.deepEqual([x.length, y.length, x[499], y[499]], [500, 500, 499, 998]);
  assert.deepEqual(notes, [{ code: 'too_many', line: 0, column: '', text: '503' }]);
  const column = readTable('1\n2\n3');
  assert.deepEqual(firstChoice(column, 2), []);
  assert.deepEqual(codes(takePoints(column, [], LIMITS).notes), ['too_few']);
  const huge = readTable(`1\n${'2\n'.repeat(MOST_TABLE)}`, { wanted: 1 });
  assert.deepEqual(codes(huge.notes), ['too_long']);
});

/* ---- the column, the comma ---- */

test('any column can be taken, and all of a table without names row by row', () => {
  const table = readTable('1 2 3\n4 5 6', { wanted: 1 });
  const all = columnsOf(table, 1);
  assert.deepEqual(all.map(values), [
    [1, 4],
    [2, 5],
    [3, 6],
    [1, 2, 3, 4, 5, 6],
  ]);
  assert.deepEqual(firstChoice(table, 1), [3]);
  assert.deepEqual(takeSeries(table, [1], 9).values, [2, 5]);
  assert.equal(readTable('a b c\n1 2 3\n4 5 6', { wanted: 1 }).flow, null);
  const tall = readTable('1 2\n4 5\n7 8', { wanted: 1 });
  assert.deepEqual(firstChoice(tall, 1), [0]);
});

test('where a comma can be two things the reader is asked, and the answer counts', () => {
  const read = (/** @type {string} */ text, /** @type {object} */ options = {}) => {
    const { doubt, columns } = readTable(text, { wanted: 1, ...options });
    return [doubt?.text, doubt?.is, doubt?.choices.join(), ...columns.map(values)];
  };
  const both = 'thousands,decimal';
  assert.deepEqual(read('1,200 950'), ['1,200', 'thousands', both, [1200, 950]]);
  assert.deepEqual(read('1,200 950', { comma: 'decimal' }), ['1,200', 'decimal', both, [1.2, 950]]);
  assert.deepEqual(read('"1,200"', { usual: ',' }), ['1,200', 'decimal', both, [1.2]]);
  assert.deepEqual(read('"1,200"', { usual: ',', comma: 'thousands' }), [
    '1,200',
    'thousands',
    both,
    [1200],
  ]);
  const lines = '1,5\n2,5';
  assert.deepEqual(read(lines), ['1,5', 'decimal', 'decimal,between', [1.5, 2.5]]);
  assert.deepEqual(read(lines, { comma: 'between' }), [
    '1,5',
    'between',
    'decimal,between',
    [1, 2],
    [5, 5],
  ]);
  for (const clear of ['1,200.5 3', '0,125', '1,5 2,25', '12,345,678', '3 8 6'])
    assert.equal(readTable(clear, { wanted: 1 }).doubt, null, clear);
});

test('columns keep their names, and each cell how many digits were written', () => {
  const { columns, lines } = readTable('w1\tw2\tv\n-5,0\t-2\t\n−4,60\t1,2e-3\t100\n');
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['w1', 'w2', 'v'],
  );
  assert.deepEqual(lines, [2, 3]);
  assert.deepEqual(
    columns.map(({ cells }) =>
      cells.map(({ kind, value, digits, places }) => [kind, value, digits, places]),
    ),
    [
      [
        ['number', -5, 2, 1],
        ['number', -4.6, 3, 2],
      ],
      [
        ['number', -2, 1, 0],
        ['number', 0.0012, 2, 4],
      ],
      [
        ['gap', NONE, 0, 0],
        ['number', 100, 3, 0],
      ],
    ],
  );
  const [zero, half, big] = readTable('0 0.50 1e3', { wanted: 1 }).columns[0].cells;
  assert.deepEqual(
    [zero, half, big].map(({ digits, places }) => [digits, places]),
    [
      [1, 0],
      [2, 2],
      [1, -3],
    ],
  );
});
