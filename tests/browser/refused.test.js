// What a browser, or the page around, may refuse: one sentence in the language of the link explains it.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../../web/serve.js';
import { addresses, withLab } from './browser.js';
import { usePage } from './chromium.js';
import { eventually } from './eventually.js';

const folder = mkdtempSync(join(tmpdir(), 'refused-'));
symlinkSync(resolve('dist'), join(folder, 'lab'));
const site = await serve({ folder: `${folder}/` });
after(() => site.close());

const LANGS = /** @type {const} */ (['en', 'vi']);
const BLOCKED = {
  en: /forbids WebAssembly.*'wasm-unsafe-eval'/,
  vi: /cấm WebAssembly.*'wasm-unsafe-eval'/,
};
const NO_CANVAS = { en: /gives the page no canvas/, vi: /không cấp canvas/ };

test('where a policy forbids WebAssembly, the page says what it must allow', () => {
  const page = readFileSync('dist/index.html', 'utf8');
  const strict = page.replace(" 'wasm-unsafe-eval'", '');
  assert.notEqual(strict, page);
  writeFileSync(join(folder, 'strict.html'), strict);
  return usePage({}, async (page) => {
    for (const lang of LANGS) {
      await page.goto(`${site.address}strict.html?lang=${lang}`);
      const said = () => page.locator('.fatal').textContent();
      await eventually(async () => assert.match(String(await said()), BLOCKED[lang]));
    }
  });
});

test('where a policy forbids WebAssembly, a <descent-lab> and its error event say so', () =>
  usePage({}, async (page) => {
    writeFileSync(
      join(folder, 'course.html'),
      `<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline'">
      <link rel="icon" href="data:,"><body lang="vi"><descent-lab></descent-lab>
      <script>
        const lab = document.querySelector('descent-lab');
        lab.addEventListener('error', ({ detail }) => { window.told = detail; });
      </script>
      <script type="module" src="lab/descent-lab.js"></script>`,
    );
    await page.goto(`${site.address}course.html`);
    const alert = page.locator('descent-lab [role=alert]');
    await eventually(async () => assert.match(String(await alert.textContent()), BLOCKED.vi));
    const told = await page.evaluate(() => {
      const { name, message } = /** @type {any} */ (globalThis).told;
      return { name, message };
    });
    assert.equal(told.name, 'NoWebAssembly');
    assert.match(told.message, /content security policy must allow script-src 'wasm-unsafe-eval'/);
  }));

test('where nothing can be drawn on a canvas, each plot says so, and the numbers are there', async () => {
  const init = () => {
    HTMLCanvasElement.prototype.getContext = () => null;
  };
  for (const lang of LANGS)
    for (const query of ['f=quadratic&x0=70', 'f=bowl&surface=30,40', 'lab=smoothing'])
      await withLab({ address: `${addresses.http}?${query}&lang=${lang}`, init }, async (lab) => {
        const alert = lab.find('.stage [role=alert]').first();
        assert.match(String(await alert.textContent()), NO_CANVAS[lang]);
        assert.equal(await lab.find('.stage canvas').count(), 0);
        assert.ok((await lab.mathLines()).length > 0);
        await lab.press('gallery');
        await lab.find('lab-gallery dialog[open]').waitFor();
      });
});

test('a browser that is too old for the page’s script is told so, in both languages', () =>
  usePage({ isOwn: true }, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'customElements', { value: undefined });
    });
    await page.goto(`${addresses.http}?lab=descent`);
    const said = page.locator('.fatal[role=alert]');
    await said.waitFor();
    assert.match(
      String(await said.textContent()),
      /needs a newer browser\. — .*trình duyệt mới hơn/,
    );
  }));
