// The names of runs are as short as they can be and still differ.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../../web/i18n/index.js';
import { runNames } from '../../web/labs/run-names.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

/** @param {string} query @param {string} [lang] @param {'optimizer'|'schedule'} [lead] */
function namesOf(query, lang = 'en', lead = 'optimizer') {
  const { experiment } = decodeExperiment(query, '', core);
  const { runs = [], rule = '' } = experiment;
  return runNames({ runs, rule }, core, createI18n(lang), lead);
}

/** @type {typeof namesOf extends (...given: infer A) => any ? (...given: A) => string[] : never} */
const labelsOf = (...given) => namesOf(...given).map(({ label }) => label);

test('four rates of one optimizer are told apart by their rates', () => {
  const query = '?run=sgd,lr:0.001&run=sgd&run=sgd,lr:0.8&run=sgd,lr:1.1';
  assert.deepEqual(labelsOf(query), ['η 0.001', 'η 0.1', 'η 0.8', 'η 1.1']);
  assert.deepEqual(labelsOf(query, 'vi'), ['η 0,001', 'η 0,1', 'η 0,8', 'η 1,1']);
  const [, , third] = namesOf(query);
  assert.deepEqual([third.differs, third.full], ['η 0.8', 'Gradient descent, η = 0.8']);
});

test('different optimizers are told apart by their names, as short as they still differ', () => {
  assert.deepEqual(labelsOf('?run=sgd,lr:0.4&run=momentum_ewa&run=rmsprop&run=adam'), [
    'Gradient descent',
    'Momentum',
    'RMSProp',
    'Adam',
  ]);
  const two = namesOf('?run=momentum&run=momentum_ewa');
  assert.deepEqual(
    two.map(({ label }) => label),
    ['Momentum', 'Momentum, averaged gradient'],
  );
  assert.deepEqual([two[0].differs, two[0].full], ['', 'Momentum']);
});

test('a name that two runs share is followed by what differs between those two', () => {
  const names = namesOf('?run=adam&run=momentum,lr:0.02,m:0.7&run=momentum,lr:0.02');
  assert.deepEqual(
    names.map(({ label }) => label),
    ['Adam', 'Momentum, m 0.7', 'Momentum, m 0.9'],
  );
  assert.deepEqual(
    names.map(({ differs }) => differs),
    ['', 'm 0.7', 'm 0.9'],
  );
});

test('the schedule tells apart what the optimizer does not, and leads in its own lab', () => {
  const query = '?run=sgd&run=sgd,schedule:step&run=sgd,schedule:step,period:5';
  assert.deepEqual(labelsOf(query), ['Constant rate', 'Step decay, p 10', 'Step decay, p 5']);
  assert.deepEqual(
    namesOf(query, 'en', 'schedule').map(({ differs }) => differs),
    ['', 'p 10', 'p 5'],
  );
});

test('a run without others needs no label, and twins have their numbers', () => {
  assert.deepEqual(namesOf('?run=adam'), [{ label: '', differs: '', full: 'Adam' }]);
  assert.deepEqual(labelsOf('?run=sgd&run=sgd'), ['#1', '#2']);
  assert.deepEqual(labelsOf('?run=adam,beta1:0.5&run=adam'), ['β₁ 0.5', 'β₁ 0.9']);
  assert.deepEqual(labelsOf('?rule=x=x-lr*g&run=custom,lr:0.5&run=custom,lr:0.25'), [
    'η 0.5',
    'η 0.25',
  ]);
});

test('no two of eight runs have the same label', () => {
  const labels = labelsOf(
    '?run=sgd&run=sgd&run=sgd,lr:0.1000001&run=adam&run=adam,schedule:step' +
      '&run=momentum&run=momentum_torch&run=nesterov',
  );
  assert.equal(new Set(labels).size, 8, labels.join(' | '));
});

test('in the sampling lab the batch is in every name, and in a label where it differs', () => {
  const query = '?lab=sampling&run=sgd,batch:1&run=sgd,batch:10';
  const experiment = ofLab(decodeExperiment(query, '', core).experiment, 'sampling');
  const names = runNames(
    experiment,
    core,
    createI18n('en'),
    'optimizer',
    (/** @type {any} */ { batch }) => `${batch}-sample`,
  );
  assert.deepEqual(
    names.map(({ label, full }) => [label, full]),
    [
      ['1-sample', 'Gradient descent, 1-sample'],
      ['10-sample', 'Gradient descent, 10-sample'],
    ],
  );
  const lone = { ...experiment, runs: experiment.runs.slice(0, 1) };
  const [name] = runNames(
    lone,
    core,
    createI18n('en'),
    'optimizer',
    (/** @type {any} */ { batch }) => `${batch}-sample`,
  );
  assert.deepEqual([name.label, name.full], ['', 'Gradient descent, 1-sample']);
});

test('modifiers and changes tell runs apart, and a run without them is called by its optimizer', () => {
  const [penalty, decay, bare] = namesOf('?run=adam,l2:1&run=adam,wd:1&run=adam');
  assert.deepEqual(
    [penalty, decay, bare].map(({ label }) => label),
    ['L2 penalty', 'Decoupled decay', 'Adam'],
  );
  assert.equal(decay.full, 'Adam, Decoupled decay (AdamW)');
  assert.deepEqual(labelsOf('?run=sgd,l2:1&run=sgd,l2:2'), ['λ 1', 'λ 2']);
  assert.deepEqual(labelsOf('?run=sgd&run=sgd&from=9,2,lr:0.5'), [
    'Gradient descent',
    'from step 9 η\u00a0=\u00a00.5',
  ]);
});
