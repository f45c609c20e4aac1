// A link has the lowest version that says what it shows, and each version its own words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWER_WORDS } from '../../web/core/formula.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { defaultExperiment, setRule, specFor, withFormula } from '../../web/state/experiment.js';
import {
  duplicateRun,
  setHyper,
  setOptimizer,
  setSchedule,
  setScheduleParam,
} from '../../web/state/runs.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

const { catalog } = core;
const plain = defaultExperiment(catalog);

/** @param {any} experiment */
const linkOf = (experiment) => encodeExperiment(experiment, catalog);
/** @param {string} link */
const read = (link) => ofLab(decodeExperiment(link, '', core).experiment, 'descent');
/** @param {string} rule */
const ruled = (rule) => setRule(setOptimizer(plain, 0, 'custom', core), rule, core);

const NEWER = [
  'x = x - lr*g/norm(g)',
  'x = x - lr*dot (g, g)',
  'x = x - lr*2max_of(g)',
  'x = x - lr*f',
  'f0 = 1; x = x - lr*g*f',
  'x = x - lr*hdiag; h = f',
  'x = x - lr*hsolve',
];
const OLDER = [
  'x = x - lr*g',
  'f = f + g; x = x - lr*f',
  'x = x - lr*f; f = g',
  'norm = norm + g; x = x - lr*norm',
  'x = x - lr*fx*g',
  'x = x - lr*g*2e-3',
];
for (const [version, rules] of Object.entries({ 2: NEWER, 1: OLDER }))
  for (const rule of rules)
    test(`${rule} makes a link of version ${version} that says the same`, () => {
      const experiment = ruled(rule);
      assert.equal(experiment.rule, rule);
      assert.match(linkOf(experiment), new RegExp(`&v=${version}$`));
      assert.deepEqual(read(linkOf(experiment)), experiment);
      assert.equal(core.run(specFor(experiment, 0)).rows > 1, true);
    });

test('an own f that names t makes a link of version 2', () => {
  for (const [formula, version] of Object.entries({ 'sin(t)*x': 2, '2t + x': 2, 'x*2e3': 1 })) {
    const experiment = withFormula(plain, formula, core);
    assert.match(linkOf(experiment), new RegExp(`&v=${version}$`), formula);
    assert.deepEqual(read(linkOf(experiment)), experiment);
  }
});

test('a parameter called f stays one while the rule is edited, in every run, and in its link', () => {
  const old = read('?rule=x=x-lr*f*g&run=custom,lr:0.1,f:0.25&v=1');
  assert.match(linkOf(old), /&v=1$/);
  const edited = duplicateRun(setRule(old, 'x = x - lr*f*g/norm(g)', core), 0, catalog);
  const tuned = setHyper(edited, 1, 'f', 0.5, core);
  assert.deepEqual(
    tuned.runs.map(({ hypers }) => hypers.f),
    [0.25, 0.5],
  );
  assert.match(linkOf(tuned), /&v=2$/);
  assert.deepEqual(read(linkOf(tuned)), tuned);
});

test('every newer word is one of version 2, and none is missing', () => {
  const isNewer = (/** @type {'parseRule'|'parseFormula'} */ parse, /** @type {string} */ text) =>
    JSON.stringify(core[parse](text, { version: 1 }).ast?.hypers) !==
    JSON.stringify(core[parse](text).ast?.hypers);
  for (const word of NEWER_WORDS.rule) assert.ok(isNewer('parseRule', `x = x - ${word}`), word);
  for (const word of NEWER_WORDS.formula) assert.ok(isNewer('parseFormula', `x*${word}`), word);
  for (const word of NEWER_WORDS.calls) {
    const call = word === 'dot' ? 'dot(g, g)' : `${word}(g)`;
    assert.ok(isNewer('parseRule', `x = x - ${call}`), word);
  }
  const letters = [...'abcdefhijklmnopqrsuvwxyz'].filter((letter) => !'xyte'.includes(letter));
  for (const word of [...letters, 'grad', 'hess', 'value', 'mean', 'steps', 'n', 'dim'])
    if (!NEWER_WORDS.rule.includes(word)) assert.ok(!isNewer('parseRule', `x = x - ${word}`), word);
});

// The parameters that schedules had in the first release: no rule of any link uses their names.
const FIRST_WORDS =
  'decay div_factor end_factor eta_min every factor final_div_factor min_lr patience pct_start ' +
  'period power rate start_factor t_0 t_max t_mult threshold total_iters total_steps cooldown';

test('only the words of the first schedules are kept from rules', () => {
  const keys = catalog.schedules.flatMap(({ params }) => params.map(({ key }) => key));
  const kept = new Set(FIRST_WORDS.split(' '));
  for (const key of new Set(keys)) {
    const { notices } = decodeExperiment(`?rule=x=x-${key}*g&run=custom`, '', core);
    const codes = notices.map(({ code }) => code);
    assert.deepEqual(codes.includes('reserved_name'), kept.has(key), key);
  }
});

test('a schedule and a rule may have parameters of one name: the link tells them apart', () => {
  const own = setHyper(ruled('x = x - lr*g*absolute'), 0, 'absolute', 0.25, core);
  const planned = setSchedule(own, 0, 'reduce_on_plateau', catalog);
  const both = setScheduleParam(planned, 0, 'absolute', 1, catalog);
  const link = linkOf(both);
  assert.match(link, /absolute:0\.25,schedule:reduce_on_plateau,schedule\.absolute:1&/);
  assert.deepEqual(read(link), both);
  assert.deepEqual(decodeExperiment(link, '', core).notices, []);
  const plainly = setScheduleParam(
    setSchedule(plain, 0, 'reduce_on_plateau', catalog),
    0,
    'absolute',
    1,
    catalog,
  );
  assert.match(linkOf(plainly), /run=sgd,schedule:reduce_on_plateau,absolute:1&/);
  assert.deepEqual(read(linkOf(plainly)), plainly);
});
