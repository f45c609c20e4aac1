// The half of a lab's record that shows it: loaded when the lab is first shown, so that a page starts without
// the code of labs that nobody opened.

import { task } from '../elements/turns.js';
import { labOf } from '../state/labs.js';

/** @typedef {import('./types.js').Screen} Screen */

/** @type {Map<string, Screen>} */
const loaded = new Map();

/** @param {string} lab @returns {Screen|undefined} undefined until it has been loaded */
export const screenOf = (lab) => loaded.get(lab);

/** @param {string} lab @returns {Promise<Screen>} */
export async function loadScreen(lab) {
  const known = loaded.get(lab);
  if (known) return known;
  const { screen } = /** @type {{ screen: Screen }} */ (await labOf(lab).screen());
  loaded.set(lab, screen);
  await task();
  return screen;
}
