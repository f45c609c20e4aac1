// Turns the bytes of core.wasm into its exports: in Node, in a page and in a worker alike. No imports are given:
// the core needs none.

/**
 * @param {ArrayBuffer|Uint8Array|Response|URL|string} wasm bytes, or where they are
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
 * @param {ArrayBuffer|Uint8Array|Response|URL|string} wasm
 * @returns {Promise<Record<string, any>>} the exports, ready to call
 */
export async function instantiate(wasm) {
  if (typeof WebAssembly !== 'object') throw new Error('there is no WebAssembly here');
  const { instance } = await WebAssembly.instantiate(await bytesOf(wasm), {});
  const exports = /** @type {Record<string, any>} */ (instance.exports);
  exports._initialize?.();
  return exports;
}
