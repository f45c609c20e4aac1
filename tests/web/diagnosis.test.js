// The core's diagnoses agree with what the lecture says of its experiments.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core } from './core.js';

const parabola = (/** @type {number} */ a) => ({ key: 'quadratic', params: { a } });
const gd = (/** @type {number} */ lr) => ({ key: 'sgd', hypers: { lr } });

/**
 * What is said, [f, start, optimizer, steps], the kind, what else holds.
 * @type {[string, [any, number, any, number], string, (diagnosis: any) => boolean][]}
 */
const table = [
  [
    '1.1 converges by the factor |1 − 2η|',
    [parabola(1), 70, gd(0.1), 30],
    'converging',
    (d) => near(d.factor, 0.8),
  ],
  [
    '1.2 converges smoothly',
    [parabola(1), 99, gd(0.1), 30],
    'converging',
    (d) => Number.isNaN(d.period),
  ],
  ['1.3 crawls', [parabola(1), 99, gd(0.001), 50], 'crawling', (d) => near(d.factor, 0.998)],
  [
    '1.4 overshoots each step and converges',
    [parabola(1), 99, gd(0.8), 15],
    'converging',
    (d) => d.period === 2,
  ],
  [
    '1.4 has converged in the end',
    [parabola(1), 99, gd(0.8), 60],
    'converged',
    (d) => d.period === 2,
  ],
  [
    '1.5 diverges by the factor 1.2',
    [parabola(1), 99, gd(1.1), 30],
    'diverging',
    (d) => near(d.factor, 1.2),
  ],
  [
    '1.7 zigzags and converges',
    [parabola(9), 70, gd(0.1), 30],
    'converging',
    (d) => d.period === 2,
  ],
  [
    '1.8 diverges by the factor 3',
    [parabola(20), 2, gd(0.1), 30],
    'diverging',
    (d) => near(d.factor, 3),
  ],
  [
    '1.8 leaves the finite numbers in the end',
    [parabola(20), 2, gd(0.1), 1000],
    'left',
    (d) => d.at > 300,
  ],
  [
    '1.11 hops and does not settle, after 30 steps',
    ['wavy', -1.5, gd(0.2), 30],
    'oscillating',
    (d) => d.amplitude < 0.3,
  ],
  [
    '1.11 hops and does not settle, after 1,000',
    ['wavy', -1.5, gd(0.2), 1000],
    'oscillating',
    (d) => d.amplitude < 0.3,
  ],
  [
    'η = 2/L jumps between two points for ever',
    [parabola(1), 99, gd(1), 30],
    'oscillating',
    (d) => near(d.factor, 1),
  ],
  ['Adagrad crawls', [parabola(1), 99, 'adagrad', 1000], 'crawling', () => true],
  [
    'momentum swings and converges',
    [parabola(1), 90, { key: 'momentum', hypers: { lr: 0.1, m: 0.9 } }, 60],
    'converging',
    (d) => d.period > 10,
  ],
  ['a staircase keeps a run where it is', ['staircase', 2.5, gd(0.1), 30], 'stalled', () => true],
  ['a start at the minimum has converged', [parabola(1), 0, gd(0.1), 30], 'converged', () => true],
  [
    'one step has no pace yet',
    [parabola(1), 70, gd(0.1), 1],
    'moving',
    (d) => Number.isNaN(d.factor),
  ],
  ['two steps are not either', [parabola(1), 70, gd(0.1), 2], 'converging', () => true],
];

/** @param {number} value @param {number} expected */
const near = (value, expected) => Math.abs(value - expected) < 1e-6;

for (const [sentence, [objective, x, optimizer, steps], kind, more] of table) {
  test(sentence, () => {
    const { diagnosis } = core.run({ objective, start: [x], optimizer, steps });
    assert.equal(diagnosis.kind, kind, JSON.stringify(diagnosis));
    assert.ok(more(diagnosis), JSON.stringify(diagnosis));
  });
}

/**
 * What the roots of r² = (1 + m − ηL) r − m say of momentum on a quadratic of curvature L.
 * @param {number} lr
 * @param {number} m
 * @param {number} L
 */
function roots(lr, m, L) {
  const a = 1 + m - lr * L;
  const square = a * a - 4 * m;
  if (square < 0)
    return { factor: Math.sqrt(m), period: (2 * Math.PI) / Math.acos(a / 2 / Math.sqrt(m)) };
  const factor = (Math.abs(a) + Math.sqrt(square)) / 2;
  return { factor, period: a < 0 ? 2 : Number.NaN };
}

for (const [lr, m, steps] of [
  [0.1, 0.9, 60],
  [0.1, 0.9, 12], // not one whole period
  [0.95, 0.9, 30],
  [0.01, 0.99, 40],
  [1.3, 0.5, 20],
  [1.48, 0.5, 20],
  [0.02, 0.5, 30],
  [0.3, 0.2, 12],
])
  test(`momentum on x²: factor and period are those of the characteristic roots, η ${lr}, m ${m}`, () => {
    const optimizer = { key: 'momentum', hypers: { lr, m } };
    const { diagnosis } = core.run({ objective: parabola(1), start: [90], optimizer, steps });
    const law = roots(lr, m, 2);
    const said = JSON.stringify({ ...diagnosis, law });
    assert.ok(near(diagnosis.factor, law.factor), said);
    assert.ok(
      Number.isNaN(law.period)
        ? Number.isNaN(diagnosis.period)
        : near(diagnosis.period, law.period),
      said,
    );
    assert.equal(diagnosis.kind, 'converging', said);
  });

test('momentum beyond its stable rate diverges, however slowly', () => {
  const optimizer = { key: 'momentum', hypers: { lr: 1.9002, m: 0.9 } };
  const { diagnosis } = core.run({ objective: parabola(1), start: [1], optimizer, steps: 100 });
  assert.equal(diagnosis.kind, 'diverging', JSON.stringify(diagnosis));
});

test('a bend of a path is no law of its steps: Adam down a valley does not diverge', () => {
  const { diagnosis } = core.run({
    objective: 'rosenbrock',
    start: [-1.2, 1],
    optimizer: 'adam',
    steps: 200,
  });
  assert.notEqual(diagnosis.kind, 'diverging', JSON.stringify(diagnosis));
});

/** What the Hessian's eigenvalues and the closed forms say: [sentence, spec, kind, factor]. */
const laws = /** @type {[string, any, string, number][]} */ ([
  [
    'a small y that grows tells more than a wide x that shrinks: momentum',
    ['elongated', [-5, 0.01], { key: 'momentum', hypers: { lr: 0.96, m: 0.9 } }, 20],
    'diverging',
    roots(0.96, 0.9, 4).factor,
  ],
  [
    'a small y that grows tells more than a wide x that shrinks: gradient descent',
    ['elongated', [-5, 0.001], gd(0.55), 30],
    'diverging',
    1.2,
  ],
  [
    'as long as a growth is smaller than what shrinks beside it, the run is on its way',
    ['elongated', [-5, 0.001], gd(0.55), 20],
    'moving',
    1.2,
  ],
  ['just beyond 2/L it diverges', ['quadratic', [90], gd(1.001), 30], 'diverging', 1.002],
  ['just below 2/L it converges', ['quadratic', [90], gd(0.999), 30], 'converging', 0.998],
  [
    'a tilted valley is read along its eigenvectors: momentum swings and settles',
    [
      { formula: 'x^2 + x*y + 3*y^2' },
      [3.66, 0.001],
      { key: 'momentum', hypers: { lr: 0.11, m: 0.9 } },
      28,
    ],
    'converging',
    Math.sqrt(0.9),
  ],
  [
    'a tilted valley beyond its bound: gradient descent',
    [{ formula: 'x^2 + x*y + 3*y^2' }, [-5, -2], gd(0.4), 20],
    'diverging',
    0.4 * (4 + Math.sqrt(5)) - 1,
  ],
  [
    'momentum that has not swung yet is on its way',
    ['quadratic', [55.9], { key: 'momentum', hypers: { lr: 0.0127, m: 0.9 } }, 12],
    'moving',
    Math.sqrt(0.9),
  ],
]);

for (const [sentence, [objective, start, optimizer, steps], kind, factor] of laws)
  test(sentence, () => {
    const { diagnosis } = core.run({ objective, start, optimizer, steps });
    const said = JSON.stringify({ ...diagnosis, expected: factor });
    assert.equal(diagnosis.kind, kind, said);
    assert.ok(near(diagnosis.factor, factor), said);
  });

test('a wall of constant slope gives no law: momentum towards |x| is on its way', () => {
  const momentum = { key: 'momentum', hypers: { lr: 0.01, m: 0.9 } };
  for (const steps of [8, 10, 12, 15, 20])
    assert.equal(kindOf('abs', [4.25], momentum, steps), 'moving', `${steps} steps`);
});

test('a quadratic of one’s own has the theory of one; what has a kink, a jump or no bend has none', () => {
  const curvatures = (/** @type {string} */ formula, /** @type {number[]} */ start) => {
    const { diagnosis } = core.run({ objective: { formula }, start, optimizer: 'sgd', steps: 1 });
    return [diagnosis.flattest, diagnosis.curvature];
  };
  assert.deepEqual(curvatures('9x^2 - 3x', [1]), [18, 18]);
  assert.deepEqual(curvatures('x*y', [1, 1]), [-1, 1]);
  assert.deepEqual(curvatures('x^2 + 1e-13*y^2', [1, 1]), [2e-13, 2]);
  assert.deepEqual(core.points({ formula: 'x^2 + 1e-13*y^2' }).length, 1);
  for (const flat of ['x^2 + 0.1*y^2 + 0.2*y^2 - 0.3*y^2', 'x^2 + 0.3*(y - 1)^2 - 0.1*y^2*3']) {
    assert.deepEqual(curvatures(flat, [1, 1]), [0, 2], flat);
    assert.deepEqual(core.points({ formula: flat }), [], flat);
  }
  const [none, along] = curvatures('(0.1*x + 0.3*y)^2', [1, 1]);
  assert.ok(none === 0 && near(along, 0.2), `${none}, ${along}`);
  const [low, high] = curvatures('x^2 + x*y + 3*y^2', [1, 1]);
  assert.ok(near(low, 4 - Math.sqrt(5)) && near(high, 4 + Math.sqrt(5)));
  for (const formula of ['abs(x)', 'x^2 + abs(x)', 'where(x > 0, x^2, x^2 + 1)', 'x', 'x^3', '2^x'])
    assert.deepEqual(curvatures(formula, [1]), [NaN, NaN], formula);
});

test('a quadratic of one’s own has its stationary point, a flat valley none', () => {
  const pointsOf = (/** @type {string} */ formula) => core.points({ formula });
  const close = (
    /** @type {string} */ formula,
    /** @type {number} */ x,
    /** @type {number} */ y,
  ) => {
    const [point, ...more] = pointsOf(formula);
    assert.deepEqual(more, []);
    assert.ok(near(point.x, x) && near(point.y, y), `${formula}: ${point.x}, ${point.y}`);
    return point.kind;
  };
  assert.equal(close('9x^2 - 36x + 1', 2, 0), 'global_minimum');
  assert.equal(close('4x - x^2', 2, 0), 'maximum');
  assert.equal(close('(x - 1)*(y + 2)', 1, -2), 'saddle');
  assert.equal(close('x^2 + x*y + 3*y^2 - 4x - 13y', 1, 2), 'global_minimum');
  assert.equal(close('1e13*(x - 3)^2', 3, 0), 'global_minimum');
  for (const formula of ['(x - y)^2', '(x + 2y)^2 + x + 2y', 'x^3', 'abs(x)'])
    assert.deepEqual(pointsOf(formula), [], formula);
});

test('momentum that gathers, or crosses a dip, does not diverge: the slope is less than at the start', () => {
  const momentum = (/** @type {number} */ lr) => ({ key: 'momentum_torch', hypers: { lr } });
  assert.equal(kindOf('plateau2d', [1.901, 1.693], momentum(0.362), 6), 'moving');
  assert.equal(kindOf('plateau2d', [2.284, 2.09], momentum(0.3653), 17), 'moving');
  assert.equal(kindOf('cubic', [1.401], { key: 'momentum_averaged' }, 5), 'moving');
  const nesterov = { key: 'nesterov', hypers: { lr: 0.0907 } };
  assert.equal(kindOf('doublewell', [0.0762], nesterov, 12), 'moving');
  const rmsprop = { key: 'rmsprop', hypers: { lr: 0.857 } };
  assert.notEqual(kindOf('elongated', [-4.264, -2.19], rmsprop, 70), 'diverging');
});

test('the exercise 0.1 w₁² + 2 w₂²: the wide axis sets the pace', () => {
  /** @param {any} optimizer */
  const pace = (optimizer) => {
    const objective = { formula: '0.1*x^2 + 2*y^2' };
    return core.run({ objective, start: [-5, -2], optimizer, steps: 20 }).diagnosis.factor;
  };
  assert.ok(near(pace(gd(0.4)), 0.92));
  const momentum = { key: 'momentum', hypers: { lr: 0.4, m: 0.5 } };
  assert.ok(near(pace(momentum), roots(0.4, 0.5, 0.2).factor));
});

test('the theory of a quadratic: stable below 2/L, contraction |1 − ηL|', () => {
  const { diagnosis } = core.run({
    objective: parabola(9),
    start: [70],
    optimizer: gd(0.1),
    steps: 9,
  });
  assert.equal(diagnosis.curvature, 18);
  assert.ok(near(diagnosis.lrStable, 2 / 18));
  assert.ok(near(diagnosis.contraction, 0.8));
});

/** @param {any} objective @param {number[]} start @param {any} optimizer @param {number} steps */
const kindOf = (objective, start, optimizer, steps) =>
  core.run({ objective, start, optimizer, steps }).diagnosis.kind;

test('on a saddle no shrinking steps are called convergence', () => {
  for (const [lr, steps] of [
    [0.1, 30],
    [0.01, 100],
  ])
    assert.notEqual(kindOf('saddle', [1.5, 0.001], gd(lr), steps), 'converging');
  assert.notEqual(kindOf('monkey', [1.5, 0.01], gd(0.01), 30), 'converging');
});

test('a minimum without curvature is one: |x|, a hinge, x⁴, a flat valley', () => {
  const still = /** @type {[string, number[], number, number][]} */ ([
    ['abs(x)', [1], 0.5, 30],
    ['max(0, 1 - x)', [0], 0.5, 30],
    ['(x - y)^2', [1, 0], 0.25, 30],
  ]);
  for (const [formula, start, lr, steps] of still)
    assert.equal(kindOf({ formula }, start, gd(lr), steps), 'converged', formula);
});

test('where f falls on for ever, or bends through a flat point, nothing has converged', () => {
  assert.equal(kindOf({ formula: 'exp(-x)' }, [-3], gd(1), 30), 'stalled');
  assert.equal(kindOf({ formula: 'x^3' }, [0], gd(0.1), 10), 'stalled');
});
