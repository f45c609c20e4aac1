// A zip of files as they are, not deflated: the page packs what it has in memory, with no code but this.
// Not shown: files beyond 4 GB, folders, times (all are of 1980, the first year of a zip).

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** The CRC-32 of bytes, as zip and PNG have it. @param {Uint8Array} bytes */
export function crc32(bytes) {
  let c = ~0;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}

/** A signature, then numbers of 16 bits, little-endian. @param {string} mark @param {number[]} numbers */
const header = (mark, ...numbers) =>
  Uint8Array.from([
    ...[0x50, 0x4b, ...mark].map(Number),
    ...numbers.flatMap((number) => [number & 255, (number >>> 8) & 255]),
  ]);

/** A number of 32 bits as two of 16. @param {number} number */
const long = (number) => [number & 0xffff, number >>> 16];

/** Names are UTF-8; nothing is deflated; 1 January 1980. */
const ABOUT = [20, 0x0800, 0, 0, 0x21];

/**
 * @param {Readonly<Record<string, string>>} files texts by name
 * @returns {Uint8Array<ArrayBuffer>[]} the parts of the zip, in order
 */
export function zipped(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const list = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [path, text].map((each) => encoder.encode(each));
    const { length } = bytes;
    const about = [
      ...ABOUT,
      ...long(crc32(bytes)),
      ...long(length),
      ...long(length),
      name.length,
      0,
    ];
    parts.push(header('34', ...about), name, bytes);
    list.push(header('12', 20, ...about, 0, 0, 0, 0, 0, ...long(offset)), name);
    offset += 30 + name.length + length;
  }
  const count = list.length / 2;
  const size = list.reduce((sum, { length }) => sum + length, 0);
  return [...parts, ...list, header('56', 0, 0, count, count, ...long(size), ...long(offset), 0)];
}
