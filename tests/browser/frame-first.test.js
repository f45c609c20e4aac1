// Before the page's script is read, its frame stands where the lab will: nothing moves when it comes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses } from './browser.js';
import { usePage } from './chromium.js';

/** Holds back the page's script, which stands in the document deflated: it is read when `go` is called. */
function holdBack() {
  const read = Response.prototype.arrayBuffer;
  const held = new Promise((go) => Object.assign(globalThis, { go }));
  Response.prototype.arrayBuffer = async function () {
    await held;
    return read.call(this);
  };
}

for (const width of [1366, 1200, 768, 390])
  test(`at ${width} px the frame has the header's height, and not a script is read`, () =>
    usePage({ viewport: { width, height: 800 }, isOwn: true }, async (page) => {
      await page.addInitScript(holdBack);
      await page.goto(`${addresses.http}?lab=descent`);
      const height = () =>
        page.evaluate(() => document.querySelector('.page-header')?.getBoundingClientRect().height);
      const before = Number(await height());
      assert.equal(await page.locator('descent-lab').count(), 0);
      assert.equal(await page.locator('h1').textContent(), 'Descent Lab');
      await page.evaluate('go()');
      await page.locator('descent-lab .player .position').waitFor();
      const after = Number(await height());
      assert.ok(Math.abs(after - before) < 1, `${before} px, then ${after} px`);
    }));

test('the frame has the theme of the link, and no header where the page has none', () =>
  usePage({ isOwn: true, colorScheme: 'dark' }, async (page) => {
    await page.addInitScript(holdBack);
    const seen = async (/** @type {string} */ query) => {
      await page.goto(addresses.http + query);
      return [
        await page.evaluate(() => document.documentElement.dataset.theme),
        await page.locator('h1').isVisible(),
      ];
    };
    assert.deepEqual(await seen(''), ['dark', true]);
    assert.deepEqual(await seen('?theme=light'), ['light', true]);
    assert.deepEqual(await seen('?theme=<b>&embed=1'), ['dark', false]);
    assert.deepEqual(await seen('#hide=header'), ['dark', false]);
  }));
