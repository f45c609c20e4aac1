// The names of the messages between a lab in a frame and the page around it. What each does:
// web/embed/host.js.

export const NAME = 'descent-lab';
export const PROTOCOL_VERSION = 1;
/** To a lab. */
export const REQUESTS = Object.freeze(
  'getState setState run pause step getData getScore screenshot'.split(' '),
);
/** From a lab. */
export const REPORTS = Object.freeze(
  'ready state done resize data answer score screenshot error'.split(' '),
);
