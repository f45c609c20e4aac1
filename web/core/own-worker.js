// The worker's script as a text, which becomes a worker by way of a Blob: no second file can be lost by a
// bundler, and a page opened from a file may have none. The build puts it here: into the package deflated,
// into the page as a way to make it of the pieces that are there anyway. In the repository itself there is
// only the module.

/** @returns {Promise<string|undefined>} */
export const workerScript = async () => undefined;
/** Where the module is, for Node. Not in what is built: bundlers would look for it there. */
export const workerFile = () => new URL('./worker.js', import.meta.url);
