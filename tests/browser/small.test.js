// Small windows, forced colours, the mouse wheel, and how long a run plays.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LAB_KEYS, TAB_KEYS } from '../web/labs.js';
import { addresses, withLab } from './browser.js';
import { eventually } from './eventually.js';

const PHONE = { viewport: { width: 360, height: 780 } };

for (const lang of ['en', 'vi'])
  test(`on a phone the hint lies on no chart, and all labs stand below the title, in ${lang}`, () =>
    withLab({ address: addresses.http, context: PHONE }, async (page) => {
      for (const lab of LAB_KEYS) {
        await page.show(`lab=${lab}&lang=${lang}`);
        await page.find('.stage-chart canvas').first().waitFor();
        for (const width of [390, 360]) {
          await page.page.setViewportSize({ width, height: 780 });
          await page.settle();
          const boxOf = (/** @type {string} */ selector) =>
            page
              .find(selector)
              .first()
              .evaluate((it) => it.getBoundingClientRect().toJSON());
          const [hint, chart] = [await boxOf('.hint'), await boxOf('.stage-chart canvas')];
          assert.ok(hint.bottom <= chart.top + 4, `${lab}, ${width}: ${hint.bottom} ${chart.top}`);
          const [title, tab] = [await boxOf('.page-header h1'), await boxOf('.labs a')];
          assert.ok(tab.top >= title.bottom - 2, `${lab}, ${width}`);
        }
      }
    }));

for (const lab of LAB_KEYS)
  test(`below 312 px nothing of the ${lab} lab sticks out`, () =>
    withLab(`?lab=${lab}`, async (page) => {
      for (const width of [300, 280]) assert.deepEqual(await page.misfits(width), [], `${width}`);
    }));

for (const lang of ['en', 'vi'])
  test(`on a phone the tabs of all labs are whole and in view, in ${lang}`, () =>
    withLab({ address: `${addresses.http}?lang=${lang}`, context: PHONE }, async (lab) => {
      await lab.find('.labs a').first().waitFor();
      const boxes = await lab
        .find('.labs a')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().toJSON()));
      assert.equal(boxes.length, TAB_KEYS.length);
      for (const { left, right, bottom } of boxes)
        assert.ok(
          left >= 0 && right <= 360 && bottom <= 130,
          JSON.stringify({ left, right, bottom }),
        );
    }));

test('on a phone the chip of the smoothing lab is read whole, and the sampling player has its slider', () =>
  withLab(
    {
      address: `${addresses.http}?lab=smoothing&data=1.234567,2.345678,3.456789&t=3&lang=vi`,
      context: PHONE,
    },
    async (lab) => {
      const chip = await lab
        .find('.stage-tools .start')
        .evaluate((it) => [it.scrollWidth, it.clientWidth]);
      assert.ok(chip[0] <= chip[1], `${chip}`);
      await lab.show('lab=sampling&t=3');
      await lab.find('lab-sampling .scrub').or(lab.find('.scrub')).first().waitFor();
      const width = await lab.find('.scrub').evaluate((it) => it.getBoundingClientRect().width);
      assert.ok(width >= 120, `${width}`);
    },
  ));

test('in forced colours the current tab has an edge that the others have not', () =>
  withLab('', async (lab) => {
    await lab.page.emulateMedia({ forcedColors: 'active' });
    await lab.find('.labs a').first().waitFor();
    const edges = await lab
      .find('.labs a')
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).outlineStyle));
    assert.deepEqual(
      edges,
      TAB_KEYS.map((key) => (key === 'descent' ? 'solid' : 'none')),
    );
  }));

test('the wheel over the step table scrolls it as far as it goes, and then the page', () =>
  withLab('?steps=100&t=50', async (lab) => {
    await lab.table(1);
    const box = lab.find('.table .table-box');
    await box.evaluate((it) => it.scrollIntoView({ block: 'center' }));
    const at = await box.boundingBox();
    assert.ok(at);
    await lab.page.mouse.move(at.x + 100, at.y + at.height / 2);
    const scrolled = () => box.evaluate((it) => [scrollY, it.scrollTop]);
    const [page, inside] = await eventually(async () => {
      const [page, inside] = await scrolled();
      assert.ok(page > 0 && inside > 0);
      return [page, inside];
    });
    await lab.page.mouse.wheel(0, -200);
    await eventually(async () => assert.ok((await scrolled())[1] < inside));
    assert.equal((await scrolled())[0], page);
    await eventually(async () => {
      await lab.page.mouse.wheel(0, -2000);
      const [now, within] = await scrolled();
      assert.ok(now < page && within === 0, 'at its end the page takes over');
    });
  }));

test('a run plays for 20 seconds at most unless a slower speed is chosen; one step a second is no “steps”', () =>
  withLab('?lab=sampling&run=sgd,batch:1', async (lab) => {
    const speed = lab.find('.speed');
    await speed.waitFor();
    assert.match(await lab.words('.position'), /1,?500/);
    assert.equal(
      await speed
        .locator(':checked')
        .textContent()
        .then((text) => text?.trim()),
      '75 steps/s',
    );
    await lab.show('steps=30');
    assert.equal(await speed.inputValue(), '5');
    await speed.selectOption('1');
    assert.equal(
      await speed
        .locator(':checked')
        .textContent()
        .then((text) => text?.trim()),
      '1 step/s',
    );
    await lab.show('steps=1500');
    assert.equal(await speed.inputValue(), '1');
  }));

/** Relative luminance. @param {string} hex */
function luminance(hex) {
  const parts = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  const [r, g, b] = parts.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('the borders of controls have 3 : 1 against paper and panels, light and dark', () => {
  const sheet = readFileSync('web/styles/tokens.css', 'utf8').split('@media screen');
  for (const [i, part] of sheet.entries()) {
    const [border, ...grounds] = ['border', 'paper', 'panel'].map((name) =>
      luminance(part.match(new RegExp(`--lab-${name}: (#[0-9a-f]{6})`))?.[1] ?? ''),
    );
    for (const ground of grounds) {
      const [dark, light] = [border, ground].sort((a, b) => a - b);
      const contrast = (light + 0.05) / (dark + 0.05);
      assert.ok(contrast >= 3, `${i ? 'dark' : 'light'}: ${contrast}`);
    }
  }
});
