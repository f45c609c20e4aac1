// A page that must be silent. For pages that are not a lab.

import assert from 'node:assert/strict';
import { browser } from './chromium.js';
import { PATIENCE } from './eventually.js';

/** @typedef {import('playwright-core').BrowserContextOptions} ContextOptions */

const VIEWPORT = { width: 1280, height: 720 };
/** One page serves all that ask for no more than a size: a new one takes longer to start than the rest of a test. */
const plain = await openPage({});

/** @param {ContextOptions} options */
async function openPage(options) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: VIEWPORT, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/**
 * Opens an address, gives its page to `use`, and asserts that nothing was said on the console.
 * @param {string} address
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {ContextOptions} [options] more than a viewport: a browser context of its own, {} among it
 */
export async function withPage(address, use, options = { viewport: VIEWPORT }) {
  const { viewport, ...more } = options;
  const isPlain = viewport !== undefined && Object.keys(more).length === 0;
  const page = isPlain ? plain : await openPage(options);
  if (isPlain && viewport) await page.setViewportSize(viewport);
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  try {
    await page.goto(address);
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    page.removeAllListeners();
    if (isPlain) await page.goto('about:blank');
    else await page.context().close();
  }
}
