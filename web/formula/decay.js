// Which parameter of an update rule is the decay of its average of the gradients, read off the rule itself:
// m = β m + (1 − β) g. Own rules are read as built-in ones are.

/** @typedef {import('../core/formula.js').Node} Node */

/** The factors of a product. @param {Node} node @returns {Node[]} */
const factorsOf = (node) =>
  node[0] === '*' ? [...factorsOf(node[1]), ...factorsOf(node[2])] : [node];

/** @param {Node} a @param {Node} b */
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The power of g in a product, 0 for none. @param {Node[]} factors */
const powerOf = (factors) =>
  factors.reduce((power, factor) => {
    if (factor === 'g') return power + 1;
    return isSame(factor, ['^', 'g', ['num', '2']]) ? power + 2 : power;
  }, 0);

/**
 * The decay of a line `slot = decay*slot ± (1 - decay)*…g…`.
 * @param {{ name: string, expr: Node }} line
 * @param {readonly string[]} hypers
 * @returns {{ key: string, power: number }[]} one or none
 */
function averageIn({ name, expr }, hypers) {
  const [head, ...terms] = expr;
  if ((head !== '+' && head !== '-') || terms.length !== 2) return [];
  for (const [kept, added] of [terms, terms.toReversed()].map((pair) => pair.map(factorsOf))) {
    const key = hypers.find((each) => kept.length === 2 && kept.includes(each));
    const isAverage =
      key !== undefined &&
      kept.includes(name) &&
      added.some((factor) => isSame(factor, ['-', ['num', '1'], key]));
    if (isAverage && powerOf(added)) return [{ key, power: powerOf(added) }];
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
