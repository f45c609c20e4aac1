// The layout of a run describes its columns correctly, and each column has its own heading.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnOf } from '../../web/core/layout.js';
import { headingOf } from '../../web/elements/column-heading.js';
import { core } from './core.js';

const LINE = { data: { x: [1, 2, 3, 4], y: [2, 4, 6, 9] }, start: [0, 0], batch: 2, steps: 3 };

/** A run of an own rule. @param {string} rule @param {1|2} dim @param {object} [hypers] */
const runOf = (rule, dim, hypers = {}) =>
  core.run({
    objective: dim === 1 ? 'quadratic' : 'bowl',
    start: [3, 2].slice(0, dim),
    optimizer: { rule, hypers: { lr: 0.1, ...hypers } },
    steps: 2,
  });

/** The text of a template, what is below the line after "_". @param {any} template @returns {string} */
function textOf(template) {
  if (typeof template !== 'object') return String(template);
  const { strings, values } = template;
  const parts = strings.flatMap((/** @type {string} */ text, /** @type {number} */ i) => [
    text,
    i < values.length ? textOf(values[i]) : '',
  ]);
  return parts
    .join('')
    .replace(/<sub>(.*?)<\/sub>/g, '_$1')
    .replace(/<\/?i>/g, '');
}

/** @param {any} run @param {object} [look] */
const headings = (run, look) =>
  run.layout.map((/** @type {import('../../web/core/layout.js').Column} */ column) =>
    textOf(headingOf(column, { dim: run.dim, isNoisy: false, isSampled: false, ...look })),
  );

test('a layout says of every column what it holds, in the columns’ order', () => {
  const { layout, names, columns } = core.run({
    objective: 'bowl',
    start: [1, 2],
    optimizer: 'adam',
    steps: 1,
  });
  assert.deepEqual(
    layout.map(({ name, kind, slot, axis }) => [name, kind, slot, axis]),
    [
      ['x', 'coordinate', null, 'x'],
      ['y', 'coordinate', null, 'y'],
      ['f', 'f', null, null],
      ['gx', 'gradient', null, 'x'],
      ['gy', 'gradient', null, 'y'],
      ['gnorm', 'norm', null, null],
      ['lr', 'rate', null, null],
      ['m_x', 'slot', 'm', 'x'],
      ['m_y', 'slot', 'm', 'y'],
      ['v_x', 'slot', 'v', 'x'],
      ['v_y', 'slot', 'v', 'y'],
      ['dx', 'update', null, 'x'],
      ['dy', 'update', null, 'y'],
    ],
  );
  assert.deepEqual(Object.keys(columns), names);
  assert.deepEqual(
    layout.map(({ name }) => name),
    names,
  );
});

test('the layout of a sampled run has its own axes and the loss of the batch', () => {
  const { layout } = core.sample({ ...LINE, optimizer: 'momentum' });
  assert.deepEqual(
    layout.map(({ name, kind, axis }) => [name, kind, axis]),
    [
      ['w', 'coordinate', 'w'],
      ['b', 'coordinate', 'b'],
      ['loss', 'f', null],
      ['gw', 'gradient', 'w'],
      ['gb', 'gradient', 'b'],
      ['gnorm', 'norm', null],
      ['lr', 'rate', null],
      ['v_w', 'slot', 'w'],
      ['v_b', 'slot', 'b'],
      ['dw', 'update', 'w'],
      ['db', 'update', 'b'],
      ['batch_loss', 'batch_loss', null],
    ],
  );
});

test('a column is found by what it holds', () => {
  const run = runOf('x = x - lr*g; n = n + 1', 1);
  assert.deepEqual([...(columnOf(run, 'slot', 'x', 'n') ?? [])], [0, 1, 2]);
  assert.equal(columnOf(run, 'coordinate', 'x'), run.columns.x);
  assert.equal(columnOf(run, 'coordinate', 'y'), undefined);
});

test('headings of own slots are told apart', () => {
  const rule =
    'v = g; v_max = max(v_max, v*1); w = v_max + v; m_hat = m_hat + g; rate = rate + w; x = x - lr*m_hat';
  assert.deepEqual(headings(runOf(`${rule}; v = v + 0`, 1)), [
    ...['x', 'f', 'f′(x)', '|∇f|', 'η'],
    ...['v_max', 'm_hat', 'rate'],
    'Δx',
  ]);
  const plane = headings(runOf('v = v + g; v_max = max(v_max, v); x = x - lr*v_max', 2));
  assert.deepEqual(plane.slice(7), ['v_x', 'v_y', 'v_max,x', 'v_max,y', 'Δx', 'Δy']);
});

test('headings of own slots are written as in the worked step', () => {
  const rule = 'beta1 = beta1 + g; mhat = mhat + g; x = x - lr*(beta1 + mhat)';
  assert.deepEqual(headings(runOf(rule, 1)).slice(5, 7), ['β_1', 'm\u0302']);
});

test('no two columns of a run have the same heading', () => {
  for (const { key } of core.catalog.optimizers)
    for (const start of [[3], [1, 2]]) {
      const objective = start.length === 1 ? 'quadratic' : 'bowl';
      const run = core.run({ objective, start, optimizer: key, steps: 1 });
      const said = headings(run);
      assert.equal(new Set(said).size, said.length, `${key}: ${said.join(' ')}`);
      assert.equal(new Set(run.names).size, run.names.length, key);
    }
});

test('a gradient that is no derivative of f is not headed as one', () => {
  const run = core.run({ objective: 'bowl', start: [1, 2], optimizer: 'sgd', steps: 1 });
  assert.deepEqual(headings(run).slice(3, 6), ['∂f/∂x', '∂f/∂y', '|∇f|']);
  assert.deepEqual(headings(run, { isNoisy: true }).slice(3, 6), ['g_x', 'g_y', '|g|']);
  const line = core.sample({ ...LINE, optimizer: 'sgd' });
  assert.deepEqual(headings(line, { isSampled: true }), [
    ...['w', 'b', 'L', '∂L_B/∂w', '∂L_B/∂b', '|∇L_B|', 'η', 'Δw', 'Δb', 'L_B'],
  ]);
});
