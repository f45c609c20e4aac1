// Writes a text so that its most frequent letters beyond ASCII are a byte each; pieces.js reads it.

const MOST = 127;
const isHigh = (/** @type {string} */ letter) => letter > '\x7f';

/** The letters beyond ASCII that are used most, the most frequent first. @param {string} text */
function lettersOf(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const letter of text.split('').filter(isHigh))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted
    .slice(0, MOST)
    .map(([letter]) => letter)
    .join('');
}

/** @param {string} text @param {string} letters of lettersOf */
function narrowed(text, letters) {
  const code = (/** @type {string} */ letter) => {
    const place = letters.indexOf(letter);
    if (place >= 0) return String.fromCharCode(0x80 + place);
    return `\xff${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  };
  return Buffer.from(text.replace(/[^\0-\x7f]/g, code), 'latin1');
}

/** Texts as bytes, and the letters that they write as one. @param {readonly string[]} texts */
export function narrow(texts) {
  const letters = lettersOf(texts.join(''));
  return { letters, bytes: texts.map((text) => narrowed(text, letters)) };
}
