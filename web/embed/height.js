// Tells the page around the frame how tall the lab is. There is no standard: each kind of host listens to
// its own message and ignores the others.

/** H5P's resizer answers whoever says hello, and asks again when its window changes. */
export const H5P_HELLO = Object.freeze({ context: 'h5p', action: 'hello' });

/**
 * The messages that say a height, in the dialects of others: AMP's amp-iframe; Canvas and other LTI hosts;
 * H5P's resizer.
 * @param {number} height in CSS pixels
 * @returns {Record<string, unknown>[]}
 */
export const heightMessages = (height) => [
  { sentinel: 'amp', type: 'embed-size', height },
  { subject: 'lti.frameResize', height },
  { context: 'h5p', action: 'resize', scrollHeight: height },
];

/** Whether H5P's resizer asks for the height. @param {unknown} message */
export const asksHeight = (message) => {
  const { context, action } = /** @type {Record<string, unknown>} */ (message ?? {});
  return context === 'h5p' && ['hello', 'resize', 'resizePrepared'].includes(String(action));
};

/**
 * Calls back with an element's height in whole pixels, now and whenever it changes.
 * @param {HTMLElement} element its height must come from its content and width, not from the height of the
 *   frame: a host that sets the frame to what it is told would otherwise start an endless loop
 * @param {(height: number) => void} onHeight
 */
export function watchHeight(element, onHeight) {
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height > 0 && height !== last) onHeight(height);
    last = height;
  }).observe(element);
}
