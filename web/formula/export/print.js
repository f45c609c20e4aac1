// A formula as an expression of a programming language, with no more parentheses than it needs. What
// languages differ in is a Dialect; the order of operations, and with it the rounding, is the formula's own.

/**
 * @typedef {import('../../core/formula.js').Node} Node
 *
 * @typedef {object} Dialect
 * @property {(value: number) => string} number a number that is not negative
 * @property {Record<string, string>} constants how pi and e are written
 * @property {(name: string) => string} call how a function is called
 * @property {(condition: string, u: string, v: string) => string} where
 * @property {((base: string, exponent: string) => string) | null} power null: base**exponent
 * @property {Lift | null} lift null: the language's own numbers do
 *
 * @typedef {object} Lift Python's own numbers raise errors where a library's go on with infinity or NaN
 * @property {(text: string, value?: number) => string} to makes a number of Python one of the library
 * @property {(condition: string) => string} condition the same of a comparison
 * @property {boolean} always whether the library's functions take nothing else, and its powers are other
 *   functions for exponents of Python's: x**0.5 is a root, which is NaN at -∞
 */

const STRENGTH = /** @type {Record<string, number>} */ ({
  ...{ '<': 1, '<=': 1, '>': 1, '>=': 1, '==': 1, '!=': 1 },
  ...{ '+': 2, '-': 2, '*': 3, '/': 3, '^': 5 },
});
const SUM = 2;
const NEGATION = 2.5;
const PRODUCT = 3;
const ATOM = 6;

/** A number, always with a point or an exponent. @param {number} value */
export const decimal = (value) =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);

/** @param {Node} node @returns {number|undefined} */
const numberOf = (node) =>
  typeof node !== 'string' && node[0] === 'num' ? Number(node[1]) : undefined;

/** Whole powers up to here are products in the core, and one over them. */
const MOST_PRODUCTS = 16;
/**
 * Functions that a library may carry out in whole numbers, which overflow and divide otherwise, and their
 * first value.
 */
const WHOLE = /** @type {Record<string, number>} */ ({ abs: 0, sign: 0, min: 0, max: 0, where: 1 });

/**
 * One over the power that a negative whole exponent means, or undefined.
 * @param {Node} base @param {Node} exponent @returns {Node|undefined}
 */
function reciprocal(base, exponent) {
  if (typeof exponent === 'string' || exponent[0] !== '-' || exponent.length > 2) return undefined;
  const n = numberOf(exponent[1]) ?? 0;
  if (!Number.isInteger(n) || n < 1 || n > MOST_PRODUCTS) return undefined;
  return ['/', ['num', '1'], n === 1 ? base : ['^', base, ['num', String(n)]]];
}

/**
 * Makes a function that writes formulas.
 * @param {Dialect} dialect
 * @param {Iterable<string>} [plain] names that hold the language's own numbers
 * @returns {{ text: (node: Node) => string, lifted: (node: Node) => string }} lifted: a number of the library
 *   for sure
 */
export function createPrinter(dialect, plain = []) {
  const isPlainName = new Set([...plain, 'pi', 'e']);

  /** Whether a formula is all numbers of the language's own. @param {Node} node @returns {boolean} */
  function isPlain(node) {
    if (typeof node === 'string') return isPlainName.has(node);
    const [head, ...operands] = node;
    return head === 'num' || (Object.hasOwn(STRENGTH, head) && operands.every(isPlain));
  }

  /** @param {Node} node */
  function lift(node) {
    const [text] = write(node);
    return dialect.lift?.to(text, numberOf(node)) ?? text;
  }

  /**
   * @param {Node} node @param {number} least @param {Node} [beside] what else an operator that may fail takes
   */
  function operand(node, least, beside) {
    const mayFail = beside !== undefined && isPlain(node) && isPlain(beside);
    if (dialect.lift && mayFail) return lift(node);
    const [text, strength] = write(node);
    return strength < least ? `(${text})` : text;
  }

  /** @param {Node} node */
  function exponentText(node) {
    const isWhole = Number.isInteger(numberOf(node));
    return dialect.lift?.always && isPlain(node) && !isWhole ? lift(node) : operand(node, ATOM);
  }

  /** What a function takes. @param {Node} node */
  const argument = (node) => (dialect.lift?.always && isPlain(node) ? lift(node) : write(node)[0]);

  /**
   * All that it takes; one at least is no whole number of the language's own.
   * @param {string} head @param {Node[]} nodes
   */
  function argumentsOf(head, nodes) {
    const texts = nodes.map(argument);
    const first = WHOLE[head];
    if (dialect.lift && first !== undefined && nodes.slice(first).every(isPlain))
      texts[first] = lift(nodes[first]);
    return texts;
  }

  /** @param {Node} node */
  function condition(node) {
    const isComparison = typeof node !== 'string' && STRENGTH[node[0]] === 1;
    const text = isComparison ? compare(node) : `${operand(node, SUM)} != ${dialect.number(0)}`;
    return dialect.lift?.always && isPlain(node) ? dialect.lift.condition(text) : text;
  }

  /** @param {[string, ...Node[]]} node */
  const compare = ([head, u, v]) => `${operand(u, SUM)} ${head} ${operand(v, SUM)}`;

  /** @param {Node} base @param {Node} exponent @returns {[string, number]} */
  function power(base, exponent) {
    const inverse = reciprocal(base, exponent);
    if (inverse) return write(inverse);
    if (base === 'e') return [`${dialect.call('exp')}(${argument(exponent)})`, ATOM];
    if (!dialect.power) return [`${operand(base, ATOM, exponent)}**${exponentText(exponent)}`, 5];
    const [text] = write(base);
    if (typeof base === 'string' && numberOf(exponent) === 2) return [`${text}*${text}`, PRODUCT];
    const value = numberOf(exponent);
    return [dialect.power(text, value === undefined ? write(exponent)[0] : String(value)), ATOM];
  }

  /** @param {string} head @param {Node} u @param {Node} v @returns {[string, number]} */
  function operation(head, u, v) {
    const strength = STRENGTH[head];
    if (strength === SUM) return [`${operand(u, SUM)} ${head} ${operand(v, PRODUCT)}`, SUM];
    const risk = head === '/' && !numberOf(v) ? v : undefined; // a division by what may be 0
    return [`${operand(u, NEGATION, risk)}${head}${operand(v, PRODUCT + 1)}`, PRODUCT];
  }

  /** A formula and how strongly it holds together. @param {Node} node @returns {[string, number]} */
  function write(node) {
    if (typeof node === 'string') return [dialect.constants[node] ?? node, ATOM];
    const [head, u, v] = node;
    if (head === 'num') return [dialect.number(Number(u)), ATOM];
    if (head === '^') return power(u, v);
    if (head === '-' && node.length === 2) {
      const text = operand(u, PRODUCT);
      return [text.startsWith('-') ? `-(${text})` : `-${text}`, NEGATION]; // -- is another operator in C
    }
    if (STRENGTH[head] === 1) return [`1.0*(${compare(node)})`, PRODUCT];
    if (Object.hasOwn(STRENGTH, head)) return operation(head, u, v);
    const given = argumentsOf(head, node.slice(1));
    if (head === 'where') return [dialect.where(condition(u), given[1], given[2]), ATOM];
    return [`${dialect.call(head)}(${given.join(', ')})`, ATOM];
  }

  return {
    text: (node) => write(node)[0],
    lifted: (node) => (isPlain(node) ? lift(node) : write(node)[0]),
  };
}
