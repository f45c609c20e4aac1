// What a method searched for in a step: the lines above those that read it.

import { row } from './math.js';

/**
 * @typedef {import('./math.js').MathNode} MathNode
 *
 * @typedef {Map<string, string>} Found how a method finds what its rule reads, by the name in the rule
 */

/**
 * What has been found belongs to this step, as if a line had assigned it.
 * @param {Found|undefined} found @returns {Map<string, number>}
 */
export const haveBeenFound = (found) => new Map([...(found?.keys() ?? [])].map((key) => [key, 1]));

/**
 * The lines of what a method has found and this line of its rule is the first to read: α_1 = 0.5, and how.
 * @param {import('../core/formula.js').Node} expr @param {Set<string>} shown
 * @param {Found|undefined} found
 * @param {(name: string) => MathNode[]} write
 */
export function foundLines(expr, shown, found, write) {
  const names = [...(found?.keys() ?? [])].filter((name) => !shown.has(name) && reads(expr, name));
  return names.map((name) => {
    shown.add(name);
    return row(...write(name), { tag: 'words', text: found?.get(name) });
  });
}

/** @param {import('../core/formula.js').Node} expr @param {string} name @returns {boolean} */
const reads = (expr, name) =>
  Array.isArray(expr)
    ? expr[0] !== 'num' && expr.slice(1).some((each) => reads(each, name))
    : expr === name;
