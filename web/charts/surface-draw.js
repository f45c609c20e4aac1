// The strokes of the surface: the ground, the farthest cells first, the axes around it, and the paths lying on it.

import { ramp } from './colour.js';
import { drawMarker } from './draw.js';
import { drawMark, drawRing } from './plane-draw.js';
import { drawAxes } from './surface-axes.js';
import * as geometry from './surface-geometry.js';

/**
 * @typedef {import('./surface-geometry.js').View} View
 * @typedef {import('./surface-geometry.js').Point} Point
 * @typedef {import('./surface-chart.js').SurfaceScene} SurfaceScene
 *
 * @typedef {object} Picture what the strokes need
 * @property {CanvasRenderingContext2D} context @property {import('./theme.js').Theme} theme
 * @property {View} view @property {import('./surface-relief.js').Ground} ground
 * @property {(x: number, y: number) => Point} toWorld from data, onto the ground
 * @property {{ width: number, height: number }} size of the canvas, in pixels
 */

/** Where the light comes from, a unit vector: left, front, above. */
const LIGHT = [-0.36, -0.48, 0.8];
const SHADES = 41;
/** By how much of OKLCH's lightness the darkest and the lightest slope differ. */
const CONTRAST = 0.2;
/** Rows of a path that are drawn: evenly some of more. */
const MOST_ROWS = 400;
/** The block's own edge: a slope in the light would end in the paper unseen. */
const RIM = { width: 1, alpha: 0.5, dash: [] };

/**
 * @param {CanvasRenderingContext2D} context @param {import('./theme.js').Theme} theme @param {SurfaceScene} scene
 * @param {import('./surface-relief.js').Ground} ground @param {readonly number[]} box @param {View} view
 * @param {{ width: number, height: number }} size of the canvas, in pixels
 */
export function drawSurface(context, theme, scene, ground, [x0, x1, y0, y1], view, size) {
  const toWorld = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [across, up] = [(2 * (x - x0)) / (x1 - x0) - 1, (2 * (y - y0)) / (y1 - y0) - 1];
    return { x: across, y: up, z: geometry.groundAt(ground, across, up) };
  };
  /** @type {Picture} */
  const picture = { context, theme, view, ground, toWorld, size };
  context.lineJoin = 'round';
  drawAxes(picture, scene, [x0, x1, y0, y1]);
  drawCells(picture);
  for (const { x, y, kind } of scene.points)
    drawAt(picture, toWorld(x, y), (left, top) => drawMark(picture, kind, left, top));
  for (const run of scene.runs) drawRun(picture, run, scene.t);
  drawAt(picture, toWorld(scene.start[0], scene.start[1]), (left, top) =>
    drawRing(picture, left, top),
  );
}

/** Draws something at a point of the ground that can be seen. @param {Picture} picture @param {Point} point @param {(left: number, top: number) => void} draw */
function drawAt({ view, ground }, point, draw) {
  if (Number.isNaN(point.z) || geometry.isHidden(ground, view, point)) return;
  draw(...geometry.project(view, point.x, point.y, point.z));
}

/** A colour for each band of f and each slope to the light. @param {import('./theme.js').Theme} theme @param {number} bands @returns {string[][]} */
const shadesOf = ({ field: [low, high] }, bands) =>
  Array.from({ length: SHADES }, (_, i) => {
    const by = CONTRAST * (i / (SHADES - 1) - 0.7);
    const shade = (/** @type {import('./colour.js').Oklch} */ [lightness, chroma, hue]) =>
      /** @type {import('./colour.js').Oklch} */ ([lightness + by, chroma, hue]);
    return ramp(shade(low), shade(high), bands);
  });

/** @param {Picture} picture */
function drawCells({ context, theme, view, ground }) {
  const shades = shadesOf(theme, ground.scale.levels.values.length + 1);
  const [columns, rows] = [ground.columns - 1, ground.rows - 1];
  for (const strip of geometry.paintOrder(view, columns, rows)) {
    for (const index of strip) {
      drawCell(context, theme, view, ground.cells[index], shades);
      for (const edge of geometry.rimOf(ground, index)) {
        strokeAll(
          context,
          [{ line: edge.map(({ x, y, z }) => geometry.project(view, x, y, z)) }],
          theme.soft,
          RIM,
        );
      }
    }
  }
}

/** @param {CanvasRenderingContext2D} context @param {import('./theme.js').Theme} theme @param {View} view @param {import('./surface-relief.js').Cell} cell @param {string[][]} shades */
function drawCell(context, theme, view, { pieces, contours, normal }, shades) {
  if (!pieces.length) return;
  const light = normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2];
  const colours = shades[Math.round(Math.max(0, light) * (SHADES - 1))];
  // Strokes of the fills' own colours close the seams between neighbours.
  context.lineWidth = 0.7;
  for (const { band, points } of pieces) {
    context.fillStyle = colours[band];
    context.strokeStyle = colours[band];
    context.beginPath();
    for (let i = 0; i < points.length; i += 3)
      context.lineTo(...geometry.project(view, points[i], points[i + 1], points[i + 2]));
    context.closePath();
    context.fill();
    context.stroke();
  }
  if (!contours.length) return;
  context.strokeStyle = theme.contour;
  context.lineWidth = 0.8;
  context.beginPath();
  for (const [ax, ay, az, bx, by, bz] of contours) {
    context.moveTo(...geometry.project(view, ax, ay, az));
    context.lineTo(...geometry.project(view, bx, by, bz));
  }
  context.stroke();
}

/** A run's path up to step t: what the ground hides is faint. @param {Picture} picture @param {import('./plane-chart.js').PlaneRun} run @param {number} t */
function drawRun(picture, { x, y, style, selected }, t) {
  const { context, theme, view, ground, toWorld } = picture;
  const last = Math.min(t, x.length - 1);
  const stride = Math.ceil((last + 1) / MOST_ROWS);
  const rows = Array.from({ length: Math.ceil(last / stride) + 1 }, (_, i) =>
    Math.min(i * stride, last),
  );
  const points = rows.map((row) => toWorld(x[row], y[row]));
  /** @type {{ hidden: boolean, line: [number, number][] }[]} */
  const lines = [];
  points.slice(1).forEach((to, i) => {
    const from = points[i];
    // What was drawn before goes on only where this walk begins on the block.
    let isOn = Math.abs(from.x) <= 1 && Math.abs(from.y) <= 1 && !Number.isNaN(from.z);
    for (const point of geometry.liftSegment(ground, [from.x, from.y, to.x, to.y])) {
      if (Number.isNaN(point.z)) {
        isOn = false;
        continue;
      }
      const hidden = geometry.isHidden(ground, view, point);
      const place = geometry.project(view, point.x, point.y, point.z);
      const before = isOn ? lines.at(-1) : undefined;
      isOn = true;
      before?.line.push(place);
      if (before?.hidden !== hidden) lines.push({ hidden, line: [place] });
    }
  });
  const colour = theme.runs[style.hue];
  strokeAll(
    context,
    lines.filter(({ hidden }) => hidden),
    colour,
    { width: 1.25, alpha: 0.35, dash: [2, 4] },
  );
  const seen = lines.filter(({ hidden }) => !hidden);
  strokeAll(context, seen, theme.paper, { width: selected ? 5 : 4, alpha: 0.85, dash: [] });
  strokeAll(context, seen, colour, { width: selected ? 2.5 : 1.9, alpha: 1, dash: style.dash });
  for (const point of points.slice(0, -1)) {
    if (points.length < 120)
      drawAt(picture, point, (left, top) =>
        drawMarker(/** @type {any} */ (picture), style, left, top, 2.8),
      );
  }
  const head = points[points.length - 1];
  drawAt(picture, head, (left, top) =>
    drawMarker(/** @type {any} */ (picture), style, left, top, selected ? 7 : 5.5),
  );
}

/** @param {CanvasRenderingContext2D} context @param {{ line: [number, number][] }[]} lines @param {string} colour @param {{ width: number, alpha: number, dash: number[] }} look */
function strokeAll(context, lines, colour, { width, alpha, dash }) {
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
