// dist/ served by Python's own server, with its media types: what a lecturer does to try a course page.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { withPage } from '../browser/plain-page.js';
import { lacks } from './programs.js';

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const skip = lacks(`${PYTHON} --version`);
const PAGE = `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">
<script type="module" src="dist/descent-lab.js"></script>
<descent-lab x0="70" run="sgd,lr:0.1" t="1"></descent-lab>`;

const folder = mkdtempSync(join(tmpdir(), 'served-'));
const words = ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', folder];
let address = '';
/** @type {import('node:child_process').ChildProcess | undefined} */ let server;

before(async () => {
  if (skip) return;
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'course.html'), PAGE);
  server = spawn(PYTHON, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(/** @type {any} */ (server.stdout), 'data');
  address = `http://127.0.0.1:${String(line).match(/port (\d+)/)?.[1]}`;
});
after(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

test('the page opens silently from Python’s server', { skip }, () =>
  withPage(`${address}/dist/index.html?x0=70&run=sgd,lr:0.1&t=1`, async (page) => {
    await page.locator('.position').waitFor();
    assert.match(String(await page.locator('lab-worked').textContent()), /56/);
  }),
);

test('a course page with the element opens silently from Python’s server', { skip }, () =>
  withPage(`${address}/course.html`, async (page) => {
    await page.locator('.position').waitFor();
    assert.match(String(await page.locator('lab-worked').textContent()), /56/);
  }),
);
