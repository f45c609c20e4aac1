// <descent-lab> in its page: what it inherits from the page around it, and when it starts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LECTURE, ready, SCRIPT, withBody, words } from './tag-page.js';

test('loading the package twice registers the tag once', () =>
  withBody(LECTURE, async (page) => {
    await ready(page);
    await page.evaluate(() => import(/** @type {any} */ ('/lab/descent-lab.js?again')));
    assert.equal(await page.locator('descent-lab lab-run').count(), 1);
  }));

test('the page’s styles stay out, its custom properties come in', () =>
  withBody(
    `<p>A course.</p>${LECTURE}`,
    async (page) => {
      await ready(page);
      const step = page.locator('descent-lab [data-act="step"]');
      assert.ok(await step.isVisible());
      const colour = await page
        .locator('descent-lab .verdict strong')
        .first()
        .evaluate((element) => getComputedStyle(element).color);
      assert.equal(colour, 'rgb(120, 0, 120)');
      const outside = await page
        .locator('body > p')
        .evaluate((element) => getComputedStyle(element).color);
      assert.equal(outside, 'rgb(255, 0, 0)');
    },
    `${SCRIPT}<style>button, .player { display: none } p { color: red } descent-lab { --lab-run-1: #780078 }</style>`,
  ));

/** Counts how often a core is made; until the page says otherwise, none can be. @param {boolean} works */
const counting = (works) => `<script>
  globalThis.made = 0;
  globalThis.works = ${works};
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    made++;
    if (!works) throw new WebAssembly.CompileError('no room for core.wasm');
    return instantiate(...given);
  };</script>${SCRIPT}`;

test('a lab out of view makes no core and asks for nothing, and begins when it is scrolled to', () =>
  withBody(
    `<div style="height: 4000px"></div>${LECTURE}`,
    async (page) => {
      /** @type {string[]} */
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      const made = () => page.evaluate(() => /** @type {any} */ (globalThis).made);
      await page.waitForFunction(() => customElements.get('descent-lab'));
      await page.waitForTimeout(300);
      assert.equal(await made(), 0);
      const height = await page.locator('descent-lab').evaluate((lab) => lab.clientHeight);
      assert.ok(height > 400, `its place is kept: ${height}`);
      await page.locator('descent-lab').scrollIntoViewIfNeeded();
      await ready(page);
      assert.equal(await made(), 1);
      assert.deepEqual(asked, []);
    },
    counting(true),
  ));

test('a lab speaks the language of the part of the page it stands in', () =>
  withBody(`<section lang="vi">${LECTURE}</section>`, async (page) => {
    await ready(page);
    assert.match(await words(page), /Một bước/);
  }));

test('in a narrow column of a wide page the runs stand below the plot', () =>
  withBody(`<div style="width: 500px">${LECTURE}</div>`, async (page) => {
    await ready(page);
    const [stage, runs] = await Promise.all(
      ['.stage', 'section.runs'].map((part) => page.locator(`descent-lab ${part}`).boundingBox()),
    );
    assert.ok(stage && runs && runs.y > stage.y + stage.height && stage.width > 450);
  }));

test('without its core the lab says so, where it stands and as an event', () =>
  withBody(
    `<script>addEventListener('error', (event) => globalThis.fault = event.detail, true)</script>${LECTURE}`,
    async (page) => {
      await page.locator('descent-lab [role="alert"]').waitFor();
      assert.match(await words(page), /no room for core\.wasm/);
      await page.evaluate(() => {
        const lab = /** @type {Element} */ (document.querySelector('descent-lab'));
        Object.assign(globalThis, { works: true });
        lab.remove();
        document.body.append(lab);
      });
      await page.locator('descent-lab lab-player').waitFor();
      assert.equal(await page.locator('descent-lab [role="alert"]').count(), 0);
      assert.match(
        await page.evaluate(() => String(/** @type {any} */ (globalThis).fault)),
        /core\.wasm/,
      );
    },
    counting(false),
  ));
