// Rules of style: few types in web/ are `any`, because those are not checked, and each has its reason; lines
// are short enough to be read.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

/** In all of web/. */
const MOST_ANY = 7;
/** Begins the reason why a type is any, in the comment that says so. */
const REASON = /\bany: \S/;

/**
 * The types that a JSDoc comment names: what stands in the braces after a tag.
 * @param {string} comment
 * @returns {string[]}
 */
function typesIn(comment) {
  return [...comment.matchAll(/@\w+\s*\{/g)].map(({ index, 0: tag }) => {
    const from = index + tag.length;
    let depth = 1;
    let to = from;
    for (; to < comment.length && depth > 0; to++) depth += { '{': 1, '}': -1 }[comment[to]] ?? 0;
    return comment.slice(from, to - 1);
  });
}

/** The types in a source file: of a declaration file all of it. @param {string} file @param {string} text */
const typeTexts = (file, text) =>
  file.endsWith('.d.ts')
    ? [text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')]
    : (text.match(/\/\*\*[\s\S]*?\*\//g) ?? []).flatMap(typesIn);

/** @param {string} file @param {string} text */
const countAny = (file, text) =>
  typeTexts(file, text).reduce((sum, type) => sum + (type.match(/\bany\b/g)?.length ?? 0), 0);

/** The comments with a type that is any and no reason. @param {string} file @param {string} text */
function unexplained(file, text) {
  if (file.endsWith('.d.ts')) return countAny(file, text) && !REASON.test(text) ? [file] : [];
  const comments = text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.filter((comment) => countAny(file, comment) > 0 && !REASON.test(comment));
}

test('an any is counted where it is a type, and not where it is a word', () => {
  assert.equal(
    countAny('a.js', '/** @param {any} x of any lab @returns {(a: any) => {}} any */'),
    2,
  );
  assert.equal(countAny('a.js', "/** In any case. */ const any = 'any';"), 0);
  assert.equal(countAny('a.d.ts', '// any\ntype A = any[]; /* any */'), 1);
});

test('an any without a reason in its comment is found', () => {
  assert.deepEqual(unexplained('a.js', '/** @param {any} x of any lab */'), [
    '/** @param {any} x of any lab */',
  ]);
  assert.deepEqual(unexplained('a.js', '/** @param {any} x any: the caller checks it */'), []);
  assert.deepEqual(unexplained('a.d.ts', 'type A = any;'), ['a.d.ts']);
});

test(`no more than ${MOST_ANY} types in web/ are any, and each has its reason beside it`, () => {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|d\.ts)$/.test(name))
    .map((name) => `web/${name}`);
  assert.ok(files.length > 200, `${files.length} files`);
  assert.deepEqual(
    files.flatMap((file) => unexplained(file, readFileSync(file, 'utf8'))),
    [],
  );
  const counts = files.map((file) => [file, countAny(file, readFileSync(file, 'utf8'))]);
  const total = counts.reduce((sum, [, count]) => sum + Number(count), 0);
  const list = counts.filter(([, count]) => count).map(([file, count]) => `${file} ${count}`);
  assert.ok(total <= MOST_ANY, `${total} in all: ${list.join(', ')}`);
});

test('no line of code in web/ is longer than 110 characters', () => {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|ts|css)$/.test(name))
    .map((name) => `web/${name}`);
  assert.ok(files.length > 200, `${files.length} files`);
  const faults = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (line.length > 110 ? [`${file}:${i + 1}`] : [])),
  );
  assert.deepEqual(faults, []);
});

/** Of a test file: beyond, it holds more than one idea. */
const MOST_TEST_LINES = 400;

test(`tests and texts of web/: no line over 120 bytes, no test file over ${MOST_TEST_LINES} lines`, () => {
  const files = ['tests', 'web/course', 'web/lessons', 'web/pages', 'web/scorm'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:js|ts|py)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  assert.ok(files.length > 150, `${files.length} files`);
  const faults = files.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return [
      ...lines.flatMap((line, i) => (Buffer.byteLength(line) > 120 ? [`${file}:${i + 1}`] : [])),
      ...(file.endsWith('.test.js') && lines.length > MOST_TEST_LINES
        ? [`${file} has ${lines.length} lines`]
        : []),
    ];
  });
  assert.deepEqual(faults, []);
});

test('the sizes that the README names are those of the build', () => {
  const readme = readFileSync('README.md', 'utf8');
  const row = (/** @type {string} */ name) =>
    readme.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  const named = (/** @type {string} */ text, /** @type {RegExp} */ size) =>
    Number(text.match(size)?.[1]);
  const sizes = {
    'dist/descent-lab.js': named(row('descent-lab'), /\((\d+) KB/),
    'dist/core.js': named(row('descent-lab/core'), /alone \((\d+) KB/),
    'dist/core.wasm': named(row('descent-lab/core'), /core\.wasm \((\d+) KB/),
    'dist/core-inline.js': named(row('descent-lab/core-inline'), /\((\d+) KB/),
    'dist/check.js': named(row('descent-lab/check'), /\((\d+) KB/),
    'dist/map.js': named(row('descent-lab/map'), /\((\d+) KB/),
    'dist/remote.js': named(row('descent-lab/remote'), /\((\d+) KB/),
  };
  for (const [file, size] of Object.entries(sizes)) {
    const is = gzipSync(readFileSync(file), { level: 9 }).length / 1000;
    assert.ok(
      Math.abs(is - size) < Math.max(1, 0.03 * is),
      `${file}: ${is.toFixed(1)} KB, not ${size}`,
    );
  }
});
