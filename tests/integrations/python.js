// Python environments in temporary folders, with this repository's wheel installed as from PyPI.

import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folder, run } from './project.js';

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

/** The file of dist/python with this ending. @param {string} ending */
export function built(ending) {
  const [name] = readdirSync('dist/python').filter((each) => each.endsWith(ending));
  return resolve('dist/python', name);
}

/**
 * A new environment that holds the package and what else it is to hold.
 * @param {string} name @param {string[]} packages of PyPI
 * @returns {{ path: string, python: (...words: string[]) => string }} path: of its programs
 */
export function environment(name, packages) {
  const root = folder(name);
  const path = join(root, 'venv/bin');
  run(root, PYTHON, ['-m', 'venv', 'venv']);
  run(root, join(path, 'pip'), ['install', '--quiet', built('.whl'), ...packages]);
  return { path, python: (...words) => run(root, join(path, 'python'), words) };
}
