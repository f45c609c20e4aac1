// Finds a unit by any of the names that people have for it: in upper or lower case, without regard to accents
// and signs.

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho'
    .split(' ')
    .concat('sigma sigma tau upsilon phi chi psi omega'.split(' '));
const FIRST_GREEK = 'α'.codePointAt(0) ?? 0;

/** A text in plain small letters and digits, a space between words. @param {string} text */
export const plainWords = (text) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[α-ω]/g, (letter) => GREEK[(letter.codePointAt(0) ?? 0) - FIRST_GREEK])
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether words that follow each other in a text make up `run` when they are written as one.
 * @param {string} text @param {string} run
 */
function isRunOf(text, run) {
  const words = plainWords(text).split(' ');
  return words.some((_, from) =>
    words.slice(from).some((_, more) => words.slice(from, from + more + 1).join('') === run),
  );
}

/**
 * Whether what was typed names something: each of its words begins a word of a text, or as one word it is
 * several of a text ("heavyball").
 * @param {string} typed @param {readonly string[]} texts
 */
export function isNamed(typed, texts) {
  const wanted = plainWords(typed).split(' ');
  const words = texts.flatMap((text) => plainWords(text).split(' '));
  const isBegun = wanted.every((word) => words.some((each) => each.startsWith(word)));
  return isBegun || texts.some((text) => isRunOf(text, wanted.join('')));
}
