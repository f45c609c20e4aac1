// Files handed to the browser.

/**
 * Saves a file under a name.
 * @param {Blob} blob @param {string} fileName
 */
export function download(blob, fileName) {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000); // once the browser has taken it
}
