// Words on pictures.

/** An equation stays on one line where it can. @param {string} text */
const unbroken = (text) => text.replace(/ = /g, '\u00a0=\u00a0');

/**
 * A word in pieces no wider than `width`.
 * @param {string} word @param {number} width @param {(text: string) => number} measure
 */
function piecesOf(word, width, measure) {
  /** @type {string[]} */
  const pieces = [''];
  for (const letter of word) {
    const longer = pieces[pieces.length - 1] + letter;
    if (longer === letter || measure(longer) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(letter);
  }
  return pieces;
}

/**
 * Breaks a text at its spaces into lines no wider than `width`; a word that is wider is broken too.
 * @param {string} text @param {number} width @param {(text: string) => number} measure
 */
export function wrapText(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  const words = unbroken(text)
    .split(/[ \t\n]+/)
    .filter(Boolean);
  for (const word of words.flatMap((each) => piecesOf(each, width, measure))) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
