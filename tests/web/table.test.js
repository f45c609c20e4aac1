// A pasted table becomes columns of numbers, whatever it comes from, and what is left out is named.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NOTE_CODES } from '../../web/state/table/notes.js';
import { MOST_TABLE, readTable } from '../../web/state/table/read-table.js';
import { columnsOf, firstChoice, takePoints, takeSeries } from '../../web/state/table/take.js';
import { createRandom } from './corpus/generator.js';

const NONE = Number.NaN;
const LIMITS = { fewest: 2, most: 500, farthest: 1e9 };
const values = (/** @type {any} */ { cells }) => cells.map((/** @type {any} */ { value }) => value);

/** What a series lab takes without being told anything. */
function series(text, options = {}) {
  const table = readTable(text, { wanted: 1, ...options });
  return takeSeries(table, firstChoice(table, 1), 2000).values;
}

/** What a lab of points takes without being told anything. */
function points(text, options = {}) {
  const table = readTable(text, { wanted: 2, ...options });
  const { x, y } = takePoints(table, firstChoice(table, 2), LIMITS);
  return x.map((value, i) => [value, y[i]]);
}

const codes = (notes) => notes.map(({ code }) => code);

/** Shapes of a series, by hand. */
for (const [what, text, expected] of /** @type {[string, string, number[]][]} */ ([
  ['blanks', '3 8 6.5', [3, 8, 6.5]],
  ['blanks and a decimal comma', '3 8 6,5', [3, 8, 6.5]],
  ['semicolons and a decimal comma', '3;8;6,5', [3, 8, 6.5]],
  ['tabs and a decimal comma', '3\t8\t6,5', [3, 8, 6.5]],
  ['lines and a decimal comma', '3\n8\n6,5', [3, 8, 6.5]],
  ['commas', '3,8,6.5', [3, 8, 6.5]],
  ['commas and blanks', '3, 8, 6.5', [3, 8, 6.5]],
  ['US thousands among plain numbers', '1,200 950 1,100', [1200, 950, 1100]],
  ['US thousands among plain numbers, a line each', '1,200\n950\n1,100', [1200, 950, 1100]],
  ['US thousands with cents', '1,200.50 950.25', [1200.5, 950.25]],
  ['quoted thousands, a line each', '"1,200"\n"2,500"', [1200, 2500]],
  ['German thousands', '1.200,5\n950,25', [1200.5, 950.25]],
  ['Swiss and French thousands', "1'200.5\n2\u202f500.25", [1200.5, 2500.25]],
  ['dollars', '$1\n$2.50\n-$3', [1, 2.5, -3]],
  ['euros behind', '1,5 €\n2,5 €', [1.5, 2.5]],
  ['percent', '12%\n13.5%', [12, 13.5]],
  ['minus signs of books', '−1\n–2\n- 3', [-1, -2, -3]],
  ['minus zero', '-0 0', [-0, 0]],
  ['powers of ten', '1.2×10^-3 2·10⁻² 3e-1', [0.0012, 0.02, 0.3]],
  ['empty cells as gaps', '3,,6', [3, NONE, 6]],
  ['words for nothing as gaps', '3\nNA\nnull\n-\n6', [3, NONE, NONE, NONE, 6]],
  ['an empty line of a column as a gap', '3\n8\n\n6', [3, 8, NONE, 6]],
  ['double line spacing, which is none', '3\n\n8\n\n6', [3, 8, 6]],
  ['a word among numbers, a gap in its place', 'price\n3\nfour\n5', [3, NONE, 5]],
  ['the infinite', '1 inf -∞', [1, Infinity, -Infinity]],
  ['a comma at its end', '3,8,6,', [3, 8, 6]],
  ['semicolons at the ends of its lines', '3;\n8;\n6;', [3, 8, 6]],
  ['a list wrapped after commas', '3, 8, 6,\n5, 1,\n7', [3, 8, 6, 5, 1, 7]],
  ['a list wrapped between blanks', '3 8 6 5\n1 7 9 0\n8 4', [3, 8, 6, 5, 1, 7, 9, 0, 8, 4]],
  ['brackets', '[1, 2, 3]', [1, 2, 3]],
  ['brackets over lines', '[\n  0.5,\n  0.25,\n]', [0.5, 0.25]],
  ['NumPy, printed', '[0.1 0.2 0.3\n 0.4 0.5]', [0.1, 0.2, 0.3, 0.4, 0.5]],
  ['NumPy, as code', 'x = np.array([1., 2., 3.], dtype=np.float32)', [1, 2, 3]],
  ['PyTorch, printed', "tensor([0.1, 0.2], device='cuda:0')", [0.1, 0.2]],
  ['R', 'c(1, 2, 3)', [1, 2, 3]],
  ['JSON', '{"loss": [0.5, 0.25]}', [0.5, 0.25]],
  ['a bracket that was not copied', '[1, 2, 3', [1, 2, 3]],
  ['a name before it', 'loss: 0.5 0.25 0.125', [0.5, 0.25, 0.125]],
  ['a heading', 'loss\n0.5\n0.25', [0.5, 0.25]],
  ['TensorBoard', 'Wall time,Step,Value\n1712345678.12,0,0.69\n1712345679.2,1,0.5', [0.69, 0.5]],
  ['an index without a name', ',loss\n0,0.5\n1,0.25', [0.5, 0.25]],
  ['a byte order mark and blanks of no width', '\ufeff3\u200b 8', [3, 8]],
  ['one number', '7', [7]],
  ['no number', 'seven', []],
  ['nothing', '  \n', []],
]))
  test(`a series is read with ${what}`, () => assert.deepStrictEqual(series(text), expected));

const TWO = [
  [1.5, 2],
  [-3, 0.25],
];
/** Shapes of points, by hand. */
for (const [what, text, expected = TWO] of /** @type {[string, string, number[][]?][]} */ ([
  ['commas', '1.5,2\n-3,0.25'],
  ['commas and blanks', '1.5, 2\n -3 , .25 '],
  ['tabs', '1.5\t2\r\n-3\t0.25\r\n'],
  ['tabs and decimal commas', '1,5\t2\n-3\t0,25'],
  ['semicolons and decimal commas', '1,5;2\n-3;0,25'],
  ['blanks', '1.5 2\n-3   0.25'],
  ['blanks and decimal commas', '1,5 2,0\n-3,0 0,25'],
  ['quoted decimal commas', '"1,5","2"\n"-3","0,25"'],
  ['a heading', 'length,width\n1.5,2\n-3,0.25'],
  ['empty lines', '\n1.5,2\n\n\n-3,0.25\n'],
  ['powers of ten and a true minus', '15e-1,2\n−3,2.5E-1'],
  ['tuples, a line each', '(1.5, 2)\n(-3, 0.25)'],
  ['tuples in a list', '[(1.5, 2), (-3, 0.25)]'],
  ['tuples with decimal commas', '(1,5; 2)\n(-3; 0,25)'],
  ['lists in a list', '[[1.5, 2],\n [-3, 0.25]]'],
  ['a matrix of MATLAB', '[1.5 2; -3 0.25]'],
  ['JSON records', '[{"x": 1.5, "y": 2}, {"x": -3, "y": 0.25}]'],
  ['JSON columns', '{"x": [1.5, -3], "y": [2, 0.25]}'],
  ['Markdown', '| x | y |\n|---|:-:|\n| 1.5 | 2 |\n| -3 | 0.25 |'],
  ['LaTeX', '\\hline\nx & y \\\\\n1.5 & 2 \\\\\n-3 & 0.25 \\\\\n\\hline'],
  ['savetxt’s heading', '# x y\n1.5 2\n-3 0.25'],
  ['a comma at the end of every line', '1.5,2,\n-3,0.25,'],
  ['semicolons at the ends', '1.5;2;\n-3;0.25;'],
  ['commas at the ends of all lines but the last', '1.5,2,\n-3,0.25'],
  ['an index', ',x,y\n0,1.5,2\n1,-3,0.25'],
  ['an index that was printed', '     x     y\n0  1.5  2.00\n1 -3.0  0.25'],
  ['rows numbered by hand', '1,1.5,2\n2,-3,0.25\n3,0,1', [...TWO, [0, 1]]],
  ['a title and units', 'My data\nx,y\ncm,cm\n1.5,2\n-3,0.25'],
  ['a column of words', 'who,x,y\nan,1.5,2\nbo,-3,0.25'],
  ['points of a link', '1.5,2;-3,0.25'],
  ['x on one line and y on the next, named', 'x: 1.5 -3\ny: 2 0.25'],
  ['x on one line and y on the next, as code', 'x = [1.5, -3]\ny = [2, 0.25]'],
  [
    'x on one line and y on the next',
    '1 2 3\n4 5 6',
    [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
  ],
  [
    'a name in the first cell of each line',
    'x,1,2,3\ny,4,5,6',
    [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
  ],
  [
    'quoted thousands in the first row',
    '"1,200","2,500"\n"1,300","2,600"',
    [
      [1200, 2500],
      [1300, 2600],
    ],
  ],
  [
    'blanks in thousands in the first row',
    '1 200;2 500\n1 300;2 600',
    [
      [1200, 2500],
      [1300, 2600],
    ],
  ],
  [
    'dollars in the first row',
    '$1\t$2\n$3\t$4',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    'US thousands among plain numbers',
    '1,200\t950\n2,500\t1,100',
    [
      [1200, 950],
      [2500, 1100],
    ],
  ],
]))
  test(`points are read with ${what}`, () => assert.deepStrictEqual(points(text), expected));

/* ---- what was left out, and why ---- */

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
  const read = (text, options) => {
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

/* ---- others' reading ---- */

const golden = JSON.parse(readFileSync('tests/golden/pandas_tables.json', 'utf8'));

test('tables are read as pandas reads them when it is told what we are not', () => {
  assert.ok(golden.cases.length > 70);
  for (const { text, wanted, columns } of golden.cases) {
    const read = readTable(text, { wanted }).columns.filter(
      ({ isIndex, name }) => !isIndex || name,
    );
    assert.deepEqual(
      read.map((column) => [column.name, values(column)]),
      columns.map(([name, numbers]) => [
        name,
        numbers.map((/** @type {any} */ value) => value ?? NONE),
      ]),
      text,
    );
  }
});

/* ---- any text ---- */

const PIECES = [
  ...'0123456789.,;:\t\n|&"\'[](){}$%#=- eE',
  ...[
    '1,5',
    '1,200',
    '1.5',
    '\r\n',
    '""',
    '","',
    'x = [',
    'np.array(',
    'NaN',
    '−',
    '\u00a0',
    '\ue0000\ue001',
    '“',
    '”',
  ],
  ...['\\\\', '|---|', 'loss', '{"x":', '🎯', '\ud800', '<b>', '=1+1', '1e999', '\u200b', 'x: '],
];

test('8,000 random texts never throw; every note has a code, every column as many cells as there are lines', () => {
  const random = createRandom(3);
  const seen = new Set();
  for (let i = 0; i < 8000; i++) {
    const text = Array.from({ length: random.below(40) }, () => random.pick(PIECES)).join('');
    for (const wanted of [1, 2, 5]) {
      const usual = random.pick(['.', ',']);
      const comma = random.pick([undefined, undefined, 'thousands', 'decimal', 'between']);
      const table = readTable(text, { wanted, usual, comma });
      const one = takeSeries(table, firstChoice(table, 1), 5);
      const two = takePoints(table, firstChoice(table, 2), { fewest: 2, most: 5, farthest: 9 });
      assert.ok(one.values.length <= 5 && two.x.length <= 5 && two.x.length === two.y.length);
      assert.ok(
        two.x.every((x, k) => Math.abs(x) <= 9 && Math.abs(two.y[k]) <= 9),
        text,
      );
      for (const { cells } of table.columns) assert.equal(cells.length, table.lines.length, text);
      for (const { code, line, text: shown } of [...table.notes, ...one.notes, ...two.notes]) {
        seen.add(code);
        assert.ok(line >= 0 && shown.length <= 24, text);
      }
    }
  }
  assert.deepEqual(
    [...seen].sort(),
    NOTE_CODES.filter((code) => !['too_long', 'index'].includes(code)).sort(),
  );
});

test('however long and odd a text is, the time to read it grows with its length only', () => {
  const texts =
    '1,2,3\n|1 |a |a b c\n|,|,"|"|“|[|((1|x=|x=[1,2]|1.|1;2,|\n|\t|;| |:|a:1\n|1,|\\|#|-|,“'.split(
      '|',
    );
  for (const [i, text] of texts.entries()) {
    const since = process.cpuUsage();
    readTable(`${text.repeat(100_000 / text.length)}${i % 2 ? 'x' : '\n1 2'}`, {
      wanted: 1 + (i % 2),
    });
    const { user } = process.cpuUsage(since);
    assert.ok(user < 2e6, `${JSON.stringify(text)} ${user / 1000} ms`);
  }
});
