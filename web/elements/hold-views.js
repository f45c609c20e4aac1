// While a pointer drags something that changes what is seen, a place on a stage or a slider, the views stand
// still.

const DRAGGED = 'canvas, .handle, input[type="range"]';

/**
 * Tells when such a pointer goes down, and when the last one is let go of.
 * @param {HTMLElement} root @param {(isHeld: boolean) => void} hold
 */
export function holdViews(root, hold) {
  /** @type {Set<number>} */
  const down = new Set();
  const release = (/** @type {Event} */ event) => {
    if (event instanceof PointerEvent) down.delete(event.pointerId);
    else down.clear(); // a window without the focus gets no further events of them
    if (down.size) return;
    for (const end of ENDS) removeEventListener(end, release, true);
    hold(false);
  };
  root.addEventListener(
    'pointerdown',
    (event) => {
      const target = /** @type {Element} */ (event.composedPath()[0]);
      if (!target.closest(DRAGGED)) return;
      if (!down.size) for (const end of ENDS) addEventListener(end, release, true);
      down.add(event.pointerId);
      hold(true);
    },
    true,
  );
}

/**
 * Keeps the height of the panel above the stage: a first drag may turn a series into the user's own numbers,
 * and the field for them must not push the stage away from the pointer.
 * @param {HTMLElement} panel @param {boolean} isHeld
 */
export function pinHeight({ style, offsetHeight }, isHeld) {
  style.setProperty('height', isHeld ? `${offsetHeight}px` : '');
  style.setProperty('overflow', isHeld ? 'clip' : '');
}

const ENDS = ['pointerup', 'pointercancel', 'blur'];
