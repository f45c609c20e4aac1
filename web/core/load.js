// Turns the bytes of core.wasm into its exports: in Node, in a page and in a worker alike. No imports are
// given: the core needs none.

import { shown } from './check.js';
import { ownWasm } from './own-wasm.js';

/**
 * @typedef {ArrayBuffer|Uint8Array|Response|URL|string} Bytes of core.wasm, or where they are
 * @typedef {Bytes|WebAssembly.Module} Source
 * @typedef {import('./inside.js').Wasm} Wasm
 */

/** Why there can be no core here. */
export class NoWebAssembly extends Error {
  /** @param {'missing'|'blocked'} why the browser has none, or the page's policy forbids it */
  constructor(why) {
    const blocked =
      "WebAssembly is blocked here: the page's content security policy must allow script-src " +
      "'wasm-unsafe-eval'";
    super(why === 'blocked' ? blocked : 'there is no WebAssembly here');
    this.name = 'NoWebAssembly';
    this.why = why;
  }
}

/** What every WebAssembly file begins with: "\0asm". */
const MAGIC = [0, 0x61, 0x73, 0x6d];
const SCHEME = /^[a-z][a-z+.-]+:/i;
const HOW =
  'Copy core.wasm there, hand its bytes or its address to loadCore({ wasm }), or import ' +
  '"descent-lab/core-inline".';

/**
 * The bytes at an address: a text without a scheme is relative to the page, in Node a path.
 * @param {URL|string} address
 */
async function read(address) {
  // Not imported, because bundlers for browsers follow imports and find no such module.
  const files = globalThis.process?.getBuiltinModule?.('node:fs/promises');
  const text = String(address);
  if (files && (text.startsWith('file:') || !SCHEME.test(text)))
    return files.readFile(SCHEME.test(text) ? new URL(text) : text);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.arrayBuffer();
}

/**
 * @param {Bytes} wasm
 * @returns {Promise<BufferSource>}
 */
async function bytesOf(wasm) {
  if (wasm instanceof URL || typeof wasm === 'string') {
    const bytes = await read(wasm).catch((error) => {
      throw new Error(`core.wasm is not at ${wasm} (${error.message}). ${HOW}`);
    });
    // Servers of pages answer what they do not have with a page.
    const first = new Uint8Array(bytes).subarray(0, MAGIC.length);
    if (String(first) !== String(MAGIC))
      throw new Error(`core.wasm is not at ${wasm} (there is something else). ${HOW}`);
    return bytes;
  }
  if (typeof Response !== 'undefined' && wasm instanceof Response) return wasm.arrayBuffer();
  // Not instanceof: the bytes may come from another frame.
  if (typeof wasm === 'object' && wasm !== null && 'byteLength' in wasm)
    return /** @type {BufferSource} */ (wasm);
  throw new TypeError(
    `wasm is ${shown(wasm)}; it must be the bytes of core.wasm (ArrayBuffer, Uint8Array), a Response, ` +
      'a URL or a text',
  );
}

/** Whether a policy forbids WebAssembly: then the smallest module there is cannot be compiled either. */
async function isBlocked() {
  try {
    await WebAssembly.compile(Uint8Array.of(...MAGIC, 1, 0, 0, 0));
    return false;
  } catch {
    return true;
  }
}

/**
 * @param {Source} [wasm] the package's own when left out
 * @returns {Promise<WebAssembly.Module>}
 * @throws {NoWebAssembly|TypeError|Error}
 */
export async function compile(wasm) {
  if (typeof WebAssembly !== 'object') throw new NoWebAssembly('missing');
  if (wasm instanceof WebAssembly.Module) return wasm;
  const bytes = await bytesOf(wasm ?? (await ownWasm()));
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw (await isBlocked()) ? new NoWebAssembly('blocked') : error;
  }
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<Wasm>} ready to call
 */
export async function instantiate(module) {
  const { exports } = await WebAssembly.instantiate(module, {});
  const wasm = /** @type {Wasm} */ (/** @type {unknown} */ (exports));
  wasm._initialize?.();
  return wasm;
}
