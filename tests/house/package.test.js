// The package as someone else's project sees it: packed, installed from the tarball, imported, compiled against, opened.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const project = mkdtempSync(join(tmpdir(), 'consumer-'));
after(() => rmSync(project, { recursive: true }));

/** @param {string} program @param {string[]} words @param {string} cwd */
const run = (program, words, cwd) =>
  execFileSync(program, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const packed = JSON.parse(
  run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], '.'),
)[0];
writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "type": "module" }');
run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], project);

test('the tarball holds the library, the page, the widget, types, licence and README, and no more', () => {
  const files = packed.files
    .map(({ path }) => path)
    .filter((path) => !path.includes('/types/core/'));
  const own = 'descent-lab.js core.wasm widget.mjs index.html types/library.d.ts'.split(' ');
  assert.deepEqual(
    files.sort(),
    ['LICENSE', 'README.md', 'package.json', ...own.map((name) => `dist/${name}`)].sort(),
  );
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: '.', strict: true, pack: false });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, /** @type {any} */ (pkg))),
    [],
  );
});

test('every path the package exports is there', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const pathsIn = (value) =>
    typeof value === 'string' ? [value] : Object.values(value).flatMap(pathsIn);
  const paths = pathsIn(exports);
  assert.ok(paths.length >= 5);
  for (const path of paths)
    assert.ok(existsSync(join(project, 'node_modules/descent-lab', path)), path);
});

test('an installed package takes the lecture’s first step in Node, where there are no elements', () => {
  const program = `import { loadCore } from 'descent-lab';
    const core = await loadCore();
    const optimizer = { key: 'sgd', hypers: { lr: 0.1 } };
    console.log(core.run({ objective: 'quadratic', start: [70], optimizer, steps: 1 }).columns.x[1]);`;
  writeFileSync(join(project, 'first-step.js'), program);
  assert.equal(run(process.execPath, ['first-step.js'], project), '56\n');
});

test('a bundler keeps the element that is only imported for what it does', async () => {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: "import 'descent-lab';", resolveDir: project },
    bundle: true,
    write: false,
    format: 'esm',
    external: ['node:fs/promises'],
    logLevel: 'silent',
  });
  assert.match(outputFiles[0].text, /descent-lab/);
  assert.ok(outputFiles[0].text.length > 300_000);
});

test('a TypeScript program compiles against the installed types, and its mistakes are found', () => {
  copyFileSync('tests/house/consumer.ts', join(project, 'consumer.ts'));
  const options = '--noEmit --strict --target es2022 --module nodenext --types'.split(' ');
  const tsc = resolve('node_modules/typescript/bin/tsc');
  try {
    run(process.execPath, [tsc, ...options, '', 'consumer.ts'], project);
  } catch (error) {
    assert.fail(String(/** @type {any} */ (error).stdout));
  }
});
