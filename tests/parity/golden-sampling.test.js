// Lines fitted in batches against PyTorch, which was shown the same points in the same order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, casesByKey, named, readGolden } from './golden.js';

const golden = readGolden('sampling');
const { data, seed, orders } = JSON.parse(
  readFileSync(new URL('../golden/sampling_orders.json', import.meta.url), 'utf8'),
);
const { x, y } = data;

for (const { optimizer, schedule, batch, standardise, start, columns, ...it } of golden.cases) {
  const rate = schedule.key === 'constant' ? '' : `, with ${named(schedule)}`;
  const scaled = standardise ? 'standardised' : 'raw';
  test(`${named(optimizer)} on ${it.data}, ${scaled}, ${batch} points a step${rate}, takes PyTorch’s path`, () => {
    assert.deepEqual([it.data, it.seed], [data.key, seed]);
    const steps = columns.w.length - 1;
    assert.equal(steps, 40);
    const spec = { data: { x, y }, standardise, start, optimizer, schedule, batch, steps, seed };
    assertColumns(core.sample(spec).columns, columns);
  });
}

test('the core still takes the points in the order that PyTorch was given', () => {
  for (const batch of [1, 32, x.length]) {
    const inEpoch = Math.ceil(x.length / batch);
    orders.forEach((/** @type {number[]} */ order, /** @type {number} */ epoch) => {
      for (let k = 0; k < inEpoch; k++) {
        const seen = core.batch({ n: x.length, batch, seed, step: epoch * inEpoch + k + 1 });
        assert.deepEqual(seen, order.slice(k * batch, (k + 1) * batch));
      }
    });
  }
});

test('four optimizers and more are proven, each with two batch sizes, some with a schedule', () => {
  const byKey = casesByKey(golden, 'optimizer');
  assert.ok(byKey.size >= 4, `${byKey.size} optimizers`);
  for (const cases of byKey.values())
    assert.equal(new Set(cases.map(({ batch }) => batch)).size, 2);
  assert.ok(casesByKey(golden, 'schedule').size >= 3);
});
