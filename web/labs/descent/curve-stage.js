// The stage of one variable: the curve with the path on it, and the tools below.

import { html } from 'lit';
import '../../elements/chart-hosts.js';
import { define } from '../../elements/lab-element.js';
import { renderMarks } from '../../elements/marks-key.js';
import { Stage } from '../stage.js';
import { curveScene, fittedView } from './scene.js';
import { renderSeen } from './views.js';

const WALK = 1 / 60; // an arrow key moves the start by this part of the view
/** @type {Record<string, number>} */
const DIRECTIONS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

const MARKS = /** @type {const} */ ([
  ...['start', 'now', 'ahead', 'tangent', 'next', 'leaves', 'minimum', 'maximum'],
]);

/** @extends {Stage<import('../../state/types.js').Experiment, import('../../core/index.js').Run>} */
class CurveStage extends Stage {
  /** Arrow keys on the start. @param {KeyboardEvent} event @param {number} width of the view */
  #onKey(event, width) {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    const by = direction * width * WALK * (event.shiftKey ? 0.1 : 1);
    this.setStart([this.experiment.start[0] + by], [width]);
  }

  /** A place on the curve. @param {number} x */
  #onCurve(x) {
    return { x, f: this.core.evaluate(this.experiment.objective, { x: [x] }).f[0] };
  }

  render() {
    const { experiment, core, shown, i18n } = this;
    const [wrong = Number.NaN] = this.wrong ?? [];
    const scene = { ...curveScene(experiment, shown, core, i18n), wrong: this.#onCurve(wrong) };
    const [from, to] = scene.xRange;
    const [start] = this.startTexts;
    const onStart = (/** @type {number} */ x, /** @type {number} */ width) =>
      this.setStart([x], [width]);
    const onKey = (/** @type {KeyboardEvent} */ event) => this.#onKey(event, to - from);
    return html`
      <lab-curve class="stage-chart" .scene=${scene} .theme=${this.theme} .label=${i18n.t('stage.label')}
        .summary=${this.summary} .onStart=${onStart}></lab-curve>
      <div class="stage-tools">
        <div class="start" tabindex="0" role="slider" aria-label=${i18n.t('stage.keys')}
          title=${i18n.t('stage.keys')} aria-valuenow=${experiment.start[0]}
          aria-valuemin=${from} aria-valuemax=${to} aria-valuetext=${start}
          @keydown=${onKey}><i>x</i><sub>0</sub> = ${start}</div>
        ${renderSeen(experiment, this.change, i18n)}
        <span class="grow"></span>
        ${renderMarks([...MARKS, ...this.stepMarks], i18n)}
        ${this.renderViews(i18n.t('stage.fit'), () => fittedView(experiment, shown))}
      </div>`;
  }
}

define('lab-curve-stage', CurveStage);
