// Whatever a caller passes, the answer is a result or an error that names the key, the value and what is
// allowed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCore } from '../../web/core/index.js';
import { core } from './core.js';

const any = /** @type {any} */ (core);
const run = { objective: 'quadratic', start: [70], optimizer: 'sgd', steps: 4 };
const before = { x: 1, g: 2, slots: [], hypers: {}, lr: 0.1, t: 1 };
const one = new Float64Array(1);

/** @type {[string, () => unknown, 'TypeError'|'RangeError', RegExp][]} */
const mistakes = [
  [
    'run()',
    () => any.run(),
    'TypeError',
    /^run is undefined; it must be an object { objective, start, optimizer, steps }$/,
  ],
  [
    'a run without an objective',
    () => any.run({ ...run, objective: undefined }),
    'TypeError',
    new RegExp(
      '^objective is undefined; it must be a key \\(.*"quadratic".*\\), { key, params }, ' +
        '{ formula: "x\\^2" } or { data: { x: \\[…\\], y: \\[…\\] } }$',
    ),
  ],
  [
    'a run without an optimizer',
    () => any.run({ ...run, optimizer: undefined }),
    'TypeError',
    /^optimizer is undefined; it must be a key \(.*"adam".*\), { key, hypers } or { rule: "x = x - lr\*g", hypers }$/,
  ],
  [
    'a schedule that is a number',
    () => any.run({ ...run, schedule: 2 }),
    'TypeError',
    /^schedule is 2; it must be a key \(.*"constant".*\) or { key, params }$/,
  ],
  [
    'points that are a list',
    () => any.evaluate('quadratic', [1, 2]),
    'TypeError',
    /^points is a list; it must be an object { x: \[…\] }$/,
  ],
  [
    'points of the plane that are an array',
    () => any.evaluate('himmelblau', new Float64Array(2)),
    'TypeError',
    /^points is a Float64Array; it must be an object { x: \[…\], y: \[…\] }$/,
  ],
  [
    'params that are a number',
    () => any.run({ ...run, objective: { key: 'quadratic', params: 5 } }),
    'TypeError',
    /^params of objective quadratic is 5; it must be an object$/,
  ],
  [
    'hypers that are a text',
    () => any.run({ ...run, optimizer: { key: 'adam', hypers: 'fast' } }),
    'TypeError',
    /^hypers of optimizer adam is "fast"; it must be an object$/,
  ],
  [
    'a rate that is a text',
    () => any.run({ ...run, optimizer: { key: 'sgd', hypers: { lr: '0.1' } } }),
    'TypeError',
    /^lr of optimizer sgd is "0.1"; it must be a number from .+ to 1000$/,
  ],
  [
    'a field beside a formula',
    () => any.run({ ...run, objective: { formula: 'x^2', params: { a: 2 } } }),
    'RangeError',
    /^objective has no "params"; it takes formula, t$/,
  ],
  [
    'a field beside a rule',
    () => any.run({ ...run, optimizer: { rule: 'x = x - lr*g', lr: 0.1 } }),
    'RangeError',
    /^optimizer has no "lr"; it takes rule, hypers$/,
  ],
  [
    'a formula that is a list',
    () => any.run({ ...run, objective: { formula: [1] } }),
    'TypeError',
    /^formula is a list; it must be a text$/,
  ],
  [
    'a start that is an object',
    () => any.run({ ...run, start: {} }),
    'TypeError',
    /^start is an object; it must be an array of numbers$/,
  ],
  [
    'no start',
    () => any.run({ ...run, start: undefined }),
    'TypeError',
    /^start is undefined; it must be an array of numbers$/,
  ],
  ['rate without a run', () => any.rate('step'), 'TypeError', /^run is undefined/],
  ['evaluate without points', () => any.evaluate('quadratic'), 'TypeError', /^points is undefined/],
  [
    'points without x',
    () => any.evaluate('quadratic', {}),
    'TypeError',
    /^x is undefined; it must be an array of numbers$/,
  ],
  ['a step without a state', () => any.step('adam'), 'TypeError', /^state is undefined/],
  [
    'a step without x',
    () => any.step('adam', { g: one }),
    'TypeError',
    /^x is undefined; it must be a Float64Array$/,
  ],
  ['a batch of nothing', () => any.batch(), 'TypeError', /^draw is undefined/],
  ['a trace of nothing', () => any.trace(), 'TypeError', /^before is undefined/],
  [
    'a trace of no optimizer',
    () => any.trace(undefined, before),
    'RangeError',
    /^optimizer is undefined/,
  ],
  [
    'a trace without slots',
    () => any.trace('momentum', { ...before, hypers: { m: 0.9 } }),
    'RangeError',
    /^slots has length 0; it must be 1$/,
  ],
  ['effective without a run', () => any.effective('rmsprop'), 'TypeError', /^run is undefined/],
  [
    'effective of another run',
    () => any.effective('rmsprop', core.run(run)),
    'TypeError',
    /^run\.columns\.s_x is undefined; it must be a Float64Array of length 5$/,
  ],
  [
    'an unknown family',
    () => any.formula('nope', 'x'),
    'RangeError',
    /^family is "nope"; it must be one of objectives, optimizers, schedules, smoothers$/,
  ],
  [
    'a stable rate of no optimizer',
    () => any.stableRate(null, 2),
    'TypeError',
    /^optimizer is null/,
  ],
  [
    'a stable rate without curvature',
    () => any.stableRate('sgd', -1),
    'RangeError',
    /^curvature is -1; it must be above 0$/,
  ],
  [
    'noise without a seed',
    () => any.normal(NaN, 1),
    'RangeError',
    /^seed is NaN; it must be a finite whole number from 0 to 4294967295$/,
  ],
  ['noise of half a step', () => any.normal(1, 0.5), 'RangeError', /^step is 0.5/],
  [
    'a formula that is no text',
    () => any.parseFormula(5),
    'TypeError',
    /^formula is 5; it must be a text$/,
  ],
  [
    'a rule that is no text',
    () => any.parseRule(),
    'TypeError',
    /^rule is undefined; it must be a text$/,
  ],
];

for (const [what, call, name, message] of mistakes)
  test(`${what}: the error says what is wrong`, () => assert.throws(call, { name, message }));

/** Values that make no sense anywhere. */
const JUNK = [
  ...[undefined, null, true, 0, -1, 0.5, NaN, Infinity, 1e300, 10n, '', 'adam', 'x^2', '__proto__'],
  ...[
    [],
    [1, 2],
    ['a'],
    [null],
    {},
    { key: 'adam' },
    { key: {} },
    { x: [1], y: 5 },
    Object.create(null),
  ],
  ...[
    Symbol('s'),
    () => 1,
    new Date(0),
    one,
    { formula: {} },
    { rule: 'x = x', hypers: [] },
    { data: null },
  ],
  ...[run, { ...run, steps: {} }, { ...run, noise: 5 }, before, { ...before, slots: null }],
  ...[
    { columns: {}, rows: 3, dim: 1 },
    { columns: { lr: 5 }, rows: -1, dim: 9 },
    { lr: 1, steps: 3, f: 'x' },
  ],
];
const OURS =
  /^[\w.[\]() ^*="-]+ (is|has|takes|needs|depends|must|at)\b|^".*", at character|^the rate of/su;
const METHODS =
  'run sample batch evaluate hessian points rate smooth weights parseFormula parseRule formula derivatives ' +
  'trace effective stableRate averageFacts traceAverage normal step';

for (const method of METHODS.split(' '))
  test(`${method}() of junk is a result or an error of ours`, () => {
    for (const a of JUNK)
      for (const b of [...JUNK])
        for (const c of [undefined, 1, {}]) {
          try {
            any[method](a, b, c);
          } catch (error) {
            const { name, message } = /** @type {Error} */ (error);
            assert.match(name, /^(Type|Range)Error$/, message);
            assert.match(message, OURS);
          }
        }
    assert.equal(core.run(run).columns.x[1], 56, 'the core is as good as new');
  });

/** What loadCore is given, and what it says. @type {[string, any, RegExp][]} */
const given = [
  ['bytes', new Uint8Array(8), /^what loadCore is given is a Uint8Array; it must be .*{ wasm }/],
  ['a text', 'core.wasm', /^what loadCore is given is "core.wasm"; it must be .*{ wasm }/],
  ['another key', { url: 'core.wasm' }, /^loadCore has no "url"; it takes wasm$/],
  [
    'a number as wasm',
    { wasm: 5 },
    /^wasm is 5; it must be the bytes of core.wasm .* a URL or a text$/,
  ],
  [
    'a path to nothing',
    { wasm: '/nowhere/core.wasm' },
    /^core.wasm is not at \/nowhere\/core.wasm \(ENOENT.*core-inline/,
  ],
  [
    'another file',
    { wasm: new URL(import.meta.url) },
    /^core.wasm is not at file:.*something else/,
  ],
];

for (const [what, options, message] of given)
  test(`loadCore given ${what} says how it is done`, () =>
    assert.rejects(loadCore(options), { message }));

test('in Node a text is a path, as readFile takes it', async () => {
  const { catalog } = await loadCore({ wasm: 'build/core.wasm' });
  assert.deepEqual(catalog, core.catalog);
});
