// Fog over a figure: the curve is hidden, and a reader who looks for a place sees only points with the slope
// there, as an optimizer does. A few looks are all there is. The fog lifts with the answer.

import { html, svg } from 'lit';
import { specFor } from '../state/experiment.js';

/**
 * @typedef {NonNullable<import('./figure.js').Figure['axis']>} Axis
 * @typedef {{ x: number, f: number, slope: number, path: string, dot: string }} Probe path, dot: as they
 *   are drawn in a square of 1, whose sides are the plot's
 *
 * @typedef {object} View what is asked of the course
 * @property {import('../core/index.js').Core} core @property {import('../i18n/index.js').I18n} i18n
 * @property {import('./figure.js').Figure} figure
 * @property {Record<string, number>} places
 * @property {() => void} requestUpdate
 */

/** Half the width of the slope's line, of the plot's. */
const REACH = 0.04;

export class Fog {
  #view;
  /** @type {Map<string, Probe[]>} by beat */
  #probes = new Map();

  /** @param {View} view */
  constructor(view) {
    this.#view = view;
  }

  /** @param {string} at the beat */
  probesOf = (at) => this.#probes.get(at) ?? [];

  /** Looks at the place chosen, in the middle where none is. @param {string} at */
  #look(at) {
    const { core, figure, places } = this.#view;
    const { axis, lab } = figure;
    if (!axis || !lab) return;
    const experiment = /** @type {import('../state/types.js').Experiment} */ (lab.experiment);
    const x = places[at] ?? (axis.from + axis.to) / 2;
    const seen = core.evaluate(specFor(experiment, 0).objective, { x: [x] });
    const [f, slope] = [seen.f[0], seen.gx[0]];
    const probe = { x, f, slope, ...drawn(x, f, slope, axis) };
    this.#probes.set(at, [...this.probesOf(at), probe]);
    this.#view.requestUpdate();
  }

  /** The button to look, and what was seen last. @param {string} at @param {number} looks at most */
  renderLook(at, looks) {
    const { i18n } = this.#view;
    const probes = this.probesOf(at);
    const last = probes.at(-1);
    const left = looks - probes.length;
    const words = last && {
      x: i18n.n(last.x, 4),
      f: i18n.n(last.f, 4),
      slope: i18n.n(last.slope, 3),
    };
    return html`<p class="look"><button type="button" data-act="look" ?disabled=${left <= 0}
      @click=${() => this.#look(at)}>${i18n.t('course.look', { left })}</button>
      <span role="status">${words ? i18n.t('course.seen', words) : ''}</span></p>`;
  }

  /** What is seen of the curve. @param {string} at */
  renderSeen(at) {
    const seen = this.probesOf(at).map(
      ({ path, dot }) => svg`<path class="slope" d=${path} /><path class="dot" d=${dot} />`,
    );
    return html`<svg class="fog" viewBox="0 0 1 1" preserveAspectRatio="none"
      aria-hidden="true">${seen}</svg>`;
  }
}

/**
 * A short piece of a tangent, with a dot where it touches.
 * @param {number} x @param {number} f @param {number} slope @param {Axis} axis
 */
function drawn(x, f, slope, { from, to, low, high }) {
  const [u, v] = [(x - from) / (to - from), (high - f) / (high - low)];
  const rise = (-slope * REACH * (to - from)) / (high - low);
  return { path: `M${u - REACH} ${v - rise}L${u + REACH} ${v + rise}`, dot: `M${u} ${v}h0` };
}
