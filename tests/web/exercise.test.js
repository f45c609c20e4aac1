// Exercises: their links, the numbers of each student, the answers, and what is said to answers. Expectations are
// recursions and closed forms written here.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionsOf } from '../../web/labs/descent/exercise-questions.js';
import { Sitting } from '../../web/labs/descent/exercise-sitting.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { held, ofStudent, posed, TASKS } from '../../web/state/exercise.js';
import { freezeDeep } from '../../web/state/experiment.js';
import { choose, niceNear } from '../../web/state/nice.js';
import { cases } from './cases.js';
import { core, linkCore } from './corpus/core.js';
import { createRandom, randomExperiment } from './corpus/generator.js';
import { ofLab } from './labs.js';

const { catalog } = core;
const sealedLink = (/** @type {string} */ text) =>
  `?exercise=${Buffer.from(text).toString('base64url')}`;
/** @param {string} text of an exercise, as a link inside a link */
const exerciseOf = (text) =>
  ofLab(decodeExperiment(sealedLink(text), '', core).experiment, 'descent');
/** @param {string} text */
const sittingOf = (text) => new Sitting(exerciseOf(text), core);
/** @param {Sitting} sitting @param {string} key */
function questionOf(sitting, key) {
  const found = sitting.questions.find((each) => each.key === key);
  assert.ok(found, key);
  return found;
}
/** Gives an answer and returns what is said of it. @param {Sitting} sitting @param {string} key @param {string} text */
function give(sitting, key, text) {
  sitting.give(questionOf(sitting, key), text);
  return sitting.answerTo(key).verdict;
}

const RIGHT = cases(600);
const DAMAGED = cases(3000);

test(`decode(encode(e)) is e for ${RIGHT} random exercises, and their links name nothing`, () => {
  const random = createRandom(41);
  for (let i = 0; i < RIGHT; i++) {
    const { map: _, ...plain } = ofLab(randomExperiment(random), 'descent');
    const exercise = {
      task: random.pick(TASKS),
      ask: 1 + random.below(5),
      digits: 1 + random.below(10),
      tries: random.below(10),
      who: random.pick([0, 1, random.below(10000)]),
      curve: random.chance(0.5),
      hints: random.some(['Look down', 'ε & η: 50 % + more', 'Đạo hàm?']),
    };
    const experiment = freezeDeep({ ...plain, ...posed(plain, exercise, catalog) });
    const query = encodeExperiment(experiment, catalog);
    assert.match(
      query,
      /^lab=descent(&(exercise|lang|theme|embed|layout|hide|controls|lock)=[\w.,-]*)*&v=[12]$/,
    );
    assert.deepEqual(decodeExperiment(query, '', linkCore), { experiment, notices: [] }, query);
  }
});

test(`${DAMAGED} damaged exercises never throw, and settle in one round`, () => {
  const random = createRandom(11);
  const letters = [
    ...'&=,:;%+#?.- aeimnorstw0123456789',
    'hint=',
    'who=7&',
    'run=adam',
    '\u0000',
    '€',
  ];
  for (let i = 0; i < DAMAGED; i++) {
    const text = [...'task=which&who=3&f=quadratic&x0=7&run=sgd,lr:0.1'];
    for (let n = random.below(5); n >= 0; n--)
      text[random.below(text.length)] = random.pick(letters);
    const { experiment } = decodeExperiment(sealedLink(text.join('')), '', linkCore);
    const query = encodeExperiment(experiment, catalog);
    assert.deepEqual(
      decodeExperiment(query, '', linkCore),
      { experiment, notices: [] },
      text.join(''),
    );
  }
});

/** text inside the link, code, param and value of its one notice @type {[string, string, string, string][]} */
const BAD = [
  ['task=guess', 'unknown_value', 'task', 'guess'],
  ['task=steps&ask=6', 'out_of_range', 'ask', '6'],
  ['task=steps&digits=many', 'not_a_number', 'digits', 'many'],
  ['task=steps&who=-1', 'out_of_range', 'who', '-1'],
  ['task=steps&curve=2', 'unknown_value', 'curve', '2'],
  [`task=steps${'&hint=a'.repeat(6)}`, 'too_many', 'hint', ''],
  [`task=steps&hint=${'a'.repeat(301)}`, 'too_long', 'hint', 'a'],
  ['task=steps&run=nobody', 'unknown_unit', '', 'nobody'],
];
for (const [text, code, param, value] of BAD) {
  test(`an exercise that says ${text.slice(0, 30)} is corrected, and the notice says so`, () => {
    const { experiment, notices } = decodeExperiment(sealedLink(text), '', core);
    assert.deepEqual(
      notices.map((notice) => [notice.code, notice.param]),
      [[code, param]],
    );
    assert.ok(notices[0].value.startsWith(value));
    assert.equal(ofLab(experiment, 'descent').exercise?.task, 'steps');
  });
}

test('what cannot be unsealed, or is too long, is no exercise', () => {
  const plain = decodeExperiment('', '', core).experiment;
  for (const [link, code] of [
    ['?exercise=!!!', 'unreadable'],
    ['?exercise=', 'unreadable'],
    ['?exercise=_w', 'unreadable'], // the byte 255 is no UTF-8
    [`?exercise=${'YQ'.repeat(3001)}`, 'too_long'],
  ]) {
    const { experiment, notices } = decodeExperiment(link, '', core);
    assert.deepEqual(experiment, plain, link);
    assert.deepEqual(
      notices.map((notice) => [notice.key, notice.code]),
      [['exercise', code]],
    );
  }
});

test('the keys of an experiment beside an exercise do not count', () => {
  const { experiment } = decodeExperiment(
    `${sealedLink('task=steps&x0=9')}&x0=5&check=1&map=x,lr&lang=vi`,
    '',
    core,
  );
  const { start, check, map, lang } = ofLab(experiment, 'descent');
  assert.deepEqual(
    { start, check, map, lang },
    { start: [9], check: undefined, map: undefined, lang: 'vi' },
  );
});

test('nice numbers have one or two digits, the sign of the first, and lie within half and as much more', () => {
  assert.deepEqual(
    niceNear(70, 1.5),
    [35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105],
  );
  assert.deepEqual(niceNear(0.1, 1), [0.05, 0.06, 0.07, 0.08, 0.09, 0.1]);
  assert.deepEqual(niceNear(-1.5, 1, { min: -1 }), [-0.8, -0.9, -1]);
  assert.deepEqual(niceNear(0, 1), [0]);
  assert.deepEqual(niceNear(3, 1, { min: 7 }), [3]);
});

test('no two students have the same numbers before all are taken', () => {
  const upTo = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => i);
  for (const lengths of [[6, 4, 10], [1], [2, 1], [15, 11, 6, 9], [7, 7]]) {
    const count = Math.min(
      2000,
      lengths.reduce((product, n) => product * n),
    );
    const all = upTo(count).map((who) => choose(lengths.map(upTo), who + 1).join());
    assert.equal(new Set(all).size, count, String(lengths));
  }
});

/** x_t of gradient descent, momentum and Adam, as the lecture has them. @type {Record<string, any>} */
const RULES = {
  'sgd,lr:0.1':
    () => (/** @type {number} */ x, /** @type {number} */ g, /** @type {number} */ lr) =>
      x - lr * g,
  'momentum,lr:0.2,m:0.9'() {
    let v = 0;
    return (/** @type {number} */ x, /** @type {number} */ g, /** @type {number} */ lr) => {
      v = 0.9 * v - lr * g;
      return x + v;
    };
  },
  'adam,lr:0.5'() {
    let [m, v, t] = [0, 0, 0];
    return (/** @type {number} */ x, /** @type {number} */ g, /** @type {number} */ lr) => {
      t++;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      return x - (lr * (m / (1 - 0.9 ** t))) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8);
    };
  },
};
/** @param {number} value */
const isNice = (value) => Number(value.toPrecision(3)) === value && Number.isFinite(value);

for (const [run, rule] of Object.entries(RULES))
  test(`300 students have nice numbers of their own, and answers of ${run} by hand`, () => {
    const seen = new Set();
    for (let who = 1; who <= 300; who++) {
      const text = `task=steps&ask=4&who=${who}&f=elongated,a:0.1,b:2&x0=-5,-2&run=${run}`;
      const experiment = exerciseOf(text);
      const { start, runs, objective } = experiment;
      const { a, b } = /** @type {{ params: { a: number, b: number } }} */ (
        /** @type {unknown} */ (objective)
      ).params;
      const { lr } = runs[0].hypers;
      assert.ok([...start, lr, a, b].every(isNice), String([start, lr, a, b]));
      assert.ok(lr <= Number(/lr:([\d.]+)/.exec(run)?.[1])); // what was stable remains so
      seen.add(JSON.stringify([start, lr, a, b]));
      const steps = [rule(), rule()];
      let point = [...start];
      for (let row = 1; row <= 4; row++) {
        const slopes = [2 * a * point[0], 2 * b * point[1]];
        point = point.map((x, i) => steps[i](x, slopes[i], lr));
        for (const [i, axis] of ['x', 'y'].entries()) {
          const { answer } = questionOf(new Sitting(experiment, core), `${axis}_${row}`);
          assert.ok(
            Math.abs(Number(answer) - point[i]) <= 1e-12 * Math.abs(point[i]) + 1e-15,
            `${who} ${axis}_${row}`,
          );
        }
      }
    }
    assert.equal(seen.size, 300);
  });

test('the largest stable η is 2/L for gradient descent, 2 (1 + m)/L for momentum, L = 2a', () => {
  for (const a of [0.5, 1, 4]) {
    const [plain] = questionsOf(exerciseOf(`task=stable&f=quadratic,a:${a}`), core);
    assert.ok(Math.abs(Number(plain.answer) - 1 / a) < 1e-12);
    const heavy = exerciseOf(`task=stable&f=quadratic,a:${a}&run=momentum,lr:0.1,m:0.5`);
    assert.ok(Math.abs(Number(questionsOf(heavy, core)[0].answer) - 3 / (2 * a)) < 1e-12);
  }
  assert.deepEqual(questionsOf(exerciseOf('task=stable&f=rosenbrock'), core), []);
});

test('what has no answer is not asked: numbers under noise, the name of an own rule', () => {
  assert.deepEqual(questionsOf(exerciseOf('task=steps&sigma=1'), core), []);
  const own = 'rule=x=x-lr*g&run=custom,lr:0.1';
  assert.deepEqual(questionsOf(exerciseOf(`task=which&${own}`), core), []);
  assert.equal(questionsOf(exerciseOf(`task=steps&${own}`), core).length, 3);
});

test('a run on x² rests at 0 below η = 1, swings at 1, and leaves above; what is too slow is not asked', () => {
  /** @type {[lr: number, end: string][]} the factor of a step is 1 − 2η */
  const ends = [
    [0.001, 'rests'],
    [0.1, 'rests'],
    [0.99, 'rests'],
    [1, 'swings'],
    [1.01, 'leaves'],
    // e^(−0.4) after 20,000 steps; hardly a digit; a slow swing in, and one out
    [1e-5, ''],
    [1e-8, ''],
    [0.99999, ''],
    [1.00001, ''],
  ];
  for (const [lr, end] of ends) {
    const [first, ...numbers] = questionsOf(exerciseOf(`task=end&x0=70&run=sgd,lr:${lr}`), core);
    assert.equal(first?.answer ?? '', end, String(lr));
    assert.equal(numbers.length, end === 'rests' ? 1 : 0);
    if (numbers.length) assert.equal(numbers[0].answer, 0);
  }
});

test('on a plane one coordinate that leaves is enough, and rest needs both', () => {
  // 2aη and 2bη: 0.02 and 1.9; 0.2 and 2.2; 0.1 and 2
  for (const [f, lr, end] of [
    ['elongated,a:0.1,b:9.5', 0.1, 'rests'],
    ['elongated,a:1,b:11', 0.1, 'leaves'],
    ['elongated,a:0.5,b:10', 0.1, 'swings'],
  ])
    assert.equal(
      questionsOf(exerciseOf(`task=end&f=${f}&x0=-5,-2&run=sgd,lr:${lr}`), core)[0]?.answer,
      end,
      String(f),
    );
});

test('which optimizer it was is asked among four of other families', () => {
  for (let who = 0; who < 20; who++) {
    const [{ options = [], answer }] = questionsOf(
      exerciseOf(`task=which&who=${who}&f=himmelblau&x0=-1,2&run=adam,lr:0.05&steps=60`),
      core,
    );
    assert.equal(answer, 'adam');
    assert.ok(options.includes('adam'));
    const families = options.map(
      (key) => catalog.optimizers.find((unit) => unit.key === key)?.family,
    );
    assert.equal(new Set(families).size, 4);
  }
});

const STEPS = 'task=steps&x0=70&run=sgd,lr:0.1'; // 56, 44.8, 35.84

test('an answer is right within the digits asked for, also as a formula and with a comma', () => {
  const sitting = sittingOf(STEPS);
  assert.equal(sitting.rows, 1);
  assert.equal(give(sitting, 'x_1', '70*0.8'), 'agrees');
  assert.equal(sitting.rows, 2);
  assert.equal(give(sitting, 'x_2', '44,8'), 'agrees');
  assert.equal(give(sitting, 'x_3', '36'), 'short');
  assert.equal(give(sitting, 'x_3', 'many'), 'none');
  assert.deepEqual(sitting.answerTo('x_3').wrong, []);
  assert.equal(give(sitting, 'x_3', '35.84'), 'agrees');
  assert.deepEqual(sitting.score, { score: 100, right: 3, of: 3, done: true });
  assert.equal(sitting.rows, Infinity);
});

test('numbers rounded on the way are right', () => {
  // 1/7 of the way: 6, 5.1429, 4.4082, 3.7784; carried with 5.143: 4.408, 3.778
  const sitting = sittingOf('task=steps&digits=4&x0=7&fx=x^2/2&run=sgd,lr:0.142857142857');
  assert.equal(give(sitting, 'x_1', '6.000'), 'agrees');
  assert.equal(give(sitting, 'x_2', '5.143'), 'agrees');
  assert.equal(give(sitting, 'x_3', '4.408'), 'agrees');
  // x/3 a step, rounded to two digits at each: 0.33, 0.11, 0.037; exactly 0.3333, 0.1111, 0.03704
  const thirds = sittingOf('task=steps&digits=2&x0=100&fx=x^2/2&run=sgd,lr:0.86');
  assert.equal(give(thirds, 'x_1', '14'), 'agrees');
  assert.equal(give(thirds, 'x_2', '2.0'), 'agrees'); // 1.96, and of 14 the same
  assert.equal(give(thirds, 'x_3', '0.28'), 'rounded'); // 0.14 · 2.0; exactly 0.2744
});

test('what follows from a wrong number follows; the mistake is named; wrong answers are counted', () => {
  const sitting = sittingOf(`${STEPS}&tries=2`);
  assert.equal(give(sitting, 'x_1', '63'), 'wrong'); // half of η, or f' without its factor
  assert.equal(sitting.check?.mistake?.explains, 1);
  assert.equal(give(sitting, 'x_2', '50.4'), 'follows'); // 0.8 · 63
  assert.equal(give(sitting, 'x_1', '56'), 'agrees');
  assert.equal(sitting.answerTo('x_2').verdict, 'wrong');
  assert.deepEqual(sitting.answerTo('x_2').wrong, ['50.4']);
  assert.equal(give(sitting, 'x_2', '45.1'), 'wrong');
  assert.deepEqual(
    [sitting.answerTo('x_2').isDone, sitting.answerTo('x_2').isRight, sitting.next?.key],
    [true, false, 'x_3'],
  );
  sitting.reveal();
  assert.deepEqual(sitting.score, { score: 33, right: 1, of: 3, done: true });
});

test('a choice is told when one option is left', () => {
  const sitting = sittingOf('task=which&tries=0&f=himmelblau&x0=-1,2&run=adam,lr:0.05&steps=60');
  const [{ options = [] }] = sitting.questions;
  for (const key of options.filter((each) => each !== 'adam')) {
    assert.equal(sitting.answerTo('which').isDone, false);
    give(sitting, 'which', key);
  }
  assert.deepEqual([sitting.answerTo('which').isDone, sitting.score.right], [true, 0]);
});

test('a change cannot alter what an exercise is about; another student’s numbers can be asked for', () => {
  const before = exerciseOf(`${STEPS}&who=1`);
  const moved = held(before, { ...before, start: [1], steps: 5, t: 2, lang: 'vi' });
  assert.deepEqual([moved.start, moved.steps, moved.t, moved.lang], [before.start, 30, 2, 'vi']);
  const other = ofStudent(before, 2, catalog);
  assert.deepEqual(held(before, other), other);
  assert.notDeepEqual(other.start, before.start);
  assert.deepEqual(ofStudent(other, 1, catalog), before);
});
