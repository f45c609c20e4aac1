// The guide for teachers: every key a link can carry, from the schema and the catalog.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkKeys } from '../../web/state/schema.js';
import { core } from '../web/core.js';
import { LAB_KEYS } from '../web/labs.js';
import { withLab } from './browser.js';
import { testWithAxe } from './everyone.js';

/** Opens the guide, whose code is read first. @param {import('./browser.js').Lab} lab */
async function open(lab) {
  await lab.press('guide');
  await lab.find('.guide[open] section').first().waitFor();
}

test('the guide opens and closes by keyboard, and the focus goes back', () =>
  withLab('', async (lab) => {
    const button = lab.find('[data-act="guide"]');
    await button.focus();
    await lab.page.keyboard.press('Enter');
    await lab.find('.guide[open]').waitFor();
    await lab.page.keyboard.press('Escape');
    assert.equal(await lab.find('.guide[open]').count(), 0);
    assert.equal(
      await lab.frame.evaluate(() => document.activeElement?.getAttribute('data-act')),
      'guide',
    );
  }));

test('every key of every lab and every unit stands in it', () =>
  withLab('', async (lab) => {
    await open(lab);
    const ids = await lab.find('.guide [id]').evaluateAll((all) => all.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length, 'two topics with one id');
    for (const key of LAB_KEYS) {
      const names = await lab
        .find(`section[aria-labelledby="guide-keys-${key}"] tr[data-key]`)
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));
      assert.deepEqual(
        names,
        linkKeys(core.catalog, key).map(({ name }) => name),
      );
    }
    const { objectives, optimizers, schedules, smoothers } = core.catalog;
    const families = { objectives, optimizers, schedules, smoothers };
    for (const [family, units] of Object.entries(families)) {
      const keys = await lab
        .find(`section[aria-labelledby="guide-${family}"] tr[data-unit]`)
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unit')));
      assert.deepEqual(
        keys,
        units.map(({ key }) => key),
      );
    }
    const adam = await lab.words('tr[data-unit="adam"] td:last-child');
    assert.match(adam, /beta2 decay of the second moment: 0 to 0\.999999 \(0\.999\)/);
  }));

test('the keys of the keyboard are told, those of the worked step too', () =>
  withLab('', async (lab) => {
    await open(lab);
    const section = lab.find('section[aria-labelledby="guide-keyboard"]');
    const keys = await section.locator('kbd').allTextContents();
    for (const key of ['← →', 'Home End', 'Space', 'F', '↓ ↑', 'Ctrl + Z'])
      assert.ok(keys.includes(key), key);
    const said = await section.locator('dd').allTextContents();
    assert.equal(said.length, keys.length);
    assert.ok(said.every((words) => words.length > 5 && !words.includes('keyboard.')));
  }));

test('an example opens its own lab with no notice', () =>
  withLab('', async (lab) => {
    await open(lab);
    const links = await lab
      .find('.guide tr[data-key] a')
      .evaluateAll((all) => all.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
    assert.ok(links.length > 60);
    const chosen = links.filter((link) => /fx=|series=|xy=|dx=|surface=/.test(link));
    assert.ok(chosen.length >= 5);
    for (const link of chosen) {
      await lab.show(new URL(link).search.slice(1));
      await lab.find('.lab canvas').first().waitFor();
      assert.equal(await lab.find('.notices').count(), 0, link);
    }
  }));

testWithAxe('the guide', '', open);

for (const lang of ['en', 'vi'])
  test(`nothing of the guide sticks out at 360 px in ${lang}`, () =>
    withLab(`?lang=${lang}`, async (lab) => {
      await open(lab);
      await lab.page.setViewportSize({ width: 360, height: 740 });
      const [inside, width] = await lab
        .find('.guide .sheet-body')
        .evaluate((body) => [body.scrollWidth, body.clientWidth]);
      assert.ok(inside <= width, `${inside} > ${width}`);
    }));
