// The rule of a run with the lines of its modifiers before its own.

import { joined, KEEPS_POINT, modifierLines } from '../core/modifiers.js';

/** @typedef {import('../core/formula.js').Ast} Ast */

/**
 * @param {Ast} ast of the rule alone
 * @param {Readonly<Record<string, number>>|undefined} modifiers of the run, by key
 * @param {import('../core/index.js').Core} core
 * @returns {Ast} the very same where there are none
 */
export function modifiedRule(ast, modifiers, core) {
  if (!modifiers || Object.keys(modifiers).length === 0) return ast;
  const lines = modifierLines(core.catalog, (key) => Object.hasOwn(modifiers, key));
  const supplied = Object.keys(modifiers);
  const modifying = core.parseRule(lines + KEEPS_POINT, { supplied }).ast;
  return modifying ? joined(modifying, ast) : ast;
}
