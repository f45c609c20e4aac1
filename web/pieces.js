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

/** Where bytes from 0x80 on are as a TextDecoder for "x-user-defined" has them. */
const HIGH = 0xf780;

/**
 * A text whose letters beyond ASCII are a byte each: a place in `letters`, or 0xff and four hexadecimal
 * digits. In UTF-8 Vietnamese takes three bytes a letter, which compress to about two.
 * @param {BufferSource} bytes @param {string} letters at most 127
 */
export const widened = (bytes, letters) =>
  new TextDecoder('x-user-defined')
    .decode(bytes)
    .replace(/\uf7ff(.{4})|[\uf780-\uf7fe]/g, (high, digits) =>
      digits
        ? String.fromCharCode(Number.parseInt(digits, 16))
        : letters[high.charCodeAt(0) - HIGH],
    );
