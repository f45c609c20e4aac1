// The clipboard, which a browser or a frame may refuse.

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the clipboard has it; if not, show the text to be copied by hand
 */
export async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
