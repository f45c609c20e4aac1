// descent_lab.core, the core from Python: the same bits as in Node, for every unit.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { PRESETS } from '../../web/lessons/presets.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { specFor } from '../../web/state/experiment.js';
import { core } from '../web/core.js';
import '../web/labs.js';
import { folder } from './project.js';
import { environment, wheel } from './python.js';

const { catalog } = core;
const { python } = environment('python-core', [wheel(), 'mypy', 'pandas']);
const work = folder('python-cases');

/** @typedef {{ method: string, given: Record<string, any>, answer: unknown }} Case */
/** @type {Case[]} */ const cases = [];

/** The bits of a number; those of a NaN tell nothing. @param {number} value */
function bits(value) {
  if (Number.isNaN(value)) return 'nan';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** Every number of an answer as its bits. @param {any} answer @returns {unknown} */
function inBits(answer) {
  if (typeof answer === 'number') return bits(answer);
  if (Array.isArray(answer) || ArrayBuffer.isView(answer))
    return Array.from(/** @type {ArrayLike<any>} */ (answer), inBits);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, inBits(value)]));
}

/**
 * @param {Pick<import('../../web/core/index.js').Run, 'rows'|'diagnosis'|'layout'> & { columns: object }} run
 */
const runAnswer = ({ rows, columns, diagnosis, layout }) => ({
  ...{ rows, columns, diagnosis },
  layout: layout.map(({ name, kind, slot, axis }) => ({ name, kind, slot, axis })),
});

/** @param {Record<string, any>} given */
const addRun = (given) =>
  cases.push({ method: 'run', given, answer: runAnswer(core.run(/** @type {any} */ (given))) });

const OBJECTIVES = catalog.objectives.map(({ key, starts }) => ({
  objective: key,
  start: [...starts[0]],
}));
const FIRST = [1, 2].map((dim) => {
  const unit = /** @type {any} */ (catalog.objectives.find((each) => each.dim === dim));
  return { objective: unit.key, start: [...unit.starts[0]] };
});

for (const given of OBJECTIVES) addRun({ ...given, optimizer: 'adam', steps: 40 });
for (const { key } of catalog.optimizers)
  for (const given of FIRST)
    addRun({ ...given, optimizer: { key, hypers: { lr: 0.03 } }, steps: 40 });
for (const { key } of catalog.schedules)
  for (const sigma of [0, 0.5])
    addRun({
      ...FIRST[1],
      optimizer: 'momentum',
      schedule: key,
      steps: 60,
      noise: { sigma, seed: 4294967295 },
    });
addRun({
  objective: { formula: '8xsin(2x) + |y|' },
  start: [1, -2],
  optimizer: { rule: 'm = k*m + g; x = x - lr*m', hypers: { lr: 0.01, k: 0.9 } },
  steps: 50,
});
addRun({
  ...{ ...FIRST[1], optimizer: 'adam', steps: 20 },
  changes: [
    { from: 9, hypers: { lr: 0.5 } },
    { from: 3, hypers: { beta1: 0.5 } },
  ],
});
for (const { key } of catalog.modifiers)
  addRun({ ...FIRST[1], optimizer: 'adam', steps: 20, modifiers: { [key]: 0.75, wd: 0.125 } });
addRun({ objective: { formula: 'x^2*t', t: 3 }, start: 1e300, optimizer: 'sgd', steps: 5 });
addRun({
  objective: 'quadratic',
  start: 3,
  optimizer: { rule: 'rate = rate + g^2; x = x - lr*g/sqrt(rate)', hypers: { lr: 1 } },
  steps: 5,
});

const data = { x: [1, 2, 3, 4, 6], y: [1, 2.5, 2, 4, 5.5] };
for (const batch of [1, 2, 9]) {
  const rest = { start: [0, 0], optimizer: 'sgd', batch, epochs: 4, standardise: true, seed: 7 };
  const given = { data, ...rest };
  const { inEpoch, scale, ...run } = core.sample(/** @type {any} */ (given));
  cases.push({ method: 'sample', given, answer: { ...runAnswer(run), inEpoch, scale } });
}
cases.push({
  method: 'batch',
  given: { n: 10, batch: 3, step: 5, seed: 2 },
  answer: core.batch({ n: 10, batch: 3, step: 5, seed: 2 }),
});

const f = Array.from({ length: 30 }, (_, i) => 1 / (1 + (i % 7)));
const series = [3, 8, Number.MAX_VALUE, 5, -0, 7, 9, 0, 8, 4];
for (const { key } of catalog.schedules)
  cases.push({
    method: 'rate',
    given: { schedule: key, lr: 0.1, steps: 30, f },
    answer: core.rate(key, { lr: 0.1, steps: 30, f }),
  });
for (const { key } of catalog.smoothers)
  cases.push(
    { method: 'smooth', given: { smoother: key, series }, answer: core.smooth(key, series) },
    { method: 'weights', given: { smoother: key, n: 9 }, answer: core.weights(key, 9) },
  );
for (const { objective, start } of OBJECTIVES) {
  const [x, y] = start.map((at) => Array.from({ length: 5000 }, (_, i) => at + i / 1000));
  const points = y ? { x, y } : { x };
  for (const method of /** @type {const} */ (['evaluate', 'hessian']))
    cases.push({
      method,
      given: { objective, ...points },
      answer: core[method](objective, points),
    });
  cases.push({ method: 'points', given: { objective }, answer: core.points(objective) });
}

const ANSWER = resolve('tests/integrations/answer.py');

/** What Python answers, its numbers as their bits. @param {string} question @param {object[]} asked */
function answers(question, asked) {
  const path = join(work, `${question}.json`);
  writeFileSync(path, JSON.stringify(asked));
  return JSON.parse(python(ANSWER, question, path));
}

test('Python and Node compute the same bits: runs, samples, schedules, averages, points', () => {
  assert.ok(cases.length > 200, String(cases.length));
  const found = answers('core', cases);
  for (const [i, { method, given, answer }] of cases.entries()) {
    const asked = JSON.stringify({ method, ...given }).slice(0, 300);
    assert.deepEqual(found[i], inBits(answer), asked);
  }
});

test('a link has the same runs in Python as on the page, before any page has shown it', () => {
  const links = PRESETS.filter(({ query }) => /lab=(descent|schedules)|^(?!.*lab=)/.test(query));
  assert.ok(links.length > 30, String(links.length));
  const found = answers('links', links);
  for (const [i, { query }] of links.entries()) {
    const { experiment, notices } = decodeExperiment(query, '', core);
    assert.deepEqual(notices, []);
    const runs = /** @type {any} */ (experiment).runs.map(
      (/** @type {any} */ _, /** @type {number} */ at) =>
        core.run(/** @type {any} */ (specFor(/** @type {any} */ (experiment), at))),
    );
    assert.deepEqual(
      found[i],
      runs.map((/** @type {any} */ run) => inBits(run.columns)),
      query,
    );
  }
});

test('the package says what is wrong, keeps what a link says, and draws it: its own unit tests', () => {
  python(resolve('tests/integrations/notebook_test.py'));
});

test('the types hold, strictly, and are there for those who import the package', () => {
  writeFileSync(
    join(work, 'user.py'),
    `from descent_lab import DescentLab, core
lab = DescentLab(f="quadratic", x0=[70], runs=[{"key": "sgd", "lr": 0.1}])
lab.x0 = [9]
steps: int | None = lab.steps
x: float = core.run("quadratic", 70, "sgd", 3).columns["x"][1]
`,
  );
  python('-m', 'mypy', '--strict', join(work, 'user.py'));
  python(
    '-m',
    'mypy',
    '--strict',
    '--config-file',
    resolve('web/notebook/pyproject.toml'),
    '-p',
    'descent_lab',
  );
});
