// What takes its time on a busy machine: asked again until it holds.

export const PATIENCE = 20_000; // ms until what does not hold, or is not there, is a failure

/**
 * Asserts that something comes to hold, however slow the machine. For what must not happen, wait and then assert.
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
