// A frame that is out of view does nothing, so ten labs on a course page cost as much as one.

/**
 * Fulfilled once an element is in view; from within a frame, in the view of the page around it.
 * @param {Element} element
 * @returns {Promise<void>}
 */
export function whenSeen(element) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

/**
 * Calls back each time an element leaves the view.
 * @param {Element} element @param {() => void} onLeave
 */
export function whenLeft(element, onLeave) {
  new IntersectionObserver((entries) => {
    if (!entries.at(-1)?.isIntersecting) onLeave();
  }).observe(element);
}
