import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chooseLanguage, createI18n } from '../../web/i18n/index.js';
import { NOTICE_CODES } from '../../web/state/notices.js';
import { linkKeys } from '../../web/state/schema.js';
import { core } from './core.js';
import { LAB_KEYS } from './labs.js';

const book = (/** @type {string} */ lang) =>
  JSON.parse(readFileSync(`web/i18n/${lang}.json`, 'utf8'));
const [en, vi] = [book('en'), book('vi')];
const placeholders = (/** @type {string} */ text) => (text.match(/\{\w+\}/g) ?? []).sort();
/** English texts of units and formula errors live in the C records. */
const isRecord = (/** @type {string} */ key) =>
  /^(unit|param|formula)\./.test(key) && key !== 'formula.nearest';

test('both languages have the same sentences', () => {
  assert.deepEqual(
    Object.keys(vi).filter((key) => !isRecord(key)),
    Object.keys(en),
  );
});

test('a sentence has the same placeholders in both languages', () => {
  for (const key of Object.keys(en))
    assert.deepEqual(placeholders(vi[key]), placeholders(en[key]), key);
});

test('every unit has a Vietnamese name and note, every parameter a Vietnamese label', () => {
  const { objectives, optimizers, schedules, smoothers } = core.catalog;
  for (const [family, units] of Object.entries({ objectives, optimizers, schedules, smoothers })) {
    for (const unit of units) {
      for (const part of ['name', 'note'])
        assert.ok(vi[`unit.${family}.${unit.key}.${part}`], `${unit.key}.${part}`);
      for (const { label } of 'params' in unit ? unit.params : unit.hypers)
        assert.ok(vi[`param.${label}`], label);
    }
  }
  for (const { found } of optimizers.flatMap(({ slots }) => slots))
    assert.ok(found === null || vi[`unit.found.${found}`], `${found}`);
  for (const { key, label } of core.catalog.modifiers)
    for (const text of [
      `unit.modifiers.${key}.name`,
      `unit.modifiers.${key}.note`,
      `param.${label}`,
    ])
      assert.ok(vi[text], text);
});

test('every group of optimizers has its heading, and every optimizer is in a group', () => {
  const { groups, optimizers } = core.catalog;
  for (const group of groups) assert.ok(en[`group.${group}`] && vi[`group.${group}`], group);
  for (const { key, group } of optimizers) assert.ok(groups.includes(group), key);
});

test('every notice and every diagnosis has its sentence', () => {
  for (const code of NOTICE_CODES) assert.ok(en[`notice.${code}`], code);
  for (const kind of core.catalog.kinds) {
    assert.ok(en[`diagnosis.${kind}`], kind);
    if (kind === 'stalled' || kind === 'left') continue;
    for (const turn of ['jumping', 'swinging'])
      assert.ok(en[`diagnosis.${kind}.${turn}`], `${kind}.${turn}`);
  }
});

test('every key of a link says what it is, and every type of value and family has its words', () => {
  for (const lab of LAB_KEYS)
    for (const { description, type } of linkKeys(core.catalog, lab))
      for (const key of [description, `guide.type.${type}`]) assert.ok(en[key], key);
  for (const family of ['objectives', 'optimizers', 'schedules', 'smoothers'])
    assert.ok(en[`guide.${family}`], family);
});

/** Every code of the core with its English sentence, as error.c says them. */
const errors = new Map(
  [...readFileSync('c/formula/error.c', 'utf8').matchAll(/\{"(\w+)",\s*"([^"]*)"\}/g)]
    .map(([, code, sentence]) => /** @type {[string, string]} */ ([code, sentence]))
    .filter(([code]) => code !== 'fine'),
);

test('every error of a formula has a Vietnamese sentence with the same placeholders, and no other has one', () => {
  const codes = readFileSync('c/formula/formula.h', 'utf8').match(
    /enum lab_formula_code \{(.*?)\}/s,
  );
  assert.equal(errors.size, (codes?.[1].match(/LAB_FORMULA_\w+/g) ?? []).length - 2); // fine, count
  const translated = Object.keys(vi).filter((key) => key.startsWith('formula.') && isRecord(key));
  assert.deepEqual(translated.sort(), [...errors.keys()].map((code) => `formula.${code}`).sort());
  const set = (/** @type {string} */ text) => [...new Set(placeholders(text))];
  for (const [code, sentence] of errors)
    assert.deepEqual(set(vi[`formula.${code}`]), set(sentence), code);
});

test('the sentence of an error is the one error.c has for its code', () => {
  for (const text of ['', 'x +', '1,5*x', 'x(2)', 'sinn(x)', 'xy', '2*z', 'min(x)', 'y = 2']) {
    const { error } = core.parseFormula(text, { version: 1 });
    assert.ok(error, text);
    assert.equal(error.sentence, errors.get(error.code), text);
  }
});

/** @type {[string, number, string][]} */
const numbers = [
  ['en', 0.1, '0.1'],
  ['vi', 0.1, '0,1'],
  ['en', -3, '−3'],
  ['en', 12345.678, '12,346'],
  ['vi', 12345.678, '12.346'],
  ['en', 1e-7, '1e−7'],
  ['en', 4.1178e14, '4.1178e14'],
  ['en', Number.NaN, '–'],
  ['en', -Infinity, '−∞'],
  ['en', 0, '0'],
];
for (const [lang, value, text] of numbers) {
  test(`${value} reads ${text} in ${lang}`, () => {
    assert.equal(createI18n(lang).n(value), text);
  });
}

test('a number in a field is never grouped', () => {
  assert.equal(createI18n('vi').field(1234567.5), '1234567,5');
});

test('the language is the wanted one, else the reader’s, else English', () => {
  assert.equal(chooseLanguage('vi', ['en']), 'vi');
  assert.equal(chooseLanguage('', ['fr-FR', 'vi-VN']), 'vi');
  assert.equal(chooseLanguage('fr', []), 'en');
});
