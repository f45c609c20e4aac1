// A drawing context that writes SVG. It has the part of CanvasRenderingContext2D that the charts use, so that
// the same code draws on the screen and into a file. Every text is escaped. Not modelled: images,
// gradients, rotations.

import { textOfPath } from './draw.js';

const DIGITS = 2;
/** The mean width of a letter, as a part of the font's size. */
export const LETTER = 0.56;

/** @param {number} value */
const short = (value) => String(Number(value.toFixed(DIGITS)));

/**
 * Escapes a text for SVG, also within quotes. Characters that XML does not allow are left out.
 * @param {string} text
 */
export const escapeXml = (text) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/**
 * A CSS colour in a form that SVG programs read: "rgb(0 0 0 / 0.5)" becomes a colour and an opacity.
 * @param {string} name of the attribute: "fill" or "stroke" @param {string} colour @param {number} alpha
 */
function paintOf(name, colour, alpha) {
  const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*(?:[/,]\s*([\d.]+)\s*)?\)$/.exec(
    colour,
  );
  const opacity = alpha * Number(parts?.[4] ?? 1);
  const plain = parts ? `rgb(${parts.slice(1, 4).join(',')})` : colour;
  const faint = opacity < 1 ? ` ${name}-opacity="${short(opacity)}"` : '';
  return `${name}="${escapeXml(plain)}"${faint}`;
}

const ANCHORS = /** @type {Record<string, string>} */ ({
  left: 'start',
  center: 'middle',
  right: 'end',
});
const BASELINES = /** @type {Record<string, string>} */ ({
  middle: 'central',
  top: 'text-before-edge',
});

const START = {
  strokeStyle: '#000000',
  fillStyle: '#000000',
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
  dash: /** @type {number[]} */ ([]),
  transform: '',
  clip: '',
};

export class SvgContext {
  /** @type {string[]} */
  #parts = [];
  #clips = 0;
  #path = '';
  /** @type {(typeof START)[]} */
  #saved = [];

  constructor() {
    /** @type {typeof START} */
    this.state = { ...START };
    // The properties of a canvas context are kept in one object, so that save and restore copy it.
    for (const name of /** @type {(keyof typeof START)[]} */ (Object.keys(START))) {
      if (['dash', 'transform', 'clip'].includes(name)) continue;
      Object.defineProperty(this, name, {
        get: () => this.state[name],
        set: (value) => Object.assign(this.state, { [name]: value }),
      });
    }
  }

  /** All that was drawn. */
  get markup() {
    return this.#parts.join('\n');
  }

  save() {
    this.#saved.push({ ...this.state });
  }

  restore() {
    this.state = this.#saved.pop() ?? { ...START };
  }

  /** @param {number} x @param {number} y */
  translate(x, y) {
    this.state.transform += `translate(${short(x)} ${short(y)})`;
  }

  /** @param {number} x @param {number} y */
  scale(x, y) {
    this.state.transform += `scale(${x} ${y})`;
  }

  /** @param {number[]} dash */
  setLineDash(dash) {
    this.state.dash = dash;
  }

  beginPath() {
    this.#path = '';
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#path += `M${short(x)} ${short(y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#path += `L${short(x)} ${short(y)}`;
  }

  closePath() {
    this.#path += 'Z';
  }

  /** Adds a circle; the charts draw no other arcs. @param {number} x @param {number} y @param {number} r */
  arc(x, y, r) {
    const [from, to, radius] = [x - r, x + r, r].map(short);
    const half = `A${radius} ${radius} 0 1 1`;
    this.#path += `M${from} ${short(y)}${half} ${to} ${short(y)}${half} ${from} ${short(y)}Z`;
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.#path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  /** Clips what is drawn until restore to the path. */
  clip() {
    const id = `clip${++this.#clips}`;
    const { transform } = this.state;
    const moved = transform ? ` transform="${transform}"` : '';
    this.#parts.push(`<clipPath id="${id}"><path d="${this.#path}"${moved}/></clipPath>`);
    this.state.clip = id;
  }

  /** @param {Path2D} [path] one that draw.js made */
  fill(path) {
    const { fillStyle, globalAlpha } = this.state;
    this.#addPath(path, paintOf('fill', fillStyle, globalAlpha));
  }

  /** @param {Path2D} [path] one that draw.js made */
  stroke(path) {
    this.#addPath(path, `fill="none" ${this.#pen()}`);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  /** Estimates the width of a text: the reader's font is not known. @param {string} text */
  measureText(text) {
    return { width: text.length * LETTER * Number(/([\d.]+)px/.exec(this.state.font)?.[1] ?? 10) };
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    const { fillStyle, globalAlpha } = this.state;
    this.#addText(text, x, y, paintOf('fill', fillStyle, globalAlpha));
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this.#addText(text, x, y, `fill="none" ${this.#pen()}`);
  }

  #pen() {
    const { strokeStyle, globalAlpha, lineWidth, lineJoin, lineCap, dash } = this.state;
    const dashes = dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    const width = Number(lineWidth.toFixed(4));
    return (
      `${paintOf('stroke', strokeStyle, globalAlpha)} stroke-width="${width}" ` +
      `stroke-linejoin="${lineJoin}" stroke-linecap="${lineCap}"${dashes}`
    );
  }

  /** @param {string} element without its end */
  #add(element, content = '') {
    const { transform, clip } = this.state;
    const moved = transform ? ` transform="${transform}"` : '';
    const whole = `${element}${moved}${content ? `>${content}` : '/>'}`;
    this.#parts.push(clip ? `<g clip-path="url(#${clip})">${whole}</g>` : whole);
  }

  /** @param {Path2D|undefined} path @param {string} look */
  #addPath(path, look) {
    const d = path ? textOfPath(path) : this.#path;
    if (d) this.#add(`<path d="${d}" ${look}`);
  }

  /** @param {string} text @param {number} x @param {number} y @param {string} look */
  #addText(text, x, y, look) {
    const { font, textAlign, textBaseline } = this.state;
    const [, weight = '400', size = '10', family = 'sans-serif'] =
      /^(\d+)?\s*([\d.]+)px\s+(.*)$/.exec(font) ?? [];
    const anchor = ANCHORS[textAlign] ?? 'start';
    const baseline = BASELINES[textBaseline] ?? 'auto';
    this.#add(
      `<text x="${short(x)}" y="${short(y)}" font-family="${escapeXml(family)}" font-size="${size}" ` +
        `font-weight="${weight}" text-anchor="${anchor}" dominant-baseline="${baseline}" ${look}`,
      `${escapeXml(text)}</text>`,
    );
  }
}
