// Changes in mid-run on the page: walk to a step, move a slider from there on, take it back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

/** @param {import('./browser.js').Lab} lab */
const more = (lab) => lab.card(0).locator('details.modifiers summary').click();

test('a slider moved from here on leaves what came before, and the worked step has the new value', () =>
  withLab('?x0=8&run=sgd,lr:0.25&steps=6&t=2', async (lab) => {
    await more(lab);
    await lab.card(0).locator('[data-act=here]').check();
    await lab.type('learning rate', '0.5', 0);
    assert.match(await lab.link(), /run=sgd,lr:0\.25&from=3,1,lr:0\.5/);
    assert.deepEqual((await lab.table(5)).x, [8, 4, 2, 0, 0]);
    await lab.press('step');
    assert.match((await lab.mathLines()).join('\n'), /2 − 0\.5 ⋅ 4 = 0/);
    assert.match(await lab.words('.change', 0), /from step 3 η = 0\.5/);
    await lab.card(0).locator('[data-unchange="3"]').click();
    assert.doesNotMatch(await lab.link(), /from/);
    assert.deepEqual((await lab.table(5)).x, [8, 4, 2, 1, 0.5]);
  }));

test('without the switch a slider acts on the whole run, and a change of its own stays', () =>
  withLab('?x0=8&run=sgd,lr:0.25&steps=6&t=2&from=3,1,lr:0.5', async (lab) => {
    assert.equal(await lab.field('learning rate', 0).inputValue(), '0.25');
    await lab.type('learning rate', '0.125', 0);
    assert.match(await lab.link(), /lr:0\.125&from=3,1,lr:0\.5/);
  }));

test('there is nothing to change from at the start and at the end', () =>
  withLab('?x0=8&steps=3', async (lab) => {
    await more(lab);
    const here = lab.card(0).locator('[data-act=here]');
    assert.equal(await here.count(), 0);
    await lab.press('step');
    await here.waitFor();
    await lab.press('step', 2);
    await here.waitFor({ state: 'detached' });
  }));

test('a change undone is gone, and redone is back', () =>
  withLab('?x0=8&run=sgd,lr:0.25&t=2', async (lab) => {
    await more(lab);
    await lab.card(0).locator('[data-act=here]').check();
    await lab.type('learning rate', '0.5', 0);
    await lab.page.keyboard.press('Escape');
    await lab.find('.stage').first().focus();
    await lab.page.keyboard.press('Control+z');
    assert.doesNotMatch(await lab.link(), /from/);
  }));

for (const lang of ['en', 'vi'])
  test(`changes are accessible and fit a phone in ${lang}`, () =>
    withLab(`?run=adam&from=3,1,lr:0.5,beta1:0.5&from=9,1,lr:1&t=4&lang=${lang}`, async (lab) => {
      await lab.axe();
      assert.deepEqual(await lab.misfits(320), []);
    }));
