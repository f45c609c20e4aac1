// The paths of runs on a stage: the whole of each faintly, what is walked of it strongly, and where it
// leaves.

import { drawHollow, drawMarker, strokePlaces } from './draw.js';
import { pathRows } from './geometry.js';
import { spacedRows } from './plane-geometry.js';
import { exitAt, exitRow } from './rim.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 * @typedef {import('./labels.js').Place} Place in pixels
 *
 * @typedef {object} PathRun
 * @property {RunStyle} style @property {boolean} selected
 * @property {string} label what tells it from the others; "" for a run without others
 *
 * @typedef {object} Path
 * @property {PathRun} run
 * @property {Place[]} whole @property {Place[]} walked
 *
 * @typedef {object} Look of a stage's paths
 * @property {boolean} cased whether lines have a rim of paper, to be read on fills
 * @property {number} dot
 * @property {number} spacing radius of the dots of steps, and how far they are apart at least
 */

/** Steps of a path that are drawn. */
const MOST_POINTS = 3000;
/** Paths of at most this many steps have dots of full size. */
const FEW = 60;
const GHOST = 0.42;
const [WIDE, LONE, THIN] = [3.25, 2.25, 1.75];
/** Heads nearer than this are one on the other. */
const SAME = 5;

/**
 * A run's path in pixels, up to its end and up to the step shown.
 * @param {PathRun} run @param {number} last the last row @param {number} t
 * @param {(row: number) => Place} placeOf
 * @returns {Path}
 */
export function pathOf(run, last, t, placeOf) {
  const walked = pathRows(Math.min(t, last), MOST_POINTS).map(placeOf);
  return { run, walked, whole: t >= last ? walked : pathRows(last, MOST_POINTS).map(placeOf) };
}

/**
 * The paths of a stage, where they leave it, and where they end.
 * @template {string} X @template {string} Y
 * @param {Frame} frame @param {readonly (PathRun & Record<X | Y, Float64Array>)[]} runs @param {number} t
 * @param {readonly number[]} view x from, x to, y from, y to
 * @param {readonly [X, Y]} axes the columns drawn along x and y
 */
export function pathsOn({ px, py, area }, runs, t, view, [xKey, yKey]) {
  /** @type {Path[]} */ const paths = [];
  /** @type {import('./rim.js').Exit[]} */ const exits = [];
  /** @type {{ run: PathRun, place: Place }[]} */ const ends = [];
  for (const run of runs) {
    const [x, y] = [run[xKey], run[yKey]];
    const placeOf = (/** @type {number} */ row) => ({ x: px(x[row]), y: py(y[row]) });
    const path = pathOf(run, x.length - 1, t, placeOf);
    const forGood = exitRow(x, y, view, x.length - 1);
    const row = exitRow(x, y, view, t) ?? forGood;
    paths.push(path);
    if (row !== undefined) exits.push(exitAt(run, row, placeOf, area));
    if (forGood === undefined) ends.push({ run, place: placeOf(x.length - 1) });
  }
  return { paths, exits, ends };
}

/** The part of a line that its dashes cover. @param {number[]} dash */
function inkOf(dash) {
  const sum = (/** @type {number[]} */ lengths) => lengths.reduce((total, each) => total + each, 0);
  return dash.length ? sum(dash.filter((_, i) => i % 2 === 0)) / sum(dash) : 1;
}

/**
 * The order in which lines are drawn, so that lines on top of each other can all be seen: the selected one,
 * which is wide, first, and dashed lines after solid ones.
 * @template {{ style: RunStyle, selected: boolean }} Run
 * @param {readonly Run[]} runs
 * @returns {Run[]}
 */
export const inLayers = (runs) =>
  [...runs].sort(
    (a, b) => Number(b.selected) - Number(a.selected) || inkOf(b.style.dash) - inkOf(a.style.dash),
  );

/** Paths in the order of their lines. @param {readonly Path[]} paths @returns {Path[]} */
function layers(paths) {
  const order = inLayers(paths.map(({ run }) => run));
  return order.map((run) => /** @type {Path} */ (paths.find((path) => path.run === run)));
}

/**
 * Draws each path that is not yet walked to its end, the whole of it, faintly.
 * @param {Frame} frame @param {readonly Path[]} paths @param {Look} look
 */
export function drawGhosts(frame, paths, { cased, spacing }) {
  const { context, theme } = frame;
  context.lineJoin = 'round';
  for (const [layer, { run, whole, walked }] of layers(paths).entries()) {
    if (whole === walked) continue;
    if (cased) {
      context.globalAlpha = GHOST;
      context.strokeStyle = theme.paper;
      context.lineWidth = 3.5;
      strokePlaces(context, whole);
    }
    context.globalAlpha = cased ? GHOST + 0.2 : GHOST;
    context.strokeStyle = theme.runs[run.style.hue];
    context.lineWidth = 1.25;
    context.setLineDash(run.style.dash);
    strokePlaces(context, whole);
    context.setLineDash([]);
    // A path may lie on the curve itself and on other paths. Its steps are drawn as outlines, smaller on each
    // layer, so that all of them are seen.
    context.globalAlpha = 0.85;
    for (const row of spacedRows(whole, spacing + 2).slice(0, -1))
      drawHollow(frame, run.style, whole[row].x, whole[row].y, Math.max(1.8, 3.2 - 0.5 * layer));
    context.globalAlpha = 1;
  }
}

/** What is walked of the paths. @param {Frame} frame @param {readonly Path[]} paths @param {Look} look */
export function drawWalked(frame, paths, { cased, dot, spacing }) {
  const { context, theme } = frame;
  const inOrder = layers(paths);
  const widthOf = (/** @type {PathRun} */ run) =>
    run.selected ? (paths.length > 1 ? WIDE : LONE) : THIN;
  context.lineJoin = 'round';
  if (cased) {
    context.lineCap = 'round';
    context.strokeStyle = theme.paper;
    context.globalAlpha = 0.85;
    for (const { run, walked } of inOrder) {
      context.lineWidth = widthOf(run) + 2.5;
      strokePlaces(context, walked);
    }
    context.lineCap = 'butt';
  }
  context.globalAlpha = cased ? 1 : 0.8;
  for (const { run, walked } of inOrder) {
    context.strokeStyle = theme.runs[run.style.hue];
    context.lineWidth = widthOf(run);
    context.setLineDash(run.style.dash);
    strokePlaces(context, walked);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  for (const { run, walked } of inOrder.toReversed()) {
    const size = (walked.length > FEW ? 0.75 : 1) * (run.selected ? dot : 0.85 * dot);
    for (const row of spacedRows(walked, spacing).slice(1).reverse())
      drawMarker(frame, run.style, walked[row].x, walked[row].y, size);
  }
}

/**
 * The sizes of heads. Where several are in one place each is smaller than the one below it, so that all are
 * seen.
 * @param {readonly Place[]} places in the order in which they are drawn @param {number} first
 * @param {number} rest sizes
 */
export const headSizes = (places, first, rest) =>
  places.map(({ x, y }, i) => {
    const below = places.slice(0, i).filter((each) => Math.hypot(each.x - x, each.y - y) < SAME);
    return i === 0 ? first : Math.max(2.4, rest - 1.4 * below.length);
  });

/**
 * Where the runs are now, the selected one largest.
 * @param {Pick<Frame, 'context'|'theme'>} frame @param {readonly Path[]} paths
 */
export function drawHeads(frame, paths) {
  const heads = layers(paths).flatMap(({ run, walked }) => {
    const place = walked.at(-1);
    return place && Number.isFinite(place.x + place.y) ? [{ run, place }] : [];
  });
  const places = heads.map(({ place }) => place);
  const sizes = headSizes(places, heads[0]?.run.selected ? 7 : 5.5, 5.5);
  heads.forEach(({ run, place }, i) => {
    drawMarker(frame, run.style, place.x, place.y, sizes[i]);
  });
}
