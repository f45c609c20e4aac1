// Turns the bytes of core.wasm into its exports: in Node, in a page and in a worker alike. No imports are given:
// the core needs none.

/**
 * @typedef {ArrayBuffer|Uint8Array|Response|URL|string} Bytes of core.wasm, or where they are
 * @typedef {Bytes|WebAssembly.Module} Source
 */

/**
 * @param {Bytes} wasm
 * @returns {Promise<BufferSource>}
 */
async function bytesOf(wasm) {
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm))
    return /** @type {BufferSource} */ (wasm);
  if (typeof Response !== 'undefined' && wasm instanceof Response) return wasm.arrayBuffer();
  const url = wasm instanceof URL ? wasm : new URL(String(wasm), import.meta.url);
  if (url.protocol === 'file:' && typeof process !== 'undefined') {
    const { readFile } = await import('node:fs/promises');
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`core.wasm is not at ${url}: ${response.status}`);
  return response.arrayBuffer();
}

/** core.wasm as it stands in a file that holds everything. @param {string} base64 */
export const bytesOfBase64 = (base64) =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/**
 * @param {Source} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(wasm) {
  if (typeof WebAssembly !== 'object') throw new Error('there is no WebAssembly here');
  if (wasm instanceof WebAssembly.Module) return wasm;
  return WebAssembly.compile(await bytesOf(/** @type {Bytes} */ (wasm)));
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<WebAssembly.Instance>} ready to call
 */
export async function instantiate(module) {
  const instance = await WebAssembly.instantiate(module, {});
  /** @type {any} */ (instance.exports)._initialize?.();
  return instance;
}
