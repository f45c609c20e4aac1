// Some hundreds of exact answers of the core: every unit, own formulas and rules, noise, samples. Run as a
// program it rewrites digits.txt (`make digits`).

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

export const CORPUS = 'tests/parity/digits.txt';
/** The compiler of build/core.wasm. */
export const compiler = () => readFileSync('build/compiler.txt', 'utf8').trim();

const STEPS = 25;
const OWN_FORMULAS = [
  'x^2 + 10*sin(x)',
  'exp(-x^2)*cos(5*x) + x^2/10',
  'log(1 + x^2) + abs(x - 1)/3',
  'sqrt(1 + x^2) + tanh(3*x)',
  'x^4 - 3*x^3 + 2',
  '(1 - x)^2 + 20*(y - x^2)^2',
  'sin(x)*cos(y) + (x^2 + y^2)/10',
  'max(x^2, abs(y)) + sigmoid(x*y)',
  'x^2 + 3*y^2 + 2*x*y + where(x > 0, x, 0)',
  'atan(x*y) + cosh(x/2) + 2^(y/2) + t/100*x',
];
const OWN_RULES = [
  { rule: 'm = a*m + g; x = x - lr*m', hypers: { lr: 0.01, a: 0.9 } },
  { rule: 'x = x - lr*g/(1e-8 + norm(g))', hypers: { lr: 0.05 } },
  { rule: 's = 0.9*s + 0.1*g^2; x = x - lr*g/(s^0.3 + 1e-8)', hypers: { lr: 0.02 } },
  { rule: 'x = x - lr*hsolve', hypers: { lr: 0.5 } },
  { rule: 'x = x - lr*(f + 1)/(dot(g, g) + 1)*g', hypers: { lr: 0.1 } },
];

const ALL_MODIFIERS = { clip: 4, clipvalue: 3, l2: 0.1, wd: 0.2 };

/** @typedef {import('../../web/core/index.js').Core} Core */

/** @param {Core} core @returns {Generator<[name: string, spec: any]>} */
function* runs({ catalog }) {
  const { objectives, optimizers, schedules } = catalog;
  for (const { key } of optimizers)
    for (const [objective, start] of /** @type {[string, number[]][]} */ ([
      ['wavy', [-1.5]],
      ['himmelblau', [-1, 2]],
      ['rosenbrock', [-0.5, 1]],
    ]))
      yield [`${key} on ${objective}`, { objective, start, optimizer: key }];
  for (const { key, starts } of objectives)
    for (const optimizer of ['sgd', 'momentum', 'adam'])
      yield [`${optimizer} from ${key}`, { objective: key, start: starts[0], optimizer }];
  for (const { key } of schedules)
    for (const sigma of [0, 0.5])
      yield [
        `sgd by ${key}, σ ${sigma}`,
        {
          ...{ objective: 'quadratic', start: [3], optimizer: 'sgd', schedule: key },
          noise: { sigma, seed: 7 },
        },
      ];
  for (const formula of OWN_FORMULAS) {
    const start = formula.includes('y') ? [0.7, -1.2] : [0.7];
    for (const optimizer of ['sgd', 'adam', 'newton'])
      yield [`${optimizer} on ${formula}`, { objective: { formula }, start, optimizer }];
  }
  for (const optimizer of OWN_RULES)
    for (const [objective, start] of /** @type {[string, number[]][]} */ ([
      ['wavy', [-1.5]],
      ['himmelblau', [-1, 2]],
    ]))
      yield [`${optimizer.rule} on ${objective}`, { objective, start, optimizer }];
  for (const modifiers of [{ clip: 2 }, { clipvalue: 2 }, { l2: 0.3 }, { wd: 0.3 }, ALL_MODIFIERS])
    for (const optimizer of ['sgd', 'adam', 'lamb'])
      yield [
        `${optimizer} on himmelblau, ${JSON.stringify(modifiers)}`,
        { objective: 'himmelblau', start: [-1, 2], optimizer, modifiers },
      ];
  for (const schedule of ['constant', 'cosine', 'reduce_on_plateau'])
    for (const optimizer of ['sgd', 'adam'])
      yield [
        `${optimizer} by ${schedule}, η 0.02 from step 9`,
        {
          ...{ objective: 'himmelblau', start: [-1, 2], optimizer, schedule },
          changes: [{ from: 9, hypers: { lr: 0.02 } }],
        },
      ];
}

const bits = new DataView(new ArrayBuffer(8));
/** A number as the 16 hexadecimal digits of its bits. @param {number} value */
export const toHex = (value) => {
  bits.setFloat64(0, value);
  return Number.isNaN(value) ? 'NaN' : bits.getBigUint64(0).toString(16).padStart(16, '0');
};
/** @param {string} hex */
export const fromHex = (hex) => {
  if (hex === 'NaN') return Number.NaN;
  bits.setBigUint64(0, BigInt(`0x${hex}`));
  return bits.getFloat64(0);
};

/**
 * All numbers of some columns as one word, and the last one of each.
 * @param {Record<string, ArrayLike<number>>} columns
 */
function lineOf(columns) {
  const hash = createHash('sha256');
  for (const column of Object.values(columns)) hash.update([...Array.from(column, toHex)].join());
  const last = Object.entries(columns).map(
    ([name, column]) => `${name}=${toHex(column[column.length - 1])}`,
  );
  return `${hash.digest('hex').slice(0, 16)} ${last.join(' ')}`;
}

/** Every case with its digits. @param {Core} core @returns {Map<string, string>} */
export function digitsOf(core) {
  const series = Array.from({ length: 60 }, (_, i) => ((i * 37) % 23) - 11 + i / 7);
  const data = { x: series.slice(0, 20), y: series.slice(20, 40) };
  /** @type {[string, string][]} */
  const lines = [...runs(core)].map(([name, spec]) => [
    name,
    lineOf(core.run({ steps: STEPS, ...spec }).columns),
  ]);
  for (const { key } of core.catalog.smoothers)
    lines.push([
      `average ${key}`,
      lineOf({ v: core.smooth(key, series), w: core.weights(key, 40) }),
    ]);
  for (const { key } of core.catalog.objectives)
    lines.push([`points of ${key}`, lineOf({ p: core.points(key).flatMap(({ x, y }) => [x, y]) })]);
  for (const batch of [1, 4, 20])
    for (const optimizer of ['sgd', 'adam'])
      lines.push([
        `${optimizer} on batches of ${batch}`,
        lineOf(
          core.sample({ data, standardise: true, start: [1, 2], optimizer, batch, epochs: 2 })
            .columns,
        ),
      ]);
  for (const seed of [1, 2 ** 31])
    lines.push([`noise of ${seed}`, lineOf({ n: core.normal(seed, 3) })]);
  return new Map(lines);
}

if (import.meta.filename === process.argv[1]) {
  const { core } = await import('../web/core.js');
  const lines = [...digitsOf(core)].map(([name, digits]) => `${name} | ${digits}`);
  writeFileSync(CORPUS, `${[compiler(), ...lines].join('\n')}\n`);
}
