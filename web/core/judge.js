// Somebody's own numbers against a run or an average: which of them are right, which is the first that is
// not, and which mistake explains it. C judges a run (judge-run.js), judge-average.js an average; mistakes
// are compared here.

import { judgeAverage } from './judge-average.js';
import { judgeRun } from './judge-run.js';
import { judgeSample } from './judge-sample.js';
import { AGREES, ROUNDED, VERDICTS } from './verdicts.js';
import { weigh } from './weigh.js';

/**
 * @typedef {import('./engine.js').Engine} Engine
 * @typedef {ReturnType<typeof import('./given.js').readCheck>} Asked
 * @typedef {import('./types.js').Check} Check
 * @typedef {import('./types.js').Verdict} Verdict
 * @typedef {import('./types.js').CheckedRow} CheckedRow
 *
 * @typedef {object} Table the given numbers, laid out
 * @property {readonly string[]} names of its columns @property {number} rows
 * @property {Float64Array} values @property {Float64Array} units half a unit of the last digit
 *
 * @typedef {import('./inside.js').Judging} Judging
 * @typedef {import('./inside.js').Judged} Judged
 */

/** Rows behind the first wrong number in which mistakes are looked for. */
const LOOKED = 60;
/** Of the wrong rows a mistake must explain so many. */
const ENOUGH = 2 / 3;
/** By so many powers of ten a mistake must be nearer to a wrong number than the run; half for several. */
const NEARER = 0.5;
/** By so many for two mistakes at once, which are many pairs. */
const SURELY = 4;
/** Pairs that are tried, and so many between two slices. */
const [MOST_PAIRS, AT_ONCE] = [2000, 20];
/** Mistakes whose numbers are as near as that are the same. */
const SAME = 0.01;

/**
 * Lays the given columns out in the order of the run's.
 * @param {import('./given.js').Given} given @param {readonly string[]} names
 * @returns {Table}
 */
function layOut({ columns, rows }, names) {
  const unknown = Object.keys(columns).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`columns has no "${unknown}"; it takes ${names.join(', ')}`);
  const values = new Float64Array(names.length * rows).fill(Number.NaN);
  const units = new Float64Array(names.length * rows);
  for (const [c, name] of names.entries()) {
    if (!(name in columns)) continue;
    values.set(columns[name].values, c * rows);
    units.set(columns[name].units, c * rows);
  }
  return { names, rows, values, units };
}

/**
 * Row by row, the worst verdict of its cells; rows without numbers are left out.
 * @param {Table} table @param {Float64Array} verdicts
 */
function rowsOf({ names, rows }, verdicts) {
  /** @type {CheckedRow[]} */
  const checked = [];
  for (let row = 0; row < rows; row++) {
    /** @type {Record<string, Verdict>} */
    const cells = {};
    let worst = 0;
    for (const [c, name] of names.entries()) {
      const verdict = verdicts[c * rows + row];
      if (verdict) cells[name] = /** @type {Verdict} */ (VERDICTS[verdict]);
      worst = Math.max(worst, verdict);
    }
    if (worst) checked.push({ row, verdict: /** @type {Verdict} */ (VERDICTS[worst]), cells });
  }
  return checked;
}

/**
 * @typedef {import('./weigh.js').Weight} Weight
 * @typedef {Weight & { mistake: import('./types.js').Mistake }} Weighed
 */

/**
 * Judges numbers and looks for the mistake behind them. The arena must have been reset.
 * @param {Engine} engine
 * @param {Asked} asked
 * @returns {import('./slices.js').Task<Check>}
 */
export function* checkNumbers(engine, asked) {
  const { names, of, wrongs, twice } = judgingOf(engine, asked, asked.given.rows);
  const table = layOut(asked.given, names);
  const judge = of(table);
  const right = yield* judge(table.rows);
  if (right.first < 0) return { rows: rowsOf(table, right.verdicts), first: null, mistake: null };
  const cut = yield* of(uncut(table))(table.rows);
  if (cut.first < 0) {
    const verdicts = roundedOf(right.verdicts, cut.verdicts);
    return { rows: rowsOf(table, verdicts), first: null, mistake: null };
  }
  const row = right.first % table.rows;
  const to = Math.min(table.rows, row + LOOKED);
  const own = weigh(table, right, yield* judge(to), row, to);
  /** @type {Weighed[]} */
  const found = [];
  for (const { mistake, wrong } of wrongs()) {
    yield { part: 0 };
    const weight = weigh(table, right, yield* judge(to, wrong), row, to);
    if (explains(weight, own)) found.push({ ...weight, mistake });
  }
  if (!found.length && own.wrong > 1) {
    let left = MOST_PAIRS;
    for (const { mistake, wrong } of twice()) {
      if (!left--) break;
      if (left % AT_ONCE === 0) yield { part: 0 };
      if ((yield* judge(row + 1, wrong)).first >= 0) continue;
      const judged = yield* judge(to, wrong);
      if (judged.first >= 0) continue;
      const weight = weigh(table, right, judged, row, to);
      if (weight.nearer >= SURELY) found.push({ ...weight, mistake });
    }
  }
  const column = names[(right.first - row) / table.rows];
  const first = { row, column, given: table.values[right.first], right: right.exact[right.first] };
  return { rows: rowsOf(table, right.verdicts), first, mistake: best(found) };
}

/**
 * @param {Engine} engine @param {ReturnType<typeof import('./given.js').readMistakes>} asked
 * @param {number} [rows] of the numbers
 */
function judgingOf(engine, { average, sample, run }, rows = 0) {
  if (average) return judgeAverage(engine, average);
  return sample ? judgeSample(engine, sample, rows) : judgeRun(engine, run);
}

/**
 * The mistakes that could be made. The arena must have been reset.
 * @param {Engine} engine @param {ReturnType<typeof import('./given.js').readMistakes>} asked
 * @returns {import('./types.js').Mistake[]}
 */
export const listMistakes = (engine, asked) =>
  [...judgingOf(engine, asked).wrongs()].map(({ mistake }) => mistake);

/** Of half a unit: a whole unit is never cut off. */
const CUT = 1 - 4e-6;

/**
 * Numbers that were cut off instead of rounded stand for the middle of what they were cut from.
 * @param {Table} table @returns {Table}
 */
const uncut = ({ values, units, ...table }) => ({
  ...table,
  units,
  values: values.map((value, at) => value + CUT * Math.sign(value) * units[at]),
});

/**
 * What agrees only once it is no longer cut off is rounded.
 * @param {Float64Array} right @param {Float64Array} cut
 */
const roundedOf = (right, cut) =>
  cut.map((verdict, at) => (verdict === AGREES && right[at] !== AGREES ? ROUNDED : verdict));

/**
 * Whether a mistake explains the wrong rows so well that it is worth saying.
 * @param {Weight} weight @param {Weight} own of the right run
 */
function explains({ isFirst, kept, wrong, explained, nearer }, own) {
  const isEnough = isFirst && kept >= ENOUGH * wrong && explained > own.explained;
  return isEnough && nearer >= (kept > 1 ? NEARER / 2 : NEARER);
}

/**
 * The mistake that explains the most.
 * @param {Weighed[]} found
 * @returns {Check['mistake']}
 */
function best(found) {
  if (!found.length) return null;
  found.sort((a, b) => b.explained - a.explained || b.hits - a.hits);
  const [{ mistake, explained, wrong, kept, hits }, ...others] = found;
  const same = others.filter((each) => each.explained === explained && each.hits > hits - SAME);
  const also = same
    .map((each) => each.mistake.key)
    .filter((key, i, keys) => key !== mistake.key && keys.indexOf(key) === i);
  const isPair = Boolean(mistake.second);
  const sure = kept / wrong / (1 + (isPair ? same : also).length);
  return { ...mistake, explains: explained, sure, also: isPair ? [] : also };
}
