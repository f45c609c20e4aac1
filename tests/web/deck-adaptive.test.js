// DECK.md, section 2, adaptive learning rates and moving averages: every number and every claim.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';
import { assertClose, assertExact, assertRounded } from './printed.js';

/**
 * @param {string} objective @param {number[]} start
 * @param {string} key @param {Record<string, number>} hypers @param {number} [steps]
 */
const descend = (objective, start, key, hypers, steps = 30) =>
  core.run({ objective, start, optimizer: { key, hypers }, steps });

const LOCAL_MINIMUM = -1.993; // of x² − 3 sin 2x
const HILL = -0.946; // between it and the global one

/** @type {{ key: string, params: Record<string, number> }[]} */
const decays = [
  { key: 'step', params: { period: 10, rate: 2 } },
  { key: 'exponential', params: { decay: 0.5, every: 10 } },
];

test('DECK 2: step decay divides η by k every p iterations', () => {
  const rates = core.rate({ key: 'step', params: { period: 2, rate: 4 } }, { lr: 0.8, steps: 7 });
  assertExact(rates, '0.8 0.8 0.2 0.2 0.05 0.05 0.0125');
});

test('DECK 2: exponential decay is η0 λ^(s/k)', () => {
  const schedule = { key: 'exponential', params: { decay: 0.25, every: 2 } };
  // λ^(1/2) = 1/2
  assertExact(core.rate(schedule, { lr: 0.8, steps: 5 }), '0.8 0.4 0.2 0.1 0.05');
});

for (const schedule of decays) {
  test(`DECK 2.1: with ${schedule.key} decay the run of 1.11 settles at −1.993`, () => {
    const optimizer = { key: 'sgd', hypers: { lr: 0.2 } };
    const run = core.run({ objective: 'wavy', start: [-1.5], optimizer, schedule, steps: 100 });
    assert.equal(run.diagnosis.kind, 'converged');
    assertRounded(run.columns.x, '-1.993 -1.993 -1.993', 98);
  });
}

test('DECK 2, Adagrad: the first steps on x² with η 0.5, s0 0, ε 1e-7', () => {
  const { x, s_x } = descend('quadratic', [99], 'adagrad', { lr: 0.5, eps: 1e-7, s0: 0 }).columns;
  // g = 198, s = 198² = 39204, x = 99 - 0.5 · 198/√39204.0000001 = 98.5 + 0.25 · 1e-7/39204 to first order
  assertExact(s_x, '0 39204');
  assertClose(x.subarray(1, 2), [98.5 + 0.25e-7 / 39204]);
});

test('DECK 2, Adagrad: s0 = 0.1 is where the sum starts', () => {
  const { s_x } = descend('quadratic', [1], 'adagrad', { lr: 0.5, eps: 1e-7, s0: 0.1 }).columns;
  assertExact(s_x, '0.1 4.1'); // 0.1 + 2²
});

test('DECK 2, Adagrad: from 99 with η 0.5 it is still at 69.95 after 1,000 steps', () => {
  const { columns, diagnosis } = descend('quadratic', [99], 'adagrad', { lr: 0.5 }, 1000);
  assertRounded(columns.x, '69.95', 1000);
  assert.equal(diagnosis.kind, 'crawling');
});

test('DECK 2, Adagrad: the sum only grows and the steps die out', () => {
  const { s_x, dx } = descend('quadratic', [99], 'adagrad', { lr: 0.5 }, 1000).columns;
  for (let t = 2; t <= 1000; t++) {
    assert.ok(s_x[t] > s_x[t - 1] && Math.abs(dx[t]) < Math.abs(dx[t - 1]), `step ${t}`);
  }
});

for (const key of ['adagrad', 'rmsprop']) {
  test(`DECK 2, ${key} on x² + y²: each coordinate has its own sum, as if it were alone`, () => {
    const plane = descend('bowl', [6, 9], key, { lr: 0.5 }).columns;
    const alone = [6, 9].map((start) => descend('quadratic', [start], key, { lr: 0.5 }).columns);
    assert.deepEqual([plane.x, plane.s_x], [alone[0].x, alone[0].s_x]);
    assert.deepEqual([plane.y, plane.s_y], [alone[1].x, alone[1].s_x]);
    assert.notDeepEqual(plane.s_x, plane.s_y);
  });
}

test('DECK 2: decay forgets the gradient, while Adagrad’s first step is η whatever it is', () => {
  const starts = [1, 10, 100];
  const decayed = starts.map((start) =>
    core.run({
      objective: 'quadratic',
      start: [start],
      optimizer: 'sgd',
      schedule: 'step',
      steps: 1,
    }),
  );
  assertExact(
    decayed.map(({ columns }) => columns.dx[1]),
    '-0.2 -2 -20',
  );
  const hypers = { lr: 0.5, eps: 1e-16 };
  const adapted = starts.map((start) => descend('quadratic', [start], 'adagrad', hypers, 1));
  assertRounded(
    adapted.map(({ columns }) => columns.dx[1]),
    '-0.5000000 -0.5000000 -0.5000000',
  );
});

const SERIES = [3, 8, 6, 5, 1, 7, 9, 0, 8, 4];

test('DECK 2, SMA with k = 2', () => {
  const averages = core.smooth({ key: 'sma', params: { window: 2 } }, SERIES);
  assert.ok(Number.isNaN(averages[0]));
  assertExact(averages, '5.5 7.0 5.5 3.0 4.0 8.0 4.5 4.0 6.0', 1);
});

test('DECK 2, EMA with ρ = 0.5 started at the first value', () => {
  const averages = core.smooth({ key: 'ewa_first', params: { rho: 0.5 } }, SERIES);
  assertExact(averages, '3.0 5.5 5.75 5.375 3.1875');
  // 5.09375 7.046875 3.5234375 5.76171875 4.880859375
  assertRounded(averages, '5.09 7.05 3.52 5.76 4.88', 5);
  assertExact(averages, '5.09375 7.046875 3.5234375 5.76171875 4.880859375', 5);
});

test('DECK 2, V_3 unrolled is ρ²(1−ρ)s_1 + ρ(1−ρ)s_2 + (1−ρ)s_3', () => {
  // ρ = 0.9 and 3, 8, 6: 0.081 · 3 + 0.09 · 8 + 0.1 · 6 = 1.563
  assertExact(core.smooth({ key: 'ewa', params: { rho: 0.9 } }, [3, 8, 6]), '1.563', 2);
});

for (const [rho, printed, exact] of /** @type {[number, string, string][]} */ ([
  [0.5, '0.125 0.25 0.5', '0.125 0.25 0.5'],
  [0.9, '0.081 0.09 0.1', '0.081 0.09 0.1'],
  // The lecture's 0.0392 for the first is a slip: it is 0.98² · 0.02.
  [0.98, '0.0192 0.0196 0.02', '0.019208 0.0196 0.02'],
])) {
  test(`DECK 2, the weights of s_1, s_2, s_3 for ρ = ${rho} are ${printed}`, () => {
    const ewa = { key: 'ewa', params: { rho } };
    const impulses = [0, 1, 2].map((i) => [0, 1, 2].map((j) => Number(i === j)));
    for (const weights of [core.weights(ewa, 3), impulses.map((s) => core.smooth(ewa, s)[2])]) {
      assertRounded(weights, printed);
      assertExact(weights, exact);
    }
  });
}

test('DECK 2.6: RMSProp on x² from 9 with η 0.1, ρ 0.9, ε 1e-7', () => {
  const hypers = { lr: 0.1, rho: 0.9, eps: 1e-7 };
  const { x, gx, s_x } = descend('quadratic', [9], 'rmsprop', hypers).columns;
  assertRounded(x, '9 8.6838 8.4583 8.2715');
  assertRounded(gx, '18 17.3675 16.9166');
  assertExact(s_x, '0 32.4');
  assertRounded(s_x, '59.323 82.008', 2);
});

test('DECK 2.7: with η 0.4 it is at the minimum sooner, and then hops to and fro by 0.4', () => {
  const [slow, fast] = [0.1, 0.4].map((lr) =>
    descend('quadratic', [9], 'rmsprop', { lr, rho: 0.9, eps: 1e-7 }, 300),
  );
  // s = 32.4 in both: the first step is four times as long, 4 · 0.1 · 18/√32.4 = 1.2649
  assertRounded(fast.columns.x, '7.7351', 1);
  const arrival = (/** @type {typeof slow} */ run) => run.columns.x.findIndex((x) => x < 0.2);
  assert.ok(arrival(fast) > 0 && arrival(fast) < arrival(slow));
  assert.equal(fast.diagnosis.kind, 'oscillating');
  assertRounded([Math.abs(fast.columns.dx[300])], '0.400');
});

test('DECK 2.8: RMSProp from −3.5 with η 0.1 stays in the local basin, hopping within ±0.06 of −1.993', () => {
  const { columns, diagnosis } = descend('wavy', [-3.5], 'rmsprop', { lr: 0.1 }, 500);
  assert.ok(columns.x.every((x) => x < HILL));
  for (const x of columns.x.subarray(400)) assert.ok(Math.abs(x - LOCAL_MINIMUM) <= 0.06, `${x}`);
  assert.equal(diagnosis.kind, 'oscillating');
  assert.ok(diagnosis.amplitude > 0.04);
});
