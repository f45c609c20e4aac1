// The verdict on a run is true within rounding: the minima are known in closed form.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createI18n } from '../../web/i18n/index.js';
import { diagnosisSentence } from '../../web/i18n/sentences.js';
import { PRESETS } from '../../web/lessons/presets.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { specFor } from '../../web/state/experiment.js';
import { core } from './core.js';

const gd = (/** @type {number} */ lr) => ({ key: 'sgd', hypers: { lr } });

/** @param {any} objective @param {number[]} start @param {any} optimizer @param {number} steps */
const diagnose = (objective, start, optimizer, steps) =>
  core.run({ objective, start, optimizer, steps }).diagnosis;

/** The doubles around a number. @param {number} x */
function neighbours(x) {
  const bits = new BigInt64Array(new Float64Array([x]).buffer)[0];
  return [-1n, 0n, 1n].map((by) => new Float64Array(new BigInt64Array([bits + by]).buffer)[0]);
}

/** Functions with the places of their minima and maxima. @type {[string, number[], number[]][]} */
const KNOWN = [
  ['cos(x)', [Math.PI, -Math.PI, 3 * Math.PI, 101 * Math.PI], [2 * Math.PI, 100 * Math.PI]],
  ['sin(x)', [-Math.PI / 2, 1.5 * Math.PI], [Math.PI / 2, 2.5 * Math.PI]],
  ...[2, 3, 5, 7, 11].map(
    (k) =>
      /** @type {[string, number[], number[]]} */ ([
        `(x^2 - ${k})^2`,
        [Math.sqrt(k), -Math.sqrt(k)],
        [],
      ]),
  ),
  ['exp(x) - 2*x', [Math.LN2], []],
  ['(x - 1/3)^4 + 7', [1 / 3], []],
  ['abs(x - pi)', [], []],
  ['log(x)^2 - 3', [1], []],
  ['1000*cos(x/10)', [10 * Math.PI], [20 * Math.PI]],
];

for (const [formula, minima, maxima] of KNOWN)
  test(`${formula}: a start at a double beside a minimum stands at a minimum, one at a maximum does not`, () => {
    for (const [places, kind] of /** @type {[number[], string][]} */ ([
      [minima, 'converged'],
      [maxima, 'stalled'],
    ]))
      for (const x of places.flatMap(neighbours))
        for (const steps of [1, 30, 500]) {
          const found = diagnose({ formula }, [x], gd(0.001), steps);
          assert.equal(found.kind, kind, `from ${x}, ${steps} steps: ${JSON.stringify(found)}`);
        }
  });

const EASOM = '-cos(x)*cos(y)*exp(-((x-pi)^2 + (y-pi)^2))';

/**
 * What is known of a run: its kind and what is remarked.
 * @type {[string, any, number[], any, number, string, string][]}
 */
const RUNS = [
  [
    'Easom at its minimum',
    { formula: EASOM },
    [Math.PI, Math.PI],
    gd(0.1),
    30,
    'converged',
    'from_start',
  ],
  ['cos at its top', { formula: 'cos(x)' }, [0], gd(0.1), 30, 'stalled', 'from_start'],
  ['x³ at its inflection', { formula: 'x^3' }, [0], gd(0.1), 30, 'stalled', 'from_start'],
  [
    'x⁴ at its minimum, which has no curvature',
    { formula: 'x^4' },
    [0],
    gd(0.1),
    30,
    'converged',
    'from_start',
  ],
  [
    'a top between two valleys',
    { formula: 'x^4 - x^2 + y^2' },
    [0, 0],
    gd(0.1),
    30,
    'stalled',
    'from_start',
  ],
  ['a saddle that is turned', { formula: 'x*y' }, [0, 0], gd(0.1), 30, 'stalled', 'from_start'],
  [
    'a narrow saddle that is turned',
    { formula: '(x + 2*y)^2 - 0.0001*(2*x - y)^2' },
    [0, 0],
    gd(0.1),
    30,
    'stalled',
    'from_start',
  ],
  ['down the ridge of a saddle', 'saddle', [1.5, 0], gd(0.1), 30, 'moving', 'nears_none'],
  [
    'down the ridge of an own saddle',
    { formula: 'x^2 - y^2 + x^4' },
    [0.5, 0],
    gd(0.1),
    40,
    'moving',
    'nears_none',
  ],
  ['at rest on the ridge of a saddle', 'saddle', [1.5, 0], gd(0.1), 100, 'stalled', ''],
  ['off the ridge of a saddle', 'saddle', [1.5, 0.001], gd(0.1), 60, 'diverging', ''],
  ['far out on a plain', 'plateau2d', [4, 4], gd(0.1), 100, 'crawling', 'hardly'],
  [
    'far out on an own plain',
    { formula: '1 - exp(-x^2/2)' },
    [6],
    gd(0.1),
    100,
    'crawling',
    'hardly',
  ],
  ['ln x² with a large rate', 'logsquare', [3], gd(10), 100, 'moving', 'bottomless'],
  [
    'ln x² of one’s own with a large rate',
    { formula: 'ln(x^2)' },
    [3],
    gd(10),
    100,
    'moving',
    'higher',
  ],
  ['an f that changes', { formula: 'x^2 + sin(t)*x' }, [3], gd(0.1), 100, 'moving', 'shifts'],
  ['a straight line', { formula: 'x' }, [0], gd(0.1), 30, 'moving', ''],
];

for (const [name, objective, start, optimizer, steps, kind, remark] of RUNS)
  test(`${name}: ${kind} ${remark}`, () => {
    const found = diagnose(objective, start, optimizer, steps);
    assert.deepEqual([found.kind, found.remark], [kind, remark], JSON.stringify(found));
  });

// (x − 2)² and λx²/2 balance at 4/(2 + λ).
for (const [modifiers, rest, kind, remark] of /** @type {const} */ ([
  [{ l2: 2 }, 1, 'stalled', 'held'],
  [{ wd: 2 }, 1, 'stalled', 'held'],
  [{ clip: 0.5 }, 2, 'converged', ''],
  [{}, 2, 'converged', ''],
]))
  test(`a run with ${JSON.stringify(modifiers)} is ${kind} at ${rest} ${remark}`, () => {
    const spec = { objective: { formula: '(x-2)^2' }, start: 5, optimizer: gd(0.1), steps: 400 };
    const found = core.run({ ...spec, modifiers }).diagnosis;
    assert.deepEqual([found.kind, found.remark], [kind, remark], JSON.stringify(found));
    assert.ok(Math.abs(found.x - rest) < 1e-6, `${found.x}`);
  });

test('the last digits of a run at rest have no pace', () => {
  // (x² − 2)² has the curvature 16 at √2: the factor is 1 − 0.1·16 = −0.6
  const { factor, period } = diagnose({ formula: '(x^2 - 2)^2' }, [1], gd(0.1), 300);
  assert.equal(period, 2);
  assert.ok(Math.abs(factor - 0.6) < 0.02, `${factor}`);
  const still = diagnose({ formula: '(x^2 - 2)^2' }, [Math.SQRT2], gd(0.1), 300);
  assert.ok(Number.isNaN(still.period) && Number.isNaN(still.factor));
});

for (const lang of ['en', 'vi']) {
  const i18n = createI18n(lang);
  test(`every remark is a sentence of its own in ${lang}`, () => {
    const said = RUNS.filter(([, , , , , , remark]) => remark).map(
      ([, objective, start, ...rest]) =>
        diagnosisSentence(
          diagnose(objective, start, .../** @type {[any, number]} */ (rest.slice(0, 2))),
          i18n,
        ),
    );
    assert.equal(new Set(said).size, 7, said.join('\n'));
    for (const sentence of said) assert.doesNotMatch(sentence, /diagnosis\.|[{}]/);
  });

  test(`what an example says within ± is what its card says in ${lang}`, () => {
    let count = 0;
    for (const { key, query, text } of PRESETS) {
      const bounds = [.../** @type {any} */ (text)[lang].matchAll(/±([\d.,]*\d)/g)];
      if (!bounds.length) continue;
      /** @type {any} */
      const experiment = decodeExperiment(`?${query}`, '', core).experiment;
      const cards = experiment.runs.map((/** @type {unknown} */ _, /** @type {number} */ i) =>
        diagnosisSentence(core.run(specFor(experiment, i)).diagnosis, i18n),
      );
      for (const [bound] of bounds) {
        assert.ok(
          cards.some((/** @type {string} */ card) => card.includes(bound)),
          `${key}: ${bound}; ${cards}`,
        );
        count++;
      }
    }
    assert.ok(count > 0);
  });
}
