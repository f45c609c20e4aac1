// PyTorch's own numbers of runs with modifiers and changes are right: the check finds nothing in them, also
// where they are rounded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from '../web/core.js';
import { readGolden } from './golden.js';

/** Steps that somebody would work out by hand. */
const ROWS = 12;

/** @param {readonly number[]} values @param {number} digits significant */
const rounded = (values, digits) => values.slice(0, ROWS).map((x) => Number(x.toPrecision(digits)));

for (const name of ['torch_modifiers', 'torch_changes'])
  test(`nothing is wrong with the points of ${name}`, () => {
    let count = 0;
    for (const { columns, modifiers, changes, ...given } of readGolden(name).cases) {
      const spec = {
        ...given,
        steps: ROWS,
        ...(modifiers && { modifiers }),
        ...(changes && { changes }),
      };
      for (const digits of [12, 6]) {
        const points = Object.keys(columns).filter((key) => key === 'x' || key === 'y');
        const numbers = Object.fromEntries(
          points.map((key) => [key, rounded(columns[key], digits)]),
        );
        const { first } = core.check(spec, { columns: numbers });
        assert.equal(first, null, `${JSON.stringify({ spec, first })} with ${digits} digits`);
        count++;
      }
    }
    assert.ok(count > 40, `${count} checks`);
  });
