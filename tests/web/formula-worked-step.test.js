// Steps worked as on a blackboard: the lecture's sentences, character by character.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../web/formula/math.js';
import { coordinateOf, reduces, ruleMath, workedStep } from '../../web/formula/worked-step.js';
import { createI18n } from '../../web/i18n/index.js';
import { core } from './core.js';

/** @typedef {import('../../web/formula/math.js').MathNode} MathNode */

const { n } = createI18n('en');
const AXES = /** @type {const} */ (['x', 'y']);

/** @param {MathNode} math @returns {string} */
const draw = ({ tag, text, children = [] }) => text ?? `${tag}(${children.map(draw).join(' ')})`;

/** @param {string} key @param {'x'|'y'} axis @param {1|2} dim */
function lookOf(key, axis, dim, digits = 6) {
  const unit = core.catalog.optimizers.find((each) => each.key === key);
  const named = [...(unit?.hypers ?? []), ...(unit?.slots ?? [])];
  const symbols = new Map(named.map(({ key, symbol }) => [key, symbol]));
  const format = (/** @type {number} */ value, most = digits) => n(value, most, false);
  const searched = (unit?.slots ?? []).filter(({ found }) => found !== null);
  const found = new Map(searched.map((slot) => [slot.key, `${slot.found}`]));
  return { axis, dim, symbols, found, format, digits };
}

/**
 * The lines of step t of a run, as text; in 2D those of x and then those of y.
 * @param {import('../../web/core/index.js').RunSpec & { optimizer: any }} spec @param {number} t @param
 *   {number} [digits]
 */
function linesOf(spec, t, digits) {
  const { columns, dim } = core.run(spec);
  const { key, rule, hypers } = spec.optimizer;
  const ast = rule ? core.parseRule(rule).ast : core.formula('optimizers', key);
  assert.ok(ast);
  const used = Object.fromEntries(ast.hypers.map((name) => [name, hypers[name]]));
  return AXES.slice(0, dim).flatMap((axis) => {
    const before = {
      x: columns[axis][t - 1],
      g: columns[`g${axis}`][t - 1],
      slots: ast.slots.map((slot) => columns[`${slot.key}_${axis}`][t - 1]),
      hypers: used,
      lr: columns.lr[t],
      t,
    };
    const { values } = core.trace(rule ? { rule } : key, before);
    return workedStep(ast, { ...before, values }, lookOf(key, axis, dim, digits)).map(textOf);
  });
}

/** @param {string} key @param {1|2} [dim] */
const ruleOf = (key, dim = 1) =>
  ruleMath(core.formula('optimizers', key), lookOf(key, 'x', dim)).map(textOf);

const descent = {
  objective: 'quadratic',
  start: [70],
  optimizer: { key: 'sgd', hypers: { lr: 0.1 } },
  steps: 4,
};

test('a step too small for six digits gets as many as show it', () => {
  const tiny = { ...descent, optimizer: { key: 'sgd', hypers: { lr: 1e-7 } }, steps: 5 };
  assert.deepEqual(linesOf(tiny, 5), ['x_5 = x_4 − η f′(x_4) = 69.999944 − 1e−7 ⋅ 140 = 69.99993']);
});

test('in Vietnamese the numbers that a rule is written with have a comma too', () => {
  const format = (/** @type {number} */ value, most = 6) => createI18n('vi').n(value, most, false);
  const { ast } = core.parseRule('x = x - 0.25*lr*g');
  assert.ok(ast);
  const look = { ...lookOf('', 'x', 1), format };
  const before = { x: 70, g: 140, slots: [], hypers: {}, lr: 0.1, t: 1, values: [66.5] };
  assert.deepEqual(workedStep(ast, before, look).map(textOf), [
    'x_1 = x_0 − 0,25 η f′(x_0) = 70 − 0,25 ⋅ 0,1 ⋅ 140 = 66,5',
  ]);
  assert.deepEqual(ruleMath(ast, look).map(textOf), ['x_t = x_{t−1} − 0,25 η f′(x_{t−1})']);
});

test('DECK 1.1: gradient descent on x² from 70 reads as on the blackboard', () => {
  assert.deepEqual(linesOf(descent, 1), ['x_1 = x_0 − η f′(x_0) = 70 − 0.1 ⋅ 140 = 56']);
  assert.deepEqual(linesOf(descent, 2), ['x_2 = x_1 − η f′(x_1) = 56 − 0.1 ⋅ 112 = 44.8']);
  assert.deepEqual(linesOf(descent, 4), ['x_4 = x_3 − η f′(x_3) = 35.84 − 0.1 ⋅ 71.68 = 28.672']);
});

test('DECK 1.7: a negative number stands in parentheses behind an operator', () => {
  const steep = { ...descent, objective: { key: 'quadratic', params: { a: 9 } } };
  assert.deepEqual(linesOf(steep, 2), ['x_2 = x_1 − η f′(x_1) = −56 − 0.1 ⋅ (−1008) = 44.8']);
});

test('DECK 3.1: momentum on x² from 90, the velocity first and then the point', () => {
  const optimizer = { key: 'momentum', hypers: { lr: 0.1, m: 0.9 } };
  const spec = { ...descent, start: [90], optimizer };
  assert.deepEqual(linesOf(spec, 1), [
    'v_1 = m v_0 − η f′(x_0) = 0.9 ⋅ 0 − 0.1 ⋅ 180 = −18',
    'x_1 = x_0 + v_1 = 90 + (−18) = 72',
  ]);
  assert.deepEqual(linesOf(spec, 2), [
    'v_2 = m v_1 − η f′(x_1) = 0.9 ⋅ (−18) − 0.1 ⋅ 144 = −30.6',
    'x_2 = x_1 + v_2 = 72 + (−30.6) = 41.4',
  ]);
});

test('DECK 2.6: RMSProp on x² from 9, with the lecture’s s = 32.4 and x = 8.6838', () => {
  const optimizer = { key: 'rmsprop', hypers: { lr: 0.1, rho: 0.9, eps: 1e-7 } };
  assert.deepEqual(linesOf({ ...descent, start: [9], optimizer }, 1, 5), [
    's_1 = ρ s_0 + (1 − ρ) f′(x_0)^2 = 0.9 ⋅ 0 + (1 − 0.9) ⋅ 18^2 = 32.4',
    'x_1 = x_0 − (η f′(x_0))/(√(s_1 + ε)) = 9 − (0.1 ⋅ 18)/(√(32.4 + 1e−7)) = 8.6838',
  ]);
});

test('the exercise of the course: Adam, each coordinate of 0.1 x² + 2 y² by itself', () => {
  const spec = {
    objective: 'elongated',
    start: [-5, -2],
    optimizer: { key: 'adam', hypers: { lr: 0.2, beta1: 0.9, beta2: 0.999, eps: 1e-6 } },
    steps: 2,
  };
  assert.deepEqual(linesOf(spec, 1), [
    'g_x = ∂f/∂x(x_0, y_0) = −1',
    'm_{x,1} = β_1 m_{x,0} + (1 − β_1) g_x = 0.9 ⋅ 0 + (1 − 0.9) ⋅ (−1) = −0.1',
    'v_{x,1} = β_2 v_{x,0} + (1 − β_2) g_x^2 = 0.999 ⋅ 0 + (1 − 0.999) ⋅ (−1)^2 = 0.001',
    'm\u0302_{x,1} = m_{x,1}/(1 − β_1^1) = (−0.1)/(1 − 0.9^1) = −1',
    'v\u0302_{x,1} = v_{x,1}/(1 − β_2^1) = 0.001/(1 − 0.999^1) = 1',
    'x_1 = x_0 − (η m\u0302_{x,1})/(√(v\u0302_{x,1}) + ε) = −5 − (0.2 ⋅ (−1))/(√(1) + 1e−6) = −4.8',
    'g_y = ∂f/∂y(x_0, y_0) = −8',
    'm_{y,1} = β_1 m_{y,0} + (1 − β_1) g_y = 0.9 ⋅ 0 + (1 − 0.9) ⋅ (−8) = −0.8',
    'v_{y,1} = β_2 v_{y,0} + (1 − β_2) g_y^2 = 0.999 ⋅ 0 + (1 − 0.999) ⋅ (−8)^2 = 0.064',
    'm\u0302_{y,1} = m_{y,1}/(1 − β_1^1) = (−0.8)/(1 − 0.9^1) = −8',
    'v\u0302_{y,1} = v_{y,1}/(1 − β_2^1) = 0.064/(1 − 0.999^1) = 64',
    'y_1 = y_0 − (η m\u0302_{y,1})/(√(v\u0302_{y,1}) + ε) ' +
      '= −2 − (0.2 ⋅ (−8))/(√(64) + 1e−6) = −1.8',
  ]);
});

test('an own rule is worked like any other', () => {
  const optimizer = { rule: 'm = k*m + g; x = x - lr*m', hypers: { lr: 0.1, k: 0.5 } };
  assert.deepEqual(linesOf({ ...descent, optimizer }, 2), [
    'm_2 = k m_1 + f′(x_1) = 0.5 ⋅ 140 + 112 = 182',
    'x_2 = x_1 − η m_2 = 56 − 0.1 ⋅ 182 = 37.8',
  ]);
});

test('where a slot starts is told with the rule, and no line of a step', () => {
  const rule = 's0 = 0.5; s = s + g^2; x = x - lr*g/sqrt(s)';
  const spec = { ...descent, start: [1], optimizer: { rule, hypers: { lr: 0.5 } } };
  const { ast } = core.parseRule(rule);
  assert.ok(ast);
  const [first] = ruleMath(ast, lookOf('', 'x', 1));
  assert.equal(textOf(first), 's_0 = 0.5');
  const lines = linesOf(spec, 1);
  assert.equal(lines.length, 2);
  assert.equal(lines[0], 's_1 = s_0 + f′(x_0)^2 = 0.5 + 2^2 = 4.5');
});

test('rules are printed with t and t − 1 as in the lecture', () => {
  assert.deepEqual(ruleOf('sgd'), ['x_t = x_{t−1} − η f′(x_{t−1})']);
  assert.deepEqual(ruleOf('momentum'), ['v_t = m v_{t−1} − η f′(x_{t−1})', 'x_t = x_{t−1} + v_t']);
  assert.deepEqual(ruleOf('adagrad', 2), [
    'g_x = ∂f/∂x(x_{t−1}, y_{t−1})',
    's_{x,t} = s_{x,t−1} + g_x^2',
    'x_t = x_{t−1} − (η g_x)/(√(s_{x,t} + ε))',
  ]);
  assert.equal(ruleOf('adam')[2], 'm\u0302_t = m_t/(1 − β_1^t)');
});

test('the tree of gradient descent has an index below each x, and f′ of the point before', () => {
  const before = 'msub(x mrow(t − 1))';
  const slope = `mrow(f ′ mrow(( ${before} )))`;
  const [math] = ruleMath(core.formula('optimizers', 'sgd'), lookOf('sgd', 'x', 1));
  assert.equal(draw(math), `mrow(msub(x t) = mrow(${before} − mrow(η ⁢ ${slope})))`);
});

test('the tree of RMSProp has a fraction over a root', () => {
  const [, , math] = ruleMath(core.formula('optimizers', 'rmsprop'), lookOf('rmsprop', 'x', 2));
  const root = 'msqrt(mrow(msub(s mrow(x , t)) + ε))';
  const fraction = `mfrac(mrow(η ⁢ msub(g x)) ${root})`;
  assert.equal(draw(math), `mrow(msub(x t) = mrow(msub(x mrow(t − 1)) − ${fraction}))`);
});

test('all digits are shown when asked for', () => {
  assert.deepEqual(linesOf(descent, 4, 17), [
    'x_4 = x_3 − η f′(x_3) = 35.839999999999996 − 0.1 ⋅ 71.67999999999999 = 28.671999999999997',
  ]);
});

test('a negative number behind a minus stands in parentheses, also where it begins a product', () => {
  const optimizer = { rule: 'm = 0.9*m + g; x = x - m*lr', hypers: { lr: 0.1 } };
  const spec = { objective: 'quadratic', start: [-9], optimizer, steps: 2 };
  const line = linesOf(/** @type {any} */ (spec), 2).at(-1);
  assert.match(String(line), /= −7\.2 − \(−30\.6 ⋅ 0\.1\) = −4\.14$/);
});

/**
 * Every optimizer that looks at the whole point, at f or at the Hessian, on a landscape whose Hessian is
 * known.
 */
const whole = core.catalog.optimizers.filter(
  ({ group }) => group === 'whole_vector' || group === 'classic',
);

for (const { key, hypers, slots: held } of whole) {
  test(`the worked step of ${key} ends at the point of the table, in both coordinates`, () => {
    const given = Object.fromEntries(hypers.map((hyper) => [hyper.key, hyper.preset]));
    const spec = { objective: { key: 'elongated' }, start: [-5, -2], steps: 3 };
    const run = core.run(
      /** @type {any} */ ({ ...spec, optimizer: { key, hypers: { ...given, lr: 0.1 } } }),
    );
    const { columns, layout } = run;
    const ast = core.formula('optimizers', key);
    const t = 3;
    const isFound = (/** @type {string} */ slot) =>
      held.some((each) => each.key === slot && each.found !== null);
    const slots = ast.slots.flatMap(({ key: slot }) =>
      layout
        .filter((column) => column.slot === slot)
        .map(({ name }) => columns[name][isFound(slot) ? t : t - 1]),
    );
    const [x, g] = ['', 'g'].map((mark) => AXES.map((axis) => columns[mark + axis][t - 1]));
    const point = { x, g, slots, lr: 0.1, t, f: columns.f[t - 1], hessian: [0.2, 0, 4] };
    const before = { ...point, hypers: { ...given, lr: 0.1 } };
    const { values } = core.trace(/** @type {any} */ (key), before);
    for (const axis of AXES) {
      const numbers = coordinateOf(ast, { ...point, values }, given, axis === 'y' ? 1 : 0);
      const row = ast.lines.findLastIndex(({ name }) => name === 'x');
      const off = Math.abs(numbers.values[row] - columns[axis][t]);
      assert.ok(off <= 1e-12 * Math.abs(columns[axis][t]), `${axis}: off by ${off}`);
      const lines = workedStep(ast, numbers, lookOf(key, axis, 2)).map(textOf);
      assert.ok(
        lines.every((line) => !line.includes('–')),
        `${lines}`,
      );
      const used = lines.slice(1).join();
      for (const { name, expr } of ast.lines)
        if (reduces(expr)) assert.doesNotMatch(used, new RegExp(`\\b${name}_.?[xy],`), used);
    }
  });
}

test('Newton’s step has the numbers of H⁻¹g: 0.1x² + 2y² from (−5, −2) ends at 0', () => {
  const ast = core.formula('optimizers', 'newton');
  const point = { x: [-5, -2], g: [-1, -8], slots: [], lr: 1, t: 1, f: 10.5, hessian: [0.2, 0, 4] };
  const { values } = core.trace('newton', { ...point, hypers: {} });
  const lines = AXES.map((axis) =>
    workedStep(
      ast,
      coordinateOf(ast, { ...point, values }, {}, axis === 'y' ? 1 : 0),
      lookOf('newton', axis, 2),
    )
      .map(textOf)
      .join(),
  );
  assert.match(lines[0], /H⁻¹g = −5 − 1 ⋅ \(−5\) = 0$/);
  assert.match(lines[1], /H⁻¹g = −2 − 1 ⋅ \(−2\) = 0$/);
});

test('a sampled step that asks for f sees the value of its batch, which is the column before the step', () => {
  const spec = { data: { x: [1, 2, 3], y: [2, 3, 5] }, batch: 1, seed: 1 };
  const optimizer = { key: 'polyak', hypers: { lr: 0.5, f_star: 0 } };
  const run = core.sample(/** @type {any} */ ({ ...spec, start: [0, 0], steps: 3, optimizer }));
  const [w, b, loss, ...rest] = run.layout.map(({ name }) => run.columns[name]);
  const [gw, gb] = rest;
  const seen = run.columns[run.layout.find(({ kind }) => kind === 'batch_loss')?.name ?? ''];
  const end = (/** @type {number} */ f) => {
    const point = { x: [w[0], b[0]], g: [gw[0], gb[0]], slots: [], lr: 0.5, t: 1, f };
    const { values } = core.trace('polyak', { ...point, hypers: optimizer.hypers });
    return values.at(-2);
  };
  assert.ok(Math.abs(Number(end(seen[0])) - w[1]) <= 1e-15);
  assert.ok(Math.abs(Number(end(loss[0])) - w[1]) > 1e-3);
});

test('in two variables the gradient is written as its column is headed, with the point it is taken at', () => {
  assert.deepEqual(ruleOf('sgd', 2), ['x_t = x_{t−1} − η ∂f/∂x(x_{t−1}, y_{t−1})']);
  assert.equal(ruleOf('momentum', 2)[0], 'v_{x,t} = m v_{x,t−1} − η ∂f/∂x(x_{t−1}, y_{t−1})');
  const batch = { ...lookOf('sgd', 'x', 2), axis: 'w', axes: ['w', 'b'], sampled: true };
  const [line] = ruleMath(core.formula('optimizers', 'sgd'), batch).map(textOf);
  assert.equal(line, 'w_t = w_{t−1} − η ∂L_B/∂w');
});
