// Strokes the charts share. Everything is in pixels; a run's look comes from its style.

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 */

/** Lets `paint` draw inside the plot only. @param {Frame} frame @param {() => void} paint */
export function inside({ context, area }, paint) {
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  paint();
  context.restore();
}

/**
 * A polyline that breaks where a coordinate is not finite.
 * @param {CanvasRenderingContext2D} context
 * @param {Iterable<[number, number]>} points
 */
export function strokeLine(context, points) {
  let isDown = false;
  context.beginPath();
  for (const [x, y] of points) {
    if (!Number.isFinite(x + y)) isDown = false;
    else if (isDown) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      isDown = true;
    }
  }
  context.stroke();
}

/** @type {Map<string, Path2D>} */
const paths = new Map();

/** @type {WeakMap<Path2D, string>} */
const texts = new WeakMap();

/** An SVG path, parsed once. @param {string} text */
export function parsePath(text) {
  const path = paths.get(text) ?? new Path2D(text);
  paths.set(text, path);
  texts.set(path, text);
  return path;
}

/** The text that a path was parsed from. @param {Path2D} path of parsePath */
export const textOfPath = (path) => texts.get(path) ?? '';

/**
 * A run's marker at a point, with a rim of paper so that it reads on any line.
 * @param {Frame} frame @param {RunStyle} style
 * @param {number} x @param {number} y @param {number} size radius
 */
export function drawMarker({ context, theme }, style, x, y, size) {
  if (!Number.isFinite(x + y)) return;
  context.save();
  context.translate(x, y);
  context.scale(size, size);
  const path = parsePath(style.marker);
  context.setLineDash([]);
  context.lineWidth = 2.4 / size;
  context.strokeStyle = theme.paper;
  context.stroke(path);
  context.fillStyle = theme.runs[style.hue];
  context.fill(path);
  context.restore();
}

/**
 * An arrow; a length of less than 2 pixels draws nothing.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 */
export function drawArrow(context, x0, y0, x1, y1) {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length >= 2)) return;
  const head = Math.min(9, length / 2);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1 - ux * head, y1 - uy * head);
  context.stroke();
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x1 - ux * head - uy * head * 0.45, y1 - uy * head + ux * head * 0.45);
  context.lineTo(x1 - ux * head + uy * head * 0.45, y1 - uy * head - ux * head * 0.45);
  context.closePath();
  context.fill();
}

/**
 * Text with a rim of paper.
 * @param {Frame} frame @param {string} text @param {number} x @param {number} y
 * @param {{ colour: string, size?: number, align?: CanvasTextAlign, weight?: number, plate?: boolean }} look
 *   plate: on a plate of paper, so that no line runs through it
 */
export function drawText(frame, text, x, y, look) {
  const { colour, size = 12, align = 'center', weight = 400, plate = false } = look;
  const { context, theme } = frame;
  context.save();
  context.font = `${weight} ${size}px ${theme.font}`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  if (plate) drawPlate(frame, x, y, context.measureText(text).width, size, align);
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = theme.paper;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
  context.restore();
}

/** @param {Frame} frame @param {number} x @param {number} y @param {number} width @param {number} size @param {CanvasTextAlign} align */
function drawPlate({ context, theme }, x, y, width, size, align) {
  const left = { left: x, right: x - width }[/** @type {string} */ (align)] ?? x - width / 2;
  context.fillStyle = theme.paper;
  context.globalAlpha = 0.85;
  context.fillRect(left - 3, y - size / 2 - 2, width + 6, size + 4);
  context.globalAlpha = 1;
}
