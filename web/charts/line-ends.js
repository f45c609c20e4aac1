// The names of runs at the ends of their lines.

import { drawText, strokeLine, textWidth } from './draw.js';
import { placeBeside } from './labels.js';

/**
 * @typedef {import('./base-chart.js').Frame} Frame
 * @typedef {import('./labels.js').Taken} Taken
 * @typedef {import('./labels.js').Place} Place
 * @typedef {import('./paths.js').PathRun} PathRun
 */

const SIZE = 12;
const LINE = 16;
/** A name further than this from its line's end is tied to it by a thin line. */
const NEAR = 12;

/**
 * Writes each name where there is room for it, near the end of its line.
 * @param {Pick<Frame, 'context'|'theme'>} frame @param {readonly { run: PathRun, place: Place }[]} ends
 * @param {Taken} taken what names must not stand on
 */
export function drawEnds(frame, ends, taken) {
  const { context, theme } = frame;
  const named = ends.filter(({ run }) => run.label !== '');
  const labels = named.map(({ run, place }) => ({
    ...place,
    width: textWidth(frame, run.label, SIZE, 600) + 4,
    height: LINE,
  }));
  const boxes = placeBeside(labels, taken);
  boxes.forEach((box, i) => {
    if (!box) return;
    const { run, place } = named[i];
    const colour = theme.runs[run.style.hue];
    const to = {
      x: Math.min(Math.max(place.x, box.left), box.right),
      y: Math.min(Math.max(place.y, box.top), box.bottom),
    };
    if (Math.hypot(to.x - place.x, to.y - place.y) > NEAR) {
      context.strokeStyle = colour;
      context.lineWidth = 1;
      strokeLine(context, [
        [place.x, place.y],
        [to.x, to.y],
      ]);
    }
    drawText(frame, run.label, (box.left + box.right) / 2, (box.top + box.bottom) / 2, {
      colour,
      size: SIZE,
      weight: 600,
    });
  });
}
