// Holds an experiment, shows it in its lab, and reports changes. web/embed/lab-tag.js makes <descent-lab> of
// it for other pages.

import { html, LitElement } from 'lit';
import '../elements/undo-offer.js';
import { holdViews, pinHeight } from '../elements/hold-views.js';
import { openDialog, UNSET } from '../elements/lab-element.js';
import { renderNotices } from '../elements/notice-list.js';
import { chooseLanguage, createI18n } from '../i18n/index.js';
import { answerTyped } from '../state/constant.js';
import { held } from '../state/exercise.js';
import { createHistory, isRemoval } from '../state/history.js';
import { isFramed } from '../state/page-keys.js';
import { createStore } from '../state/store.js';
import { FIRST_STYLES, LAST_STYLES } from '../styles/index.js';
import { renderFoot } from './foot.js';
import { Presenting } from './presenting.js';
import { loadScreen, screenOf } from './screens.js';
import { layoutClass, Styles } from './styles.js';
import { walkByKey, wayOf } from './walk-keys.js';

/**
 * @typedef {import('../elements/player.js').Player} Player
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {import('../state/types.js').AnyExperiment} AnyExperiment
 * @typedef {import('./screens.js').Screen} Screen
 * @typedef {import('./types.js').Part} Part
 * @typedef {import('./types.js').View} View
 */

const dark = matchMedia('(prefers-color-scheme: dark)');

/** What stands above the stage. */
const ABOVE_STAGE = '.view > :has(~ .stage)';

export class DescentLab extends LitElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    core: { attribute: false },
    experiment: { attribute: false },
    notices: { attribute: false },
    home: { type: String },
    isEnlarged: { attribute: false },
    isInside: { attribute: false },
    isWhole: { state: true },
    offer: { state: true },
  };

  static styles = [...FIRST_STYLES, ...LAST_STYLES];

  /** Filling the window or the screen, for a lecture. */
  presenting = new Presenting(this);

  /** null before the first experiment */
  #store = createStore(/** @type {AnyExperiment} */ (/** @type {unknown} */ (null)));
  #history = createHistory();
  /** @type {typeof import('./shareable.js').shareable} read when somebody shares */ #shareable =
    UNSET;
  /** @type {Map<string, View>} a view for each lab that was opened */
  #views = new Map();
  #styles = new Styles();

  constructor() {
    super();
    /** @type {import('../core/index.js').Core} */ this.core = UNSET;
    /** @type {readonly import('../state/notices.js').Notice[]} */ this.notices = [];
    /** the address at which a lab stands alone; "" for none */ this.home = '';
    /** @type {(() => Promise<number>)|undefined} takes what is shown into one's own course */
    this.onKeep = undefined;
    /** as while presenting: a figure on a slide */ this.isEnlarged = false;
    /** part of the course, which answers the keys of presenting */ this.isInside = false;
    /** an embedded lab shows all its parts */ this.isWhole = false;
    /** @type {''|'opened'|'removed'} what the reader may want to take back */ this.offer = '';
    this.#store.subscribe(() => {
      this.requestUpdate();
      this.dispatchEvent(new CustomEvent('change', { detail: this.experiment }));
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    holdViews(this, (isHeld) => {
      for (const part of this.#parts) part.hold?.(isHeld);
      for (const panel of this.renderRoot.querySelectorAll(ABOVE_STAGE))
        pinHeight(/** @type {HTMLElement} */ (panel), isHeld);
    });
  }

  /**
   * The experiment shown; setting it shows another, in its own lab, and forgets what could be undone.
   * @returns {AnyExperiment}
   */
  get experiment() {
    return this.#store.get();
  }

  set experiment(next) {
    this.#history.clear(next);
    this.offer = '';
    this.#store.set(next);
  }

  /**
   * Changes the experiment as its reader does, and returns whether that can be undone.
   * @param {(experiment: AnyExperiment) => AnyExperiment} change
   */
  change = (change) => {
    const before = this.#store.get();
    const after = held(before, change(before));
    const isNoted = this.#history.note(before, after);
    if (isNoted) this.offer = isRemoval(before, after) ? 'removed' : '';
    this.#store.set(after);
    return isNoted;
  };

  connectedCallback() {
    super.connectedCallback();
    dark.addEventListener('change', this.#repaint);
    addEventListener('beforeprint', this.#toPaper);
    addEventListener('afterprint', this.#toScreen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    dark.removeEventListener('change', this.#repaint);
    removeEventListener('beforeprint', this.#toPaper);
    removeEventListener('afterprint', this.#toScreen);
    this.presenting.stop();
  }

  updated() {
    this.presenting.updated();
  }

  /** It shows an experiment once all parts of its lab are there. */
  async getUpdateComplete() {
    const isComplete = await super.getUpdateComplete();
    await this.view?.updateComplete;
    return isComplete;
  }

  #repaint = () => this.requestUpdate();

  /** The view of the lab shown and its parts. @returns {Part[]} */
  get #parts() {
    return [...this.renderRoot.querySelectorAll('.view, .view *')];
  }

  /** Prepares for printing: the light theme, and the same step in all parts, also off screen. */
  #toPaper = () => {
    this.player?.pause();
    this.dataset.theme = 'light';
    for (const part of this.#parts) part.hurry?.();
    for (const part of this.#parts) part.toPaper?.();
  };

  #toScreen = () => {
    this.dataset.theme = this.scheme;
    for (const part of this.#parts) part.toScreen?.();
  };

  /** The theme shown: the experiment's, or else the reader's. @returns {'light'|'dark'} */
  get scheme() {
    const chosen = /** @type {''|'light'|'dark'|undefined} */ (this.experiment?.theme);
    return chosen || (dark.matches ? 'dark' : 'light');
  }

  /** Loads the lab's screen before its first update. @returns {void|Promise<unknown>} */
  scheduleUpdate() {
    const { core, experiment } = this;
    if (!core || !experiment || screenOf(experiment.lab)) return super.scheduleUpdate();
    return loadScreen(experiment.lab).then(() => this.scheduleUpdate());
  }

  /** The canvases of the lab's parts read their colours after this. */
  willUpdate() {
    this.#styles.wear(/** @type {ShadowRoot} */ (this.renderRoot), this.experiment);
    if (this.dataset.theme !== this.scheme) this.dataset.theme = this.scheme;
    this.toggleAttribute('data-figure', this.experiment?.layout === 'figure');
  }

  /** Shows another experiment from its beginning, and takes the focus. @param {AnyExperiment} experiment */
  open(experiment) {
    this.player?.pause();
    this.notices = [];
    this.offer = this.#history.open(this.experiment, experiment) ? 'opened' : '';
    this.#store.set(experiment);
    this.takeFocus();
  }

  /** @param {'undo'|'redo'} way */
  #walk(way) {
    const next = this.#history[way](this.experiment);
    if (next === this.experiment) return;
    this.player?.pause();
    this.notices = [];
    this.offer = '';
    this.#store.set(next);
  }

  #undo = () => {
    this.#walk('undo');
    this.takeFocus();
  };

  #decline = () => {
    this.offer = '';
    this.takeFocus();
  };

  /** @param {KeyboardEvent} event */
  undoByKey(event) {
    const way = wayOf(event);
    if (!way) return;
    event.preventDefault();
    this.#walk(way);
  }

  /** Moves the focus to the lab without scrolling. */
  takeFocus() {
    const lab = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.lab'));
    lab.focus({ preventScroll: true });
  }

  /** Opens the share dialog. */
  async share() {
    ({ shareable: this.#shareable } = await import('./shareable.js'));
    openDialog(this.renderRoot, 'lab-share', import('../elements/share-dialog.js'));
  }

  /** The player; null where a lab has no steps. @returns {Player|null} */
  get player() {
    return this.renderRoot?.querySelector('lab-player') ?? null;
  }

  /** The view of the lab shown. */
  get view() {
    return this.#views.get(this.experiment?.lab);
  }

  /** Once every part shows the whole of the experiment. */
  async settled() {
    await this.updateComplete;
    await this.view?.computed?.();
    await this.player?.updateComplete;
  }

  /** Has all parts show the experiment at once. @returns {boolean} false: its screen is not loaded yet */
  renderNow() {
    if (!screenOf(this.experiment?.lab)) return false;
    this.performUpdate();
    this.view?.renderNow();
    this.player?.renderNow();
    return true;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    this.undoByKey(event);
    if (!this.isInside) this.presenting.key(event);
    walkByKey(event, this);
  }

  render() {
    const { core, experiment } = this;
    if (!core || !experiment) return html`<div class="waiting"></div>`;
    const i18n = createI18n(chooseLanguage(experiment.lang));
    return html`<div class="lab lab-${experiment.lab} ${layoutClass(this)}"
      @lab-number-typed=${answerTyped(core)}
      tabindex="-1" lang=${i18n.lang} role="region"
      aria-label=${i18n.t('lab.label', { lab: i18n.t(`lab.${experiment.lab}`) })}>
      ${renderNotices(this.notices, i18n, this.#closeNotices)}
      ${this.#view(i18n)}${this.presenting.render(i18n)}</div>
      <lab-offer lang=${i18n.lang} .what=${this.offer} .i18n=${i18n} .onUndo=${this.#undo}
        .onClose=${this.#decline}></lab-offer>${isFramed(experiment) ? renderFoot(this, i18n) : ''}
      <lab-share .i18n=${i18n} .of=${() => this.#shareable(this)}></lab-share>`;
  }

  /** The lab's element, kept so that going to another lab and back loses nothing. @param {I18n} i18n */
  #view(i18n) {
    const { core, experiment } = this;
    const screen = /** @type {Screen} */ (screenOf(experiment.lab));
    const view =
      this.#views.get(experiment.lab) ?? /** @type {View} */ (document.createElement(screen.tag));
    this.#views.set(experiment.lab, view);
    view.className = 'view';
    return Object.assign(view, {
      ...{ core, experiment, i18n, theme: this.scheme, home: this.home },
      change: this.change,
    });
  }

  #closeNotices = () => {
    this.notices = [];
    this.takeFocus();
  };
}
