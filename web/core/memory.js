// The core's memory as seen from JavaScript: one arena of doubles that C lends, handed out from the bottom
// and taken back whole. Views are made again whenever the buffer changes.

/** Hands out pieces of the arena. Everything given out since `reset` is given back by the next `reset`. */
export class Arena {
  #memory;
  #start;
  #size;
  #used = 0;

  /**
   * @param {WebAssembly.Memory} memory
   * @param {number} start byte offset of the arena, a multiple of 8
   * @param {number} size length of the arena in doubles
   */
  constructor(memory, start, size) {
    this.#memory = memory;
    this.#start = start;
    this.#size = size;
  }

  /** Takes everything back. Pointers and views given out before are void. */
  reset() {
    this.#used = 0;
  }

  /** How many doubles are left. */
  get room() {
    return this.#size - this.#used;
  }

  /**
   * Reserves `length` doubles and returns their byte offset.
   * @param {number} length
   */
  reserve(length) {
    if (length > this.room) {
      throw new RangeError(`the core has room for ${this.room} numbers more, not ${length}`);
    }
    const pointer = this.#start + 8 * this.#used;
    this.#used += length;
    return pointer;
  }

  /** Reserves room for a block of C's, and returns where it is. @param {number} bytes */
  reserveBytes(bytes) {
    return this.reserve(Math.ceil(bytes / 8));
  }

  /**
   * Reserves room for the values, copies them there and returns their byte offset.
   * @param {ArrayLike<number>} values
   */
  place(values) {
    const pointer = this.reserve(values.length);
    this.view(pointer, values.length).set(values);
    return pointer;
  }

  /**
   * The doubles at `pointer`, in place: valid until the next reset.
   * @param {number} pointer
   * @param {number} length
   */
  view(pointer, length) {
    return new Float64Array(this.#memory.buffer, pointer, length);
  }

  /**
   * A copy of the doubles at `pointer`.
   * @param {number} pointer
   * @param {number} length
   */
  copy(pointer, length) {
    return this.view(pointer, length).slice();
  }

  /**
   * The bytes at `pointer`, in place.
   * @param {number} pointer
   * @param {number} length
   */
  bytes(pointer, length) {
    return new Uint8Array(this.#memory.buffer, pointer, length);
  }

  /**
   * The text that ends with a 0 byte at `pointer`.
   * @param {number} pointer
   */
  text(pointer) {
    const bytes = new Uint8Array(this.#memory.buffer, pointer);
    return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
  }
}
