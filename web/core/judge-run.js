// Numbers that somebody has for a run, judged by C (c/check).

import { readLayout } from './layout.js';
import { wrongRuns, wrongTwice } from './mistakes.js';
import { AXES, beginRun } from './run.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./judge.js').Table} Table
 * @typedef {import('./inside.js').Judging} Judging
 * @typedef {import('./inside.js').Judge} Judge
 * @typedef {import('./inside.js').Judged} Judged
 */

/** @param {Engine} engine @param {ReturnType<typeof import('./run.js').readRun>} asked @returns {Judging} */
export function judgeRun(engine, asked) {
  const field = engine.field(asked.objective);
  return judgeOn(engine, field, asked, {
    random: asked.noise,
    look: { axes: AXES.slice(0, field.dim), value: 'f' },
  });
}

/**
 * A run on a landscape that is laid out.
 * @param {Engine} engine @param {import('./engine.js').Field} field
 * @param {ReturnType<typeof import('./run.js').readWalk>} asked
 * @param {{ random: { sigma: number, seed: number }, look: import('./layout.js').Look }} how
 * @returns {Judging}
 */
export function judgeOn(engine, field, asked, { random, look }) {
  const { run, slots } = beginRun(engine, field, asked, { ...random, batch: 0 });
  return {
    names: readLayout(engine, run, slots, look).map(({ name }) => name),
    of: (table) => judgeIn(engine, run, table),
    wrongs: () => wrongRuns(engine, run),
    twice: () => wrongTwice(engine, run),
  };
}

/** @param {Engine} engine @param {number} run as it should be @param {Table} table @returns {Judge} */
function judgeIn(engine, run, { values, units, rows }) {
  const { wasm, arena } = engine;
  const size = values.length;
  const numbers = arena.reserve(2 * size);
  arena.view(numbers, size).set(values);
  arena.view(numbers + 8 * size, size).set(units);
  const block = engine.arena.reserveBytes(wasm.lab_abi_given_size());
  wasm.lab_abi_given(block, run, numbers, rows);
  const outs = [arena.reserve(4 * size), arena.reserve(4 * size)];
  let count = 0;
  /**
   * The first judgement stays, each later one takes the place of the one before it. C judges all rows at
   * once.
   * @param {number} to
   * @returns {import('./slices.js').Task<Judged>}
   */
  function* judge(to, wrong = 0) {
    const out = outs[Math.min(count++, 1)];
    const first = wasm.lab_abi_judge(out, block, wrong, to);
    const [verdicts, exact, expected, reach] = [0, 1, 2, 3].map((i) =>
      arena.view(out + 8 * size * i, size),
    );
    return { first, verdicts, exact, expected, reach };
  }
  return judge;
}
