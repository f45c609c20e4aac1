// The half of a lab's record that shows it: loaded when the lab is first shown, so that a page starts without the code of
// labs that nobody opened.

import { labOf } from '../state/labs.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 *
 * @typedef {object} Screen
 * @property {string} tag its element, a LabView
 * @property {string} styles a style sheet, for the shadow root that the element renders into
 * @property {readonly string[]} parts those of PARTS that it has
 * @property {readonly string[]} locks those of LOCKS that hold something in it
 * @property {(experiment: any, core: Core, i18n: I18n) => string} title one line that names what is shown
 * @property {(experiment: any, core: Core, i18n: I18n) => string} caption what its stage shows, in words
 * @property {(experiment: any, core: Core) => import('../core/index.js').Run} [table] what its step table
 *   shows, for a file; left out where it has no table
 * @property {(experiment: any, core: Core, i18n: I18n) => import('../charts/svg-picture.js').Plot} [plot] its
 *   stage as a picture that is drawn anew at any size; left out where it has none
 * @property {(experiment: any, core: Core) => number[]|undefined} [point] where the step shown has come to,
 *   where another experiment can start from it
 */

/** @type {Map<string, Screen>} */
const loaded = new Map();

/** @param {string} lab @returns {Screen|undefined} undefined until it has been loaded */
export const screenOf = (lab) => loaded.get(lab);

/** @param {string} lab @returns {Promise<Screen>} */
export async function loadScreen(lab) {
  const known = loaded.get(lab);
  if (known) return known;
  const { screen } = await labOf(lab).screen();
  loaded.set(lab, screen);
  return screen;
}
