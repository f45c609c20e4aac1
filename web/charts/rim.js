// Paths that leave the view are told at its rim: an arrow where one goes out, and above the plot, where no
// path runs, a tag that says when.

import { drawArrow, drawMarker, drawText, textWidth } from './draw.js';
import { clipSegment } from './geometry.js';
import { spread } from './labels.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./labels.js').Place} Place
 * @typedef {import('./labels.js').Box} Box
 * @typedef {import('./paths.js').PathRun} PathRun
 *
 * @typedef {object} Exit
 * @property {PathRun} run
 * @property {number} row the first one that is out of view, of all that follow up to the end or to the step
 *   shown
 * @property {Place} place on the rim, in pixels @property {Place} way a unit vector, outwards
 *
 * @typedef {object} Words
 * @property {(t: number) => string} long "leaves at step 7" @property {(t: number) => string} short "step 7"
 */

/** The height of the band of tags above a plot, in pixels. */
export const BAND = 24;
const ARROW = 18;
const SIZE = 12;
/** The width of a tag's marker with the room after it, and the gap between two tags. */
const [MARK, GAP] = [14, 16];

/**
 * The row at which a path goes out of the view for good, or undefined when it ends inside, or never was
 * there.
 * @param {ArrayLike<number>} x @param {ArrayLike<number>} y
 * @param {readonly number[]} view x from, x to, y from, y to @param {number} last the last row that counts
 */
export function exitRow(x, y, [x0, x1, y0, y1], last) {
  const isIn = (/** @type {number} */ row) =>
    x[row] >= x0 && x[row] <= x1 && y[row] >= y0 && y[row] <= y1;
  let row = Math.min(last, x.length - 1);
  while (row > 0 && !Number.isFinite(x[row] + y[row])) row--;
  const isLost = row < Math.min(last, x.length - 1); // a point that is not finite is in no view
  if (row < 0 || (isIn(row) && !isLost)) return undefined;
  if (isIn(row)) return row + 1;
  while (row > 0 && !isIn(row - 1)) row--;
  return row > 0 ? row : undefined;
}

/**
 * Where and in which direction a path leaves at a row: at the rim, or at its last point if the next is not
 * finite.
 * @param {PathRun} run @param {number} row @param {(row: number) => Place} placeOf @param {Box} area
 * @returns {Exit}
 */
export function exitAt(run, row, placeOf, area) {
  const [from, to] = [placeOf(row - 1), placeOf(row)];
  const long = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(long > 0)) return { run, row, place: from, way: { x: 0, y: -1 } };
  const cut = clipSegment(from.x, from.y, to.x, to.y, area);
  const place = cut ? { x: cut[2], y: cut[3] } : from;
  return { run, row, place, way: { x: (to.x - from.x) / long, y: (to.y - from.y) / long } };
}

/** Arrows at the rim, each where a path goes out. @param {Frame} frame @param {readonly Exit[]} exits */
export function drawExits({ context, theme }, exits) {
  for (const { run, place, way } of exits) {
    const from = { x: place.x - way.x * ARROW, y: place.y - way.y * ARROW };
    context.strokeStyle = theme.paper;
    context.fillStyle = theme.paper;
    context.lineWidth = 5.5;
    drawArrow(context, from.x, from.y, place.x, place.y);
    context.strokeStyle = theme.runs[run.style.hue];
    context.fillStyle = theme.runs[run.style.hue];
    context.lineWidth = 2.5;
    drawArrow(context, from.x, from.y, place.x, place.y);
  }
}

/**
 * Which tags there is room for, with which words, and where each begins: all with long words or all with
 * short ones; the last ones are left out where even those do not fit.
 * @param {readonly { at: number, long: number, short: number }[]} tags where each wants its middle, and how
 *   wide it is
 * @param {number} from @param {number} to
 * @returns {{ starts: number[], isShort: boolean }} starts of the first few
 */
export function layOutTags(tags, from, to) {
  for (const isShort of [false, true]) {
    const things = tags.map(({ at, long, short }) => ({ at, size: isShort ? short : long }));
    const starts = spread(things, GAP, from, to);
    if (starts) return { starts, isShort };
  }
  return tags.length ? layOutTags(tags.slice(0, -1), from, to) : { starts: [], isShort: true };
}

/**
 * The tags in the band above the plot.
 * @param {Pick<Frame, 'context'|'theme'|'area'|'band'>} frame @param {readonly Exit[]} exits
 * @param {Words} words
 */
export function drawTags(frame, exits, words) {
  const { left, right } = frame.band;
  const middle = frame.area.top - BAND / 2;
  const textOf = (/** @type {Exit} */ { run, row }, /** @type {'long'|'short'} */ form) =>
    `${run.label} ${words[form](row)}`.trim();
  const widthOf = (/** @type {Exit} */ exit, /** @type {'long'|'short'} */ form) =>
    MARK + textWidth(frame, textOf(exit, form), SIZE, 600);
  const tags = exits.map((exit) => ({
    at: exit.place.x,
    long: widthOf(exit, 'long'),
    short: widthOf(exit, 'short'),
  }));
  const { starts, isShort } = layOutTags(tags, left, right);
  starts.forEach((start, i) => {
    const { run } = exits[i];
    drawMarker(frame, run.style, start + 4, middle, 4.5);
    drawText(frame, textOf(exits[i], isShort ? 'short' : 'long'), start + MARK, middle, {
      colour: frame.theme.runs[run.style.hue],
      align: 'left',
      size: SIZE,
      weight: 600,
    });
  });
}
