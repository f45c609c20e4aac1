// Makes dist/: the whole app as one HTML file, the package's modules, the notebook widget, and the notices of
// what of it others wrote. Reads build/core.wasm.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { packagesOf, thirdParty, withNotices } from './pages/third-party.js';

/** @typedef {import('esbuild').BuildOptions} BuildOptions @typedef {import('esbuild').Plugin} Plugin */

const wasm = readFileSync('build/core.wasm');
/** The folders of all packages that are in dist/. @type {Set<string>} */
const used = new Set();

/** esbuild knows no `with { type: 'text' }`; a loader does its work. @type {Plugin} */
const textImports = {
  name: 'text-imports',
  setup(setup) {
    setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { text } = await bundle({ entryPoints: [path] });
      return { contents: text, loader: 'text' };
    });
  },
};

/** Puts core.wasm into the file itself. @type {Plugin} */
const wasmInside = {
  name: 'wasm-inside',
  setup(setup) {
    const path = fileURLToPath(new URL('core/own-wasm-inline.js', import.meta.url));
    setup.onResolve({ filter: /\/own-wasm\.js$/ }, () => ({ path }));
  },
};

/** Puts the script of the core's workers into the file itself. @type {Plugin} */
const workerInside = {
  name: 'worker-inside',
  setup(setup) {
    setup.onLoad({ filter: /\/own-worker\.js$/ }, async () => ({
      contents: `export const SCRIPT = ${JSON.stringify(await worker)}; export const FILE = undefined;`,
    }));
  },
};

/**
 * Bundles, and notes whose work is in the result.
 * @param {BuildOptions} options
 * @returns {Promise<{ text: string, packages: string[] }>}
 */
async function bundle(options) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    loader: { '.woff2': 'base64' },
    target: 'es2022',
    legalComments: 'none', // the notices hold them, whole
    ...options,
    write: false,
    metafile: true,
  });
  const packages = packagesOf(metafile);
  for (const folder of packages) used.add(folder);
  const [{ text }] = /** @type {import('esbuild').OutputFile[]} */ (outputFiles);
  return { text: text.trim(), packages };
}

/**
 * A module of the package.
 * @param {string} entry @param {{ hasCore: boolean }} how whether core.wasm is inside
 */
async function bundleModule(entry, { hasCore }) {
  const { text, packages } = await bundle({
    entryPoints: [entry],
    format: 'esm',
    plugins: [textImports, workerInside, ...(hasCore ? [wasmInside] : [])],
    define: {
      'globalThis.CORE_WASM': JSON.stringify(deflateRawSync(wasm, { level: 9 }).toString('base64')),
    },
  });
  return `${withNotices(text, packages, hasCore)}\n`;
}

/** Text that may stand inside an inline script. @param {string} code */
const inline = (code) => code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

/**
 * Puts `text` where `mark` stands. A missing mark is an error.
 * @param {string} page @param {string} mark @param {string} text
 */
function fill(page, mark, text) {
  if (!page.includes(mark)) throw new Error(`web/index.html has no ${mark}`);
  return page.split(mark).join(text);
}

/** The app as one page. */
async function bundlePage() {
  const app = await bundle({
    entryPoints: ['web/page.js'],
    format: 'iife',
    plugins: [textImports, workerInside],
    define: { 'import.meta.url': '""' },
  });
  const sheet = await bundle({ entryPoints: ['web/styles/page.css'] });
  const notices = thirdParty([...new Set([...app.packages, ...sheet.packages])].sort(), true);
  let page = readFileSync('web/index.html', 'utf8').replace(/\n\s+/g, '\n');
  page = fill(page, '/* styles */', sheet.text);
  page = fill(
    page,
    'id="core-wasm"></script>',
    `id="core-wasm">${wasm.toString('base64')}</script>`,
  );
  page = fill(page, 'id="third-party"></script>', `id="third-party">\n${inline(notices)}</script>`);
  return fill(page, '<script></script>', `<script>${inline(app.text)}</script>`);
}

/** A core that is asked by messages, as a classic script. */
const worker = bundle({
  entryPoints: ['web/core/worker.js'],
  format: 'iife',
  define: { 'import.meta.url': '""' },
}).then(({ text }) => text);

const files = {
  'index.html': await bundlePage(),
  'descent-lab.js': await bundleModule('web/library.js', { hasCore: true }),
  'core.js': await bundleModule('web/core/index.js', { hasCore: false }),
  'remote.js': await bundleModule('web/core/remote.js', { hasCore: false }),
  'core-inline.js': await bundleModule('web/core/index.js', { hasCore: true }),
  'widget.mjs': await bundleModule('web/widget.js', { hasCore: true }),
};

mkdirSync('dist', { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(`dist/${name}`, text);
writeFileSync('dist/THIRD-PARTY.txt', thirdParty([...used].sort(), true));
copyFileSync('build/core.wasm', 'dist/core.wasm');

/** What was built: by which compiler, and how large each file is after gzip. */
const report = [
  `core.wasm was made by ${readFileSync('build/compiler.txt', 'utf8').trim()}.`,
  ...Object.entries({ ...files, 'core.wasm': wasm }).map(([name, content]) => {
    const kilobytes = gzipSync(content, { level: 9 }).length / 1000;
    return `${kilobytes.toFixed(1).padStart(7)} KB  ${name}`;
  }),
].join('\n');
writeFileSync('build/report.txt', `${report}\n`);
console.log(report);
