// The menu of optimizers: found by the names people have for them, by mouse, keyboard and on a phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, withLab } from './browser.js';

const THREE = '?run=sgd,lr:0.001&run=sgd,lr:0.8&run=momentum';

/** The keys of the choices that are shown. @param {import('./browser.js').Lab} lab */
const choices = (lab) =>
  lab.find('[data-choice]').evaluateAll((all) => all.map(({ dataset }) => dataset.choice));

test('typing one of its names finds an optimizer, Enter takes it, and it is the one selected', () =>
  withLab(THREE, async (lab) => {
    const button = lab.card(2).locator('.choose-optimizers');
    await button.focus();
    await lab.page.keyboard.press('Enter');
    const all = await choices(lab);
    assert.ok(all.length > 40);
    await lab.page.keyboard.type('heavy ball');
    assert.equal((await choices(lab))[0], 'momentum');
    await lab.find('.menu .find').fill('AdamW');
    assert.equal((await choices(lab))[0], 'adamw');
    await lab.page.keyboard.press('Enter');
    assert.match(await lab.link(), /run=adamw/);
    assert.match(await lab.link(), /sel=3/);
    assert.equal(await lab.find('.menu[open]').count(), 0);
    assert.ok(await button.evaluate((each) => each.matches(':focus')), 'the focus comes back');
  }));

test('arrows walk through the choices, Escape leaves all as it was, no key moves the steps', () =>
  withLab(THREE, async (lab) => {
    const before = await lab.link();
    await lab.card(0).locator('.choose-optimizers').click();
    await lab.page.keyboard.press('ArrowDown');
    const input = lab.find('.menu .find');
    const [, second] = await choices(lab);
    assert.equal(await input.getAttribute('aria-activedescendant'), `choice-${second}`);
    await lab.page.keyboard.press('ArrowUp');
    await lab.page.keyboard.press('ArrowUp');
    assert.equal(await input.getAttribute('aria-activedescendant'), 'choice-custom', 'round');
    await lab.page.keyboard.press('Home');
    await lab.page.keyboard.press('ArrowRight');
    await lab.page.keyboard.press('Escape');
    assert.equal(await lab.find('.menu[open]').count(), 0);
    assert.equal(await lab.link(), before);
  }));

test('what matches is counted aloud, and what nothing matches is said', () =>
  withLab(THREE, async (lab) => {
    await lab.card(0).locator('.choose-optimizers').click();
    await lab.find('.menu .find').fill('torch.optim.Adam');
    const count = (await choices(lab)).length;
    assert.ok(count > 0 && count < 10);
    assert.equal(await lab.words('.menu [role=status]'), `${count} found`);
    await lab.find('.menu .find').fill('qqq');
    assert.deepEqual(await choices(lab), []);
    assert.match(await lab.words('.menu [role=listbox]'), /No optimizer/);
  }));

test('on a phone the menu is within the window', () =>
  withLab(
    { address: addresses.http, context: { viewport: { width: 360, height: 640 } } },
    async (lab) => {
      await lab.card(0).locator('.choose-optimizers').click();
      const box = await lab.find('.menu').boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 360);
      assert.ok(box.y >= 0 && box.y + box.height <= 640);
      await lab.find('[data-choice=adam]').click();
      assert.match(await lab.link(), /run=adam/);
    },
  ));

test('cards say what differs: in their titles, and where the menu is named aloud', () =>
  withLab(THREE, async (lab) => {
    const titles = await lab.find('.run header').allTextContents();
    assert.deepEqual(
      titles.map((title) => title.replace(/\s+/g, ' ').trim()),
      ['Gradient descent η 0.001', 'Gradient descent η 0.8', 'Momentum'],
    );
    const button = lab.card(1).locator('.choose-optimizers');
    assert.equal(await button.getAttribute('aria-label'), 'Optimizer: Gradient descent, η 0.8');
  }));
