// Takes the screenshots of posters in headless Chromium.

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { bundleScript, bundleStyles } from './one-file.js';
import { POSTER } from './preset-page.js';

const FLAGS = ['--no-sandbox', '--disable-background-networking', '--hide-scrollbars'];

/**
 * @typedef {{ query: string, title: string, lang: string }} Preset in one language
 * @typedef {typeof globalThis & { poster: typeof import('./poster-page.js').poster }} Photographed
 */

/**
 * Opens a browser for posters.
 * @param {string} [wasm] the built core
 * @returns {Promise<{ take: (preset: Preset) => Promise<Uint8Array>, close: () => Promise<void> }>} take: a
 *   PNG
 */
export async function openPosters(wasm = 'build/core.wasm') {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const viewport = { width: POSTER.width, height: POSTER.height };
  const page = await browser.newPage({ viewport, colorScheme: 'light' });
  const styles = await bundleStyles('web/pages/poster.css');
  const script = await bundleScript('web/pages/poster-page.js');
  await page.setContent(
    `<!doctype html><style>${styles}</style><div id="poster"></div><script>${script}</script>`,
  );
  await page.evaluate(
    ([base64]) => /** @type {Photographed} */ (globalThis).poster.load(base64),
    [readFileSync(wasm).toString('base64')],
  );
  return {
    async take(preset) {
      await page.evaluate(
        (each) => /** @type {Photographed} */ (globalThis).poster.show(each),
        preset,
      );
      return page.screenshot();
    },
    close: () => browser.close(),
  };
}
