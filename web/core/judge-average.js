// Numbers of a moving average that somebody worked out, judged as c/check judges those of a run: what
// rounding may have done is followed line by line.

import { wrongWays } from './average-mistakes.js';
import { finenessOf, ROUNDING, walkOf } from './average-walk.js';
import { averageFacts } from './facts.js';
import { AGREES, FOLLOWS, NOT_GIVEN, ROUNDED, WRONG } from './verdicts.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {import('./judge.js').Table} Table
 * @typedef {import('./judge.js').Judges} Judges
 * @typedef {import('./average-mistakes.js').Way} Way
 * @typedef {import('./average-walk.js').Off} Off
 */

/** Rows between two slices. */
const AT_ONCE = 16;
/** More than that, in powers of ten, no number tells. */
const MOST_GAIN = 6;

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
      judgesOf(
        engine,
        { average, series },
        { table, keys, known, starts: lines.map(({ fromZero }) => fromZero) },
      ),
  };
}

/**
 * @param {Engine} engine @param {Way} right
 * @param {{ table: Table, keys: string[], starts: readonly number[], known: Float64Array|null }} how
 * @returns {Judges}
 */
function judgesOf(engine, right, { table, keys, starts, known }) {
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
    return {
      first,
      verdicts: () => verdicts,
      exact: (/** @type {number} */ at) => exact[at],
      expected,
      reach,
    };
  }
  /** @typedef {ReturnType<typeof judge> extends Generator<unknown, infer J> ? J : never} Judgement */

  /** As c/check/weigh.c does it. @param {Judgement} of @param {Judgement} by @param {number} from */
  function weigh(of, by, from) {
    const weight = { explained: 0, wrong: 0, kept: 0, isFirst: 0, nearer: 0, hits: 0 };
    const [verdicts, judged] = [of.verdicts(), by.verdicts()];
    for (let t = from; t < rows; t++) {
      const given = Array.from({ length: keys.length + 1 }, (_, c) => rows * c + t).filter(
        (at) => verdicts[at] !== NOT_GIVEN,
      );
      const wrong = given.filter((at) => verdicts[at] === WRONG);
      for (const at of given) {
        const off =
          Math.min(...[by.exact(at), by.expected[at]].map((each) => Math.abs(values[at] - each))) /
          units[at];
        if (off >= 0) weight.hits += 1 / (1 + off * off);
      }
      weight.wrong += wrong.length ? 1 : 0;
      if (!given.length || given.some((at) => judged[at] === WRONG)) continue;
      weight.explained++;
      weight.kept += wrong.length ? 1 : 0;
      if (t === from) weight.isFirst = 1;
      for (const at of wrong) {
        const gain = Math.log10(Math.abs(values[at] - of.expected[at]) / by.reach[at]);
        if (gain > 0) weight.nearer += Math.min(gain, MOST_GAIN);
      }
    }
    return weight;
  }
  return { judge, weigh };
}
