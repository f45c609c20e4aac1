// The zips have the right contents, and the same bytes whenever and wherever they are made.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';

const NAMES = ['descent-lab-offline.zip', 'descent-lab-scorm.zip'];
const HERE = process.cwd();
const root = mkdtempSync(join(tmpdir(), 'zips-'));
after(() => rmSync(root, { recursive: true }));

/**
 * A copy of the sources in another place: its files have other times.
 * @param {string} name
 * @param {string} zone
 */
function build(name, zone) {
  const place = join(root, name);
  for (const part of ['web', 'package.json', 'LICENSE', 'dist/index.html', 'dist/THIRD-PARTY.txt'])
    cpSync(part, join(place, part), { recursive: true });
  symlinkSync(join(HERE, 'node_modules'), join(place, 'node_modules'));
  execFileSync(process.execPath, ['web/zips.js'], {
    cwd: place,
    env: { ...process.env, TZ: zone },
  });
  return NAMES.map((file) => readFileSync(join(place, 'dist', file)));
}

const built = build('one', 'Asia/Ho_Chi_Minh');
const [offline, scorm] = built.map((bytes) => unzipSync(bytes));
const manifest = strFromU8(scorm['imsmanifest.xml']);

test('two builds in different folders, at different times, in different zones are the same bytes', async () => {
  await new Promise((done) => setTimeout(done, 2100)); // a zip counts time in steps of two seconds
  const again = build('a/longer/place', 'America/St_Johns');
  for (const [i, name] of NAMES.entries()) assert.ok(built[i].equals(again[i]), name);
});

test('the offline zip is the lab, how to open it, and the licences', () => {
  const names = ['LICENSE.txt', 'README.txt', 'THIRD-PARTY.txt', 'index.html'];
  assert.deepEqual(Object.keys(offline), names);
  assert.match(strFromU8(offline['THIRD-PARTY.txt']), /chart\.js/);
  assert.ok(Buffer.from(offline['index.html']).equals(readFileSync('dist/index.html')));
  assert.match(strFromU8(offline['README.txt']), /index\.html[\s\S]*Mở index\.html/);
  assert.match(strFromU8(offline['LICENSE.txt']), /^MIT License/);
});

test('the manifest lies at the root and lists every other file of the package but the schemas', () => {
  const listed = [...manifest.matchAll(/<file href="([^"]+)"\/>/g)].map(([, name]) => name);
  const others = Object.keys(scorm).filter((name) => !/^imsmanifest\.xml$|\.xsd$/.test(name));
  assert.deepEqual(listed.sort(), others.sort());
});

test('every schema that the manifest names, or another schema, lies beside it and is of that namespace', () => {
  const [, locations] = manifest.match(/xsi:schemaLocation="([^"]*)"/) ?? [];
  const words = locations.split(/\s+/);
  const named = words.flatMap((space, i) => (i % 2 ? [] : [[space, words[i + 1]]]));
  assert.deepEqual(
    named.map(([, file]) => file),
    ['imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'adlcp_rootv1p2.xsd'],
  );
  for (const [space, file] of named) {
    const schema = strFromU8(scorm[file]);
    assert.ok(schema.includes(`targetNamespace="${space}"`), file);
    for (const [, other] of schema.matchAll(/schemaLocation="([^"]+)"/g))
      assert.ok(scorm[other], `${file} wants ${other}`);
  }
});

test('the manifest says SCORM 1.2 and launches the quiz as its one SCO', () => {
  assert.match(manifest, /<schema>ADL SCORM<\/schema>\s*<schemaversion>1\.2<\/schemaversion>/);
  assert.match(manifest, /xmlns="http:\/\/www\.imsproject\.org\/xsd\/imscp_rootv1p1p2"/);
  assert.match(manifest, /xmlns:adlcp="http:\/\/www\.adlnet\.org\/xsd\/adlcp_rootv1p2"/);
  const value = (/** @type {RegExp} */ pattern) => manifest.match(pattern)?.[1];
  assert.equal(value(/<organizations default="(\w+)"/), value(/<organization identifier="(\w+)"/));
  assert.equal(value(/identifierref="(\w+)"/), value(/<resource identifier="(\w+)"/));
  assert.match(manifest, /type="webcontent" adlcp:scormtype="sco" href="quiz\.html"/);
  const ids = [...manifest.matchAll(/ identifier="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[A-Z_][A-Z0-9_]*$/);
});

test('the quiz is one file that allows its own script and frames and nothing else', () => {
  const quiz = strFromU8(scorm['quiz.html']);
  const [, policy] = quiz.match(/Content-Security-Policy" content="([^"]*)"/) ?? [];
  assert.match(policy, /^default-src 'none'; script-src 'sha256-/);
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  assert.doesNotMatch(quiz, /<(?:script|link|img)[^>]* (?:src|href)="(?!data:)/);
  assert.doesNotMatch(quiz, /\/\* (?:policy|styles|script) \*\//);
});
