// The rate of a step, worked: η_5 = η_0 λ^(s/k) = 0.2 ⋅ 0.5^(4/10) = 0.1516.

import { taken } from './branches.js';
import { cellNumber, inLanguage, mathOf, number, operator, row, symbolMath } from './math.js';
import { symbolFor } from './symbols.js';

/**
 * @typedef {import('./math.js').MathNode} MathNode
 * @typedef {import('../core/formula.js').Node} Node
 */

/**
 * A rate is never below 0: a lowest rate of 0 says nothing, and is left out.
 * @param {Node} node max(rate, lowest) or another formula
 * @param {Readonly<Record<string, number>>} params
 * @returns {Node}
 */
function withoutFloor(node, params) {
  if (typeof node === 'string' || node[0] !== 'max') return node;
  const [, rate, lowest] = node;
  return typeof lowest === 'string' && params[lowest] === 0 ? rate : node;
}

/**
 * @param {import('../core/formula.js').Ast} ast of a schedule
 * @param {{ t: number, lr0: number, params: Readonly<Record<string, number>>, rate: number }} numbers t from
 *   1
 * @param {{ symbols: Map<string, string>, format: (value: number) => string }} look symbols: those of the
 *   record
 * @returns {MathNode} symbols = numbers = result, of the branch that holds; the result alone where the rate
 *   depends on the run
 */
export function workedSchedule(ast, { t, lr0, params, rate }, { symbols, format }) {
  const left = symbolMath({ base: 'η', below: '', over: '' }, number(String(t)));
  const known = new Map([...Object.entries(params), ['lr0', lr0], ['s', t - 1]]);
  const expr = taken(withoutFloor(ast.lines[0].expr, params), known);
  const symbol = (/** @type {string} */ name) =>
    name === 'lr0'
      ? symbolMath({ base: 'η', below: '', over: '' }, number('0'))
      : symbolMath(symbolFor(name, symbols));
  const filled = (/** @type {string} */ name) => number(format(known.get(name) ?? Number.NaN));
  const equals = operator('=');
  const result = [equals, cellNumber(format(rate), { column: 'lr', row: t, kind: 'rate' })];
  if (ast.lines.length > 1) return row(left, ...result);
  const middle = typeof expr === 'string' ? [] : [equals, mathOf(expr, filled)];
  return inLanguage(row(left, equals, mathOf(expr, symbol), ...middle, ...result), format);
}
