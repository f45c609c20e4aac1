// The package as another project uses it: packed, installed from the tarball, imported, compiled against,
// opened.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const project = mkdtempSync(join(tmpdir(), 'consumer-'));
after(() => rmSync(project, { recursive: true }));

/** @param {string} program @param {string[]} words @param {string} cwd */
const run = (program, words, cwd) =>
  execFileSync(program, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** @type {{ filename: string, files: { path: string }[] }} */
const packed = JSON.parse(
  run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], '.'),
)[0];
writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "type": "module" }');
run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], project);

test('the tarball holds the modules, the page, the widget, types, licences, README and changelog, and no more', () => {
  const files = packed.files
    .map(({ path }) => path)
    .filter((path) => !path.includes('/types/core/'));
  const own =
    'descent-lab.js core.js check.js map.js core-inline.js remote.js core.wasm widget.mjs index.html ' +
    'THIRD-PARTY.txt ' +
    'types/attributes.d.ts types/core.d.ts types/library.d.ts types/element.d.ts types/widget.d.ts';
  assert.deepEqual(
    files.sort(),
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'package.json',
      ...own.split(' ').map((name) => `dist/${name}`),
    ].sort(),
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
  /** @param {any} value @returns {string[]} */
  const pathsIn = (value) =>
    typeof value === 'string' ? [value] : Object.values(value).flatMap(pathsIn);
  const paths = pathsIn(exports);
  assert.deepEqual(
    Object.keys(exports),
    (
      '. ./core ./core-inline ./check ./map ./remote ./element ./widget ' +
      './core.wasm ./index.html ./package.json'
    ).split(' '),
  );
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

/**
 * What a bundler for browsers makes of a program, without any set-up.
 * @param {string} contents @param {import('esbuild').BuildOptions} [options]
 */
async function bundle(contents, options) {
  const { outputFiles, metafile } = await build({
    ...options,
    stdin: { contents, resolveDir: project },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    metafile: true,
  });
  return { text: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

test('every file that a module of the package asks for beside it is packed: bundlers copy what they find', () => {
  const modules = packed.files.map(({ path }) => path).filter((path) => /\.m?js$/.test(path));
  const asked = modules.flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(/URL\(["'`]\.\/([^"'`]+)["'`], ?import\.meta\.url/g),
    ].map(([, name]) => `dist/${name}`),
  );
  assert.deepEqual([...new Set(asked)], ['dist/core.wasm']);
});

test('a bundler keeps the element that is only imported for what it does', async () => {
  for (const entry of ['descent-lab', 'descent-lab/element']) {
    const { text } = await bundle(`import '${entry}';`);
    assert.match(text, /customElements\.define/);
    assert.ok(text.length > 300_000);
  }
});

test('of Chart.js nothing is shipped that no plot uses', () => {
  const text = readFileSync('dist/descent-lab.js', 'utf8');
  assert.match(text, /logarithmic/, 'a scale in use');
  assert.doesNotMatch(text, /timeseries|polarArea|"doughnut"/);
});

test('who imports the core alone gets at most 12 KB, and nothing that touches a page', async () => {
  const { text } = await bundle(`export { loadCore } from 'descent-lab/core';`, { minify: true });
  assert.ok(gzipSync(text).length <= 12_000, `${gzipSync(text).length} bytes`);
  assert.doesNotMatch(text, /customElements|HTMLElement|document\.create/);
});

const notices = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
const bundled = [
  ['web/page.js', 'dist/index.html'],
  ['web/library.js', 'dist/descent-lab.js'],
  ['web/widget.js', 'dist/widget.mjs'],
];

for (const [source, file] of bundled)
  test(`${file} and THIRD-PARTY.txt hold the licence of every package that is in ${file}`, async () => {
    const { metafile } = await build({
      entryPoints: [source],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      loader: { '.css': 'text', '.woff2': 'base64' },
    });
    const [{ inputs }] = Object.values(metafile.outputs);
    const names = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
      const [, name] = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
      return name && bytesInOutput ? [name] : [];
    });
    assert.ok(names.length > 3);
    const text = readFileSync(file, 'utf8');
    for (const name of new Set(names)) {
      const folder = `node_modules/${name}`;
      const licence = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      assert.ok(licence, name);
      const words = readFileSync(join(folder, licence), 'utf8').trim();
      assert.ok(notices.includes(`${name} ${versionOf(folder)} — `), name);
      assert.ok(notices.includes(words), name);
      assert.ok(text.includes(words), name);
    }
  });

/** @param {string} folder */
const versionOf = (folder) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

test('what holds core.wasm holds musl’s licence, as the compiler’s system files have it', () => {
  const root = execFileSync('em-config', ['EMSCRIPTEN_ROOT'], { encoding: 'utf8' }).trim();
  const words = readFileSync(join(root, 'system/lib/libc/musl/COPYRIGHT'), 'utf8');
  const licence = words.slice(words.indexOf('Copyright ©'), words.indexOf('Authors/contributors'));
  assert.match(licence, /Permission is hereby granted/);
  for (const name of 'THIRD-PARTY.txt index.html descent-lab.js core-inline.js widget.mjs'.split(
    ' ',
  ))
    assert.ok(readFileSync(`dist/${name}`, 'utf8').includes(licence), name);
});

test('a TypeScript program compiles against the installed types, and its mistakes are found', () => {
  copyFileSync('tests/house/consumer.ts', join(project, 'consumer.ts'));
  const strictly = '--noEmit --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes';
  const options = `${strictly} --target es2022 --module nodenext --types`.split(' ');
  const tsc = resolve('node_modules/typescript/bin/tsc');
  try {
    run(process.execPath, [tsc, ...options, '', 'consumer.ts'], project);
  } catch (error) {
    assert.fail(String(/** @type {any} */ (error).stdout));
  }
});

/**
 * Members of the public types that an editor shows without a word about them.
 * @param {string} text of a .d.ts
 */
function undocumented(text) {
  const lines = text.split('\n');
  return lines.filter(
    (line, i) =>
      /^ {2}(readonly )?\w+\??(\(.*\))?: .*[;{]$/.test(line) && !lines[i - 1].endsWith('*/'),
  );
}

test('every member of the public types says what it is', () => {
  const files = 'core/types core/records core/units attributes element widget'.split(' ');
  for (const file of files) {
    const text = readFileSync(`dist/types/${file}.d.ts`, 'utf8');
    assert.ok(text.includes('/** '), file);
    assert.deepEqual(undocumented(text), [], file);
  }
});

test('every method of the core says what it does', () => {
  const text = readFileSync('dist/types/core/index.d.ts', 'utf8');
  const lines = text.slice(text.indexOf('export declare class Core')).split('\n');
  const methods = lines.filter((line) => /^ {4}[a-z]\w*(<.*>)?\(/.test(line));
  assert.ok(methods.length > 15, String(methods));
  const silent = methods.filter((line) => !/\*\/\s*$/.test(lines[lines.indexOf(line) - 1]));
  assert.deepEqual(silent, []);
});

test('the small core says where maps are, and their entry has them', () => {
  const program = `import { loadCore } from 'descent-lab/core';
    import { loadCore as loadMap } from 'descent-lab/map';
    const axes = [{ of: 'x', from: 1, to: 2, n: 2 }, { of: 'lr', from: 0.1, to: 0.2, n: 2 }];
    const spec = { objective: 'quadratic', optimizer: 'sgd', steps: 300, axes };
    console.log(String((await loadMap()).map(spec).basin));
    (await loadCore()).map(spec);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.equal(stdout, '0,0,0,0\n');
  assert.match(stderr, /map is in "descent-lab\/map"/);
});

test('the small core says where check is, and the other entries have it', () => {
  const program = `import { loadCore } from 'descent-lab/core';
    import { loadCore as loadCheck } from 'descent-lab/check';
    const spec = { objective: 'quadratic', optimizer: 'sgd', start: [70], steps: 3 };
    const numbers = { columns: { x: [70, 56, 44.8] } };
    console.log((await loadCheck()).check(spec, numbers).first);
    (await loadCore()).check(spec, numbers);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.equal(stdout, 'null\n');
  assert.match(stderr, /not in "descent-lab\/core"; import "descent-lab\/check"/);
});
