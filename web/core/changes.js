// Changes in mid-run: from a step on, a run has other hypers.

import { checkKeys, checkNumber, checkObject, checkParams } from './check.js';
import { ruleHypers } from './formula.js';
import { readHypers } from './spec.js';

/**
 * @typedef {import('./catalog.js').Units} Units
 * @typedef {import('./spec.js').Optimizer} Optimizer
 * @typedef {{ from: number, hypers: Record<string, number> }} Change
 */

/**
 * The changes that are asked for, in order of their steps; of those from the same step the later one goes
 * beyond the earlier.
 * @param {Units} units @param {unknown} given
 * @param {import('./catalog.js').Optimizer|undefined} unit the optimizer, unless it is a rule of one's own
 * @returns {Change[]}
 */
export function readChanges({ catalog }, given, unit) {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new TypeError('changes must be a list of { from, hypers }');
  const { changes: most, steps } = catalog.limits;
  const list = [...given];
  if (list.length > most)
    throw new RangeError(`changes has ${list.length} entries; at most ${most} are allowed`);
  const read = list.map((each, i) => {
    const name = `changes[${i}]`;
    const change = checkObject(name, each, 'an object { from, hypers }');
    checkKeys(name, change, ['from', 'hypers']);
    const { from, hypers } = change;
    const own = readHypers(hypers);
    if (unit) checkParams(`optimizer ${unit.key}`, own, unit.hypers, 'hypers');
    return {
      from: checkNumber(`from of ${name}`, from, { min: 1, max: steps, integer: true }),
      hypers: own,
    };
  });
  return read.sort((a, b) => a.from - b.from);
}

/**
 * All hypers of a rule after each change, as the core takes them.
 * @param {readonly Change[]} changes @param {Optimizer} optimizer
 * @param {readonly string[]} keys of its hypers, in order
 * @returns {{ from: number, values: number[] }[]}
 */
export function hypersAfter(changes, optimizer, keys) {
  const isOwn = 'rule' in optimizer;
  let now = isOwn
    ? optimizer.hypers
    : Object.fromEntries(keys.map((key, i) => [key, optimizer.values[i]]));
  return changes.map(({ from, hypers }) => {
    if (isOwn) checkKeys('the rule', hypers, ['lr', ...keys]);
    now = { ...now, ...hypers };
    return { from, values: isOwn ? ruleHypers([...keys], now) : keys.map((key) => now[key]) };
  });
}
