// Undo restores everything that a click can lose.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

const OWN = '?lab=descent&x0=9&run=sgd,lr:0.3&run=momentum,lr:0.05,m:0.8&steps=40&v=1';

/** @param {import('./browser.js').Lab} lab */
const openExample = async (lab) => {
  await lab.press('gallery');
  await lab.find('lab-gallery [data-preset]').nth(5).click();
};

test('after an example is opened, Undo brings one’s own experiment back', () =>
  withLab(OWN, async (lab) => {
    await lab.type('Start', '8');
    const before = await lab.link();
    await openExample(lab);
    assert.notEqual(await lab.link(), before);
    assert.match(await lab.words('.offer'), /^Another experiment was opened\. Undo$/);
    await lab.press('undo');
    assert.equal(await lab.link(), before);
    assert.equal(await lab.find('.offer').count(), 0);
  }));

test('who only walks through examples is offered nothing, and can go back all the same', () =>
  withLab({ address: addresses.http + OWN, context: { reducedMotion: 'reduce' } }, async (lab) => {
    const first = await lab.link();
    await openExample(lab);
    await lab.press('next-example');
    await lab.press('next-example');
    await lab.press('step');
    await lab.press('previous-example');
    assert.equal(await lab.find('.offer').count(), 0, 'nothing was made that could be lost');
    await lab.type('Steps', '12');
    const made = await lab.link();
    await lab.press('next-example');
    assert.equal(await lab.find('.offer').count(), 1);
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), made);
    for (let i = 0; i < 5; i++) await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), first);
  }));

test('a removed run comes back by touch, and the line goes with the next change', () =>
  withLab(OWN, async (lab) => {
    const before = await lab.link();
    const remove = lab.card(1).locator('[data-act="remove"]');
    await remove.click();
    assert.equal(await lab.find('lab-run').count(), 1);
    assert.match(await lab.words('.offer'), /^Removed\./);
    await lab.press('undo');
    assert.equal(await lab.link(), before);
    await remove.click();
    await lab.press('step');
    assert.equal(await lab.find('.offer').count(), 1);
    await lab.type('Steps', '50');
    assert.equal(await lab.find('.offer').count(), 0);
  }));

test('Ctrl + Z undoes and Ctrl + Shift + Z brings back; in a text they are about the text', () =>
  withLab(OWN, async (lab) => {
    const first = await lab.link();
    await lab.type('learning rate', '0.2', 0);
    const second = await lab.link();
    await lab.type('Start', '5');
    const third = await lab.link();
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), second);
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), first);
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), first);
    await lab.page.keyboard.press('Control+Shift+Z');
    await lab.page.keyboard.press('Control+y');
    assert.equal(await lab.link(), third);
    await lab.field('Start').focus();
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), third);
  }));

test('what the host sets is no change of the reader’s: nothing to undo, no lock to get around', () =>
  withLab(`${OWN}&lock=x0`, async (lab) => {
    await lab.frame.evaluate(() => {
      const tag = /** @type {any} */ (document.querySelector('descent-lab'));
      tag.experiment = { ...tag.experiment, start: [7], runs: tag.experiment.runs.slice(1) };
    });
    const set = await lab.link();
    assert.match(set, /x0=7.*lock=x0/);
    assert.equal(await lab.find('.offer').count(), 0);
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), set);
  }));

test('undo comes back from another lab with what its page hid and locked, and selects what was selected', () =>
  withLab(OWN.replace('&v=1', '&hide=table&lock=f&v=1'), async (lab) => {
    await lab.card(1).locator('.mark').click();
    const before = await lab.link();
    assert.match(before, /&sel=2&/);
    await lab.page.getByRole('link', { name: 'Smoothing' }).click();
    await lab.find('lab-curve-card').first().waitFor();
    await lab.page.keyboard.press('Control+z');
    assert.equal(await lab.link(), before);
    await lab.card(0).locator('[data-act="remove"]').click();
    await lab.press('undo');
    assert.equal(await lab.card(1).locator('.mark').getAttribute('aria-pressed'), 'true');
  }));
