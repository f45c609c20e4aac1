// Pages of others with <descent-lab> in them, and readers of what the element shows.

import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { serve } from '../../web/serve.js';
import { withPage } from './plain-page.js';

const folder = mkdtempSync(join(tmpdir(), 'tag-'));
symlinkSync(resolve('dist'), join(folder, 'lab'));
const site = await serve({ folder: `${folder}/` });
after(() => site.close());

/** Loads the package. */
export const SCRIPT = '<script type="module" src="lab/descent-lab.js"></script>';
/** The lecture's first experiment. */
export const LECTURE =
  '<descent-lab f="quadratic" x0="70" run="sgd,lr:0.1" steps="4"></descent-lab>';
let pages = 0;

/**
 * Opens a page with that body.
 * @param {string} body @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {string} [head] @param {import('./chromium.js').PageOptions} [options]
 */
export function withBody(body, use, head = SCRIPT, options = {}) {
  const name = `page-${++pages}.html`;
  writeFileSync(
    join(folder, name),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title>
    <link rel="icon" href="data:,">${head}<body>${body}`,
  );
  return withPage(site.address + name, use, options);
}

/** Waits until each lab of the page shows an experiment. @param {import('playwright-core').Page} page */
export async function ready(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('descent-lab')].every((lab) =>
      /** @type {any} */ (lab).shadowRoot?.querySelector('lab-table, lab-player'),
    ),
  );
  // A lab renders its parts one a task.
  await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll('descent-lab')].map(
        (lab) => /** @type {any} */ (lab).updateComplete,
      ),
    ),
  );
}

/**
 * A column of a lab's step table.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {number} [index]
 */
export const column = (page, name, index = 0) =>
  page
    .locator('descent-lab')
    .nth(index)
    .evaluate(async (lab, wanted) => {
      const table = /** @type {any} */ (lab.shadowRoot?.querySelector('lab-table'));
      await table.updateComplete;
      const names = [...table.querySelectorAll('th[data-column]')].map((th) => th.dataset.column);
      const rows = [...table.querySelectorAll('tbody tr')];
      return rows.map((tr) => Number(tr.querySelectorAll('td')[names.indexOf(wanted)].title));
    }, name);

/** The text of a lab. @param {import('playwright-core').Page} page @param {number} [index] */
export const words = (page, index = 0) =>
  page
    .locator('descent-lab')
    .nth(index)
    .evaluate((lab) => String(lab.shadowRoot?.querySelector('.lab, [role="alert"]')?.textContent));

/** The link of what a lab shows. @param {import('playwright-core').Page} page */
export const query = (page) =>
  page.locator('descent-lab').evaluate((lab) => /** @type {any} */ (lab).query);
