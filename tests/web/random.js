// Random numbers that are the same at each run.

/** Numbers between 0 and 1, the same at each run (Lehmer). @param {number} seed */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
