// The package as someone else's program sees it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The paths in a value of `exports`, which nests by condition. @param {any} value @returns {string[]} */
const pathsIn = (value) =>
  typeof value === 'string' ? [value] : Object.values(value).flatMap(pathsIn);

test('every path the package exports is there after a build', () => {
  const paths = pathsIn(exports);
  assert.ok(paths.length >= 3);
  for (const path of paths) assert.ok(existsSync(path), path);
});

test('the package, imported by its name, takes the lecture’s first step', async () => {
  const { loadCore } = await import('descent-lab');
  const core = await loadCore();
  const optimizer = { key: 'sgd', hypers: { lr: 0.1 } };
  const run = core.run({ objective: 'quadratic', start: [70], optimizer, steps: 1 });
  assert.equal(run.columns.x[1], 56);
});

test('a TypeScript program compiles against the types, and its mistakes are found', () => {
  const options = '--noEmit --strict --target es2022 --module nodenext --types node'.split(' ');
  const tsc = 'node_modules/typescript/bin/tsc';
  try {
    execFileSync(process.execPath, [tsc, ...options, 'tests/house/consumer.ts']);
  } catch (error) {
    assert.fail(String(/** @type {any} */ (error).stdout));
  }
});
