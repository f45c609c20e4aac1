// The points that methods ask about, by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const x2 = { objective: { formula: 'x^2' }, start: 8, steps: 2 };

test('a line search tells of every length it tried, in order', () => {
  const optimizer = { key: 'backtracking', hypers: { lr: 2 } };
  const { tried, columns } = core.run({ ...x2, optimizer, tried: true });
  // ∇f(8) = 16: 8 − 2·16, 8 − 16, 8 − 8; the last is lower.
  assert.deepEqual(tried?.[1], [-24, -8, 0]);
  assert.deepEqual([...columns.x], [8, 0, 0]);
});

test('SAM tells where it climbs to: ρ along the gradient', () => {
  const optimizer = { key: 'sam', hypers: { lr: 0.1, rho: 0.5 } };
  const { tried } = core.run({
    ...{ objective: { formula: '3*x + 4*y' }, start: [1, 1], steps: 3, optimizer, tried: true },
  });
  // The gradient is (3, 4), so each step asks (0.3, 0.4) beyond where it is, and goes (−0.3, −0.4).
  for (const [t, [x, y]] of [
    [1, 1],
    [0.7, 0.6],
    [0.4, 0.2],
  ].entries()) {
    const [ax, ay] = tried?.[t + 1] ?? [];
    assert.ok(Math.abs(ax - x - 0.3) < 1e-12 && Math.abs(ay - y - 0.4) < 1e-12, `step ${t + 1}`);
  }
});

test('the simplex tells of its first corners, of the reflection and of what comes after it', () => {
  const optimizer = { key: 'nelder_mead', hypers: { lr: 1 } };
  const { tried } = core.run({
    ...{ objective: { formula: 'x + 2*y' }, start: [0, 0], steps: 1, optimizer, tried: true },
  });
  // Corners (0,0), (1,0), (0,1), of which the last is the highest. It is reflected at (0.5, 0), then twice as
  // far, which is lower.
  assert.deepEqual(tried?.[1], [1, 0, 0, 1, 1, -1, 1.5, -2]);
});

test('fits of lines tell it too, and a rule asks about nothing', () => {
  const data = { x: [0, 1, 2], y: [1, 3, 5] };
  const fit = { data, start: [0, 0], batch: 3, steps: 3, tried: true };
  const { tried } = core.sample({ ...fit, optimizer: 'bfgs' });
  assert.deepEqual(
    tried?.map((numbers) => numbers.length % 2),
    [0, 0, 0, 0],
  );
  assert.ok(tried?.[1].length);
  assert.ok(!('tried' in core.sample({ ...fit, optimizer: 'sgd' })));
  assert.ok(!('tried' in core.run({ ...x2, optimizer: 'sgd', tried: true })));
  assert.ok(!('tried' in core.run({ ...x2, optimizer: 'bfgs' })));
});

test('no digit of a run depends on telling what it tried; a run that ends early tells of its last step', () => {
  for (const start of [
    [-1.2, 1],
    [1e150, -1e150],
  ]) {
    const spec = { objective: 'rosenbrock', start, optimizer: 'bfgs', steps: 40 };
    const { tried, ...told } = core.run({ ...spec, tried: true });
    assert.deepEqual(told, core.run(spec));
    assert.equal(tried?.length, told.rows);
  }
});
