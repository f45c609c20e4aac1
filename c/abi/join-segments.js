// Joins the data segments of a WebAssembly module that stand less than 64 bytes apart, with zeros between them:
//   node c/abi/join-segments.js FILE
// Binaryen cuts a module's data wherever some zeros stand. Records of units are full of them, and the header of a
// segment, which holds an address, compresses worse than zeros do: the core is 2 KB smaller after gzip this way.
import { readFileSync, writeFileSync } from 'node:fs';

const GAP = 64;
const HEADER = 8; // bytes of a module before its first section
const DATA = 11; // the number of the data section
const DATA_COUNT = 12;
const I32_CONST = 0x41;
const END = 0x0b;

/** Reads LEB128 numbers and bytes one after the other. */
class Reader {
  #bytes;

  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isAtEnd() {
    return this.at >= this.#bytes.length;
  }

  byte() {
    return this.#bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /** @param {number} length */
  take(length) {
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}

/** @param {number} value from 0 @param {number} limit the last byte's bound: 64 in a signed number, else 128 */
function leb(value, limit = 128) {
  const out = [];
  for (; value >= limit; value = Math.floor(value / 128)) out.push((value % 128) | 128);
  return [...out, value];
}

/** @param {string} what @param {number} is @param {number} expected */
function expect(what, is, expected) {
  if (is !== expected) throw new Error(`a data segment has ${what} ${is}, not ${expected}`);
}

/** @param {Uint8Array} section the content of a data section of active segments @returns {Uint8Array} the same, joined */
function join(section) {
  const from = new Reader(section);
  /** @type {{ address: number, bytes: Uint8Array }[]} */
  const joined = [];
  for (let left = from.number(); left > 0; left--) {
    expect('the mode', from.byte(), 0);
    expect('the instruction', from.byte(), I32_CONST);
    const address = from.number();
    expect('the instruction', from.byte(), END);
    const bytes = from.take(from.number());
    const last = joined.at(-1);
    const gap = last ? address - last.address - last.bytes.length : Number.POSITIVE_INFINITY;
    if (last && gap >= 0 && gap < GAP)
      last.bytes = Buffer.concat([last.bytes, Buffer.alloc(gap), bytes]);
    else joined.push({ address, bytes });
  }
  const segments = joined.map(({ address, bytes }) =>
    Buffer.concat([
      Buffer.from([0, I32_CONST, ...leb(address, 64), END, ...leb(bytes.length)]),
      bytes,
    ]),
  );
  return Buffer.concat([Buffer.from(leb(segments.length)), ...segments]);
}

/** @param {Uint8Array} module */
function joinSegments(module) {
  const from = new Reader(module, HEADER);
  /** @type {Uint8Array[]} */
  const out = [module.subarray(0, HEADER)];
  while (!from.isAtEnd) {
    const id = from.byte();
    const content = from.take(from.number());
    if (id === DATA_COUNT) continue; // needed only by instructions on passive segments
    const whole = id === DATA ? join(content) : content;
    out.push(Buffer.from([id, ...leb(whole.length)]), whole);
  }
  return Buffer.concat(out);
}

const file = process.argv[2];
writeFileSync(file, joinSegments(readFileSync(file)));
