// Pasted tables against another reader, pandas, and with any text: nothing throws, nothing stalls.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NOTE_CODES } from '../../web/state/table/notes.js';
import { readTable } from '../../web/state/table/read-table.js';
import { firstChoice, takePoints, takeSeries } from '../../web/state/table/take.js';
import { cases } from './cases.js';
import { createRandom } from './corpus/generator.js';

const NONE = Number.NaN;
const values = (/** @type {any} */ { cells }) => cells.map((/** @type {any} */ { value }) => value);

const golden = JSON.parse(readFileSync('tests/golden/pandas_tables.json', 'utf8'));

test('tables are read as pandas reads them when it is told what we are not', () => {
  assert.ok(golden.cases.length > 70);
  for (const { text, wanted, columns } of golden.cases) {
    const read = readTable(text, { wanted }).columns.filter(
      ({ isIndex, name }) => !isIndex || name,
    );
    assert.deepEqual(
      read.map((column) => [column.name, values(column)]),
      columns.map((/** @type {[string, (number|null)[]]} */ [name, numbers]) => [
        name,
        numbers.map((value) => value ?? NONE),
      ]),
      text,
    );
  }
});

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

/** What a reader may have chosen for commas, often nothing. */
const COMMAS = /** @type {const} */ ([undefined, undefined, 'thousands', 'decimal', 'between']);

const COUNT = cases(8000);

test(`${COUNT} random texts never throw; every note has a code, every column a cell for each line`, () => {
  const random = createRandom(9);
  const seen = new Set();
  for (let i = 0; i < COUNT; i++) {
    const text = Array.from({ length: random.below(40) }, () => random.pick(PIECES)).join('');
    for (const wanted of [1, 2, 5]) {
      const usual = random.pick(/** @type {const} */ (['.', ',']));
      const comma = random.pick(COMMAS);
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
