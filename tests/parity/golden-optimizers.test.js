// Runs of the core against trajectories from other programs: PyTorch's optimizers and schedulers, and the
// lecture's rules in 50-digit decimal arithmetic.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, casesByKey, named, readGolden } from './golden.js';

const torch = readGolden('torch_optimizers');
const rules = readGolden('independent_rules');
const zoo = readGolden('zoo_rules');

/**
 * Rules whose rate is a quotient of differences, which magnifies rounding errors on the way down: a column is
 * held to
 * its own scale, not to each of its values.
 */
const QUOTIENTS = new Set(['prodigy', 'barzilai_borwein']);

/** @param {any} golden one case */
function assertRun({ objective, start, optimizer, schedule, columns }) {
  const steps = columns.x.length - 1;
  assert.equal(steps, 50);
  const run = core.run({ objective, start, optimizer, schedule, steps });
  assertColumns(run.columns, columns, QUOTIENTS.has(optimizer.key) ? 1 : undefined);
}

for (const golden of torch.cases) {
  const { objective, start, optimizer, schedule } = golden;
  const rate = schedule.key === 'constant' ? '' : ` with ${named(schedule)}`;
  test(`${named(optimizer)} on ${named(objective)} from ${start}${rate} takes PyTorch’s path`, () =>
    assertRun(golden));
}

for (const golden of [...rules.cases, ...zoo.cases]) {
  const { objective, start, optimizer } = golden;
  test(`${named(optimizer)} on ${named(objective)} from ${start} takes the exact path of its formula`, () =>
    assertRun(golden));
}

test('PyTorch’s and the papers’ rules are proven on five landscapes each, the lecture’s on four', () => {
  for (const { golden, least } of [
    { golden: torch, least: 5 },
    { golden: zoo, least: 5 },
    { golden: rules, least: 4 },
  ]) {
    for (const [key, cases] of casesByKey(golden, 'optimizer')) {
      const landscapes = new Set(cases.map(({ objective }) => named(objective)));
      assert.ok(landscapes.size >= least, `${key} has ${landscapes.size}`);
    }
  }
});

test('every rate of the golden runs with a schedule is compared', () => {
  for (const [key, cases] of casesByKey(torch, 'schedule')) {
    if (key !== 'constant') assert.ok(cases.every(({ columns }) => columns.lr.length === 51));
  }
});

test('the rates of a schedule by themselves are those of a run', () => {
  const scheduled = torch.cases.filter(({ columns }) => columns.lr);
  for (const { schedule, optimizer, columns } of scheduled) {
    const lr = core.rate(schedule, { lr: optimizer.hypers.lr, steps: 50 });
    assertColumns({ lr }, { lr: columns.lr.slice(1) });
  }
});
