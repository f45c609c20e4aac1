// A step worked as on a blackboard: each line of the rule with its symbols, then with the numbers put in, then the
// result. Works for any rule, a user's own too.

import { digitsToTell } from './digits.js';
import { fence, mathOf, number, operator, row, symbolMath } from './math.js';
import { symbolFor } from './symbols.js';

/**
 * @typedef {import('./math.js').Math} Math
 * @typedef {import('../core/formula.js').Ast} Ast
 *
 * @typedef {object} StepNumbers what went into the step
 * @property {number} x @property {number} g the point before the step and the gradient there
 * @property {number[]} slots before the step, as ast.slots
 * @property {Record<string, number>} hypers @property {number} lr the rate of this step @property {number} t
 * @property {ArrayLike<number>} values what each line of the rule assigns
 */

/**
 * The lines of a worked step; one that says where a slot starts is no part of it.
 * @param {Ast} ast the rule
 * @param {StepNumbers} numbers
 * @param {{ format: (value: number, digits?: number) => string, digits: number, symbols: Map<string, string>, axis: string, dim: 1|2, noisy?: boolean }} look
 *   noisy: the gradient is g, no f′; format: a number as shown; digits: those it has when it is not told how many, and where they would hide the step
 *   x gets more; symbols: those of the records; axis: "x" or "y"
 * @returns {Math[]} one for each line: symbols = numbers = result
 */
export function workedStep(ast, numbers, look) {
  const known = valuesBefore(ast, numbers);
  /** @type {Set<string>} */
  const assigned = new Set();
  return ast.lines.flatMap(({ name, expr }, i) => {
    const symbols = mathOf(expr, (each) => nameMath(each, assigned, ast, numbers.t, look));
    const result = numbers.values[i];
    const digits = name === 'x' ? digitsToTell(numbers.x, result, look.digits) : look.digits;
    const filled = mathOf(expr, (each) =>
      number(look.format(known.get(each) ?? Number.NaN, each === 'x' ? digits : look.digits)),
    );
    known.set(name, result);
    assigned.add(name);
    if (slotStartedBy(name, ast)) return [];
    const left = nameMath(name, assigned, ast, numbers.t, look);
    const right = number(look.format(result, digits));
    const equals = operator('=');
    return [row(left, equals, symbols, equals, filled, equals, right)];
  });
}

/**
 * A rule as a textbook prints it, with t and t − 1.
 * @param {Ast} ast
 * @param {{ symbols: Map<string, string>, axis: string, dim: 1|2, noisy?: boolean }} look
 * @returns {Math[]}
 */
export function ruleMath(ast, look) {
  /** @type {Set<string>} */
  const assigned = new Set();
  return ast.lines.map(({ name, expr }) => {
    const right = mathOf(expr, (each) => nameMath(each, assigned, ast, undefined, look));
    assigned.add(name);
    return row(nameMath(name, assigned, ast, undefined, look), operator('='), right);
  });
}

/** The slot whose first value this name holds: s for s0, if the rule says s0 = …. @param {string} name @param {Ast} ast */
const slotStartedBy = (name, { slots }) =>
  slots.find(({ key, init }) => init !== 0 && name === `${key}0`);

/** @param {Ast} ast @param {StepNumbers} numbers */
function valuesBefore(ast, { x, g, slots, hypers, lr, t }) {
  const entries = /** @type {[string, number][]} */ (
    ast.slots.map(({ key }, i) => [key, slots[i]])
  );
  return new Map([...entries, ...Object.entries(hypers), ['x', x], ['g', g], ['lr', lr], ['t', t]]);
}

/**
 * A name with its index: what was assigned earlier in the rule belongs to step t, what was not yet to step t − 1;
 * the gradient is f′ at the point before the step.
 * @param {string} name @param {Set<string>} assigned @param {Ast} ast @param {number|undefined} t a step, or t itself
 * @param {{ symbols: Map<string, string>, axis: string, dim: 1|2, noisy?: boolean }} look
 * @returns {Math}
 */
function nameMath(name, assigned, ast, t, { symbols, axis, dim, noisy = false }) {
  const now = t === undefined ? { tag: 'mi', text: 't' } : number(String(t));
  const before =
    t === undefined
      ? row({ tag: 'mi', text: 't' }, operator('−'), number('1'))
      : number(String(t - 1));
  const started = slotStartedBy(name, ast);
  if (started) return symbolMath(symbolFor(started.key, symbols), number('0'));
  if (name === 't') return now;
  if (name === 'g' && dim === 1 && !noisy) return slope(before);
  if (name === 'g') return symbolMath({ base: 'g', below: dim === 2 ? axis : '', over: '' }, now);
  const changes = name === 'x' || assigned.has(name) || ast.slots.some(({ key }) => key === name);
  const symbol = name === 'x' ? { base: axis, below: '', over: '' } : symbolFor(name, symbols);
  if (!changes) return symbolMath(symbol);
  if (dim === 2 && name !== 'x') symbol.below = [symbol.below, axis].filter(Boolean).join(',');
  return symbolMath(symbol, assigned.has(name) ? now : before);
}

/** f′(x_{t−1}) @param {Math} before @returns {Math} */
const slope = (before) =>
  row(
    { tag: 'mi', text: 'f' },
    { ...operator('′'), attributes: { lspace: '0', rspace: '0' } },
    fence(symbolMath({ base: 'x', below: '', over: '' }, before)),
  );
