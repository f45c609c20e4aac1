// Makes dist/: the whole app as one HTML file, the package's modules, the notebook widget, and the notices of
// what of it others wrote. Reads build/core.wasm.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { deflated } from './deflate.js';
import { markup } from './markup.js';
import { narrow } from './narrow.js';
import { alike, parted, pieces } from './page-scripts.js';
import { packagesOf, thirdParty, withNotices } from './pages/third-party.js';
import { packed } from './pieces.js';
import { tightened } from './tighten.js';
import { usedClasses } from './used-classes.js';

/** @typedef {import('esbuild').BuildOptions} BuildOptions @typedef {import('esbuild').Plugin} Plugin */

/** The oldest JavaScript that the page and the package are for. */
const TARGET = 'es2022';

const wasm = readFileSync('build/core.wasm');
const packedWasm = await deflated(wasm);
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

/**
 * Browsers read a text that JSON.parse takes much faster than the same as JavaScript. A book of words in
 * another language than English has the English keys in their order, and then its own: the former are in the
 * page once.
 * @type {Plugin}
 */
const jsonTexts = {
  name: 'json-texts',
  setup(setup) {
    const parsed = (/** @type {unknown} */ value) =>
      `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
    setup.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const book = JSON.parse(readFileSync(path, 'utf8'));
      const english = `${dirname(path)}/en.json`;
      if (basename(path) === 'en.json' || basename(dirname(path)) !== 'i18n')
        return { contents: `export default ${parsed(book)}`, loader: 'js' };
      const keys = Object.keys(JSON.parse(readFileSync(english, 'utf8')));
      const words = keys.map((key) => book[key]);
      const own = Object.entries(book).filter(([key]) => !keys.includes(key));
      const contents = `import en from './en.json' with { type: 'json' };
        const words = ${parsed(words)}, book = ${parsed(Object.fromEntries(own))};
        Object.keys(en).forEach((key, i) => book[key] = words[i]);
        export default book;`;
      return { contents, loader: 'js', resolveDir: dirname(path) };
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

/**
 * Says where the script of the core's workers comes from.
 * @param {() => string|Promise<string>} script code that gives the text @returns {Plugin}
 */
const workerFrom = (script) => ({
  name: 'worker-from',
  setup(setup) {
    setup.onLoad({ filter: /\/own-worker\.js$/ }, async ({ path }) => ({
      contents: `import { inflate } from './base64.js';
        export const workerScript = async () => ${await script()};
        export const workerFile = () => undefined;`,
      resolveDir: dirname(path),
    }));
  },
});
/** The script stands in the file deflated. */
const workerInside = workerFrom(
  async () => `new TextDecoder().decode(await inflate("${await packedWorker}"))`,
);
/** The page makes the script of the pieces that it has anyway (web/start.js). */
const workerOfPieces = workerFrom(() => 'globalThis.labScript("./worker.js")');

/** Leaves out of the package what makes exercises. @type {Plugin} */
const noMaker = {
  name: 'no-maker',
  setup(setup) {
    const path = fileURLToPath(new URL('labs/descent/making-elsewhere.js', import.meta.url));
    setup.onResolve({ filter: /\/making\.js$/ }, () => ({ path }));
  },
};

/**
 * Has a part of the core, "checking" or "mapping", in another form: "elsewhere", left out, or "answering",
 * without what reads the questions.
 * @param {string} part @param {'elsewhere'|'answering'} form @returns {Plugin}
 */
const inForm = (part, form) => ({
  name: `${part}-${form}`,
  setup(setup) {
    const path = fileURLToPath(new URL(`core/${part}-${form}.js`, import.meta.url));
    setup.onResolve({ filter: new RegExp(`/${part}\\.js$`) }, () => ({ path }));
  },
});
const PARTS = ['checking', 'mapping'];

/**
 * Bundles, and notes whose work is in the result.
 * @param {BuildOptions} options
 * @returns {Promise<{ text: string, files: import('./page-scripts.js').Script[], packages: string[],
 *   sizes: Map<string, number>, nameOf: (source: string) => string }>}
 *   text: of the first file; sizes: bytes by part; nameOf: the name by which others import an entry
 */
async function bundle(options) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    charset: 'utf8',
    loader: { '.woff2': 'base64' },
    target: TARGET,
    legalComments: 'none', // the notices hold them, whole
    ...options,
    write: false,
    metafile: true,
  });
  const packages = packagesOf(metafile);
  for (const folder of packages) used.add(folder);
  const files = outputFiles.map(({ path, text }) => ({ path, text: text.trim() }));
  const nameOf = (/** @type {string} */ source) => {
    const found = Object.entries(metafile.outputs).find(([, out]) => out.entryPoint === source);
    if (!found) throw new Error(`${source} is no entry of the bundle`);
    return `./${basename(found[0])}`;
  };
  return { text: files[0].text, files, packages, sizes: sizesOf(metafile), nameOf };
}

/** A file's part: the folder of web/, or the package. @param {string} path */
const partOf = (path) =>
  path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ??
  path.match(/(web\/[^/]+)\//)?.[1] ??
  'web';

/** How many bytes each part has in what was bundled. @param {import('esbuild').Metafile} metafile */
function sizesOf({ outputs }) {
  const sizes = new Map();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs))
      sizes.set(partOf(path), (sizes.get(partOf(path)) ?? 0) + bytesInOutput);
  return sizes;
}

/**
 * A module of the package.
 * @param {string} entry
 * @param {{ hasCore: boolean, without?: string[] }} how whether core.wasm is inside, and what is left out
 */
async function bundleModule(entry, { hasCore, without = [] }) {
  const { text, packages } = await bundle({
    entryPoints: [entry],
    format: 'esm',
    plugins: [
      textImports,
      jsonTexts,
      usedClasses,
      markup,
      noMaker,
      workerInside,
      ...(hasCore ? [wasmInside] : []),
      ...without.map((part) => inForm(part, 'elsewhere')),
    ],
    define: {
      'globalThis.CORE_WASM': JSON.stringify(packedWasm),
    },
  });
  const script = without.length ? text : await tightened(text);
  return `${withNotices(script, packages, hasCore)}\n`;
}

/** What nearly every visit needs at once: the page, the screen of the lab without a link, and the worker. */
const FIRST = {
  page: 'web/page.js',
  screen: 'web/labs/descent/screen.js',
  worker: 'web/core/worker.js',
};

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

/**
 * The app as one page, and its parts in bytes. Its script stands in it deflated: so the document is half as
 * long for the browser to read.
 * @returns {Promise<{ page: string, sizes: Map<string, number> }>}
 */
async function bundlePage() {
  const app = await bundle({
    entryPoints: { page: FIRST.page, worker: FIRST.worker },
    format: 'esm',
    splitting: true,
    outdir: 'dist',
    plugins: [textImports, jsonTexts, usedClasses, markup, workerOfPieces],
    define: { 'import.meta.url': '""' },
  });
  const files = await Promise.all(
    app.files.map(async ({ path, text }) => ({ path, text: await tightened(text) })),
  );
  const parts = parted(pieces(files), Object.values(FIRST).map(app.nameOf));
  const { bytes, letters } = narrow(parts.map((part) => packed(alike(part))));
  const [first, others] = await Promise.all(bytes.map(deflated));
  const define = { 'globalThis.PAGE_LETTERS': JSON.stringify(letters) };
  const start = await bundle({ entryPoints: ['web/start.js'], format: 'iife', define });
  const sheet = await bundle({ entryPoints: ['web/styles/page.css'] });
  const notices = thirdParty([...new Set([...app.packages, ...sheet.packages])].sort(), true);
  let page = readFileSync('web/index.html', 'utf8').replace(/\n\s+/g, '\n');
  page = fill(page, '/* styles */', sheet.text);
  page = fill(page, 'id="core-wasm"></script>', `id="core-wasm">${packedWasm}</script>`);
  page = fill(page, 'id="third-party"></script>', `id="third-party">\n${inline(notices)}</script>`);
  const sizes = new Map(app.sizes)
    .set('core.wasm, deflated, as base64', packedWasm.length)
    .set('licences of others', notices.length)
    .set('styles of the page', sheet.text.length);
  page = fill(page, 'id="first-pieces"></script>', `id="first-pieces">${first}</script>`);
  page = fill(page, 'id="other-pieces"></script>', `id="other-pieces">${others}</script>`);
  return { page: fill(page, '<script></script>', `<script>${inline(start.text)}</script>`), sizes };
}

/** A core that is asked by messages, as a classic script, deflated, as base64. */
const packedWorker = bundle({
  entryPoints: ['web/core/worker.js'],
  format: 'iife',
  plugins: PARTS.map((part) => inForm(part, 'answering')),
  define: { 'import.meta.url': '""' },
}).then(async ({ text }) => deflated(Buffer.from(await tightened(text))));

/** The modules of the package, and the widget. @type {Record<string, Parameters<typeof bundleModule>>} */
const MODULES = {
  'descent-lab.js': ['web/library.js', { hasCore: true }],
  'core.js': ['web/core/index.js', { hasCore: false, without: PARTS }],
  'check.js': ['web/core/index.js', { hasCore: false, without: ['mapping'] }],
  'map.js': ['web/core/index.js', { hasCore: false, without: ['checking'] }],
  'remote.js': ['web/core/remote.js', { hasCore: false }],
  'core-inline.js': ['web/core/index.js', { hasCore: true }],
  'widget.mjs': ['web/widget.js', { hasCore: true }],
};
const made = Object.entries(MODULES).map(async ([name, how]) => [name, await bundleModule(...how)]);
const [{ page, sizes }, ...modules] = await Promise.all([bundlePage(), ...made]);
const files = { 'index.html': page, ...Object.fromEntries(modules) };
mkdirSync('dist', { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(`dist/${name}`, text);
writeFileSync('dist/THIRD-PARTY.txt', thirdParty([...used].sort(), true));
copyFileSync('build/core.wasm', 'dist/core.wasm');

/** @param {number} bytes @param {string} name */
const row = (bytes, name) => `${(bytes / 1000).toFixed(1).padStart(7)} KB  ${name}`;

/** The compiler, how large each file is after gzip, and each part of the page before it. */
const report = [
  `core.wasm was made by ${readFileSync('build/compiler.txt', 'utf8').trim()}.`,
  ...Object.entries({ ...files, 'core.wasm': wasm }).map(([name, content]) =>
    row(gzipSync(content, { level: 9 }).length, name),
  ),
  'The parts of index.html, before gzip:',
  ...[...sizes].sort(([, a], [, b]) => b - a).map(([name, bytes]) => row(bytes, name)),
].join('\n');
writeFileSync('build/report.txt', `${report}\n`);
console.log(report);
