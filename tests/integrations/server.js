// Servers of other programs, each for as long as a test uses it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const PATIENCE = 120_000; // ms until a server answers

/** A port that is free now. @returns {Promise<string>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return String(port);
}

/** Whether something answers at an address. @param {string} address */
const answers = (address) =>
  fetch(address).then(
    () => true,
    () => false,
  );

/**
 * Starts a server, waits until it answers, and ends it after `use`.
 * @param {string} cwd @param {string} program
 * @param {(address: string) => Promise<void>} use
 * @param {(port: string) => string[]} wordsOf what it is started with
 * @param {Record<string, string>} [env]
 */
export async function withServer(cwd, program, use, wordsOf, env = {}) {
  const port = await freePort();
  // A group of its own: it may have children, which are to end with it.
  const server = spawn(program, wordsOf(port), {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const address = `http://localhost:${port}/`;
  try {
    const giveUpMs = Date.now() + PATIENCE;
    while (!(await answers(address))) {
      if (server.exitCode !== null || Date.now() > giveUpMs)
        throw new Error(`${program} does not answer: ${said}`);
      await new Promise((done) => setTimeout(done, 200));
    }
    await use(address);
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n${said.slice(-4000)}`);
  } finally {
    if (server.exitCode === null) {
      process.kill(-(/** @type {number} */ (server.pid)), 'SIGKILL');
      await once(server, 'exit');
    }
  }
}
