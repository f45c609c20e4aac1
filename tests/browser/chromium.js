// The browser of a test file: one headless Chromium, whichever kinds of page the file opens in it.

import { after } from 'node:test';
import { chromium } from 'playwright-core';

export const browser = await chromium.launch({
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
