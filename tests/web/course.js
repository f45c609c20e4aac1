// Helpers for the tests of the course: they open the figure of a beat, and check every number in its texts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAPTERS } from '../../web/course/chapters.js';
import { OTHERS } from '../../web/course/others.js';
import { quotientsOf } from '../../web/labs/derivative/scene.js';
import { DESCENTS } from '../../web/labs/descent/scene.js';
import { sampleSpecFor } from '../../web/labs/sampling/experiment.js';
import { smoothAll } from '../../web/labs/smoothing/averages.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { resultsNow } from '../../web/state/results.js';
import { core } from './core.js';

/**
 * @typedef {import('../../web/course/types.js').Beat} Beat
 * @typedef {import('../../web/course/types.js').Both} Both
 *
 * @typedef {object} Figure what a query shows
 * @property {any} experiment any: of whichever lab
 * @property {any[]} runs any: runs, sampled runs, averages or quotients, as its lab has them
 * @property {any} x any: the first run's x; of the derivative lab undefined
 *
 * @typedef {Record<string, number | number[] | boolean>} Numbers what each number printed in English is: "0.1"; a
 *   snippet with numbers in it, as "2/f″ = 1", is `true` when the proof has asserted it
 * @typedef {(now: Figure, then: Figure) => { numbers?: Numbers, answer?: number }} Proof answer: a prediction's
 */

const SHOWN = {
  descent: (/** @type {any} */ e) => resultsNow(core, DESCENTS, e).map(({ run }) => run),
  schedules: (/** @type {any} */ e) => resultsNow(core, DESCENTS, e).map(({ run }) => run),
  sampling: (/** @type {any} */ e) =>
    e.runs.map((/** @type {unknown} */ _, /** @type {number} */ i) =>
      core.sample(sampleSpecFor(e, i)),
    ),
  smoothing: (/** @type {any} */ e) => smoothAll(e, core).averages.map(({ values }) => values),
  derivative: (/** @type {any} */ e) => [quotientsOf(e, core)],
};

/** Opens a link, which must be canonical and leave language and theme to the page. @param {string} query */
export function open(query) {
  const { experiment, notices } = decodeExperiment(query, '', core);
  assert.deepEqual(notices, [], query);
  assert.equal(encodeExperiment(experiment, core.catalog), query);
  assert.deepEqual([experiment.lang, experiment.theme, experiment.embed], ['', '', false]);
  const runs = SHOWN[/** @type {keyof typeof SHOWN} */ (experiment.lab)](experiment);
  return { experiment, runs, x: runs[0].columns?.x };
}

/** A beat's texts, those of its prediction included. @param {Beat} beat @returns {Both[]} */
export const textsOf = ({ text, predict, notes }) => [
  text,
  ...(predict ? [predict.ask, predict.after] : []),
  ...(predict?.kind === 'choice' ? predict.options : []),
  ...(notes ? [notes] : []),
];

const PRINTED = {
  en: /(?<![\p{L}\d)])−?\d+(?:,\d{3})*(?:\.\d+)?/gu,
  vi: /(?<![\p{L}\d)])−?\d+(?:\.\d{3})*(?:,\d+)?/gu,
};

/** Number words, and their Vietnamese forms. @type {Record<string, [number, RegExp]>} */
const NUMBER_WORDS = {
  two: [2, /hai/i],
  three: [3, /ba/i],
  third: [3, /ba/],
  four: [4, /bốn/i],
  nine: [9, /chín/],
  ten: [10, /mười/],
  thirty: [30, /ba mươi/],
  half: [0.5, /nửa|đôi/],
  halves: [0.5, /nửa|đôi/],
  halved: [0.5, /nửa|đôi/],
  twice: [2, /đôi|hai lần/],
};
const WORDS = new RegExp(`\\b(${Object.keys(NUMBER_WORDS).join('|')})\\b`, 'gi');

/** As English prints it, to JavaScript. @param {string} text */
const numberOf = (text) => Number(text.replaceAll(',', '').replace('−', '-'));

/** An English number or snippet as Vietnamese prints it. @param {string} text */
export const inVietnamese = (text) =>
  text
    .replace(/(\d)([.,])(?=\d)/g, (_, digit, mark) => digit + (mark === '.' ? ',' : '.'))
    .replace(/\([^()]*\)/g, (list) => list.replaceAll(', ', '; '));

/**
 * The numbers of a text, as English prints them; in Vietnamese the same must stand in the same order.
 * @param {Both} text @returns {string[]}
 */
export function numbersOf({ en, vi }) {
  const inEnglish = en.match(PRINTED.en) ?? [];
  const other = (vi.match(PRINTED.vi) ?? []).map((text) =>
    text.replaceAll('.', '').replace(',', '.'),
  );
  const same = inEnglish.map((text) => text.replaceAll(',', ''));
  assert.deepEqual(other, same, `${en}\n${vi}`);
  for (const [word] of en.matchAll(WORDS))
    assert.match(vi, NUMBER_WORDS[word.toLowerCase()][1], word);
  return inEnglish;
}

/** Whether a value is what is printed, to its last digit. @param {number} value @param {string} printed */
function agrees(value, printed) {
  const digits = (printed.split('.')[1] ?? '').length;
  return Math.abs(value - numberOf(printed)) <= 0.5 * 10 ** -digits * (1 + 1e-9);
}

/**
 * Demands that each number printed in the texts is known, and is what it is said to be.
 * @param {readonly Both[]} texts @param {Numbers} numbers
 */
export function account(texts, numbers) {
  let left = texts.map(({ en }) => en).join('\n');
  for (const text of texts) numbersOf(text);
  const keys = Object.keys(numbers).toSorted((a, b) => b.length - a.length);
  const isNumber = (/** @type {string} */ key) =>
    key.replace(PRINTED.en, '') === '' || key in NUMBER_WORDS;
  for (const key of keys.filter((each) => !isNumber(each))) {
    assert.equal(numbers[key], true, key);
    assert.ok(left.includes(key), `no text says ${key}`);
    const vi = inVietnamese(key);
    assert.ok(
      texts.some((text) => text.vi.includes(vi)),
      `no text says ${vi}`,
    );
    left = left.replaceAll(key, '');
  }
  const printed = new Set([
    ...(left.match(PRINTED.en) ?? []),
    ...(left.match(WORDS) ?? []).map((word) => word.toLowerCase()),
  ]);
  for (const text of printed) {
    assert.ok(Object.hasOwn(numbers, text), `nothing says what ${text} is in: ${left}`);
    for (const value of [numbers[text]].flat()) {
      const is = text in NUMBER_WORDS ? value === NUMBER_WORDS[text][0] : null;
      assert.ok(is ?? agrees(Number(value), text), `${text} is ${value}`);
    }
  }
  for (const key of keys.filter(isNumber)) assert.ok(printed.has(key), `no text says ${key}`);
}

/**
 * Demands that a prediction's answer is right.
 * @param {Beat['predict']} predict @param {number | undefined} answer
 */
function judge(predict, answer) {
  if (!predict) return assert.equal(answer, undefined);
  assert.ok(answer !== undefined, 'what is the answer?');
  if (predict.kind === 'choice') return assert.equal(predict.answer, answer);
  if (predict.kind === 'place')
    return assert.ok(Math.abs(predict.answer - answer) <= predict.within / 100, `${answer}`);
  /** @param {number} value */
  const rounded = (value) => Number(value.toPrecision(predict.digits));
  return assert.equal(rounded(predict.answer), rounded(answer));
}

/**
 * A test for each beat of a chapter.
 * @param {string} key @param {readonly Proof[]} proofs one for each beat, in order
 */
export function prove(key, proofs) {
  const { beats } = [...CHAPTERS, ...OTHERS].find((chapter) => chapter.key === key) ?? {
    beats: [],
  };
  test(`${key}: every beat has its proof`, () => assert.equal(proofs.length, beats.length));
  for (const [i, beat] of beats.entries())
    test(`${key}.${i + 1}: its numbers and claims hold`, () => {
      const now = open(beat.query);
      const { numbers = {}, answer } = proofs[i](now, open(beat.predict?.then ?? beat.query));
      account(textsOf(beat), numbers);
      judge(beat.predict, answer);
      for (const wrong of misprints(textsOf(beat), numbers))
        assert.throws(() => account(wrong, numbers), /nothing says|no text says/);
      if (beat.predict) {
        const wrong = {
          ...beat.predict,
          answer: beat.predict.answer + 1 + 2 * within(beat.predict),
        };
        assert.throws(() => judge(wrong, answer));
      }
    });
}

/** @param {import('../../web/course/types.js').Prediction} predict */
const within = (predict) => (predict.kind === 'place' ? predict.within : 0);

/** A number that is not a part of another. @param {string} printed */
const alone = (printed) =>
  new RegExp(`(?<![\\d.,−])${printed.replaceAll('.', '\\.')}(?!\\d|[.,]\\d)`);

/**
 * The texts with a wrong digit in both languages, once for each number in them.
 * @param {readonly Both[]} texts @param {Numbers} numbers
 */
function misprints(texts, numbers) {
  /** @type {string[]} */
  const known = Object.keys(numbers).join(' ').match(PRINTED.en) ?? [];
  return texts.flatMap((text, i) =>
    [...new Set(numbersOf(text))].map((right) => {
      const wrong = [1, 2, 3, 4, 5, 6, 7, 8, 9]
        .map((more) => right.replace(/\d$/, (digit) => String((Number(digit) + more) % 10)))
        .find((each) => !known.includes(each) && !numbersOf(text).includes(each));
      assert.ok(wrong, right);
      const en = text.en.replace(alone(right), wrong);
      const vi = text.vi.replace(alone(inVietnamese(right)), inVietnamese(wrong));
      return texts.with(i, { en, vi });
    }),
  );
}

/** @param {ArrayLike<number>} values */
export const last = (values) => values[values.length - 1];

/**
 * Demands that a figure descends on a formula of x and y.
 * @param {Figure} figure @param {(x: number, y: number) => number} f @returns {true}
 */
export function descends({ experiment: { objective, start } }, f) {
  const x = [-2.3, -1, -0.4, 0.7, 1.9, 3.1];
  const y = start.length > 1 ? [0.3, -2, 1.1, 0, 2.5, -0.6] : undefined;
  const { f: values } = core.evaluate(objective, y ? { x, y } : { x });
  for (const [i, value] of values.entries()) assertNear(value, f(x[i], y?.[i] ?? 0), 1e-9);
  return true;
}

/** @param {number} actual @param {number} expected @param {number} within @returns {true} */
export function assertNear(actual, expected, within) {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
  return true;
}

/** How many times the values change their sign. @param {ArrayLike<number>} values */
export const crossings = (values) =>
  Array.from(values).filter((value, t) => t > 0 && value * values[t - 1] < 0).length;

/**
 * The index from which a condition holds to the end; −1 if it does not hold at the end.
 * @param {any} list any: numbers @param {(v: number) => boolean} holds
 */
export function settledAt(list, holds) {
  const broken = Array.from(/** @type {number[]} */ (list)).findLastIndex((v) => !holds(v));
  return broken === list.length - 1 ? -1 : broken + 1;
}
