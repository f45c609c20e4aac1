// A rehearsal of a release: it reports what prevents it, and builds every artifact with its checksum.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const copy = mkdtempSync(join(tmpdir(), 'release-'));
after(() => rmSync(copy, { recursive: true }));

/** @param {string} program @param {...string} words */
const run = (program, ...words) =>
  spawnSync(program, words, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, MAKEFLAGS: '' },
  });

/** A checkout of its own: what is committed, and what was built. */
function checkOut() {
  spawnSync('git', ['clone', '--quiet', resolve('.'), copy]);
  for (const part of ['build', 'dist'])
    cpSync(part, join(copy, part), { recursive: true, preserveTimestamps: true });
  // Newer than the lock file, as make wants it: it would install all of it anew.
  cpSync('node_modules', join(copy, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  run('git', 'config', 'user.name', 'A maintainer');
  run('git', 'config', 'user.email', 'maintainer@example.org');
}
checkOut();

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

test('a version that is none, and one that the files do not name, are refused with what is wrong', () => {
  const none = run('make', 'release', 'VERSION=next', 'DRY=1');
  assert.notEqual(none.status, 0);
  assert.match(none.stderr, /VERSION is "next"; it must be three numbers/);
  const other = run('make', 'release', 'VERSION=99.0.0', 'DRY=1');
  assert.notEqual(other.status, 0);
  assert.match(other.stderr, new RegExp(`package.json says ${version}, not 99.0.0`));
  assert.match(other.stderr, /pyproject\.toml says .*, not 99\.0\.0/);
  assert.match(other.stderr, /CHANGELOG.md has no heading "## 99.0.0"/);
});

test('with changes that are not committed nothing is released', () => {
  writeFileSync(join(copy, 'stray.txt'), '');
  const { status, stderr } = run('make', 'release', `VERSION=${version}`, 'DRY=1');
  rmSync(join(copy, 'stray.txt'));
  assert.notEqual(status, 0);
  assert.match(stderr, /the working tree has changes/);
});

test('a dry run builds every artifact and its checksum, and tags nothing', () => {
  const tags = run('git', 'tag').stdout;
  const { status, stderr, stdout } = run('make', 'release', `VERSION=${version}`, 'DRY=1');
  assert.equal(status, 0, stderr);
  const folder = join(copy, 'dist/release');
  assert.deepEqual(readdirSync(folder).sort(), [
    'SHA256SUMS',
    `descent-lab-${version}-offline.zip`,
    `descent-lab-${version}-scorm.zip`,
    `descent-lab-${version}.html`,
    `descent-lab-${version}.tgz`,
    `descent_lab-${version}-py3-none-any.whl`,
    `descent_lab-${version}.tar.gz`,
  ]);
  for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
    const [sum, name] = line.split('  ');
    assert.equal(
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
      sum,
      name,
    );
  }
  assert.match(stdout, /Nothing was tagged/);
  assert.equal(run('git', 'tag').stdout, tags);
});
