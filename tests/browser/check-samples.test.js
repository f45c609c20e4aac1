// One's own steps of a line fitted in batches, in the sampling lab: typed, judged, the first wrong one marked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';
import { eventually } from './eventually.js';

const FIELD = 'lab-own-numbers textarea';
/** The points (1, 2), (2, 3), (3, 4), one a step, from w = b = 0. */
const LINE =
  '?lab=sampling&xy=1,2;2,3;3,4&standardise=0&x0=0,0&run=sgd,lr:0.1,batch:1&epochs=2&check=1';

/** @param {import('./browser.js').Lab} lab @param {string} selector @param {RegExp} wanted */
const says = (lab, selector, wanted) =>
  eventually(async () => assert.match(await lab.words(selector), wanted));

test('steps in the drawn order are right, in the order of the data wrong, and the page says which', () =>
  withLab(LINE, async (lab) => {
    // (2, 3): e = −3, g = (−12, −6); (3, 4): e = 0.2; (1, 2): e = −0.36.
    await lab.find(FIELD).fill('t w b grad_w\n0 0 0 -12\n1 1.2 0.6 1.2\n2 1.08 0.56 -0.72');
    await says(lab, '.check-said', /All 3 rows are right/);
    // (1, 2): e = −2; (2, 3): e = −1.8; (3, 4): e = 0.12.
    await lab.find(FIELD).fill('t w bias\n1 0.4 0.4\n2 1.12 0.76\n3 1.048 0.736');
    await says(lab, '.check-said', /first wrong number is w at step 1: 0\.4/);
    await says(lab, '.check-hint', /In which order are the points taken/);
    await lab.find('.own-numbers summary').click();
    await says(
      lab,
      '.own-numbers details',
      /order of the data; here they are shuffled.*w there is 1\.2/s,
    );
    const marked = lab.find('lab-table td.is-first');
    assert.deepEqual(await marked.allTextContents(), ['1.2']);
  }));

test('the button of the table opens the check, and it is in the link', () =>
  withLab('?lab=sampling', async (lab) => {
    await lab.find('[data-act=check]').click();
    await lab.find(FIELD).waitFor();
    await eventually(async () => assert.match(lab.page.url(), /[?&]check=1/));
  }));

for (const [optimizer, en, vi] of /** @type {const} */ ([
  ['polyak', /This rule reads the loss on its batch/, /dùng loss trên batch/],
  ['bfgs', /A method searches/, /phương pháp tự dò tìm/],
]))
  test(`what ${optimizer} does in batches is not checked, and the page says so in its language`, () =>
    withLab(`${LINE.replace('sgd,lr:0.1', optimizer)}&v=2`, async (lab) => {
      await lab.find(FIELD).fill('t w b\n1 0.4 0.4');
      await says(lab, '.check-said', en);
      await lab.show(`${LINE.replace('sgd,lr:0.1', optimizer).slice(1)}&v=2&lang=vi`);
      await lab.find(FIELD).fill('t w b\n1 0.4 0.4');
      await says(lab, '.check-said', vi);
    }));
