// The course as data: its chapters in order, their length, what a beat may be. What the beats claim is proved
// in course-facts-*.test.js.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { CHAPTERS } from '../../web/course/chapters.js';
import { OTHERS } from '../../web/course/others.js';
import { isRight } from '../../web/course/predictions.js';
import { bound } from '../../web/course/text.js';
import { QUIZ } from '../../web/lessons/quiz.js';
import { linkKeys, lockKeys } from '../../web/state/schema.js';
import { core } from './core.js';
import { numbersOf, textsOf } from './course.js';
import { lengthOf } from './course-length.js';

const ORDER =
  'loss slope step rate curvature plane traps samples decay adagrad averages rmsprop momentum adam ' +
  'exercise which beyond questions';

/** Of one source with the quiz: another length and other rules. */
const WRITTEN = [...CHAPTERS.filter(({ key }) => key !== 'questions'), ...OTHERS];
const ALL = [...CHAPTERS, ...OTHERS];

test('the chapters are the storyboard’s, in its order', () => {
  assert.equal(CHAPTERS.map(({ key }) => key).join(' '), ORDER);
});

test('a chapter is 3 to 6 beats, 80 to 160 English words, and no more than 200 Vietnamese syllables', () => {
  for (const chapter of WRITTEN) {
    const { key, beats } = chapter;
    assert.ok(beats.length >= 3 && beats.length <= 6, `${key}: ${beats.length} beats`);
    const { en, vi } = lengthOf(chapter);
    assert.ok(en >= 80 && en <= 160, `${key}: ${en} words`);
    assert.ok(vi >= 80 && vi <= 200, `${key}: ${vi} syllables`);
  }
});

test('every chapter asks before it tells', () => {
  for (const { key, beats } of ALL)
    assert.ok(
      beats.some(({ predict }) => predict),
      key,
    );
});

test('every text is there in both languages, plain, and not the same in both', () => {
  for (const { title, idea, beats } of ALL)
    for (const text of [title, idea, ...beats.flatMap(textsOf)]) {
      for (const words of [text.en, text.vi]) {
        assert.equal(words.trim(), words);
        assert.ok(words.length > 0);
        assert.doesNotMatch(words, / {2}|[<>`_\\]|--|\.\.\.|\d-|-\d/, words);
        // Emphasis is a pair of asterisks around words.
        assert.doesNotMatch(words.replace(/\*[^\s*](?:[^*]*[^\s*])?\*/g, ''), /\*/, words);
      }
      // A lone name or formula may be the same.
      if (text.en.split(' ').length > 3) assert.notEqual(text.en, text.vi);
    }
});

test('a number has a decimal point in English, a comma in Vietnamese', () => {
  for (const text of WRITTEN.flatMap(({ beats }) => beats.flatMap(textsOf))) {
    assert.doesNotMatch(text.en, /\d,(?!\d{3}\b)\d/, text.en);
    assert.doesNotMatch(text.vi, /\d\.(?!\d{3}\b)\d/, text.vi);
  }
});

test('titles and ideas hold no numbers but in words, the same in both languages', () => {
  for (const { key, title, idea } of ALL)
    for (const text of [title, idea]) {
      const ofTheBook = text === title && key === 'd2l' ? ['12'] : [];
      assert.deepEqual(numbersOf(text), ofTheBook);
    }
});

test('a beat is one to three sentences', () => {
  for (const { beats } of WRITTEN)
    for (const { text } of beats)
      for (const words of [text.en, text.vi]) {
        const sentences = words.match(/[.?!](?=\s|$)/g) ?? [];
        assert.ok(sentences.length >= 1 && sentences.length <= 3, `${sentences.length}: ${words}`);
      }
});

test('the controls of a beat are keys of links or of parameters', () => {
  for (const { beats } of ALL)
    for (const { controls, query } of beats) {
      const lab = new URLSearchParams(query).get('lab') ?? '';
      const names = linkKeys(core.catalog, lab).map(({ name }) => name);
      for (const name of controls?.split(',') ?? [])
        assert.ok([...names, ...lockKeys(core.catalog)].includes(name), `${name} in ${query}`);
    }
});

test('an answered prediction changes the figure, and only what is shown of it where it can', () => {
  for (const { beats } of ALL)
    for (const { query, predict } of beats) if (predict?.then) assert.notEqual(predict.then, query);
});

test('a choice has at least two options, all different, and its answer is one of them', () => {
  for (const { beats } of ALL)
    for (const { predict } of beats)
      if (predict?.kind === 'choice') {
        const { options, answer } = predict;
        for (const lang of /** @type {const} */ (['en', 'vi']))
          assert.equal(new Set(options.map((option) => option[lang])).size, options.length);
        assert.ok(options.length >= 2 && options[answer], predict.ask.en);
      }
});

test('the page takes the answer, and not what it begins with or a slip of the sign', () => {
  for (const { key, beats } of ALL)
    for (const { query, predict } of beats) {
      if (!predict) continue;
      const { kind, answer } = predict;
      assert.ok(isRight(predict, answer), key);
      if (kind === 'number' && answer) assert.ok(!isRight(predict, -answer), key);
      if (kind !== 'place') continue;
      // The mark begins in the middle of the plot.
      const [from, to] = new URLSearchParams(query).get('view')?.split(',').map(Number) ?? [];
      assert.ok(to > from && !isRight(predict, (from + to) / 2), key);
    }
});

test('the right answer is not always in the same place', () => {
  const places = WRITTEN.flatMap(({ beats }) =>
    beats.flatMap(({ predict }) => (predict?.kind === 'choice' ? [predict.answer] : [])),
  );
  for (const place of [0, 1, 2])
    assert.ok(places.filter((each) => each === place).length < places.length / 2, `${place}`);
});

test('the six questions are the quiz’s, in its order', () => {
  const { beats } = CHAPTERS[CHAPTERS.length - 1];
  assert.deepEqual(
    beats.map(({ query, predict }) => [query, predict?.ask]),
    QUIZ.map(({ figure, prompt }) => [figure, prompt]),
  );
});

test('the keys of all chapters are different', () => {
  assert.equal(new Set(ALL.map(({ key }) => key)).size, ALL.length);
  for (const { key } of ALL) assert.match(key, /^[a-z][a-z0-9_]*$/);
});

test('the course is small: all chapters in both languages are at most 22 KB after gzip', () => {
  const size = gzipSync(JSON.stringify(CHAPTERS), { level: 9 }).length;
  assert.ok(size <= 22000, `${size} bytes`);
});

test('a formula breaks before its equals signs and arrows alone', () => {
  const no = '\u00a0';
  for (const [written, shown] of [
    ['x₁ = x₀ − η f′(x₀)', `x₁ =${no}x₀${no}−${no}η f′(x₀)`],
    ['w ← w − η m', `w ←${no}w${no}−${no}η m`],
    ['a + b · c × d ≈ 3 < 4 > 2', `a${no}+${no}b${no}·${no}c${no}×${no}d ≈${no}3 <${no}4 >${no}2`],
    ['a − b − c', `a${no}−${no}b${no}−${no}c`],
    ['x=2, one - two, −3', 'x=2, one - two, −3'],
    ['', ''],
  ])
    assert.equal(bound(written), shown);
});
