// Makes dist/: the whole app as one HTML file, the library, and the notebook widget. Reads build/core.wasm.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** @satisfies {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: /** @type {const} */ ('none'),
  external: ['node:fs/promises'], // reached in Node only
  loader: /** @type {const} */ ({ '.css': 'text' }),
  plugins: [
    {
      // esbuild knows no `with { type: 'text' }`; the loader above does its work.
      name: 'text-imports',
      setup(/** @type {import('esbuild').PluginBuild} */ setup) {
        setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
          const text = await bundle({
            entryPoints: [path],
            minify: true,
            bundle: true,
          });
          return { contents: text.trim(), loader: 'text' };
        });
      },
    },
  ],
};

/** Bundles and returns the text of the result. @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const { outputFiles } = await build({ ...options, write: false });
  return /** @type {import('esbuild').OutputFile[]} */ (outputFiles)[0].text;
}

/** Text that may stand inside an inline script. @param {string} code */
const inline = (code) => code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

/** Puts `text` where `mark` stands. A missing mark is an error. @param {string} page @param {string} mark @param {string} text */
function fill(page, mark, text) {
  if (!page.includes(mark)) throw new Error(`web/index.html has no ${mark}`);
  return page.split(mark).join(text);
}

const wasm = readFileSync('build/core.wasm');
const app = await bundle({
  ...shared,
  entryPoints: ['web/page.js'],
  format: 'iife',
  define: { 'import.meta.url': '""' },
});
const sheet = await bundle({
  entryPoints: ['web/styles/page.css'],
  bundle: true,
  minify: true,
});
/** @satisfies {import('esbuild').BuildOptions} */
const module = { ...shared, format: /** @type {const} */ ('esm') };
const library = await bundle({ ...module, entryPoints: ['web/library.js'] });
const widget = await bundle({
  ...module,
  entryPoints: ['web/widget.js'],
  define: { 'globalThis.CORE_WASM': JSON.stringify(wasm.toString('base64')) },
});

let page = readFileSync('web/index.html', 'utf8').replace(/\n\s+/g, '\n');
page = fill(page, '/* styles */', sheet.trim());
page = fill(page, 'id="core-wasm"></script>', `id="core-wasm">${wasm.toString('base64')}</script>`);
page = fill(page, '<script></script>', `<script>${inline(app.trim())}</script>`);

mkdirSync('dist', { recursive: true });
writeFileSync('dist/index.html', page);
writeFileSync('dist/descent-lab.js', library);
writeFileSync('dist/widget.mjs', widget);
copyFileSync('build/core.wasm', 'dist/core.wasm');
