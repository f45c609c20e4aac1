// The core in a worker, or in a thread of Node. The build makes one classic script of it, which stands as a text inside
// the page and the package, and becomes a worker by way of a Blob.

import { createService } from './service.js';

const port =
  globalThis.process?.getBuiltinModule?.('node:worker_threads').parentPort ??
  /** @type {any} */ (globalThis);

const receive = createService((message, transfer = []) => port.postMessage(message, transfer));
if (port.on) port.on('message', receive);
else port.onmessage = (/** @type {MessageEvent} */ { data }) => receive(data);
