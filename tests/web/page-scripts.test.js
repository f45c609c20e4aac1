// A script in pieces does what its modules do: what is imported later is read and run later, once.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { alike, parted, pieces } from '../../web/page-scripts.js';
import { packed, unpacked } from '../../web/pieces.js';

const MODULES = {
  'page.js': `import { add, said } from './shared.js';
    export const log = said;
    said.push('page');
    export const open = async (n) => (await import('./dialog.js')).twice(add(n, 1));
    export { add as plus } from './shared.js';`,
  'dialog.js': `import { add, said } from './shared.js';
    import './effect.js';
    said.push('dialog');
    export function twice(n) { return add(n, n); }`,
  'effect.js': "import { said } from './shared.js'; said.push('effect');",
  'shared.js': 'export const said = []; export const add = (a, b) => a + b;',
};

/** The pieces of the modules above, made by esbuild as the page's are. */
async function piecesOfModules() {
  const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  for (const [name, text] of Object.entries(MODULES)) writeFileSync(join(folder, name), text);
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'page.js')],
    ...{ bundle: true, minify: true, splitting: true, format: 'esm', write: false },
    outdir: folder,
  });
  rmSync(folder, { recursive: true });
  return pieces(outputFiles);
}

/** What is required first. @type {string} */
const FIRST = './page.js';

test('pieces import from each other, and run once, what is imported later when it is asked for', async () => {
  const all = await piecesOfModules();
  assert.ok(all.length >= 3, 'page, dialog and what they share');
  const ran = new Map();
  const require = (/** @type {string} */ name) => {
    if (!ran.has(name)) {
      const { text, needs } = all.find((piece) => piece.name === name) ?? assert.fail(name);
      for (const need of needs)
        assert.ok(
          all.some((piece) => piece.name === need),
          need,
        );
      const later = async (/** @type {string} */ other) => require(other);
      ran.set(name, new Function('require', 'later', text)(require, later));
    }
    return ran.get(name);
  };
  const page = require(FIRST);
  assert.deepEqual(page.log, ['page']);
  assert.equal(page.plus(1, 2), 3);
  assert.equal(await page.open(20), 42);
  assert.equal(await page.open(1), 4);
  assert.deepEqual(page.log, ['page', 'effect', 'dialog']);
});

test('what a page needs first is set apart with all that it needs, and nothing is lost', async () => {
  const all = await piecesOfModules();
  const [first, others] = parted(all, [FIRST]);
  const names = first.map(({ name }) => name);
  assert.ok(names.includes(FIRST));
  for (const { needs } of first) for (const need of needs) assert.ok(names.includes(need), need);
  assert.ok(others.some(({ text }) => text.includes('twice')));
  assert.deepEqual(new Set([...first, ...others]), new Set(all));
  assert.deepEqual(parted(all, []), [[], all]);
});

test('pieces come out of one text as they went in', async () => {
  const all = await piecesOfModules();
  assert.deepEqual(unpacked(packed(all)), all);
  assert.deepEqual(unpacked(packed([])), []);
});

test('pieces that are alike follow each other, and none is lost', () => {
  const [one, other] = ['abc', 'xyz'].map((letters) =>
    Array.from({ length: 400 }, (_, i) => letters[(i * i) % 3] + ((i * 7919) % 997)).join(''),
  );
  const texts = {
    large: one + one.toUpperCase(),
    b1: other,
    a1: `${one}1`,
    b2: `${other}2`,
    a2: `${one}3`,
  };
  const all = Object.entries(texts).map(([name, text]) => ({ name, needs: [], text }));
  const order = alike(all).map(({ name }) => name);
  assert.deepEqual([...order].sort(), Object.keys(texts).sort());
  assert.equal(order[0], 'large');
  assert.match(order.join(' '), /^large a\d a\d b\d b\d$/);
  assert.deepEqual(alike([]), []);
});
