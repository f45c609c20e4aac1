// Bytes as they stand in a file that holds everything.

/**
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOfBase64(base64) {
  if ('fromBase64' in Uint8Array)
    return /** @type {{ fromBase64: (text: string) => Uint8Array<ArrayBuffer> }} */ (
      /** @type {unknown} */ (Uint8Array)
    ).fromBase64(base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/**
 * @param {string} packed bytes, deflated, as base64
 * @returns {Promise<ArrayBuffer>}
 */
export function inflate(packed) {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  writer.write(bytesOfBase64(packed));
  writer.close();
  return new Response(stream.readable).arrayBuffer();
}
