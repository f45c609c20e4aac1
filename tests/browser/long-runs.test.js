// Links with seconds of computation: the page opens at once, shows the first steps, and shows the whole run
// when it is computed, in a worker, in a sandbox, and where workers are forbidden.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createI18n } from '../../web/i18n/index.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { specFor } from '../../web/state/experiment.js';
import { core } from '../web/core.js';
import { ofLab } from '../web/labs.js';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';

const F = Array.from({ length: 8 }, (_, i) => `sin(${i + 1}*x)*exp(-x^2/${i + 9})`).join('+');
const RULE = 'a=0.9*a+0.1*g;b=0.99*b+0.01*g^2;x=x-lr*a/(sqrt(b)+0.001)';
/** Own runs of 100,000 steps. @param {number} count */
const heavy = (count) =>
  `?fx=${encodeURIComponent(`${F}+x^2/9`)}&x0=2&rule=${encodeURIComponent(RULE)}&steps=100000` +
  Array.from({ length: count }, (_, i) => `&run=custom,lr:0.00${i + 1}`).join('');

/** Where a run ends, as its card says it. @param {string} query @param {number} index */
function endOf(query, index) {
  const { experiment } = decodeExperiment(query, '', core);
  const { columns, rows } = core.run(specFor(ofLab(experiment, 'descent'), index));
  const { n } = createI18n('en');
  return `ends at x = ${n(columns.x[rows - 1])}`;
}

/**
 * Asserts what a card comes to say.
 * @param {import('./browser.js').Lab} lab
 * @param {number} index
 * @param {string} end
 */
const assertEnd = (lab, index, end) =>
  eventually(async () => {
    const words = (await lab.words('.end', index)).replaceAll('\u00a0', ' ');
    assert.ok(words.startsWith(end), `${words} instead of ${end}`);
  });

/** Workers hear everything so late that a fast machine shows the first steps too. */
function delayWorkers() {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (/** @type {any[]} */ ...given) {
    setTimeout(() => Reflect.apply(postMessage, this, given), 2000);
  };
}

for (const [count, isFramed] of /** @type {const} */ ([
  [8, false],
  [2, true],
]))
  test(`${count} long runs are computed while the lab is used${isFramed ? ', in a sandbox' : ''}`, () =>
    withLab(
      { address: addresses.http + heavy(count), init: delayWorkers, isFramed },
      async (lab) => {
        assert.equal(await lab.words('.verdict strong', count - 1), 'computing…');
        await lab.press('step');
        const { experiment } = decodeExperiment(heavy(count), '', core);
        const { columns } = core.run({ ...specFor(ofLab(experiment, 'descent'), 0), steps: 9 });
        assert.deepEqual((await lab.table(10)).x, [...columns.x]);
        assert.equal(await lab.words('.verdict strong', count - 1), 'computing…');
        for (const index of [0, count - 1]) await assertEnd(lab, index, endOf(heavy(count), index));
      },
    ));

test('where no worker may be made, the page computes between what the reader does', () =>
  withLab(
    {
      address: addresses.http + heavy(2),
      init: () => {
        Reflect.deleteProperty(window, 'Worker');
      },
    },
    async (lab) => {
      assert.equal(await lab.words('.verdict strong', 1), 'computing…');
      await lab.press('step');
      assert.equal(await lab.step(), 1);
      await assertEnd(lab, 1, endOf(heavy(2), 1));
    },
  ));

test('of several changes in a row the last one is shown', () =>
  withLab(heavy(1), async (lab) => {
    for (const rate of ['0.003', '0.004', '0.005']) await lab.type('learning rate', rate, 0);
    const end = endOf(heavy(1).replace('lr:0.001', 'lr:0.005'), 0);
    await assertEnd(lab, 0, end);
    await lab.page.waitForTimeout(1000); // in which an older one would come
    await assertEnd(lab, 0, end);
  }));
