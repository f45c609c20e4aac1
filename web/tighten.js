// Makes a script that esbuild has minified shorter still: terser saves 3 % of the page after gzip. It is not
// for modules that are meant to be small: a bundler that does not minify makes them longer again.
//
// Terser takes seconds for each script, so scripts are shared among threads, one for each core. This module
// is also what the threads run.

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { minify } from 'terser';
import { IS_QUICK } from './quick.js';

/** Threads that have nothing to do. @type {Worker[]} */
const idle = [];
/** What waits for a thread. @type {((thread: Worker) => void)[]} */
const waiting = [];
let threads = 0;

/** @returns {Worker | Promise<Worker>} */
function takeThread() {
  const thread = idle.pop();
  if (thread) return thread;
  if (threads === availableParallelism()) return new Promise((resolve) => waiting.push(resolve));
  threads++;
  return new Worker(new URL(import.meta.url));
}

/** @param {Worker} thread */
function giveBack(thread) {
  const next = waiting.shift();
  if (next) next(thread);
  else idle.push(thread);
}

/** @param {string} script a module, or a script with nothing global @returns {Promise<string>} */
export async function tightened(script) {
  if (IS_QUICK) return script;
  const thread = await takeThread();
  thread.ref();
  /** @type {string} */
  const code = await new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (answer) => {
      thread.off('error', reject);
      resolve(answer);
    });
    thread.postMessage(script);
  });
  thread.unref(); // an idle thread does not keep the process
  giveBack(thread);
  return code;
}

if (!isMainThread)
  parentPort?.on('message', async (script) => {
    const { code } = await minify(script, { module: true, ecma: 2022, compress: { passes: 3 } });
    parentPort?.postMessage(code ?? script);
  });
