// The quiz: its questions as data, its scoring, and what it takes back from a course platform.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../../web/i18n/index.js';
import { QUIZ } from '../../web/lessons/quiz.js';
import {
  answer,
  bestScore,
  decodeState,
  encodeState,
  initialState,
  isComplete,
  MOST_SUSPEND_DATA,
  restart,
  roundScore,
  statusOf,
} from '../../web/scorm/quiz-state.js';
import { WORDS } from '../../web/scorm/words.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { core } from './core.js';

/** The right answers, by hand, as the lecture gives them. */
/** @type {Record<string, string>} */
const RIGHT = {
  non_convex_loss: 'mlp',
  weight_record: 'time_series',
  best_optimizer: 'unknown',
  steeper_function: 'ninth',
  growing_jumps: 'large_rate',
  creep_and_swing: 'rate_each',
};

/** A state in which the first `n` answers are right and `wrong` after them are not. @param {number} n */
function answered(n, wrong = 0, from = initialState(QUIZ)) {
  return QUIZ.slice(0, n + wrong).reduce((state, question, i) => {
    const other = question.options.find(({ key }) => key !== RIGHT[question.key])?.key ?? '';
    return answer(state, question, i < n ? RIGHT[question.key] : other);
  }, from);
}

/** What a state is judged by. */
/** @param {ReturnType<typeof initialState>} state @param {boolean} [isForCredit] */
const judge = (state, isForCredit) => [
  roundScore(state, QUIZ),
  bestScore(state, QUIZ),
  statusOf(state, QUIZ, isForCredit),
];

test('there are six questions of four options with the lecture’s answers', () => {
  assert.deepEqual(Object.fromEntries(QUIZ.map((each) => [each.key, each.answer])), RIGHT);
  for (const { key, options } of QUIZ) {
    assert.match(key, /^[a-z][a-z_]{0,40}$/);
    assert.equal(new Set(options.map((option) => option.key)).size, 4);
  }
});

test('every text is there in both languages, and not the same in both', () => {
  const texts = QUIZ.flatMap(({ topic, prompt, attempt, why, options }) => [
    ...[topic, prompt, attempt, why],
    ...options.flatMap(({ text, reply }) => (text.en === text.vi ? [reply] : [text, reply])),
  ]);
  for (const { en, vi } of texts) {
    assert.ok(en.length > 3 && vi.length > 3);
    assert.notEqual(en, vi);
  }
  assert.deepEqual(Object.keys(WORDS.en), Object.keys(WORDS.vi));
  const blanks = (/** @type {string} */ text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(WORDS.en))
    assert.deepEqual(blanks(text), blanks(WORDS.vi[key]), key);
});

test('what a text tells to press is what the embedded lab calls it', () => {
  for (const lang of /** @type {const} */ (['en', 'vi'])) {
    const pressed = QUIZ.flatMap(({ attempt }) => attempt[lang].match(/“([^”]*)”/)?.[1] ?? []);
    assert.deepEqual([...new Set(pressed)], [createI18n(lang).t('embed.more')]);
  }
});

test('every figure is a canonical link that the lab takes without a notice', () => {
  for (const { key, figure } of QUIZ) {
    const { experiment, notices } = decodeExperiment(`?${figure}`, '', core);
    assert.deepEqual(notices, [], key);
    assert.equal(encodeExperiment(experiment, core.catalog), figure);
  }
});

test('the score is the share of right answers, and the status waits for the last one', () => {
  assert.deepEqual(judge(initialState(QUIZ)), [0, 0, 'incomplete']);
  assert.deepEqual(judge(answered(3)), [50, 50, 'incomplete']);
  assert.deepEqual(judge(answered(5)), [83, 83, 'incomplete']);
  assert.deepEqual(judge(answered(6)), [100, 100, 'passed']);
  assert.deepEqual(judge(answered(4, 2)), [67, 67, 'passed']);
  assert.deepEqual(judge(answered(3, 3)), [50, 50, 'failed']);
});

test('without credit there is nothing to pass: the quiz is completed', () => {
  assert.deepEqual(judge(answered(5), false), [83, 83, 'incomplete']);
  assert.deepEqual(judge(answered(0, 6), false), [0, 0, 'completed']);
});

test('an answer stands, and only what is offered is one', () => {
  const [question] = QUIZ;
  const first = answer(initialState(QUIZ), question, 'linear');
  assert.equal(answer(first, question, 'mlp'), first);
  for (const option of ['', 'null', 'toString', 'MLP', undefined, 3])
    assert.equal(
      answer(initialState(QUIZ), question, /** @type {any} */ (option)).answers[question.key],
      undefined,
    );
});

test('a new round keeps the best finished one, and what was passed stays passed', () => {
  const again = restart(answered(5, 1), QUIZ);
  assert.deepEqual(judge(again), [0, 83, 'passed']);
  assert.deepEqual(judge(answered(1, 5, again)), [17, 83, 'passed']);
  const failed = restart(answered(2, 4), QUIZ);
  assert.deepEqual(judge(failed), [0, 33, 'failed']);
  assert.deepEqual(judge(answered(6, 0, failed)), [100, 100, 'passed']);
  assert.equal(restart(answered(5), QUIZ).best, null);
});

test('what is kept on the platform comes back as it was, and fits into suspend_data', () => {
  for (const state of [initialState(QUIZ), answered(3, 1), restart(answered(6), QUIZ)]) {
    const full = { ...state, at: 'growing_jumps', lang: 'vi' };
    assert.deepEqual(decodeState(encodeState(full), QUIZ), full);
  }
  const longest = QUIZ.map(({ key, options }) => [
    key,
    options.map((option) => option.key).sort((a, b) => b.length - a.length)[0],
  ]);
  const state = { at: 'creep_and_swing', answers: Object.fromEntries(longest), best: 100 };
  const text = encodeState({ ...state, lang: 'vi' });
  assert.ok(text.length <= MOST_SUSPEND_DATA / 4, `${text.length}`);
  assert.match(text, /^[\x20-\x7e]*$/);
  assert.ok(isComplete(decodeState(text, QUIZ), QUIZ));
});

test('hostile suspend data is never more than a fresh start', () => {
  const fresh = initialState(QUIZ);
  const hostile = [
    '',
    'null',
    '[]',
    '7',
    '"text"',
    '{',
    '\u0000',
    '{"v":2,"best":100}',
    '{"v":1}',
    '{"v":1,"answers":null,"best":"100","at":{},"lang":7}',
    '{"v":1,"answers":[],"best":101,"at":"toString","lang":"<script>"}',
    '{"v":1,"answers":{"__proto__":{"non_convex_loss":"mlp"}},"best":-1}',
    '{"v":1,"answers":{"non_convex_loss":"constructor","weight_record":["time_series"]},"best":1.5}',
    '{"v":1,"answers":{"non_convex_loss":{"toString":"mlp"}},"best":1e999}',
    `{"v":1,"best":100,"pad":"${'x'.repeat(MOST_SUSPEND_DATA)}"}`,
    '['.repeat(4000),
  ];
  for (const text of hostile) assert.deepEqual(decodeState(text, QUIZ), fresh, text.slice(0, 80));
});

test('whatever is cut off or changed in suspend data, nothing throws and the score stays in bounds', () => {
  const text = encodeState(answered(4, 2));
  for (let i = 0; i < text.length; i++) {
    for (const broken of [text.slice(0, i), `${text.slice(0, i)}"${text.slice(i + 1)}`]) {
      const score = bestScore(decodeState(broken, QUIZ), QUIZ);
      assert.ok(score >= 0 && score <= 100);
    }
  }
});
