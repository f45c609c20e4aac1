// The legend of a map: what each colour stands for, and how many of the pixels have it.

import { html } from 'lit';
import { legendEntries } from './map-words.js';

/** If so many of the pixels arrive nowhere, more steps are offered, by this factor. */
const [MANY, MORE] = [0.25, 4];

/**
 * @param {import('../../core/types.js').Map} map
 * @param {import('../../charts/map-image.js').Painted|undefined} painted
 * @param {import('../../state/experiment.js').Experiment} experiment
 * @param {{ most: number, take: (steps: number) => void }} steps the most there may be, how more are taken
 * @param {readonly string[][]} theory what its lines show, and how they look
 * @param {import('../../i18n/index.js').I18n} i18n
 */
export function renderLegend(map, painted, experiment, { most, take }, theory, i18n) {
  if (!painted) return '';
  const { scale, entries } = painted;
  const lost = entries.find(({ key }) => key === 'nowhere')?.count ?? 0;
  const more = Math.min(most, MORE * experiment.steps);
  const isOffered = lost > MANY * map.width * map.height && more > experiment.steps;
  const offer = html`<li><button type="button" data-act="map-more"
    @click=${() => take(more)}>${i18n.t('map.more', { steps: i18n.n(more, 9) })}</button></li>`;
  const ramp =
    scale &&
    html`<li class="map-ramp"><span>${i18n.n(scale.from, 3)}</span><i
      style="background: linear-gradient(to right, ${scale.colours})"></i><span>${i18n.n(scale.to, 3)}</span>
      ${i18n.t(`map.ramp.${experiment.map?.show}`)}</li>`;
  return html`<ul class="map-legend">${ramp}${legendEntries(map, painted, experiment, i18n).map(
    ({ colour, words }) => html`<li><i style="background: ${colour}"></i>${words}</li>`,
  )}${theory.map(([look, words]) => html`<li><b aria-hidden="true">${look}</b>${words}</li>`)}${
    isOffered ? offer : ''
  }</ul>`;
}
