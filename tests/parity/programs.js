// Helpers of the tests that run exported programs.
import { spawnSync } from 'node:child_process';

export const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

/** Why Python cannot run a program, or false. @param {string} module */
export function missing(module) {
  if (spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0) return false;
  return `${PYTHON} has no ${module}: apt-get install python3-${module}`;
}

/** What is global in a program of C. @param {string} text */
const globalNames = (text) => [
  'main',
  ...[...text.matchAll(/^static (?:const )?\w+ (\w+(?: = [^,;]+, \w+)*)/gm)].flatMap(
    ([, names]) => names.match(/[a-z_]\w*/gi) ?? [],
  ),
];

/**
 * A program of C with names of its own, so that many fit into one.
 * @param {string} text
 * @param {number} i
 * @param {string} [more] what reads them
 */
export function underOwnNames(text, i, more = '') {
  const names = [...new Set(globalNames(text))];
  const define = names.map((name) => `#define ${name} ${name}_${i}__`).join('\n');
  return `${define}\n${text}\n${more}\n${names.map((name) => `#undef ${name}`).join('\n')}`;
}
