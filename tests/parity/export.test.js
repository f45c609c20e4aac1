// The exported programs are run, and every row they print is compared with the core's.
//
// Tolerance: 1e-10 of each value, or of a thousandth of its column's largest. The programs differentiate
// symbolically or automatically where the core's compiled objectives use their own forms, and call another
// libm, so the first step already differs in the last digit; the paths chosen multiply that by no more than
// four powers of ten. Where a run leaves the finite numbers the programs must end at the same row, whose
// numbers are not compared.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { exportCode } from '../../web/formula/export/index.js';
import { core } from '../web/core.js';
import { cases } from './export-cases.js';
import { relativeErrors } from './golden.js';
import { missing, PYTHON, underOwnNames } from './programs.js';

const TOLERANCE = 1e-10;
const LINK = 'https://example.org/descent-lab/?lab=descent&v=1';

/** @param {string} language @param {(typeof cases)[0]} each */
const programOf = (language, { experiment }) =>
  exportCode(language, experiment, 0, core, LINK).text;

/** A printed table as columns. @param {string} text @returns {Record<string, number[]>} */
function readTable(text) {
  const [head, ...lines] = text.trim().split('\n');
  const rows = lines.map((line) => line.split(',').map((word) => parse(word)));
  return Object.fromEntries(head.split(',').map((name, i) => [name, rows.map((row) => row[i])]));
}

/** @param {string} word as Python and C print a number */
const parse = (word) => (/nan|inf/.test(word) ? Number.NaN : Number(word));

/** @param {(typeof cases)[0]} each @param {string} printed */
function compare({ name, expected, experiment }, printed) {
  const { rows, columns, dim } = expected;
  assert.match(
    printed,
    dim === 1 ? /^t,x,f,gx,lr\n/ : /^t,x,y,f,gx,gy,lr\n/,
    `${name}: ${printed}`,
  );
  const { t, ...table } = readTable(printed);
  assert.deepEqual(
    t,
    Array.from({ length: rows }, (_, i) => i),
    `${name}: rows`,
  );
  const isCut = rows <= experiment.steps;
  for (const [column, values] of Object.entries(table)) {
    const end = isCut ? rows - 1 : rows;
    const wanted = [...columns[column].slice(0, end)].map((value) =>
      Number.isNaN(value) ? null : value,
    );
    relativeErrors(values, wanted).forEach((error, row) => {
      const place = `${name}: ${column} at step ${row}: ${values[row]}, ${wanted[row]} in the core`;
      assert.ok(error <= TOLERANCE, place);
    });
  }
}

/** Optimizers of which there are programs. */
const written = core.catalog.optimizers.filter(
  ({ group }) => group !== 'whole_vector' && group !== 'classic',
);

test('the cases cover every unit of which there are programs', () => {
  const said = JSON.stringify(cases.map(({ experiment }) => experiment));
  for (const family of [core.catalog.objectives, written, core.catalog.schedules])
    for (const { key } of family) assert.ok(said.includes(`"${key}"`), key);
  for (const { key } of written)
    for (const dim of [1, 2])
      assert.ok(
        cases.some(
          ({ expected, experiment }) =>
            expected.dim === dim && experiment.runs[0].optimizer === key,
        ),
        `${key} in ${dim}D`,
      );
  assert.ok(cases.some(({ expected, experiment }) => expected.rows <= experiment.steps));
});

const isCi = process.env.CI === 'true';
for (const [language, module] of [
  ['numpy', 'numpy'],
  ['pytorch', 'torch'],
]) {
  const skip = missing(module);
  const mustRun = isCi && module === 'numpy';
  test(`${cases.length} exported ${language} programs print the core’s table`, {
    skip: !mustRun && skip,
  }, () => {
    assert.equal(skip, false);
    const input = JSON.stringify(cases.map((each) => programOf(language, each)));
    const answer = execFileSync(PYTHON, ['tests/parity/export.py'], {
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: {
        ...process.env,
        OMP_NUM_THREADS: '1',
        PYTHONWARNINGS: 'error',
        PYTHONDONTWRITEBYTECODE: '1',
      },
    });
    const outputs = JSON.parse(answer);
    assert.equal(outputs.length, cases.length);
    for (const [i, each] of cases.entries()) compare(each, outputs[i]);
  });
}

test(`${cases.length} exported C programs compile without a warning and print the core’s table`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-lab-'));
  try {
    const programs = cases.map((each) => programOf('c', each));
    const parts = programs.map((text, i) => underOwnNames(text, i));
    const calls = programs.map((_, i) => `    main_${i}__();\n    puts("");`).join('\n');
    const all = join(folder, 'all.c');
    writeFileSync(
      all,
      `#include <math.h>\n#include <stdio.h>\n${parts.join('\n')}\nint main(void) {\n${calls}\n}\n`,
    );
    const flags = ['-O2', '-Wall', '-Wextra', '-Werror', '-std=c11'];
    execFileSync('cc', [...flags, all, '-o', join(folder, 'all'), '-lm'], { encoding: 'utf8' });
    const outputs = execFileSync(join(folder, 'all'), {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }).split('\n\n');
    assert.equal(outputs.length, cases.length + 1);
    for (const [i, each] of cases.entries()) compare(each, `${outputs[i]}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
