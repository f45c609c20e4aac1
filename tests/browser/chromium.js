// The Chromium of a lane of tests, and its pages, which are reused: a new browser context costs a second of CPU
// time, clearing a page a tenth.

import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { PATIENCE } from './eventually.js';

/**
 * The options of a page's context, and
 * - `isOwn`: the page is closed after the test, because the test does what cannot be undone: it adds scripts
 *   that run first, or kills the process
 * @typedef {import('playwright-core').BrowserContextOptions & { isOwn?: boolean }} PageOptions
 * @typedef {import('playwright-core').Page} Page
 */

const VIEWPORT = { width: 1280, height: 720 };
/** The media features that a page is not told to emulate. */
const AS_EVER = {
  media: null,
  colorScheme: null,
  reducedMotion: null,
  forcedColors: null,
  contrast: null,
};

/**
 * Parts of Chromium that are switched off. The first two are pages of its own that every window loads, hidden, for the
 * list under the address: a fifth of a new context's cost. The others are what Playwright switches off, as far as it
 * concerns a page: Chromium heeds the last list only.
 */
const OFF = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'PreconnectToSearch', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
  ...['MediaRouter', 'LensOverlay', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'DestroyProfileOnBrowserClose'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'AvoidCorsURLLoaderRestartOnRedirect'],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--disable-features=${OFF}`,
  ],
  // With it, Chromium would accept any number of changes of the address; a reader's Chrome refuses too many.
  ignoreDefaultArgs: ['--disable-ipc-flooding-protection'],
});
after(() => browser.close());

/**
 * Contexts and their free pages, by the options that the contexts were made with.
 * @type {Map<string, { context: import('playwright-core').BrowserContext, idle: Page[] }>}
 */
const shelves = new Map();

/** @param {PageOptions} options @returns the context with these options, and its free pages */
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

/**
 * The sessions that tests have begun with the tools of a page.
 * @type {WeakMap<Page, import('playwright-core').CDPSession[]>}
 */
const sessions = new WeakMap();

/**
 * The browser's own tools for a page, until the test ends: what they switch on would slow down the tests after it.
 * @param {Page} page
 */
export async function toolsOf(page) {
  const session = await page.context().newCDPSession(page);
  sessions.set(page, [...(sessions.get(page) ?? []), session]);
  return session;
}

/**
 * Makes a page as good as new: nothing in it, no history, no listeners, no tools, and the pointer outside of it: where
 * it lies, the next page would answer it.
 * @param {Page} page
 */
async function clear(page) {
  page.removeAllListeners();
  await page.emulateMedia(AS_EVER);
  await page.mouse.move(-1, -1);
  await page.goto('about:blank');
  const tools = await toolsOf(page);
  await tools.send('Page.resetNavigationHistory');
  for (const session of sessions.get(page) ?? []) await session.detach();
  sessions.delete(page);
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
