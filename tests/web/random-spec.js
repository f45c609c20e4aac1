// Runs at random, the same for the same seed: any objective, optimizer, schedule, start and noise, also the
// user's own.

/** A generator of numbers below 1 (mulberry32). @param {number} seed */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FORMULAS = ['x^2 + sin(5*x)', 'x^4 - 3*x*y + y^2', 'abs(x) + log(y^2)', 'x*y +'];
const RULES = [
  'v = m*v + g; x = x - lr*v',
  's = max(s, abs(g)); x = x - lr*g/(s + 1)',
  'x = x - q*g',
];

/** @param {import('../../web/core/catalog.js').Catalog} catalog @param {number} seed */
export function randomSpec(catalog, seed) {
  const random = randomOf(seed);
  const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
  const objective = random() < 0.3 ? { formula: pick(FORMULAS) } : pick(catalog.objectives);
  const isTwo =
    'formula' in objective && !('key' in objective)
      ? /y/.test(objective.formula)
      : objective.dim === 2;
  const lr = 10 ** (-3 * random());
  const own = { rule: pick(RULES), hypers: { lr, m: random() } };
  return {
    objective: objective.key ?? objective,
    start: Array.from({ length: isTwo ? 2 : 1 }, () => 10 * random() - 5),
    optimizer: random() < 0.3 ? own : { key: pick(catalog.optimizers).key, hypers: { lr } },
    schedule: pick(catalog.schedules).key,
    steps: Math.floor(2000 * random()),
    noise: { sigma: random() < 0.5 ? 0 : random(), seed },
  };
}
