// A lane is a process that runs one test file after another. The files are in a queue that all lanes take from: a
// process costs three seconds of CPU time before its first test (Node's modules, a browser), and lanes that take what
// is next end at about the same time, however wrong the guesses of what a file costs are.
//
// The queue is a folder: files.json lists the test files, N.begun holds the process that runs file N, and N.ended how
// many milliseconds the file took.

import { AsyncResource } from 'node:async_hooks';
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

/** Code that is run in it declares tests of the process, even while a test runs. */
const outside = new AsyncResource('lane');

/**
 * Runs the files of a queue that no other lane has begun. The test that ends a file loads the next one: Node calls the
 * process's `after` hooks, which close the browser, as soon as no test is left.
 * @param {string} queue a folder
 */
export function work(queue) {
  const left = [...filesOf(queue).entries()];
  const next = async () => {
    const entry = left.find(([i]) => claim(join(queue, `${i}.begun`), `${process.pid}`));
    if (!entry) return;
    const [i, file] = entry;
    left.splice(0, left.indexOf(entry) + 1);
    const from = performance.now();
    try {
      await outside.runInAsyncScope(() => import(pathToFileURL(file).href));
    } catch (fault) {
      outside.runInAsyncScope(test, null, `${file} can be loaded`, () => Promise.reject(fault));
    }
    outside.runInAsyncScope(test, null, END, () => {
      writeFileSync(join(queue, `${i}.ended`), `${performance.now() - from}`);
      return next();
    });
  };
  test(END, next);
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
