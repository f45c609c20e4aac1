// A course of somebody's own: whatever its file or link says is bounded, plain, and comes back as it was.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fitsLink, MOST_OWN, MOST_OWN_BEATS } from '../../web/course/keys.js';
import { chapterOf, chaptersAt } from '../../web/course/own-chapter.js';
import {
  checkOwn,
  FEWEST_OPTIONS,
  FIRST_FIGURE,
  FORMAT,
  LIMITS,
  readOwn,
  readOwnFile,
  writeOwn,
  writeOwnFile,
} from '../../web/course/own-course.js';
import { faultSentence } from '../../web/course/own-head.js';
import { withBeat } from '../../web/course/own-keep.js';
import { WORDS } from '../../web/course/own-words.js';
import { plain, rich } from '../../web/course/text.js';
import { placeIn } from '../../web/course/where.js';
import { createI18n } from '../../web/i18n/index.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { readFile, writeFile } from '../../web/state/file.js';
import { core } from './core.js';

const FIGURES = ['lab=descent&x0=99&v=1', 'lab=smoothing&v=1', 'lab=descent&f=bowl&x0=5,9&v=1'];

/** A lint rule minds the name. */
const THEN = 'then';
/** All that a course may have. */
const WHOLE = {
  title: 'Rates; and ~more~ & "so" = 100 %',
  beats: [
    {
      text: 'One: *two*; ~1 <b>three</b>\nfour',
      query: FIGURES[0],
      controls: 'lr,x0',
      notes: 'Say it.',
    },
    {
      text: '',
      query: FIGURES[1],
      controls: '',
      notes: '',
      predict: {
        kind: 'number',
        ask: 'Where?',
        after: 'There.',
        [THEN]: FIGURES[0],
        answer: -7.25e-3,
        digits: 3,
      },
    },
    {
      text: 'Độ dốc; đường dốc',
      query: FIGURES[2],
      controls: '',
      notes: '',
      predict: {
        kind: 'choice',
        ask: '',
        after: '',
        [THEN]: '',
        answer: 1,
        options: ['a;b', '~', ''],
      },
    },
    {
      text: 'Place',
      query: FIGURES[0],
      controls: '',
      notes: '',
      predict: { kind: 'place', ask: 'x?', after: '', [THEN]: '', answer: 0.5, within: 0.25 },
    },
  ],
};
const whole = /** @type {any} */ (WHOLE);

/** @param {unknown} raw */
const codesOf = (raw) => checkOwn(raw, core).faults.map(({ where, code }) => `${where}: ${code}`);
/** A course of one beat. @param {object} beat */
const one = (beat) => ({ beats: [beat] });
const asked = (/** @type {object} */ predict) => one({ predict });

test('a course comes back from its file and from its link as it was, without a fault', () => {
  const file = readOwnFile(writeOwnFile(whole), core);
  assert.deepEqual(file, { course: WHOLE, faults: [] });
  const { course, faults } = readOwn(writeOwn(whole), core);
  assert.deepEqual({ course, faults }, { course: WHOLE, faults: [] });
  assert.deepEqual(readOwn('', core).course, { title: '', beats: [] });
  assert.equal(writeOwn({ title: '', beats: [] }), '');
});

test('a link that carries a course is read, canonical, and a file carries what no link can', () => {
  const own = writeOwn(whole);
  const { experiment } = decodeExperiment('?lab=course&at=own.3&v=1', '', core);
  const query = encodeExperiment(/** @type {any} */ ({ ...experiment, own }), core.catalog);
  const read = decodeExperiment(`?${query}`, '', core);
  assert.deepEqual(read.notices, []);
  assert.equal(/** @type {any} */ (read.experiment).own, own);
  assert.equal(encodeExperiment(read.experiment, core.catalog), query);
  const beats = Array.from({ length: 20 }, () => ({ ...whole.beats[0], text: 'ộ'.repeat(999) }));
  const long = writeOwn({ title: '', beats });
  assert.equal(fitsLink(own), true);
  assert.equal(fitsLink(long), false);
  const large = /** @type {any} */ ({ ...experiment, own: long });
  assert.ok(encodeExperiment(large, core.catalog).length < 100);
  const back = /** @type {any} */ (readFile(writeFile(large, core.catalog), core));
  assert.equal(back.experiment.own, long);
});

test('random texts come back from links: separators, escapes, line breaks, any letter', () => {
  let seed = 7;
  const random = (/** @type {number} */ below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const letters = [...'~;:,01&=%+#*<>"\'\\\n ộđ😀x'];
  const word = () =>
    Array.from({ length: random(12) }, () => letters[random(letters.length)]).join('');
  for (let i = 0; i < 300; i++) {
    const beats = Array.from({ length: random(4) }, () => ({
      ...{ text: word(), query: FIGURES[random(3)], controls: '', notes: word() },
      predict: {
        ...{ kind: 'choice', ask: word(), after: word(), [THEN]: '', answer: random(2) },
        options: [word(), word()],
      },
    }));
    const course = /** @type {any} */ ({ title: word(), beats });
    if (beats.length === 0 && course.title === '') continue;
    const { course: read, faults } = readOwn(writeOwn(course), core);
    assert.deepEqual({ read, faults }, { read: course, faults: [] });
  }
});

test('what is wrong is named, with its value and what is allowed; the rest is kept', () => {
  for (const [raw, codes] of /** @type {[unknown, string[]][]} */ ([
    [null, ['course: unknown_value', 'beats: unknown_value']],
    [[], ['course: unknown_value', 'beats: unknown_value']],
    ['text', ['course: unknown_value', 'beats: unknown_value']],
    [{ beats: {} }, ['beats: unknown_value']],
    [{ title: 5, beats: [] }, ['title: unknown_value']],
    [
      { title: 'x'.repeat(101), beats: [], more: 1 },
      ['course: unknown_parameter', 'title: too_long'],
    ],
    [{ beats: [null, [[]]] }, ['beat 1: unknown_value', 'beat 2: unknown_value']],
    [one({ text: ['a'] }), ['beat 1 › text: unknown_value']],
    [one({ html: '<b>' }), ['beat 1: unknown_parameter']],
    [one({ query: 'x0=abc' }), ['beat 1 › query › x0: not_a_number']],
    [one({ query: 'lab=course&at=own.1' }), ['beat 1 › query: unknown_value']],
    [one({ query: 'a'.repeat(2001) }), ['beat 1 › query: too_long']],
    [one({ controls: 'lr&lock=f' }), ['beat 1 › controls: unknown_value']],
    [asked([]), ['beat 1 › predict: unknown_value', 'beat 1 › predict › kind: unknown_value']],
    [asked({ kind: 'toString', answer: 1 }), ['beat 1 › predict › kind: unknown_value']],
    [asked({ kind: 'number' }), ['beat 1 › predict › answer: not_a_number']],
    [asked({ kind: 'number', answer: Number.NaN }), ['beat 1 › predict › answer: not_a_number']],
    [asked({ kind: 'number', answer: '5' }), ['beat 1 › predict › answer: not_a_number']],
    [
      asked({ kind: 'number', answer: Number.POSITIVE_INFINITY }),
      ['beat 1 › predict › answer: out_of_range'],
    ],
    [asked({ kind: 'number', answer: 1, digits: 2.5 }), ['beat 1 › predict › digits: not_whole']],
    [
      asked({ kind: 'choice', answer: 0, options: ['a'] }),
      ['beat 1 › predict › options: wrong_count'],
    ],
    [
      asked({ kind: 'choice', answer: 2, options: ['a', 'b'] }),
      ['beat 1 › predict › answer: out_of_range'],
    ],
    [asked({ kind: 'place', answer: 0, within: -1 }), ['beat 1 › predict › within: out_of_range']],
  ])) {
    const found = codesOf(raw);
    for (const code of codes) assert.ok(found.includes(code), `${JSON.stringify(raw)}: ${found}`);
    assert.equal(found.length, Math.max(codes.length, found.length));
  }
  const [fault] = checkOwn(asked({ kind: 'number', answer: 1e300 }), core).faults;
  const say = (/** @type {string} */ lang) => faultSentence(fault, createI18n(lang));
  assert.match(say('en'), /beat 1 › predict › answer.*1e\+300/);
  assert.match(say('vi'), /beat 1 › predict › answer.*1e\+300/);
  // A bad question leaves the beat; a bad figure leaves the first one.
  const { course } = checkOwn(one({ text: 'Here', query: 'lab=course', predict: 5 }), core);
  assert.deepEqual(course.beats, [
    { text: 'Here', query: FIRST_FIGURE, controls: '', notes: '', predict: undefined },
  ]);
});

test('a hostile file or link is bounded in size and in work', () => {
  const start = process.cpuUsage();
  const many = { format: FORMAT, beats: Array.from({ length: 1e5 }, () => ({ text: 'x' })) };
  assert.deepEqual(readOwnFile(JSON.stringify(many), core), { flaw: 'too_long' });
  const { course, faults } = checkOwn(many, core);
  assert.equal(course.beats.length, LIMITS.beats);
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['too_many'],
  );
  const json = (/** @type {object} */ raw) => readOwn(JSON.stringify(raw), core);
  const most = { beats: Array.from({ length: 1e4 }, () => ({ text: '' })) };
  assert.equal(json(most).course.beats.length, LIMITS.beats);
  const unknown = Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => [`k${i}`, 1]));
  assert.ok(json({ beats: [], ...unknown }).faults.length <= 20);
  const options = Array.from({ length: 1e4 }, () => 'a');
  assert.equal(json(asked({ kind: 'choice', answer: 0, options })).faults.length, 1);
  assert.deepEqual(readOwnFile('['.repeat(2e5), core), { flaw: 'not_json' });
  const deep = `{"format":"${FORMAT}","beats":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  assert.doesNotThrow(() => readOwnFile(deep, core));
  assert.deepEqual(readOwnFile('{"format":"descent-lab-experiment"}', core), { flaw: 'not_ours' });
  assert.deepEqual(readOwnFile('null', core), { flaw: 'not_ours' });
  const { user } = process.cpuUsage(start);
  assert.ok(user < 3e6, `${user / 1000} ms`);
  const names =
    '{"__proto__":{"text":"a"},"constructor":1,"beats":[{"__proto__":5,"toString":"e"}]}';
  assert.equal(readOwn(names, core).faults.length, 4);
  assert.equal(/** @type {any} */ ({}).text, undefined);
  // A link that lost its end.
  const { course: none, faults: lost } = readOwn('{"beats":[{"text":"a', core);
  assert.deepEqual([none.beats, lost.length], [[], 2]);
  const long = decodeExperiment(`?lab=course&course=${'a'.repeat(9000)}`, '', core);
  assert.equal(long.notices[0].code, 'too_long');
});

test('its texts are plain: stars are stars, and nothing unseen turns the reading around', () => {
  const { course } = checkOwn(one({ text: 'a *b* \u202e\u0000c\u2066' }), core);
  assert.equal(course.beats[0].text, 'a *b* c');
  const { text } = chapterOf(course).beats[0];
  assert.equal(rich(text.en), 'a *b* c');
  assert.equal(plain(text.vi), 'a *b* c');
});

test('its figures say nothing of the page, and lock nothing', () => {
  const query = 'x0=9&lang=vi&theme=dark&embed=1&hide=player&lock=f&present=1';
  const { course } = checkOwn(one({ query }), core);
  assert.equal(course.beats[0].query, 'lab=descent&x0=9&v=1');
});

test('it is one chapter more, and only where it is read; a lab becomes its next beat', () => {
  const { experiment } = decodeExperiment('?lab=course&v=1', '', core);
  const before = /** @type {any} */ (experiment);
  assert.ok(!chaptersAt(before, core).some(({ key }) => key === 'own'));
  const seen = decodeExperiment('?x0=33&run=adam&t=3&lang=vi&embed=1', '', core).experiment;
  const first = withBeat(before, seen, core);
  assert.ok(first);
  assert.equal(first.at, 'own.1');
  const second = withBeat(first, decodeExperiment('?lab=smoothing', '', core).experiment, core);
  assert.ok(second);
  const chapters = chaptersAt(second, core);
  const { beat, chapter } = placeIn(chapters, second.at);
  assert.equal(chapter.beats.length, 2);
  assert.equal(chapter.beats[0].query, 'lab=descent&x0=33&run=adam&t=3&v=1');
  assert.match(beat.query, /^lab=smoothing/);
  assert.match(chapter.idea.en, /not Descent Lab’s/);
  /** @type {any} */
  let full = before;
  for (let i = 0; i < MOST_OWN_BEATS; i++) full = withBeat(full, seen, core);
  assert.equal(full.at, `own.${MOST_OWN_BEATS}`);
  assert.equal(withBeat(full, seen, core), null);
});

test('the schema has the limits that are kept, and the form its words in both languages', () => {
  const path = new URL('../../web/course/own-course.schema.json', import.meta.url);
  const { properties, $defs, description } = JSON.parse(readFileSync(path, 'utf8'));
  const { beat, predict, query } = $defs;
  const texts = { ...beat.properties, ...predict.properties, ...properties, query };
  for (const key of /** @type {const} */ ([
    'title',
    'text',
    'query',
    'controls',
    'notes',
    'ask',
    'after',
  ]))
    assert.equal(texts[key].maxLength, LIMITS[key], key);
  assert.equal(properties.format.const, FORMAT);
  assert.equal(properties.beats.maxItems, LIMITS.beats);
  assert.equal(texts.options.maxItems, LIMITS.options);
  assert.equal(texts.options.minItems, FEWEST_OPTIONS);
  assert.equal(texts.options.items.maxLength, LIMITS.option);
  assert.equal(texts.digits.maximum, LIMITS.digits);
  assert.equal(texts.answer.maximum, LIMITS.number);
  assert.ok(description.includes(String(MOST_OWN)));
  assert.deepEqual(Object.keys(WORDS.en), Object.keys(WORDS.vi));
});
