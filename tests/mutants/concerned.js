// Finds the tests that concern a file: the C tests for a file of c/, and the Node tests that import a file
// of web/ directly or indirectly.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const FOLDERS = ['tests/web', 'tests/parity'];
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/** @type {Map<string, string[]>} */ const known = new Map();

/** What a module imports. @param {string} file */
function importsOf(file) {
  const found = known.get(file);
  if (found) return found;
  const text = existsSync(file) && file.endsWith('.js') ? readFileSync(file, 'utf8') : '';
  const all = [...text.matchAll(IMPORT)].map(([, path]) => normalize(join(dirname(file), path)));
  known.set(file, all);
  return all;
}

/**
 * Whether a module reaches a file.
 * @param {string} from
 * @param {string} file
 * @param {Set<string>} [seen]
 * @returns {boolean}
 */
function reaches(from, file, seen = new Set()) {
  if (from === file) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return importsOf(from).some((each) => reaches(each, file, seen));
}

/**
 * The number of words that two names share. A test named like the file is likelier to notice, and runs first.
 * @param {string} test
 * @param {string} file
 */
const likeness = (test, file) =>
  test.split(/[/._-]/).filter((word) => word.length > 2 && file.split(/[/._-]/).includes(word))
    .length;

/** The likeliest to notice first. @param {string[]} tests @param {string} file */
export const likeliest = (tests, file) =>
  [...tests].sort((a, b) => likeness(b, file) - likeness(a, file));

/** The tests in Node that concern a file of web/, or of c/: then all. @param {string} file */
export function testsOf(file) {
  const all = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.js'))
      .map((name) => join(folder, name)),
  );
  return file.startsWith('c/') ? all : all.filter((test) => reaches(test, file));
}

/** A folder of c/ and words in the names of the C tests that are about it. @type {Record<string, string[]>} */
const ABOUT = {
  formula: ['formula'],
  objectives: ['objective', 'objectives', 'units'],
  optimizers: ['rule', 'units'],
  schedules: ['units'],
  smoothing: ['units'],
  core: ['objective', 'sample', 'rule', 'rng'],
};

/** The programs of tests/c for a file of c/, the likeliest to notice first. @param {string} file */
export function programsOf(file) {
  const about = ABOUT[file.split('/')[1]] ?? [];
  if (!about.length) return [];
  const closeness = (/** @type {string} */ program) =>
    2 * likeness(program, file) + about.filter((word) => program.includes(word)).length;
  return readdirSync('tests/c')
    .filter((name) => name.endsWith('_test.c'))
    .map((name) => `build/c/${name.slice(0, -2)}`)
    .filter((program) => closeness(program) > 0)
    .sort((a, b) => closeness(b) - closeness(a));
}
