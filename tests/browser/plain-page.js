// A page that is not a lab and must write nothing to the console.

import assert from 'node:assert/strict';
import { usePage } from './chromium.js';

/** @typedef {import('./chromium.js').PageOptions} PageOptions */

/**
 * Opens an address, gives its page to `use`, and asserts that nothing was said on the console.
 * @param {string} address
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {PageOptions} [options]
 */
export const withPage = (address, use, options = {}) =>
  usePage(options, async (page) => {
    /** @type {string[]} */
    const faults = [];
    page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    await page.goto(address);
    await use(page);
    assert.deepEqual(faults, []);
  });
