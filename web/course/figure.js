// The one figure of a chapter: a lab in the figure layout, which shows what the beat says. It is the same
// element from beat to beat, so that no chart is made anew.

import { decodeExperiment } from '../state/decode.js';
import { encodeExperiment } from '../state/encode.js';
import { PLAIN_DRESS } from '../state/page-keys.js';
import { lockKeys } from '../state/schema.js';
import { stepsOf } from '../state/steps.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../labs/descent-lab.js').DescentLab} DescentLab
 * @typedef {import('../state/types.js').AnyExperiment} AnyExperiment
 * @typedef {import('../charts/curve-chart.js').CurveScene} CurveScene
 * @typedef {import('../charts/curve-chart.js').CurveChart} CurveChart
 * @typedef {import('../elements/chart-host.js').ChartHost<CurveScene, CurveChart>} Curve
 */

const REDUCED = '(prefers-reduced-motion: reduce)';

/**
 * What a figure shows while its question is open: nothing that gives the answer away, nothing that moves.
 * @param {AnyExperiment} experiment @param {Core} core @returns {AnyExperiment}
 */
export function asked(experiment, core) {
  const { t = 0, runs } = experiment;
  const still = { ...experiment, lock: lockKeys(core.catalog), hide: ['player'] };
  // The path ahead would tell.
  if (t > 0 && 'steps' in experiment) return /** @type {AnyExperiment} */ ({ ...still, steps: t });
  return runs ? { ...still, runs: runs.map((run) => ({ ...run, hidden: true })) } : still;
}

export class Figure {
  /** @type {DescentLab|undefined} */ lab;
  #shown = '';

  /** The element; made when it is first wanted. @param {Core} core */
  element(core) {
    if (!this.lab) {
      this.lab = /** @type {DescentLab} */ (
        /** @type {Element} */ (document.createElement('descent-lab'))
      );
      this.lab.core = core;
      this.lab.isInside = true;
    }
    return this.lab;
  }

  /**
   * Shows a beat, unless it is shown already; language and colours follow.
   * @param {{ query: string, controls?: string }} beat @param {boolean} isAsked its question is open
   * @param {{ lang: string, theme: string }} page @param {Core} core
   */
  show({ query, controls = '' }, isAsked, { lang, theme }, core) {
    const lab = this.element(core);
    const name = [query, controls, isAsked].join('\n');
    lab.toggleAttribute('data-still', isAsked);
    if (name === this.#shown) {
      if (lab.experiment.lang !== lang || lab.experiment.theme !== theme)
        lab.change((experiment) => ({ ...experiment, lang, theme }));
      return;
    }
    this.#shown = name;
    const text = `${query}&controls=${isAsked ? '' : controls}`;
    const dress = { ...PLAIN_DRESS, lang, theme, layout: 'figure' };
    const { experiment } = decodeExperiment(text, '', core, dress);
    lab.player?.pause();
    lab.experiment = Object.freeze(isAsked ? asked(experiment, core) : experiment);
  }

  /** Once through all steps; at once to the end for readers who want no motion. */
  async walk() {
    const { lab } = this;
    if (!lab) return;
    const { experiment } = lab;
    await lab.settled();
    const { player } = lab;
    if (lab.experiment !== experiment || !player) return;
    if (matchMedia(REDUCED).matches) player.seek(stepsOf(experiment));
    else {
      player.seek(0);
      await lab.settled();
      player.walk();
    }
  }

  /** What is shown, as a link to the lab says it. @param {Core} core */
  query(core) {
    const { lang, theme, ...shown } = /** @type {DescentLab} */ (this.lab).experiment;
    return encodeExperiment({ ...shown, ...PLAIN_DRESS, lang, theme }, core.catalog);
  }

  /**
   * Where the plot of one variable stands in its element, in pixels, and the x it shows; undefined where the
   * figure is another.
   */
  get axis() {
    const found = this.lab?.renderRoot?.querySelector('lab-curve');
    const host = /** @type {Curve|null|undefined} */ (found);
    const area = host?.chart?.chart?.chartArea;
    if (!host || !area) return undefined;
    const [from, to] = host.scene.xRange;
    const [outer, inner] = [this.lab, host].map((each) => each?.getBoundingClientRect());
    if (!outer || !inner) return undefined;
    const scale = inner.width / host.offsetWidth;
    const { min: low, max: high } = host.chart.chart.scales.y;
    return {
      ...{ from, to, low, high },
      left: inner.left - outer.left + area.left * scale,
      top: inner.top - outer.top + area.top * scale,
      width: area.width * scale,
      height: area.height * scale,
    };
  }
}

/**
 * Lays a slider over a plot, along its axis, with its line at the place chosen, or in the middle.
 * @param {HTMLElement} box of the slider @param {NonNullable<Figure['axis']>} axis
 */
export function alignSlider({ style, lastElementChild }, axis) {
  const { from, to } = axis;
  const input = /** @type {HTMLInputElement} */ (lastElementChild);
  Object.assign(input, { min: String(from), max: String(to) });
  const at = Number(input.dataset.value || (from + to) / 2);
  input.value = String(at);
  for (const side of /** @type {const} */ (['left', 'top', 'width', 'height']))
    style.setProperty(side, `${axis[side]}px`);
  style.setProperty('--at', String((at - from) / (to - from)));
}
