// The gallery: every example is a link with a picture and opens without a console message.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { GROUPS, PRESETS } from '../../web/lessons/presets.js';
import { addresses, withLab } from './browser.js';
import { testWithAxe } from './everyone.js';

const CARD = '.gallery a.preset';
const exercise = JSON.parse(readFileSync('tests/golden/course_exercise.json', 'utf8')).cases;

/** @param {string} key */
const card = (key) => `${CARD}[data-preset="${key}"]`;

/** @param {import('./browser.js').Lab} lab */
async function openGallery(lab) {
  await lab.press('gallery');
  await lab.find(CARD).first().waitFor();
}

/** How many colours the pictures that are in view have. @param {import('./browser.js').Lab} lab */
const coloursInView = (lab) =>
  lab.find(`${CARD} canvas`).evaluateAll((canvases) =>
    canvases
      .filter((canvas) => canvas.getBoundingClientRect().bottom < innerHeight)
      .map((canvas) => {
        const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
        const context = /** @type {HTMLCanvasElement} */ (canvas).getContext('2d');
        const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        return new Set(new Uint32Array(data.buffer)).size;
      }),
  );

test('nothing is drawn before the gallery is opened; then every picture in view is', () =>
  withLab('', async (lab) => {
    assert.equal(await lab.find('.gallery canvas').count(), 0);
    await openGallery(lab);
    assert.equal(await lab.find(CARD).count(), PRESETS.length);
    await lab.settle();
    const colours = await coloursInView(lab);
    assert.ok(colours.length >= 3);
    assert.ok(
      colours.every((count) => count > 10),
      `${colours}`,
    );
  }));

test('by keyboard: a topic, its first example, the lab; the step keys then walk its steps', () =>
  withLab('', async (lab) => {
    const { keyboard } = lab.page;
    await lab.page.emulateMedia({ reducedMotion: 'reduce' }); // else the example walks at once
    await lab.find('[data-act=gallery]').focus();
    await keyboard.press('Enter');
    await lab.find(CARD).first().waitFor();
    await lab.find('.gallery nav button').nth(6).focus();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    assert.equal(await lab.find(CARD).count(), 0);
    assert.match(await lab.link(), /^\?lab=descent&x0=90&run=momentum&steps=100&v=1$/);
    await keyboard.press('ArrowRight');
    assert.equal(await lab.step(), 1);
  }));

test('Escape closes it, the experiment stays and the focus goes back', () =>
  withLab('?x0=9', async (lab) => {
    await lab.find('[data-act=gallery]').focus();
    await lab.page.keyboard.press('Enter');
    await lab.find(CARD).first().waitFor();
    await lab.page.keyboard.press('Escape');
    await lab.find(CARD).first().waitFor({ state: 'detached' });
    assert.match(await lab.link(), /x0=9/);
    assert.equal(
      await lab.frame.evaluate(() => document.activeElement?.getAttribute('data-act')),
      'gallery',
    );
  }));

test('an example keeps the page’s language and theme, and its link does too', () =>
  withLab('?lang=vi&theme=dark', async (lab) => {
    await lab.page.emulateMedia({ reducedMotion: 'reduce' });
    await openGallery(lab);
    assert.match(await lab.words('.gallery h2'), /Ví dụ/);
    const address = await lab.find(card('too-steep')).getAttribute('href');
    await lab.find(card('too-steep')).click();
    assert.equal(await lab.link(), address);
    assert.match(await lab.link(), /f=quadratic,a:20&x0=2&view=-60,60&lang=vi&theme=dark/);
    assert.deepEqual((await lab.table(4)).x, [2, -6, 18, -54]);
  }));

test('an example is seen from its top: the header stays, wherever the page was scrolled to', () =>
  withLab('', async (lab) => {
    await lab.page.setViewportSize({ width: 1280, height: 500 });
    for (const from of [0, 300]) {
      await openGallery(lab);
      await lab.frame.evaluate((y) => scrollTo(0, y), from);
      await lab.find(card('too-steep')).click();
      await lab.settle();
      assert.equal(await lab.frame.evaluate(() => scrollY), 0);
    }
    assert.match(
      await lab.frame.evaluate(() => String(document.activeElement?.localName)),
      /descent-lab/,
    );
  }));

test('the exercise’s step table is the homework’s, for each of the four optimizers', () =>
  withLab('', async (lab) => {
    await openGallery(lab);
    await lab.find(card('course-exercise')).click();
    for (const [i, { columns }] of exercise.entries()) {
      await lab.find('lab-run .mark').nth(i).click();
      const table = await lab.table();
      assert.equal(table.x.length, 31);
      for (const axis of ['x', 'y'])
        for (const [t, value] of columns[axis].entries())
          assert.ok(Math.abs(table[axis][t] - value) <= 1e-6, `run ${i}, ${axis}[${t}]`);
    }
  }));

test('every example is a card whose address is its link', () =>
  withLab('', async (lab) => {
    await openGallery(lab);
    const links = await lab
      .find(CARD)
      .evaluateAll((cards) =>
        cards.map((each) => [each.getAttribute('data-preset'), each.getAttribute('href')]),
      );
    assert.deepEqual(
      links.map(([key, href]) => [key, decodeURIComponent(String(href))]).sort(),
      PRESETS.map(({ key, query }) => [key, decodeURIComponent(`?${query}`)]).sort(),
    );
  }));

for (const { key, title } of GROUPS)
  test(`every example of “${title.en}” opens silently, with no notice, and comes back as its link`, () =>
    withLab('', async (lab) => {
      for (const { query } of PRESETS.filter(({ group }) => group === key)) {
        await lab.show(query);
        const shown = await lab
          .find('descent-lab')
          .evaluate((tag) => /** @type {any} */ (tag).query);
        assert.deepEqual([shown, await lab.find('.notices').count()], [query, 0]);
        assert.deepEqual(lab.faults, [], query);
      }
    }));

test('as a file, in a sandboxed frame', () =>
  withLab({ address: addresses.file, isFramed: true }, async (lab) => {
    await openGallery(lab);
    await lab.find(card('gd-plane')).click();
    await lab.find('lab-plane canvas').waitFor();
    assert.deepEqual((await lab.table(2)).y, [9, 7.2]);
  }));

testWithAxe('the gallery', '', openGallery);

test('nothing of the gallery scrolls sideways, and at 360 px axe finds nothing', () =>
  withLab('?lang=vi', async (lab) => {
    await openGallery(lab);
    for (const width of [1280, 360]) {
      await lab.page.setViewportSize({ width, height: 800 });
      await lab.settle();
      const needed = await lab.frame.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(needed <= width, `${needed} > ${width}`);
    }
    assert.deepEqual(await lab.axe(), []);
  }));
