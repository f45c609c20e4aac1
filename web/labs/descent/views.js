// The ways in which f and its descents are seen: the curve or the plane, the surface, the map.

import { html } from 'lit';
import { FIRST_CAMERA } from '../../state/camera.js';
import { withMap, withoutMap } from '../../state/map.js';

/** @typedef {import('../../state/experiment.js').Experiment} Experiment */

/** @type {Record<string, (experiment: Experiment) => Experiment>} */
const SEEN = {
  plane: (e) => ({ ...withoutMap(e), surface: null }),
  surface: (e) => ({ ...withoutMap(e), surface: e.surface ?? FIRST_CAMERA }),
  map: (e) => (e.map ? e : withMap(e, {})),
};

/**
 * The buttons that choose one.
 * @param {Experiment} experiment @param {(change: (experiment: Experiment) => Experiment) => void} change
 * @param {import('../../i18n/index.js').I18n} i18n
 */
export function renderSeen(experiment, change, i18n) {
  const isPlane = experiment.start.length === 2;
  if (experiment.exercise && !isPlane) return '';
  const seen = experiment.map ? 'map' : isPlane && experiment.surface ? 'surface' : 'plane';
  const names = {
    plane: isPlane ? 'surface.plane' : 'map.curve',
    surface: 'surface.surface',
    map: 'map.map',
  };
  const button = (/** @type {keyof typeof names} */ key) =>
    html`<button type="button" data-act=${key} aria-pressed=${seen === key}
      @click=${() => change(SEEN[key])}>${i18n.t(names[key])}</button>`;
  return html`<span class="toggle" role="group" aria-label=${i18n.t('surface.choose')}>${button('plane')}${
    isPlane ? button('surface') : ''
  }${experiment.exercise ? '' : button('map')}</span>`;
}
