// The rules of the house (see the READMEs of the folders), checked by reading the sources and the build.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { core } from '../web/core.js';

const { catalog } = core;
const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');
const filesUnder = (/** @type {string} */ folder, /** @type {string} */ ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const FAMILIES = /** @type {const} */ ([
  ['objectives', 'objective', catalog.objectives],
  ['optimizers', 'optimizer', catalog.optimizers],
  ['schedules', 'schedule', catalog.schedules],
  ['smoothing', 'smoother', catalog.smoothers],
]);

/** Which C folders a folder may include from, besides itself. */
const C_ARROWS = {
  core: [],
  methods: ['core'],
  formula: ['core'],
  check: ['core', 'formula'],
  objectives: ['core'],
  optimizers: ['core'],
  schedules: ['core'],
  smoothing: ['core'],
  registry: ['core'],
  abi: ['core', 'registry', 'formula', 'check'],
};

for (const [folder, allowed] of Object.entries(C_ARROWS)) {
  test(`c/${folder} includes from ${['itself', ...allowed].join(', ')} only`, () => {
    const files = [...filesUnder(`c/${folder}`, '.c'), ...filesUnder(`c/${folder}`, '.h')];
    assert.ok(files.length > 0);
    const homes = new Map(
      Object.keys(C_ARROWS).flatMap((home) =>
        readdirSync(`c/${home}`).map((name) => /** @type {[string, string]} */ ([name, home])),
      ),
    );
    for (const file of files) {
      for (const [, name] of read(file).matchAll(/#include "([^"]+)"/g)) {
        assert.ok([folder, ...allowed].includes(homes.get(name) ?? ''), `${file} includes ${name}`);
      }
    }
  });
}

test('a unit includes lab.h and the C library, nothing else', () => {
  for (const [folder] of FAMILIES) {
    for (const file of filesUnder(`c/${folder}`, '.c')) {
      const own = [...read(file).matchAll(/#include "([^"]+)"/g)].map(([, name]) => name);
      assert.deepEqual(own, ['lab.h'], file);
    }
  }
});

/** The order of the web folders: a file imports from its own folder and from earlier ones. */
const WEB_ARROWS = {
  core: [],
  state: ['core'],
  formula: ['core', 'state'],
  charts: ['core', 'state'],
  i18n: ['core', 'state'],
  styles: [],
  elements: ['core', 'state', 'formula', 'charts', 'i18n'],
  labs: ['core', 'state', 'formula', 'charts', 'i18n', 'elements', 'styles'],
  course: ['core', 'state', 'charts', 'i18n', 'elements', 'labs', 'lessons'],
  embed: ['core', 'state', 'i18n', 'labs', 'course'],
  lessons: [],
  pages: ['core', 'state', 'formula', 'charts', 'i18n', 'elements', 'labs', 'lessons'],
  scorm: ['lessons', 'pages'],
};

for (const [folder, allowed] of Object.entries(WEB_ARROWS)) {
  test(`web/${folder} imports from ${['itself', ...allowed].join(', ')} only`, () => {
    for (const file of filesUnder(`web/${folder}`, '.js')) {
      for (const [, name] of read(file).matchAll(/^(?:import|export) .*?from '(\.[^']+)'/gms)) {
        const target = normalize(join(file, '..', name)).split('/')[1];
        assert.ok([folder, ...allowed].includes(target), `${file} imports ${name}`);
      }
    }
  });
}

test('core, state and formula touch no DOM', () => {
  for (const folder of ['core', 'state', 'formula']) {
    for (const file of filesUnder(`web/${folder}`, '.js')) {
      assert.doesNotMatch(read(file), /\b(document|window|HTMLElement)\b\./, file);
    }
  }
});

test('nothing in web/ evaluates text or parses markup', () => {
  for (const file of filesUnder('web', '.js')) {
    assert.doesNotMatch(read(file), /\beval\(|new Function|innerHTML|insertAdjacentHTML/, file);
  }
});

/**
 * Files that may name units and parameters: lessons and the course's chapters are data; what an optimizer is
 * called in PyTorch is said in one file, and nowhere in C; a lab's first experiment is the lecture's, and
 * means the same for ever.
 */
const MAY_NAME =
  /^web\/(lessons|course\/(chapters|others))|export\/torch-names\.js$|^web\/labs\/\w+\/first\.js$/;

/**
 * Words that are something else as well: in these files, in this sense.
 * @type {[RegExp, string, sense: string][]}
 */
const HOMONYMS = [
  [/^/, 'lr', 'η in the rule of every optimizer, in a run’s columns and in links'],
  [/^/, 'linear', 'a scale of an axis or of a slider'],
  [/^web\/core\//, 'memory', 'of a WebAssembly instance'],
  [/^web\/charts\//, 'a b c alpha factor power', 'corners, opacity, zoom, exponents'],
  [/formula\/symbols\.js$/, 'alpha gamma eps mu rho', 'Greek letters'],
  [/formula\/math\.js$/, 'abs', 'a function'],
  [/(formula\/batch-gradient|core\/sample|labs\/sampling\/\w+)\.js$/, 'b', 'the line w x + b'],
  [/formula\/batch-gradient\.js$/, 'factor', '2/n of a gradient'],
  [/formula\/export\/\w+\.js$/, 'a b c power rate', 'operands, the language C, x^y'],
  [/^web\/(core|elements|formula|i18n|labs)\/|own-columns\.js$/, 'rate', 'η of a step'],
  [/^web\/(core|elements|state|scorm)\//, 'step', 'one step of a run, or of a quiz'],
  [/^web\/core\/(pool|run|service|slices)\.js$/, 'partial', 'an answer so far'],
  [/^web\/i18n\/sentences\.js$/, 'period factor', 'numbers of a diagnosis'],
  [/descent\/map-(factor|words|theory)\.js$/, 'factor', 'what a step leaves of the distance'],
  [/(core\/mistakes|descent\/map-\w+)\.js$/, 'k', 'the number of a mistake, of a side'],
  [/(i18n\/index|formula\/decay|descent\/view|smoothing\/experiment)\.js$/, 'power', 'an exponent'],
  [/labs\/presenting\.js$/, 'b', 'a key of the keyboard'],
  [/core\/check\.js$|elements\/download\.js$/, 'a', 'an article, an element of HTML'],
  [/^web\/scorm\/words\.js$/, 'c', 'a letter of Vietnamese'],
  [/^web\/pages\/hosted-page\.js$/, 'momentum', 'a word of the description'],
  [/^web\/pages\/poster-page\.js$/, 'decay', 'the schedules of a poster'],
];

/**
 * Code without its comments, and without examples of links, which a test of their own decodes.
 * @param {string} file
 */
const codeOf = (file) =>
  read(file)
    .replace(/\/\*\*?[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')
    .replace(/\b(example: |EXAMPLE = )'[^']*'/g, '$1')
    .replace(/<descent-lab [^>]*>/g, '');

test('nothing in web/ names a unit or a parameter of one', () => {
  const units = FAMILIES.flatMap(([, , family]) => family.map(({ key }) => key));
  const params = FAMILIES.flatMap(([, , family]) =>
    family.flatMap((unit) => ('hypers' in unit ? unit.hypers : unit.params).map(({ key }) => key)),
  );
  assert.ok(units.length > 80 && params.length > 100);
  for (const file of filesUnder('web', '.js').filter((each) => !MAY_NAME.test(each))) {
    const other = HOMONYMS.filter(([files]) => files.test(file)).flatMap(([, words]) =>
      words.split(' '),
    );
    const oneOf = (/** @type {string[]} */ keys) =>
      keys.filter((key) => !other.includes(key)).join('|');
    const quoted = `(['"\`])(${oneOf([...units, ...params])})\\1`;
    const inText = `[\`'",](${oneOf([...units, ...params])})[,:]`;
    const member = `\\.(${oneOf(params)})\\b(?!\\()|[{,]\\s*(${oneOf(params)})\\s*[,}:=]`;
    const found = codeOf(file).match(new RegExp(`${quoted}|${inText}|${member}`));
    assert.equal(found?.[0], undefined, `${file} names a unit or a parameter`);
  }
});

test('core.wasm imports nothing', () => {
  const module = new WebAssembly.Module(readFileSync('build/core.wasm'));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
});

test('core.wasm exports the list, a step for every optimizer, and what the compiler adds', () => {
  const module = new WebAssembly.Module(readFileSync('build/core.wasm'));
  const listed = read('c/abi/exports.txt').match(/^\w+$/gm) ?? [];
  const rules = catalog.optimizers.filter(({ kind }) => kind === 'rule');
  const steps = rules.map(({ key }) => `${key}_step`);
  const added =
    /^(memory|_initialize|__indirect_function_table|_?_?emscripten_\w+|stack\w+|__errno_location)$/;
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(
    exported.filter((name) => !added.test(name)).sort(),
    [...listed, ...steps].sort(),
  );
});

for (const [file, { most, why }] of Object.entries(JSON.parse(read('tests/house/budgets.json')))) {
  test(`${file} takes at most ${most} bytes after gzip`, () => {
    const size = gzipSync(readFileSync(file), { level: 9 }).length;
    assert.ok(size <= most, `${size} bytes. Allowed so far: ${why.join(' ')}`);
  });
}

test('every unit has golden data of its own', () => {
  const proved = new Set(
    filesUnder('tests/golden', '.json').flatMap((file) => JSON.parse(read(file)).proves),
  );
  for (const [, , units] of FAMILIES) {
    assert.ok(units.length > 0);
    for (const { key } of units) assert.ok(proved.has(key), `nothing proves ${key}`);
  }
});

test('a unit’s key is its file name', () => {
  for (const [folder, , units] of FAMILIES) {
    const folders = folder === 'optimizers' ? [folder, 'methods'] : [folder];
    const files = folders
      .flatMap((each) => filesUnder(`c/${each}`, '.c'))
      .map((file) => file.replace(/^.*\/|\.c$/g, ''));
    assert.deepEqual(units.map(({ key }) => key).sort(), files.sort());
    for (const key of files) assert.match(key, /^[a-z][a-z0-9_]*$/);
  }
});

test('places in the menu are distinct within a family', () => {
  for (const [, , units] of FAMILIES) {
    assert.equal(new Set(units.map(({ order }) => order)).size, units.length);
  }
});

test('a deleted unit disappears from the registry', () => {
  const copy = mkdtempSync(join(tmpdir(), 'descent-lab-'));
  try {
    cpSync('c', join(copy, 'c'), { recursive: true });
    rmSync(join(copy, 'c/optimizers/adam.c'));
    const generator = join(process.cwd(), 'c/registry/generate.js');
    execFileSync(process.execPath, [generator, 'out'], { cwd: copy });
    const tables = read(join(copy, 'out/tables.c'));
    assert.doesNotMatch(tables, /lab_optimizer_adam\b/);
    assert.match(tables, /extern const lab_optimizer lab_optimizer_adam_simple;/);
    assert.doesNotMatch(read(join(copy, 'out/exports.json')), /_adam_step/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('a unit whose symbol is not its file’s name does not build, and the message names the symbol', () => {
  const copy = mkdtempSync(join(tmpdir(), 'descent-lab-'));
  try {
    for (const part of ['Makefile', 'c', 'build/wasm', 'build/generated'])
      cpSync(part, join(copy, part), { recursive: true, preserveTimestamps: true });
    const unit = join(copy, 'c/optimizers/sgd.c');
    writeFileSync(unit, read(unit).replace('lab_optimizer_sgd', 'lab_optimizer_gd'));
    const { status, stderr } = spawnSync('make', ['build/core.wasm'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, MAKEFLAGS: '' },
    });
    assert.notEqual(status, 0);
    assert.match(stderr, /undefined symbol: lab_optimizer_sgd\b/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

/** The most lines of a file; a header is a specification, and half of it is sentences. */
const MOST_LINES = { '.c': 300, '.js': 300, '.h': 340 };

test('no source file has grown beyond one idea', () => {
  for (const [ending, most] of Object.entries(MOST_LINES)) {
    for (const file of [...filesUnder('c', ending), ...filesUnder('web', ending)]) {
      const lines = read(file).trimEnd().split('\n').length;
      assert.ok(lines <= most, `${file} has ${lines} lines`);
    }
  }
});

/** C stays within 100 columns, comments too: clang-format leaves those alone. */
const MOST_COLUMNS = 100;

test(`no line of C is longer than ${MOST_COLUMNS} columns`, () => {
  const files = ['c', 'tests'].flatMap((folder) =>
    ['.c', '.h'].flatMap((ending) => filesUnder(folder, ending)),
  );
  const long = files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, i) => ([...line].length > MOST_COLUMNS ? `${file}:${i + 1}` : [])),
  );
  assert.ok(files.length > 100);
  assert.deepEqual(long, []);
});

test('nothing is left open in the sources', () => {
  const open = new RegExp(['TO', 'DO|FIX', 'ME'].join(''));
  for (const folder of ['c', 'web']) {
    for (const file of [...filesUnder(folder, '.js'), ...filesUnder(folder, '.c')]) {
      assert.doesNotMatch(read(file), open, file);
    }
  }
});

test('the guide lists the functions of the formula language, all of them and no other', () => {
  /** The names of a list of functions, with or without arguments. @param {string} text */
  const names = (text) =>
    (text.replace(/\([^)]*\)/g, '').match(/[a-z]\w*/g) ?? []).sort().join(' ');
  const [, header] =
    /functions {3}([\s\S]*?)\n \* {5}reductions/.exec(read('c/formula/formula.h')) ?? [];
  const [, guide] = /const FUNCTIONS =([\s\S]*?);/.exec(read('web/elements/guide.js')) ?? [];
  const known = names(header);
  assert.ok(known.split(' ').length > 20, known);
  assert.equal(names(guide), known);
  for (const name of known.split(' '))
    assert.notEqual(core.parseFormula(`${name}(x)`).error?.code, 'unknown_function', name);
});
