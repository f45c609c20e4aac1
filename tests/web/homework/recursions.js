// Optimizers on paper: each recursion written out by hand, as a student would, with the mistakes that students
// make. Nothing here comes from the core.

/** @typedef {import('./landscapes.js').Landscape} Landscape */

/**
 * How numbers are rounded. @typedef {(value: number) => number} Round
 *
 * @typedef {object} Homework
 * @property {string} key of the optimizer
 * @property {Record<string, number>} hypers
 * @property {Landscape} landscape
 * @property {number[]} start
 * @property {number} steps
 * @property {(s: number) => number} [rate] η of step s + 1
 * @property {string} [wrong] which mistake is made, or two: "a+b"; "" for none
 * @property {Round} [carry] rounds whatever is worked out
 * @property {{ step: number, by: number }[]} [slips] x is written down wrong there, and goes on from there
 */

/** @type {Round} */
const exact = (value) => value;

/** One coordinate of one step; memory is changed. @type {Record<string, (at: any) => number>} */
const RULES = {
  sgd: ({ g, lr, is }) => (is('step_sign') ? 1 : -1) * lr * g,
  momentum({ g, lr, m, memory, is, r }) {
    const weight = is('weight_added') ? 1 - m : 1;
    const kept = is('memory_forgotten') ? 0 : m * memory.v;
    const old = memory.v;
    memory.v = r(kept + (is('memory_sign') ? 1 : -1) * weight * lr * g);
    return (is('step_sign') ? -1 : 1) * (is('memory_late') ? old : memory.v);
  },
  momentum_ewa({ g, lr, beta1, memory, t, is, r }) {
    const old = memory.m;
    memory.m = average(memory.m, beta1, g, t, is, r);
    return (is('step_sign') ? 1 : -1) * lr * (is('memory_late') ? old : memory.m);
  },
  momentum_torch({ g, lr, mu, memory, is, r }) {
    const old = memory.b;
    const kept = is('memory_forgotten') ? 0 : mu * memory.b;
    const weight = is('weight_added') ? 1 - mu : 1;
    memory.b = r(kept + (is('memory_sign') ? -1 : 1) * weight * g);
    return (is('step_sign') ? 1 : -1) * lr * (is('memory_late') ? old : memory.b);
  },
  adagrad({ g, lr, eps, memory, is, r }) {
    const old = memory.s;
    if (is('sum_squared')) {
      memory.sum = r((memory.sum ?? 0) + g);
      memory.s = r(memory.sum ** 2);
    } else {
      const kept = is('memory_forgotten') ? 0 : memory.s;
      memory.s = r(kept + (is('square_forgotten') ? g : r(g * g)));
    }
    const sign = is('step_sign') ? 1 : -1;
    return (sign * lr * g) / below(is('memory_late') ? old : memory.s, eps, is, r);
  },
  rmsprop({ g, lr, rho, eps, memory, t, is, r }) {
    const old = memory.s;
    squares(memory, 's', rho, g, t, is, r);
    const sign = is('step_sign') ? 1 : -1;
    return (sign * lr * g) / below(is('memory_late') ? old : memory.s, eps, is, r);
  },
  adam_simple: (at) => adam(at, false, false),
  adam_first: (at) => adam(at, true, false),
  adam: (at) => adam(at, true, true),
};

/** @param {any} at @param {boolean} correctsM @param {boolean} correctsV */
function adam({ g, lr, beta1, beta2, eps, memory, t, is, r }, correctsM, correctsV) {
  memory.m = average(memory.m, beta1, g, t, is, r);
  squares(memory, 'v', beta2, g, t, is, r);
  const n = is('correction_late') ? t + 1 : t;
  const power = is('correction_twice') ? 2 : 1;
  const none = is('correction_forgotten');
  const m =
    correctsM && !none && !is('correction_one:m')
      ? r(memory.m / (1 - beta1 ** n) ** power)
      : memory.m;
  const v =
    correctsV && !none && !is('correction_one:v')
      ? r(memory.v / (1 - beta2 ** n) ** power)
      : memory.v;
  const sign = is('step_sign') ? 1 : -1;
  const isOutside = correctsV !== is('epsilon');
  const root = is('root_forgotten')
    ? v + eps
    : isOutside
      ? r(Math.sqrt(v)) + eps
      : Math.sqrt(v + eps);
  return (sign * lr * m) / root;
}

/** β old + (1 − β) value. @type {(...given: any[]) => any} */
const average = (old, beta, value, t, is, r) => {
  if (is('first_value') && t === 1) return r(value);
  if (is('memory_forgotten')) return r((1 - beta) * value);
  if (is('weights_swapped')) return r((1 - beta) * old + beta * value);
  const sign = is('memory_sign') ? -1 : 1;
  return r(beta * old + sign * (is('weight_forgotten') ? 1 : 1 - beta) * value);
};

/** The same of g². @type {(...given: any[]) => any} */
const squares = (memory, slot, beta, g, t, is, r) => {
  if (is('sum_squared')) {
    memory.sum = r(beta * (memory.sum ?? 0) + (1 - beta) * g);
    memory[slot] = r(memory.sum ** 2);
  } else {
    memory[slot] = average(memory[slot], beta, is('square_forgotten') ? g : r(g * g), t, is, r);
  }
};

/** √(s + ε). @type {(...given: any[]) => any} */
const below = (s, eps, is, r) => {
  if (is('root_forgotten')) return s + eps;
  return is('epsilon') ? Math.sqrt(s) + eps : r(Math.sqrt(s + eps));
};

/** @type {Record<string, string[]>} */
const SLOTS = {
  ...{ sgd: [], momentum: ['v'], momentum_ewa: ['m'], momentum_torch: ['b'] },
  ...{ adagrad: ['s'], rmsprop: ['s'], adam_simple: ['m', 'v'], adam_first: ['m', 'v'] },
  adam: ['m', 'v'],
};

/** η as the mistakes have it. @param {(mistake: string) => boolean} is @param {number} lr */
function rateOf(is, lr) {
  if (is('rate_forgotten')) return 1;
  return is('rate_halved') ? lr / 2 : is('rate_doubled') ? 2 * lr : lr;
}

/**
 * Works a homework out.
 * @param {Homework} homework
 * @returns {Record<string, number[]>} the columns of the table, by the names that the core has for them
 */
export function workOut({
  key,
  hypers,
  landscape,
  start,
  steps,
  rate,
  wrong = '',
  carry: r = exact,
  slips = [],
}) {
  const axes = ['x', 'y'].slice(0, start.length);
  const all = wrong.split('+');
  const is = (/** @type {string} */ mistake) => all.includes(mistake);
  const wrongSlope = all.map((each) => landscape.slips[each]).find(Boolean);
  const gradient = (/** @type {number[]} */ at) => (wrongSlope ?? landscape.gradient)(at).map(r);
  const memory = axes.map(() =>
    Object.fromEntries(SLOTS[key].map((slot) => [slot, slot === 's' ? (hypers.s0 ?? 0) : 0])),
  );
  /** @type {Record<string, number[]>} */
  const columns = {};
  const note = (/** @type {string} */ name, /** @type {number} */ value) => {
    columns[name] ??= [];
    columns[name].push(value);
  };
  let x = [...start];
  let before = gradient(x);
  let old = before;
  for (let t = 0; t <= steps; t++) {
    if (t > 0) {
      const shift = is('rate_early') ? 0 : is('rate_late') ? -2 : -1;
      const lr = rateOf(is, rate ? rate(Math.max(0, t + shift)) : hypers.lr);
      const move = (/** @type {number[]} */ slope, /** @type {any[]} */ slots) =>
        x.map((value, i) =>
          r(value + r(RULES[key]({ ...hypers, g: slope[i], lr, t, is, r, memory: slots[i] }))),
        );
      const copy = () => memory.map((each) => ({ ...each }));
      let slope = before;
      if (is('old_point') && t > 1) slope = old;
      if (is('new_point')) slope = gradient(move(before, copy()));
      if (is('in_turn')) slope = [before[0], gradient([move(before, copy())[0], x[1]])[1]];
      old = before;
      x = move(slope, memory);
      for (const { step, by } of slips) if (step === t) x[0] = r(x[0] * by);
      before = gradient(x);
    }
    for (const [i, axis] of axes.entries()) {
      note(axis, x[i]);
      note(`g${axis}`, before[i]);
      for (const slot of SLOTS[key]) note(`${slot}_${axis}`, memory[i][slot]);
    }
    note('f', r(landscape.value(x)));
  }
  return columns;
}
