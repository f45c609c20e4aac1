// The rates of every schedule against PyTorch's schedulers, alone and in whole runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, casesByKey, named, readGolden } from './golden.js';

const golden = readGolden('torch_schedules');
const runs = golden.cases.filter(({ objective }) => objective);
const rates = golden.cases.filter(({ objective }) => !objective);
/** JSON has no infinity. @param {(number|string)[]|undefined} f */
const numbers = (f) => f?.map(Number);

for (const { schedule, lr, of: what, f, columns } of rates) {
  const when = what ? ` when f ${what}` : '';
  test(`${named(schedule)} from ${lr} has PyTorch’s rates${when}`, () => {
    const steps = columns.lr.length;
    assertColumns({ lr: core.rate(schedule, { lr, steps, f: numbers(f) }) }, columns);
  });
}

for (const { objective, start, optimizer, schedule, columns } of runs) {
  test(`a run with ${named(schedule)} on ${named(objective)} takes PyTorch’s path`, () => {
    const run = core.run({ objective, start, optimizer, schedule, steps: columns.x.length - 1 });
    assertColumns(run.columns, columns);
  });
}

/** Neither a value nor a difference that the floor of assertColumns would hide. @param {number[]} lr */
const changes = (lr) => lr.some((rate) => rate !== lr[0]);

test('every schedule with a counterpart in PyTorch is proven with three settings or more, most of which move', () => {
  const proven = casesByKey(golden, 'schedule');
  const older = ['constant']; // in torch_optimizers.json
  const keys = core.catalog.schedules.map(({ key }) => key);
  assert.deepEqual([...proven.keys()].sort(), keys.filter((key) => !older.includes(key)).sort());
  for (const [key, cases] of proven) {
    const settings = new Set(cases.map(({ schedule }) => named(schedule)));
    assert.ok(settings.size >= 3, key);
    const moving = cases.filter(({ columns }) => changes(columns.lr.filter(Number.isFinite)));
    assert.ok(moving.length > cases.length / 2, `${key}: ${moving.length} of ${cases.length}`);
  }
});

test('a schedule that observes gives, on the f of a run, the rates of that run', () => {
  for (const { objective, start, optimizer, schedule } of runs) {
    const run = core.run({ objective, start, optimizer, schedule, steps: 60 });
    const lr = core.rate(schedule, { lr: optimizer.hypers.lr, steps: 60, f: run.columns.f });
    assert.deepEqual(lr, run.columns.lr.slice(1));
  }
});
