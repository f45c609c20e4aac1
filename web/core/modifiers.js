// What is done to a run's steps before its rule is carried out: gradients are clipped, weights decay. The
// catalog lists all modifiers in the order in which they are carried out.

import { checkKeys, checkNumber, checkObject } from './check.js';

/**
 * @typedef {import('./catalog.js').Catalog} Catalog
 * @typedef {import('./formula.js').Ast} Ast
 *
 * @typedef {{ on: number, values: number[] }} Modification as the core takes it: a bit for each modifier of
 *   the catalog that is on, and a number for each of all
 */

/**
 * The modifiers that are asked for; undefined for none.
 * @param {Catalog} catalog
 * @param {unknown} given their numbers by key
 * @param {{ key: string, refuses: readonly string[] }} [unit] the optimizer, unless it is a rule of one's own
 * @returns {Modification|undefined}
 */
export function readModifiers({ modifiers }, given, unit) {
  if (given === undefined || given === null) return undefined;
  const fields = checkObject('modifiers', given);
  const allowed = modifiers.filter(({ key }) => !unit?.refuses.includes(key));
  const whose = unit?.refuses.length ? `modifiers of optimizer ${unit.key}` : 'modifiers';
  checkKeys(
    whose,
    fields,
    allowed.map(({ key }) => key),
  );
  let on = 0;
  const values = modifiers.map(({ key, min, max }, i) => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (value === undefined) return 0;
    on |= 1 << i;
    return checkNumber(`${key} of modifiers`, value, { min, max });
  });
  return on ? { on, values } : undefined;
}

/**
 * The lines of a formula that modifiers are; "" for none.
 * @param {Catalog} catalog @param {(key: string) => boolean} isOn
 */
export const modifierLines = ({ modifiers }, isOn) =>
  modifiers.flatMap(({ key, line }) => (isOn(key) ? [line] : [])).join('\n');

/** What a text of modifiers ends with: a rule must say what becomes of x. */
export const KEEPS_POINT = '\nx = x';

/**
 * A rule with the lines of its modifiers before its own.
 * @param {Ast} modifying of modifierLines and KEEPS_POINT @param {Ast} ast of the rule
 * @returns {Ast}
 */
export function joined({ lines, hypers }, ast) {
  const before = lines.slice(0, -1);
  return {
    ...ast,
    lines: [...before, ...ast.lines],
    hypers: [...hypers, ...ast.hypers],
    modified: before.length,
  };
}
