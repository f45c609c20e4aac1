// How names of the formula language are written on a blackboard.

const GREEK = /** @type {Record<string, string>} */ ({
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  eps: 'ε',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  omega: 'ω',
  pi: 'π',
  lr: 'η',
});

/** The combining hat; it follows its letter: "V̂". */
const HAT = '\u0302';

/**
 * @typedef {object} Symbol a letter with what stands over and under it
 * @property {string} base @property {string} below "" for nothing @property {string} over "̂" or ""
 */

/**
 * The symbol of a name: what the record says ("β_1", "V̂"), else Greek letters by name, digits and what
 * follows "_" below the line, and "hat" as a hat.
 * @param {string} name
 * @param {Map<string, string>} [known] symbols of the records, by key
 * @returns {Symbol}
 */
export function symbolFor(name, known) {
  const told = known?.get(name);
  if (told !== undefined && told !== name) {
    const [head, below = ''] = told.split('_');
    const base = head.replace(HAT, '');
    return { base, below, over: base === head ? '' : '^' };
  }
  const [, head, hat, tail] = /** @type {RegExpMatchArray} */ (
    name.match(/^([A-Za-z]+?)(hat)?((?:_|\d).*)?$/)
  );
  return {
    base: GREEK[head] ?? head,
    below: (tail ?? '').replace(/^_/, ''),
    over: hat ? '^' : '',
  };
}
