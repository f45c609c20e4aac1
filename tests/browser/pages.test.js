// The presets' pages in a browser: the way into the lab with and without scripts, and the posters. Two
// presets stand for all: the pages' text is tested elsewhere, for each.

import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PRESETS } from '../../web/lessons/presets.js';
import { writePages } from '../../web/pages.js';
import { withPage } from './plain-page.js';

const CURVE = 'gd-first-steps';
const PLANE = 'narrow-valley';
const presets = PRESETS.filter(({ key }) => key === CURVE || key === PLANE);

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
after(() => rmSync(folder, { recursive: true }));
const pages = join(folder, 'p');
mkdirSync(join(pages, 'a-preset-of-old'), { recursive: true });
writeFileSync(join(pages, 'a-preset-of-old', 'index.html'), '');
await writePages(pages, { presets });
cpSync('dist/index.html', join(folder, 'index.html'));

/** The file of a page. @param {string} key @param {string} [place] */
const addressOf = (key, place = '') => pathToFileURL(join(pages, key, place, 'index.html')).href;

/** Width and height as a PNG's head says them. @param {Buffer} png */
const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('a page opens the lab with its preset, in its language, and is no stop on the way back', async () => {
  for (const [place, lang, title] of [
    ['', 'en', 'Descent Lab'],
    ['vi', 'vi', 'Descent Lab'],
  ])
    await withPage(addressOf(PLANE, place), async (page) => {
      await page.locator('descent-lab canvas').first().waitFor();
      assert.match(page.url(), /\/index\.html\?.*f=elongated/);
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      assert.match(await page.title(), new RegExp(title));
      assert.equal(await page.locator('descent-lab lab-run').count(), 2);
      assert.equal(await page.locator('.notices').count(), 0);
      assert.equal(await page.evaluate(() => history.length), 2); // about:blank and the lab
    });
});

test('without scripts the page shows its words and poster, and a link that leads to the lab', () =>
  withPage(
    addressOf(CURVE, 'vi'),
    async (page) => {
      assert.equal(await page.locator('h1').textContent(), 'x², những bước đầu tiên');
      const poster = page.locator('img');
      assert.deepEqual(
        await poster.evaluate((/** @type {HTMLImageElement} */ image) => [
          image.naturalWidth,
          image.naturalHeight,
        ]),
        [1200, 630],
      );
      const href = await page.locator('#open').evaluate((/** @type {any} */ link) => link.href);
      assert.ok(existsSync(new URL(href)), href);
      await page.getByText('English').click();
      assert.equal(page.url(), addressOf(CURVE));
      await page.getByText('Tiếng Việt').click();
      assert.equal(page.url(), addressOf(CURVE, 'vi'));
    },
    { javaScriptEnabled: false },
  ));

test('posters are 1200 × 630, their own in each language, and the same bytes when taken again', async () => {
  const again = join(folder, 'again');
  await writePages(again, { presets });
  const seen = new Set();
  for (const { key } of presets)
    for (const place of ['', 'vi']) {
      const png = readFileSync(join(pages, key, place, 'poster.png'));
      assert.deepEqual(sizeOf(png), [1200, 630]);
      assert.ok(png.equals(readFileSync(join(again, key, place, 'poster.png'))), key);
      seen.add(png.toString('base64'));
    }
  assert.equal(seen.size, 4);
});

test('a poster shows the picture of its preset, and its words do not run out of their half', async () => {
  const image = readFileSync(join(pages, PLANE, 'poster.png')).toString('base64');
  await withPage('about:blank', async (page) => {
    await page.setContent(`<img src="data:image/png;base64,${image}">`);
    const { left, right, seam } = await page.evaluate(async () => {
      const poster = /** @type {HTMLImageElement} */ (document.querySelector('img'));
      await poster.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 630 });
      const context = /** @type {CanvasRenderingContext2D} */ (
        canvas.getContext('2d', { willReadFrequently: true })
      );
      context.drawImage(poster, 0, 0);
      const coloursOf = (/** @type {number} */ x, /** @type {number} */ width) => {
        const { data } = context.getImageData(x, 0, width, 630);
        return new Set(new Uint32Array(data.buffer)).size;
      };
      return { left: coloursOf(0, 520), right: coloursOf(560, 640), seam: coloursOf(525, 30) };
    });
    assert.ok(left > 20 && right > 200, `${left}, ${right}`);
    assert.equal(seam, 1);
  });
});

test('a preset that is gone leaves no page behind', () => {
  assert.ok(!existsSync(join(pages, 'a-preset-of-old')));
});
