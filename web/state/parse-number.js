// Numbers as people type them, and as links carry them.

/** A whole number in groups of three digits, the same sign between all of them. */
const GROUPED = /^[+-]?\d{1,3}([.,\s])\d{3}(?:\1\d{3})*$/;
/** A decimal number with a dot, as links and programs write it. */
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The minus of books, and the dashes that editors and word processors make of a hyphen. */
const MINUS = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * Reads a number from a link: always a dot; a minus may be any dash. What is too large to hold comes back
 * infinite, so that the caller can clamp it; a spelled-out "Infinity" or "NaN" is no number.
 * @param {string} text
 * @returns {number|undefined}
 */
export function readNumber(text) {
  const trimmed = text.trim().replace(MINUS, '-');
  return PLAIN.test(trimmed) ? Number(trimmed) : undefined;
}

/**
 * Reads a number from a field. The decimal sign is a dot or a comma, and there is at most one of them:
 * "1.234,5" and "1,234.5" are refused rather than guessed at, so digits cannot be grouped; but where only
 * whole numbers are meant, "10,000", "10.000" and "10 000" can only be ten thousand. A minus may be any dash.
 * What is not a finite number comes back undefined.
 * @param {string} text @param {boolean} [isWhole]
 * @returns {number|undefined}
 */
export function maybeNumber(text, isWhole = false) {
  const trimmed = text.trim();
  const ungrouped = isWhole && GROUPED.test(trimmed) ? trimmed.replace(/[.,\s]/g, '') : trimmed;
  const plain = ungrouped
    .replace(MINUS, '-')
    .replace(/^([+-])\s+/, '$1')
    .replace(',', '.');
  const value = readNumber(plain);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The shortest text that reads back as the same number: a dot, no grouping, no "+" (which many a decoder
 * takes for a space). Minus zero is written as zero.
 * @param {number} value
 */
export function formatShortest(value) {
  return String(value).replace('e+', 'e');
}
