// What the stage shows, as one picture with a background, a title above and a caption below.

import { wrapText } from '../charts/picture-words.js';
import { readTheme } from '../charts/theme.js';
import { chooseLanguage, createI18n } from '../i18n/index.js';
import { loadScreen } from './screens.js';

/**
 * @typedef {import('../charts/theme.js').Theme} Theme
 * @typedef {{ canvas: HTMLCanvasElement, left: number, top: number, width: number, height: number }} Tile in
 *   CSS pixels, from the stage's corner
 * @typedef {{ text: string, top: number, font: string, colour: string }} Line
 */

const MARGIN = 20;
const TITLE = { size: 20, line: 28, weight: 600 };
const CAPTION = { size: 13, line: 19, weight: 400 };
const SIGNATURE = 'Descent Lab';
/** Wide enough for a title, whatever the stage. */
const NARROWEST = 480;

/**
 * @typedef {Element & { paintAt: (scale: number, use: (painted: HTMLCanvasElement) => void) => void }}
 *   Painted an element that holds a chart
 */

/** @param {Element} element @returns {element is Painted} */
const isPainted = (element) => 'paintAt' in element;

/**
 * The stage's charts, each drawn at `scale` and copied.
 * @param {ParentNode} root @param {number} scale @returns {Tile[]}
 */
function tilesOf(root, scale) {
  const stage = root.querySelector('.stage') ?? root.querySelector('.lab');
  const corner = stage?.getBoundingClientRect();
  const hosts = [...(stage?.querySelectorAll('*') ?? [])].filter(isPainted);
  return hosts.flatMap((host) => {
    const { left, top, width, height } = host.getBoundingClientRect();
    if (!corner || !(width > 0 && height > 0)) return [];
    const canvas = document.createElement('canvas');
    host.paintAt(scale, (painted) => {
      canvas.width = painted.width;
      canvas.height = painted.height;
      canvas.getContext('2d')?.drawImage(painted, 0, 0);
    });
    return [{ canvas, left: left - corner.left, top: top - corner.top, width, height }];
  });
}

/**
 * The lines of text as they stand: those of the title above the tiles, those of the caption below.
 * @param {CanvasRenderingContext2D} context @param {{ title: string, caption: string }} words
 * @param {{ width: number, height: number }} tiles @param {Theme} theme
 * @returns {{ lines: Line[], tilesTop: number, height: number }}
 */
function layOut(context, { title, caption }, { width, height }, theme) {
  /** @type {Line[]} */
  const lines = [];
  let top = MARGIN;
  const write = (
    /** @type {string} */ text,
    /** @type {typeof TITLE} */ { size, line, weight },
    /** @type {string} */ colour,
  ) => {
    const font = `${weight} ${size}px ${theme.font}`;
    context.font = font;
    for (const each of wrapText(text, width, (part) => context.measureText(part).width)) {
      lines.push({ text: each, top, font, colour });
      top += line;
    }
  };
  write(title, TITLE, theme.ink);
  const tilesTop = top + MARGIN / 2;
  top = tilesTop + height + MARGIN / 2;
  write(caption, CAPTION, theme.soft);
  write(SIGNATURE, CAPTION, theme.soft);
  return { lines, tilesTop, height: top + MARGIN };
}

/**
 * Puts tiles and words on one canvas.
 * @param {readonly Tile[]} tiles @param {{ title: string, caption: string }} words @param {Theme} theme
 * @param {number} scale
 */
function compose(tiles, words, theme, scale) {
  const width = Math.max(NARROWEST, ...tiles.map((tile) => tile.left + tile.width));
  const height = Math.max(0, ...tiles.map((tile) => tile.top + tile.height));
  const canvas = document.createElement('canvas');
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const plan = layOut(context, words, { width, height }, theme);
  canvas.width = Math.round((width + 2 * MARGIN) * scale);
  canvas.height = Math.round(plan.height * scale);
  context.scale(scale, scale);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width + 2 * MARGIN, plan.height);
  for (const tile of tiles)
    context.drawImage(
      tile.canvas,
      MARGIN + tile.left,
      plan.tilesTop + tile.top,
      tile.width,
      tile.height,
    );
  context.textBaseline = 'top';
  for (const { text, top, font, colour } of plan.lines) {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, MARGIN, top);
  }
  return canvas;
}

/**
 * The stage as it is now, at `scale` pixels to a CSS pixel.
 * @param {import('./descent-lab.js').DescentLab} lab
 * @param {number} scale
 */
export async function screenshotOf(lab, scale) {
  await lab.settled();
  const { core, experiment } = lab;
  const i18n = createI18n(chooseLanguage(experiment.lang));
  const { title, caption } = await loadScreen(experiment.lab);
  const words = {
    title: title(experiment, core, i18n),
    caption: caption(experiment, core, i18n),
  };
  return compose(tilesOf(lab.renderRoot, scale), words, readTheme(lab), scale);
}
