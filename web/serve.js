// Serves dist/ on localhost and prints the address. For trying out: the page needs no server.

import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/**
 * @param {{ port?: number, folder?: string }} [options] port 0: any that is free
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serve({
  port = 0,
  folder = fileURLToPath(new URL('../dist/', import.meta.url)),
} = {}) {
  const server = createServer((request, response) => {
    // The path alone: "//" begins no other host here.
    const [pathname] = (request.url ?? '/').split(/[?#]/);
    const path = join(folder, normalize(pathname.replace(/\/$/, '/index.html')));
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))];
    if (!type || !path.startsWith(folder) || !existsSync(path)) {
      response.writeHead(404).end('not found');
      return;
    }
    // Pages on other ports may load the library, as from a public server.
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const { port: used } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ address: `http://localhost:${used}/`, close: () => server.close() });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = Number(process.env.PORT ?? 8080);
  const { address } = await serve({ port: wanted }).catch(() => serve());
  console.log(`Descent Lab: ${address}`);
}
