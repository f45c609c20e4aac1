// Draws the ground of the surface (farthest cells first), the axes around it, and the paths on it.

import { ramp } from './colour.js';
import { besideWords } from './draw.js';
import { drawHalo } from './lit.js';
import { drawMark } from './plane-draw.js';
import { drawAxes } from './surface-axes.js';
import * as geometry from './surface-geometry.js';
import { drawAt, drawPaths, strokeAll } from './surface-paths.js';

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
 * @property {import('./labels.js').Box[]} words where words were written
 */

/** The direction of the light, a unit vector: from the left, the front and above. */
const LIGHT = [-0.36, -0.48, 0.8];
const SHADES = 41;
/** The difference in OKLCH lightness between the darkest and the lightest slope. */
const CONTRAST = 0.2;
/** The block's edges are outlined, because a brightly lit slope has nearly the paper's colour. */
const RIM = { width: 1, alpha: 0.5, dash: [] };

/**
 * @param {CanvasRenderingContext2D} context @param {import('./theme.js').Theme} theme
 * @param {SurfaceScene} scene
 * @param {import('./surface-relief.js').Ground} ground @param {readonly number[]} box @param {View} view
 * @param {{ width: number, height: number }} size of the canvas, in pixels
 */
export function drawSurface(context, theme, scene, ground, [x0, x1, y0, y1], view, size) {
  const toWorld = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [across, up] = [(2 * (x - x0)) / (x1 - x0) - 1, (2 * (y - y0)) / (y1 - y0) - 1];
    return { x: across, y: up, z: geometry.groundAt(ground, across, up) };
  };
  /** @type {Picture} */
  const picture = { context, theme, view, ground, toWorld, size, words: [] };
  context.lineJoin = 'round';
  const numbers = drawAxes(picture, scene, [x0, x1, y0, y1]);
  drawCells(picture);
  for (const { x, y, kind } of scene.points)
    drawAt(picture, toWorld(x, y), (left, top) => drawMark(picture, kind, left, top));
  drawPaths(picture, scene, [x0, x1, y0, y1], numbers);
  const run = scene.runs.find(({ selected }) => selected);
  const row = scene.lit?.row ?? Number.POSITIVE_INFINITY;
  if (run && row < run.x.length)
    besideWords(picture, () =>
      drawAt(picture, toWorld(run.x[row], run.y[row]), (x, y) => drawHalo(picture, { x, y })),
    );
}

/**
 * A colour for each band of f and each slope to the light.
 * @param {import('./theme.js').Theme} theme @param {number} bands @returns {string[][]}
 */
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

/**
 * @param {CanvasRenderingContext2D} context @param {import('./theme.js').Theme} theme @param {View} view
 * @param {import('./surface-relief.js').Cell} cell @param {string[][]} shades
 */
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
