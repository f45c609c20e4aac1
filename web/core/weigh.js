// How well a way to work numbers out that has a mistake in it explains numbers that are wrong.

import { NOT_GIVEN, WRONG } from './verdicts.js';

/** More than that, in powers of ten, no number tells. */
const MOST_GAIN = 6;

/**
 * @typedef {import('./inside.js').Judged} Judged
 *
 * @typedef {object} Weight
 * @property {number} explained rows in which nothing is wrong any more
 * @property {number} wrong rows in which something was
 * @property {number} kept of those, the explained ones
 * @property {boolean} isFirst whether the first of them is
 * @property {number} nearer powers of ten by which the wrong numbers are nearer to it than to what is right
 * @property {number} hits how many numbers it gives to the digit
 */

/**
 * @param {import('./judge.js').Table} table
 * @param {Judged} right judged by what is right @param {Judged} judged by the same with the mistake
 * @param {number} from @param {number} to rows
 */
export function weigh({ rows, values, units }, right, judged, from, to) {
  /** @type {Weight} */
  const weight = { explained: 0, wrong: 0, kept: 0, isFirst: false, nearer: 0, hits: 0 };
  for (let t = from; t < to; t++) {
    let [isGiven, isWrong, isExplained, nearer] = [false, false, true, 0];
    for (let at = t; at < values.length; at += rows) {
      if (right.verdicts[at] === NOT_GIVEN) continue;
      const value = values[at];
      isGiven = true;
      isExplained &&= judged.verdicts[at] !== WRONG;
      const run = Math.abs(value - judged.exact[at]);
      const own = Math.abs(value - judged.expected[at]);
      const off = Math.min(run, own) / units[at];
      if (off >= 0) weight.hits += 1 / (1 + off * off);
      if (right.verdicts[at] !== WRONG) continue;
      isWrong = true;
      const gain = Math.log10(Math.abs(value - right.expected[at]) / judged.reach[at]);
      if (gain > 0) nearer += Math.min(gain, MOST_GAIN);
    }
    if (isWrong) weight.wrong++;
    if (!isGiven || !isExplained) continue;
    weight.explained++;
    if (isWrong) weight.kept++;
    weight.nearer += nearer;
    if (t === from) weight.isFirst = true;
  }
  return weight;
}
