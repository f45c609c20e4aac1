// Reads the colours and fonts of the charts from CSS variables, which a canvas cannot use. They are read anew
// at the first draw after a change of theme.

const TOKENS = /** @type {const} */ ({
  ink: '--lab-ink',
  soft: '--lab-ink-soft',
  line: '--lab-line',
  paper: '--lab-paper',
  accent: '--lab-accent',
  contour: '--lab-contour',
});

/**
 * @typedef {Record<keyof typeof TOKENS, string> & { runs: string[], font: string,
 *   field: [import('./colour.js').Oklch, import('./colour.js').Oklch] }} Theme
 *   field: the ends of the fills' ramp, for low and for high f
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
  return /** @type {Theme} */ (
    /** @type {unknown} */ ({
      ...colours,
      runs: Array.from({ length: HUES }, (_, i) => read(`--lab-run-${i + 1}`)),
      field: ['low', 'high'].map((end) => read(`--lab-field-${end}`).split(' ').map(Number)),
      font: style.fontFamily,
    })
  );
}
