// The direction from which the surface of a function of two variables is seen.

import { freezeDeep } from './experiment.js';
import { nearestAllowed, wrapAngle } from './values.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */

/** Where the eye may be, in degrees: turned all around, and above the horizon. */
export const CAMERA = Object.freeze([
  { min: -180, max: 180, scale: 'angle' },
  { min: 5, max: 90 },
]);
/** Where it is at first. */
export const FIRST_CAMERA = Object.freeze([-35, 35]);

/**
 * Turns the surface.
 * @param {Experiment} experiment
 * @param {readonly number[]} by degrees, added; the azimuth goes around, the elevation is clamped
 * @returns {Experiment}
 */
export function turnSurface(experiment, by) {
  const [azimuth, elevation] = experiment.surface ?? FIRST_CAMERA;
  const around = wrapAngle(CAMERA[0], azimuth + by[0]);
  const up = nearestAllowed(CAMERA[1], elevation + by[1]) ?? elevation;
  const surface = [around, up].map((angle) => Math.round(angle * 10) / 10);
  return freezeDeep({ ...experiment, surface });
}
