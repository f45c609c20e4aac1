// What the page around the lab's frame says before there is a lab: kept, and a reason to begin.

import { NAME, PROTOCOL_VERSION } from '../state/messages.js';
import { whenSeen } from './when-seen.js';

/** Messages that are kept until the lab is there. */
const MOST_WAITING = 50;

/** @typedef {Record<string, unknown>} Message whatever its fields hold: each is checked where it is read */

/** Whether a message is meant for the lab. @param {unknown} data @returns {data is Message} */
export function isOurs(data) {
  const { target, v } = /** @type {Message} */ (data ?? {});
  return typeof data === 'object' && target === NAME && v === PROTOCOL_VERSION;
}

/** @typedef {ReturnType<typeof openInbox>} Inbox */

/**
 * Listens to the parent of a framed window, and to nobody else.
 * @param {Window} self whose parent is another window
 */
export function openInbox(self) {
  /** @type {Message[]} */
  const waiting = [];
  /** @type {((data: unknown) => void)|undefined} */
  let receive;
  /** @type {(value?: unknown) => void} */
  let wake = () => {};
  const addressed = new Promise((resolve) => {
    wake = resolve;
  });

  self.addEventListener('message', ({ source, data }) => {
    if (source !== self.parent) return;
    if (receive) receive(data);
    else if (isOurs(data)) {
      if (waiting.length < MOST_WAITING) waiting.push(data);
      wake();
    }
  });

  return {
    /**
     * Fulfilled once the frame has come into view, or the host has spoken: nothing need be done before.
     * @param {Element} element
     */
    wanted: (element) => Promise.race([whenSeen(element), addressed]),
    /**
     * Hands over what waited, and from now on whatever the parent says.
     * @param {(data: unknown) => void} reader
     */
    open(reader) {
      receive = reader;
      waiting.splice(0).forEach(reader);
    },
  };
}
