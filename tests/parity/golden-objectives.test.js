// Value, gradient and Hessian of every objective against SciPy (rosen) and mpmath with 50 digits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { assertColumns, casesByKey, named, readGolden } from './golden.js';

const golden = readGolden('scipy_objectives');

for (const { objective, source, points, columns } of golden.cases) {
  test(`${named(objective)} has the values and derivatives that ${source} gives`, () => {
    const ours = { ...core.evaluate(objective, points), ...core.hessian(objective, points) };
    assertColumns(ours, columns);
  });
}

test('every objective is proven at twenty points', () => {
  for (const [key, group] of casesByKey(golden, 'objective')) {
    for (const { points } of group) assert.equal(points.x.length, 20, key);
  }
});
