// The colours and fonts of the charts: a canvas cannot use CSS variables, so they are read here, anew on each draw
// that follows a change of theme.

const TOKENS = /** @type {const} */ ({
  ink: '--lab-ink',
  soft: '--lab-ink-soft',
  line: '--lab-line',
  paper: '--lab-paper',
  accent: '--lab-accent',
});

/**
 * @typedef {Record<keyof typeof TOKENS, string> & { runs: string[], font: string }} Theme
 */

/** Hues of the runs; style number i uses hue i modulo this. */
export const HUES = 5;

/**
 * @param {Element} element any element the theme applies to
 * @returns {Theme}
 */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([key, name]) => [key, read(name)]),
  );
  return /** @type {Theme} */ ({
    ...colours,
    runs: Array.from({ length: HUES }, (_, i) => read(`--lab-run-${i + 1}`)),
    font: style.fontFamily,
  });
}
