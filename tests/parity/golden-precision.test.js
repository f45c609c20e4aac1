// Runs in narrower formats against tensors of PyTorch, whose every operation rounds to the format.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { readGolden } from './golden.js';

const torch = readGolden('torch_precision');
/** A text is infinity, null is NaN: JSON has neither. @param {(number|string|null)[]} list */
const numbers = (list) => list.map((value) => (value === null ? Number.NaN : Number(value)));

for (const { formula, rule, start, hypers, precision, columns } of torch.cases) {
  const { format, master } = precision;
  const kept = master ? ' with a copy in float32' : '';
  test(`${rule} on ${formula} in ${format}${kept} is PyTorch’s, bit for bit`, () => {
    const spec = { objective: { formula }, optimizer: { rule, hypers }, start, steps: 50 };
    const run = core.run({ ...spec, precision });
    for (const [name, expected] of Object.entries(columns))
      assert.deepEqual([...run.columns[name]], numbers(expected), name);
  });
}
