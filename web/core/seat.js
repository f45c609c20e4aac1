// A place where a core answers messages: a worker, a thread of Node, or this thread. All three have the same
// interface: a seat takes one question at a time and reports when it has died.

import { workerFile } from './own-worker.js';
import { createService, turn } from './service.js';

/**
 * @typedef {import('./inside.js').FromCore} FromCore
 * @typedef {import('./inside.js').ToCore} ToCore
 *
 * @typedef {'workers'|'threads'|'slices'} Kind where a seat is; slices: in this thread
 *
 * @typedef {object} Port
 * @property {(message: ToCore) => void} post
 * @property {() => void} end
 * @property {(isBusy: boolean) => void} [hold] whether a process may not end meanwhile
 *
 * @typedef {object} Hooks
 * @property {(message: FromCore) => void} onMessage
 * @property {() => void} onDeath it has thrown, or was ended by someone else
 */

/**
 * @typedef {object} SeatHooks
 * @property {(json: string) => void} onReady json: the catalog
 * @property {(seat: Seat, message: FromCore) => void} onMessage
 * @property {(seat: Seat, why: string) => void} onDeath
 */

/** A worker that has not started after so long will not. */
const START = 10_000; // ms
/** One that says nothing for so long, twice in a row, has died: browsers do not tell. */
const SILENCE = 1500; // ms

/** @param {Hooks} hooks @param {string} [script] @returns {Port} */
function openWorker({ onMessage, onDeath }, script = '') {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => {
    URL.revokeObjectURL(url); // it has been read
    onMessage(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    onDeath();
  };
  worker.onmessageerror = onDeath;
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

/** node:worker_threads, without an import: a bundler for browsers would follow it. */
const nodeThreads = () => globalThis.process?.getBuiltinModule?.('node:worker_threads');

/** @param {Hooks} hooks @param {string} [script] @returns {Port} */
function openThread({ onMessage, onDeath }, script) {
  const { Worker: Thread } = nodeThreads();
  const thread = new Thread(script ?? workerFile(), { eval: script !== undefined });
  thread.on('message', onMessage);
  thread.on('error', onDeath);
  thread.on('exit', onDeath);
  return {
    post: (message) => thread.postMessage(message),
    end: () => thread.terminate(),
    hold: (isBusy) => (isBusy ? thread.ref() : thread.unref()),
  };
}

/** @param {Hooks} hooks @returns {Port} */
function openHere({ onMessage }) {
  const receive = createService(onMessage);
  return { post: (message) => turn().then(() => receive(message)), end() {} };
}

const OPEN = { workers: openWorker, threads: openThread, slices: openHere };

/**
 * The kind to begin with: how many seats were asked for decides in Node.
 * @param {number|undefined} wanted @param {string|undefined} script of a worker @returns {Kind}
 */
export function kindFor(wanted, script) {
  if (wanted === 0) return 'slices';
  if (typeof Worker === 'function' && script) return 'workers';
  return wanted && nodeThreads() ? 'threads' : 'slices';
}

export class Seat {
  #port;
  #hooks;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #isOver = false;
  #id = 0;
  /** What it is busy with; null: it is free. @type {import('./call.js').Part|null} */
  part = null;
  /** Whether it can be asked. */
  isReady = false;

  /**
   * @param {Kind} kind
   * @param {{ module: WebAssembly.Module, script?: string }} core and the script of its worker
   * @param {SeatHooks} hooks
   * @throws what the browser throws that refuses workers
   */
  constructor(kind, { module, script }, hooks) {
    this.#hooks = hooks;
    const onMessage = (/** @type {FromCore} */ message) => this.#receive(message);
    const onDeath = () => this.#die('it ended by itself');
    this.#port = OPEN[kind]({ onMessage, onDeath }, script);
    this.#port.hold?.(true);
    this.#timer = setTimeout(() => this.#die('it did not start'), START);
    this.#port.post({ start: module });
  }

  /** @param {FromCore} message */
  #receive(message) {
    if (this.#isOver) return;
    this.#listen(this.part ? 0 : undefined);
    if (message.failed) this.#die(message.failed);
    else if (message.ready) {
      this.isReady = true;
      this.#settle();
      this.#hooks.onReady(message.ready);
    } else this.#hooks.onMessage(this, message);
  }

  /**
   * Waits for a sign of life; undefined: no more.
   * @param {number|undefined} missed how often there was none
   */
  #listen(missed) {
    clearTimeout(this.#timer);
    if (missed === undefined) return;
    const next = () => (missed ? this.#die('it fell silent') : this.#listen(missed + 1));
    this.#timer = setTimeout(next, SILENCE);
  }

  /** @param {import('./call.js').Part} part @param {import('./inside.js').Ask} question */
  ask(part, question) {
    this.part = part;
    this.#id = question.ask;
    this.#port.hold?.(true);
    this.#listen(0);
    this.#port.post(question);
  }

  /** It need not answer; it is free when it says so. */
  stop() {
    this.#port.post({ stop: this.#id });
  }

  /** It has answered. */
  free() {
    this.part = null;
    this.#settle();
  }

  #settle() {
    this.#listen(undefined);
    this.#port.hold?.(false);
  }

  /** @param {string} why */
  #die(why) {
    if (this.#isOver) return;
    this.end();
    this.#hooks.onDeath(this, why);
  }

  end() {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#port.end();
  }
}
