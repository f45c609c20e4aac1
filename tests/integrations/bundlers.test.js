// The packed package in empty projects: built by every bundler as its users build, and the results run in a
// browser.

import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../web/serve.js';
import { folder, project, run, withPage } from './project.js';
import { withServer } from './server.js';

/** x of the lecture's first steps on x²: 70 · 0.8^t. */
const LECTURE = [70, 56, 44.8];
const STEPS = `{ objective: 'quadratic', start: [70], optimizer: { key: 'sgd', hypers: { lr: 0.1 } }, steps: 2 }`;
const TAG = '<descent-lab f="quadratic" x0="70" run="sgd,lr:0.1" steps="2"></descent-lab>';

/**
 * A page and a program that takes the steps with every core it is given, and shows the element.
 * @param {string} script
 */
const pageOf = (script) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title><link rel="icon" href="data:,">
<body>${TAG}${script}</body></html>`;

/** @param {Record<string, string>} cores by name, the expression that loads it @param {string} imports */
const programOf = (imports, cores) => `${imports}
const result = {};
${Object.entries(cores)
  .map(([name, load]) => `result.${name} = [...(await (await ${load}).run(${STEPS})).columns.x];`)
  .join('\n')}
globalThis.result = result;
`;

/** What works without any set-up, whatever the bundler. */
const ANYWHERE = programOf(
  `import 'descent-lab/element';
import { loadCore } from 'descent-lab';
import { loadCore as loadInline } from 'descent-lab/core-inline';`,
  { all: 'loadCore()', inline: 'loadInline()' },
);
/** What bundlers can do that see core.wasm in `new URL('./core.wasm', import.meta.url)`. */
const BY_URL = programOf(
  `import 'descent-lab/element';
import { loadCore } from 'descent-lab/core';
import { loadRemoteCore } from 'descent-lab/remote';`,
  { core: 'loadCore()', remote: 'loadRemoteCore()' },
);
const BOTH = ['core', 'remote'];

/**
 * Opens a built page: every core took the steps, and the element stands there.
 * @param {string} address
 * @param {string[]} cores
 */
async function assertRuns(address, cores) {
  await withPage(
    address,
    async (page) => {
      await page.waitForFunction(() => 'result' in globalThis);
      const result = await page.evaluate(() => /** @type {any} */ (globalThis).result);
      assert.deepEqual(Object.keys(result), cores);
      for (const core of cores) assert.deepEqual(result[core], LECTURE, core);
      await page.locator('descent-lab lab-table tbody tr').nth(2).waitFor();
      assert.match(String(await page.locator('descent-lab lab-table').textContent()), /44\.8/);
    },
    /^\[vite\] connect/,
  );
}

/** @param {string} path of a folder with index.html @param {string[]} cores */
async function assertServes(path, cores) {
  const site = await serve({ folder: `${path}/` });
  try {
    await assertRuns(site.address, cores);
  } finally {
    site.close();
  }
}

const MODULE = pageOf('<script type="module" src="./main.js"></script>');

test('Node: import and require, by every entry', () => {
  const path = project('node', [], {
    'import.js': `import { loadCore as a } from 'descent-lab';
import { loadCore as b } from 'descent-lab/core';
import { loadCore as c } from 'descent-lab/core-inline';
import { loadRemoteCore as d } from 'descent-lab/remote';
import 'descent-lab/element';
for (const load of [a, b, c, d, () => d({ workers: 1 })]) {
  const core = await load();
  console.log((await core.run(${STEPS})).columns.x.join());
  core.close?.();
}`,
    'require.cjs': `(async () => {
  for (const entry of ['', '/core', '/core-inline'])
    console.log((await require('descent-lab' + entry).loadCore()).run(${STEPS}).columns.x.join());
  const bytes = require('node:fs').readFileSync(require.resolve('descent-lab/core.wasm'));
  console.log((await require('descent-lab/core').loadCore({ wasm: bytes })).run(${STEPS}).columns.x.join());
  console.log((await (await require('descent-lab/remote').loadRemoteCore()).run(${STEPS})).columns.x.join());
  console.log(require('descent-lab/package.json').name, typeof require.resolve('descent-lab/index.html'));
})();`,
  });
  const line = `${LECTURE.join()}\n`;
  assert.equal(run(path, process.execPath, ['import.js']), line.repeat(5));
  assert.equal(
    run(path, process.execPath, ['require.cjs']),
    `${line.repeat(5)}descent-lab string\n`,
  );
});

test('a page without a bundler: modules and core.wasm side by side', async () => {
  const source = project('plain', [], {});
  const path = folder('plain-page', {
    'index.html': MODULE,
    'main.js': programOf(
      `import './lab/descent-lab.js';
      import { loadCore } from './lab/core.js';
      import { loadCore as loadInline } from './lab/core-inline.js';
      import { loadRemoteCore } from './lab/remote.js';`,
      {
        core: 'loadCore()',
        inline: 'loadInline()',
        address: "loadCore({ wasm: 'lab/core.wasm' })",
        remote: 'loadRemoteCore()',
      },
    ),
  });
  cpSync(join(source, 'node_modules/descent-lab/dist'), join(path, 'lab'), { recursive: true });
  await assertServes(path, ['core', 'inline', 'address', 'remote']);
});

test('esbuild: as it is, and with a loader for core.wasm', async () => {
  const path = project('esbuild', ['esbuild@^0.28.0'], {
    'src/main.js': ANYWHERE,
    'src/core.js': programOf(
      `import 'descent-lab/element';
      import { loadCore } from 'descent-lab/core';
      import { loadRemoteCore } from 'descent-lab/remote';
      import wasm from 'descent-lab/core.wasm';`,
      { core: 'loadCore({ wasm })', remote: 'loadRemoteCore({ wasm })' },
    ),
    'out/index.html': MODULE,
    'core/index.html': MODULE.replace('main.js', 'core.js'),
  });
  const esbuild = ['esbuild', '--bundle', '--minify', '--format=esm'];
  run(path, 'npx', [...esbuild, 'src/main.js', '--outdir=out']);
  await assertServes(join(path, 'out'), ['all', 'inline']);
  run(path, 'npx', [...esbuild, 'src/core.js', '--outdir=core', '--loader:.wasm=file']);
  await assertServes(join(path, 'core'), BOTH);
});

test('rollup: with node-resolve alone, and core.wasm copied', async () => {
  const path = project('rollup', ['rollup@^4.0.0', '@rollup/plugin-node-resolve@^16.0.0'], {
    'src/main.js': ANYWHERE,
    'src/core.js': BY_URL,
    'rollup.config.js': `import resolve from '@rollup/plugin-node-resolve';
export default [['src/main.js', 'out'], ['src/core.js', 'core']].map(([input, dir]) => ({
  input, output: { dir }, plugins: [resolve()] }));`,
    'out/index.html': MODULE,
    'core/index.html': MODULE.replace('main.js', 'core.js'),
  });
  run(path, 'npx', ['rollup', '-c']);
  await assertServes(join(path, 'out'), ['all', 'inline']);
  cpSync(join(path, 'node_modules/descent-lab/dist/core.wasm'), join(path, 'core/core.wasm'));
  await assertServes(join(path, 'core'), BOTH);
});

test('webpack: as it is', async () => {
  const path = project('webpack', ['webpack@^5.0.0', 'webpack-cli@^7.0.0 || ^6.0.0'], {
    'src/index.js': `${ANYWHERE}\n`,
    'src/core.js': BY_URL,
    'webpack.config.js': `export default ['index', 'core'].map((name) => ({
  mode: 'development', devtool: false, entry: './src/' + name + '.js',
  output: { path: import.meta.dirname + '/' + name } }));`,
    'index/index.html': pageOf('<script src="./main.js"></script>'),
    'core/index.html': pageOf('<script src="./main.js"></script>'),
  });
  run(path, 'npx', ['webpack']);
  await assertServes(join(path, 'index'), ['all', 'inline']);
  await assertServes(join(path, 'core'), BOTH);
});

test('Parcel: as it is, with its packageExports', async () => {
  const path = project(
    'parcel',
    ['parcel@^2.16.0'],
    {
      'any/index.html': MODULE,
      'any/main.js': ANYWHERE,
      'url/index.html': MODULE,
      'url/main.js': BY_URL,
    },
    { '@parcel/resolver-default': { packageExports: true } },
  );
  for (const [source, cores] of Object.entries({ any: ['all', 'inline'], url: BOTH })) {
    const out = join(path, `out-${source}`);
    run(path, 'npx', ['parcel', 'build', `${source}/index.html`, '--dist-dir', out, '--no-cache']);
    await assertServes(out, cores);
  }
});

/**
 * Serves a Vite project while `use` runs.
 * @param {string} path
 * @param {(address: string) => Promise<void>} use
 */
const withViteDev = (path, use) =>
  withServer(path, process.execPath, use, (port) => [
    'node_modules/vite/bin/vite.js',
    '--host',
    'localhost',
    '--port',
    port,
    '--strictPort',
  ]);

test('Vite: dev and build, as it is', async () => {
  for (const [program, cores] of /** @type {const} */ ([
    [ANYWHERE, ['all', 'inline']],
    [BY_URL, BOTH],
  ])) {
    const path = project('vite', ['vite@^8.0.0'], { 'index.html': MODULE, 'main.js': program });
    await withViteDev(path, (address) => assertRuns(address, [...cores]));
    run(path, 'npx', ['vite', 'build']);
    await assertServes(join(path, 'dist'), [...cores]);
  }
});
