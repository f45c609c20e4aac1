// The worker's script as a text, which becomes a worker by way of a Blob: no second file can be lost by a
// bundler, and a page opened from a file may have none. The build puts it here; in the repository itself
// there is only the module.

/** @type {string|undefined} */
export const SCRIPT = undefined;
/** Where the module is, for Node. Not in what is built: bundlers would look for it there. */
export const workerFile = () => new URL('./worker.js', import.meta.url);
