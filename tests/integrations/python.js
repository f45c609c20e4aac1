// Python environments in temporary folders.

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folder, run } from './project.js';

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

/** The wheel of this repository, as pip takes it. */
export function wheel() {
  const names = existsSync('dist/python') ? readdirSync('dist/python') : [];
  const name = names.find((each) => each.endsWith('.whl'));
  if (!name) throw new Error('dist/python/ has no wheel: make wheel');
  return resolve('dist/python', name);
}

/**
 * A new environment.
 * @param {string} name @param {string[]} packages what it is to hold
 * @returns {{ path: string, python: (...words: string[]) => string }} path: of its programs
 */
export function environment(name, packages) {
  const root = folder(name);
  const path = join(root, 'venv/bin');
  run(root, PYTHON, ['-m', 'venv', 'venv']);
  run(root, join(path, 'pip'), ['install', '--quiet', ...packages]);
  return { path, python: (...words) => run(root, join(path, 'python'), words) };
}
