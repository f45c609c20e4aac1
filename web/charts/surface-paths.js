// Draws the paths on the surface: the whole path faint, the part up to the step shown strong, and hidden
// parts dotted.

import { drawMarker } from './draw.js';
import { clipSegment } from './geometry.js';
import { Taken } from './labels.js';
import { drawEnds } from './line-ends.js';
import { drawHeads, inLayers } from './paths.js';
import { drawRing, ROOM } from './plane-draw.js';
import { BAND, drawTags, exitRow } from './rim.js';
import * as geometry from './surface-geometry.js';

/**
 * @typedef {import('./surface-draw.js').Picture} Picture
 * @typedef {import('./surface-chart.js').SurfaceScene} SurfaceScene
 * @typedef {import('./plane-chart.js').PlaneRun} PlaneRun
 * @typedef {import('./surface-geometry.js').Point} Point
 * @typedef {import('./labels.js').Place} Place
 * @typedef {{ hidden: boolean, line: [number, number][] }} Piece of a path, in pixels
 * @typedef {{ points: Point[], pieces: Piece[] }} Lifted a path on the ground: where its steps are, and its
 *   line
 */

/** At most this many rows of a path are drawn. Of a longer path, evenly spaced rows are. */
const MOST_ROWS = 400;
/** Paths of at most this many steps have dots. */
const FEW = 120;
const GHOST = 0.5;
/** Pixels that words keep from the edge of the canvas. */
const EDGE = 8;

/**
 * Draws at a point of the ground if the point is visible.
 * @param {Picture} picture @param {Point} point @param {(left: number, top: number) => void} draw
 */
export function drawAt({ view, ground }, point, draw) {
  if (Number.isNaN(point.z) || geometry.isHidden(ground, view, point)) return;
  draw(...geometry.project(view, point.x, point.y, point.z));
}

/**
 * A run's path up to a row.
 * @param {Picture} picture @param {PlaneRun} run @param {number} last @returns {Lifted}
 */
function lift({ ground, view, toWorld }, { x, y }, last) {
  const stride = Math.ceil((last + 1) / MOST_ROWS);
  const rows = Array.from({ length: Math.ceil(last / stride) + 1 }, (_, i) =>
    Math.min(i * stride, last),
  );
  const points = rows.map((row) => toWorld(x[row], y[row]));
  /** @type {Piece[]} */
  const pieces = [];
  points.slice(1).forEach((to, i) => {
    const from = points[i];
    // This segment continues the line before it only if it begins on the block.
    let isOn = Math.abs(from.x) <= 1 && Math.abs(from.y) <= 1 && !Number.isNaN(from.z);
    for (const point of geometry.liftSegment(ground, [from.x, from.y, to.x, to.y])) {
      if (Number.isNaN(point.z)) {
        isOn = false;
        continue;
      }
      const hidden = geometry.isHidden(ground, view, point);
      const place = geometry.project(view, point.x, point.y, point.z);
      const before = isOn ? pieces.at(-1) : undefined;
      isOn = true;
      before?.line.push(place);
      if (before?.hidden !== hidden) pieces.push({ hidden, line: [place] });
    }
  });
  return { points, pieces };
}

/**
 * All runs and their labels.
 * @param {Picture} picture @param {SurfaceScene} scene @param {readonly number[]} box
 * @param {import('./labels.js').Box[]} numbers of the axes, written already
 */
export function drawPaths(picture, scene, box, numbers) {
  const { runs, t, words, start } = scene;
  const order = inLayers(runs);
  const wholes = order.map((run) => lift(picture, run, run.x.length - 1));
  const walked = order.map((run, i) =>
    t >= run.x.length - 1 ? wholes[i] : lift(picture, run, Math.min(t, run.x.length - 1)),
  );
  order.forEach((run, i) => {
    if (walked[i] !== wholes[i]) drawGhost(picture, run, wholes[i]);
  });
  order.forEach((run, i) => {
    drawWalked(picture, run, walked[i], order.length > 1);
  });
  drawHeads(
    picture,
    order.map((run, i) => ({
      run,
      whole: [],
      walked: [placeOf(picture, walked[i].points.at(-1))],
    })),
  );
  drawAt(picture, picture.toWorld(start[0], start[1]), (left, top) => drawRing(picture, left, top));
  if (words) drawWords(picture, scene, box, numbers, order, wholes);
}

/**
 * The pixel of a point of the ground. NaN if the point is hidden or there is no ground.
 * @param {Picture} picture @param {Point|undefined} point @returns {Place}
 */
function placeOf({ ground, view }, point) {
  const isSeen = point && !Number.isNaN(point.z) && !geometry.isHidden(ground, view, point);
  const [x, y] = isSeen
    ? geometry.project(view, point.x, point.y, point.z)
    : [Number.NaN, Number.NaN];
  return { x, y };
}

/** @param {Picture} picture @param {PlaneRun} run @param {Lifted} lifted */
function drawGhost({ context, theme }, { style }, { pieces }) {
  const seen = pieces.filter(({ hidden }) => !hidden);
  strokeAll(context, seen, theme.paper, { width: 3.5, alpha: GHOST, dash: [] });
  const colour = theme.runs[style.hue];
  strokeAll(context, seen, colour, { width: 1.25, alpha: GHOST + 0.2, dash: style.dash });
}

/** @param {Picture} picture @param {PlaneRun} run @param {Lifted} lifted @param {boolean} hasOthers */
function drawWalked(picture, { style, selected }, { points, pieces }, hasOthers) {
  const { context, theme } = picture;
  const [hidden, seen] = [true, false].map((is) => pieces.filter((piece) => piece.hidden === is));
  const width = selected ? (hasOthers ? 3.25 : 2.5) : 1.9;
  const colour = theme.runs[style.hue];
  strokeAll(context, hidden, colour, { width: 1.25, alpha: 0.35, dash: [2, 4] });
  if (selected)
    strokeAll(context, seen, theme.paper, { width: width + 2.5, alpha: 0.85, dash: [] });
  strokeAll(context, seen, colour, { width, alpha: 1, dash: style.dash });
  if (points.length >= FEW) return;
  for (const point of points.slice(0, -1))
    drawAt(picture, point, (left, top) => drawMarker(picture, style, left, top, 2.8));
}

/**
 * The boxes in which no name may stand, at any step shown.
 * @param {Picture} picture @param {import('./labels.js').Box} area @param {SurfaceScene} scene
 * @param {Lifted[]} wholes
 */
function takenBy(picture, area, { points, start }, wholes) {
  const { toWorld, view } = picture;
  const taken = new Taken(area);
  for (const { x, y } of points) taken.addMark(placeOf(picture, toWorld(x, y)), ROOM.point);
  for (const { points: steps, pieces } of wholes) {
    for (const { line } of pieces) taken.addLine(line.map(([x, y]) => ({ x, y })));
    for (const { x, y, z } of steps) {
      const [left, top] = geometry.project(view, x, y, z);
      taken.addMark({ x: left, y: top }, ROOM.step);
    }
  }
  taken.addMark(placeOf(picture, toWorld(start[0], start[1])), ROOM.start);
  return taken;
}

/**
 * Writes names at the ends of paths. Names of paths that leave the block stand above it.
 * @param {Picture} picture @param {SurfaceScene} scene @param {readonly number[]} box
 * @param {import('./labels.js').Box[]} numbers @param {PlaneRun[]} runs @param {Lifted[]} wholes
 */
function drawWords(picture, scene, box, numbers, runs, wholes) {
  const { t, words } = scene;
  const { toWorld, size, view } = picture;
  const area = { left: 0, right: size.width, top: BAND, bottom: size.height };
  const frame = { ...picture, area, band: { left: EDGE, right: size.width - EDGE } };
  const taken = takenBy(picture, area, scene, wholes);
  for (const number of numbers) taken.addBox(number);
  /** @type {Parameters<typeof drawEnds>[1][number][]} */
  const ends = [];
  /** @type {Parameters<typeof drawTags>[1][number][]} */
  const exits = [];
  for (const run of runs) {
    const { x, y } = run;
    const last = x.length - 1;
    const forGood = exitRow(x, y, box, last);
    const row = exitRow(x, y, box, t) ?? forGood;
    const at = (/** @type {number} */ i) => ({ ...toWorld(x[i], y[i]) });
    if (forGood === undefined) {
      const { x: across, y: up, z } = at(last);
      const [left, top] = geometry.project(view, across, up, z);
      ends.push({ run, place: { x: left, y: top } });
    }
    if (row === undefined) continue;
    const [from, to] = [at(row - 1), at(row)];
    const cut = clipSegment(from.x, from.y, to.x, to.y, { left: -1, right: 1, top: -1, bottom: 1 });
    const [left, top] = geometry.project(view, cut?.[2] ?? from.x, cut?.[3] ?? from.y, 0);
    exits.push({ run, row, place: { x: left, y: top }, way: { x: 0, y: 0 } });
  }
  drawEnds(frame, ends, taken);
  if (words) drawTags(frame, exits, words);
}

/**
 * @param {CanvasRenderingContext2D} context @param {{ line: [number, number][] }[]} lines
 * @param {string} colour @param {{ width: number, alpha: number, dash: number[] }} look
 */
export function strokeAll(context, lines, colour, { width, alpha, dash }) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = alpha;
  context.setLineDash(dash);
  context.beginPath();
  for (const { line } of lines) {
    line.forEach((place, i) => {
      if (i === 0) context.moveTo(...place);
      else context.lineTo(...place);
    });
  }
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}
