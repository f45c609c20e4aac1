// Lines fitted in batches that somebody worked out: by recursions written by hand (homework/line.js), rounded
// as people round, right and wrong.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from './cases.js';
import { core } from './core.js';
import { rounding } from './homework/homework.js';
import { fitByHand, standardised } from './homework/line.js';
import { random as generator } from './random.js';

/** @typedef {import('./homework/line.js').Line} Line */

const BATCHES = [...['order_unshuffled', 'order_kept', 'batch_next', 'batch_all'], 'division_all'];
const COMMON = [
  ...['derivative_exponent', 'step_sign', 'rate_forgotten', 'rate_halved', 'rate_doubled'],
  ...['new_point', 'old_point', 'in_turn'],
];
/** @type {Record<Line['key'], { hypers: Record<string, number>, mistakes: string[] }>} */
const OPTIMIZERS = {
  sgd: { hypers: { lr: 0.02 }, mistakes: [] },
  momentum_torch: { hypers: { lr: 0.01, mu: 0.5 }, mistakes: ['memory_forgotten', 'weight_added'] },
  adam_simple: {
    hypers: { lr: 0.1, beta1: 0.9, beta2: 0.99, eps: 1e-8 },
    mistakes: ['memory_forgotten', 'root_forgotten', 'weight_forgotten'],
  },
};

/** @param {() => number} random */
function randomFit(random) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(list.length * random())];
  const n = 3 + Math.floor(8 * random());
  const raw = Array.from({ length: n }, () => Math.floor(50 * random()) / 10);
  const y = raw.map((value) => Number((0.8 * value + 2 * random() - 1).toFixed(1)));
  const batch = 1 + Math.floor(n * random());
  const steps = 2 + Math.floor(9 * random());
  const [seed, standardise] = [Math.floor(1000 * random()), random() < 0.5];
  const key = /** @type {Line['key']} */ (pick(Object.keys(OPTIMIZERS)));
  const { hypers } = OPTIMIZERS[key];
  const lr = hypers.lr * pick([1, 2, 3]);
  const drawn = Array.from({ length: steps + 2 }, (_, s) =>
    core.batch({ n, batch, seed, step: s + 1 }),
  );
  /** @type {Line} */
  const line = {
    ...{ x: standardise ? standardised(raw) : raw, y, drawn, batch, steps, key },
    ...{ start: [pick([0, 0.5, 1]), pick([0, -1])], hypers: { ...hypers, lr } },
  };
  return { line, raw, seed, standardise };
}

/** @param {ReturnType<typeof randomFit>} fit */
const specOf = ({ line, raw, seed, standardise }) => {
  const { y, batch, steps, start, key, hypers } = line;
  const optimizer = /** @type {any} */ ({ key, hypers });
  return { data: { x: raw, y }, standardise, start, optimizer, batch, steps, seed };
};

/** @param {ReturnType<typeof randomFit>} fit */
const mistakesIn = ({ line, standardise }) => [
  ...COMMON,
  ...OPTIMIZERS[line.key].mistakes,
  ...(line.batch > 1 ? ['division_forgotten'] : []),
  ...(line.batch < line.x.length ? BATCHES : []),
  ...(standardise ? ['scale_forgotten'] : []),
];

/** @param {() => number} random */
const randomHow = (random) => ({
  ...{ k: 2 + Math.floor(5 * random()), isPlaces: random() < 0.5, isCarried: random() < 0.5 },
  hasSlope: random() < 0.5,
});

/** @param {ReturnType<typeof randomFit>} fit @param {ReturnType<typeof randomHow> & { wrong?: string }} how */
function handedIn({ line, raw }, { wrong, k, isPlaces, isCarried, hasSlope }) {
  const round = rounding(k, isPlaces);
  const own = wrong === 'scale_forgotten' ? { ...line, x: raw } : line;
  const all = fitByHand(own, { wrong, ...(isCarried && { r: round }) });
  /** @type {Record<string, number[]>} */ const columns = {};
  /** @type {Record<string, number[]>} */ const digits = {};
  for (const name of hasSlope ? ['w', 'b', 'gw', 'gb'] : ['w', 'b']) {
    columns[name] = all[name].map(round);
    digits[name] = columns[name].map((value) =>
      isPlaces || value === 0 ? k : k - 1 - Math.floor(Math.log10(Math.abs(value))),
    );
  }
  return { columns, digits };
}

/** @param {{ columns: Record<string, number[]> }} given */
const isWhole = ({ columns }) =>
  Object.values(columns).every((list) => list.every(Number.isFinite));

/**
 * Whether two tables differ by no more than rounding on the way may do: two units in the last place.
 * @param {ReturnType<typeof handedIn>} given @param {Record<string, number[]>} other
 */
const isClose = ({ columns, digits }, other) =>
  Object.entries(columns).every(([name, list]) =>
    list.every((value, t) => Math.abs(value - other[name][t]) <= 2.01 * 10 ** -digits[name][t]),
  );

test('a run of the core is right in all its columns, as the hand works it out', () => {
  const random = generator(50);
  for (let i = 0; i < 100; i++) {
    const fit = randomFit(random);
    const columns = fitByHand(fit.line);
    const run = core.sample(specOf(fit));
    for (const [name, list] of Object.entries(columns))
      for (const [t, value] of list.entries())
        assert.ok(Math.abs(value - run.columns[name][t]) <= 1e-9 * (1 + Math.abs(value)), name);
    const { first, rows } = core.check(specOf(fit), { columns });
    assert.equal(first, null);
    assert.equal(rows.length, fit.line.steps + 1);
  }
});

const RIGHT = cases(3000);

test(`of ${RIGHT} right fits, rounded at the end or on the way, none is accused of a mistake`, () => {
  const random = generator(51);
  let wrong = 0;
  for (let i = 0; i < RIGHT; i++) {
    const fit = randomFit(random);
    const how = randomHow(random);
    const given = handedIn(fit, how);
    if (!isWhole(given)) continue;
    const { first, mistake } = core.check(specOf(fit), given);
    assert.equal(mistake, null, JSON.stringify({ fit, how, given, mistake }));
    wrong += first ? 1 : 0;
  }
  // A mean of squares that was rounded to 0.00001 is divided by: that number is wrong indeed.
  assert.ok(
    wrong <= Math.max(2, RIGHT / 500),
    `${wrong} right fits have a number that is called wrong`,
  );
});

const WRONG = cases(5000);

test(`of ${WRONG} wrong fits the mistake is named first in 95 % of those that can be told apart`, () => {
  const random = generator(52);
  let [named, told] = [0, 0];
  /** @type {Map<string, number>} */
  const missed = new Map();
  for (let i = 0; i < WRONG; i++) {
    const fit = randomFit(random);
    const how = randomHow(random);
    const all = mistakesIn(fit);
    const wrong = all[Math.floor(all.length * random())];
    const given = handedIn(fit, { ...how, wrong });
    if (!isWhole(given)) continue;
    const isSame = (/** @type {string|undefined} */ other) =>
      [true, false].some((isCarried) =>
        isClose(given, handedIn(fit, { ...how, isCarried, wrong: other }).columns),
      );
    if ([undefined, ...all].some((other) => other !== wrong && isSame(other))) continue;
    told++;
    const found = core.check(specOf(fit), given).mistake?.key ?? 'none';
    if (found === wrong) named++;
    else
      missed.set(
        `${fit.line.key} ${wrong} → ${found}`,
        (missed.get(`${fit.line.key} ${wrong} → ${found}`) ?? 0) + 1,
      );
  }
  const most = [...missed].sort(([, a], [, b]) => b - a).slice(0, 12);
  assert.ok(told > 0.73 * WRONG, `${told} can be told apart`);
  assert.ok(named >= 0.95 * told, `${named} of ${told}; missed: ${most.map(String).join('; ')}`);
});
