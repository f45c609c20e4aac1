// The keyboard focus: keys work after a click, and the focus never leaves the lab.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

/**
 * The element with the focus, as tag and what it does, looked up through shadow roots.
 * @param {import('./browser.js').Lab} lab
 */
async function focusOf(lab) {
  await lab.settle();
  return lab.frame.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const { act } = /** @type {HTMLElement} */ (active).dataset;
    return act ?? active?.getAttribute('class')?.split(' ')[0] ?? active?.tagName;
  });
}

for (const [dim, query] of /** @type {const} */ ([
  [1, ''],
  [2, '?f=bowl'],
]))
  test(`after a click on the stage in ${dim}D arrows walk the steps and Space runs them`, () =>
    withLab(query, async (lab) => {
      const box = await lab.find('.stage canvas').first().boundingBox();
      assert.ok(box);
      await lab.page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.5);
      await lab.page.keyboard.press('ArrowRight');
      await lab.page.keyboard.press('ArrowRight');
      assert.equal(await lab.step(), 2);
      await lab.page.keyboard.press('ArrowLeft');
      assert.equal(await lab.step(), 1);
      await lab.page.keyboard.press('Space');
      await lab.find('[data-act=play][aria-label=Pause]').waitFor();
      await lab.page.keyboard.press('Space');
      await lab.find('[data-act=play][aria-label=Run]').waitFor();
    }));

for (const [what, query, card] of [
  ['a run', '?run=sgd,lr:0.1&run=momentum&run=adam', 'lab-run'],
  ['a run on data', '?lab=sampling&run=sgd,lr:0.1&run=momentum&run=adam', 'lab-run'],
  ['an average', '?lab=smoothing&run=sma&run=ewa&run=sma&t=0', 'lab-curve-card'],
])
  test(`after ${what} is removed the focus is on what took its place, or on the last one`, () =>
    withLab(query, async (lab) => {
      for (const [removed, next] of [
        [1, 1],
        [1, 0],
      ]) {
        await lab.find(card).nth(removed).locator('[data-act=remove]').focus();
        await lab.page.keyboard.press('Enter');
        assert.equal(await focusOf(lab), 'mark');
        const mark = lab.find(card).nth(next).locator('.mark');
        assert.equal(await mark.evaluate((button) => button.matches(':focus')), true);
        assert.match(await lab.words('.offer'), /^Removed\./);
      }
      await lab.page.keyboard.press('ArrowRight');
      assert.equal(await lab.step(), 1);
    }));

test('after the notices are closed the focus is in the lab, and keys walk its steps', () =>
  withLab('?steps=1e9', async (lab) => {
    await lab.find('.notices button').focus();
    await lab.page.keyboard.press('Enter');
    assert.equal(await lab.find('.notices').count(), 0);
    assert.equal(await focusOf(lab), 'lab');
    await lab.page.keyboard.press('ArrowRight');
    assert.equal(await lab.step(), 1);
  }));

for (const [act, query, times] of /** @type {const} */ ([
  ['reset-view', '?f=bowl&view=-1,1,-1,1', 1],
  ['reset-view', '?view=-1,1', 1],
  ['add', '?run=sgd', 8],
]))
  test(`a button that has done all it can keeps the focus: ${act} on ${query}`, () =>
    withLab(query, async (lab) => {
      await lab.find(`[data-act=${act}]`).focus();
      for (let i = 0; i < times; i++) await lab.page.keyboard.press('Enter');
      assert.equal(await focusOf(lab), act);
      assert.equal(await lab.find(`[data-act=${act}]`).getAttribute('aria-disabled'), 'true');
    }));
