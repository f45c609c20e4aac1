// The sentences about a run say nothing that its columns do not show.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../../web/i18n/index.js';
import { diagnosisSentence, endSentence } from '../../web/i18n/sentences.js';
import { core } from './core.js';

const i18n = createI18n('en');

/** @param {any} objective @param {number} x @param {any} optimizer @param {number} steps */
function saidOf(objective, x, optimizer, steps) {
  const run = core.run({ objective, start: [x], optimizer, steps });
  return [diagnosisSentence(run.diagnosis, i18n), endSentence(run, i18n)];
}

test('a swing of two and a half steps is no jump at each step', () => {
  const optimizer = { key: 'momentum', hypers: { lr: 1.3, m: 0.5 } };
  const [words] = saidOf('quadratic', 70, optimizer, 20);
  assert.equal(words, 'oscillates, period 2.55, and converges: factor 0.707 a step');
});

test('a factor near 1 is told with the digits that tell it from 1', () => {
  const optimizer = { key: 'sgd', hypers: { lr: 0.000001 } };
  const [words] = saidOf('quadratic', 70, optimizer, 50);
  assert.equal(words, 'crawls: factor 0.999998 a step');
});

test('after one step there is no pace to tell', () => {
  assert.equal(saidOf('quadratic', 70, 'sgd', 1)[0], 'on its way');
});

test('where f is not finite at the start, no run begins and none ends', () => {
  const [words, end] = saidOf({ formula: 'sqrt(x)' }, -1, 'sgd', 10);
  assert.equal(words, 'cannot begin: f or its slope is not a finite number at the start');
  assert.equal(end, '');
});
