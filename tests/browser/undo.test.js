// Undo: what a click can lose comes back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

const OWN = '?lab=descent&x0=9&run=sgd,lr:0.3&run=momentum,lr:0.05,m:0.8&steps=40&v=1';

/** @param {import('./browser.js').Lab} lab */
const openExample = async (lab) => {
  await lab.press('gallery');
  await lab.find('lab-gallery [data-preset]').nth(5).click();
};

test('after an example is opened, Undo brings one’s own experiment back', () =>
  withLab(OWN, async (lab) => {
    const before = await lab.link();
    await openExample(lab);
    assert.notEqual(await lab.link(), before);
    assert.match(await lab.words('.offer'), /^Another experiment was opened\. Undo$/);
    await lab.press('undo');
    assert.equal(await lab.link(), before);
    assert.equal(await lab.find('.offer').count(), 0);
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
