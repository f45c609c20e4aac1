// The mistakes that can be made in a moving average: each is another way to work it out, made from what the
// records of smoothers say.

import { checkKeys, checkList, checkObject } from './check.js';
import { averageFacts, readAverageFacts } from './facts.js';
import { resolveUnit } from './spec.js';
import { averageOf } from './trace-average.js';

/**
 * @typedef {import('./trace-average.js').Average} Average
 * @typedef {ReturnType<typeof readAverage>} Asked
 *
 * @typedef {object} Way how an average is worked out
 * @property {Average} average @property {ArrayLike<number>} series
 * @property {(t: number) => number} [times] what its last line is multiplied by
 */

/** @param {import('./catalog.js').Units} units @param {unknown} spec */
export function readAverage(units, spec) {
  const { catalog } = units;
  const fields = checkObject('spec', spec, 'an object { smoother, series }');
  checkKeys('spec', fields, ['smoother', 'series']);
  const series = checkList('series', fields.series, catalog.limits.series);
  const { unit, values } = resolveUnit('smoother', catalog.smoothers, fields.smoother);
  const keys = unit.params.map(({ key }) => key);
  const given = {
    key: unit.key,
    params: Object.fromEntries(keys.map((key, i) => [key, values[i]])),
  };
  return {
    series,
    average: averageOf(units, unit, values),
    facts: readAverageFacts(units, given, series.length),
    ofDecay: keys.indexOf(unit.decayParam ?? ''),
    ofWindow: keys.indexOf(unit.windowParam ?? ''),
    lines: unit.lines,
    /** the other averages with the same parameters */
    others: catalog.smoothers
      .filter(
        ({ key, params }) =>
          key !== unit.key && String(params.map((each) => each.key)) === String(keys),
      )
      .map((other) => ({ average: averageOf(units, other, values), lines: other.lines })),
  };
}

/** @param {Asked} asked @param {Average} average @param {number} at @param {number} value */
const withParam = ({ ofWindow }, average, at, value) => ({
  ...average,
  params: average.params.with(at, [average.params[at][0], value]),
  count: at === ofWindow ? value : average.count,
});

/**
 * What the weights come to with other parameters.
 * @param {import('./engine.js').Engine} engine @param {Asked} asked @param {Average} average
 */
function knownOf(engine, { facts }, { params }) {
  const values = params.map(([, value]) => value);
  const { known } = averageFacts(engine, {
    ...facts,
    known: facts.known && { ...facts.known, values },
  });
  return /** @type {Float64Array} */ (known);
}

/**
 * Every way to work an average out wrongly.
 * @param {import('./engine.js').Engine} engine @param {Asked} asked
 * @returns {{ mistake: import('./types.js').Mistake, wrong: Way }[]}
 */
export function wrongWays(engine, asked) {
  const { average, series, ofDecay, ofWindow, lines, others } = asked;
  const { span, known } = averageFacts(engine, asked.facts);
  const list = Float64Array.from(series);
  const own = { average, series };
  /** @type {[string, Way][]} */
  const ways = [
    [
      ofDecay < 0 ? 'division_forgotten' : 'weight_forgotten',
      { ...own, series: list.map((s) => span * s) },
    ],
    ['value_before', { ...own, series: Float64Array.of(0, ...list.slice(0, -1)) }],
    ['value_after', { ...own, series: Float64Array.of(...list.slice(1), Number.NaN) }],
  ];
  if (ofDecay >= 0) {
    const swapped = withParam(asked, average, ofDecay, 1 - average.params[ofDecay][1]);
    ways.push(['weights_swapped', { ...own, average: swapped }]);
    if (known && lines.length > 1) {
      // Only the recursion is wrong; the correction is the right one.
      const wrong = knownOf(engine, asked, swapped);
      ways.push([
        'weights_swapped',
        { ...own, average: swapped, times: (t) => wrong[t] / known[t] },
      ]);
    }
  }
  if (ofWindow >= 0)
    for (const [key, by] of /** @type {const} */ ([
      ['window_short', -1],
      ['window_long', 1],
    ])) {
      const size = average.params[ofWindow][1] + by;
      if (size > 0)
        ways.push([key, { ...own, average: withParam(asked, average, ofWindow, size) }]);
    }
  if (known && lines.length > 1)
    ways.push(
      ['correction_forgotten', { ...own, times: (t) => known[t] }],
      ['correction_twice', { ...own, times: (t) => 1 / known[t] }],
      ['correction_late', { ...own, times: (t) => known[t] / known[t + 1] }],
      ['correction_early', { ...own, times: (t) => known[t] / known[t - 1] }],
    );
  if (known && lines.length === 1)
    ways.push(['correction_added', { ...own, times: (t) => 1 / known[t] }]);
  for (const other of others) {
    const isAlike =
      other.lines.length === lines.length && lines[0].fromZero !== other.lines[0].fromZero;
    const start = lines[0].fromZero ? 'first_value' : 'first_zero';
    if (isAlike) ways.push([start, { ...own, average: other.average }]);
    else if (lines.length > 1 && !other.lines[0].fromZero)
      ways.push(['first_value', { ...own, average: other.average }]);
  }
  return ways.map(([key, wrong]) => ({ mistake: { key, change: 'run' }, wrong }));
}
