// The stage of a map: pixels, each of which is a run, between two axes that may be logarithmic; the pixel
// that is pointed at, and, where the axes are of the start, the paths. Places on an axis are counted in its
// units: of a logarithmic one, powers of ten.

import { BaseChart } from './base-chart.js';
import { drawText, inside } from './draw.js';
import * as draw from './plane-draw.js';
import { boxToShow, plotWidth } from './plane-geometry.js';
import { followPlane } from './plane-gestures.js';
import { BAND } from './rim.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./plane-geometry.js').Box} Box
 *
 * @typedef {object} MapPicture
 * @property {string} key another one looks different
 * @property {Box} box what it covers, in units
 * @property {number} width @property {number} height in pixels
 * @property {Uint8ClampedArray<ArrayBuffer>} pixels RGBA, the top row first
 *
 * @typedef {object} Factors how much of the distance a step leaves, in units of the axes
 * @property {{ level: number, rings: number[][][] }[]} lines where it is alike
 * @property {{ x: number, y: number, factor: number }|null} best where it is least
 *
 * @typedef {object} MapScene
 * @property {Box} box what is wanted, in units
 * @property {boolean} isChosen by the reader
 * @property {readonly [boolean, boolean]} isLog
 * @property {boolean} isPlane the axes are x and y: a circle is a circle, and paths lie on it
 * @property {string} xTitle @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format
 * @property {MapPicture|null} picture
 * @property {import('./plane-chart.js').PlaneRun[]} runs
 * @property {{ x: number, y: number, kind: string, number: string }[]} points where runs arrive, of a plane
 * @property {{ x: number, y: number }[]} border what theory says, in units
 * @property {Factors|null} factors what it says inside of it
 * @property {number} t the step shown
 * @property {readonly number[]} now the numbers of the experiment along the axes; NaN: none
 * @property {readonly number[]} cursor the pixel pointed at by keys, in units
 * @property {import('./rim.js').Words|null} words
 *
 * @typedef {object} MapCallbacks
 * @property {(x: number, y: number) => void} onPick a place was clicked or dragged to
 * @property {(box: Box) => void} onView in units
 * @property {(place: { x: number, y: number }|null) => void} onHover in units
 * @property {(box: Box, area: { left: number, right: number, top: number, bottom: number }) => void} onDraw
 */

const MARGIN = { left: 64, right: 14, top: BAND, bottom: 46 };

/** @extends {BaseChart<MapScene>} */
export class MapChart extends BaseChart {
  /** @type {Box} what is seen, in units */
  box = [0, 1, 0, 1];
  #hover = /** @type {{ x: number, y: number }|null} */ (null);
  #callbacks;
  #image = document.createElement('canvas');
  #imageKey = '';

  /** @param {HTMLCanvasElement} canvas @param {MapCallbacks} callbacks */
  constructor(canvas, callbacks) {
    super(canvas);
    this.#callbacks = callbacks;
    const { onPick, onView } = callbacks;
    followPlane(this, {
      onStart: onPick,
      onView,
    });
    this.chart.options.onResize = () => {
      if (this.scene) this.update(this.scene);
    };
  }

  get hover() {
    return this.#hover;
  }
  set hover(place) {
    if (!place && !this.#hover) return;
    this.#hover = place;
    this.#callbacks.onHover(place);
  }

  /** @param {MapScene} scene */
  update(scene) {
    const { xTitle, yTitle, format, isLog, isPlane, picture } = scene;
    const { box } = this.see(scene, scene.isChosen);
    const { width, height } = this.chart;
    const wide = Math.max(1, width - MARGIN.left - MARGIN.right);
    const high = Math.max(1, height - MARGIN.top - MARGIN.bottom);
    const across = isPlane ? plotWidth(box, wide, high) : wide;
    this.box = isPlane ? boxToShow(box, [], across, high) : box;
    const side = (wide - across) / 2;
    const axis = (
      /** @type {0|1} */ k,
      /** @type {string} */ title,
      /** @type {number} */ ticks,
    ) => {
      const ends = this.box.slice(2 * k, 2 * k + 2).map((end) => (isLog[k] ? 10 ** end : end));
      const range = /** @type {[number, number]} */ (ends);
      return this.axis({ range, title, format, ticks, type: isLog[k] ? 'logarithmic' : 'linear' });
    };
    this.show(
      scene,
      {
        ...axis(0, xTitle, 9),
        afterFit: (/** @type {object} */ each) => Object.assign(each, { height: MARGIN.bottom }),
      },
      {
        ...axis(1, yTitle, 9),
        afterFit: (/** @type {object} */ each) => Object.assign(each, { width: MARGIN.left }),
      },
      {
        padding: { top: MARGIN.top, right: MARGIN.right + side, left: side },
        groundKey: picture?.key ?? '',
      },
    );
  }

  /** Where a place lies, in pixels. @param {number} x @param {number} y in units */
  placeOf(x, y) {
    const { left, right, top, bottom } = this.chart.chartArea;
    const [x0, x1, y0, y1] = this.box;
    return [
      left + ((x - x0) / (x1 - x0)) * (right - left),
      bottom - ((y - y0) / (y1 - y0)) * (bottom - top),
    ];
  }

  /** The place under a place on the screen, in units. @param {{ x: number, y: number }} place */
  under(place) {
    const { x, y } = this.local(place);
    const { left, right, top, bottom } = this.chart.chartArea;
    const [x0, x1, y0, y1] = this.box;
    return {
      x: x0 + ((x - left) / (right - left)) * (x1 - x0),
      y: y0 + ((bottom - y) / (bottom - top)) * (y1 - y0),
    };
  }

  /** The same, at the edge of the plot at most. @param {{ x: number, y: number }} place */
  within(place) {
    const { x, y } = this.under(place);
    const [x0, x1, y0, y1] = this.box;
    return { x: Math.min(Math.max(x, x0), x1), y: Math.min(Math.max(y, y0), y1) };
  }

  /** @param {Frame} frame @param {MapScene} scene */
  drawGround(frame, { picture }) {
    if (!picture) return;
    const { width, height, pixels, box, key } = picture;
    if (key !== this.#imageKey) {
      Object.assign(this.#image, { width, height });
      this.#image.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
      this.#imageKey = key;
    }
    const [left, top] = this.placeOf(box[0], box[3]);
    const [right, bottom] = this.placeOf(box[1], box[2]);
    inside(frame, () => {
      frame.context.imageSmoothingEnabled = false;
      frame.context.drawImage(this.#image, left, top, right - left, bottom - top);
    });
  }

  /** @param {Frame} frame @param {MapScene} scene */
  draw(frame, scene) {
    const { area } = frame;
    const { isPlane, now, cursor, points, border, factors } = scene;
    if (factors) inside(frame, () => this.#drawFactors(frame, factors, scene.format));
    if (border.length) inside(frame, () => this.#drawBorder(frame, border));
    if (isPlane) {
      draw.drawStage(frame, { ...scene, start: now, points }, 1);
      this.#drawNumbers(frame, points);
    } else if (!now.some(Number.isNaN)) {
      const [x, y] = this.placeOf(now[0], now[1]);
      inside(frame, () => draw.drawRing(frame, x, y));
    }
    const place =
      this.#hover ?? (cursor.some(Number.isNaN) ? null : { x: cursor[0], y: cursor[1] });
    if (place) inside(frame, () => this.#drawCross(frame, this.placeOf(place.x, place.y)));
    this.#callbacks.onDraw(this.box, area);
  }

  /**
   * The numbers of the points, as the legend has them.
   * @param {Frame} frame @param {MapScene['points']} points
   */
  #drawNumbers(frame, points) {
    const { px, py, theme, area } = frame;
    for (const { x, y, number } of points) {
      const [left, top] = [px(x), py(y)];
      const isSeen = left > area.left && left < area.right && top > area.top && top < area.bottom;
      if (!number || !isSeen) continue;
      drawText(frame, number, left + 9, top - 9, {
        ...{ colour: theme.ink, align: 'left', size: 13, weight: 600 },
      });
    }
  }

  /**
   * Lines of equal factor with their numbers, and the place of the least.
   * @param {Frame} frame @param {NonNullable<MapScene['factors']>} factors @param {MapScene['format']} format
   */
  #drawFactors(frame, { lines, best }, format) {
    const [x0, x1, y0, y1] = this.box;
    const seen = (/** @type {number[]} */ [x, y]) => x > x0 && x < x1 && y > y0 && y < y1;
    for (const { rings } of lines) for (const ring of rings) this.#drawLine(frame, ring, 1, []);
    for (const { level, rings } of lines) {
      const places = rings.flat().filter(seen);
      const xs = places.map(([x]) => x).sort((a, b) => a - b);
      const middle = xs[0] + 0.4 * (xs[xs.length - 1] - xs[0]);
      const away = (/** @type {number[]} */ [x]) => Math.abs(x - middle);
      const [place] = places.sort((a, b) => away(a) - away(b));
      if (!place) continue;
      const [left, top] = this.placeOf(place[0], place[1]);
      drawText(frame, format(level), left, top, { colour: frame.theme.ink });
    }
    if (!best || !seen([best.x, best.y])) return;
    const [left, top] = this.placeOf(best.x, best.y);
    draw.drawMark(frame, 'global_minimum', left, top);
  }

  /** @param {Frame} frame @param {MapScene['border']} border */
  #drawBorder(frame, border) {
    const places = border.map(({ x, y }) => [x, y]);
    this.#drawLine(frame, places, 1.75, [7, 5]);
  }

  /**
   * A line that shows on any colour.
   * @param {Frame} frame @param {readonly number[][]} places in units @param {number} thick
   * @param {number[]} dashes
   */
  #drawLine({ context, theme }, places, thick, dashes) {
    for (const [width, colour, dash] of /** @type {[number, string, number[]][]} */ ([
      [thick + 2, theme.paper, []],
      [thick, theme.ink, dashes],
    ])) {
      context.beginPath();
      for (const [x, y] of places) {
        const [left, top] = this.placeOf(x, y);
        context.lineTo(left, top);
      }
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.setLineDash(dash);
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** @param {Frame} frame @param {number[]} place in pixels */
  #drawCross({ context, theme }, [x, y]) {
    for (const [width, colour] of /** @type {[number, string][]} */ ([
      [3.5, theme.paper],
      [1.25, theme.ink],
    ])) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.strokeRect(x - 5, y - 5, 10, 10);
    }
  }
}
