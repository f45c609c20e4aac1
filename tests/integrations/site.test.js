// The site on a static host: every address works, nothing is loaded from other sites, and a reload works
// without the network.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PRESETS } from '../../web/lessons/presets.js';
import { serve } from '../../web/serve.js';
import { usePage } from '../browser/chromium.js';
import { eventually } from '../browser/eventually.js';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const site = await serve({ folder: `${folder}/` });
after(() => {
  site.close();
  rmSync(folder, { recursive: true });
});
before(() => execFileSync('node', ['web/site.js', site.address, folder], { stdio: 'inherit' }));

/** All addresses that a text leads to, as they stand in it. @param {string} text */
function addressesIn(text) {
  const attributes = [...text.matchAll(/<[a-z][^>]*? (?:href|src)="([^"]*)"/g)];
  const cards = [
    ...text.matchAll(/<meta (?:property|name)="(?:og|twitter):(?:image|url)" content="([^"]*)"/g),
  ];
  const places = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)];
  return [...attributes, ...cards, ...places].map(([, address]) =>
    address.replaceAll('&amp;', '&'),
  );
}

/**
 * The whole address of a page that reads of another, without what is no file.
 * @param {string} address
 * @param {string} from
 */
function resolved(address, from) {
  const url = new URL(address, from);
  url.search = '';
  url.hash = '';
  return url.href;
}

test('from the front page, the map and the page for nothing, every address leads to a file of the site', async () => {
  const waiting = ['', '404.html', 'sitemap.xml', 'robots.txt'].map((path) => site.address + path);
  /** @type {Set<string>} */
  const seen = new Set(waiting);
  for (let from = waiting.shift(); from; from = waiting.shift()) {
    const response = await fetch(from);
    assert.equal(response.status, 200, from);
    if (!/html|xml/.test(response.headers.get('content-type') ?? '')) continue;
    // The scripts and the wasm inside the lab's page are no markup.
    const text = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, '');
    for (const address of addressesIn(text)) {
      if (/^(data:|#)/.test(address)) continue;
      const next = resolved(address, from);
      assert.ok(next.startsWith(site.address), `${from} leads elsewhere: ${address}`);
      if (!seen.has(next)) waiting.push(next);
      seen.add(next);
    }
  }
  for (const { key } of PRESETS)
    for (const page of [`p/${key}/`, `p/${key}/vi/`, `p/${key}/poster.png`])
      assert.ok(seen.has(site.address + page), `nothing leads to ${page}`);
});

test('the folder of the version holds the strict page and the package, the same bytes as the build', () => {
  assert.deepEqual(readdirSync(join(folder, 'v1')).sort(), [
    'THIRD-PARTY.txt',
    ...[
      'check.js',
      'core-inline.js',
      'core.js',
      'core.wasm',
      'descent-lab.js',
      'index.html',
      'remote.js',
      'widget.mjs',
    ],
  ]);
  for (const file of readdirSync(join(folder, 'v1')))
    assert.ok(
      readFileSync(join(folder, 'v1', file)).equals(readFileSync(join('dist', file))),
      file,
    );
});

test('every text names the address the site is served at, and no other', () => {
  for (const file of [
    'index.html',
    '404.html',
    'p/index.html',
    'about/index.html',
    'sitemap.xml',
    'robots.txt',
  ])
    assert.ok(readFileSync(join(folder, file), 'utf8').includes(site.address), file);
  assert.ok(existsSync(join(folder, 'sw.js')));
});

test('visited once, the lab opens without the network, from another link too', async () => {
  const once = await serve({ folder: `${folder}/` });
  let isClosed = false;
  after(() => isClosed || once.close());
  await usePage({ isOwn: true }, async (page) => {
    /** @type {string[]} */
    const faults = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${once.address}?f=quadratic&x0=70`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await eventually(async () =>
      assert.ok(
        await page.evaluate(() =>
          caches.match(new URL('./', location.href).href.replace(/\?.*/, '')),
        ),
      ),
    );
    await page.context().setOffline(true);
    await page.goto(`${once.address}?f=bowl&x0=3,4&run=adam`);
    await page.locator('descent-lab lab-run').first().waitFor();
    assert.equal(await page.locator('descent-lab lab-plane').count(), 1);
    await page.reload();
    await page.locator('descent-lab lab-plane').waitFor();
    assert.deepEqual(faults, []);
  });
  isClosed = true;
  once.close();
});
