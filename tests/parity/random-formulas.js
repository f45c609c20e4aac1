// Random formulas of x and y over the whole language, and points to evaluate them at, some of them hostile;
// the same for the same seed.

/** @param {number} seed @returns {(n: number) => number} a whole number from 0 to n - 1 */
export function createRandom(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const LEAVES = 'x y x y x y 1 2 3 0.5 0 0.1 pi e 10 7'.split(' ');
const UNARY =
  'sqrt abs exp log log10 sin cos tan asin acos atan sinh cosh tanh sigmoid sign floor'.split(' ');
const BINARY = ['+', '-', '*', '/', '+', '-', '*', '/', '^'];
const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='];
const EXPONENTS = ['2', '3', '-1', '-2', '0', '1', '0.5', '1.5', '4', '5', '16', '17', '-0.5'];

/**
 * @param {(n: number) => number} random
 * @param {number} depth
 * @returns {string}
 */
export function randomFormula(random, depth) {
  const pick = (/** @type {string[]} */ list) => list[random(list.length)];
  if (depth === 0 || random(12) === 0) return pick(LEAVES);
  const part = () => `(${randomFormula(random, depth - 1)})`;
  const kind = random(20);
  if (kind < 9) return `${part()}${pick(BINARY)}${part()}`;
  if (kind < 11) return `${part()}^${pick(EXPONENTS).replace(/^-.*/, '($&)')}`;
  if (kind < 16) return `${pick(UNARY)}${part()}`;
  if (kind < 17) return `${pick(['min', 'max'])}(${part()}, ${part()})`;
  if (kind < 18) return `where(${part()}${pick(COMPARISONS)}${part()}, ${part()}, ${part()})`;
  if (kind < 19) return `(${part()}${pick(COMPARISONS)}${part()})`;
  return `-${part()}`;
}

const PLAIN = [0.5, -1.25, 2, 3.75, -0.1, 1, -3, 0.3, 7.5, 20, -45];
const HOSTILE = [
  0, -0, 1, -1, 1e-310, 5e-324, 1e-160, -1e-8, 1e8, 1.5e154, -1e300, 710, -710, 1.7e308,
];
const LIMITS = [Infinity, -Infinity, NaN];

/**
 * Pairs of coordinates: plain with plain, hostile with anything.
 * @param {(n: number) => number} random
 * @param {number} count
 */
export function randomPoints(random, count) {
  const all = [...PLAIN, ...HOSTILE, ...LIMITS];
  const x = [];
  const y = [];
  for (let i = 0; i < count; i++) {
    const from = i % 2 ? all : PLAIN;
    x.push(from[random(from.length)]);
    y.push(from[random(from.length)]);
  }
  return { x, y };
}
