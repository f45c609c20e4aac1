// Turns of the page's thread: what takes long is cut into tasks, so that a reader's key or click comes in
// between.

/** Frames out of sight are not painted; they do not wait longer than this many ms. */
const LONGEST_WAIT = 100;

/**
 * A browser that has one does not wait for 4 ms, as it does for timers.
 * @type {{ scheduler?: { postTask(work: () => void): Promise<void> } }}
 */
const { scheduler } = /** @type {object} */ (globalThis);

/** Fulfilled in a task of its own. @returns {Promise<void>} */
export const task = () =>
  new Promise((resolve) => {
    if (scheduler) scheduler.postTask(resolve);
    else setTimeout(resolve);
  });

/** Fulfilled after the browser has painted. @returns {Promise<void>} */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT);
  });
