// What pointers do to the plane. A click, or a drag with the mouse, moves the start; with Shift or the middle
// button the drag moves the view; two fingers zoom and move it; Ctrl or ⌘ with the wheel zooms. A plain wheel
// and one finger's swipe scroll the page.

import { panBox, roundBox, zoomBox } from './plane-geometry.js';

/**
 * @typedef {Pick<import('./plane-chart.js').PlaneChart, 'canvas' | 'box' | 'hover' | 'redraw' | 'under' |
 *   'within'>} PlaneChart
 * @typedef {Pick<import('./plane-chart.js').PlaneCallbacks, 'onStart' | 'onView'>} PlaneCallbacks
 * @typedef {{ x: number, y: number }} Place
 */

/** A finger that moved further than this did not tap. */
const TAP = 8;
const WHEEL = 0.0025;

/** @param {PlaneChart} chart @param {PlaneCallbacks} callbacks */
export function followPlane(chart, { onStart, onView }) {
  const { canvas } = chart;
  /** @type {Map<number, Place>} fingers and buttons that are down */
  const held = new Map();
  /** @type {Place | null} where a tap may end */
  let tapped = null;
  canvas.style.touchAction = 'pan-y';

  const start = (/** @type {Place} */ place) => {
    const { x, y } = chart.within(place);
    onStart(x, y);
  };

  canvas.addEventListener('pointerdown', (event) => {
    const isPanning = event.shiftKey || event.button === 1;
    if (event.button > 1) return;
    canvas.setPointerCapture(event.pointerId);
    held.set(event.pointerId, placeOf(event));
    tapped = held.size === 1 && !isPanning ? placeOf(event) : null;
    if (event.pointerType === 'mouse' && tapped) start(tapped);
    if (isPanning) event.preventDefault();
  });

  canvas.addEventListener('pointermove', (event) => {
    const before = held.get(event.pointerId);
    const now = placeOf(event);
    chart.hover = event.pointerType === 'mouse' && !before ? chart.under(now) : null;
    if (!before) {
      if (event.pointerType === 'mouse') chart.redraw();
      return;
    }
    const others = [...held.keys()].filter((id) => id !== event.pointerId);
    held.set(event.pointerId, now);
    if (
      tapped &&
      Math.hypot(now.x - tapped.x, now.y - tapped.y) > TAP &&
      event.pointerType !== 'mouse'
    ) {
      tapped = null;
    }
    if (others.length === 1) {
      onView(roundBox(pinched(chart, before, now, /** @type {Place} */ (held.get(others[0])))));
    } else if (event.pointerType === 'mouse' && !others.length) {
      if (tapped) start(now);
      else onView(roundBox(moved(chart, before, now)));
    }
  });

  const release = (/** @type {PointerEvent} */ event) => {
    const isTap = event.type === 'pointerup' && tapped && event.pointerType !== 'mouse';
    if (isTap) start(placeOf(event));
    held.delete(event.pointerId);
    tapped = null;
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', () => {
    if (!chart.hover) return;
    chart.hover = null;
    chart.redraw();
  });

  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { x, y } = chart.under(placeOf(event));
      onView(roundBox(zoomBox(chart.box, Math.exp(-event.deltaY * WHEEL), x, y)));
    },
    { passive: false },
  );
}

/** @param {{ clientX: number, clientY: number }} event @returns {Place} */
const placeOf = ({ clientX, clientY }) => ({ x: clientX, y: clientY });

/** The view after a drag. @param {PlaneChart} chart @param {Place} before @param {Place} now */
function moved(chart, before, now) {
  const [from, to] = [chart.under(before), chart.under(now)];
  return panBox(chart.box, from.x - to.x, from.y - to.y);
}

/**
 * The view after one of two fingers moved.
 * @param {PlaneChart} chart @param {Place} before @param {Place} now @param {Place} other
 */
function pinched(chart, before, now, other) {
  const length = (/** @type {Place} */ { x, y }) => Math.hypot(x - other.x, y - other.y);
  const middle = (/** @type {Place} */ { x, y }) => ({
    x: (x + other.x) / 2,
    y: (y + other.y) / 2,
  });
  const { x, y } = chart.under(middle(before));
  const to = chart.under(middle(now));
  const zoomed = zoomBox(chart.box, length(now) / Math.max(length(before), 1), x, y);
  return panBox(zoomed, x - to.x, y - to.y);
}
