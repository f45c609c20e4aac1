// Breaks random lines of c/ and web/{core,state,formula,charts} one at a time, in a copy, and runs the tests
// that concern each. A mutant that no test notices survives: it is listed, with its line, to be killed by a
// test or explained.
//
//     node tests/mutants/mutants.js [COUNT] [SEED] [PATTERN]     PATTERN: only files whose path it matches

import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { testsOf } from './concerned.js';
import { codeLines, mutate, randomOf } from './mutate.js';

const [count = '100', seed = '1', pattern = ''] = process.argv.slice(2);
const PATIENCE_MS = 240_000; // for all tests of one mutant: a loop without end counts as noticed
const COPY = 'build/mutants';
const COPIED = ['Makefile', 'c', 'web', 'tests', 'build/wasm', 'build/generated', 'build/checked'];
const FILES = [
  'package.json',
  '.biome.json',
  'build/core.wasm',
  'build/compiler.txt',
  'build/native',
];
const FOLDERS = ['c', 'web/core', 'web/state', 'web/formula', 'web/charts'];

const random = randomOf(Number(seed));
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cj]s?$/.test(name) && !/generate\.js$|third-party/.test(name))
    .map((name) => join(folder, name)),
).filter((file) => new RegExp(pattern).test(file));
/** Every line of code once, so that a file is chosen as often as it has lines. */
const lines = files.flatMap((file) => codeLines(readFileSync(file, 'utf8')).map(() => file));

/** A copy of what tests read, to be broken. */
function copyAll() {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(join(COPY, 'build'), { recursive: true });
  for (const path of COPIED)
    cpSync(path, join(COPY, path), { recursive: true, preserveTimestamps: true });
  for (const path of FILES) cpSync(path, join(COPY, path), { preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'));
  symlinkSync(resolve('dist'), join(COPY, 'dist'));
}

const env = { ...process.env, MAKEFLAGS: '' };
/** @param {string[]} targets */
const make = (targets) =>
  spawnSync('make', ['-s', `-j${availableParallelism()}`, ...targets], {
    cwd: COPY,
    env,
    encoding: 'utf8',
  });

/** The programs of tests/c. */
const C_TESTS = readdirSync('tests/c')
  .filter((name) => name.endsWith('_test.c'))
  .map((name) => `build/c/${name.slice(0, -2)}`);

/** Ends the tests that run now. */
let stop = () => {};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stop();
    process.exit(1);
  });

/**
 * Runs test files, and ends them at the first failure.
 * @param {string[]} tests
 * @param {number} untilMs
 * @returns {Promise<string|null>} who noticed
 */
function runTests(tests, untilMs) {
  return new Promise((done) => {
    const words = ['--test', '--test-reporter=tap', `--test-concurrency=${availableParallelism()}`];
    const child = spawn(process.execPath, [...words, ...tests], { cwd: COPY, env, detached: true });
    const end = (/** @type {string|null} */ verdict) => {
      clearTimeout(timer);
      child.removeAllListeners();
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {}
      done(verdict);
    };
    stop = () => end(null);
    const timer = setTimeout(() => end('it never ends'), Math.max(0, untilMs - Date.now()));
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const failed = text.match(/^ *not ok \d+ - (.*)$/m);
      if (failed) end(failed[1]);
    });
    child.on('close', (code) => end(code === 0 ? null : 'a test file that breaks'));
  });
}

/**
 * Whether a test notices what is broken now.
 * @param {string} file
 * @param {number} untilMs
 * @returns {Promise<string|null|undefined>} who; null: nobody; undefined: it does not build
 */
async function noticed(file, untilMs) {
  if (!file.startsWith('c/')) return runTests(testsOf(file), untilMs);
  if (!file.startsWith('c/abi') && make(C_TESTS).status !== 0) return undefined;
  for (const program of file.startsWith('c/abi') ? [] : C_TESTS) {
    const { status } = spawnSync(program, { cwd: COPY, timeout: PATIENCE_MS, stdio: 'ignore' });
    if (status !== 0) return program;
  }
  if (make(['build/core.wasm']).status !== 0) return undefined;
  return runTests(testsOf(file), untilMs);
}

/** Breaks a line, asks the tests, mends it. @returns {Promise<object|null>} null: it did not build */
async function tryOne() {
  const file = lines[Math.floor(random() * lines.length)];
  const text = readFileSync(file, 'utf8');
  const broken = mutate(text, random);
  if (!broken) return null;
  writeFileSync(join(COPY, file), broken.text);
  if (
    file.endsWith('.js') &&
    spawnSync(process.execPath, ['--check', join(COPY, file)]).status !== 0
  ) {
    writeFileSync(join(COPY, file), text);
    return null;
  }
  const by = await noticed(file, Date.now() + PATIENCE_MS);
  writeFileSync(join(COPY, file), text);
  return by === undefined ? null : { file, ...broken, by };
}

copyAll();
const untilMs = Date.now() + 5 * PATIENCE_MS;
const hasC = files.some((file) => file.startsWith('c/'));
const failing = hasC
  ? await noticed('c/', untilMs)
  : await runTests([...new Set(files.flatMap((file) => testsOf(file)))], untilMs);
if (failing !== null) throw new Error(`The tests fail before anything is broken: ${failing}`);

/** @type {any[]} */ const survivors = [];
for (let tried = 0; tried < Number(count); ) {
  const mutant = /** @type {any} */ (await tryOne());
  if (!mutant) continue;
  tried++;
  const { file, at, how, before, after, by } = mutant;
  console.log(
    `${tried}. ${by === null ? 'SURVIVED' : 'killed'} ${file}:${at} (${how})${by ? `: ${by}` : ''}`,
  );
  if (by === null) survivors.push(`${file}:${at} (${how})\n    ${before}\n    ${after}`);
}
const share = ((100 * survivors.length) / Number(count)).toFixed(1);
console.log(
  ['', ...survivors, `${survivors.length} of ${count} survived (${share} %), seed ${seed}`].join(
    '\n',
  ),
);
