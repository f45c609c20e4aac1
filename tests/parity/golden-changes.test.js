// Runs whose hypers change at a step, against PyTorch's optimizers changed between two steps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, named, readGolden } from './golden.js';

for (const golden of readGolden('torch_changes').cases) {
  const { objective, start, optimizer, changes, schedule, columns } = golden;
  const steps = columns.x.length - 1;
  const said = changes.map((/** @type {unknown} */ change) => JSON.stringify(change)).join(', ');
  test(`${named(optimizer)} by ${named(schedule)}, ${said}, on ${named(objective)} takes PyTorch’s path`, () => {
    assert.equal(steps, 50);
    const run = core.run({ objective, start, optimizer, changes, schedule, steps });
    assertColumns(run.columns, columns);
  });
}
