// Every smoother and its weights against pandas.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, casesByKey, named, readGolden } from './golden.js';

const golden = readGolden('pandas_smoothing');

for (const { smoother, of: what, series, columns } of golden.cases) {
  if (columns.weights) {
    test(`${named(smoother)} weighs values as pandas does`, () =>
      assertColumns({ weights: core.weights(smoother, columns.weights.length) }, columns));
  } else {
    test(`${named(smoother)} of ${what} is pandas’`, () =>
      assertColumns(
        {
          smooth: core.smooth(
            smoother,
            series.map((/** @type {number|null} */ value) => value ?? Number.NaN),
          ),
        },
        columns,
      ));
  }
}

test('every smoother is proven on six series or more, and its weights are', () => {
  for (const [key, cases] of casesByKey(golden, 'smoother')) {
    assert.ok(new Set(cases.map(({ series }) => String(series))).size >= 7, key);
    assert.ok(
      cases.some(({ columns }) => columns.weights),
      key,
    );
  }
});
