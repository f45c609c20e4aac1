// Numbers of a moving average that somebody worked out, judged as c/check judges those of a run: what
// rounding may have done is followed line by line.

import { wrongWays } from './average-mistakes.js';
import { finenessOf, ROUNDING, walkOf } from './average-walk.js';
import { averageFacts } from './facts.js';
import { AGREES, FOLLOWS, ROUNDED, WRONG } from './verdicts.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./judge.js').Table} Table
 * @typedef {import('./inside.js').Judge} Judge
 * @typedef {import('./average-mistakes.js').Way} Way
 * @typedef {import('./average-walk.js').Off} Off
 */

/** Rows between two slices. */
const AT_ONCE = 16;
/**
 * @param {Engine} engine @param {import('./average-mistakes.js').Asked} asked
 * @returns {import('./judge.js').Judging}
 */
export function judgeAverage(engine, asked) {
  const { average, series, facts, lines } = asked;
  const { known } = averageFacts(engine, facts);
  const keys = lines.map(({ key }) => key);
  const names = ['s', ...keys];
  return {
    names,
    wrongs: () => wrongWays(engine, asked),
    twice: () => [],
    of: (table) =>
      judgeIn(
        engine,
        { average, series },
        { table, known, starts: lines.map(({ fromZero }) => fromZero) },
      ),
  };
}

/**
 * @param {Engine} engine @param {Way} right
 * @param {{ table: Table, starts: readonly number[], known: Float64Array|null }} how
 * @returns {Judge}
 */
function judgeIn(engine, right, { table, starts, known }) {
  const { rows, values, units } = table;
  const fineness = finenessOf(table);
  const size = values.length;

  /** @param {number} to @param {Way} [way] */
  function* judge(to, way = right) {
    const [verdicts, exact, expected, reach] = Array.from(
      { length: 4 },
      () => new Float64Array(size),
    );
    let first = -1;
    const meet = (
      /** @type {number} */ at,
      /** @type {number} */ precise,
      /** @type {Off} */ off,
    ) => {
      const own = values[at];
      const slack = ROUNDING * (Math.abs(own) + Math.abs(off.value) || 0);
      const unit = Math.max(units[at], slack);
      [exact[at], expected[at], reach[at]] = [precise, off.value, off.reach + unit];
      if (Number.isNaN(own)) return off;
      const follows = Math.abs(own - off.value) <= reach[at];
      if (own === precise || Math.abs(own - precise) <= 1.000001 * units[at] + slack)
        verdicts[at] = AGREES;
      else if (follows) verdicts[at] = first < 0 ? ROUNDED : FOLLOWS;
      else verdicts[at] = WRONG;
      if (verdicts[at] === WRONG && first < 0) first = at;
      return { value: own, reach: unit };
    };
    const [run, own] = [walkOf(engine, way, fineness, known), walkOf(engine, way, fineness, known)];
    for (const [line, isZero] of starts.entries())
      if (isZero && rows) meet(rows * (line + 1), 0, { value: 0, reach: 0 });
    for (let t = 1; t < Math.min(to, right.series.length + 1); t++) {
      if (t % AT_ONCE === 0) yield { part: 0 };
      /** @type {number[]} */
      const precise = [];
      run.step(t, (_, off) => {
        precise.push(off.value);
        return { value: off.value, reach: 0 };
      });
      meet(t, right.series[t - 1], { value: right.series[t - 1], reach: 0 });
      own.step(t, (line, off) => meet(rows * (line + 1) + t, precise[line], off));
    }
    return { first, verdicts, exact, expected, reach };
  }
  return judge;
}
