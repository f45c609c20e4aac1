// The points that a method asks about on its way: the tries of a line search, the corners of a simplex.

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./types.js').Tried} Tried
 */

export class Tries {
  /** As Tried has them. */
  #until = [0];
  /** @type {number[]} */ #x = [];
  /** @type {number[]} */ #y = [];

  /** Notes what the step just taken has asked. @param {Engine} engine @param {number} run in progress */
  note({ wasm, arena }, run) {
    const pointer = wasm.lab_abi_run_asked(run);
    const [count] = arena.view(pointer, 1);
    const numbers = arena.view(pointer + 8, 2 * count);
    for (let i = 0; i < numbers.length; i += 2) {
      this.#x.push(numbers[i]);
      this.#y.push(numbers[i + 1]);
    }
    this.#until.push(this.#x.length);
  }

  /** @param {readonly string[]} axes what coordinates are called @returns {Tried} */
  soFar(axes) {
    const points = axes.map((axis, i) => [axis, Float64Array.from([this.#x, this.#y][i])]);
    return { until: Float64Array.from(this.#until), ...Object.fromEntries(points) };
  }
}
