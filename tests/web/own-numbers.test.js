// Tables as people write them, laid beside a run: what each column is, and which step each row.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognise } from '../../web/state/own-columns.js';
import { align } from '../../web/state/own-numbers.js';
import { readTable } from '../../web/state/table/read-table.js';
import { core } from './core.js';

const inOne = core.run({
  objective: 'quadratic',
  start: 70,
  optimizer: { key: 'sgd', hypers: { lr: 0.1 } },
  steps: 30,
});
const adam = core.run({
  objective: { key: 'elongated', params: { a: 0.1, b: 2 } },
  start: [-5, -2],
  optimizer: { key: 'adam', hypers: { lr: 0.2 } },
  steps: 30,
});

/** @param {string} text @param {import('../../web/core/index.js').Run} run @param {number} [first] */
function read(text, run, first) {
  const table = readTable(text, { wanted: 3 });
  const picks = recognise(table.columns, run);
  return { picks, ...align(table, picks, run, first) };
}

const headings = /** @type {const} */ ([
  [inOne, "t,x,f(x),f'(x)", ['t', 'x', 'f', 'gx']],
  [inOne, 'step;x_t;g;loss', ['t', 'x', 'gx', 'f']],
  [inOne, 'Epoch;w;grad;L', ['t', 'x', 'gx', 'f']],
  [inOne, 'bước;x;đạo hàm;y', ['t', 'x', 'gx', 'f']],
  [inOne, 'f;dx;x;eta', ['f', 'dx', 'x', 'lr']],
  [adam, 'w1,w2,m1,m2,v1,v2', ['x', 'y', 'm_x', 'm_y', 'v_x', 'v_y']],
  [adam, 'w_1,w_2,v_{w1},v_{w2},m_{w1},m_{w2}', ['x', 'y', 'v_x', 'v_y', 'm_x', 'm_y']],
  [adam, 'theta1,theta2,g1,g2,m_x,m_y', ['x', 'y', 'gx', 'gy', 'm_x', 'm_y']],
  [adam, 'y,x,f,df/dx,df/dy,|g|', ['y', 'x', 'f', 'gx', 'gy', 'gnorm']],
  [adam, 'x₁,x₂,∂f/∂x₁,∂f/∂x₂,foo,bar', ['x', 'y', 'gx', 'gy', '', '']],
]);
for (const [run, heading, wanted] of headings) {
  test(`the headings ${heading} are ${wanted.map((name) => name || 'none').join(', ')}`, () => {
    const separator = heading.includes(';') ? ';' : ',';
    const row = (/** @type {number} */ t) =>
      heading
        .split(separator)
        .map((_, i) => t + i + 0.25)
        .join(separator);
    const table = readTable([heading, row(1), row(2), row(3)].join('\n'), { wanted: 3 });
    assert.deepEqual(recognise(table.columns, run), wanted);
  });
}

test('without headings the numbers tell, in any order, the counter included', () => {
  // gradient, x, t: 0.8 of the row before
  const { picks, steps } = read('140 70 0\n112 56 1\n89.6 44.8 2\n71.68 35.84 3', inOne);
  assert.deepEqual(picks, ['gx', 'x', 't']);
  assert.deepEqual(steps, [0, 1, 2, 3]);
});

test('where neither tells, the first columns are the coordinates', () => {
  assert.deepEqual(read('1.5 8.25\n2.5 9.5\n9.25 3.5', adam).picks, ['x', 'y']);
});

test('the start row may be there or not', () => {
  assert.deepEqual(read('70\n56\n44.8', inOne).steps, [0, 1, 2]);
  assert.deepEqual(read('56\n44.8\n35.84', inOne).steps, [1, 2, 3]);
  assert.deepEqual(read('63\n56.7\n51.03', inOne).steps, [1, 2, 3]);
});

test('a counter that begins with 1 at the start is read so', () => {
  assert.deepEqual(read('step,x\n1,70\n2,56\n3,44.8', inOne).steps, [0, 1, 2]);
  assert.deepEqual(read('step,x\n1,56\n2,44.8\n5,22.9376', inOne).steps, [1, 2, 5]);
});

test('the reader can say which step the first row is', () => {
  assert.deepEqual(read('70\n56\n44.8', inOne, 2).steps, [2, 3, 4]);
});

test('each number keeps the places it was written with, decimal commas and gaps included', () => {
  const { numbers } = read('x;g\n70,0;140\n56,00;\n44,8;89,60', inOne);
  assert.deepEqual(numbers.columns, { x: [70, 56, 44.8], gx: [140, Number.NaN, 89.6] });
  assert.deepEqual(numbers.digits, { x: [1, 2, 1], gx: [0, 0, 2] });
});

test('hostile tables are cut, and what is left is checked', () => {
  const wide = Array.from({ length: 100 }, (_, i) => Array(1000).fill(i).join(',')).join('\n');
  const { picks } = read(wide, inOne);
  assert.ok(picks.length <= 1000);
  const long = Array.from({ length: 100_000 }, (_, i) => 70 * 0.8 ** i).join('\n');
  const { numbers, steps } = read(long, inOne);
  assert.equal(Math.max(...steps), 299);
  const { first } = core.check(
    { objective: 'quadratic', start: 70, optimizer: 'sgd', steps: 30 },
    numbers,
  );
  assert.equal(first, null);
});

test('HTML, formulas and words are no numbers', () => {
  const { numbers } = read('x\n<img src=x onerror=alert(1)>\n=SUM(A1:A9)\n44.8\nseventy', inOne);
  assert.deepEqual(
    numbers.columns.x.filter((value) => !Number.isNaN(value)),
    [44.8],
  );
});
