// Turns the core's operations into formulas for a program: values that are used several times get a name,
// the others are inlined. Every rewriting is exact, so that the program rounds as the core does: signs move,
// numbers go first, x*x becomes x^2.

/**
 * @typedef {import('../../core/formula.js').Node} Node
 * @typedef {import('../../core/formula.js').Graph} Graph
 * @typedef {{ name: string, expr: Node }} Line name = expr
 */

/** A value is named if it is wanted several times and has more parts than this. */
const SMALL = 5;

/** @param {number} value @returns {Node} */
function number(value) {
  if (Number.isNaN(value)) return ['/', number(0), number(0)];
  if (!Number.isFinite(value)) return ['/', number(value > 0 ? 1 : -1), number(0)];
  if (value === Math.PI) return 'pi';
  if (value === Math.E) return 'e';
  return value < 0 || Object.is(value, -0)
    ? ['-', ['num', String(-value)]]
    : ['num', String(value)];
}

const ZERO = number(0);

/** What a node negates, or undefined. @param {Node} node @returns {Node|undefined} */
const negated = (node) =>
  typeof node !== 'string' && node[0] === '-' && node.length === 2 ? node[1] : undefined;

/** @param {Node} node @returns {Node} */
const negative = (node) => negated(node) ?? ['-', node];

/**
 * A node as a base and the number of times it is multiplied with itself.
 * @param {Node} node @returns {[Node, number]}
 */
function powerOf(node) {
  const power = node[0] === '^' ? wholeOf(node[2]) : Number.NaN;
  return typeof node !== 'string' && power >= 0 ? [node[1], power] : [node, 1];
}

/** A whole number, or NaN. @param {Node} node */
export const wholeOf = (node) =>
  node[0] === 'num' && /^\d+$/.test(String(node[1])) ? Number(node[1]) : Number.NaN;

/** @param {Node} node @returns {boolean} */
const isConstant = (node) =>
  node === 'pi' ||
  node === 'e' ||
  (typeof node !== 'string' && (node[0] === 'num' || node.slice(1).every(isConstant)));

/** @param {Node} u @param {Node} v @returns {Node} */
function product(u, v) {
  const [minusU, minusV] = [negated(u), negated(v)];
  if (minusU !== undefined) return negative(product(minusU, v));
  if (minusV !== undefined) return negative(product(u, minusV));
  const [[base, n], [other, m]] = [powerOf(u), powerOf(v)];
  if (base === other) return ['^', base, number(n + m)];
  const whole = wholeOf(u) * wholeOf(v);
  if (Number.isSafeInteger(whole)) return number(whole);
  return isConstant(v) && !isConstant(u) ? ['*', v, u] : ['*', u, v];
}

/** @param {Node} u @param {Node} v @returns {Node} */
function quotient(u, v) {
  const [minusU, minusV] = [negated(u), negated(v)];
  if (minusU !== undefined) return negative(quotient(minusU, v));
  return minusV === undefined ? ['/', u, v] : negative(quotient(u, minusV));
}

/** @param {Node} u @param {Node} v @returns {Node} */
function sum(u, v) {
  const whole = wholeOf(u) + wholeOf(v);
  if (Number.isSafeInteger(whole)) return number(whole);
  const [minusU, minusV] = [negated(u), negated(v)];
  if (minusV !== undefined) return difference(u, minusV);
  return minusU === undefined ? ['+', u, v] : ['-', v, minusU];
}

/** @param {Node} u @param {Node} v @returns {Node} */
function difference(u, v) {
  const whole = wholeOf(u) - wholeOf(v);
  if (Number.isSafeInteger(whole)) return number(whole);
  const minusV = negated(v);
  return minusV === undefined ? ['-', u, v] : sum(u, minusV);
}

/**
 * The core follows neither side of min and max where one of them is NaN, but there f is NaN too: one question
 * will do.
 * @param {Node} condition @param {Node} u @param {Node} v @returns {Node}
 */
function choice(condition, u, v) {
  const [head, a, b] = condition;
  const [, [opposite, c, d] = [''], otherwise] = v[0] === 'where' ? v : [];
  const isSure = head === '<=' && opposite === '<' && a === d && b === c;
  return ['where', condition, u, isSure ? otherwise : v];
}

/** @param {string} head @param {Node[]} operands @returns {Node} */
function operation(head, operands) {
  const [u, v] = operands;
  if (head === '*') return product(u, v);
  if (head === '+') return sum(u, v);
  if (head === '/') return quotient(u, v);
  if (head === 'where') return choice(u, v, operands[2]);
  if (head === '-') return operands.length === 1 ? negative(u) : difference(u, v);
  return [head, ...operands];
}

/** The nodes of a graph as trees that share their parts. @param {Graph['nodes']} nodes @returns {Node[]} */
function treesOf(nodes) {
  /** @type {Node[]} */
  const trees = [];
  for (const node of nodes) {
    if (typeof node === 'string') trees.push(node);
    else if (node[0] === 'num') trees.push(number(/** @type {number} */ (node[1])));
    else {
      const [head, ...places] = /** @type {[string, ...number[]]} */ (node);
      trees.push(
        operation(
          head,
          places.map((place) => trees[place]),
        ),
      );
    }
  }
  return trees;
}

/** How often each part is wanted. @param {Node[]} roots @returns {Map<Node, number>} */
function countUses(roots) {
  /** @type {Map<Node, number>} */
  const uses = new Map();
  const visit = (/** @type {Node} */ node) => {
    if (typeof node === 'string' || node[0] === 'num') return;
    const seen = uses.get(node) ?? 0;
    uses.set(node, seen + 1);
    if (!seen) node.slice(1).forEach(visit);
  };
  roots.forEach(visit);
  return uses;
}

/** @param {Node} node @param {number} most @returns {number} parts, counted no further than needed */
function sizeOf(node, most) {
  if (typeof node === 'string' || node[0] === 'num') return 1;
  let size = 1;
  for (const part of node.slice(1)) {
    if (size > most) return size;
    size += sizeOf(part, most - size);
  }
  return size;
}

/**
 * @param {Graph} graph
 * @param {(wanted: string) => string} fresh makes a name that is not taken
 * @returns {{ lines: Line[], roots: Node[] }} lines to be carried out in order before the roots
 */
export function unfold({ nodes, roots: places }, fresh) {
  const trees = treesOf(nodes);
  const roots = places.map((place) => (place === null ? ZERO : trees[place]));
  const uses = countUses(roots);
  /** @type {Line[]} */
  const lines = [];
  /** @type {Map<Node, Node>} */
  const done = new Map();
  /** @param {Node} node @returns {Node} */
  const settle = (node) => {
    if (typeof node === 'string' || node[0] === 'num') return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const [head, ...parts] = node;
    /** @type {Node} */
    let settled = [head, ...parts.map(settle)];
    if ((uses.get(node) ?? 0) > 1 && sizeOf(node, SMALL) > SMALL) {
      const name = fresh(`u${lines.length + 1}`);
      lines.push({ name, expr: settled });
      settled = name;
    }
    done.set(node, settled);
    return settled;
  };
  return { roots: roots.map(settle), lines };
}
