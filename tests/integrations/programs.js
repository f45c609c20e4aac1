// Finds out which programs for integration tests this machine has.

import { spawnSync } from 'node:child_process';

/**
 * Why a test cannot run here, for its `skip` option: a program that is not installed. False if all are.
 * @param {...string} commands each a command that ends without an error where its program is: 'jupyter
 *   --version'
 */
export function lacks(...commands) {
  const missing = commands.filter((command) => {
    const [program, ...words] = command.split(' ');
    return spawnSync(program, words, { stdio: 'ignore' }).status !== 0;
  });
  return missing.length > 0 && `not installed here: ${missing.join(', ')}`;
}
