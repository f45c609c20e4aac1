// One column of several runs over t: x, f, η, a slot. A click or a drag along it goes to that step.

import { BaseChart } from './base-chart.js';
import { drawMarker, drawText, inside, strokeLine, textWidth } from './draw.js';
import {
  digitsIn,
  isStepLike,
  nearestRow,
  nearestTo,
  roundRange,
  seriesRange,
  stairsOf,
  thinRows,
} from './geometry.js';
import { placeBeside, Taken } from './labels.js';
import { drawEnds } from './line-ends.js';
import { drawHalo } from './lit.js';
import { followPointer } from './press.js';
import { drawExits, exitAt, exitRow } from './rim.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./run-style.js').RunStyle} RunStyle
 *
 * @typedef {object} Series
 * @property {Float64Array} values @property {RunStyle} style @property {boolean} selected
 * @property {string} [label] what tells it from the others, at the end of its line
 * @property {number} [per] rows to a unit of the x axis; 1 when left out
 * @property {Float64Array} [at] where each row lies on the x axis, none before the one above it
 * @property {boolean} [isStepped] row t's value holds from t − 1 to t, as a rate that a schedule sets does
 *
 * @typedef {object} SeriesScene
 * @property {Series[]} series the selected one last
 * @property {number} steps where the x axis ends @property {number} t the row shown
 * @property {string} [xTitle] "t" when left out
 * @property {string} [column] of the step table that it shows
 * @property {readonly { at: number, style: RunStyle }[]} [changes] where the last rows before a run changes
 *   lie on the x axis
 * @property {'linear'|'log'} scale
 * @property {import('./geometry.js').Range} [range] of the y axis; that of the values when left out
 * @property {string} yTitle
 * @property {(value: number, digits?: number) => string} format
 */

/** Lines of at most this many steps have dots. */
const MOST_DOTS = 40;
/** How far below the plot a value is drawn that a logarithmic axis cannot show, in pixels. */
const BELOW = 1e4;

/** @extends {BaseChart<SeriesScene>} */
export class SeriesChart extends BaseChart {
  /** How many digits tell its values apart. */
  #digits = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ onSeek: (t: number) => void }} callbacks
   */
  constructor(canvas, { onSeek }) {
    super(canvas);
    followPointer(this, (value) => {
      const { scene } = this;
      const { at } = selectedOf(scene) ?? {};
      const per = perOf(scene);
      onSeek(at ? nearestTo(value, at) : nearestRow(value * per, (scene?.steps ?? 0) * per));
    });
  }

  /** @param {SeriesScene} scene */
  update(scene) {
    const { series, steps, scale, yTitle, format } = scene;
    const values = series.map((each) => each.values);
    const wanted = {
      scale,
      range: scene.range ?? seriesRange(values, scale, scene.t),
      isRound: scene.range !== undefined || scale === 'log',
    };
    const { range, isRound } = this.see(wanted);
    this.#digits = scale === 'log' ? 0 : digitsIn(range) + 1;
    const type = scale === 'log' ? 'logarithmic' : 'linear';
    this.show(
      scene,
      this.axis({ range: [0, Math.max(1, steps)], title: scene.xTitle ?? 't', format, ticks: 7 }),
      this.axis({
        range: isRound ? range : roundRange(range),
        title: yTitle,
        format,
        type,
        ticks: 5,
      }),
    );
  }

  /** @param {Frame} frame @param {SeriesScene} scene */
  draw(frame, scene) {
    drawPlot(frame, scene, this.#digits);
  }

  /** @param {Frame} frame @param {SeriesScene} scene @param {import('./lit.js').Lit} lit */
  drawLit(frame, scene, { column, row }) {
    const selected = selectedOf(scene);
    if (column !== scene.column || !selected) return;
    inside(frame, () => drawHalo(frame, lineOf(frame, selected, scene).placeOf(row)));
  }
}

/** @param {SeriesScene|undefined} scene */
const selectedOf = (scene) => scene?.series.find(({ selected }) => selected);

/** Rows to a unit of the x axis, of the selected run. @param {SeriesScene|undefined} scene */
const perOf = (scene) => selectedOf(scene)?.per ?? 1;

/** Where a row lies on the x axis. @param {Series|undefined} series @param {number} row */
const alongX = ({ at, per = 1 } = /** @type {Series} */ ({}), row) =>
  at ? at[Math.min(row, at.length - 1)] : row / per;

/**
 * @typedef {import('./labels.js').Place} Place
 *
 * @typedef {object} Drawn a line as it is drawn
 * @property {Series} series
 * @property {Place[]} rows @property {Place[]} line @property {(row: number) => Place} placeOf
 * @property {Place} end @property {import('./rim.js').Exit} [exit]
 */

/**
 * All of the plot.
 * @param {Frame} frame @param {SeriesScene} scene @param {number} digits what its values need
 */
export function drawPlot(frame, scene, digits) {
  const { context, area, px, theme } = frame;
  const now = px(Math.min(alongX(selectedOf(scene), scene.t), scene.steps));
  context.strokeStyle = theme.soft;
  context.lineWidth = 1;
  strokeLine(context, [
    [now, area.top],
    [now, area.bottom],
  ]);
  for (const change of scene.changes ?? []) drawChange(frame, change, scene);
  const drawn = scene.series.map((series) => lineOf(frame, series, scene));
  inside(frame, () => {
    for (const each of drawn) drawSeries(frame, each, scene);
    drawExits(
      frame,
      drawn.flatMap(({ exit }) => exit ?? []),
    );
  });
  const taken = new Taken(area);
  for (const { line, rows, series } of drawn) {
    taken.addLine(line);
    if (hasDots(scene, series)) for (const place of rows) taken.addMark(place, 3);
  }
  for (const each of drawn) drawHead(frame, each, scene.t, taken);
  for (const each of drawn) if (each.series.selected) drawValue(frame, each, scene, digits, taken);
  const ends = drawn.map(({ series: { style, selected, label = '' }, end: place }) => ({
    run: { style, selected, label },
    place,
  }));
  drawEnds(frame, ends.toReversed(), taken);
}

/** Half the width of the mark of a change, and its height. */
const MARK = 5;

/**
 * Where a run has other parameters from the next step on: a dotted line with a triangle at its foot.
 * @param {Frame} frame @param {NonNullable<SeriesScene['changes']>[number]} change @param {SeriesScene} scene
 */
function drawChange({ context, area, px, theme }, { at, style }, scene) {
  if (at > scene.steps) return;
  const x = px(at);
  context.strokeStyle = context.fillStyle = theme.runs[style.hue];
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  strokeLine(context, [
    [x, area.top],
    [x, area.bottom],
  ]);
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x - MARK, area.bottom);
  context.lineTo(x + MARK, area.bottom);
  context.lineTo(x, area.bottom - 2 * MARK);
  context.fill();
}

/** Whether each step of a line has a dot. @param {SeriesScene} scene @param {Series} series */
const hasDots = ({ steps }, { per = 1, at, values }) =>
  (at ? values.length - 1 : steps * per) <= MOST_DOTS;

/**
 * A line in pixels, up to its last row or to where it leaves for good; what has no logarithm lies below the
 * plot.
 * @param {Frame} frame @param {Series} series @param {SeriesScene} scene @returns {Drawn}
 */
function lineOf({ area, px, py, view }, series, { scale }) {
  const { values, isStepped, style, selected, label = '' } = series;
  const isLog = scale === 'log';
  const heightOf = (/** @type {number} */ value) =>
    isLog && value <= 0 ? area.bottom + BELOW : py(value);
  const placeOf = (/** @type {number} */ row) => ({
    x: px(alongX(series, row)),
    y: heightOf(values[row]),
  });
  const low = isLog ? Math.max(view[2], Number.MIN_VALUE) : view[2];
  const last = values.length - 1;
  const out = exitRow(values, values, [low, view[3], low, view[3]], last);
  const exit =
    out === undefined ? undefined : exitAt({ style, selected, label }, out, placeOf, area);
  const drawn = thinRows(values.subarray(0, (out ?? last) + 1), Math.ceil(area.right - area.left));
  const rows = drawn.map(placeOf);
  const corners = () => stairsOf(rows.map(({ x, y }) => [x, y])).map(([x, y]) => ({ x, y }));
  const line = isStepped && isStepLike(values) ? corners() : rows;
  return { series, placeOf, rows, line, exit, end: exit?.place ?? placeOf(last) };
}

/** @param {Frame} frame @param {Drawn} drawn @param {SeriesScene} scene */
function drawSeries(frame, { series, rows, line }, scene) {
  const { context, theme } = frame;
  const { style, selected } = series;
  context.strokeStyle = theme.runs[style.hue];
  context.lineWidth = selected ? 2 : 1.5;
  context.lineJoin = 'round';
  context.setLineDash(style.dash);
  strokeLine(
    context,
    line.map(({ x, y }) => [x, y]),
  );
  context.setLineDash([]);
  if (hasDots(scene, series)) for (const { x, y } of rows) drawMarker(frame, style, x, y, 2.6);
}

/**
 * Where a line is at the step shown, if that is in the plot.
 * @param {Frame} frame @param {Drawn} drawn @param {number} t
 */
function headOf({ area }, { series, placeOf }, t) {
  const place = placeOf(Math.min(t, series.values.length - 1));
  return place.y >= area.top - 1 && place.y <= area.bottom + 1 ? place : undefined;
}

/** @param {Frame} frame @param {Drawn} drawn @param {number} t @param {Taken} taken */
function drawHead(frame, drawn, t, taken) {
  const place = headOf(frame, drawn, t);
  if (!place) return;
  const { style, selected } = drawn.series;
  drawMarker(frame, style, place.x, place.y, selected ? 5 : 4);
  taken.addMark(place, 5);
}

/**
 * The number at the step shown, where there is room for it.
 * @param {Frame} frame @param {Drawn} drawn @param {SeriesScene} scene @param {number} digits
 * @param {Taken} taken
 */
function drawValue(frame, drawn, { t, format }, digits, taken) {
  const place = headOf(frame, drawn, t);
  if (!place) return;
  const { values, style } = drawn.series;
  const text = format(values[Math.min(t, values.length - 1)], digits);
  const label = { ...place, width: textWidth(frame, text, 12, 600) + 4, height: 16 };
  const [box] = placeBeside([label], taken);
  if (!box) return;
  drawText(frame, text, (box.left + box.right) / 2, (box.top + box.bottom) / 2, {
    colour: frame.theme.runs[style.hue],
    weight: 600,
  });
}
