// Clipping and decay against PyTorch's: clip_grad_norm_, clip_grad_value_, weight_decay, AdamW.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, named, readGolden, spoken } from './golden.js';

const torch = readGolden('torch_modifiers');

for (const golden of torch.cases) {
  const { objective, start, optimizer, modifiers, schedule, columns } = golden;
  const rate = schedule.key === 'constant' ? '' : ` with ${named(schedule)}`;
  test(`${named(optimizer)}, ${spoken(modifiers)}, on ${named(objective)}${rate} takes PyTorch’s path`, () => {
    const steps = columns.x.length - 1;
    assert.equal(steps, 50);
    const run = core.run({ objective, start, optimizer, modifiers, schedule, steps });
    assertColumns(run.columns, columns);
  });
}

test('every modifier is proven alone, on five landscapes at least, and together with others', () => {
  for (const { key } of core.catalog.modifiers) {
    const cases = torch.cases.filter(({ modifiers }) => key in modifiers);
    const alone = cases.filter(({ modifiers }) => Object.keys(modifiers).length === 1);
    const landscapes = new Set(alone.map(({ objective }) => named(objective)));
    assert.ok(landscapes.size >= 5, `${key} alone on ${landscapes.size}`);
    assert.ok(cases.length > alone.length, `${key} together`);
  }
});

test('Adam with decoupled decay is AdamW, bit for bit', () => {
  const steps = 50;
  const spec = { objective: 'rosenbrock', start: [-1.2, 1], steps };
  const lr = 0.01;
  const modified = core.run({
    ...spec,
    optimizer: { key: 'adam', hypers: { lr } },
    modifiers: { wd: 0.3 },
  });
  const unit = core.run({
    ...spec,
    optimizer: { key: 'adamw', hypers: { lr, weight_decay: 0.3 } },
  });
  for (const name of unit.names) assert.deepEqual(modified.columns[name], unit.columns[name], name);
});
