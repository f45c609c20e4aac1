// A picture as an SVG file: the plot with its axes, a title above, a caption below.

import { digitsIn, roundStep } from './geometry.js';
import { wrapText } from './picture-words.js';
import { LETTER, SvgContext } from './svg-context.js';

/**
 * @typedef {import('./thumbnail.js').Paint} Paint
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {CanvasRenderingContext2D} Context or what an SvgContext has of it
 *
 * @typedef {object} Plot
 * @property {Paint} paint draws the inside of the plot, and above it what the stage has there
 * @property {Paint} [whole] draws it with all steps taken and without words; left out where that is the same
 * @property {import('./thumbnail.js').Size} [size] of the inside; INSIDE when left out
 * @property {readonly number[]} box what it shows: [x0, x1, y0, y1]
 * @property {string} xTitle @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format of a number at an axis
 * @property {readonly boolean[]} [isLog] of the axes: the box holds powers of ten
 */

/** The inside of a plot, in the file's units. */
export const INSIDE = { width: 640, height: 400 };
const MARGIN = { left: 78, right: 24, bottom: 52 };
const TITLE = { size: 18, line: 25 };
const CAPTION = { size: 12, line: 17 };
const EDGE = 20;
const TICKS = 7;

/**
 * Round numbers from `from` to `to`: 1, 2 or 5 times a power of ten apart.
 * @param {number} from @param {number} to @param {number} [most]
 */
export function roundTicks(from, to, most = TICKS) {
  const step = roundStep((to - from) / most);
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Places of ticks and their numbers. @param {number} from @param {number} to @param {boolean} [isLog] */
function ticksOf(from, to, isLog) {
  if (!isLog) return roundTicks(from, to).map((place) => [place, place]);
  const decades = Array.from({ length: Math.ceil(to - from) + 1 }, (_, i) => Math.floor(from) + i);
  return decades
    .flatMap((power) => (to - from > 3 ? [1] : [1, 2, 5]).map((digit) => digit * 10 ** power))
    .map((value) => [Math.log10(value), value])
    .filter(([place]) => place >= from && place <= to);
}

/** @param {Context} context @param {Theme} theme @param {number} size */
function setText(context, theme, size, { weight = 400, colour = theme.soft, align = 'left' } = {}) {
  context.font = `${weight} ${size}px ${theme.font}`;
  context.fillStyle = colour;
  context.textAlign = /** @type {CanvasTextAlign} */ (align);
  context.textBaseline = 'middle';
}

/**
 * The axes around a plot whose corner is at (0, 0).
 * @param {Context} context @param {Plot} plot @param {Theme} theme
 */
function drawAxes(context, { box, xTitle, yTitle, format, size = INSIDE, isLog = [] }, theme) {
  const { width, height } = size;
  const [x0, x1, y0, y1] = box;
  context.lineWidth = 1;
  context.strokeStyle = theme.soft;
  context.beginPath();
  context.rect(0, 0, width, height);
  setText(context, theme, 12, { align: 'center' });
  for (const [place, value] of ticksOf(x0, x1, isLog[0])) {
    const x = ((place - x0) / (x1 - x0)) * width;
    context.moveTo(x, height);
    context.lineTo(x, height + 5);
    context.fillText(format(value, isLog[0] ? undefined : digitsIn([x0, x1])), x, height + 15);
  }
  context.fillText(xTitle, width / 2, height + 38);
  setText(context, theme, 12, { align: 'right' });
  for (const [place, value] of ticksOf(y0, y1, isLog[1])) {
    const y = height - ((place - y0) / (y1 - y0)) * height;
    context.moveTo(-5, y);
    context.lineTo(0, y);
    context.fillText(format(value, isLog[1] ? undefined : digitsIn([y0, y1])), -9, y);
  }
  context.stroke();
  setText(context, theme, 12, { align: 'right' });
  context.fillText(yTitle, -9, -16);
}

/** @param {Context} context @param {string[]} lines @param {number} top @param {number} line */
const write = (context, lines, top, line) => {
  lines.forEach((text, i) => {
    context.fillText(text, EDGE, top + (i + 0.5) * line);
  });
};

/**
 * @param {Plot} plot @param {{ title: string, caption: string }} words @param {Theme} theme
 * @returns {string} a whole SVG document
 */
export function writeSvg(plot, { title, caption }, theme) {
  const width = MARGIN.left + INSIDE.width + MARGIN.right;
  const inside = plot.size ?? INSIDE;
  const wrap = (/** @type {string} */ text, /** @type {number} */ size) =>
    wrapText(text, width - 2 * EDGE, (part) => part.length * size * LETTER);
  const [heading, legend] = [wrap(title, TITLE.size), wrap(caption, CAPTION.size)];
  const top = EDGE + heading.length * TITLE.line + 30;
  const below = top + INSIDE.height + MARGIN.bottom;
  const height = below + legend.length * CAPTION.line + EDGE;
  const context = /** @type {SvgContext & Context} */ (/** @type {unknown} */ (new SvgContext()));
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  setText(context, theme, TITLE.size, { weight: 600, colour: theme.ink });
  write(context, heading, EDGE, TITLE.line);
  setText(context, theme, CAPTION.size);
  write(context, legend, below, CAPTION.line);
  context.translate(MARGIN.left, top);
  context.save();
  plot.paint(context, inside, theme);
  context.restore();
  drawAxes(context, plot, theme);
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${context.markup}\n</svg>\n`;
}
