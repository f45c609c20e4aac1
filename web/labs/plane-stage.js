// The stage of two variables: the plane with the paths on it, and the tools below.

import { html } from 'lit';
import '../elements/plane-host.js';
import { icon } from '../elements/icons.js';
import { define } from '../elements/lab-element.js';
import { hessianSentence } from '../i18n/sentences.js';
import { fittedBox, planeScene } from './plane-scene.js';
import { Stage } from './stage.js';

const ZOOM = 1.5;

class PlaneStage extends Stage {
  /** @param {number} factor */
  #zoom(factor) {
    /** @type {any} */ (this.querySelector('lab-plane')).zoom(factor);
  }

  render() {
    const { experiment, core, shown, i18n } = this;
    const [x, y] = experiment.start.map((value) => i18n.n(value));
    const words = {
      name: i18n.t('plane.start'),
      value: `(${x}; ${y})`,
      help: i18n.t('plane.keys'),
    };
    const onStart = (/** @type {number[]} */ start, /** @type {number[]} */ box) =>
      this.setStart(start, [box[1] - box[0], box[3] - box[2]]);
    const hessian = shown.length ? hessianSentence(shown[0].run.diagnosis, i18n) : '';
    return html`
      <lab-plane class="stage-chart plane-chart" .scene=${planeScene(experiment, shown, core, i18n)} .theme=${experiment.theme} .label=${i18n.t('plane.label')}
        .summary=${i18n.t('stage.summary', { start: words.value, runs: this.summary })} .words=${words}
        .onStart=${onStart} .onView=${(/** @type {number[]|null} */ view) => this.setView(view)}></lab-plane>
      <div class="stage-tools">
        <div class="start"><i>x</i><sub>0</sub> = ${x}, <i>y</i><sub>0</sub> = ${y}</div>
        <span class="grow"></span>
        <button type="button" class="icon" data-act="zoom-in" aria-label=${i18n.t('plane.zoomIn')} title=${i18n.t('plane.zoomIn')} @click=${() => this.#zoom(ZOOM)}>${icon('plus')}</button>
        <button type="button" class="icon" data-act="zoom-out" aria-label=${i18n.t('plane.zoomOut')} title=${i18n.t('plane.zoomOut')} @click=${() => this.#zoom(1 / ZOOM)}>${icon('minus')}</button>
        <button type="button" data-act="fit" @click=${() => this.setView(fittedBox(experiment, shown))}>${i18n.t('stage.fitPaths')}</button>
        <button type="button" data-act="reset-view" ?disabled=${!experiment.view} @click=${() => this.setView(null)}>${i18n.t('stage.reset')}</button>
      </div>
      ${hessian ? html`<p class="note">${hessian}</p>` : ''}`;
  }
}

define('lab-plane-stage', PlaneStage);
