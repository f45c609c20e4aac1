// Accessibility checks of a page: axe finds nothing, nothing scrolls sideways, nothing is too small to hit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLab } from './browser.js';
import { eventually } from './eventually.js';

/**
 * @typedef {(lab: import('./browser.js').Lab) => Promise<unknown>} Open what is done on the page before it is
 *   looked at
 */

/** The themes and axe's rules for them. The dark theme differs in colours alone, so contrast is enough there. */
const LOOKS = /** @type {const} */ ([
  ['light', 'all'],
  ['dark', 'contrast'],
]);

/**
 * Declares the test that axe finds no violation in the light and the dark theme.
 * @param {string} what for the test's name @param {string} query "?…" @param {Open[]} opens looked at after
 *   each
 */
export function testWithAxe(what, query, ...opens) {
  test(`axe finds nothing in ${what}, light or dark`, () =>
    withLab(query, async (lab) => {
      for (const open of opens) {
        await open(lab);
        for (const [colorScheme, rules] of LOOKS) {
          await lab.page.emulateMedia({ colorScheme });
          await lab.find(`descent-lab[data-theme=${colorScheme}]`).waitFor();
          // axe reads colours over many frames; if the page is drawn meanwhile, it may see both themes.
          await eventually(async () => assert.deepEqual(await lab.axe(rules), [], colorScheme));
        }
        await lab.page.emulateMedia({ colorScheme: 'light' });
      }
    }));
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
