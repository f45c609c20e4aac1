// The experiments whose exported programs are run: every objective, every optimizer in one and in two
// variables, every schedule, own functions and own rules.
import { specFor } from '../../web/state/experiment.js';
import { core } from '../web/core.js';

const { catalog } = core;

/** @param {readonly { key: string, preset: number }[]} params */
const presets = (params) => Object.fromEntries(params.map(({ key, preset }) => [key, preset]));

/** @typedef {{ name: string, experiment: any }} Case */

/** @param {string} name @param {any} parts @returns {Case} */
function makeCase(name, { objective, start, run, rule = '', steps = 25 }) {
  const schedule = { key: 'constant', params: {} };
  const noise = { sigma: 0, seed: 1 };
  const runs = [{ schedule, hidden: false, ...run }];
  return { name, experiment: { lab: 'descent', objective, start, runs, rule, steps, noise } };
}

/** Small enough that no path is chaotic: rounding errors do not grow from step to step. */
const RATE = /** @type {Record<number, number>} */ ({ 1: 0.01, 2: 0.001 });

/** @param {any} objective @param {any} optimizer @param {any} schedule @returns {Case} */
function builtIn(objective, optimizer, schedule) {
  const { key, dim, params, starts } = objective;
  const hypers = { ...presets(optimizer.hypers), lr: RATE[dim] };
  const timing = { key: schedule.key, params: presets(schedule.params) };
  return makeCase(`${optimizer.key} on ${key}, ${schedule.key}`, {
    objective: { key, params: presets(params) },
    start: starts[0],
    run: { optimizer: optimizer.key, hypers, schedule: timing },
  });
}

/** The optimizers that can be exported: they treat each coordinate by itself. */
const optimizers = catalog.optimizers.filter(
  ({ group }) => group !== 'whole_vector' && group !== 'classic',
);

/** @returns {Generator<Case>} */
function* builtIns() {
  const { objectives, schedules } = catalog;
  const smooth = objectives.filter(({ key }) => key === 'wavy' || key === 'rosenbrock');
  for (const [n, objective] of objectives.entries())
    yield builtIn(objective, optimizers[n % optimizers.length], schedules[n % schedules.length]);
  for (const objective of smooth) {
    for (const [n, optimizer] of optimizers.entries())
      yield builtIn(objective, optimizer, schedules[(n + 5) % schedules.length]);
    for (const schedule of schedules)
      yield builtIn(objective, optimizers[schedule.order % optimizers.length], schedule);
  }
}

/** A schedule that watches f, on runs where it has something to see. @returns {Generator<Case>} */
function* watching() {
  for (const { key, params } of catalog.schedules.filter(({ observes }) => observes))
    for (const noise of [0, 0.5]) {
      const schedule = { key, params: presets(params) };
      const run = { optimizer: 'sgd', hypers: { lr: 0.75 }, schedule };
      const start = [4.25];
      const name = `${key} on abs, noise ${noise}`;
      const made = makeCase(name, { objective: { key: 'abs', params: {} }, start, run, steps: 40 });
      made.experiment.noise.sigma = noise;
      yield made;
    }
}

/** Hypers other than the presets, for which a library might take another branch. */
/** @type {[string, object][]} */
const SETTINGS = [
  ['nesterov', { mu: 0 }],
  ['momentum_torch', { mu: 0 }],
  ['rmsprop_torch', { centered: 1, momentum: 0.5 }],
  ['adagrad_torch', { lr_decay: 0.25, s0: 0.5 }],
  ['adagrad', { s0: 0.5 }],
  ['adam', { beta1: 0, beta2: 0.5, eps: 0.1 }],
];

/** @returns {Generator<Case>} */
function* settings() {
  for (const [optimizer, some] of SETTINGS)
    for (const [key, start] of [
      ['doublewell', [1.5]],
      ['himmelblau', [0.5, 0.25]],
    ]) {
      const unit = catalog.optimizers.find((each) => each.key === optimizer);
      const objective = { key, params: key === 'doublewell' ? { c: -0.5 } : {} };
      const hypers = { ...presets(unit?.hypers ?? []), lr: 0.01, ...some };
      const name = `${optimizer} ${JSON.stringify(some)} on ${key}`;
      yield makeCase(name, { objective, start, run: { optimizer, hypers } });
    }
}

/** Own functions with their starts: each function of the language, and kinks that are hit exactly. */
const FORMULAS = [
  ['abs(x)', 0],
  ['max(x, 3*x) - min(2*x, -x)', 0],
  ['where(x > 0, x, -2*x) + (x >= 0)*x', 0],
  ['x^2 + 10*sin(x)', 2],
  ['3', 1],
  ['3*x + 2', 1],
  ['log10(x^2 + 1) + sqrt(abs(x)) + exp(-x) + tanh(x) + atan(x)', 2],
  ['asin(x/9) + acos(x/8) + sinh(x/7) + cosh(x/6) + tan(x/5)', 2],
  ['sigmoid(x - 1) + sign(x)*x + floor(x)*0.25*x - -x^2', 2.5],
  ['2^x + x^-2 + (x^2)^0.75 + e^(-x) + pi*x/7', 2],
  ['x^2 + y^2\n + max(x,\ty)', 1, 1],
  ['where(x*y < 1 , (x - y)^2, 1/(1 + x^2))', 0.5, 1.5],
  ['y^2/2 + 1/3 + 2^0.5', 1, 2],
  ['x + y', 1, 2],
  ['x*where(2 < 3, 1, exp(700)) + sqrt(2)*max(1, 2)*y', 1, 2],
];

/** Functions that change from step to step, with their starts. */
const MOVING = [
  ['where(t - 3*floor(t/3) > 0, -1, 3)*max(-1, min(x, 1))', 0.25],
  ['x^2*t/10 + sin(t)*x', 2],
  ['t', 1],
  ['(x - cos(t))^2 + exp(y/t) + sqrt(t)', 1, -0.5],
];

/** @returns {Generator<Case>} */
function* ownFunctions() {
  for (const [formula, ...start] of [...FORMULAS, ...MOVING])
    for (const optimizer of ['adam', 'momentum']) {
      const hypers = presets(catalog.optimizers.find(({ key }) => key === optimizer)?.hypers ?? []);
      const run = { optimizer, hypers: { ...hypers, lr: 0.05 } };
      yield makeCase(`${optimizer} on ${formula}`, { objective: { formula }, start, run });
    }
}

/** Own rules with their hypers. */
/** @type {[string, object][]} */
const RULES = [
  ['v = k*v - lr*g; x = x + v', { k: 0.9 }],
  ['f = 0.9*f + lambda*g; np = f; print = np/2; x = x - lr*(print + np)', { lambda: 0.5 }],
  ['NAN = 0.5*NAN + int*g; linux = NAN; EOF = linux; x = x - lr*EOF*theta', { int: 1, theta: 0.5 }],
  ['pow = 0.5*pow + g; fabs = pow; row = fabs; x = x - lr*abs(row)^1.5*sign(row)', {}],
  ['g = g + 0.1*x; lr = lr/sqrt(t); t = t^2; x = x - lr*g/t', {}],
  ['s0 = 0.25; s = s + g^2; x = x - lr*g/sqrt(s + s0)', {}],
  ['half = 1/2; s0 = half; s = s + g^2; x = x - lr*g/sqrt(s)', {}],
  ['s0 = q; s = s + g^2; x = x - lr*g/sqrt(s)', { q: 0.75 }],
  ['x = x - lr*g/sqrt(s); s = s + g^2', {}],
  ['x = 2*t - 1', {}],
  ['k = 2; c = c + 1; unread = k; m = t; x = x - lr*sqrt(k)*g/c + 0*exp(m)', {}],
  ['d = (g > 0) + (g > 1) - (g < 0); x = x - lr*d', {}],
  ['x = x - lr*where(abs(g) > 1, sign(g), min(g, max(-1, 2*g)))*sigmoid(floor(t/3))', {}],
  ['x = x - lr*g*1/(1 + 1/(t - 1)) - 0*2^10/10^-3', {}],
  ['x = x - lr*g - g/10^400', {}],
  ['x = x - lr*g*k^t', { k: 3 }],
  ['x = x - lr*c*g; c = t', {}],
  ['unread = k; x = x - lr*g', { k: 1 }],
];

/** @returns {Generator<Case>} */
function* ownRules() {
  for (const [rule, hypers] of RULES)
    for (const [key, start] of [
      ['quadratic', [2]],
      ['bowl', [3, -2]],
    ]) {
      const objective = { key, params: key === 'quadratic' ? { a: 0.5 } : {} };
      const run = { optimizer: 'custom', hypers: { lr: 0.1, ...hypers } };
      yield makeCase(`${rule} on ${key}`, { objective, start, run, rule });
    }
}

/** Thresholds between the first gradients and the last ones. */
const MODIFIERS = [
  { clip: 2 },
  { clipvalue: 1.5 },
  { l2: 0.25 },
  { wd: 0.5 },
  { clip: 3, l2: 0.125 },
  { clip: 4, clipvalue: 2, l2: 0.5, wd: 0.25 },
];

/** Clipping and decay, where torch.optim does them and where it does not. @returns {Generator<Case>} */
function* modified() {
  const keys = [
    'sgd',
    'momentum',
    'momentum_torch',
    'adagrad_torch',
    'rmsprop_torch',
    'adam',
    'yogi',
  ];
  for (const modifiers of MODIFIERS)
    for (const [key, start] of [
      ['doublewell', [1.75]],
      ['himmelblau', [0.5, 0.25]],
    ]) {
      const { params } = catalog.objectives.find((each) => each.key === key) ?? { params: [] };
      const objective = { key, params: presets(params) };
      const name = `${JSON.stringify(modifiers)} on ${key}`;
      for (const optimizer of keys) {
        const unit = catalog.optimizers.find((each) => each.key === optimizer);
        const hypers = { ...presets(unit?.hypers ?? []), lr: 0.01 };
        const run = { optimizer, hypers, modifiers };
        yield makeCase(`${optimizer}, ${name}`, { objective, start, run });
      }
      const rule = 'norm = 0.5*norm + g; g = norm; x = x - lr*g';
      const own = { optimizer: 'custom', hypers: { lr: 0.01 }, modifiers };
      yield makeCase(`${rule}, ${name}`, { objective, start, run: own, rule });
    }
}

/** Other hypers in mid-run, with schedules and without. @returns {Generator<Case>} */
function* changing() {
  const changes = [
    { from: 4, hypers: { lr: 0.02 } },
    { from: 9, hypers: { lr: 0.005, beta1: 0.5, mu: 0.5 } },
    { from: 15, hypers: { beta1: 0.25, beta2: 0.75, mu: 0.25 } },
  ];
  for (const [key, start] of [
    ['doublewell', [1.75]],
    ['himmelblau', [0.5, 0.25]],
  ]) {
    const { params } = catalog.objectives.find((each) => each.key === key) ?? { params: [] };
    const objective = { key, params: presets(params) };
    for (const optimizer of ['sgd', 'momentum_torch', 'adam', 'yogi'])
      for (const plan of catalog.schedules.filter((each) =>
        ['constant', 'exponential', 'cosine', 'one_cycle', 'reduce_on_plateau'].includes(each.key),
      )) {
        const unit = catalog.optimizers.find((each) => each.key === optimizer);
        const hypers = { ...presets(unit?.hypers ?? []), lr: 0.01 };
        const schedule = { key: plan.key, params: presets(plan.params) };
        const mine = changes.flatMap(({ from, hypers: next }) => {
          const known = Object.entries(next).filter(([name]) => name in hypers);
          return known.length ? [{ from, hypers: Object.fromEntries(known) }] : [];
        });
        const run = { optimizer, hypers, schedule, changes: mine };
        const name = `${optimizer}, ${plan.key}, changed, on ${key}`;
        yield makeCase(name, { objective, start, run });
      }
    const rule = 'g = k*g; v = 0.5*v + g; x = x - lr*v';
    const own = { optimizer: 'custom', hypers: { lr: 0.01, k: 1 } };
    const run = { ...own, changes: [{ from: 6, hypers: { k: 2 } }], modifiers: { clip: 2 } };
    yield makeCase(`${rule}, changed, on ${key}`, { objective, start, run, rule });
  }
}

/** Runs that leave the finite numbers. @returns {Generator<Case>} */
function* explosions() {
  for (const [key, start, lr] of [
    ['quadratic', [1], 1000],
    ['composite', [3], 1],
    ['rosenbrock', [-1, 2], 1],
    ['logsquare', [0], 0.1],
  ])
    for (const optimizer of ['sgd', 'momentum_averaged']) {
      const { params } = catalog.objectives.find((each) => each.key === key) ?? { params: [] };
      const hypers = { ...(optimizer === 'sgd' ? {} : { rho: 0.5 }), lr };
      const objective = { key, params: presets(params) };
      const name = `${optimizer} on ${key}, which ends in infinity`;
      yield makeCase(name, { objective, start, run: { optimizer, hypers }, steps: 150 });
    }
}

export const cases = [
  ...builtIns(),
  ...watching(),
  ...settings(),
  ...ownFunctions(),
  ...ownRules(),
  ...modified(),
  ...changing(),
  ...explosions(),
].map((each) => {
  const noise = { sigma: 0 }; // programs leave it out
  return { ...each, expected: core.run({ ...specFor(each.experiment, 0), noise }) };
});
