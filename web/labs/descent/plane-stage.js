// The stage of two variables: the plane with the paths on it, and the tools below.

import { html } from 'lit';
import '../../elements/chart-hosts.js';
import { icon } from '../../elements/icons.js';
import { define } from '../../elements/lab-element.js';
import { renderMarks } from '../../elements/marks-key.js';
import { renderPointKey } from '../../elements/point-key.js';
import { hessianSentence } from '../../i18n/sentences.js';
import { turnSurface } from '../../state/camera.js';
import { Stage } from '../stage.js';
import { fittedPlane, planeScene } from './plane-scene.js';
import { renderSeen } from './views.js';

const ZOOM = 1.5;
const TURN = 15; // degrees
const TURNS = /** @type {const} */ ([
  ['left', 'turnLeft', [-TURN, 0]],
  ['right', 'turnRight', [TURN, 0]],
  ['higher', 'higher', [0, TURN]],
  ['lower', 'lower', [0, -TURN]],
]);

const MARKS = /** @type {const} */ (['start', 'now', 'ahead', 'downhill', 'next', 'leaves']);

/** @extends {Stage<import('../../state/types.js').Experiment, import('../../core/index.js').Run>} */
class PlaneStage extends Stage {
  /** @param {number} factor */
  #zoom(factor) {
    const plane = /** @type {import('../../elements/chart-hosts.js').PlaneHost} */ (
      this.querySelector('lab-plane')
    );
    plane.zoom(factor);
  }

  /** @param {readonly number[]} by in degrees */
  #turn = (by) => this.change((e) => turnSurface(e, by));

  #renderTurns() {
    const { i18n } = this;
    return TURNS.map(
      ([key, shape, by]) => html`<button type="button" class="icon" data-act="turn-${key}"
        aria-label=${i18n.t(`surface.${key}`)} title=${i18n.t(`surface.${key}`)}
        @click=${() => this.#turn(by)}>${icon(shape)}</button>`,
    );
  }

  #renderZooms() {
    const { experiment, shown, i18n } = this;
    return html`<button type="button" class="icon" data-act="zoom-in" aria-label=${i18n.t('plane.zoomIn')}
      title=${i18n.t('plane.zoomIn')} @click=${() => this.#zoom(ZOOM)}>${icon('plus')}</button>
      <button type="button" class="icon" data-act="zoom-out" aria-label=${i18n.t('plane.zoomOut')}
        title=${i18n.t('plane.zoomOut')} @click=${() => this.#zoom(1 / ZOOM)}>${icon('minus')}</button>
      ${this.renderViews(i18n.t('stage.fitPaths'), () => fittedPlane(experiment, shown))}`;
  }

  render() {
    const { experiment, core, shown, i18n } = this;
    const hessian = shown.length ? hessianSentence(shown[0].run.diagnosis, i18n) : '';
    const [x = Number.NaN, y = Number.NaN] = this.wrong ?? [];
    const scene = { ...planeScene(experiment, shown, core, i18n), wrong: { x, y } };
    return html`
      ${
        experiment.surface
          ? html`<lab-surface class="stage-chart plane-chart"
            .scene=${{ ...scene, camera: experiment.surface }} .theme=${this.theme}
            .label=${i18n.t('surface.label')}
            .summary=${this.summary} .onTurn=${this.#turn}></lab-surface>`
          : html`<lab-plane class="stage-chart plane-chart" .scene=${scene} .theme=${this.theme}
            .label=${i18n.t('plane.label')}
            .summary=${this.summary} .words=${this.handleWords}
            .onStart=${this.setStartIn} .onView=${this.setView}></lab-plane>`
      }
      <div class="stage-tools">
        ${this.renderStart(['x', 'y'])}
        ${renderSeen(experiment, this.change, i18n)}
        <span class="grow"></span>
        <span class="group">${experiment.surface ? this.#renderTurns() : this.#renderZooms()}</span>
      </div>
      <div class="note">${renderPointKey(scene.points, i18n)}${hessian}
        ${experiment.surface ? '' : renderMarks([...MARKS, ...this.stepMarks], i18n)}</div>`;
  }
}

define('lab-plane-stage', PlaneStage);
