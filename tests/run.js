// Runs C tests and JavaScript tests side by side and ends with what failed and why, what was skipped and why,
// and one line: "N passed, N failed, N skipped". No test at all is a failure.
//
//     node tests/run.js PATH...      each a program, a test file, or a folder of test files
//     PATIENCE=300                   seconds that one program, or one process of test files, may take
//
// The files of a folder share processes (together.js). How long each one took is kept in build/tests.json, so
// that the next run begins with the longest: a long one that starts last leaves the other cores idle.
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
import { basename, join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { costs, together } from './together.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const MOST = 2000; // characters told of a failure
const PATIENCE_MS = 1000 * Number(process.env.PATIENCE ?? 300);
/** One more than cores: tests of pages wait now and then. */
const LANES = availableParallelism() + 1;
/** What failed and what was skipped, told again at the end. @type {string[]} */
const told = [];

const KEPT = 'build/tests.json';
/** How long the tests of a file took in this run, in milliseconds. @type {Record<string, number>} */
const taken = {};

/** How long they took before. @returns {Record<string, number>} */
function takenBefore() {
  try {
    return JSON.parse(readFileSync(KEPT, 'utf8'));
  } catch {
    return {};
  }
}
const before = takenBefore();

/** @param {string} folder */
const testsIn = (folder) =>
  readdirSync(folder, { encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => join(folder, name));

/** The files that import the test files of each process. */
const home = mkdtempSync(join(tmpdir(), 'tests-'));

/** One file that runs several. @param {string[]} files */
function joined(files) {
  if (files.length === 1) return files[0];
  const path = join(home, files.map((file) => basename(file, '.test.js')).join('+'));
  const lines = files.map((file) => `import ${JSON.stringify(pathToFileURL(resolve(file)).href)};`);
  writeFileSync(`${path}.test.js`, lines.join('\n'));
  return `${path}.test.js`;
}

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

/** @param {string[]} files @returns {Promise<Counts>} */
function runNodeTests(files) {
  return new Promise((resolve) => {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const stream = run({ files, concurrency: LANES, timeout: PATIENCE_MS });
    const time = (/** @type {string|undefined} */ file = '', /** @type {number} */ ms) => {
      const name = relative('.', file);
      if (!name.startsWith('..')) taken[name] = (taken[name] ?? 0) + ms;
    };
    stream.on('test:pass', ({ details, skip, file, name, nesting }) => {
      if (nesting === 0) time(file, details.duration_ms);
      if (details.type === 'suite') return;
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
    const report = stream.compose(new spec());
    report.on('end', () => resolve(counts));
    report.pipe(process.stdout, { end: false });
  });
}

/** @type {string[][]} */ const folders = [];
/** @type {string[]} */ const programs = [];
for (const path of process.argv.slice(2)) {
  if (path.endsWith('.test.js')) folders.push([path]);
  else if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) folders.push(testsIn(path));
  else programs.push(path);
}
const costOf = costs(folders.flat(), before);
const sum = (/** @type {number[]} */ list) => list.reduce((all, each) => all + each, 0);
const files = folders
  .flatMap((all) => together(all, LANES, costOf))
  .map((group) => ({ file: joined(group), cost: sum(group.map(costOf)) }))
  .sort((a, b) => b.cost - a.cost)
  .map(({ file }) => file);
const results = (await Promise.all([runPrograms(programs), runNodeTests(files)])).flat();
rmSync(home, { recursive: true });
mkdirSync('build', { recursive: true });
writeFileSync(KEPT, JSON.stringify({ ...before, ...taken }, null, 1));

/** @param {keyof Counts} which */
const total = (which) => sum(results.map((counts) => counts[which]));
if (total('passed') + total('failed') === 0) {
  told.push('FAILED no test ran');
  results.push({ passed: 0, failed: 1, skipped: 0 });
}
for (const line of told.sort()) console.log(line.slice(0, MOST));
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') === 0 ? 0 : 1);
