// The mistakes that can be made in a run: each is a rule, a derivative or a way to take the run that differs
// from the right one. C makes them (c/check), one at a time.

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./types.js').Mistake} Mistake
 */

/** What mistakes are in that are not in the rule. */
const CHANGES = /** @type {const} */ ([undefined, 'derivative', 'run']);
/** More places than any rule has for one mistake. */
const MOST_PLACES = 16;

/**
 * The run with each mistake in turn; `wrong`, a pointer, holds until the next.
 * @param {Engine} engine @param {number} run as it should be
 * @returns {Generator<{ mistake: Mistake, wrong: number }, void, void>}
 */
export function* wrongRuns(engine, run) {
  const { wasm, arena } = engine;
  const wrong = engine.arena.reserveBytes(wasm.lab_abi_wrong_size());
  const seen = new Set();
  for (let k = 0; ; k++)
    for (let place = 0; place < MOST_PLACES; place++) {
      const status = wasm.lab_abi_wrong(wrong, run, k, place);
      if (status < 0) return;
      if (status > 0) break;
      const key = arena.text(wasm.lab_abi_wrong_key(wrong));
      const program = wasm.lab_abi_wrong_in(wrong);
      const change = CHANGES[program];
      if (change) yield { mistake: { key, change }, wrong };
      else {
        const rule = engine.formulas.source(program);
        if (!seen.has(rule)) yield { mistake: { key, rule }, wrong };
        seen.add(rule);
      }
    }
}
