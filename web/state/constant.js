// A number that is typed as a formula: 1/3, 2^-3, sqrt(2)/2.

import { maybeNumber } from './parse-number.js';

/** @typedef {Pick<import('../core/index.js').Core, 'parseFormula'|'evaluate'>} Calculator */

/** Whether a tree names no variable. @param {import('../core/formula.js').Node} node @returns {boolean} */
const isConstant = (node) =>
  typeof node === 'string'
    ? node === 'pi' || node === 'e'
    : node[0] === 'num' || node.slice(1).every(isConstant);

/**
 * What a formula without variables comes to; undefined for all else, and for what is no finite number.
 * @param {string} text @param {Calculator} core
 * @returns {number|undefined}
 */
export function readConstant(text, core) {
  const { ast, asRead, error } = core.parseFormula(text.trim());
  if (error || !ast || !asRead || !isConstant(ast.lines[0].expr)) return undefined;
  const [value] = core.evaluate({ formula: asRead }, { x: [0] }).f;
  return Number.isFinite(value) ? value + 0 : undefined; // + 0: no minus zero
}

/**
 * A number as people type it into a field: written out, or as a formula.
 * @param {string} text @param {boolean} isWhole whether only whole numbers are meant @param {Calculator} core
 */
export const readTyped = (text, isWhole, core) =>
  maybeNumber(text, isWhole) ?? readConstant(text, core);

/** Tells a field what was typed into it. @param {Calculator} core @returns {(event: CustomEvent) => void} */
export const answerTyped =
  (core) =>
  ({ detail }) => {
    detail.value = readTyped(detail.text, detail.isWhole, core);
  };
