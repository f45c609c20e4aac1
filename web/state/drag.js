// Numbers set by dragging, rounded to the precision of the screen.

import { setStart } from './experiment.js';

/**
 * @param {number} value @param {number} size of the view, in the value's own unit
 * @param {number} places in the view
 */
function roundTo(value, size, places) {
  const unit = 10 ** Math.floor(Math.log10(size / places));
  return Number((Math.round(value / unit) * unit).toPrecision(12));
}

/** A dragged value. @param {number} value @param {number} size of the view along which it is dragged */
export const roundDragged = (value, size) => roundTo(value, size, 200);

/**
 * Drags the start, unless it is locked.
 * @template {{ start: readonly number[], lock: readonly string[] }} E
 * @param {E} experiment @param {readonly number[]} place
 * @param {readonly number[]} sizes of the view, along each axis
 * @param {import('../core/catalog.js').Catalog} catalog
 * @returns {E}
 */
export function dragStart(experiment, place, sizes, catalog) {
  if (experiment.lock.includes('x0')) return experiment;
  const rounded = place.map((value, i) => roundTo(value, sizes[i], 400));
  return setStart(experiment, rounded, catalog);
}
