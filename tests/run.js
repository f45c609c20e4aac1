// Runs C tests and JavaScript tests side by side and ends with what failed and why, what was skipped and why,
// and one line: "N passed, N failed, N skipped". No test at all is a failure.
//
//     node tests/run.js PATH...      each a program, a test file, or a folder of test files
//     PATIENCE=300                   seconds that one of them may take
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inspect } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const MOST = 2000; // characters told of a failure
const PATIENCE_MS = 1000 * Number(process.env.PATIENCE ?? 300); // for one file
/** What failed and what was skipped, told again at the end. @type {string[]} */
const told = [];

/**
 * The test files of a folder, the longest ones first: a long one that starts last keeps one core waiting.
 * @param {string} folder
 */
function testsOf(folder) {
  return readdirSync(folder, { encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
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
    const stream = run({ files, concurrency: availableParallelism(), timeout: PATIENCE_MS });
    stream.on('test:pass', ({ details, skip, file, name }) => {
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

/** @type {string[]} */ const files = [];
/** @type {string[]} */ const programs = [];
for (const path of process.argv.slice(2)) {
  if (path.endsWith('.test.js')) files.push(path);
  else if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) files.push(...testsOf(path));
  else programs.push(path);
}
const results = (await Promise.all([runPrograms(programs), runNodeTests(files)])).flat();

/** @param {keyof Counts} which */
const sum = (which) => results.reduce((total, counts) => total + counts[which], 0);
if (sum('passed') + sum('failed') === 0) {
  told.push('FAILED no test ran');
  results.push({ passed: 0, failed: 1, skipped: 0 });
}
for (const line of told.sort()) console.log(line.slice(0, MOST));
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
