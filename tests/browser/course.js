// Opens the course at a place.

import { addresses, withLab } from './browser.js';

export const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
export const DESK = { viewport: { width: 1280, height: 800 } };

export const PROJECTOR = { viewport: { width: 1920, height: 1080 } };

/**
 * Opens a place in the course and waits for its figure.
 * @param {string} query after "lab=course&" @param {(lab: import('./browser.js').Lab) => Promise<void>} use
 * @param {import('./browser.js').PageOptions} [context]
 */
export const course = (query, use, context = DESK) =>
  withLab({ address: `${addresses.http}?lab=course&${query}`, context }, async (lab) => {
    await lab.find('.figure .player').waitFor({ state: 'attached' });
    await lab.page.waitForTimeout(150); // the page scrolls to the beat that the link names
    await use(lab);
  });
