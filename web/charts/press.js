// What a pointer does to a chart that is pressed and dragged sideways. A mouse's press counts at once. A
// finger's does when it has moved sideways, or is lifted where it came down: until then it may be a swipe
// that scrolls the page.

/** A finger that moved less than this, in CSS pixels, has not moved. */
const TAP = 8;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} acts
 * @param {(event: PointerEvent) => void} acts.press where a drag, or a tap, begins
 * @param {(event: PointerEvent) => void} acts.move each move of a drag
 * @param {() => void} [acts.end] once what was pressed is let go of
 */
export function followPress(canvas, { press, move, end = () => {} }) {
  /** @type {{ id: number, x: number, y: number, isPressed: boolean } | null} the pointer that is down */
  let held = null;
  canvas.style.touchAction = 'pan-y';

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || held) return;
    const isPressed = event.pointerType !== 'touch';
    held = { id: event.pointerId, x: event.clientX, y: event.clientY, isPressed };
    canvas.setPointerCapture(event.pointerId);
    if (isPressed) press(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.id) return;
    const [across, down] = [Math.abs(event.clientX - held.x), Math.abs(event.clientY - held.y)];
    if (!held.isPressed) {
      if (across <= TAP || across <= down) return;
      held.isPressed = true;
      press(event);
    }
    move(event);
  });
  canvas.addEventListener('pointerup', (event) => {
    if (!held || event.pointerId !== held.id || held.isPressed) return;
    held.isPressed = Math.hypot(event.clientX - held.x, event.clientY - held.y) <= TAP;
    if (held.isPressed) press(event);
  });
  canvas.addEventListener('lostpointercapture', () => {
    const wasPressed = held?.isPressed;
    held = null;
    if (wasPressed) end();
  });
}

/**
 * Calls back with each x a pointer presses or drags to. Vertical swipes still scroll the page.
 * @param {import('./base-chart.js').BaseChart<unknown>} chart
 * @param {(x: number) => void} onX
 */
export function followPointer(chart, onX) {
  const tell = (/** @type {PointerEvent} */ { clientX, clientY }) =>
    onX(chart.within({ x: clientX, y: clientY }).x);
  followPress(chart.canvas, { press: tell, move: tell });
}
