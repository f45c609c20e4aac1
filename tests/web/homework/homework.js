// Random homework, right and wrong, with its numbers rounded as people round them.

import { LANDSCAPES } from './landscapes.js';
import { workOut } from './recursions.js';

const COMMON = [
  'rate_forgotten',
  'rate_halved',
  'rate_doubled',
  'step_sign',
  'new_point',
  'old_point',
];
const AVERAGE = [
  'weight_forgotten',
  'weights_swapped',
  'memory_forgotten',
  'memory_sign',
  'first_value',
];
const SUM = ['weight_added', 'memory_forgotten', 'memory_sign', 'memory_late'];

/**
 * Of each optimizer: random hypers, a rate fit for a landscape, and the mistakes that can be made.
 * @type {Record<string, { hypers: (of: any) => Record<string, number>, mistakes: string[] }>}
 */
export const OPTIMIZERS = {
  sgd: { hypers: ({ rate }) => ({ lr: rate }), mistakes: [] },
  momentum: { hypers: ({ rate, pick }) => ({ lr: rate, m: pick([0.5, 0.8, 0.9]) }), mistakes: SUM },
  momentum_torch: {
    hypers: ({ rate, pick }) => ({ lr: rate, mu: pick([0.5, 0.8, 0.9]) }),
    mistakes: SUM,
  },
  momentum_ewa: {
    hypers: ({ rate, pick }) => ({ lr: rate, beta1: pick([0.5, 0.8, 0.9]) }),
    mistakes: [...AVERAGE, 'memory_late'],
  },
  adagrad: {
    hypers: ({ pick }) => ({ lr: pick([0.1, 0.5, 1]), eps: 1e-7, s0: pick([0, 0.1]) }),
    mistakes: [
      'memory_forgotten',
      'square_forgotten',
      'sum_squared',
      'root_forgotten',
      'memory_late',
    ],
  },
  rmsprop: {
    hypers: ({ pick }) => ({ lr: pick([0.1, 0.3, 0.4]), rho: pick([0.5, 0.9]), eps: 1e-6 }),
    mistakes: [...AVERAGE, 'square_forgotten', 'sum_squared', 'root_forgotten', 'memory_late'],
  },
  adam_simple: {
    hypers: ({ pick }) => adamHypers(pick),
    mistakes: [...AVERAGE, 'square_forgotten', 'sum_squared', 'root_forgotten'],
  },
  adam_first: {
    hypers: ({ pick }) => adamHypers(pick),
    mistakes: [...AVERAGE, 'square_forgotten', 'root_forgotten', 'correction_forgotten'],
  },
  adam: {
    hypers: ({ pick }) => adamHypers(pick),
    mistakes: [
      ...[...AVERAGE, 'square_forgotten', 'sum_squared', 'root_forgotten'],
      ...['correction_forgotten', 'correction_one:m', 'correction_one:v', 'correction_twice'],
      'correction_late',
    ],
  },
};

/** @param {(list: number[]) => number} pick */
const adamHypers = (pick) => ({
  ...{ lr: pick([0.1, 0.2, 0.5]), beta1: pick([0.5, 0.9]), beta2: pick([0.9, 0.99, 0.999]) },
  eps: pick([1e-8, 1e-6]),
});

/** To k significant digits, or k places after the point. @param {number} k @param {boolean} isPlaces */
export const rounding = (k, isPlaces) => (/** @type {number} */ value) =>
  Number(isPlaces ? value.toFixed(k) : value.toPrecision(k));

/** Every mistake that can be made in a homework. @param {import('./recursions.js').Homework} homework */
export function mistakesIn({ key, landscape, start, rate }) {
  return [
    ...COMMON,
    ...OPTIMIZERS[key].mistakes,
    ...Object.keys(landscape.slips),
    ...(start.length > 1 ? ['in_turn'] : []),
    ...(rate ? ['rate_early', 'rate_late'] : []),
  ];
}

/**
 * @typedef {import('./recursions.js').Homework & { decay: [number, number] }} Given with the constants of its
 *   schedule
 *
 * @param {() => number} random @returns {Given}
 */
export function randomHomework(random) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(list.length * random())];
  const landscape = LANDSCAPES[pick(Object.keys(LANDSCAPES))](random);
  const key = pick(Object.keys(OPTIMIZERS));
  const rate = Number((landscape.largest * (0.2 + 0.6 * random())).toPrecision(1));
  const hypers = OPTIMIZERS[key].hypers({ rate, pick });
  const steps = 2 + Math.floor(9 * random());
  const decays = random() < 0.2;
  const [lambda, every] = [pick([0.5, 0.8]), pick([2, 4])];
  return {
    ...{ key, hypers, landscape, start: landscape.start(), steps, decay: [lambda, every] },
    ...(decays && { rate: (/** @type {number} */ s) => hypers.lr * lambda ** (s / every) }),
  };
}

/** What the core is asked. @param {Given} homework */
export const specOf = ({ key, hypers, landscape, start, steps, rate, decay: [decay, every] }) => ({
  objective: landscape.objective,
  start,
  optimizer: { key, hypers },
  steps,
  ...(rate && { schedule: { key: 'exponential', params: { decay, every } } }),
});

/**
 * A homework as it is handed in: columns that were chosen, rounded.
 * @param {Given} homework
 * @param {{ wrong?: string, k: number, isPlaces: boolean, isCarried: boolean, hasSlots: boolean, hasSlope:
 *   boolean }} how
 */
export function handedIn(homework, { wrong, k, isPlaces, isCarried, hasSlots, hasSlope }) {
  const round = rounding(k, isPlaces);
  const all = workOut({ ...homework, wrong, ...(isCarried && { carry: round }) });
  const names = Object.keys(all).filter((name) =>
    /^[xy]$/.test(name) ? true : /^g[xy]$/.test(name) ? hasSlope : name === 'f' ? false : hasSlots,
  );
  /** @type {Record<string, number[]>} */
  const columns = {};
  /** @type {Record<string, number[]>} */
  const digits = {};
  for (const name of names) {
    columns[name] = all[name].map(round);
    digits[name] = columns[name].map((value) =>
      isPlaces || value === 0 ? k : k - 1 - Math.floor(Math.log10(Math.abs(value))),
    );
  }
  return { columns, digits };
}
