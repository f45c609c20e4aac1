// DECK.md, section 3, momentum and Adam, and the exercise of the course: every number and every claim.
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

test('DECK 3.1: momentum on x² from 90 with m 0.9, η 0.1', () => {
  const { x, v_x } = descend('quadratic', [90], 'momentum', { lr: 0.1, m: 0.9 }).columns;
  assertExact(v_x, '0 -18 -30.6 -35.82 -33.354');
  assertExact(x, '90 72 41.4 5.58 -27.774');
  assertRounded(v_x, '-24.464', 5);
  assertRounded(x, '-52.238', 5);
});

test('DECK 3.2: with η 0.01 the ball starts ten times as slowly', () => {
  const { x, v_x } = descend('quadratic', [90], 'momentum', { lr: 0.01, m: 0.9 }).columns;
  // v_1 = -0.01 · 180; v_2 = 0.9 · (-1.8) - 0.01 · 176.4
  assertExact(v_x, '0 -1.8 -3.384');
  assertExact(x, '90 88.2 84.816');
});

test('DECK 3.3: a ball with momentum rolls through the local minimum and stops in the global one', () => {
  const { columns, diagnosis } = descend('wavy', [-3.2], 'momentum', { lr: 0.1, m: 0.9 }, 500);
  const [local, hill] = core.points('wavy');
  const past = [local, hill].map(({ x }) => columns.x.findIndex((at) => at > x));
  assert.ok(past[0] > 0 && past[1] > past[0]);
  assertRounded(columns.x, '0.672', 500);
  assert.equal(diagnosis.kind, 'converged');
});

for (const key of ['sgd', 'rmsprop']) {
  test(`DECK 3.3: ${key} from there stays in the local basin`, () => {
    const [local, hill] = core.points('wavy');
    const { x } = descend('wavy', [-3.2], key, { lr: 0.1 }, 500).columns;
    assert.ok(x.every((at) => at < hill.x));
    assert.ok(Math.abs(x[500] - local.x) < 0.06);
  });
}

// v = -η b = -α/(1-ρ)… : the rate of an averaging form is 1/(1 - m) times that of a summing one.
const matched = {
  momentum: { lr: 0.05, m: 0.75 },
  momentum_averaged: { lr: 0.2, rho: 0.75 },
  momentum_ewa: { lr: 0.2, beta1: 0.75 },
  momentum_torch: { lr: 0.05, mu: 0.75 },
};

test('DECK 3.4: the forms of momentum give one path when their constants are matched', () => {
  for (const [objective, start] of /** @type {[string, number[]][]} */ ([
    ['quadratic', [90]],
    ['elongated', [-5, -2]],
  ])) {
    const first = descend(objective, start, 'momentum', matched.momentum).columns;
    for (const [key, hypers] of Object.entries(matched)) {
      const { x } = descend(objective, start, key, hypers).columns;
      const largest = Math.abs(start[0]);
      x.forEach((at, t) => {
        assert.ok(Math.abs(at - first.x[t]) <= 1e-14 * largest, `${key}, step ${t}`);
      });
    }
  }
});

test('DECK 3.4: and do not when the rate is the same', () => {
  const same = { lr: 0.05, rho: 0.75 };
  const averaged = descend('quadratic', [90], 'momentum_averaged', same).columns.x;
  const first = descend('quadratic', [90], 'momentum', matched.momentum).columns.x;
  assert.ok(averaged[1] - first[1] > 1);
});

test('DECK 3.5: in a long narrow valley momentum is ahead of gradient descent at the same rate', () => {
  const plain = descend('elongated', [-5, -2], 'sgd', { lr: 0.4 });
  const rolling = descend('elongated', [-5, -2], 'momentum', { lr: 0.4, m: 0.5 });
  assert.ok(rolling.columns.f[30] < plain.columns.f[30] / 1000);
  // Without it x creeps on one side while y jumps across the valley at each step.
  assert.ok(plain.columns.x.every((x) => x < 0));
  assert.ok(plain.columns.y.every((y, t) => t === 0 || y * plain.columns.y[t - 1] < 0));
});

// g = 140 at 70 on x², so m_1 = 14 and v_1 = 0.001 · 19600 = 19.6 in all three; with ε negligible the first
// step is η m/√v: 14/√19.6 = √10 without correction, 140/√19.6 = 10 √10 with only the first moment
// corrected, and 140/√19600 = 1 with both.
for (const [key, factor] of /** @type {[string, number][]} */ ([
  ['adam_simple', Math.sqrt(10)],
  ['adam_first', 10 * Math.sqrt(10)],
  ['adam', 1],
])) {
  test(`DECK 3, ${key}: the first step on x² from 70 is ${factor.toFixed(4)} η`, () => {
    const { columns } = descend('quadratic', [70], key, { lr: 0.1, eps: 1e-16 });
    assertExact(columns.m_x, '0 14');
    assertExact(columns.v_x, '0 19.6');
    assertClose([columns.x[1]], [70 - 0.1 * factor]);
  });
}

test('DECK 3: an EWA with V_0 = 0 starts too low, and the corrected one does not', () => {
  const constant = Array(50).fill(5);
  const [plain, corrected] = ['ewa', 'ewa_corrected'].map((key) =>
    core.smooth({ key, params: { rho: 0.9 } }, constant),
  );
  assertExact(plain, '0.5 0.95 1.355'); // 5 (1 - 0.9^t)
  assert.ok(plain.every((value, t) => value < 5 && (t === 0 || value > plain[t - 1])));
  assertClose(corrected, constant);
});

test('DECK 3: ε inside the root and outside it are different rules', () => {
  // g = 2, s = 0.1 · 4 = 0.4, ε = 0.09: 1 - 0.1 · 2/√0.49 inside, 1 - 0.1 · 2/(√0.4 + 0.09) outside
  const inside = descend('quadratic', [1], 'rmsprop', { lr: 0.1, rho: 0.9, eps: 0.09 });
  const outside = descend('quadratic', [1], 'rmsprop_torch', { lr: 0.1, alpha: 0.9, eps: 0.09 });
  assertClose([inside.columns.x[1]], [1 - 2 / 7]);
  assertClose([outside.columns.x[1]], [1 - 0.2 / (Math.sqrt(0.4) + 0.09)]);
});

// The exercise: 0.1 w1² + 2 w2² from (-5, -2), so ∇f = (0.2 w1, 4 w2) = (-1, -8) at the start.
/** @param {string} key @param {Record<string, number>} hypers */
const exercise = (key, hypers) => descend('elongated', [-5, -2], key, hypers).columns;

test('DECK 3, exercise: two steps of gradient descent by hand', () => {
  const { x, y, gx, gy } = exercise('sgd', { lr: 0.4 });
  // -5 + 0.4 · 1, -2 + 0.4 · 8; then ∇f = (-0.92, 4.8)
  assertExact(gx, '-1 -0.92');
  assertExact(gy, '-8 4.8');
  assertExact(x, '-5 -4.6 -4.232');
  assertExact(y, '-2 1.2 -0.72');
});

test('DECK 3, exercise: two steps of momentum by hand', () => {
  const { x, y, m_x, m_y } = exercise('momentum_ewa', { lr: 0.6, beta1: 0.5 });
  // m_1 = 0.5 (-1, -8); w = (-5 + 0.6 · 0.5, -2 + 0.6 · 4); ∇f = (-0.94, 1.6); m_2 = 0.5 m_1 + 0.5 ∇f
  assertExact(m_x, '0 -0.5 -0.72');
  assertExact(m_y, '0 -4 -1.2');
  assertExact(x, '-5 -4.7 -4.268');
  assertExact(y, '-2 0.4 1.12');
});

test('DECK 3, exercise: two steps of RMSProp by hand', () => {
  const { x, y, s_x, s_y } = exercise('rmsprop', { lr: 0.3, rho: 0.9, eps: 1e-6 });
  // s_1 = 0.1 (1, 64). w = (-5 + 0.3/√0.100001, -2 + 2.4/√6.400001), and once more with ∇f = (0.2 w1, 4 w2)
  // and s_2 = 0.9 s_1 + 0.1 ∇f²; the roots taken to 40 digits in decimal arithmetic.
  assertExact(s_x, '0 0.1');
  assertExact(s_y, '0 6.4');
  assertClose(s_x.subarray(2, 3), [0.15565282181357604]);
  assertClose(s_y.subarray(2, 3), [7.52842714181834]);
  assertClose(x.subarray(0, 3), [-5, -4.051321445330401, -3.4351975407103135]);
  assertClose(y.subarray(0, 3), [-2, -1.0513167760653601, -0.5915234259160701]);
});

test('DECK 3, exercise: two steps of Adam by hand', () => {
  const hypers = { lr: 0.2, beta1: 0.9, beta2: 0.999, eps: 1e-6 };
  const { x, y, m_x, m_y, v_x, v_y } = exercise('adam', hypers);
  // m_1 = 0.1 (-1, -8), v_1 = 0.001 (1, 64), corrected (-1, -8) and (1, 64): w = (-5 + 0.2/1.000001,
  // -2 + 1.6/8.000001), and once more; the roots taken to 40 digits in decimal arithmetic.
  assertExact(m_x, '0 -0.1');
  assertExact(m_y, '0 -0.8');
  assertExact(v_x, '0 0.001');
  assertExact(v_y, '0 0.064');
  assertClose([m_x[2], m_y[2]], [-0.186000003999996, -1.4400000099999988]);
  assertClose([v_x[2], v_y[2]], [0.0019206000767999249, 0.11577600143999983]);
  assertClose(x.subarray(0, 3), [-5, -4.8000001999998, -4.600254779434053]);
  assertClose(y.subarray(0, 3), [-2, -1.8000000249999968, -1.6008245063697502]);
});
