// Breaks random lines of c/ and web/{core,state,formula,charts} one at a time, in a copy, and runs the tests
// that concern each. A mutant that no test notices survives: it is listed, with its line, to be killed by a
// test or explained.
//
//     node tests/mutants/mutants.js [COUNT] [MINUTES] [SEED] [PATTERN]     PATTERN: only files whose path matches
//
// Cheap checks come first. For a C file, its object is compiled and the closest C programs run; core.wasm is linked
// only if they miss the mutant. Then the likeliest tests in Node run in one process. After the sample, the mutants
// that survived meet the other tests, a few files a process. Tests that fail without a mutant do not count.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { likeliest, programsOf, testsOf } from './concerned.js';
import { codeLines, mutate, randomOf } from './mutate.js';

const [count = '60', minutes = '20', seed = '1', pattern = ''] = process.argv.slice(2);
const endMs = Date.now() + Number(minutes) * 60_000;
/** CPU time of one process of tests. An endless loop exceeds it and counts as noticed; a busy machine does not. */
const PATIENCE = 60; // s
const FEW = 8; // test files that run for every mutant, and files of one process
const PROGRAMS = 3; // C programs that run for every mutant of a C file
const COPY = 'build/mutants';
const COPIED = ['Makefile', 'c', 'web', 'tests', 'build/wasm', 'build/generated', 'build/checked'];
const FILES = ['package.json', '.biome.json', 'build/compiler.txt', 'build/native'];
const FOLDERS = ['c', 'web/core', 'web/state', 'web/formula', 'web/charts'];

/**
 * @typedef {object} Mutant
 * @property {string} file @property {number} at @property {string} how @property {string} before
 * @property {string} after @property {string} text of the whole file
 */

/** A copy of the files that tests read; mutants are made in it. */
function copyAll() {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(join(COPY, 'build'), { recursive: true });
  for (const path of COPIED)
    cpSync(path, join(COPY, path), { recursive: true, preserveTimestamps: true });
  for (const path of [...FILES, 'build/core.wasm'])
    cpSync(path, join(COPY, path), { preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'));
  symlinkSync(resolve('dist'), join(COPY, 'dist'));
}

const env = { ...process.env, MAKEFLAGS: '' };
/** @param {string} command @param {string[]} words */
function runs(command, words, seconds = 2 * PATIENCE) {
  const limited = ['-c', `ulimit -t ${seconds}; exec "$0" "$@"`, command, ...words];
  const timeout = 10_000 * seconds; // wall time, for a process that waits for ever
  return spawnSync('sh', limited, { cwd: COPY, env, timeout, stdio: 'ignore' }).status === 0;
}
/** @param {string} target */
const builds = (target) => runs('make', ['-s', target]);

/** Whether a check that noticed a mutant passes without one; each is run once. @type {Map<string, boolean>} */
const sound = new Map();

/** Whether some tests pass: a C program, or files in Node. @param {string[]} tests */
function pass(tests) {
  if (!tests.length) return true;
  if (!tests[0].endsWith('.js')) return builds(tests[0]) && runs(tests[0], [], PATIENCE);
  const all = tests.map((test) => `import './${test}';`).join('');
  return runs(process.execPath, ['--input-type=module', '-e', all], PATIENCE);
}

/** Puts the text of a file into the copy, and what is built of it. @param {string} file @param {string} text */
function put(file, text) {
  writeFileSync(join(COPY, file), text);
  return !file.endsWith('.c') || builds(`build/checked/${file.slice(0, -2)}.o`);
}

/**
 * Whether tests notice a mutant that is in place.
 * @param {string[]} tests @param {Mutant} mutant
 */
function notice(tests, { file, text }) {
  const key = tests.join(' ');
  if (sound.get(key) === false || pass(tests)) return false;
  if (!sound.has(key)) {
    put(file, readFileSync(file, 'utf8'));
    sound.set(key, (!file.startsWith('c/') || builds('build/core.wasm')) && pass(tests));
    put(file, text);
  }
  return sound.get(key) === true;
}

/**
 * The check that notices a mutant, or null.
 * @param {Mutant} mutant @param {(file: string) => string[]} choose of the tests in Node
 */
function ask(mutant, choose) {
  const { file, text } = mutant;
  const programs = file.startsWith('c/') && choose === few ? programsOf(file) : [];
  put(file, text);
  let by = programs.slice(0, PROGRAMS).find((program) => notice([program], mutant)) ?? null;
  if (!by) {
    if (file.startsWith('c/')) builds('build/core.wasm');
    if (parted(choose(file)).some((tests) => notice(tests, mutant)))
      by = choose === few ? 'the likeliest tests in Node' : 'others';
  }
  put(file, readFileSync(file, 'utf8'));
  return by;
}

/** The files of each process. @param {string[]} tests */
const parted = (tests) =>
  Array.from({ length: Math.ceil(tests.length / FEW) }, (_, i) =>
    tests.slice(i * FEW, (i + 1) * FEW),
  );

/** @param {string} file */
const few = (file) => likeliest(testsOf(file), file).slice(0, FEW);
/** @param {string} file */
const others = (file) => likeliest(testsOf(file), file).slice(FEW);

/** Whether a broken text can be run at all. @param {Mutant} mutant */
function isPossible({ file, text }) {
  const isRun = put(file, text) && (!file.endsWith('.js') || runs('node', ['--check', file]));
  put(file, readFileSync(file, 'utf8'));
  return isRun;
}

const random = randomOf(Number(seed));
/** All lines of code, so that the chance of a file is proportional to its length. */
const lines = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cj]s?$/.test(name) && !/generate\.js$|third-party/.test(name))
    .map((name) => join(folder, name)),
)
  .filter((file) => new RegExp(pattern).test(file))
  .flatMap((file) => codeLines(readFileSync(file, 'utf8')).map(() => file));

/** @returns {Mutant} */
function breakOne() {
  for (;;) {
    const file = lines[Math.floor(random() * lines.length)];
    const found = mutate(readFileSync(file, 'utf8'), random);
    if (found && isPossible({ file, ...found })) return { file, ...found };
  }
}

process.on('exit', () => rmSync(COPY, { recursive: true, force: true }));
copyAll();
/** @type {Mutant[]} */ let survivors = [];
let tried = 0;
/** @param {string} verdict @param {Mutant} mutant @param {string|null} by */
const tell = (verdict, { file, at, how }, by) =>
  console.log(`${verdict} ${file}:${at} (${how})${by ? `: ${by}` : ''}`);

while (tried < Number(count) && Date.now() < endMs) {
  const mutant = breakOne();
  const by = ask(mutant, few);
  tried++;
  tell(`${tried}. ${by ? 'killed' : 'survives the likeliest tests'}`, mutant, by);
  if (!by) survivors.push(mutant);
}

let unasked = 0;
survivors = survivors.filter((mutant) => {
  if (Date.now() > endMs) {
    unasked++;
    return true;
  }
  const by = ask(mutant, others);
  tell(by ? 'killed after all' : 'SURVIVED', mutant, by);
  return !by;
});
for (const { file, at, how, before, after } of survivors)
  console.log(`\n${file}:${at} (${how})\n    ${before}\n    ${after}`);
for (const [tests, isSound] of sound)
  if (!isSound) console.log(`\nthese fail without a mutant, too: ${tests}`);
const share = ((100 * survivors.length) / tried).toFixed(1);
console.log(
  `\n${survivors.length} of ${tried} survived (${share} %), seed ${seed}` +
    `${unasked ? `; ${unasked} of them met the likeliest tests only` : ''}`,
);
