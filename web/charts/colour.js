// Colours along a ramp that look evenly spaced: OKLCH, "a perceptual color space for image processing" (Björn
// Ottosson, 2020), to sRGB.

/** @typedef {[number, number, number]} Oklch lightness 0 to 1, chroma, hue in degrees */

/** @param {number} linear */
const gamma = (linear) =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.max(linear, 0) ** (1 / 2.4) - 0.055;

/**
 * @param {Oklch} colour
 * @returns {[number, number, number]} sRGB, 0 to 255; what sRGB cannot show is clamped
 */
export function oklchToRgb([lightness, chroma, hue]) {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return /** @type {[number, number, number]} */ (
    [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ].map((linear) => Math.round(255 * Math.min(1, Math.max(0, gamma(linear)))))
  );
}

/**
 * n colours from one end of a ramp to the other, as CSS.
 * @param {Oklch} from @param {Oklch} to @param {number} n
 */
export function ramp(from, to, n) {
  return Array.from({ length: n }, (_, i) => {
    const part = n > 1 ? i / (n - 1) : 0;
    const mixed = from.map((value, k) => value + (to[k] - value) * part);
    return `rgb(${oklchToRgb(/** @type {Oklch} */ (mixed)).join(' ')})`;
  });
}
