// A run may start where f has no derivative: it begins with the subgradient that c/formula/formula.h states.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const ACKLEY = '-20*exp(-0.2*sqrt((x^2+y^2)/2)) - exp((cos(2*pi*x)+cos(2*pi*y))/2) + e + 20';

/** f, where the run starts, and the gradient there */
const KINKS = /** @type {const} */ ([
  [ACKLEY, [0, 0], [0, 0]],
  ['sqrt(x^2 + y^2)', [0, 0], [0, 0]],
  ['sqrt((x-1)^2 + (y-2)^2) + 3*y', [1, 2], [0, 3]],
  ['abs(x)', [0], [0]],
  ['abs(x-1) + x^2', [1], [2]],
  ['sqrt(abs(x))', [0], [0]],
  ['max(x, 0)', [0], [1]], // the first of two equal sides
  ['max(0, x)', [0], [0]],
  ['min(2*x, 5*x)', [0], [2]],
  ['sign(x) + x', [0], [1]],
  ['floor(x) + x', [2], [1]],
]);

for (const [formula, start, gradient] of KINKS)
  test(`a run on ${formula} from ${start} begins with the subgradient ${gradient}`, () => {
    const spec = { objective: { formula }, start: [...start], optimizer: 'sgd', steps: 3 };
    const { columns, rows } = core.run(spec);
    assert.equal(rows, 4);
    for (const [k, axis] of ['x', 'y'].slice(0, start.length).entries()) {
      assert.equal(columns[`g${axis}`][0], gradient[k]);
      // one step of gradient descent with η = 0.1
      assert.equal(columns[axis][1], start[k] - 0.1 * gradient[k]);
    }
  });
