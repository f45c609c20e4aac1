// Finds the parameter of an update rule that is the decay of its average of the gradients, m = β m + (1 − β)
// g, by reading the rule. The user's own rules are read like built-in ones.

/** @typedef {import('../core/formula.js').Node} Node */

/** The factors of a product, or of a fraction's numerator. @param {Node} node @returns {Node[]} */
function factorsOf(node) {
  if (node[0] === '*') return [...factorsOf(node[1]), ...factorsOf(node[2])];
  return node[0] === '/' ? factorsOf(node[1]) : [node];
}

/** The terms of a sum. @param {Node} node @returns {Node[]} */
const termsOf = (node) =>
  node.length === 3 && (node[0] === '+' || node[0] === '-')
    ? [...termsOf(node[1]), node[2]]
    : [node];

/** @param {Node} a @param {Node} b */
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Whether a tree names g. @param {Node} node @returns {boolean} */
const namesGradient = (node) =>
  typeof node === 'string' ? node === 'g' : node.slice(1).some(namesGradient);

/** The power of g in a product, 0 for none; (g − m)² counts as g² does. @param {Node[]} factors */
const powerOf = (factors) =>
  factors.reduce((power, factor) => {
    if (factor === 'g') return power + 1;
    const isSquare = factor[0] === '^' && isSame(factor[2], ['num', '2']);
    return isSquare && namesGradient(factor[1]) ? power + 2 : power;
  }, 0);

/**
 * The decay of a line `slot = decay*slot + (1 - decay)*…g…` or `slot = slot - (1 - decay)*…g…`, whatever else
 * the line adds.
 * @param {{ name: string, expr: Node }} line
 * @param {readonly string[]} hypers
 * @returns {{ key: string, power: number }[]} one or none
 */
function averageIn({ name, expr }, hypers) {
  const terms = termsOf(expr).map(factorsOf);
  const [kept] = terms.filter((factors) => factors.includes(name));
  for (const added of kept ? terms : []) {
    const key = hypers.find((each) =>
      added.some((factor) => isSame(factor, ['-', ['num', '1'], each])),
    );
    const isKept = kept.length === 1 || (kept.length === 2 && kept.includes(key ?? ''));
    if (key !== undefined && isKept && powerOf(added)) return [{ key, power: powerOf(added) }];
  }
  return [];
}

/**
 * @param {import('../core/formula.js').Ast} ast of a rule
 * @param {1|2} power of the gradients: of their average, or of that of their squares
 * @returns {string|undefined} the parameter; that of the other average where a rule has only that one
 */
export function decayOf({ lines, hypers }, power) {
  const averages = lines.flatMap((line) => averageIn(line, hypers));
  return (averages.find((each) => each.power === power) ?? averages[0])?.key;
}
