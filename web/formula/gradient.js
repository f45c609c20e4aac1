// Writes the gradient of two variables in a worked step: as ∂f/∂x at the point where it is taken, as its
// column is headed. If a rule needs it more than once, it is written g_x, and a line of its own defines g_x
// first.

import { fence, operator, row, symbolMath } from './math.js';

/**
 * @typedef {import('./math.js').MathNode} MathNode
 * @typedef {import('../core/formula.js').Ast} Ast
 *
 * @typedef {object} Look
 * @property {string} axis of the coordinate @property {1|2} dim
 * @property {boolean} [noisy] the gradient is no derivative of f
 * @property {readonly string[]} [axes] what the coordinates are called
 * @property {boolean} [sampled] the gradient is that of a batch
 * @property {boolean} [moves] f changes from step to step
 */

/** @param {string} base @param {string} [below] @returns {MathNode} */
const letter = (base, below = '') => symbolMath({ base, below, over: '' });
const slash = { ...operator('/'), attributes: { lspace: '0', rspace: '0' } };

/** @type {WeakMap<Ast, boolean>} */
const often = new WeakMap();

/** Whether a rule has g more than once, or within a power or another function of it. @param {Ast} ast */
function usesOften(ast) {
  const known = often.get(ast);
  if (known !== undefined) return known;
  let count = 0;
  /** @param {import('../core/formula.js').Node} expr @param {boolean} isPlain */
  const read = (expr, isPlain) => {
    if (expr === 'g') count += isPlain ? 1 : 2;
    if (!Array.isArray(expr)) return;
    const staysPlain = isPlain && ['+', '-', '*'].includes(expr[0]);
    for (const part of expr.slice(1)) read(part, staysPlain);
  };
  for (const { expr } of ast.lines) read(expr, true);
  often.set(ast, count > 1);
  return count > 1;
}

/** Whether a line before the rule's own says what g_x is. @param {Ast} ast @param {Look} look */
export const definesGradient = (ast, { dim, noisy = false }) =>
  dim === 2 && !noisy && usesOften(ast);

/**
 * ∂f/∂x(x_1, y_1), or ∂L_B/∂w; or the short g_x.
 * @param {Look} look @param {MathNode} before the step before
 * @param {boolean} [isShort] @param {MathNode} [now] the step, which is named where f changes
 * @returns {MathNode}
 */
export function gradientMath(
  { axis, axes = ['x', 'y'], sampled = false, moves = false },
  before,
  isShort = false,
  now = undefined,
) {
  if (isShort) return letter('g', axis);
  const of = sampled ? letter('L', 'B') : letter('f');
  const derivative = [letter('∂'), of, slash, letter('∂'), letter(axis)];
  if (sampled) return row(...derivative);
  const [x, y] = axes.map((each) => symbolMath({ base: each, below: '', over: '' }, before));
  const time = moves && now ? [operator(','), now] : [];
  return row(...derivative, fence(row(x, operator(','), y, ...time)));
}
