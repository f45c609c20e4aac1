// The core in a worker, or in a thread of Node. The build makes one classic script of it, which stands as a
// text inside the page and the package, and becomes a worker by way of a Blob.

import { createService } from './service.js';

/**
 * What a browser's worker has as its global object.
 * @typedef {Pick<Worker, 'postMessage' | 'onmessage'>} Scope
 */

const thread = globalThis.process?.getBuiltinModule?.('node:worker_threads').parentPort;
const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));

if (thread) {
  const receive = createService((message, transfer = []) =>
    thread.postMessage(
      message,
      /** @type {import('node:worker_threads').TransferListItem[]} */ (transfer),
    ),
  );
  thread.on('message', receive);
} else {
  const receive = createService((message, transfer = []) => scope.postMessage(message, transfer));
  scope.onmessage = ({ data }) => receive(data);
}
