// The number format of an experiment: its link, what is computed with it, and how far its numbers are apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { specFor } from '../../web/state/experiment.js';
import { formatKept, kept, spacingAt, withPrecision } from '../../web/state/precision.js';
import { core } from './core.js';
import './labs.js';

const { catalog } = core;

/** @param {string} query */
function read(query) {
  const decoded = decodeExperiment(`?${query}`, '', core);
  const experiment = /** @type {import('../../web/state/types.js').Experiment} */ (
    decoded.experiment
  );
  return { experiment, notices: decoded.notices, link: encodeExperiment(experiment, catalog) };
}

for (const [text, precision] of /** @type {const} */ ([
  ['float32', { format: 'float32' }],
  ['bfloat16,stochastic:1', { format: 'bfloat16', stochastic: true }],
  ['e4m3,stochastic:1,master:1', { format: 'e4m3', stochastic: true, master: true }],
]))
  test(`precision=${text} is read and written`, () => {
    const { experiment, notices, link } = read(`seed=7&precision=${text}`);
    assert.deepEqual(notices, []);
    assert.deepEqual(experiment.precision, precision);
    assert.match(link, new RegExp(`precision=${text}(&|$)`));
    assert.deepEqual(specFor(experiment, 0).precision, { ...precision, seed: 7 });
  });

test('float64 is what a link says that says nothing', () => {
  for (const query of ['precision=float64', 'precision=float64,master:1', '']) {
    const { experiment, notices, link } = read(query);
    assert.deepEqual(notices, []);
    assert.ok(!('precision' in experiment));
    assert.doesNotMatch(link, /precision/);
    assert.ok(!('precision' in specFor(experiment, 0)));
  }
});

test('what is wrong in it is said, and the rest is kept', () => {
  assert.deepEqual(
    ['half', 'float16,master:2', 'float16,up:1'].map((text) => {
      const { experiment, notices } = read(`precision=${text}`);
      return [experiment.precision?.format, notices.map(({ code }) => code)];
    }),
    [
      [undefined, ['unknown_value']],
      ['float16', ['out_of_range']],
      ['float16', ['unknown_parameter']],
    ],
  );
});

test('a change to float64 leaves nothing behind', () => {
  const { experiment } = read('precision=float16');
  const { precision, ...before } = experiment;
  assert.deepEqual(withPrecision(experiment, { format: 'float64' }, catalog), before);
});

test('numbers are as far apart as their format has them', () => {
  const of = (/** @type {string} */ format, master = false) =>
    formatKept({ format, master }, catalog);
  // C's own: nextafterf(1) is 1 + 2⁻²³; the smallest float16 is 2⁻²⁴; 254 and 255 are bfloat16, 257 is not.
  assert.equal(spacingAt(1, of('float32')), 2 ** -23);
  assert.equal(spacingAt(0, of('float16')), 2 ** -24);
  assert.equal(spacingAt(-255, of('bfloat16')), 1);
  assert.equal(spacingAt(256, of('bfloat16')), 2);
  assert.equal(spacingAt(256, of('bfloat16', true)), 2 ** -15);
  assert.equal(spacingAt(447, of('e4m3')), 32);
});

test('hypers are shown as the format keeps them', () => {
  const hypers = { beta1: 0.9, eps: 1e-8 };
  assert.deepEqual(kept(hypers, { format: 'float32' }, core), {
    beta1: Math.fround(0.9),
    eps: Math.fround(1e-8),
  });
  assert.equal(kept(hypers, undefined, core), hypers);
});
