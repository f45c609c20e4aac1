// Opens a lab in headless Chromium. Collects the page's console messages, errors and requests, and reads its
// step table as numbers.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../web/serve.js';
import { axeFaults } from './axe.js';
import { usePage } from './chromium.js';

const SMALLEST_TARGET = 24; // px, WCAG 2.2, 2.5.8
const OWN = /^(data|blob|about):/;

const server = await serve();
after(() => server.close());

/** The page's address without a query: over http, and as the file that a double click opens. */
export const addresses = {
  http: server.address,
  file: pathToFileURL('dist/index.html').href,
};

/** @typedef {import('./chromium.js').PageOptions} PageOptions */

const VIEWPORT = { width: 1280, height: 900 };

/**
 * Opens an address, gives it to `use`, and asserts that the page was silent: no console message, no error, no
 * request
 * beyond the page itself, no violation of its content security policy. `use` begins once the lab is whole, or
 * the sentence that says why it is not.
 * @param {string | { address: string, init?: () => void, isFramed?: boolean, context?: PageOptions }} where a
 *   query
 *   ("?x0=9"), or an address: `init` runs in the page before its scripts, `isFramed` puts it into a sandboxed
 *   frame of
 *   another page
 * @param {(lab: Lab) => Promise<void>} use
 */
export function withLab(where, use) {
  const {
    address: asked,
    init,
    isFramed,
    context,
  } = typeof where === 'string' ? { address: addresses.http + where } : where;
  // Without any key the address is that of the front page.
  const address = isFramed || /[?#]/.test(asked) ? asked : `${asked}?lab=descent`;
  return usePage({ viewport: VIEWPORT, isOwn: Boolean(init), ...context }, async (page) => {
    const faults = listen(page, address);
    if (init) await page.addInitScript(init);
    await page.goto(isFramed ? hostOf(address) : address);
    const frame = isFramed ? page.frames()[1] : page.mainFrame();
    await frame.locator('descent-lab, #page p').first().waitFor({ state: 'attached' });
    await frame.evaluate(isWhole);
    await use(new Lab(page, frame, faults));
    assert.deepEqual(faults, []);
  });
}

/** Runs in the page. Resolves when the lab has rendered all its parts, one a task. */
const isWhole = () => /** @type {any} */ (document.querySelector('descent-lab'))?.updateComplete;

/** The address of a file with nothing but the lab in a sandboxed frame. @param {string} address */
function hostOf(address) {
  const path = join(mkdtempSync(join(tmpdir(), 'lab-')), 'host.html');
  const frame = `<iframe sandbox="allow-scripts" width="1000" height="800" src="${address}">`;
  writeFileSync(path, `<!doctype html><title>A course page</title>${frame}</iframe>`);
  return pathToFileURL(path).href;
}

/**
 * Collects the page's console messages, its errors, and requests to other addresses.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 */
function listen(page, address) {
  /** @type {string[]} */
  const faults = [];
  const [own] = address.split(/[?#]/);
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const [url] = request.url().split(/[?#]/);
    const isHost = url.endsWith('/host.html') && request.isNavigationRequest();
    if (!OWN.test(url) && url !== own && !isHost) faults.push(`request: ${url}`);
  });
  return faults;
}

export class Lab {
  /**
   * @param {import('playwright-core').Page} page
   * @param {import('playwright-core').Frame} frame
   * @param {string[]} faults
   */
  constructor(page, frame, faults) {
    this.page = page;
    this.frame = frame;
    this.faults = faults;
  }

  /** @param {string} selector reaches into the lab's shadow root */
  find(selector) {
    return this.frame.locator(selector);
  }

  /** Shows another link, without opening the page anew. @param {string} query without "?" */
  async show(query) {
    await this.frame.evaluate((hash) => {
      history.replaceState(null, '', location.pathname);
      location.replace(hash);
    }, `#${query}`);
    await this.settle();
  }

  /** Presses the first button that does `act`. @param {string} act */
  async press(act, times = 1) {
    for (let i = 0; i < times; i++) await this.find(`[data-act="${act}"]`).first().click();
  }

  /**
   * The text field with that label.
   * @param {string} label
   * @param {number} [run] the run's index; else of the function
   */
  field(label, run) {
    const part = run === undefined ? this.find('.objective') : this.card(run);
    return part.getByLabel(`${label}:`).and(this.find('input[type=text]'));
  }

  /**
   * Types a number as a person does, and leaves the field.
   * @param {string} label
   * @param {string} text
   * @param {number} [run]
   */
  async type(label, text, run) {
    await this.field(label, run).fill(text);
    await this.field(label, run).blur();
  }

  /** A run's card. @param {number} index */
  card(index) {
    return this.find('lab-run').nth(index);
  }

  /** Gives a run another optimizer, through its menu. @param {number} index @param {string} key */
  async chooseOptimizer(index, key) {
    await this.card(index).locator('.choose-optimizers').click();
    await this.card(index).locator(`[data-choice=${key}]`).click();
  }

  /** The accessible label of an element. @param {string} selector */
  async spoken(selector) {
    await this.settle();
    return (await this.find(selector).first().getAttribute('aria-label')) ?? '';
  }

  /**
   * The text of an element, with single spaces.
   * @param {string} selector
   * @param {number} [run] within that run's card
   */
  async words(selector, run) {
    await this.settle();
    const place = run === undefined ? this.find(selector) : this.card(run).locator(selector);
    return ((await place.textContent()) ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Waits until the page has drawn, and until parts that update with a delay (`pace`) have updated. */
  async settle() {
    await this.frame.evaluate(async () => {
      const host = /** @type {any} */ (document.querySelector('descent-lab'));
      await host?.updateComplete; // its lab has been loaded
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const lab = host?.shadowRoot;
      for (const part of /** @type {NodeListOf<any>} */ (lab?.querySelectorAll('*') ?? []))
        if (part.pace) await part.updateComplete;
    });
  }

  /** The address's query and hash, percent signs decoded. @returns {Promise<string>} */
  async link() {
    await this.settle();
    const address = await this.frame.evaluate(() => {
      dispatchEvent(new Event('pagehide')); // the page writes its address at once when it is left
      return location.search + location.hash;
    });
    return decodeURIComponent(address);
  }

  /** The first `rows` rows of the step table on the page, in full precision: { t: [0, 1, …], x: […], … }. */
  async table(rows = Infinity) {
    await this.find('lab-table tbody tr').first().waitFor();
    await this.settle();
    // A table off screen updates with a delay.
    await this.find('lab-table').evaluate((table) => /** @type {any} */ (table).updateComplete);
    const [names, lines] = await this.frame.evaluate(() => {
      const lab = document.querySelector('descent-lab')?.shadowRoot;
      const all = (/** @type {string} */ query) => [...(lab?.querySelectorAll(query) ?? [])];
      return [
        all('lab-table th[data-column]').map((cell) => cell.getAttribute('data-column') ?? ''),
        all('lab-table tbody tr').map((row) =>
          [...row.children].map((cell) => cell.getAttribute('title') ?? cell.textContent ?? ''),
        ),
      ];
    });
    const shown = lines.slice(0, rows);
    return Object.fromEntries(
      ['t', ...names].map((name, column) => [name, shown.map((cells) => Number(cells[column]))]),
    );
  }

  /**
   * Lines of worked math, as they are read out.
   * @param {string} [selector] of the lines
   * @returns {Promise<string[]>}
   */
  async mathLines(selector = '.worked-lines p') {
    await this.settle();
    return this.find(selector).evaluateAll((lines) =>
      lines.map((line) =>
        [...line.querySelectorAll('math')]
          .map((math) => math.getAttribute('alttext')?.trim())
          .join(' '),
      ),
    );
  }

  /** Runs axe on the page as it is now and returns its violations, one a line. @param {'all'|'contrast'} [rules] */
  async axe(rules = 'all') {
    await this.settle();
    return axeFaults(this.frame, rules);
  }

  /**
   * The faults at a width of the window: horizontal overflow, and controls that are too small to hit.
   * @param {number} width @returns {Promise<string[]>}
   */
  async misfits(width) {
    await this.page.setViewportSize({ width, height: 800 });
    await this.table(1);
    return this.frame.evaluate((least) => {
      const lab = document.querySelector('descent-lab')?.shadowRoot;
      const controls = [document, lab].flatMap((root) => [
        ...(root?.querySelectorAll('button, select, input, textarea, [tabindex]') ?? []),
      ]);
      const small = controls.filter((control) => {
        const box = control.getBoundingClientRect();
        return (
          box.width > 0 && !control.closest('label') && Math.min(box.width, box.height) < least
        );
      });
      const wide = document.documentElement.scrollWidth - innerWidth;
      return [
        ...(wide > 0 ? [`${wide} px too wide`] : []),
        ...small.map((control) => `too small: ${control.outerHTML.slice(0, 80)}`),
      ];
    }, SMALLEST_TARGET);
  }

  /** The step that the player shows: 3 for "step 3 of 30". */
  async step() {
    return Number((await this.words('.position')).match(/\d+/)?.[0]);
  }

  /** The x range of the stage. @returns {Promise<[number, number]>} */
  async range() {
    await this.settle();
    const handle = this.find('.start');
    const ends = await Promise.all(
      ['aria-valuemin', 'aria-valuemax'].map((name) => handle.getAttribute(name)),
    );
    return [Number(ends[0]), Number(ends[1])];
  }

  /** The pixel of a place on the stage, in parts of its size. @param {number} across @param {number} down */
  async place(across, down = 0.5) {
    const box = await this.find('lab-curve canvas').boundingBox();
    assert.ok(box);
    return { x: box.x + across * box.width, y: box.y + down * box.height };
  }
}

/**
 * Asserts that numbers agree to the digits a lecture prints.
 * @param {number[]} actual
 * @param {number[]} expected
 * @param {number} within
 */
export function assertNear(actual, expected, within) {
  assert.equal(actual.length, expected.length);
  for (const [i, value] of expected.entries())
    assert.ok(Math.abs(actual[i] - value) <= within, `${actual[i]} is not ${value} (row ${i})`);
}
