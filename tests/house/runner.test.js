// tests/run.js: every kind of failure is reported as a failure, and tests that did not run are named.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { costs } from '../lane.js';

const folder = mkdtempSync(join(tmpdir(), 'runner-'));
after(() => rmSync(folder, { recursive: true }));

const PROGRAMS = {
  passes: 'echo "3 passed, 0 failed"',
  fails: 'echo "2 passed, 1 failed"; exit 1',
  breaks: 'echo "3 passed, 0 failed"; exit 1',
  silent: 'exit 0',
};
for (const [name, code] of Object.entries(PROGRAMS)) {
  writeFileSync(join(folder, name), `#!/bin/sh\n${code}\n`);
  chmodSync(join(folder, name), 0o755);
}
mkdirSync(join(folder, 'web'));
const MODULE = "import { test } from 'node:test'; import assert from 'node:assert/strict';";
writeFileSync(
  join(folder, 'web/red.test.js'),
  `${MODULE} test('one is two', () => assert.equal(1, 2)); test('two is two', () => {});`,
);
writeFileSync(
  join(folder, 'web/skips.test.js'),
  `${MODULE} test('a bell rings', { skip: 'no bell here' }, () => {});`,
);
writeFileSync(join(folder, 'web/no-test.js'), 'throw new Error();');
writeFileSync(join(folder, 'broken.test.js'), "import './gone.js';");
writeFileSync(
  join(folder, 'hangs.test.js'),
  `${MODULE} test('a bell rings', () => new Promise((done) => setTimeout(done, 1e6)));`,
);
writeFileSync(
  join(folder, 'hooks.js'),
  "import { after } from 'node:test'; after(() => { globalThis.isOver = true; });",
);
mkdirSync(join(folder, 'many'));
for (let i = 0; i < 12; i++)
  writeFileSync(
    join(folder, `many/${i}.test.js`),
    `${MODULE} import '../hooks.js'; test('${i} is ${i}', async () => {
      await new Promise((done) => setTimeout(done, 5));
      assert.ok(!globalThis.isOver, 'the hooks of the process have not run yet');
    });`,
  );

/**
 * The runner's last lines and its exit status.
 * @param {string[]} paths in the folder
 * @param {object} [more] of its environment
 */
function runnerOn(paths, more) {
  const { NODE_TEST_CONTEXT, ...env } = process.env; // what tells node that it runs inside a test
  const words = ['tests/run.js', ...paths.map((path) => join(folder, path))];
  const { stdout, status } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...env, ...more },
  });
  return { text: stdout, last: stdout.trim().split('\n').at(-1), status };
}

for (const [paths, last, status] of /** @type {[string[], string, number][]} */ ([
  [['passes'], '3 passed, 0 failed, 0 skipped', 0],
  [['passes', 'fails'], '5 passed, 1 failed, 0 skipped', 1],
  [['breaks'], '3 passed, 1 failed, 0 skipped', 1],
  [['silent'], '0 passed, 1 failed, 0 skipped', 1],
  [['gone'], '0 passed, 1 failed, 0 skipped', 1],
  [['passes', 'web'], '4 passed, 1 failed, 1 skipped', 1],
  [['many'], '12 passed, 0 failed, 0 skipped', 0],
  [['broken.test.js', 'many'], '12 passed, 1 failed, 0 skipped', 1],
  [['web/skips.test.js'], '0 passed, 1 failed, 1 skipped', 1],
  [[], '0 passed, 1 failed, 0 skipped', 1],
]))
  test(`of ${paths.join(' and ') || 'nothing'} the runner says “${last}”`, () => {
    const result = runnerOn(paths);
    assert.deepEqual([result.last, result.status], [last, status], result.text);
  });

test('what failed and what was skipped stands at the end, with its reason', () => {
  const { text } = runnerOn(['fails', 'web', 'gone']);
  const end = text.slice(text.lastIndexOf('duration_ms'));
  for (const said of [
    /FAILED .*fails$/m,
    /FAILED .*gone: spawn .*ENOENT/,
    /FAILED .*red\.test\.js: one is two\n[\s\S]*1 !== 2/,
    /SKIPPED .*skips\.test\.js: a bell rings: no bell here/,
  ])
    assert.match(end, said);
});

test('a file that does not end is named; what else there is runs all the same', () => {
  const { text, status } = runnerOn(['hangs.test.js', 'many'], { PATIENCE: '2' });
  assert.match(text, /FAILED .*hangs\.test\.js: did not end/);
  assert.match(text, /^12 passed, \d failed/m);
  assert.equal(status, 1);
});

test('a test file costs what it took before, a new one as much as the mean, on a new machine its size', () => {
  const files = ['tests/run.js', 'tests/lane.js', 'tests/spelling.js'];
  const known = costs(files, { 'tests/run.js': 7, 'tests/lane.js': 1, 'tests/gone.js': 100 });
  assert.deepEqual(files.map(known), [7, 1, 4]);
  const sizes = files.map((file) => statSync(file).size);
  assert.deepEqual(files.map(costs(files, {})), sizes);
});

test('the C tests that are run are those with a source, whatever else stands in build/c', () => {
  const { stdout } = spawnSync('make', ['-n', 'test-c'], {
    encoding: 'utf8',
    env: { ...process.env, MAKEFLAGS: '' },
  });
  const named = stdout.match(/node tests\/run\.js (.*)/)?.[1].split(' ') ?? [];
  const sources = readdirSync('tests/c').filter((name) => name.endsWith('_test.c'));
  assert.deepEqual(named.sort(), sources.map((name) => `build/c/${name.replace('.c', '')}`).sort());
});
