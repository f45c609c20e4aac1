// The derivative of a formula as a formula again, short enough to be read. At kinks it takes the sides the formula
// language takes (c/formula/formula.h): the slopes of abs and sign at 0 are 0, so is floor's, min, max and where follow
// the side they took. Not here: like terms are not collected, nothing is factored out.

/** @typedef {import('../../core/formula.js').Node} Node */

/** @param {number} value @returns {Node} */
export const number = (value) =>
  value < 0 ? ['-', ['num', String(-value)]] : ['num', String(value)];
const ZERO = number(0);
const ONE = number(1);

/** The number a node is, or undefined. @param {Node} node @returns {number|undefined} */
function numberOf(node) {
  if (typeof node === 'string') return undefined;
  if (node[0] === 'num') return Number(node[1]);
  const inner = node[0] === '-' && node.length === 2 ? numberOf(node[1]) : undefined;
  return inner === undefined ? undefined : -inner;
}

/** @param {Node} node */
const isZero = (node) => numberOf(node) === 0;
/** What a node negates, or undefined. @param {Node} node @returns {Node|undefined} */
const negated = (node) =>
  typeof node !== 'string' && node[0] === '-' && node.length === 2 ? node[1] : undefined;

/** @param {number} value */
const isPowerOfTwo = (value) => Number.isInteger(Math.log2(Math.abs(value)));

/** The product of two numbers if no rounding is in it. @param {number} a @param {number} b */
function exactProduct(a, b) {
  const product = a * b;
  const isWhole = Number.isInteger(a) && Number.isInteger(b) && Number.isSafeInteger(product);
  return isWhole || isPowerOfTwo(a) || isPowerOfTwo(b) ? product : undefined;
}

/** @typedef {{ factor: number, rest: Node[] }} Product a number times the rest */

/** @param {Node} node @returns {Product} */
function productOf(node) {
  const value = numberOf(node);
  if (value !== undefined) return { factor: value, rest: [] };
  const inner = negated(node);
  if (inner !== undefined) {
    const { factor, rest } = productOf(inner);
    return { factor: -factor, rest };
  }
  if (typeof node === 'string' || node[0] !== '*') return { factor: 1, rest: [node] };
  const [left, right] = [productOf(node[1]), productOf(node[2])];
  const factor = exactProduct(left.factor, right.factor);
  const rest = [...left.rest, ...right.rest];
  if (factor !== undefined) return { factor, rest };
  return { factor: left.factor, rest: [number(right.factor), ...rest] };
}

/** @param {Node} node */
const rankOf = (node) => (numberOf(node) !== undefined ? 0 : typeof node === 'string' ? 1 : 2);

/** Numbers first, then names, then the rest: 4*b*x*(y - x^2). @param {Product} product @returns {Node} */
function fromProduct({ factor, rest }) {
  const sorted = rest.toSorted((u, v) => rankOf(u) - rankOf(v));
  const size = Math.abs(factor);
  const factors = size === 1 && sorted.length ? sorted : [number(size), ...sorted];
  const product = factors.reduce((left, right) => ['*', left, right]);
  return factor < 0 ? ['-', product] : product;
}

/** @param {Node} u @returns {Node} */
const negative = (u) => (isZero(u) ? u : (negated(u) ?? ['-', u]));

/** @param {Node} u @param {Node} v @returns {Node} */
function sum(u, v) {
  if (isZero(u)) return v;
  if (isZero(v)) return u;
  const [a, b] = [numberOf(u), numberOf(v)];
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return number(Number(a) + Number(b));
  if (typeof v !== 'string' && v.length === 3 && v[0] === '+') return sum(sum(u, v[1]), v[2]);
  if (typeof v !== 'string' && v.length === 3 && v[0] === '-')
    return difference(sum(u, v[1]), v[2]);
  const [minusU, minusV] = [negated(u), negated(v)];
  if (minusV !== undefined) return ['-', u, minusV];
  return minusU === undefined ? ['+', u, v] : ['-', v, minusU];
}

/** @param {Node} u @param {Node} v @returns {Node} */
const difference = (u, v) => sum(u, negative(v));

/** @param {Node} u @param {Node} v @returns {Node} */
const product = (u, v) => (isZero(u) || isZero(v) ? ZERO : fromProduct(productOf(['*', u, v])));

/** @param {Node} u @param {Node} v @returns {Node} */
function quotient(u, v) {
  if (isZero(u) || numberOf(v) === 1) return u;
  const { factor, rest } = productOf(u);
  const below = productOf(v);
  const isWhole = [factor, below.factor, factor / below.factor].every(Number.isInteger);
  if (isWhole && below.factor !== 1)
    return quotient(
      fromProduct({ factor: factor / below.factor, rest }),
      fromProduct({ factor: 1, rest: below.rest }),
    );
  if (factor < 0) return negative(quotient(fromProduct({ factor: -factor, rest }), v));
  return ['/', u, v];
}

/** @param {Node} u @param {Node} n @returns {Node} */
function power(u, n) {
  const exponent = numberOf(n);
  if (exponent === 0) return ONE;
  return exponent === 1 ? u : ['^', u, n];
}

/** @param {Node} condition @param {Node} u @param {Node} v @returns {Node} */
const choice = (condition, u, v) =>
  JSON.stringify(u) === JSON.stringify(v) ? u : ['where', condition, u, v];

/** @param {Node} u @returns {Node} */
const square = (u) => ['^', u, number(2)];

/** The slopes of the functions of one operand. @type {Record<string, (u: Node) => Node>} */
const SLOPES = {
  sqrt: (u) => quotient(ONE, product(number(2), ['sqrt', u])),
  abs: (u) => ['sign', u],
  exp: (u) => ['exp', u],
  log: (u) => quotient(ONE, u),
  log10: (u) => quotient(ONE, product(['log', number(10)], u)),
  sin: (u) => ['cos', u],
  cos: (u) => negative(['sin', u]),
  tan: (u) => sum(ONE, square(['tan', u])),
  asin: (u) => quotient(ONE, ['sqrt', difference(ONE, square(u))]),
  acos: (u) => quotient(number(-1), ['sqrt', difference(ONE, square(u))]),
  atan: (u) => quotient(ONE, sum(ONE, square(u))),
  sinh: (u) => ['cosh', u],
  cosh: (u) => ['sinh', u],
  tanh: (u) => quotient(ONE, square(['cosh', u])),
  sigmoid: (u) => ['*', ['sigmoid', u], ['sigmoid', negative(u)]], // 1 − σ(u), without losing digits
};

/** d(u^v): n u^(n−1) u′, and u^v ln u v′ where v depends on the variable. @param {Node} u @param {Node} v @param {string} by @returns {Node} */
function derivePower(u, v, by) {
  const [du, dv] = [derive(u, by), derive(v, by)];
  const whole = power(u, v);
  const fromBase = product(product(v, power(u, difference(v, ONE))), du);
  if (isZero(dv)) return fromBase;
  if (u === 'e') return product(whole, dv);
  const log = product(whole, ['log', u]);
  const isPositive = (numberOf(u) ?? 0) > 0;
  const tamed = isPositive ? log : choice(['!=', whole, ZERO], log, ZERO); // 0^v ln 0 is meant to be 0
  return sum(fromBase, product(tamed, dv));
}

/** u′/v − u v′/v². @param {Node} u @param {Node} v @param {string} by @returns {Node} */
function deriveQuotient(u, v, by) {
  const [du, dv] = [derive(u, by), derive(v, by)];
  return difference(quotient(du, v), quotient(product(u, dv), square(v)));
}

/** The rules of everything but the functions of one operand. @type {Record<string, (by: string, u: Node, v: Node, w: Node) => Node>} */
const RULES = {
  '+': (by, u, v) => sum(derive(u, by), derive(v, by)),
  '-': (by, u, v) => difference(derive(u, by), derive(v, by)),
  '*': (by, u, v) => sum(product(derive(u, by), v), product(u, derive(v, by))),
  '/': (by, u, v) => deriveQuotient(u, v, by),
  '^': (by, u, v) => derivePower(u, v, by),
  min: (by, u, v) => choice(['<=', u, v], derive(u, by), derive(v, by)),
  max: (by, u, v) => choice(['>=', u, v], derive(u, by), derive(v, by)),
  where: (by, u, v, w) => choice(u, derive(v, by), derive(w, by)),
};

/**
 * The derivative of a formula with respect to one of its names.
 * @param {Node} node @param {string} by "x"
 * @returns {Node} simplified: zeros and ones left out, numbers multiplied where that is exact
 */
export function derive(node, by) {
  if (typeof node === 'string') return node === by ? ONE : ZERO;
  const [head, u, v, w] = node;
  if (head === '-' && node.length === 2) return negative(derive(u, by));
  if (Object.hasOwn(RULES, head)) return RULES[head](by, u, v, w);
  if (!Object.hasOwn(SLOPES, head)) return ZERO; // numbers, sign, floor, comparisons
  const inner = derive(u, by);
  return isZero(inner) ? ZERO : chained(SLOPES[head](u), inner);
}

/** slope·inner, with the inner derivative in the numerator: 2x/(1 + x²). @param {Node} slope @param {Node} inner @returns {Node} */
function chained(slope, inner) {
  if (typeof slope === 'string' || slope[0] !== '/') return product(slope, inner);
  return quotient(product(slope[1], inner), slope[2]);
}
