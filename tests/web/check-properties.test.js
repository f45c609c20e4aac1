// Thousands of homeworks, worked out by recursions that are written by hand (homework/recursions.js): right
// ones accuse nobody, wrong ones name the mistake that was made.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from './cases.js';
import { core } from './core.js';
import { handedIn, mistakesIn, randomHomework, specOf } from './homework/homework.js';
import { random as generator } from './random.js';

/** How a homework is rounded, and which columns it has. @param {() => number} random */
const randomHow = (random) => ({
  k: 2 + Math.floor(5 * random()),
  isPlaces: random() < 0.5,
  isCarried: random() < 0.5,
  hasSlots: random() < 0.5,
  hasSlope: random() < 0.5,
});

/** @param {{ columns: Record<string, number[]> }} given */
const isWhole = ({ columns }) =>
  Object.values(columns).every((list) => list.every(Number.isFinite));

/** @param {{ columns: Record<string, number[]> }} given */
const textOf = ({ columns }) => JSON.stringify(columns);

const RIGHT = cases(2000);
test(`of ${RIGHT} right homeworks, rounded at the end or on the way, none is accused of a mistake`, () => {
  const random = generator(20);
  const accused = [];
  let wrong = 0;
  for (let i = 0; i < RIGHT; i++) {
    const homework = randomHomework(random);
    const how = randomHow(random);
    const { first, mistake } = core.check(specOf(homework), handedIn(homework, how));
    if (mistake) accused.push(`${homework.key} ${JSON.stringify(how)}: ${mistake.key}`);
    wrong += first ? 1 : 0;
  }
  assert.deepEqual(accused, []);
  // A sum of squares that was rounded to 0.00 is divided by: that number is wrong indeed.
  assert.ok(wrong <= 0.002 * RIGHT, `${wrong} right homeworks have a number that is called wrong`);
});

const WRONG = cases(5000);
test(`of ${WRONG} wrong homeworks the mistake is named first in 95 % of those that can be told apart`, () => {
  const random = generator(21);
  let [named, told] = [0, 0];
  /** @type {Map<string, number>} */
  const missed = new Map();
  for (let i = 0; i < WRONG; i++) {
    const homework = randomHomework(random);
    const how = randomHow(random);
    const all = mistakesIn(homework);
    const wrong = all[Math.floor(all.length * random())];
    const given = handedIn(homework, { ...how, wrong });
    const isSame = (/** @type {string|undefined} */ other) =>
      [true, false].some(
        (isCarried) =>
          textOf(handedIn(homework, { ...how, isCarried, wrong: other })) === textOf(given),
      );
    if (!isWhole(given) || [undefined, ...all].some((other) => other !== wrong && isSame(other)))
      continue;
    told++;
    const found = core.check(specOf(homework), given).mistake?.key ?? 'none';
    if (found === wrong.split(':')[0]) named++;
    else missed.set(`${wrong} → ${found}`, (missed.get(`${wrong} → ${found}`) ?? 0) + 1);
  }
  const most = [...missed].sort(([, a], [, b]) => b - a).slice(0, 8);
  assert.ok(told > 0.7 * WRONG, `${told} can be told apart`);
  assert.ok(named >= 0.95 * told, `${named} of ${told}; missed: ${most.map(String).join('; ')}`);
});

const SLIPS = cases(1000);
test(`of ${SLIPS} homeworks with one slip of the pen, almost none is accused of a mistake`, () => {
  const random = generator(22);
  const factors = [0.1, 10, -1, 0.5, 2, 0.9, 1.1, 1.3];
  let accused = 0;
  for (let i = 0; i < SLIPS; i++) {
    const homework = randomHomework(random);
    const slip = {
      step: 1 + Math.floor(homework.steps * random()),
      by: factors[Math.floor(factors.length * random())],
    };
    const given = handedIn({ ...homework, slips: [slip] }, randomHow(random));
    if (isWhole(given) && core.check(specOf(homework), given).mistake) accused++;
  }
  assert.ok(accused <= Math.ceil(0.005 * SLIPS), `${accused} of ${SLIPS}`);
});
