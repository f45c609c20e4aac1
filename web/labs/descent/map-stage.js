// The stage of the map, and the tools below it. Its pixels are computed by the core in workers: first
// coarse, then finer; a newer request ends the older, and nothing is computed while the map is not seen.

import { html } from 'lit';
import '../../elements/map-host.js';
import { paintMap } from '../../charts/map-image.js';
import { picturesOf } from '../../charts/map-range.js';
import { download } from '../../elements/download.js';
import { icon } from '../../elements/icons.js';
import { define } from '../../elements/lab-element.js';
import { resetButton } from '../../elements/view-tools.js';
import { setSteps } from '../../state/experiment.js';
import { mapAxes, showsOrbit, withMap } from '../../state/map.js';
import { objectiveTitle } from '../outputs.js';
import { drawnRuns, leavingWords } from '../run-scenes.js';
import { Stage } from '../stage.js';
import { saveMap } from './map-file.js';
import { renderLegend } from './map-legend.js';
import { MapMaker } from './map-maker.js';
import { renderMenu, renderShow, renderTolerance } from './map-menu.js';
import { mapPlot } from './map-picture.js';
import * as scenes from './map-scene.js';
import { rememberTheory } from './map-theory.js';
import { legendEntries, legendWords, pixelWords, theoryWords } from './map-words.js';
import { renderSeen } from './views.js';

const ZOOM = 1.5;
const NOWHERE = [Number.NaN, Number.NaN];

/**
 * @typedef {import('../../core/types.js').Map} RunMap
 * @typedef {import('./map-maker.js').Picture} Picture
 */

/** @extends {Stage<import('../../state/types.js').Experiment, import('../../core/index.js').Run>} */
class MapStage extends Stage {
  static properties = {
    ...Stage.properties,
    name: { type: String },
    picture: { state: true },
    hovered: { state: true },
    cursor: { state: true },
    failure: { state: true },
  };

  #isSeen = false;
  #maker = new MapMaker((picture, failure) => {
    this.picture = picture;
    this.failure = failure;
  });
  /** @type {{ key: string, painted: import('../../charts/map-image.js').Painted }|undefined} */
  #painted;
  #theory = rememberTheory();
  #observer = new IntersectionObserver((entries) => {
    this.#isSeen = Boolean(entries.at(-1)?.isIntersecting);
    if (this.#isSeen) this.#compute();
    else this.#maker.stop();
  });
  #onVisible = () => (document.hidden ? this.#maker.stop() : this.#compute());
  /**
   * What the chart shows, once it has been laid out.
   * @type {{ box: readonly number[], size: number[] }|undefined}
   */
  #seen;

  constructor() {
    super();
    /** @type {Picture|null} */ this.picture = null;
    /** @type {readonly number[]} */ this.hovered = NOWHERE;
    /** @type {readonly number[]} */ this.cursor = NOWHERE;
    this.failure = '';
    /** of the selected run */ this.name = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#maker.stop();
  }

  /** @param {readonly number[]} box @param {import('../../elements/map-host.js').Area} area */
  #onSeen = (box, { left, right, top, bottom }) => {
    this.#seen = { box: [...box], size: [right - left, bottom - top] };
    this.#compute();
  };

  /** Computes the pictures that are wanted now, unless they are computed or there already. */
  #compute() {
    if (!this.#seen || !this.#isSeen || document.hidden || !this.experiment.map) return;
    const { box, size } = this.#seen;
    const { experiment, core } = this;
    const sides = scenes.sidesShown(experiment, core);
    const stride = (experiment.steps + 1) / (showsOrbit(experiment) ? size[1] : 1);
    const cost = scenes.costOf(experiment, sides) * stride;
    const counts = picturesOf(size[0], size[1], cost, core.catalog.limits.side);
    const specs = counts.map((count) => scenes.mapSpec(experiment, sides, box, count));
    const key = JSON.stringify(scenes.essence(specs.at(-1)));
    this.#maker.want(core, { key, specs, box, sides });
  }

  /** The picture as it is coloured now. */
  get #colours() {
    const { picture, theme, experiment, core } = this;
    if (!picture) return undefined;
    const { fate, visits } = picture.map;
    const wanted = experiment.map?.show ?? '';
    const isMissing = showsOrbit(experiment) || (wanted === 'fate' && !fate.length);
    const show = visits ? 'orbit' : isMissing ? 'basin' : wanted;
    const key = `${picture.count} ${show} ${theme}`;
    if (this.#painted?.key !== key) {
      const look = { show, isDark: theme === 'dark', kinds: core.catalog.kinds };
      this.#painted = { key, painted: paintMap(picture.map, look) };
    }
    return this.#painted;
  }

  /** @param {readonly import('./map-scene.js').Shown[]} sides */
  #scene(sides) {
    const { experiment, shown, i18n, picture } = this;
    const isOrbit = showsOrbit(experiment);
    const isPlane = scenes.isPlaneOf(sides) && !isOrbit;
    const colours = this.#colours;
    const [x, y] = sides;
    const run = this.shown.find(({ selected }) => selected)?.run;
    const there = run?.columns[y.side.of]?.[Math.min(experiment.t, run.rows - 1)] ?? Number.NaN;
    return {
      box: [...x.range, ...y.range],
      isChosen: Boolean(experiment.map?.range),
      isLog: /** @type {const} */ ([x.isLog, y.isLog]),
      isPlane,
      ...{ xTitle: x.title, yTitle: y.title, format: i18n.formatter(4) },
      picture:
        picture && colours
          ? {
              ...{ key: colours.key, box: picture.box, pixels: colours.painted.pixels },
              ...{ width: picture.map.width, height: picture.map.height },
            }
          : null,
      runs: isPlane ? drawnRuns(shown, ({ columns }) => ({ x: columns.x, y: columns.y })) : [],
      points: isPlane && picture ? this.#points(picture.map) : [],
      ...this.#theory(experiment, sides, run?.diagnosis, this.core),
      t: experiment.t,
      now: [x.now, isOrbit ? there : y.now],
      cursor: this.cursor,
      words: leavingWords(i18n),
    };
  }

  /** Where runs arrive, numbered as the legend has them. @param {RunMap} map */
  #points({ points }) {
    const entries = this.#painted?.painted.entries ?? [];
    return points.map((point, i) => {
      const { number = '' } = entries.find(({ key }) => key === String(i)) ?? {};
      return { ...point, number: String(number) };
    });
  }

  /** What is said of the pixel that is pointed at. */
  get #words() {
    const { picture, hovered, cursor, experiment, core, i18n } = this;
    const place = hovered.some(Number.isNaN) ? cursor : hovered;
    if (!picture || place.some(Number.isNaN)) return '';
    const p = scenes.pixelAt(place, picture.box, picture.map);
    return p < 0 ? '' : pixelWords(picture.map, p, picture.sides, experiment, core, i18n);
  }

  /** @param {number[]|null} box */
  #setView = (box) => {
    const sides = scenes.sidesShown(this.experiment, this.core);
    this.change((e) => withMap(e, { range: box && scenes.rangeIn(sides, box) }));
  };

  /** @param {number[]} place @param {readonly number[]} box */
  #pick = (place, box) => {
    const { core, picture } = this;
    this.cursor = place;
    this.change((e) => scenes.picked(e, place, box, picture, core));
  };

  get #host() {
    return /** @type {import('../../elements/map-host.js').MapHost} */ (
      this.querySelector('lab-map')
    );
  }

  /** A menu for one side. @param {0|1} k */
  #renderAxis(k) {
    const { experiment, core, i18n } = this;
    const axes = mapAxes(experiment, core.catalog);
    const choose = (/** @type {string} */ of) => {
      const other = axes[1 - k] === of ? axes[k] : axes[1 - k];
      this.cursor = NOWHERE;
      this.change((e) => withMap(e, { axes: k === 0 ? [of, other] : [other, of] }));
    };
    const choices = scenes.choicesOf(experiment, core, i18n, k).map(({ of, name }) => [of, name]);
    const words = i18n.t(k === 0 ? 'map.across' : 'map.up');
    return renderMenu(`map-axis-${k}`, words, choices, axes[k], choose);
  }

  #renderZooms() {
    const { experiment, i18n } = this;
    const range = experiment.map?.range ?? null;
    return html`<button type="button" class="icon" data-act="zoom-in" aria-label=${i18n.t('plane.zoomIn')}
        title=${i18n.t('plane.zoomIn')} @click=${() => this.#host.zoom(ZOOM)}>${icon('plus')}</button>
      <button type="button" class="icon" data-act="zoom-out" aria-label=${i18n.t('plane.zoomOut')}
        title=${i18n.t('plane.zoomOut')} @click=${() => this.#host.zoom(1 / ZOOM)}>${icon('minus')}</button>
      ${resetButton(range, this.#setView, i18n)}
      <button type="button" data-act="map-png" ?disabled=${!this.picture}
        @click=${() => this.#draw()}>PNG</button>
      <button type="button" data-act="map-csv" ?disabled=${!this.picture}
        @click=${() => this.#save()}>CSV</button>`;
  }

  /** How more steps are taken. */
  get #more() {
    const { core } = this;
    return {
      most: this.experiment.lock.includes('steps') ? 0 : core.catalog.limits.steps,
      take: (/** @type {number} */ steps) => this.change((e) => setSteps(e, steps, core.catalog)),
    };
  }

  #draw() {
    const { picture, experiment, core, i18n } = this;
    const painted = this.#painted?.painted;
    const entries = picture && painted && legendEntries(picture.map, painted, experiment, i18n);
    if (!entries) return;
    saveMap(this.#host, `${this.name}. ${objectiveTitle(experiment, core, i18n)}`, entries);
  }

  #save() {
    if (!this.picture) return;
    const { map, sides } = this.picture;
    const text = scenes.mapTable(map, sides, this.core);
    download(new Blob([text], { type: 'text/csv' }), 'descent-lab-map.csv');
  }

  render() {
    const { experiment, core, i18n, picture } = this;
    const sides = scenes.sidesShown(experiment, core);
    const scene = this.#scene(sides);
    const words = this.#words;
    const colours = this.#painted?.painted;
    const theory = theoryWords(scene, sides, i18n);
    const handle = { name: i18n.t('map.pixel'), value: words, help: i18n.t('map.keys') };
    const kind = showsOrbit(experiment) ? '.orbit' : '';
    const summary = picture
      ? legendWords(picture.map, this.#painted?.painted, experiment, i18n)
      : '';
    return html`
      <lab-map class="stage-chart plane-chart" .scene=${scene} .theme=${this.theme}
        .label=${i18n.t(`map.label${kind}`, { x: sides[0].title, y: sides[1].title })} .summary=${summary}
        .words=${handle} .onPick=${this.#pick} .onView=${this.#setView} .onSeen=${this.#onSeen}
        .onCursor=${(/** @type {number[]} */ place) => {
          this.cursor = place;
        }} .onHover=${(/** @type {{ x: number, y: number }|null} */ place) => {
          this.hovered = place ? [place.x, place.y] : NOWHERE;
        }}></lab-map>
      <p class="map-words">${this.failure || words || i18n.t(`map.hint${kind}`)}
        ${experiment.precision ? i18n.t('map.doubles') : ''}</p>
      <div class="stage-tools">
        ${renderSeen(experiment, this.change, i18n)}
        <span class="grow"></span>
        <span class="group">${this.#renderZooms()}</span>
      </div>
      <div class="map-choices">${this.#renderAxis(0)}${this.#renderAxis(1)}
        ${renderShow(experiment, this.change, core.catalog, i18n)}
        ${renderTolerance(experiment, this.change, i18n)}</div>
      ${picture ? renderLegend(picture.map, colours, experiment, this.#more, theory, i18n) : ''}`;
  }
}

define('lab-map-stage', MapStage);

export { mapPlot };
