// The page's script in pieces, as one text: a row of names and, behind each, the piece itself.

/**
 * @typedef {object} Piece
 * @property {string} name by which others require it @property {readonly string[]} needs names, read with it
 * @property {string} text a function's body, with `require` and `later` for import and import()
 */

/** Stands in no script. */
const BETWEEN = '\0';

/** @param {readonly Piece[]} pieces */
export const packed = (pieces) =>
  pieces.flatMap(({ name, needs, text }) => [[name, ...needs].join(' '), text]).join(BETWEEN);

/** @param {string} text @returns {Piece[]} */
export function unpacked(text) {
  const parts = text ? text.split(BETWEEN) : [];
  return Array.from({ length: parts.length / 2 }, (_, i) => {
    const [name, ...needs] = parts[2 * i].split(' ');
    return { name, needs, text: parts[2 * i + 1] };
  });
}
