// A lane is a process that runs one test file after another. The files are in a queue that all lanes take from: a
// process costs three seconds of CPU time before its first test (Node's modules, a browser), and lanes that take what
// is next end at about the same time, however wrong the guesses of what a file costs are.
//
// The queue is a folder: files.json lists the test files, N.begun holds the process that runs file N, and N.ended how
// many milliseconds the file took.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

/** The name of the test that ends each file. It is not counted. */
export const END = 'end of the file';

/** Writes a file that is not there yet. @param {string} path @param {string} text @returns {boolean} whether it did */
function claim(path, text) {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** Runs the files of a queue that no other lane has begun. @param {string} queue a folder */
export async function work(queue) {
  for (const [i, file] of filesOf(queue).entries()) {
    if (!claim(join(queue, `${i}.begun`), `${process.pid}`)) continue;
    const from = performance.now();
    try {
      await import(pathToFileURL(file).href);
    } catch (fault) {
      test(`${file} can be loaded`, () => Promise.reject(fault));
    }
    await test(END, () => {}); // tests run in their order: those of the file have ended
    writeFileSync(join(queue, `${i}.ended`), `${performance.now() - from}`);
  }
}

/** @param {string} queue @returns {string[]} absolute paths */
const filesOf = (queue) => JSON.parse(readFileSync(join(queue, 'files.json'), 'utf8'));

/**
 * What became of the files of a queue.
 * @param {string} queue
 * @returns {{ file: string, pid?: number, ms?: number }[]} pid: of the process that began it; ms: how long it took
 */
export const progressOf = (queue) =>
  filesOf(queue).map((file, i) => {
    const read = (/** @type {string} */ state) => {
      const path = join(queue, `${i}.${state}`);
      return existsSync(path) ? Number(readFileSync(path, 'utf8')) : undefined;
    };
    return { file, pid: read('begun'), ms: read('ended') };
  });

/**
 * What a file is expected to cost: the milliseconds that it took when it last ran. On a machine where no file has run
 * yet it is the file's size, the best guess; a new file costs as much as the mean.
 * @param {readonly string[]} files @param {Record<string, number>} known
 * @returns {(file: string) => number}
 */
export function costs(files, known) {
  const all = files.map((file) => known[file]).filter((ms) => ms >= 0);
  if (!all.length) return (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const mean = all.reduce((sum, ms) => sum + ms, 0) / all.length;
  return (file) => known[file] ?? mean;
}
