// The mistakes that can be made in a run: each is a rule, a derivative or a way to take the run that differs
// from the right one. C makes them (c/check), one at a time.

import { beginRun } from './run.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {ReturnType<typeof import('./run.js').readRun>} Asked
 * @typedef {import('./types.js').Mistake} Mistake
 */

/** What mistakes are in that are not in the rule. */
const CHANGES = /** @type {const} */ ([undefined, 'derivative', 'run']);
/** More places than any rule has for one mistake. */
const MOST_PLACES = 16;

/**
 * A run that has been set up and not begun.
 * @param {Engine} engine @param {Asked} asked
 */
export function setUp(engine, asked) {
  const field = engine.field(asked.objective);
  return { dim: field.dim, ...beginRun(engine, field, asked, { ...asked.noise, batch: 0 }) };
}

/**
 * The run with each mistake in turn; `wrong`, a pointer, holds until the next.
 * @param {Engine} engine @param {number} run as it should be
 * @returns {Generator<{ mistake: Mistake, wrong: number }, void, void>}
 */
export function* wrongRuns(engine, run) {
  const { wasm, arena } = engine;
  const wrong = engine.arena.reserveBytes(wasm.lab_abi_wrong_size());
  const seen = new Set();
  for (let k = 0; k < wasm.lab_abi_mistake_count(); k++)
    for (let place = 0; place < MOST_PLACES; place++) {
      if (wasm.lab_abi_wrong(wrong, run, k, place) !== 0) break;
      const key = arena.text(wasm.lab_abi_wrong_key(wrong));
      const change = CHANGES[wasm.lab_abi_wrong_kind(wrong)];
      if (change) yield { mistake: { key, change }, wrong };
      else {
        const rule = engine.formulas.read('wrong_rule', wrong);
        if (!seen.has(rule)) yield { mistake: { key, rule }, wrong };
        seen.add(rule);
      }
    }
}
