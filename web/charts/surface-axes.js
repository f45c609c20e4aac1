// Draws the axes around the surface: the base, its numbers along the two near edges, and the heights at the
// left corner. Each label stands outside its edge and inside the picture. Titles are placed first; a number
// that would touch a title is left out.

import { drawText } from './draw.js';
import { HEIGHT, keepApart, project } from './surface-geometry.js';
import { roundTicks } from './svg-picture.js';

/**
 * @typedef {import('./surface-geometry.js').View} View
 * @typedef {import('./surface-draw.js').Picture} Picture
 * @typedef {[number, number]} Place in pixels
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box in pixels
 * @typedef {{ text: string, place: Place, away: Place, distance: number }} Label away: a unit vector, to
 *   where it stands
 */

const MOST_TICKS = 5;
const LINE = 14;
/** Pixels from an edge to its numbers, and to its title. */
const [NUMBERS, TITLE] = [4, 26];
/** Pixels that labels keep from the edge of the picture. */
const MARGIN = 2;

/**
 * The box of a label: away from its place, and inside the picture.
 * @param {Label} label @param {number} wide of its text
 * @param {{ width: number, height: number }} size of the picture
 * @returns {Box}
 */
export function boxOf({ place: [x, y], away: [ux, uy], distance }, wide, { width, height }) {
  const far = distance + (Math.abs(ux) * wide + Math.abs(uy) * LINE) / 2;
  const within = (
    /** @type {number} */ low,
    /** @type {number} */ long,
    /** @type {number} */ most,
  ) => Math.max(MARGIN, Math.min(low, most - MARGIN - long));
  const left = within(x + ux * far - wide / 2, wide, width);
  const top = within(y + uy * far - LINE / 2, LINE, height);
  return { left, right: left + wide, top, bottom: top + LINE };
}

/** Maps data to the world's range, −1 to 1. @param {number} value @param {number} from @param {number} to */
const inWorld = (value, from, to) => (2 * (value - from)) / (to - from) - 1;

/**
 * The unit vector from the middle of the base to a place. If they coincide, it points down.
 * @param {View} view @param {Place} place @returns {Place}
 */
function awayFrom(view, [x, y]) {
  const [left, top] = project(view, 0, 0, 0);
  const long = Math.hypot(x - left, y - top);
  return long > 0 ? [(x - left) / long, (y - top) / long] : [0, 1];
}

/**
 * The names and numbers of the base, the names first.
 * @param {View} view @param {readonly number[]} box
 * @param {{ xTitle: string, yTitle: string, format: (value: number) => string }} scene
 * @returns {Label[]}
 */
export function baseLabels(view, [x0, x1, y0, y1], { xTitle, yTitle, format }) {
  const [nearX, nearY] = [view.sinA > 0 ? -1 : 1, view.cosA > 0 ? -1 : 1];
  const alongX = (/** @type {number} */ x) => project(view, x, nearY, 0);
  const alongY = (/** @type {number} */ y) => project(view, nearX, y, 0);
  const [beyondX, beyondY] = [awayFrom(view, alongX(0)), awayFrom(view, alongY(0))];
  return [
    { text: xTitle, place: alongX(0), away: beyondX, distance: TITLE },
    { text: yTitle, place: alongY(0), away: beyondY, distance: TITLE },
    ...roundTicks(x0, x1, MOST_TICKS).map((value) => ({
      text: format(value),
      place: alongX(inWorld(value, x0, x1)),
      away: beyondX,
      distance: NUMBERS,
    })),
    ...roundTicks(y0, y1, MOST_TICKS).map((value) => ({
      text: format(value),
      place: alongY(inWorld(value, y0, y1)),
      away: beyondY,
      distance: NUMBERS,
    })),
  ];
}

/**
 * The base, its labels, and the heights at the left corner. Returns where labels stand.
 * @param {Picture} picture @param {import('./surface-chart.js').SurfaceScene} scene
 * @param {readonly number[]} box
 */
export function drawAxes(picture, scene, box) {
  const { context, theme, view, ground } = picture;
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) => ({ x, y, place: project(view, x, y, 0) }));
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const { place } of corners) context.lineTo(...place);
  context.closePath();
  context.stroke();
  const { x, y } = corners.reduce((one, other) => (other.place[0] < one.place[0] ? other : one));
  context.strokeStyle = theme.soft;
  context.beginPath();
  context.moveTo(...project(view, x, y, 0));
  context.lineTo(...project(view, x, y, HEIGHT));
  context.stroke();
  const heights = heightLabels(ground, scene.format).map(({ text, z }) => ({
    text,
    place: project(view, x, y, z),
    away: /** @type {Place} */ ([-1, 0]),
    distance: 8,
  }));
  return writeApart(picture, [...baseLabels(view, box, scene), ...heights]);
}

/**
 * Some of the contours' values with their heights.
 * @param {import('./surface-relief.js').Ground} ground @param {(value: number) => string} format
 */
function heightLabels({ scale }, format) {
  const { values, base, scale: kind } = scale.levels;
  return values
    .map((value) => {
      const shown = kind === 'log' && Math.abs(base) < (value - base) * 1e-3 ? value - base : value;
      return { text: format(shown), z: scale.of(value) };
    })
    .filter(({ z }) => z > 0.05 && z <= HEIGHT)
    .reverse();
}

/** Writes the labels that fit, and returns their boxes. @param {Picture} picture @param {Label[]} labels */
function writeApart(picture, labels) {
  const { context, theme, size } = picture;
  context.font = `12px ${theme.font}`;
  const boxes = labels.map((label) => boxOf(label, context.measureText(label.text).width, size));
  const kept = keepApart(boxes, 3);
  for (const i of kept) {
    const { left, right, top } = boxes[i];
    drawText(picture, labels[i].text, (left + right) / 2, top + LINE / 2, {
      colour: theme.soft,
      size: 12,
    });
  }
  return kept.map((i) => boxes[i]);
}
