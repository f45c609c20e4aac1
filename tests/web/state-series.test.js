// The noise of generated series, against Philox4x32-10 and the Box–Muller transform written in Python: links
// that were shared replay the same numbers for ever.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valuesOf } from '../../web/state/series.js';
import { core } from './core.js';

/** The first normal number of steps 1 to 4 with seed 7. */
const NORMAL = [0.6326745587367222, 1.1322135069825408, 0.8218385410885288, -0.5109268453117777];

test('value i of a generated series has the noise of step i + 1', () => {
  const values = valuesOf({ kind: 'constant', n: 4, noise: 1, seed: 7 }, core);
  for (const [i, z] of NORMAL.entries())
    assert.ok(Math.abs(values[i] - (1 + z)) < 1e-12, `value ${i}: ${values[i]}`);
});

test('a walk adds up its noise from the first step on', () => {
  const values = valuesOf({ kind: 'walk', n: 4, noise: 0.5, seed: 7 }, core);
  let level = 0;
  for (const [i, z] of NORMAL.entries()) {
    level += 0.5 * z;
    assert.ok(Math.abs(values[i] - level) < 1e-12, `value ${i}: ${values[i]}`);
  }
});
