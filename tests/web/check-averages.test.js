// Moving averages that somebody worked out: recursions written by hand here, rounded as people round, right and
// wrong.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from './cases.js';
import { core } from './core.js';
import { random as generator } from './random.js';

/** The lecture's series. */
const SERIES = [3, 8, 6, 5, 1, 7, 9, 0, 8, 4];

/** @typedef {(value: number) => number} Round @type {Round} */
const exact = (value) => value;

/**
 * An average by hand, the line above it first.
 * @param {string} key @param {number} p decay or window @param {number[]} s
 * @param {{ wrong?: string, r?: Round }} [how] r: rounds whatever is worked out
 * @returns {Record<string, number[]>}
 */
function byHand(key, p, s, { wrong = '', r = exact } = {}) {
  const is = (/** @type {string} */ name) => wrong === name;
  const at = (/** @type {number} */ i) =>
    is('value_before') ? (s[i - 1] ?? 0) : is('value_after') ? (s[i + 1] ?? Number.NaN) : s[i];
  if (key === 'sma') {
    const k = p + (is('window_long') ? 1 : is('window_short') ? -1 : 0);
    const v = s.map((_, i) => {
      if (i + 1 < k) return Number.NaN;
      const sum = r(Array.from({ length: k }, (_, j) => at(i - j)).reduce((a, b) => a + b));
      return is('division_forgotten') ? sum : r(sum / k);
    });
    return { v: [Number.NaN, ...v] };
  }
  const [old, fresh] = is('weights_swapped') ? [1 - p, p] : [p, 1 - p];
  const startsAtFirst = (key === 'ewa_first') !== (is('first_value') || is('first_zero'));
  const v = [0];
  const vhat = [Number.NaN];
  for (let i = 0; i < s.length; i++) {
    const next = r(old * v[i]) + (is('weight_forgotten') ? at(i) : r(fresh * at(i)));
    v.push(startsAtFirst && i === 0 ? at(0) : r(next));
    const by = i + (is('correction_late') ? 2 : is('correction_early') ? 0 : 1);
    const divisor = r(1 - p ** by);
    const corrected = r(v[i + 1] / divisor);
    vhat.push(is('correction_twice') ? r(corrected / divisor) : corrected);
  }
  if (key === 'ewa_corrected')
    return { v, vhat: is('correction_forgotten') || is('first_value') ? v : vhat };
  return is('correction_added')
    ? { v: vhat }
    : { v: [key === 'ewa' ? 0 : Number.NaN, ...v.slice(1)] };
}

const COMMON = ['value_before', 'value_after'];
const EWA = [...COMMON, 'weights_swapped', 'weight_forgotten'];
/** @type {Record<string, { param: string, ps: number[], mistakes: string[] }>} */
const AVERAGES = {
  sma: {
    param: 'window',
    ps: [2, 3, 4],
    mistakes: [...COMMON, 'window_long', 'window_short', 'division_forgotten'],
  },
  ewa: { param: 'rho', ps: [0.5, 0.8, 0.9], mistakes: [...EWA, 'first_value', 'correction_added'] },
  ewa_first: { param: 'rho', ps: [0.5, 0.8, 0.9], mistakes: [...EWA, 'first_zero'] },
  ewa_corrected: {
    param: 'rho',
    ps: [0.5, 0.8, 0.9],
    mistakes: [
      ...['weight_forgotten', 'weights_swapped', 'value_before', 'correction_forgotten'],
      ...['correction_twice', 'correction_late'],
    ],
  },
};

/** @param {() => number} random */
function randomHomework(random) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(list.length * random())];
  const key = pick(Object.keys(AVERAGES));
  const { param, ps, mistakes } = AVERAGES[key];
  const s = Array.from(
    { length: 5 + Math.floor(8 * random()) },
    () => Math.floor(100 * random()) / 10,
  );
  return {
    key,
    p: pick(ps),
    param,
    s,
    wrong: pick(mistakes),
    mistakes,
    places: 1 + Math.floor(4 * random()),
  };
}

/**
 * @param {ReturnType<typeof randomHomework>} homework @param {{ wrong?: string, isCarried: boolean }} how
 */
function handedIn({ key, p, s, places }, { wrong, isCarried }) {
  const round = (/** @type {number} */ value) => Number(value.toFixed(places));
  const all = byHand(key, p, s, { wrong, r: isCarried ? round : exact });
  const columns = Object.fromEntries(
    Object.entries(all).map(([name, list]) => [name, list.map(round)]),
  );
  return { columns, digits: places };
}

/** @param {ReturnType<typeof randomHomework>} homework */
const specOf = ({ key, p, param, s }) => ({ smoother: { key, params: { [param]: p } }, series: s });

test('the averages of the lecture’s series are right, and a wrong number is found', () => {
  for (const [key, { param, ps }] of Object.entries(AVERAGES))
    for (const p of ps) {
      const spec = { smoother: { key, params: { [param]: p } }, series: SERIES };
      const right = byHand(key, p, SERIES);
      assert.equal(core.check(spec, { columns: right }).first, null, `${key} ${p}`);
      const name = 'vhat' in right ? 'vhat' : 'v';
      const wrong = right[name].with(6, right[name][6] + 0.1);
      const { first, rows } = core.check(spec, { columns: { [name]: wrong } });
      assert.deepEqual([first?.row, first?.column], [6, name]);
      assert.ok(Math.abs(Number(first?.right) - right[name][6]) < 1e-12);
      assert.equal(rows.filter(({ verdict }) => verdict === 'wrong').length, 1);
    }
});

test('the series is judged as well: a value that was copied wrongly', () => {
  const columns = { s: [Number.NaN, 3, 8, 6, 5, 2] };
  const { first } = core.check({ smoother: 'ewa', series: SERIES }, { columns });
  assert.deepEqual(first, { row: 5, column: 's', given: 2, right: 1 });
});

const COUNT = cases(1000);

test(`of ${COUNT} right averages, rounded at the end or on the way, none has a wrong number`, () => {
  const random = generator(41);
  for (let i = 0; i < COUNT; i++) {
    const homework = randomHomework(random);
    const given = handedIn(homework, { isCarried: random() < 0.5 });
    const { first, mistake } = core.check(specOf(homework), given);
    assert.equal(mistake, null);
    assert.equal(first, null, JSON.stringify({ homework, given, first }));
  }
});

test(`of ${COUNT} wrong averages the mistake is named first in 95 % of those that can be told apart`, () => {
  const random = generator(42);
  let [named, told] = [0, 0];
  /** @type {Map<string, number>} */
  const missed = new Map();
  for (let i = 0; i < COUNT; i++) {
    const homework = randomHomework(random);
    const isCarried = random() < 0.5;
    const { wrong, mistakes } = homework;
    const given = handedIn(homework, { wrong, isCarried });
    const text = JSON.stringify(given);
    const isSame = (/** @type {string|undefined} */ other) =>
      [true, false].some(
        (each) => JSON.stringify(handedIn(homework, { wrong: other, isCarried: each })) === text,
      );
    if ([undefined, ...mistakes].some((other) => other !== wrong && isSame(other))) continue;
    told++;
    const found = core.check(specOf(homework), given).mistake?.key ?? 'none';
    if (found === wrong) named++;
    else
      missed.set(
        `${homework.key} ${wrong} → ${found}`,
        (missed.get(`${homework.key} ${wrong} → ${found}`) ?? 0) + 1,
      );
  }
  assert.ok(told > 0.85 * COUNT, `${told} can be told apart`);
  assert.ok(named >= 0.95 * told, `${named} of ${told}; missed: ${JSON.stringify([...missed])}`);
});

test('what cannot be checked is refused, and the error names it', () => {
  const given = { columns: { v: [0, 1] } };
  for (const [spec, words] of /** @type {[any, RegExp][]} */ ([
    [{ smoother: 'nonsense', series: [1] }, /nonsense.*sma/],
    [{ smoother: 'ewa', series: 'x' }, /series/],
    [{ smoother: 'ewa', series: [1], start: 3 }, /start/],
    [{ smoother: { key: 'ewa', params: { rho: 2 } }, series: [1] }, /rho/],
  ]))
    assert.throws(() => core.check(spec, given), words);
  const unknown = { columns: { w: [0, 1] } };
  assert.throws(
    () => core.check({ smoother: 'ewa', series: [1] }, unknown),
    /no "w"; it takes s, v/,
  );
});
