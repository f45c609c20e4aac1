// Work in slices: a generator does a part of it, yields, and goes on when it is asked to, so that the caller
// can do something else in between. In the meantime only the core's memory must not be used.

/**
 * @typedef {object} Slice what is told between two slices
 * @property {number} part how much of the work is done, 0 to 1
 * @property {() => unknown} [partial] makes the answer as far as it has come
 */

/**
 * @template T
 * @typedef {Generator<Slice, T, void>} Task
 */

/** Items of the first slice: few enough for the slowest kind. */
const FIRST = 64;

/**
 * Does `total` items of work, each slice as many as take half of `sliceMs` to all of it.
 * @param {number} total
 * @param {number} sliceMs Infinity: all at once
 * @param {(to: number, from: number) => boolean|void} work does the items from..to - 1; true: there is no
 *   more to do
 * @param {{ partial?: () => unknown, first?: number }} [also]
 * @returns {Task<void>}
 */
export function* inSlices(total, sliceMs, work, { partial, first = FIRST } = {}) {
  let size = sliceMs === Infinity ? total : first;
  for (let done = 0; done < total; ) {
    const begunMs = performance.now();
    const to = Math.min(total, done + size);
    const isOver = work(to, done);
    const tookMs = performance.now() - begunMs;
    if (tookMs < sliceMs / 2) size *= 2;
    else if (tookMs > sliceMs) size = Math.max(1, Math.floor(size / 2));
    done = to;
    if (isOver || done === total) return;
    yield { part: done / total, partial };
  }
}

/**
 * Carries a task out to its end.
 * @template T
 * @param {Task<T>} task
 * @returns {T}
 */
export function finish(task) {
  for (;;) {
    const { done, value } = task.next();
    if (done) return value;
  }
}
