// A step worked as on a blackboard: each line of the rule with its symbols, then with the numbers put in,
// then the result. Works for any rule, a user's own too.

import { digitsToTell } from './digits.js';
import { foundLines, haveBeenFound } from './found.js';
import { definesGradient, gradientMath } from './gradient.js';
import {
  cellNumber,
  fence,
  inLanguage,
  mathOf,
  number,
  operator,
  row,
  symbolMath,
} from './math.js';
import { symbolFor } from './symbols.js';

/**
 * @typedef {import('./math.js').MathNode} MathNode
 * @typedef {import('../core/formula.js').Ast} Ast
 *
 * @typedef {object} StepNumbers what went into the step
 * @property {number} x @property {number} g the point before the step and the gradient there
 * @property {number[]} slots before the step, as ast.slots
 * @property {Record<string, number>} hypers @property {number} lr the rate of this step @property {number} t
 * @property {ArrayLike<number>} values what each line of the rule assigns
 * @property {Record<string, number>} [asked] what the rule asks for besides the gradient, by its word
 *
 * @typedef {object} PointNumbers the same of a point
 * @property {number[]} x @property {number[]} g
 * @property {number[]} slots one slot after the other: a number for each coordinate, or one where it is
 *   perPoint
 * @property {number} lr @property {number} t @property {number} f
 * @property {number[]} [hessian] second derivatives of f: ∂xx, or ∂xx, ∂xy, ∂yy
 * @property {ArrayLike<number>} values of each line, a number for each coordinate
 */

/**
 * How often the lines so far have assigned a name.
 * @typedef {Map<string, number>} Assigned
 */

/** @param {string} name @param {Assigned} assigned */
const note = (name, assigned) => assigned.set(name, (assigned.get(name) ?? 0) + 1);

/** What tells a value that a later line of the rule changes: ĝ, then g̃. */
const ACCENTS = ['^', '~', '¯'];

/**
 * The accent of the gradient or the point once a line has overwritten it; "" for what the step comes to.
 * @param {'g'|'x'} name @param {Assigned} assigned @param {Ast} ast
 */
function accentOf(name, assigned, { lines }) {
  const times = assigned.get(name) ?? 0;
  const isResult = name === 'x' && times === lines.filter((line) => line.name === 'x').length;
  return times === 0 || isResult ? '' : ACCENTS[Math.min(times, ACCENTS.length) - 1];
}

/** Words that make one number of a whole point. */
const REDUCTIONS = new Set(['norm', 'dot', 'sum', 'max_of']);

/**
 * Whether an expression makes one number of a whole point.
 * @param {import('../core/formula.js').Node} expr @returns {boolean}
 */
export const reduces = (expr) =>
  Array.isArray(expr) && (REDUCTIONS.has(expr[0]) || expr.slice(1).some(reduces));

/** @type {WeakMap<Ast, Set<string>>} */
const pointNames = new WeakMap();

/**
 * The names that stand for one number of the whole point: slots of a point, what a reduction makes, and what
 * is made of these alone. They have no axis.
 * @param {Ast} ast
 */
function namesOfPoint(ast) {
  const known = pointNames.get(ast);
  if (known) return known;
  const names = new Set(ast.slots.filter(({ perPoint }) => perPoint).map(({ key }) => key));
  const plain = new Set([...ast.hypers, 'lr', 't']);
  /** @type {(expr: import('../core/formula.js').Node) => string[]} the names outside reductions */
  const read = (expr) => {
    if (!Array.isArray(expr)) return typeof expr === 'string' ? [expr] : [];
    return expr[0] === 'num' || REDUCTIONS.has(expr[0]) ? [] : expr.slice(1).flatMap(read);
  };
  for (const { name, expr } of ast.lines) {
    const asked = read(expr).filter((each) => !plain.has(each));
    const hasPoint = reduces(expr) || asked.some((each) => names.has(each));
    if (hasPoint && asked.every((each) => names.has(each))) names.add(name);
  }
  pointNames.set(ast, names);
  return names;
}

/**
 * What is said of one coordinate of a point's step.
 * @param {Ast} ast @param {PointNumbers} point @param {Record<string, number>} hypers
 * @param {number} k which, from 0
 * @returns {StepNumbers}
 */
export function coordinateOf(ast, { x, g, slots, lr, t, f, hessian, values }, hypers, k) {
  let from = 0;
  const held = ast.slots.map(({ perPoint }) => {
    const value = slots[perPoint ? from : from + k];
    from += perPoint ? 1 : x.length;
    return value;
  });
  const own = ast.lines.map((_, i) => values[i * x.length + k]);
  const last = ast.lines.findLastIndex(({ name }, i) => name === 'g' && i < (ast.modified ?? 0));
  const slope = last < 0 ? g : g.map((_, i) => values[last * x.length + i]);
  const asked = { f, ...(hessian && curvatureAt(hessian, slope, k)) };
  return { x: x[k], g: g[k], slots: held, hypers, lr, t, values: own, asked };
}

/**
 * The diagonal of a Hessian, and H⁻¹g, at coordinate k, as c/core has them.
 * @param {number[]} hessian @param {number[]} g @param {number} k
 */
function curvatureAt([xx, xy, yy], g, k) {
  if (g.length === 1) return { hdiag: xx, hsolve: g[0] / xx };
  const solved = k === 0 ? yy * g[0] - xy * g[1] : xx * g[1] - xy * g[0];
  return { hdiag: k === 0 ? xx : yy, hsolve: solved / (xx * yy - xy * xy) };
}

/**
 * The lines of a worked step; one that says where a slot starts is no part of it. @param {Ast} ast the rule
 * @param {StepNumbers} numbers
 * @param {{ format: (value: number, digits?: number) => string, digits: number, symbols: Map<string, string>,
 *   axis: string, dim: 1|2, noisy?: boolean, axes?: readonly string[], sampled?: boolean, moves?: boolean,
 *   found?: import('./found.js').Found,
 *   cellOf?: (name: string, isAfter: boolean, value: number) => import('./math.js').Cell|undefined }} look
 *   noisy: the gradient is g, not f′; cellOf: the cell of a name's value, before the step or after it;
 *   format: a number as shown; digits: how many it has where none are given, and x gets more where they would
 *   hide the step; symbols: those of the records; axis: one of axes, which are "x" and "y" by default;
 *   sampled: the gradient is that of a batch; moves: f changes from step to step; found: see foundLines
 * @returns {MathNode[]} one for each line: symbols = numbers = result
 */
export function workedStep(ast, numbers, look) {
  const known = valuesBefore(ast, numbers);
  const { cellOf = () => undefined } = look;
  /** @type {Assigned} */
  const assigned = haveBeenFound(look.found);
  const shown = new Set();
  const first = definesGradient(ast, look) ? [gradientLine(numbers, look)] : [];
  const lines = ast.lines.flatMap(({ name, expr }, i) => {
    const searched = foundLines(expr, shown, look.found, (each) => {
      const value = known.get(each) ?? Number.NaN;
      const is = cellNumber(look.format(value, look.digits), cellOf(each, true, value));
      return [nameMath(each, assigned, ast, numbers.t, look), operator('='), is];
    });
    const isWhole = look.dim === 2 && reduces(expr);
    const words = isWhole ? wholePoint(look) : look;
    const symbols = mathOf(expr, (each) => nameMath(each, assigned, ast, numbers.t, words));
    const result = numbers.values[i];
    const digits = name === 'x' ? digitsToTell(numbers.x, result, look.digits) : look.digits;
    const filled = mathOf(expr, (each) => {
      const value = known.get(each) ?? Number.NaN;
      const text = look.format(value, each === 'x' ? digits : look.digits);
      return cellNumber(text, cellOf(each, assigned.has(each), value));
    });
    known.set(name, result);
    note(name, assigned);
    if (slotStartedBy(name, ast)) return searched;
    const left = nameMath(name, assigned, ast, numbers.t, words);
    const right = cellNumber(look.format(result, digits), cellOf(name, true, result));
    const equals = operator('=');
    if (isWhole) return [...searched, row(left, equals, symbols, equals, right)];
    return [...searched, row(left, equals, symbols, equals, filled, equals, right)];
  });
  return [...first, ...lines].map((line) => inLanguage(line, look.format));
}

/** g_x = ∂f/∂x(x_1, y_1) = 9.6 @param {StepNumbers} numbers @param {Parameters<typeof workedStep>[2]} look */
const gradientLine = ({ g, t }, look) => {
  const before = number(String(t - 1));
  const value = cellNumber(look.format(g, look.digits), look.cellOf?.('g', false, g));
  const now = number(String(t));
  const [left, right] = [gradientMath(look, before, true), gradientMath(look, before, false, now)];
  return row(left, operator('='), right, operator('='), value);
};

/**
 * A rule as a textbook prints it, with t and t − 1.
 * @param {Ast} ast
 * @param {{ symbols: Map<string, string>, axis: string, dim: 1|2, noisy?: boolean, axes?: readonly string[],
 *   sampled?: boolean, moves?: boolean, found?: import('./found.js').Found,
 *   format: (value: number) => string }} look format: a number as shown
 * @returns {MathNode[]}
 */
export function ruleMath(ast, look) {
  /** @type {Assigned} */
  const assigned = haveBeenFound(look.found);
  const shown = new Set();
  const before = row({ tag: 'mi', text: 't' }, operator('−'), number('1'));
  const first = definesGradient(ast, look)
    ? [
        row(
          gradientMath(look, before, true),
          operator('='),
          gradientMath(look, before, false, { tag: 'mi', text: 't' }),
        ),
      ]
    : [];
  const lines = ast.lines.flatMap(({ name, expr }) => {
    const words = look.dim === 2 && reduces(expr) ? wholePoint(look) : look;
    const searched = foundLines(expr, shown, look.found, (each) => [
      nameMath(each, assigned, ast, undefined, look),
      operator(':'),
    ]);
    const right = mathOf(expr, (each) => nameMath(each, assigned, ast, undefined, words));
    note(name, assigned);
    return [
      ...searched,
      row(nameMath(name, assigned, ast, undefined, words), operator('='), right),
    ];
  });
  return [...first, ...lines].map((line) => inLanguage(line, look.format));
}

/**
 * How a line that looks at all coordinates is written: its vectors have no axis, and the point is θ.
 * @template {{ dim: 1|2, axis: string, noisy?: boolean }} L @param {L} look @returns {L}
 */
const wholePoint = (look) => ({ ...look, dim: 1, axis: 'θ', noisy: true });

/**
 * The slot whose first value this name holds: s for s0, if the rule says s0 = ….
 * @param {string} name @param {Ast} ast
 */
const slotStartedBy = (name, { slots }) =>
  slots.find(({ key, init }) => init !== 0 && name === `${key}0`);

/** @param {Ast} ast @param {StepNumbers} numbers */
function valuesBefore(ast, { x, g, slots, hypers, lr, t, asked = {} }) {
  const entries = /** @type {[string, number][]} */ (
    ast.slots.map(({ key }, i) => [key, slots[i]])
  );
  const words = Object.entries(asked);
  const given = /** @type {[string, number][]} */ ([
    ['x', x],
    ['g', g],
    ['lr', lr],
    ['t', t],
  ]);
  return new Map([...words, ...entries, ...Object.entries(hypers), ...given]);
}

/**
 * A name with its index: what was assigned earlier in the rule belongs to step t, what was not yet to step t
 * − 1; the gradient is f′ at the point before the step.
 * @param {string} name @param {Assigned} assigned @param {Ast} ast
 * @param {number|undefined} t a step, or t itself
 * @param {{ symbols: Map<string, string>, axis: string, dim: 1|2, noisy?: boolean, axes?: readonly string[],
 *   sampled?: boolean, moves?: boolean }} look
 * @returns {MathNode}
 */
function nameMath(name, assigned, ast, t, look) {
  const { symbols, axis, dim, noisy = false } = look;
  const now = t === undefined ? { tag: 'mi', text: 't' } : number(String(t));
  const before =
    t === undefined
      ? row({ tag: 'mi', text: 't' }, operator('−'), number('1'))
      : number(String(t - 1));
  const started = slotStartedBy(name, ast);
  if (started) return symbolMath(symbolFor(started.key, symbols), number('0'));
  if (name === 't') return now;
  if (name === 'hsolve' && !assigned.has(name))
    return row(symbolMath({ base: 'H', below: '', over: '' }), { tag: 'mi', text: '⁻¹g' });
  if (name === 'g' && assigned.has('g')) {
    const over = accentOf('g', assigned, ast);
    return symbolMath({ base: 'g', below: dim === 2 ? axis : '', over }, now);
  }
  if (name === 'g' && dim === 1 && !noisy) return slope(before, look.moves ? now : undefined);
  if (name === 'g' && !noisy) return gradientMath(look, before, definesGradient(ast, look), now);
  if (name === 'g') return symbolMath({ base: 'g', below: dim === 2 ? axis : '', over: '' }, now);
  const changes = name === 'x' || assigned.has(name) || ast.slots.some(({ key }) => key === name);
  const symbol =
    name === 'x'
      ? { base: axis, below: '', over: accentOf('x', assigned, ast) }
      : symbolFor(name, symbols);
  if (!changes) return symbolMath(symbol);
  if (dim === 2 && name !== 'x' && !namesOfPoint(ast).has(name))
    symbol.below = [symbol.below, axis].filter(Boolean).join(',');
  return symbolMath(symbol, assigned.has(name) ? now : before);
}

/**
 * f′(x_{t−1}), or f′(x_{t−1}, t).
 * @param {MathNode} before @param {MathNode} [now] the step, where f changes @returns {MathNode}
 */
const slope = (before, now) => {
  const point = symbolMath({ base: 'x', below: '', over: '' }, before);
  return row(
    { tag: 'mi', text: 'f' },
    { ...operator('′'), attributes: { lspace: '0', rspace: '0' } },
    fence(now ? row(point, operator(','), now) : point),
  );
};
