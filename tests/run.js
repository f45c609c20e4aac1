// Runs C tests and JavaScript tests side by side and ends with what failed and why, what was skipped and why,
// and one line: "N passed, N failed, N skipped". No test at all is a failure.
//
//     node tests/run.js PATH...      each a program, a test file, or a folder of test files
//     PATIENCE=300                   seconds that one program, or one test file, may take
//     LANES=1                        processes at a time for test files; usually one more than there are cores
//     SHUFFLE=7                      an order of the files drawn with that seed: finds what one leaves to the next
//
// Test files share processes, as many as there are lanes (lane.js). How long each one took is kept in
// build/tests.json, so that the next run begins with the longest: a long one that starts last leaves a core idle.
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { costs, END, progressOf } from './lane.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const MOST = 2000; // characters told of a failure
const PATIENCE_MS = 1000 * Number(process.env.PATIENCE ?? 300);
/** One more than there are cores: tests of pages wait now and then. */
const LANES = Number(process.env.LANES ?? availableParallelism() + 1);
/** What failed and what was skipped, told again at the end. @type {string[]} */
const told = [];

const KEPT = 'build/tests.json';
/** How many milliseconds each test file took when it last ran. @returns {Record<string, number>} */
function takenBefore() {
  try {
    return JSON.parse(readFileSync(KEPT, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {string} folder */
const testsIn = (folder) =>
  readdirSync(folder, { encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => join(folder, name));

const sum = (/** @type {number[]} */ list) => list.reduce((all, each) => all + each, 0);

/**
 * @param {string} program a C test: prints its verdicts and ends with "N passed, N failed"
 * @returns {Promise<Counts>}
 */
function runProgram(program) {
  return new Promise((resolve) => {
    const child = spawn(program, { timeout: PATIENCE_MS, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    let fault = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', ({ message }) => {
      fault = `: ${message}`;
    });
    child.on('close', (code) => {
      process.stdout.write(text);
      const [, passed, failed] = text.match(/(\d+) passed, (\d+) failed\s*$/) ?? ['', '0', '1'];
      const broke = code !== 0 && Number(failed) === 0 ? 1 : Number(failed);
      if (broke) told.push(`FAILED ${program}${fault}`);
      resolve({ passed: Number(passed), failed: broke, skipped: 0 });
    });
  });
}

/** One after the other, beside the JavaScript tests. @param {string[]} programs */
async function runPrograms(programs) {
  const all = [];
  for (const program of programs) all.push(await runProgram(program));
  return all;
}

/**
 * Kills each process that has been at one file for too long. Its lane ends; the others go on.
 * @param {string} queue
 */
function watch(queue) {
  /** When each file was first seen begun. @type {Map<string, number>} */
  const seen = new Map();
  return setInterval(() => {
    for (const { file, pid, ms } of progressOf(queue)) {
      if (pid === undefined || ms !== undefined) continue;
      const since = seen.get(file) ?? Date.now();
      seen.set(file, since);
      if (Date.now() > since + PATIENCE_MS) process.kill(pid, 'SIGKILL');
    }
  }, 1000);
}

/** Whether an event is of no test: it ends a file, or a lane that found the queue empty. @param {any} data */
const isOfNoTest = (data) =>
  data?.name === END || (data?.name && data.name === data.file && !data.details?.error);

/** Leaves out what is of no test. @param {AsyncIterable<any>} events */
async function* withoutEnds(events) {
  for await (const event of events) if (!isOfNoTest(event.data)) yield event;
}

/** @param {string[]} files the first ones begin @returns {Promise<Counts>} */
async function runNodeTests(files) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (!files.length) return counts;
  const queue = mkdtempSync(join(tmpdir(), 'tests-'));
  writeFileSync(join(queue, 'files.json'), JSON.stringify(files.map((file) => resolve(file))));
  const lanes = files.slice(0, LANES).map((_, i) => join(queue, `lane-${i + 1}.test.js`));
  const module = JSON.stringify(pathToFileURL(resolve('tests/lane.js')).href);
  for (const lane of lanes)
    writeFileSync(lane, `import { work } from ${module}; work(${JSON.stringify(queue)});`);
  const stream = run({ files: lanes, concurrency: LANES });
  stream.on('test:pass', (data) => {
    const { details, skip, file, name } = data;
    if (details.type === 'suite' || isOfNoTest(data)) return;
    if (skip === undefined) counts.passed++;
    else {
      counts.skipped++;
      told.push(`SKIPPED ${file}: ${name}: ${skip}`);
    }
  });
  stream.on('test:fail', ({ details, file, name }) => {
    if (details.type === 'suite') return;
    counts.failed++;
    told.push(`FAILED ${file}: ${name}\n${inspect(details.error.cause)}`);
  });
  const watching = watch(queue);
  const report = /** @type {any} */ (stream).compose(withoutEnds).compose(new spec());
  report.pipe(process.stdout, { end: false });
  await new Promise((resolve) => report.on('end', resolve));
  clearInterval(watching);
  for (const { file, pid, ms } of progressOf(queue)) {
    if (ms !== undefined) taken[relative('.', file)] = ms;
    else {
      counts.failed++;
      told.push(`FAILED ${file}: ${pid === undefined ? 'did not run' : 'did not end'}`);
    }
  }
  rmSync(queue, { recursive: true });
  return counts;
}

/** Puts a list into an order that follows from a seed. @param {string[]} list @param {number} seed */
function shuffle(list, seed) {
  let state = seed;
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  console.log(`The test files run in the order of SHUFFLE=${seed}.`);
}

/** How many milliseconds each file took in this run. @type {Record<string, number>} */
const taken = {};
/** @type {string[][]} */ const folders = [];
/** @type {string[]} */ const programs = [];
for (const path of process.argv.slice(2)) {
  if (path.endsWith('.test.js')) folders.push([path]);
  else if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) folders.push(testsIn(path));
  else programs.push(path);
}
const costOf = costs(folders.flat(), takenBefore());
const files = folders.flatMap((all) => all.sort((a, b) => costOf(b) - costOf(a)));
if (process.env.SHUFFLE) shuffle(files, Number(process.env.SHUFFLE));
const results = (await Promise.all([runPrograms(programs), runNodeTests(files)])).flat();
mkdirSync('build', { recursive: true });
writeFileSync(KEPT, JSON.stringify({ ...takenBefore(), ...taken }, null, 1));

/** @param {keyof Counts} which */
const total = (which) => sum(results.map((counts) => counts[which]));
if (total('passed') + total('failed') === 0) {
  told.push('FAILED no test ran');
  results.push({ passed: 0, failed: 1, skipped: 0 });
}
for (const line of told.sort()) console.log(line.slice(0, MOST));
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') === 0 ? 0 : 1);
