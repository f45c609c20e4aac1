// Methods, which ask about points of their own choice, against PyTorch, SciPy and recursions written out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, casesByKey, named, readGolden } from './golden.js';

const golden = readGolden('methods');

for (const { objective, start, optimizer, columns } of golden.cases) {
  const steps = columns.x.length - 1;
  test(`${steps} steps of ${named(optimizer)} on ${named(objective)} ask what they should and go there`, () => {
    const run = core.run({ objective, start, optimizer, steps });
    assertColumns(run.columns, columns);
  });
}

test('every method is proven on three landscapes or more', () => {
  const methods = core.catalog.optimizers.filter(({ kind }) => kind === 'method');
  const proven = casesByKey(golden, 'optimizer');
  assert.deepEqual([...proven.keys()].sort(), methods.map(({ key }) => key).sort());
  for (const [key, cases] of proven) assert.ok(cases.length >= 3, key);
});
