// Clipping and decay on the page: closed by default, in the card, the link, the worked step and the table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

/** @param {import('./browser.js').Lab} lab @param {string} key */
const box = (lab, key) => lab.card(0).locator(`[data-modifier=${key}]`);

test('modifiers are out of the way until they are wanted, and then change run, link and worked step', () =>
  withLab('?x0=8&run=sgd,lr:0.25&t=1', async (lab) => {
    const details = lab.card(0).locator('details.modifiers');
    assert.equal(await details.getAttribute('open'), null);
    assert.equal(await box(lab, 'l2').isVisible(), false);
    await details.locator('summary').click();
    await box(lab, 'l2').check();
    assert.match(await lab.link(), /run=sgd,lr:0\.25,l2:0\.01/);
    await lab.type('L2 factor', '0.5', 0);
    assert.match(await lab.link(), /l2:0\.5/);
    assert.deepEqual((await lab.table(2)).x, [8, 3]); // 8 − 0.25 (16 + 0.5 · 8)
    assert.match((await lab.mathLines()).join('\n'), /16 \+ 0\.5 ⋅ 8 = 20/);
    await box(lab, 'l2').uncheck();
    assert.doesNotMatch(await lab.link(), /l2/);
    assert.equal(await box(lab, 'l2').isVisible(), true);
    assert.deepEqual((await lab.table(2)).x, [8, 4]);
  }));

test('a link with a modifier shows it, and a stable rate is not spoken of', () =>
  withLab('?run=sgd,lr:0.1,wd:2&run=sgd', async (lab) => {
    assert.equal(await box(lab, 'wd').isVisible(), true);
    assert.equal(await box(lab, 'wd').isChecked(), true);
    assert.doesNotMatch(await lab.words('.verdict', 0), /stable/);
    assert.match(await lab.words('.verdict', 1), /stable/);
  }));

test('what an optimizer cannot take is not offered, and goes when it is chosen', () =>
  withLab('?run=sgd,l2:0.5,wd:0.25', async (lab) => {
    await lab.chooseOptimizer(0, 'newton');
    assert.match(await lab.link(), /run=newton,wd:0\.25/);
    assert.equal(await box(lab, 'l2').count(), 0);
    assert.equal(await box(lab, 'wd').isChecked(), true);
  }));

test('a locked run or modifier cannot be changed', () =>
  withLab('?run=sgd,clip:2&lock=clip', async (lab) => {
    assert.equal(await box(lab, 'clip').isDisabled(), true);
    assert.equal(await box(lab, 'wd').isDisabled(), false);
  }));

for (const lang of ['en', 'vi'])
  test(`open modifiers are accessible and fit a phone in ${lang}`, () =>
    withLab(`?run=adam,clip:2,clipvalue:1,l2:0.1,wd:0.1&t=1&lang=${lang}`, async (lab) => {
      await lab.axe();
      assert.deepEqual(await lab.misfits(320), []);
    }));
