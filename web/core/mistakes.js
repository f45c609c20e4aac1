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

/** @param {Engine} engine */
const blockFor = ({ arena, wasm }) => arena.reserveBytes(wasm.lab_abi_wrong_size());

/**
 * The run with each mistake in turn; `wrong`, a pointer, holds until the next.
 * @param {Engine} engine @param {number} run as it should be
 * @param {{ after?: number, wrong?: number }} [how] after: a mistake of the list, left out with those
 *   before it
 * @returns {Generator<{ mistake: Mistake, wrong: number, k: number }, void, void>}
 */
export function* wrongRuns(engine, run, { after = -1, wrong = blockFor(engine) } = {}) {
  const { wasm, arena } = engine;
  const seen = new Set();
  for (let k = after + 1; ; k++)
    for (let place = 0; place < MOST_PLACES; place++) {
      const status = wasm.lab_abi_wrong(wrong, run, k, place);
      if (status < 0) return;
      if (status > 0) break;
      const key = arena.text(wasm.lab_abi_wrong_key(wrong));
      const program = wasm.lab_abi_wrong_in(wrong);
      const change = CHANGES[program];
      if (change) yield { mistake: { key, change }, wrong, k };
      else {
        const rule = engine.formulas.source(program);
        if (!seen.has(rule)) yield { mistake: { key, rule }, wrong, k };
        seen.add(rule);
      }
    }
}

/** Two mistakes as one. @param {Mistake} first @param {Mistake} then @returns {Mistake} */
export const together = (first, then) => ({ ...first, ...then, key: first.key, second: then.key });

/**
 * The run with two mistakes. How it is taken can be wrong in one way only, and those come last in the list.
 * @param {Engine} engine @param {number} run as it should be
 * @returns {import('./inside.js').Wrongs}
 */
export function* wrongTwice(engine, run) {
  const block = blockFor(engine);
  for (const { mistake, wrong, k } of wrongRuns(engine, run)) {
    if (mistake.change === 'run') return;
    for (const then of wrongRuns(engine, wrong, { after: k, wrong: block }))
      if (then.mistake.key !== mistake.key)
        yield { mistake: together(mistake, then.mistake), wrong: then.wrong };
  }
}
