// Formulas that take one of several ways: where(condition, a, b) with the numbers of one step.

/** @typedef {import('../core/formula.js').Node} Node */

const OPERATIONS = /** @type {Record<string, (a: number, b: number) => number|boolean>} */ ({
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
});

/**
 * What a condition comes to.
 * @param {Node} node @param {ReadonlyMap<string, number>} known @returns {number}
 */
function resultOf(node, known) {
  if (typeof node === 'string') return known.get(node) ?? Number.NaN;
  const [head, ...rest] = node;
  if (head === 'num') return Number(rest[0]);
  const [a, b] = rest.map((each) => resultOf(each, known));
  return b === undefined ? -a : Number(OPERATIONS[head](a, b));
}

/**
 * A formula with the branches that hold, in place of where(condition, …).
 * @param {Node} node @param {ReadonlyMap<string, number>} known by name @returns {Node}
 */
export function taken(node, known) {
  if (typeof node === 'string' || node[0] === 'num') return node;
  const [head, ...rest] = node;
  if (head === 'where') return taken(rest[resultOf(rest[0], known) ? 1 : 2], known);
  return /** @type {Node} */ ([head, ...rest.map((each) => taken(each, known))]);
}
