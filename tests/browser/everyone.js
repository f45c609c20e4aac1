// Accessibility checks of a page: axe finds nothing, nothing scrolls sideways, nothing is too small to hit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';

/**
 * @typedef {(lab: import('./browser.js').Lab) => Promise<unknown>} Open what is done on the page before it is
 *   looked at
 */

/**
 * Declares the test that axe finds nothing: in the light English page by all its rules; in the dark
 * Vietnamese one,
 * which differs in words and colours alone, by that of contrast.
 * @param {string} what for the test's name @param {string} query "?…" @param {Open[]} opens looked at after
 *   each
 */
export function testWithAxe(what, query, ...opens) {
  const looks = [
    { dress: 'theme=light&lang=en', rules: /** @type {const} */ ('all') },
    { dress: 'theme=dark&lang=vi', rules: /** @type {const} */ ('contrast') },
  ];
  test(`axe finds nothing in ${what}, light or dark`, async () => {
    for (const { dress, rules } of looks)
      await withLab(`${query}${query.includes('?') ? '&' : '?'}${dress}`, async (lab) => {
        for (const open of opens) {
          await open(lab);
          assert.deepEqual(await lab.axe(rules), [], dress);
        }
      });
  });
}

/**
 * Declares the test that a lab fits windows of all widths, in the longer language.
 * @param {string} what @param {string} query "?…" @param {number[]} [widths] px
 */
export function testWidths(what, query, widths = [320, 360, 768, 1280]) {
  test(`${what} does not scroll sideways at ${widths.join(', ')} px, and every control is large enough to hit`, () =>
    withLab(`${query}&lang=vi`, async (lab) => {
      for (const width of widths) assert.deepEqual(await lab.misfits(width), [], `at ${width} px`);
    }));
}
