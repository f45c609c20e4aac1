// The Chromium of a test file, and its pages, which are reused: a new browser context costs a second of CPU
// time, clearing a page a quarter of a second.

import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { PATIENCE } from './eventually.js';

/**
 * What a page needs: how its context is made, and
 * - `isOwn`: a page that is closed afterwards, for what cannot be undone: scripts that run first, a killed
 * process
 * @typedef {import('playwright-core').BrowserContextOptions & { isOwn?: boolean }} PageOptions
 * @typedef {import('playwright-core').Page} Page
 */

const VIEWPORT = { width: 1280, height: 720 };
/** As a page is when it has not been told otherwise. */
const AS_EVER = {
  media: null,
  colorScheme: null,
  reducedMotion: null,
  forcedColors: null,
  contrast: null,
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
  // A reader's Chrome refuses changes of the address that come too often; so does this one.
  ignoreDefaultArgs: ['--disable-ipc-flooding-protection'],
});
after(() => browser.close());

/**
 * Contexts, by the options they were made with, and the pages in them that are free.
 * @type {Map<string, { context: import('playwright-core').BrowserContext, idle: Page[] }>}
 */
const shelves = new Map();

/** @param {PageOptions} options @returns the shelf of pages that are made so */
async function shelfOf(options) {
  const key = JSON.stringify(options);
  let shelf = shelves.get(key);
  if (!shelf) {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) =>
        console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    context.setDefaultTimeout(PATIENCE);
    shelf = { context, idle: [] };
    shelves.set(key, shelf);
  }
  return shelf;
}

/** Makes a page as good as new: nothing in it, no history, no listeners. @param {Page} page */
async function clear(page) {
  page.removeAllListeners();
  await page.emulateMedia(AS_EVER);
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}

/**
 * Gives `use` an empty page.
 * @param {PageOptions} options
 * @param {(page: Page) => Promise<void>} use
 */
export async function usePage(options, use) {
  const { isOwn, viewport, colorScheme, reducedMotion, ...made } = options;
  const shelf = await shelfOf(made);
  const page = (!isOwn && shelf.idle.pop()) || (await shelf.context.newPage());
  let isFit = false;
  try {
    await page.setViewportSize(viewport ?? VIEWPORT);
    if (colorScheme || reducedMotion) await page.emulateMedia({ colorScheme, reducedMotion });
    await use(page);
    if (!isOwn) await clear(page);
    isFit = !isOwn;
  } finally {
    if (isFit) shelf.idle.push(page);
    else await page.close();
  }
}
