// A query string and its keys and texts. Unlike URLSearchParams, "+" is a plus (formulas are full of them),
// broken percent encoding is taken literally, and "&amp;" separates too, as in a link copied out of HTML.
// What else other programs do to a link is undone by MENDS, and only where the literal text cannot be read.

/** @param {string} run one or more "%xx" */
function decodeRun(run) {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/**
 * Decodes percent encoding as far as it is well formed. The result holds no lone surrogate.
 * @param {string} text
 */
function decodeText(text) {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun).replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Blanks of no width, joiners, soft hyphens, byte order marks. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** What ends the sentence or the quotation around a link. */
const CLOSING = `)]}>"'“”’»*_,;:!?|\\.`;

/**
 * A text without what ends the sentence around it; what two dots stand for, nobody knows.
 * @param {string} text
 */
function withoutClosing(text) {
  let end = text.length;
  while (end > 0 && CLOSING.includes(text[end - 1]) && text.slice(end - 2, end) !== '..') end--;
  return text.slice(0, end);
}

/**
 * A decimal comma as a dot; "1,200" may be a thousand and stays.
 * @param {string} found @param {string} before @param {string} whole @param {string} part
 */
const withDot = (found, before, whole, part) =>
  /^[1-9]\d{0,2}$/.test(whole) && part.length === 3 ? found : `${before}${whole}.${part}`;

/**
 * @typedef {object} Mend undoes what programs do to links
 * @property {(raw: string) => string} [raw] before percent signs are decoded
 * @property {(text: string, isLast: boolean) => string} [text] afterwards; isLast: the link ends with it
 */

/** @type {readonly Mend[]} */
export const MENDS = Object.freeze([
  // Encoders of forms write "+" for a blank.
  { raw: (raw) => raw.replaceAll('+', ' ') },
  // What was encoded already was encoded once more.
  { text: decodeText },
  // Copied with the characters that follow it, or with invisible ones.
  {
    text(text, isLast) {
      const seen = text.replace(UNSEEN, '');
      return isLast ? withoutClosing(seen) : seen;
    },
  },
  // A decimal comma, in a parameter or in a lone number.
  {
    text: (text) =>
      text
        .replace(/(:[-+]?)(\d+),(\d+)(?=$|[,e])/gi, withDot)
        .replace(/^([-+]?)(\d+),(\d+)(?=$|e)/i, withDot),
  },
]);

/**
 * A query without what introduces it; decoded where it was encoded as one text, twice at most.
 * @param {string} query
 */
function bare(query) {
  let text = query.replace(/^[?#/]+/, '');
  for (let i = 0; i < 2 && !text.includes('=') && /%(?:25)*3D/i.test(text); i++)
    text = decodeText(text);
  return text;
}

/**
 * @param {string} query with or without the leading "?" or "#"
 * @param {readonly Mend[]} [mends] those of MENDS that are applied to its texts
 * @returns {Map<string, string[]>} each key's texts, in order
 */
export function splitQuery(query, mends = []) {
  /** @type {Map<string, string[]>} */
  const given = new Map();
  const pairs = bare(query).split(/&(?:amp(?:;|%3B))*/i);
  for (const [i, pair] of pairs.entries()) {
    if (pair === '') continue;
    const [key, raw] = splitPair(pair);
    const encoded = mends.reduce((text, mend) => mend.raw?.(text) ?? text, raw);
    const isLast = i === pairs.length - 1;
    const text = mends.reduce((so, mend) => mend.text?.(so, isLast) ?? so, decodeText(encoded));
    const texts = given.get(key);
    if (texts) texts.push(text);
    else given.set(key, [text]);
  }
  return given;
}

/** @param {string} pair @returns {[key: string, raw: string]} */
function splitPair(pair) {
  const equals = /=|%3D/i.exec(pair);
  const key = equals ? pair.slice(0, equals.index) : pair;
  const raw = equals ? pair.slice(equals.index + equals[0].length) : '';
  return [decodeText(key).replace(UNSEEN, '').trim(), raw];
}

/**
 * Encodes a text for a query. What RFC 3986 allows there and formulas need stays readable: letters, digits
 * and - _ . ~ , : / = ; * ( ). All else is encoded: & # % of course; + and space, since decoders disagree
 * about them; quotes and < >, which end a link in running text; ^, which RFC 3986 does not allow and mail
 * programs stop at.
 * @param {string} text
 */
export function escapeText(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%(?:2C|3A|2F|3D|3B)/g, decodeURIComponent)
    .replace(/[!']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
