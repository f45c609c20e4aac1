// Which tests concern a file: the C tests for C; of those in Node the ones that import it, by way of
// whatever.

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
 * Words that two names share: a test named like the file is likelier to notice, and asked first.
 * @param {string} test
 * @param {string} file
 */
const likeness = (test, file) =>
  test.split(/[/.-]/).filter((word) => word.length > 2 && file.split(/[/.-]/).includes(word))
    .length;

/** @param {string} file of web/, or of c/: then all @returns {string[]} the likeliest to notice first */
export function testsOf(file) {
  const all = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.js'))
      .map((name) => join(folder, name)),
  );
  const concerned = file.startsWith('c/') ? all : all.filter((test) => reaches(test, file));
  return concerned.sort((a, b) => likeness(b, file) - likeness(a, file));
}
