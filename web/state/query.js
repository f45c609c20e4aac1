// A query string and its keys and texts. Unlike URLSearchParams, "+" is a plus (formulas are full of them), broken
// percent encoding is taken literally, and "&amp;" separates too, as in a link copied out of HTML.

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

/**
 * @param {string} query with or without the leading "?" or "#"
 * @returns {Map<string, string[]>} each key's texts, in order
 */
export function splitQuery(query) {
  /** @type {Map<string, string[]>} */
  const given = new Map();
  for (const pair of query.replace(/^[?#]/, '').split(/&(?:amp;)?/)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const key = decodeText(equals < 0 ? pair : pair.slice(0, equals));
    const text = equals < 0 ? '' : decodeText(pair.slice(equals + 1));
    const texts = given.get(key);
    if (texts) texts.push(text);
    else given.set(key, [text]);
  }
  return given;
}

/**
 * Encodes a text for a query. What RFC 3986 allows there and formulas need stays readable: letters, digits and
 * - _ . ~ , : / = ; * ( ). All else is encoded: & # % of course; + and space, since decoders disagree about them;
 * quotes and < >, which end a link in running text; ^, which RFC 3986 does not allow and mail programs stop at.
 * @param {string} text
 */
export function escapeText(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%(?:2C|3A|2F|3D|3B)/g, decodeURIComponent)
    .replace(/[!']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
