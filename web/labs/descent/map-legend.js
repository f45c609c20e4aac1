// The legend of a map: what each colour stands for, and how many of the pixels have it.

import { html } from 'lit';
import { legendEntries } from './map-scene.js';

/**
 * @param {import('../../core/types.js').Map} map
 * @param {import('../../charts/map-image.js').Painted|undefined} painted
 * @param {import('../../state/experiment.js').Experiment} experiment
 * @param {import('../../i18n/index.js').I18n} i18n
 */
export function renderLegend(map, painted, experiment, i18n) {
  if (!painted) return '';
  const { scale } = painted;
  const ramp =
    scale &&
    html`<li class="map-ramp"><span>${i18n.n(scale.from, 3)}</span><i
      style="background: linear-gradient(to right, ${scale.colours})"></i><span>${i18n.n(scale.to, 3)}</span>
      ${i18n.t(`map.ramp.${experiment.map?.show}`)}</li>`;
  return html`<ul class="map-legend">${ramp}${legendEntries(map, painted, experiment, i18n).map(
    ({ colour, words }) => html`<li><i style="background: ${colour}"></i>${words}</li>`,
  )}</ul>`;
}
