// Empty projects in temporary folders, with the packed package installed as from the registry, and pages
// opened in them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

const MINUTE = 60_000;
const root = mkdtempSync(join(tmpdir(), 'descent-lab-integrations-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
after(async () => {
  await browser.close();
  rmSync(root, { recursive: true });
});

/**
 * Runs a program to its end.
 * @param {string} cwd @param {string} program @param {string[]} words @param {Record<string, string>} [env]
 * @returns {string} what it printed
 * @throws {Error} with all that it said, when it fails
 */
export function run(cwd, program, words, env = {}) {
  try {
    return execFileSync(program, words, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 10 * MINUTE,
      maxBuffer: 1e8,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
  } catch (error) {
    const { stdout, stderr, message } = /** @type {any} */ (error);
    throw new Error(`${message}\n${stdout}\n${stderr}`);
  }
}

/**
 * A new folder with these files.
 * @param {string} name
 * @param {Record<string, string>} files text by path
 * @returns {string} its path
 */
export function folder(name, files = {}) {
  const path = mkdtempSync(join(root, `${name}-`));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

/** The package as `npm publish` would send it. @type {string} */
export const tarball = join(
  root,
  JSON.parse(run('.', 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', root]))[0]
    .filename,
);

/**
 * A project that has the package and its tools installed.
 * @param {string} name @param {string[]} tools packages of the registry, with versions @param {Record<string,
 *   string>} files
 * @param {object} [more] what else its package.json says
 */
export function project(name, tools, files, more = {}) {
  const manifest = { name, private: true, type: 'module', ...more };
  const path = folder(name, { 'package.json': JSON.stringify(manifest), ...files });
  run(path, 'npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', tarball, ...tools]);
  return path;
}

/**
 * Opens a page that must be silent: nothing on the console, no failed request, and nothing asked of another
 * host.
 * @param {string} address @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {RegExp} [mayBeSaid] what of the console does not count
 */
export async function withPage(address, use, mayBeSaid = /^$/) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(2 * MINUTE);
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => {
    if (!mayBeSaid.test(message.text())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !/^(localhost|127\.0\.0\.1)$/.test(hostname))
      faults.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  try {
    await page.goto(address);
    await use(page);
    assert.deepEqual(faults, []);
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n${faults.join('\n')}`);
  } finally {
    await page.close();
  }
}
