// Strokes the charts share. Everything is in pixels; a run's look comes from its style.

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {Pick<Frame, 'context'|'theme'>} Brush
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 */

/** Pixels stay within this, beyond every canvas: none is asked to draw a line to 1e300. */
const FAR = 1e5;

/** @param {number} pixel */
export const bounded = (pixel) => Math.max(-FAR, Math.min(FAR, pixel));

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
 * Lets `paint` draw anywhere but on the words written so far.
 * @param {Pick<Frame, 'context'|'words'>} frame @param {() => void} paint
 */
export function besideWords({ context, words = [] }, paint) {
  context.save();
  for (const { left, right, top, bottom } of words) {
    context.beginPath();
    context.rect(-FAR, -FAR, 2 * FAR, 2 * FAR);
    context.rect(left, top, right - left, bottom - top);
    context.clip('evenodd');
  }
  paint();
  context.restore();
}

/**
 * A polyline that breaks where a coordinate is not finite.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly { x: number, y: number }[]} places
 */
export function strokePlaces(context, places) {
  let isDown = false;
  context.beginPath();
  for (const { x, y } of places) {
    if (!Number.isFinite(x + y)) isDown = false;
    else if (isDown) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      isDown = true;
    }
  }
  context.stroke();
}

/**
 * The same for pairs of coordinates.
 * @param {CanvasRenderingContext2D} context @param {readonly [number, number][]} points
 */
export const strokeLine = (context, points) =>
  strokePlaces(
    context,
    points.map(([x, y]) => ({ x, y })),
  );

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
 * Draws with a run's marker at a point; nothing where that is not finite.
 * @param {Brush} frame @param {RunStyle} style
 * @param {number} x @param {number} y @param {number} size radius
 * @param {(frame: Brush, path: Path2D) => void} draw
 */
function drawShape(frame, style, x, y, size, draw) {
  if (!Number.isFinite(x + y)) return;
  const { context } = frame;
  context.save();
  context.translate(x, y);
  context.scale(size, size);
  context.setLineDash([]);
  draw(frame, parsePath(style.marker));
  context.restore();
}

/**
 * A run's marker at a point, with a rim of paper so that it reads on any line.
 * @param {Brush} frame @param {RunStyle} style
 * @param {number} x @param {number} y @param {number} size radius
 */
export const drawMarker = (frame, style, x, y, size) =>
  drawShape(frame, style, x, y, size, ({ context, theme }, path) => {
    context.lineWidth = 2.4 / size;
    context.strokeStyle = theme.paper;
    context.stroke(path);
    context.fillStyle = theme.runs[style.hue];
    context.fill(path);
  });

/**
 * The outline of a run's marker, for a step that is yet to be taken.
 * @param {Brush} frame @param {RunStyle} style
 * @param {number} x @param {number} y @param {number} size radius
 */
export const drawHollow = (frame, style, x, y, size) =>
  drawShape(frame, style, x, y, size, ({ context, theme }, path) => {
    context.fillStyle = theme.paper;
    context.fill(path);
    context.lineWidth = 1.3 / size;
    context.strokeStyle = theme.runs[style.hue];
    context.stroke(path);
  });

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
 * Widths of texts, by font and text. They are kept, because measuring makes the browser recompute styles.
 * @type {WeakMap<object, Map<string, number>>}
 */
const widths = new WeakMap();
const MOST_WIDTHS = 500;

/**
 * How wide a text is, in pixels.
 * @param {Brush} frame @param {string} text @param {number} size @param {number} [weight]
 */
export function textWidth({ context, theme }, text, size, weight = 400) {
  const known = widths.get(context) ?? new Map();
  widths.set(context, known);
  const font = `${weight} ${size}px ${theme.font}`;
  const key = `${font}|${text}`;
  if (!known.has(key)) {
    if (known.size >= MOST_WIDTHS) known.clear();
    context.save();
    context.font = font;
    known.set(key, context.measureText(text).width);
    context.restore();
  }
  return known.get(key);
}

/**
 * Texts as images. They are kept, because drawing text on a canvas makes the browser lay out the page.
 * @type {Map<string, HTMLCanvasElement>}
 */
const pictures = new Map();
const MOST_PICTURES = 300;
/** The rim of paper around a text. */
const RIM = 4;

/**
 * Writes a text with its rim; the canvas has its font.
 * @param {CanvasRenderingContext2D} context @param {string} text @param {number} x @param {number} y
 * @param {string} colour @param {string} paper
 */
function write(context, text, x, y, colour, paper) {
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = RIM;
  context.strokeStyle = paper;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/**
 * A text as a picture.
 * @param {string} text @param {string} font @param {string} colour @param {string} paper
 * @param {number} width @param {number} height
 * @param {number} ratio pixels of the picture to one of the canvas
 */
function pictureOf(text, font, colour, paper, width, height, ratio) {
  const key = [text, font, colour, paper, ratio].join('|');
  const known = pictures.get(key);
  if (known) return known;
  if (pictures.size >= MOST_PICTURES) pictures.clear();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(ratio, ratio);
  context.font = font;
  write(context, text, RIM, height / 2, colour, paper);
  pictures.set(key, canvas);
  return canvas;
}

/**
 * Whether a context can draw images. The one that writes SVG files cannot.
 * @param {CanvasRenderingContext2D} context @returns {boolean}
 */
const hasPictures = (context) => 'drawImage' in context;

/**
 * Text with a rim of paper. Where it stands is added to the frame's words.
 * @param {Brush & Pick<Frame, 'words'>} frame @param {string} text @param {number} x @param {number} y
 * @param {{ colour: string, size?: number, align?: CanvasTextAlign, weight?: number, plate?: boolean }} look
 *   plate: on a plate of paper, so that no line runs through it
 */
export function drawText(frame, text, x, y, look) {
  const { colour, size = 12, align = 'center', weight = 400, plate = false } = look;
  const { context, theme } = frame;
  const wide = textWidth(frame, text, size, weight);
  const left = { left: x, right: x - wide }[/** @type {string} */ (align)] ?? x - wide / 2;
  frame.words?.push({ left, right: left + wide, top: y - size / 2, bottom: y + size / 2 });
  context.save();
  if (plate) drawPlate(frame, left, y, wide, size);
  const font = `${weight} ${size}px ${theme.font}`;
  if (hasPictures(context)) {
    const { a: ratio } = context.getTransform();
    const [width, height] = [wide + 2 * RIM, 2 * size + RIM];
    const picture = pictureOf(text, font, colour, theme.paper, width, height, ratio);
    const snap = (/** @type {number} */ at) => Math.round(at * ratio) / ratio;
    const [across, down] = [picture.width / ratio, picture.height / ratio];
    context.drawImage(picture, snap(left - RIM), snap(y - height / 2), across, down);
  } else {
    // A file holds the text itself, aligned as asked: the font of its reader may be wider.
    context.font = font;
    context.textAlign = align;
    write(context, text, x, y, colour, theme.paper);
  }
  context.restore();
}

/** @param {Brush} frame @param {number} left @param {number} y @param {number} width @param {number} size */
function drawPlate({ context, theme }, left, y, width, size) {
  context.fillStyle = theme.paper;
  context.globalAlpha = 0.85;
  context.fillRect(left - 3, y - size / 2 - 2, width + 6, size + 4);
  context.globalAlpha = 1;
}
