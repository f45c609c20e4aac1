// Numbers that people hand in, against the run: the lecture's, the published exercise's, and wrong ones whose
// mistake is known. What is right was worked out by hand, or in 50-digit decimals (tests/golden).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { core } from './core.js';
import { rounding } from './homework/homework.js';
import { workOut } from './homework/recursions.js';

/** @typedef {import('../../web/core/types.js').RunSpec} RunSpec */

/** @param {string} key @param {Record<string, number>} hypers @returns {RunSpec} on x² from 70 */
const onSquare = (key, hypers, start = 70) =>
  /** @type {RunSpec} */ ({ objective: 'quadratic', start, optimizer: { key, hypers }, steps: 30 });
const descent = onSquare('sgd', { lr: 0.1 });

/** @param {RunSpec} spec @param {import('../../web/core/types.js').Numbers} numbers */
function verdicts(spec, numbers) {
  const { rows, mistake } = core.check(spec, numbers);
  return [rows.map(({ verdict }) => verdict).join(' '), mistake?.key ?? ''];
}

test('the first page of the lecture is right', () => {
  const numbers = { columns: { x: [70, 56, 44.8, 35.84], gx: [140, 112, 89.6, 71.68] } };
  assert.deepEqual(verdicts(descent, numbers), ['agrees agrees agrees agrees', '']);
});

test('a row that was not given is not judged, and the start need not be given', () => {
  const x = [Number.NaN, 56, Number.NaN, 35.84];
  const { rows, first } = core.check(descent, { columns: { x } });
  assert.deepEqual(
    rows.map(({ row }) => row),
    [1, 3],
  );
  assert.equal(first, null);
});

test('numbers that were cut off instead of rounded are rounded: 6.012 for 6.0129', () => {
  // 70·0.8^t from t = 11 on, as the lecture prints it.
  const x = [...Array(11).fill(Number.NaN), 6.012, 4.81, 3.848, 3.078, 2.462];
  const { rows, first } = core.check(descent, { columns: { x }, digits: 3 });
  assert.equal(first, null);
  assert.equal(rows.length, 5);
});

test('a whole table that was cut off is right', () => {
  const cut = (/** @type {number} */ value) => Math.trunc(100 * value + 1e-9) / 100;
  const x = Array.from({ length: 20 }, (_, t) => cut(70 * 0.8 ** t));
  const { rows, first } = core.check(descent, {
    columns: { x, gx: x.map((_, t) => cut(140 * 0.8 ** t)) },
    digits: 2,
  });
  assert.equal(first, null);
  assert.deepEqual(new Set(rows.map(({ verdict }) => verdict)), new Set(['agrees', 'rounded']));
});

test('a whole number that nothing rounded is right only as it is: neither 57 nor 55 for 56', () => {
  for (let start = 10; start < 100; start += 10)
    for (const [lr, kept] of [
      [0.1, 0.8],
      [0.25, 0.5],
      [0.4, 0.2],
      [0.5, 0],
    ]) {
      const spec = { ...descent, start, optimizer: { key: 'sgd', hypers: { lr } } };
      const right = Math.round(kept * start); // x − η·2x, a whole number for these
      for (const off of [-3, -2, -1, 0, 1, 2, 3]) {
        const { first } = core.check(spec, { columns: { x: [start, right + off] } });
        assert.equal(first?.row, off ? 1 : undefined, `${start}, ${lr}: ${right + off}`);
      }
    }
  // 44.8 rounded, and cut off.
  for (const x of [45, 44])
    assert.equal(core.check(descent, { columns: { x: [70, 56, x] } }).first, null);
});

test('the first wrong number is found with what is right there', () => {
  const { first } = core.check(descent, { columns: { x: [70, 56, 44.8, 35.48] } });
  assert.equal(first?.row, 3);
  assert.equal(first?.column, 'x');
  assert.equal(first?.given, 35.48);
  assert.ok(Math.abs(Number(first?.right) - 35.84) < 1e-12);
});

test('what follows from a wrong number is told from what is wrong, and one slip is no mistake', () => {
  // 35.48 for 35.84, then 0.8 of it each step.
  const x = [70, 56, 44.8, 35.48, 28.384, 22.7072];
  assert.deepEqual(verdicts(descent, { columns: { x } }), [
    'agrees agrees agrees wrong follows follows',
    '',
  ]);
});

test('in a row the slot is worked out before x', () => {
  const spec = onSquare('momentum', { lr: 0.1, m: 0.9 }, 90);
  // v₁ = −0.1·180 = −18, x₁ = 72; without carrying v over v₂ = −14.4, x₂ = 57.6 (right: −30.6, 41.4)
  const { first, mistake } = core.check(spec, {
    columns: { x: [90, 72, 57.6], v_x: [0, -18, -14.4] },
  });
  assert.deepEqual([first?.row, first?.column, first?.given], [2, 'v_x', -14.4]);
  assert.equal(mistake?.key, 'memory_forgotten');
  assert.equal(mistake?.rule, 'v = -(lr*g)\nx = x + v');
});

test('each mistake of gradient descent is named', () => {
  const halved = core.check(descent, { columns: { x: [70, 63, 56.7], gx: [140, 126, 113.4] } });
  assert.deepEqual([halved.mistake?.key, halved.mistake?.also], ['rate_halved', []]);
  assert.deepEqual(
    verdicts(descent, { columns: { x: [70, 63, 56.7], gx: [70, 63, 56.7] } })[1],
    'derivative_exponent',
  );
  for (const [key, x] of /** @type {const} */ ([
    ['step_sign', [70, 84, 100.8]],
    ['rate_doubled', [70, 42, 25.2]],
    ['rate_forgotten', [70, -70, 70]],
    ['new_point', [70, 58.8, 49.392]], // x − 0.1·f′(0.8x) = 0.84x
    ['old_point', [70, 56, 42]], // 56 − 0.1·140
  ]))
    assert.equal(verdicts(descent, { columns: { x }, digits: 2 })[1], key);
});

test('two mistakes that give the same numbers are both told, and neither is sure', () => {
  const { mistake } = core.check(descent, { columns: { x: [70, 63, 56.7, 51.03] } });
  assert.deepEqual([mistake?.key, ...(mistake?.also ?? [])].sort(), [
    'derivative_exponent',
    'rate_halved',
  ]);
  assert.equal(mistake?.sure, 0.5);
});

test('numbers that no known mistake gives are wrong, and nothing is said of why', () => {
  const x = [70, 41, 99, 3.5, -17, 64];
  const [rows, mistake] = verdicts(descent, { columns: { x } });
  assert.match(rows, /^agrees wrong/);
  assert.equal(mistake, '');
});

/** The published exercise: 0.1 w1² + 2 w2² from (−5, −2). */
const exercise = JSON.parse(readFileSync('tests/golden/course_exercise.json', 'utf8')).cases;
const landscape = {
  ...{
    objective: { key: 'elongated', params: { a: 0.1, b: 2 } },
    start: () => [-5, -2],
    largest: 1,
  },
  value: (/** @type {number[]} */ [x, y]) => 0.1 * x ** 2 + 2 * y ** 2,
  gradient: (/** @type {number[]} */ [x, y]) => [0.2 * x, 4 * y],
  slips: {},
};

test('the published exercise is right in all its digits, and rounded to 2 to 6', () => {
  assert.equal(exercise.length, 4);
  for (const { columns, objective, start, optimizer } of exercise) {
    const spec = { objective, start, optimizer, steps: 30 };
    for (const digits of [2, 3, 4, 5, 6, 12]) {
      const round = rounding(digits, true);
      const rounded = { x: columns.x.map(round), y: columns.y.map(round) };
      const { rows, first } = core.check(spec, { columns: rounded, digits });
      assert.equal(first, null, `${optimizer.key} to ${digits} digits`);
      assert.equal(rows.length, 31);
    }
  }
});

test('in the published exercise, by hand to 4 digits, each mistake is named', () => {
  const wrongs = {
    sgd: ['rate_doubled', 'step_sign'],
    momentum_ewa: ['weight_forgotten', 'memory_late', 'first_value'],
    rmsprop: ['root_forgotten', 'sum_squared'],
    adam: ['correction_forgotten', 'correction_one:m', 'correction_one:v', 'memory_forgotten'],
  };
  for (const { objective, start, optimizer } of exercise) {
    const { key, hypers } = optimizer;
    const spec = { objective, start, optimizer, steps: 30 };
    for (const wrong of wrongs[/** @type {keyof typeof wrongs} */ (key)]) {
      const done = workOut({
        key,
        hypers,
        landscape,
        start,
        steps: 4,
        wrong,
        carry: rounding(4, true),
      });
      const { x, y } = done;
      const { mistake } = core.check(spec, { columns: { x, y }, digits: 4 });
      assert.equal(mistake?.key, wrong.split(':')[0], `${key} ${wrong}`);
    }
  }
});

test('an own rule on an own f is checked with the mistakes that its shapes allow', () => {
  const spec = {
    objective: { formula: 'x^2 + 10*sin(x)' },
    start: 2,
    optimizer: { rule: 'v = k*v + g\nx = x - lr*v', hypers: { lr: 0.1, k: 0.5 } },
    steps: 10,
  };
  const keys = core.mistakes(spec).map(({ key }) => key);
  assert.ok(['memory_forgotten', 'weight_added', 'degrees'].every((key) => keys.includes(key)));
  assert.ok(!keys.includes('correction_forgotten') && !keys.includes('in_turn'));
  // The slot v forgets nothing: x₂ = x₁ − 0.1·(v₁ + g₁) with k left out is no mistake of the list; without
  // carrying over: x₂ = x₁ − 0.1 g₁.
  const slope = (/** @type {number} */ x) => 2 * x + 10 * Math.cos(x);
  const x = [2];
  for (let t = 0; t < 5; t++) x.push(x[t] - 0.1 * slope(x[t]));
  assert.equal(core.check(spec, { columns: { x } }).mistake?.key, 'memory_forgotten');
});

test('what cannot be checked is refused, and the error names it', () => {
  const check = (/** @type {any} */ numbers) => () => core.check(descent, numbers);
  assert.throws(check({ columns: { y: [1] } }), /columns has no "y"; it takes x, f, gx/);
  assert.throws(check({ columns: { x: ['7'] } }), /columns\.x\[0\] is "7"/);
  assert.throws(
    check({ columns: { x: Array(1001).fill(1) } }),
    /columns\.x has 1001 values; at most 1000/,
  );
  assert.throws(
    check({ columns: { x: [1] }, digits: { gx: 2 } }),
    /digits has no "gx"; it takes x/,
  );
  assert.throws(check({ columns: { x: [1, 2] }, digits: { x: [1] } }), /digits\.x has length 1/);
  assert.throws(check({ columns: { x: [1] }, digits: 2.5 }), /digits\.x\[0\] is 2\.5/);
  assert.throws(check({ colums: {} }), /numbers has no "colums"; it takes columns, digits/);
  assert.deepEqual(core.check(descent, { columns: {} }), { rows: [], first: null, mistake: null });
});

test('numbers that are not finite are judged as they stand', () => {
  const x = [70, Number.POSITIVE_INFINITY, 44.8];
  const { first, mistake } = core.check(descent, { columns: { x } });
  assert.deepEqual([first?.row, mistake], [1, null]);
});
