// Runs every test, C and JavaScript, and ends with what failed and why, and one line: "N passed, N failed". No test at
// all is a failure.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inspect } from 'node:util';

const total = { passed: 0, failed: 0, skipped: 0 };
const MOST = 2000; // characters told of a failure
/** What failed, told again at the end. @type {string[]} */
const faults = [];

/** @param {string} folder @param {string} ending */
function filesUnder(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

/** @param {string} program a C test: prints its verdicts and ends with "N passed, N failed" */
function runProgram(program) {
  return new Promise((resolve) => {
    const child = spawn(program, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => {
      faults.push(`${program}: ${error.message}`);
      resolve({ passed: 0, failed: 1 });
    });
    child.on('close', (code) => {
      const [, passed, failed] = text.match(/(\d+) passed, (\d+) failed\s*$/) ?? [0, 0, 1];
      const broke = code !== 0 && Number(failed) === 0 ? 1 : Number(failed);
      if (broke) faults.push(program);
      resolve({ passed: Number(passed), failed: broke });
    });
  });
}

/** @param {string[]} files */
function runNodeTests(files) {
  return new Promise((resolve) => {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const stream = run({ files, concurrency: 2, timeout: 300_000 });
    stream.on('test:pass', (event) => {
      if (event.details.type === 'suite') return;
      if (event.skip !== undefined) counts.skipped++;
      else counts.passed++;
    });
    stream.on('test:fail', (event) => {
      if (event.details.type === 'suite') return;
      counts.failed++;
      faults.push(`${event.file}: ${event.name}\n${inspect(event.details.error.cause)}`);
    });
    stream.on('end', () => resolve(counts));
    stream.compose(new spec()).pipe(process.stdout);
  });
}

/** @param {{ passed: number, failed: number, skipped?: number }} counts */
function add(counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped ?? 0;
}

for (const name of readdirSync('build/c')) add(await runProgram(join('build/c', name)));
// What needs other programs is `make test-integrations`.
const files = filesUnder('tests', '.test.js').filter((file) => !file.includes('/integrations/'));
add(await runNodeTests(files));

if (total.passed + total.failed === 0) {
  console.log('no test ran');
  total.failed = 1;
}
for (const fault of faults) console.log(`FAILED ${fault.slice(0, MOST)}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
