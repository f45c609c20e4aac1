// Repeats a check until it passes, because results take longer on a busy machine.

export const PATIENCE = 20_000; // ms after which a check that still fails is a failure

/**
 * Repeats a check until it passes. To assert that something does not happen, wait and then assert.
 * @template T
 * @param {() => Promise<T>} holds throws until it does
 * @returns {Promise<T>} the result of the check that passed
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
 * Waits until a page's size has been the same for ten frames. Frames, not milliseconds: on a busy machine they
 * take longer.
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
