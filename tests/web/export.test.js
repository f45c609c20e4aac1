// The text of exported programs: what a user wrote cannot become code, names do not collide, and what a
// program leaves out is said. That the programs compute the right numbers is tests/parity/export.test.js.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { exportCode, LANGUAGES } from '../../web/formula/export/index.js';
import { createNames } from '../../web/formula/export/names.js';
import { TORCH_CALLS } from '../../web/formula/export/torch-names.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { setNoise } from '../../web/state/experiment.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

/** @param {string} query */
function experimentOf(query) {
  const { experiment, notices } = decodeExperiment(query, '', core);
  assert.deepEqual(notices, []);
  return ofLab(experiment, 'descent');
}
const keys = LANGUAGES.map(({ key }) => key);
/** @param {string} language @param {any} experiment @param {string} [link] */
const textOf = (language, experiment, link) => exportCode(language, experiment, 0, core, link).text;
/** @param {string} text */
const isComment = (text) => /^(#|\/\/)/.test(text);

const HOSTILE = [
  'x\nimport os',
  'x\r\nsystem("id");\r',
  'x\u2028\u2029\u0085\v\fy',
  '*/ int main',
  '"""\n\'\'\'',
  'ends with a backslash \\',
  'ends with a trigraph ??/',
  'coding: utf-7',
  '\0\u202e\u200b',
];

for (const language of keys)
  test(`no link can break out of the comment of a ${language} program`, () => {
    const experiment = experimentOf('?fx=x^2%0D%0A%2B x&run=adam&x0=2');
    const code = (/** @type {string} */ text) =>
      text.split('\n').filter((line) => !isComment(line));
    const plain = textOf(language, experiment);
    assert.match(plain, /f\(x\) = x\^2 \+ x\n/);
    for (const link of HOSTILE) {
      const text = textOf(language, experiment, link);
      assert.deepEqual(code(text), code(plain), JSON.stringify(link));
      assert.equal(text.split('\n').length, plain.split('\n').length);
      for (const line of text.split('\n').filter(isComment)) {
        assert.doesNotMatch(line, /[\\\p{Cc}\p{Cf}\u2028\u2029]|\?\?/u);
      }
      const opening = text.split('\n').slice(0, 2).join('\n');
      assert.doesNotMatch(opening, /coding[:=]/); // where Python would believe it
    }
  });

test('a C program with a hostile link is one program that compiles without a warning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-lab-'));
  try {
    const file = join(folder, 'program.c');
    const experiment = experimentOf('?f=himmelblau&run=adam&steps=2');
    writeFileSync(file, textOf('c', experiment, HOSTILE.join(' ')));
    const flags = ['-O2', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-std=c11'];
    execFileSync('cc', [...flags, file, '-o', join(folder, 'program'), '-lm']);
    const printed = execFileSync(join(folder, 'program'), { encoding: 'utf8' });
    assert.equal(printed.split('\n')[0], 't,x,y,f,gx,gy,lr');
    assert.equal(printed.trim().split('\n').length, 4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const WORDS = ['lambda', 'np', 'f', 'theta', 'print', 'int', 'pow', 'linux', 'NAN', 'step', 'None'];
test('names that a language or the program uses get an underscore, and none is given twice', () => {
  const fresh = createNames();
  for (const word of WORDS) assert.equal(fresh(word), `${word}_`);
  assert.deepEqual(['rho', 'rho', 'rho_', 'NAN', 'A', 'y0'].map(fresh), [
    ...['rho', 'rho_', 'rho__', 'NAN__', 'A', 'y0'],
  ]);
});

test('a parameter of f and a slot of the same name stay two', () => {
  const text = textOf('numpy', experimentOf('?f=rosenbrock&run=rmsprop_torch,momentum:0.5'));
  assert.match(text, /^a, b = np\.array\(\[1\.0, 100\.0\]\)$/m);
  assert.match(text, /^ {8}b_ = momentum\*b_ \+ g\/\(np\.sqrt\(s - centered\*a_\*\*2\) \+ eps\)$/m);
});

test('PyTorch’s own optimizer is called where it is the same, and the rule written out elsewhere', () => {
  for (const { key } of core.catalog.optimizers) {
    const text = textOf('pytorch', experimentOf(`?f=himmelblau&run=${key}`));
    assert.equal(text.includes('torch.optim.'), TORCH_CALLS.has(key), key);
    assert.doesNotMatch(text, /undefined|NaN|[{}]\?/, key);
  }
  for (const key of TORCH_CALLS.keys())
    assert.ok(
      core.catalog.optimizers.some((unit) => unit.key === key),
      key,
    );
  const adam = textOf('pytorch', experimentOf('?f=himmelblau&run=adam,beta1:0.5'));
  assert.match(
    adam,
    /torch\.optim\.Adam\(\[theta\], lr=lr_at\(0\), betas=\(0\.5, 0\.999\), eps=1e-8\)/,
  );
});

test('PyTorch differentiates by itself, but not across a kink', () => {
  const [smooth, kinked] = ['?f=wavy&run=adam', '?f=hinge&run=adam'].map((query) =>
    textOf('pytorch', experimentOf(query)),
  );
  assert.match(smooth, /loss\.backward\(\)/);
  assert.doesNotMatch(smooth, /def grad/);
  assert.doesNotMatch(kinked, /backward|autograd/);
  assert.match(kinked, /x\.grad = grad\(x\.detach\(\)\)/);
});

test('noise is left out, and the program and its caller are told', () => {
  const quiet = experimentOf('?f=bowl');
  const noisy = setNoise(quiet, { sigma: 0.5, seed: 7 }, core.catalog);
  for (const language of keys) {
    assert.equal(exportCode(language, quiet, 0, core).isExact, true);
    assert.equal(exportCode(language, noisy, 0, core).isExact, false);
    const said = /adds noise to the gradient here \(standard deviation 0\.5, seed 7\)/;
    assert.match(textOf(language, noisy), said);
    assert.doesNotMatch(textOf(language, quiet), /noise/);
  }
});

test('a file is named after the run', () => {
  const names = (/** @type {string} */ query, /** @type {number} */ index) =>
    keys.map((language) => exportCode(language, experimentOf(query), index, core).fileName);
  assert.deepEqual(names('?f=himmelblau&run=sgd&run=adam', 1), [
    'descent-lab-adam-himmelblau.py',
    'descent-lab-adam-himmelblau-pytorch.py',
    'descent-lab-adam-himmelblau.c',
  ]);
  assert.equal(names('?fx=x^2&rule=x=x-lr*g&run=custom', 0)[0], 'descent-lab-custom-own.py');
});

test('a language that is not there is named with those that are', () => {
  assert.throws(() => exportCode('fortran', experimentOf(''), 0, core), {
    message: 'language is "fortran"; it must be one of numpy, pytorch, c',
  });
});

test('no program is written of what looks at the whole point, f or the curvature, or searches', () => {
  const methods = core.catalog.optimizers.filter(({ kind }) => kind === 'method');
  for (const key of ['lamb', 'polyak', 'newton', ...methods.map((unit) => unit.key)])
    for (const language of keys) {
      const experiment = experimentOf(`?f=himmelblau&run=${key}`);
      const { text, isWritten } = exportCode(language, experiment, 0, core);
      assert.equal(isWritten, false);
      for (const line of text.trimEnd().split('\n')) assert.match(line, /^(#|\/\/) /);
    }
  assert.equal(exportCode('c', experimentOf('?run=adam'), 0, core).isWritten, true);
});
