// A map as pixels: the colour of each, and what the colours stand for. The hue says where a run arrives, the
// lightness how soon: the later the darker. Hues are as many as can be told apart, also by eyes that confuse
// red and green, whose neighbours differ in lightness; the numbers in the legend and beside the points say
// the same.

import { oklchToRgb } from './colour.js';

/**
 * @typedef {import('../core/types.js').Map} RunMap
 * @typedef {import('./colour.js').Oklch} Oklch
 * @typedef {[number, number, number]} Rgb
 *
 * @typedef {object} Look how a map is coloured
 * @property {string} show what its pixels show: "basin", "steps", "value", "fate" or "orbit"
 * @property {boolean} isDark the page around it
 * @property {readonly string[]} kinds of the catalog
 *
 * @typedef {object} Entry of the legend
 * @property {string} key "0", "1", …: of a point; "nowhere", "outside"; a kind
 * @property {number} number of a point, from 1 in the order of the colours; else 0
 * @property {string} colour as CSS
 * @property {number} count of pixels
 *
 * @typedef {object} Scale of a legend that is a ramp
 * @property {string} colours CSS, from least to most
 * @property {number} from @property {number} to @property {boolean} isLog
 *
 * @typedef {object} Painted
 * @property {Uint8ClampedArray<ArrayBuffer>} pixels RGBA, the top row first
 * @property {Entry[]} entries @property {Scale|null} scale
 */

/** Of the points: hue, and what is added to the lightness. @type {[number, number][]} */
const HUES = [
  [250, 0],
  [62, 0.04],
  [165, 0.01],
  [350, 0],
  [100, 0.06],
  [300, -0.03],
  [215, 0.05],
  [30, -0.02],
  [132, 0.03],
  [275, 0.06],
];
const CHROMA = 0.125;
/** Lightness of a run that arrives at once, and of the last one. */
const [SOON, LATE] = [0.86, 0.38];
/** Lightness that a point is known by in the legend. */
const MIDDLE = 0.68;
/** Ends of the ramps, least to most. @type {Oklch[]} */
const RAMP = [
  [0.93, 0.09, 100],
  [0.72, 0.13, 165],
  [0.5, 0.11, 235],
  [0.28, 0.09, 285],
];
const STEPS = 64; // shades of a ramp
const FAINT = 0.7; // part of the ramp that shows on the page
/** What is not worth a hue: runs that arrive nowhere, and those that leave the numbers; light, then dark. */
const NOWHERE = /** @type {Oklch[]} */ ([
  [0.93, 0.004, 90],
  [0.3, 0.004, 270],
]);
const OUTSIDE = /** @type {Oklch[]} */ ([
  [0.62, 0.012, 270],
  [0.16, 0.006, 270],
]);
/** Of the kinds of a diagnosis. @type {Record<string, Oklch>} */
const KINDS = {
  converged: [0.5, 0.12, 250],
  converging: [0.74, 0.1, 240],
  crawling: [0.87, 0.06, 215],
  moving: [0.9, 0.1, 100],
  stalled: [0.6, 0.1, 330],
  oscillating: [0.78, 0.14, 75],
  diverging: [0.58, 0.17, 38],
};

/** In the order of the legend. */
const FATES = [...Object.keys(KINDS), 'left'];

/** @param {Oklch} colour */
const css = (colour) => `rgb(${oklchToRgb(colour).join(' ')})`;

/**
 * @param {number} k which point, in the order of the legend @param {number} part 0: soon, 1: late
 * @returns {Oklch}
 */
function pointColour(k, part) {
  const [hue, more] = HUES[k % HUES.length];
  const lightness = SOON + (LATE - SOON) * part + more;
  // Near white and near black fewer colours are shown.
  return [lightness, CHROMA * (1 - 0.45 * Math.abs(2 * part - 0.9)), hue];
}

/** @param {number} part 0 to 1 @returns {Oklch} */
function rampColour(part) {
  const at = Math.min(RAMP.length - 1.000001, part * (RAMP.length - 1));
  const [a, b] = [RAMP[Math.floor(at)], RAMP[Math.floor(at) + 1]];
  return /** @type {Oklch} */ (a.map((value, i) => value + (b[i] - value) * (at % 1)));
}

/**
 * The range in which all but a few numbers lie.
 * @param {number[]} values @returns {[number, number]}
 */
function bulkOf(values) {
  const sorted = Float64Array.from(values).sort();
  const at = (/** @type {number} */ part) => sorted[Math.floor(part * (sorted.length - 1))];
  return sorted.length ? [at(0.01), at(0.99)] : [0, 1];
}

/**
 * In which order points have their colours: those that attract first, whatever the map.
 * @param {RunMap['points']} points @returns {number[]} the place of each point in it
 */
export function orderOf(points) {
  const rank = ['global_minimum', 'minimum', 'end'];
  const place = (/** @type {number} */ i) => (rank.indexOf(points[i].kind) + 4) % 4;
  const order = points.map((_, i) => i).sort((a, b) => place(a) - place(b) || a - b);
  return points.map((_, i) => order.indexOf(i));
}

/** @param {number} value @param {[number, number]} range */
const partOf = (value, [from, to]) =>
  to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0;

/** Shades of a colour, by part. @param {(part: number) => Oklch} colour @returns {Rgb[]} */
const shadesOf = (colour) =>
  Array.from({ length: STEPS }, (_, i) => oklchToRgb(colour(i / (STEPS - 1))));

/** @param {Rgb[]} shades @param {number} part */
const shade = (shades, part) => shades[Math.round(part * (STEPS - 1))];

/**
 * @param {RunMap} map @param {Look} look
 * @returns {Painted}
 */
export function paintMap(map, { show, isDark, kinds }) {
  const { width, height, basin, steps, value, fate, points, visits = [] } = map;
  const n = width * height;
  const [nowhere, outside] = [NOWHERE, OUTSIDE].map((pair) => pair[isDark ? 1 : 0]);
  const [grey, black] = [oklchToRgb(nowhere), oklchToRgb(outside)];
  const order = orderOf(points);
  const counts = new Map();
  const count = (/** @type {string} */ key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  /** @type {(p: number) => Rgb} */
  let colourOf;
  /** @type {Scale|null} */
  let scale = null;
  const scaleOf = (
    /** @type {number[]} */ [from, to],
    /** @type {typeof rampColour} */ colour,
  ) => ({
    ...{ from, to, isLog: true },
    colours: [0, 1, 2, 3, 4, 5, 6].map((i) => css(colour(i / 6))).join(', '),
  });
  if (show === 'orbit') {
    const most = Math.max(1, Float64Array.from(visits).sort().at(-1) ?? 1);
    // Places that are seldom visited must show as well.
    const colour = (/** @type {number} */ part) =>
      rampColour(isDark ? FAINT * (1 - part) : 1 - FAINT * (1 - part));
    const ramp = shadesOf(colour);
    scale = scaleOf([1, most], colour);
    colourOf = (p) => {
      if (basin[p % width] === -2) {
        count('outside');
        return black;
      }
      return visits[p] ? shade(ramp, partOf(Math.log(visits[p]), [0, Math.log(most)])) : grey;
    };
  } else if (show === 'fate') {
    const colours = kinds.map((kind) => oklchToRgb(KINDS[kind] ?? outside));
    colourOf = (p) => {
      count(kinds[fate[p]]);
      return colours[fate[p]] ?? grey;
    };
  } else {
    const isSteps = show !== 'value';
    let least = Number.POSITIVE_INFINITY;
    for (const each of value) if (each < least) least = each;
    const floor = Number.isFinite(least) ? least : 0;
    const measure = (/** @type {number} */ p) =>
      isSteps ? Math.log1p(steps[p]) : Math.log10(Math.max(value[p] - floor, 1e-16));
    const counted = Array.from({ length: n }, (_, p) => p).filter((p) =>
      isSteps ? basin[p] >= 0 : Number.isFinite(value[p]),
    );
    const range = bulkOf(counted.map(measure));
    const ramp = shadesOf(rampColour);
    const hues =
      show === 'basin' ? HUES.map((_, k) => shadesOf((part) => pointColour(k, part))) : [];
    if (show !== 'basin')
      scale = scaleOf(
        range.map((end) => (isSteps ? Math.expm1(end) : floor + 10 ** end)),
        rampColour,
      );
    colourOf = (p) => {
      if (basin[p] === -2 || (!isSteps && !Number.isFinite(value[p]))) {
        count('outside');
        return black;
      }
      if (isSteps && basin[p] === -1) {
        count('nowhere');
        return grey;
      }
      const part = partOf(measure(p), range);
      if (show !== 'basin') return shade(ramp, part);
      count(String(basin[p]));
      return shade(hues[(order[basin[p]] ?? basin[p]) % HUES.length], part);
    };
  }
  const pixels = new Uint8ClampedArray(4 * n);
  for (let p = 0; p < n; p++) {
    const at = 4 * ((height - 1 - Math.floor(p / width)) * width + (p % width));
    const [r, g, b] = colourOf(p);
    pixels[at] = r;
    pixels[at + 1] = g;
    pixels[at + 2] = b;
    pixels[at + 3] = 255;
  }
  const colourFor = (/** @type {string} */ key) => {
    if (key === 'nowhere') return css(nowhere);
    if (key === 'outside') return css(outside);
    if (show === 'fate') return css(KINDS[key] ?? outside);
    const [hue, more] = HUES[(order[Number(key)] ?? Number(key)) % HUES.length];
    return css([MIDDLE + more, CHROMA, hue]);
  };
  const last = points.length + kinds.length;
  const rankOf = (/** @type {string} */ key) =>
    Number.isNaN(Number(key))
      ? last + ['nowhere', 'outside', ...FATES].indexOf(key)
      : (order[Number(key)] ?? Number(key));
  const entries = [...counts].map(([key, many]) => ({
    ...{ key, colour: colourFor(key), count: many },
    number: Number.isNaN(Number(key)) ? 0 : rankOf(key) + 1,
  }));
  return { pixels, entries: entries.sort((a, b) => rankOf(a.key) - rankOf(b.key)), scale };
}
