// Draws small pictures of experiments: the stage after the last step, without axes and words. A picture has
// its own units, which the canvas scales, so that it looks the same at any size.

import * as curve from './curve-chart.js';
import { bounded } from './draw.js';
import { drawField } from './field-image.js';
import * as plane from './plane-draw.js';
import { boxToShow } from './plane-geometry.js';
import { drawSecant } from './secant-chart.js';
import { drawSmoothing } from './smoothing-chart.js';
import { steepOf } from './steepness.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {{ width: number, height: number }} Size in the picture's units
 * @typedef {(context: CanvasRenderingContext2D, size: Size, theme: Theme) => void} Paint
 */

/** How far words above a plot may reach beyond its sides. */
const BESIDE = 20;
/** A thumbnail's size in its own units: the charts' strokes are made for a stage of that size. */
const THUMBNAIL = { width: 400, height: 250 };
const ALL_STEPS = Infinity;
/** At most this many stationary points are marked, the lowest ones: more would cover the picture. */
const MOST_MARKS = 12;

/**
 * A plot that fills the picture and shows a box of the plane.
 * @param {CanvasRenderingContext2D} context @param {Size} size @param {readonly number[]} box
 * @param {Theme} theme
 * @returns {Frame}
 */
function frameOf(context, { width, height }, [x0, x1, y0, y1], theme) {
  return {
    context,
    view: [x0, x1, y0, y1],
    band: { left: -BESIDE, right: width + BESIDE },
    theme,
    area: { left: 0, right: width, top: 0, bottom: height },
    px: (x) => bounded(((x - x0) / (x1 - x0)) * width),
    py: (y) => bounded(((y1 - y) / (y1 - y0)) * height),
  };
}

/** An empty picture. @param {CanvasRenderingContext2D} context @param {Size} size @param {Theme} theme */
function clearPaper(context, { width, height }, { paper }) {
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
}

/**
 * A scene with all steps taken and without words. @template Scene
 * @param {Scene} scene @returns {Scene}
 */
export const wholeOf = (scene) => ({ ...scene, t: ALL_STEPS, words: null });

/**
 * A curve with its paths.
 * @param {import('./curve-chart.js').CurveScene} scene
 * @returns {Paint}
 */
export const curvePicture = (scene) => (context, size, theme) => {
  clearPaper(context, size, theme);
  const frame = frameOf(context, size, [...scene.xRange, ...scene.yRange], theme);
  curve.drawStage(frame, scene, scene.sample(scene.xRange));
};

/**
 * A plane's filled contours with its paths.
 * @param {import('./plane-chart.js').PlaneScene} scene
 * @returns {Paint}
 */
export const planePicture = (scene) => (context, size, theme) => {
  const { width, height } = size;
  const box = boxToShow(scene.box, scene.mustHold ?? [], width, height);
  const frame = frameOf(context, size, box, theme);
  drawField(frame, box, scene);
  const lowest = scene.points.filter(({ kind }) => kind === 'global_minimum');
  const isCrowded = !scene.words && scene.points.length > MOST_MARKS;
  const points = isCrowded ? lowest : scene.points;
  plane.drawStage(frame, { ...scene, points }, steepOf(scene, box));
};

/**
 * A series with its averages.
 * @param {import('./smoothing-chart.js').SmoothingScene} scene
 * @returns {Paint}
 */
export const smoothingPicture = (scene) => (context, size, theme) => {
  clearPaper(context, size, theme);
  const frame = frameOf(context, size, smoothingBox(scene), theme);
  drawSmoothing(frame, scene);
};

/**
 * What a series' picture shows: [x0, x1, y0, y1].
 * @param {import('./smoothing-chart.js').SmoothingScene} scene
 */
export const smoothingBox = ({ values, yRange }) => [0.5, values.length + 0.5, ...yRange];

/**
 * A curve with its secant and tangent.
 * @param {import('./secant-chart.js').SecantScene} scene
 * @returns {Paint}
 */
export const secantPicture = (scene) => (context, size, theme) => {
  clearPaper(context, size, theme);
  const frame = frameOf(context, size, [...scene.xRange, ...scene.yRange], theme);
  drawSecant(frame, scene, scene.sample(scene.xRange));
};

/**
 * Draws a picture on a canvas at the screen's resolution; the canvas keeps its size on the page. A canvas
 * that has no size, because it was closed meanwhile, stays empty.
 * @param {HTMLCanvasElement} canvas @param {Paint} paint @param {Theme} theme @param {Size} [size]
 */
export function paintCanvas(canvas, paint, theme, size = THUMBNAIL) {
  const scale = (canvas.clientWidth * devicePixelRatio) / size.width;
  if (!scale) return;
  canvas.width = Math.max(1, Math.round(size.width * scale));
  canvas.height = Math.max(1, Math.round(size.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return; // the browser has no canvas: the place stays empty
  context.scale(scale, scale);
  paint(context, size, theme);
}
