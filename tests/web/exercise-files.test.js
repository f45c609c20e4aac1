// Exercises as files: Moodle XML, GIFT and CSV, read back by their own rules, and the zip, read by fflate.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { createI18n } from '../../web/i18n/index.js';
import { itemsOf, ofClass } from '../../web/labs/descent/exercise-items.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { gift, moodleXml, questionsCsv } from '../../web/state/question-files.js';
import { manifestOf, scormPackage } from '../../web/state/scorm-package.js';
import { crc32, zipped } from '../../web/state/zip.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

/** @typedef {import('../../web/state/question-files.js').Item} Item */

/** @type {Item[]} what every format has its own signs for */
const HOSTILE = [
  {
    name: 'a~b=c#d{e}f:g\\h',
    text: 'x < 1 & "y" > \'2\',\r\nnext line\u0007 ]]> $1',
    answer: -1e-7,
    within: 5e-12,
  },
  { name: 'two\nlines', text: 'one\r\ntwo', answer: 3, within: 0.5 },
  {
    name: '=1+1',
    text: '::{}#=~',
    options: [
      { text: 'a, "b"', isRight: false },
      { text: '<b>c</b> = ~d', isRight: true },
    ],
  },
];

/** The exercises of 30 students. @param {string} text a link inside the link @param {string} lang */
function classOf(text, lang) {
  const link = `?exercise=${Buffer.from(text).toString('base64url')}`;
  const { experiment } = decodeExperiment(link, '', core);
  const all = ofClass(ofLab(experiment, 'descent'), 30, core);
  return itemsOf(all, core, createI18n(lang));
}
const STEPS = classOf('task=steps&f=elongated,a:0.1,b:2&x0=-5,-2&run=momentum,lr:0.1,m:0.9', 'en');
const ENDS = classOf('task=end&fx=x^2%2B10*sin(x)&x0=-1.5', 'vi');

test('30 students have 180 questions, each with its own numbers and a tolerance', () => {
  assert.equal(STEPS.length, 180);
  assert.equal(new Set(STEPS.map(({ text }) => text)).size, 180);
  assert.equal(new Set(STEPS.map(({ name }) => name)).size, 180);
  for (const { answer, within = 0 } of STEPS) assert.ok(Number.isFinite(answer) && within > 0);
  assert.match(
    STEPS[0].text,
    /a = 0\.\d+, b = \d.*x₀ = −\d.*y₀ = −\d.*Momentum, η = 0\.\d+, m = 0\.9/,
  );
});

/**
 * The elements of an XML document as nested arrays; fails where it is not well-formed.
 * @param {string} xml @returns {any}
 */
function readXml(xml) {
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  const TOKEN = /<(\/?)(\w+)((?: \w+="(?:[^"<&]|&#\d+;)*")*)>|[^<>&]+|&#(\d+);/gy;
  /** @type {any} */ const root = { name: '', children: [] };
  const open = [root];
  TOKEN.lastIndex = xml.indexOf('\n');
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(xml);
    assert.ok(found, `not well-formed at ${xml.slice(at, at + 40)}`);
    const [all, isEnd, name, attributes, code] = found;
    const top = open[open.length - 1];
    if (isEnd) assert.equal(open.pop().name, name);
    else if (name) {
      const said = Object.fromEntries(
        [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, k, v]) => [k, v]),
      );
      const next = { name, children: [], ...said, text: '' };
      top.children.push(next);
      open.push(next);
    } else top.text += code ? String.fromCharCode(Number(code)) : all;
  }
  assert.deepEqual(open, [root]);
  return root.children[0];
}

for (const [what, items] of Object.entries({ HOSTILE, STEPS, ENDS }))
  test(`Moodle XML is well-formed and says what the questions say: ${what}`, () => {
    const quiz = readXml(moodleXml(items));
    assert.equal(quiz.name, 'quiz');
    assert.equal(quiz.children.length, items.length);
    for (const [i, question] of quiz.children.entries()) {
      const { name, text, answer, within, options } = items[i];
      const child = (/** @type {string} */ key) =>
        question.children.filter((/** @type {any} */ each) => each.name === key);
      assert.equal(question.type, options ? 'multichoice' : 'numerical');
      assert.equal(child('name')[0].children[0].text, name);
      assert.equal(child('questiontext')[0].children[0].text, text.replace('\u0007', ''));
      const answers = child('answer');
      const marks = (options ?? [{ text: String(answer), isRight: true }]).map((each) => [
        each.text,
        each.isRight ? '100' : '0',
      ]);
      assert.deepEqual(
        answers.map((/** @type {any} */ each) => [each.children[0].text, each.fraction]),
        marks,
      );
      if (!options) assert.equal(Number(answers[0].children[1].text), within);
    }
  });

/** Splits where a sign stands that no backslash escapes. @param {string} text @param {RegExp} sign */
const unescaped = (text, sign) =>
  text.split(new RegExp(`(?<=(?<!\\\\)(?:\\\\\\\\)*)${sign.source}`));
/** @param {string} text */
const plain = (text) => text.replace(/\\(.)/g, (_, mark) => (mark === 'n' ? '\n' : mark));

for (const [what, items] of Object.entries({ HOSTILE, STEPS, ENDS }))
  test(`GIFT reads back as the questions: ${what}`, () => {
    const blocks = gift(items).trimEnd().split('\n\n');
    assert.equal(blocks.length, items.length);
    for (const [i, block] of blocks.entries()) {
      const { name, text, answer, within, options } = items[i];
      assert.doesNotMatch(block.trim(), /\n/);
      const [, title, rest] = /^::((?:[^:\\]|\\.)*)::\[plain\](.*)$/.exec(block.trim()) ?? [];
      assert.equal(plain(title), name);
      const [said, inside, after] = unescaped(rest, /[{}]/);
      assert.equal(plain(said).trim(), text.replace('\r\n', '\n').trim());
      assert.equal(after, '');
      if (options) {
        const found = unescaped(inside.trim(), /(?=[=~])/).filter(Boolean);
        assert.deepEqual(
          found.map((each) => ({ text: plain(each.slice(1)).trim(), isRight: each[0] === '=' })),
          options,
        );
      } else assert.deepEqual(inside.trim(), `#${answer}:${within}`);
    }
  });

/** The cells of a CSV file, by RFC 4180. @param {string} text */
function readCsv(text) {
  const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  /** @type {string[][]} */ const rows = [[]];
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text);
    assert.ok(found, 'a cell that RFC 4180 does not know');
    rows[rows.length - 1].push((found[1] ?? found[2]).replace(/""/g, '"'));
    if (found[3] !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

for (const [what, items] of Object.entries({ HOSTILE, STEPS, ENDS }))
  test(`CSV reads back as question and answer: ${what}`, () => {
    const [head, ...rows] = readCsv(questionsCsv(items));
    assert.deepEqual(head, ['name', 'question', 'answer', 'tolerance']);
    const right = (/** @type {Item} */ { options, answer }) =>
      options?.find(({ isRight }) => isRight)?.text ?? String(answer);
    assert.deepEqual(
      rows,
      items.map((item) => [item.name, item.text, right(item), String(item.within ?? '')]),
    );
  });

test('a zip holds its files, and CRC-32 is that of its standard', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  const files = { 'index.html': `<p>${'é€'.repeat(50000)}</p>`, 'tên.xml': '', 'a.txt': 'a' };
  const bytes = Buffer.concat(zipped(files));
  const read = Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]);
  assert.deepEqual(Object.fromEntries(read), files);
});

test('the manifest of a package is well-formed, and its link is the exact one', () => {
  const query = 'lab=descent&exercise=dGFzaz1zdGVwcw&lang=vi&v=1';
  const xml = manifestOf(query, 'f(x) = x² & "more" <b>');
  /** @param {any} node @param {string} name @returns {any[]} */
  const find = (node, name) => [
    ...(node.name === name ? [node] : []),
    ...node.children.flatMap((/** @type {any} */ each) => find(each, name)),
  ];
  const manifest = readXml(
    xml
      .replace(/\s+xmlns(:\w+)?="[^"]*"/g, '')
      .replace(/<(\w+)([^>]*)\/>/g, '<$1$2></$1>')
      .replace('adlcp:scormtype', 'scormtype'),
  );
  const [item] = find(manifest, 'item');
  assert.equal(item.parameters.replace(/&#38;/g, '&'), `?${query}`);
  assert.equal(find(item, 'title')[0].text, 'f(x) = x² & "more" <b>');
  const [resource] = find(manifest, 'resource');
  assert.deepEqual(
    [resource.identifier, resource.href, resource.scormtype],
    [item.identifierref, 'index.html', 'sco'],
  );
});

test('a link too long for a manifest stands in a file that leads to the page, behind #', () => {
  const query = `lab=course&course=${'%22</script>'.repeat(30)}`;
  const xml = manifestOf(query, 'long');
  assert.doesNotMatch(xml, /parameters/);
  assert.match(
    xml,
    / href="start\.html">\s*<file href="start\.html"\/><file href="index\.html"\/>/,
  );
  const files = unzipSync(Buffer.concat(scormPackage(query, 'long')));
  const start = strFromU8(files['start.html']);
  assert.equal(start.match(/<\/script>/g)?.length, 1);
  const [, address] = /replace\((".*")\)<\/script>$/.exec(start) ?? [];
  assert.equal(JSON.parse(address), `index.html#${query}`);
});
