// A core that is asked by messages: in a worker, in a thread of Node, or in the caller's own thread, where it
// leaves the others their turn after each slice. One question at a time.
//
//   in                                     out
//   { start: module }                      { ready: the catalog's JSON } or { failed: an error's text }
//   { ask: id, method, asked, partials }   { id, answer }, or { id, fault: { name, message } } if it throws;
//                                          before that { id, partial } now and then, if partials are wanted,
//                                          and { id } every BEAT ms: a sign of life
//   { stop: id }                           { id, stopped: true }, unless it has been answered

import { Engine } from './engine.js';
import { instantiate } from './load.js';
import { answer } from './methods.js';

/**
 * @typedef {keyof typeof import('./methods.js').METHODS} MethodName
 * @typedef {import('./inside.js').ToCore} ToCore
 * @typedef {(message: import('./inside.js').FromCore, transfer?: Transferable[]) => void} Send
 * @typedef {typeof globalThis & { setImmediate?: (run: () => void) => void }} Scope
 */

/** The longest slice. */
const SLICE = 8; // ms
const BEAT = 200; // ms
/**
 * The first partial answer comes after so long, each more after as long again as all before took, at most
 * LATEST.
 */
const FIRST = 16; // ms
const LATEST = 500; // ms

/** @type {(() => void)[]} */
const waiting = [];
/** @type {MessageChannel|undefined} */
let channel;

/**
 * Fulfilled once the event loop has had a turn. A message asks for it: a browser makes a timer wait longer
 * each time.
 * @returns {Promise<void>}
 */
export function turn() {
  const { setImmediate } = /** @type {Scope} */ (globalThis);
  if (setImmediate) return new Promise((resolve) => setImmediate(resolve));
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  channel.port2.postMessage(null);
  return new Promise((resolve) => waiting.push(resolve));
}

/**
 * The buffers of the arrays in an answer: they are transferred, and this thread can use them no more.
 * @param {unknown} value @returns {ArrayBuffer[]}
 */
function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(buffersOf);
}

/**
 * @param {Send} send
 * @returns {(message: ToCore) => Promise<void>} takes a message in
 */
export function createService(send) {
  /** @type {Engine} */
  let engine;
  let current = 0;

  /** @param {WebAssembly.Module} module */
  async function start(module) {
    try {
      engine = new Engine(await instantiate(module));
      send({ ready: engine.units.json });
    } catch (error) {
      send({ failed: String(error) });
    }
  }

  /** @param {import('./inside.js').Ask} question */
  async function ask({ ask: id, method, asked, partials }) {
    const begunMs = performance.now();
    const task = answer(engine, /** @type {MethodName} */ (method), asked, SLICE);
    let beatMs = begunMs;
    let dueMs = begunMs + FIRST;
    current = id;
    for (;;) {
      const { done, value } = task.next();
      if (done) {
        send({ id, answer: value }, [...new Set(buffersOf(value))]);
        return;
      }
      const nowMs = performance.now();
      if (partials && value.partial && nowMs >= dueMs) {
        const partial = value.partial();
        send({ id, partial }, [...new Set(buffersOf(partial))]);
        dueMs = nowMs + Math.min(LATEST, nowMs - begunMs);
        beatMs = nowMs;
      } else if (nowMs - beatMs >= BEAT) {
        send({ id });
        beatMs = nowMs;
      }
      await turn();
      if (current !== id) {
        send({ id, stopped: true });
        return;
      }
    }
  }

  return async (message) => {
    if (message.start) await start(message.start);
    else if (message.stop === current) current = 0;
    else if (message.ask) {
      try {
        await ask(/** @type {import('./inside.js').Ask} */ (message));
      } catch (error) {
        const { name, message: text } = /** @type {Error} */ (error);
        send({ id: message.ask, fault: { name, message: text } });
      }
    }
  };
}
