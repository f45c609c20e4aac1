// The package's core in workers of a browser gives the digits of Node, under any policy of the page, and
// after its workers die.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../web/serve.js';
import { core } from '../web/core.js';
import { randomSpec } from '../web/random-spec.js';
import { withPage } from './plain-page.js';

const folder = mkdtempSync(join(tmpdir(), 'remote-'));
symlinkSync(resolve('dist'), join(folder, 'lab'));
const site = await serve({ folder: `${folder}/` });
after(() => site.close());

/** Some tenths of a second. */
const LONG = {
  objective: {
    formula: Array.from({ length: 12 }, (_, i) => `sin(0.${i + 1}*x)*exp(-x^2/${i + 9})`).join('+'),
  },
  start: [2],
  optimizer: { rule: 'v = 0.9*v + g; x = x - lr*v', hypers: { lr: 0.01 } },
  steps: 60_000,
};
const SPECS = [LONG, ...Array.from({ length: 12 }, (_, i) => randomSpec(core.catalog, i + 100))];

/** All digits of a run's columns, or its error. @param {any} asked */
function here(asked) {
  try {
    const { columns } = core.run(asked);
    return Object.values(columns).map((column) => [...column.subarray(-3)].map(String));
  } catch (error) {
    return String(error);
  }
}

let pages = 0;

/**
 * A page that loads the core into workers; `before` is done before that.
 * @param {{ before?: string, policy?: string }} [how]
 */
function writePage({ before = '', policy = '' } = {}) {
  const name = `page-${++pages}.html`;
  const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : '';
  writeFileSync(
    join(folder, name),
    `<!doctype html><meta charset="utf-8">${meta}<link rel="icon" href="data:,"><script>${before}</script>
    <script type="module">
    import { loadRemoteCore } from '${site.address}lab/remote.js';
    window.remote = await loadRemoteCore({ wasm: '${site.address}lab/core.wasm' });
    window.digitsOf = async (spec, options) => {
      try {
        const { columns } = await window.remote.run(spec, options);
        return Object.values(columns).map((column) => [...column.subarray(-3)].map(String));
      } catch (error) {
        return String(error);
      }
    };</script>`,
  );
  return name;
}

/** What a page's core answers. @param {{ evaluate: Function, waitForFunction: Function }} frame */
async function answersOf(frame) {
  await frame.waitForFunction('window.digitsOf');
  return frame.evaluate(async (/** @type {any[]} */ specs) => {
    const page = /** @type {any} */ (window);
    const calls = specs.map((spec) => page.digitsOf(spec));
    return { runsIn: page.remote.runsIn, digits: await Promise.all(calls) };
  }, SPECS);
}

const right = SPECS.map(here);

test('in workers, runs have the digits they have in Node', () =>
  withPage(site.address + writePage(), async (page) => {
    assert.deepEqual(await answersOf(page), { runsIn: 'workers', digits: right });
  }));

const REFUSALS = {
  'a page whose policy forbids workers': { policy: "worker-src 'none'" },
  'a page without workers': { before: 'delete window.Worker' },
  'a page where workers throw': {
    before: 'window.Worker = class { constructor() { throw new Error("refused"); } }',
  },
};

for (const [where, how] of Object.entries(REFUSALS))
  test(`in ${where} it goes on in slices, with the same digits`, () =>
    withPage(site.address + writePage(how), async (page) => {
      if ('policy' in how) page.removeAllListeners('console'); // the browser tells of what it forbids
      assert.deepEqual(await answersOf(page), { runsIn: 'slices', digits: right });
    }));

test('in slices the page is never kept for long', () =>
  withPage(site.address + writePage({ before: 'delete window.Worker' }), async (page) => {
    await page.waitForFunction('window.digitsOf');
    const slices = await page.evaluate(async (spec) => {
      const work = /** @type {any} */ (window).digitsOf(spec);
      let turns = 0;
      let isDone = false;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        turns++;
        if (!isDone) port2.postMessage(0);
      };
      port2.postMessage(0);
      await work;
      isDone = true;
      return turns;
    }, LONG);
    assert.ok(slices > 10, `${slices} turns`);
  }));

test('in a sandboxed frame it has workers', () => {
  const name = writePage();
  writeFileSync(
    join(folder, 'host.html'),
    `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${name}"></iframe>`,
  );
  return withPage(`${site.address}host.html`, async (page) => {
    assert.deepEqual(await answersOf(page.frames()[1]), { runsIn: 'workers', digits: right });
  });
});

test('a worker that dies without a word is replaced, and what it did is done again', () => {
  const before = `window.workers = [];
    window.Worker = class extends Worker { constructor(url) { super(url); window.workers.push(this); } }`;
  return withPage(site.address + writePage({ before }), async (page) => {
    await page.waitForFunction('window.digitsOf');
    const digits = await page.evaluate((spec) => {
      const { workers, digitsOf } = /** @type {any} */ (window);
      return digitsOf(spec, { onPartial: () => workers[0].terminate() });
    }, LONG);
    assert.deepEqual(digits, right[0]);
    assert.equal(await page.evaluate('window.workers.length'), 2);
  });
});

test('a newer call of a channel ends the older', () =>
  withPage(site.address + writePage(), async (page) => {
    await page.waitForFunction('window.digitsOf');
    const answers = await page.evaluate((spec) => {
      const { digitsOf } = /** @type {any} */ (window);
      const calls = Array.from({ length: 8 }, (_, i) =>
        digitsOf({ ...spec, start: [i] }, { channel: 'drag' }),
      );
      return Promise.all(calls);
    }, LONG);
    assert.deepEqual(answers.pop(), here({ ...LONG, start: [7] }));
    for (const answer of answers) assert.match(answer, /^AbortError/);
  }));

const firefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const skip = existsSync(firefox) ? false : `${firefox} is not installed`;

test('Firefox: in workers, and in slices, runs have the digits they have in Node', {
  skip,
}, async () => {
  const browser = await puppeteer.launch({
    ...{ browser: 'firefox', executablePath: firefox, headless: true },
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.address + writePage());
    assert.deepEqual(await answersOf(page), { runsIn: 'workers', digits: right });
    await page.goto(site.address + writePage(REFUSALS['a page whose policy forbids workers']));
    assert.deepEqual(await answersOf(page), { runsIn: 'slices', digits: right });
  } finally {
    await browser.close();
  }
});
