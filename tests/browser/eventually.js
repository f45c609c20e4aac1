// Repeats a check until it holds: on a busy machine a result may take its time.

export const PATIENCE = 20_000; // ms until what does not hold, or is not there, is a failure

/**
 * Asserts that something comes to hold, however slow the machine. For what must not happen, wait and then
 * assert.
 * @template T
 * @param {() => Promise<T>} holds throws until it does
 * @returns {Promise<T>} what it returned then
 */
export async function eventually(holds) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await holds();
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/**
 * Until a page's size has been the same for ten of its frames: on a busy machine they take longer, as all
 * does.
 * @param {import('playwright-core').Frame} frame
 */
export const settled = (frame) =>
  frame.evaluate(async () => {
    const size = () =>
      `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`;
    let before = size();
    for (let same = 0; same < 10; same++) {
      await new Promise((done) => requestAnimationFrame(done));
      if (size() !== before) same = 0;
      before = size();
    }
  });
