// Presenting: the stage, the player, the worked step and one control fill the window, or the screen where
// the browser allows it. Presenting does not belong to the experiment: leaving it changes nothing.

import { html } from 'lit';
import '../elements/present-bar.js';
import { stepsOf } from '../state/steps.js';

/**
 * How much larger type, lines and marks are in a window of a projector's size.
 */
const SCALE = 1.75;
const PROJECTOR = { width: 1920, height: 1080 };
/** Elements in which a key types text or makes a choice. */
const TYPED = 'input:not([type="range"], [type="checkbox"]), select, textarea, dialog';

/** How large things are in a window. @param {{ innerWidth: number, innerHeight: number }} window */
const scaleFor = ({ innerWidth, innerHeight }) =>
  Math.max(1, SCALE * Math.min(innerWidth / PROJECTOR.width, innerHeight / PROJECTOR.height));

/** What clickers and lecturers press for a dark screen. */
const DARK = ['b', 'B', '.'];

export class Presenting {
  /** @type {import('./descent-lab.js').DescentLab} */
  #lab;
  isOn = false;
  isBlank = false;
  #scroll = 0;
  #isFull = false;
  /** @type {HTMLElement|null} what had the focus before */
  #focused = null;

  /** @param {import('./descent-lab.js').DescentLab} lab */
  constructor(lab) {
    this.#lab = lab;
  }

  /** Has the lab fill the window. */
  start() {
    if (this.isOn) return;
    const active = document.activeElement;
    const inner = active === this.#lab ? active.shadowRoot?.activeElement : active;
    this.#focused = /** @type {HTMLElement|null} */ (inner);
    this.#scroll = scrollY;
    this.#turn(true);
    addEventListener('keydown', this.#onKey);
    this.#lab.addEventListener('pointerup', this.#onPointer);
    addEventListener('resize', this.#resize);
    document.addEventListener('fullscreenchange', this.#onFullscreen);
  }

  stop() {
    if (!this.isOn) return;
    removeEventListener('keydown', this.#onKey);
    this.#lab.removeEventListener('pointerup', this.#onPointer);
    removeEventListener('resize', this.#resize);
    document.removeEventListener('fullscreenchange', this.#onFullscreen);
    const isFull = document.fullscreenElement === this.#lab;
    const left = isFull ? document.exitFullscreen().catch(() => {}) : Promise.resolve();
    this.#turn(false);
    // A browser that leaves the full screen scrolls as well.
    left.then(() => requestAnimationFrame(() => this.#return()));
  }

  /** On a gesture of the reader: the whole screen too, where that is allowed. */
  toggle() {
    if (this.isOn) {
      this.leave();
      return;
    }
    this.start();
    this.#tell();
    if (document.fullscreenEnabled)
      this.#lab.requestFullscreen({ navigationUI: 'hide' }).catch(() => {});
  }

  /** Stops at the reader's wish, and reports it. */
  leave() {
    this.stop();
    this.#tell();
  }

  #tell = () => this.#lab.dispatchEvent(new CustomEvent('present', { detail: this.isOn }));

  /** @param {boolean} isOn */
  #turn(isOn) {
    this.isOn = isOn;
    this.isBlank = false;
    this.#isFull = false;
    this.#lab.toggleAttribute('data-presenting', isOn);
    this.#lab.requestUpdate();
    this.#lab.view?.requestUpdate();
    this.#resize();
    if (isOn) this.#lab.updateComplete.then(() => this.#lab.takeFocus());
  }

  /** Back to the place in the page, and to what had the focus. */
  #return() {
    scrollTo({ top: this.#scroll, behavior: 'instant' });
    this.#focused?.focus?.({ preventScroll: true });
  }

  #onFullscreen = () => {
    const isFull = document.fullscreenElement === this.#lab;
    if (this.#isFull && !isFull) this.leave();
    else this.#isFull = isFull;
  };

  #resize = () => {
    const scale = this.isOn ? scaleFor(window) : 1;
    this.#lab.style.setProperty('--scale', String(scale));
    this.#sharpen();
  };

  /** Charts are drawn with as many pixels as they are enlarged to. */
  #sharpen() {
    const scale = this.isOn ? scaleFor(window) : 1;
    const root = this.#lab.renderRoot;
    const inner = [...(root?.querySelectorAll('descent-lab') ?? [])].map((each) => each.shadowRoot);
    for (const each of [root, ...inner])
      for (const chart of /** @type {Iterable<Element & { sharpen?: (scale: number) => void }>} */ (
        each?.querySelectorAll('.stage-chart') ?? []
      ))
        chart.sharpen?.(scale);
  }

  /** After each update of the lab, once its parts follow. */
  async updated() {
    if (!this.isOn) return;
    await this.#lab.settled();
    /** @type {import('../elements/lab-element.js').LabElement|null} */ (
      this.#lab.renderRoot.querySelector('lab-present-bar')
    )?.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (!event.defaultPrevented) this.key(event);
  };

  /**
   * What a key does while presenting, and F before it.
   * @param {KeyboardEvent} event
   */
  key(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const isText = target.closest?.(TYPED);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isText && event.key !== 'Escape') return;
    const act = this.isOn ? this.#acts(target)[event.key] : undefined;
    const isF = event.key === 'f' || event.key === 'F';
    if (!act && !isF) return;
    event.preventDefault();
    if (act) act();
    else this.toggle();
  }

  /** @param {HTMLElement} target of the key @returns {Record<string, (() => void)|undefined>} */
  #acts(target) {
    const { player, experiment, view } = this.#lab;
    if (view?.slides) return this.#slideActs(view.slides, target);
    if (!player || player.hidden) return { Escape: () => this.leave() };
    const { t = 0 } = experiment;
    const walk = (/** @type {() => void} */ act) => () => {
      this.blank(false);
      act();
    };
    const next = walk(() => player.seek(t + 1));
    const back = walk(() => player.seek(t - 1));
    const isSlider = target.closest?.('[type="range"], [role="slider"]');
    const isButton = target.closest?.('button');
    const dark = () => this.blank(!this.isBlank);
    return {
      ...Object.fromEntries(DARK.map((name) => [name, dark])),
      ...{ PageDown: next, PageUp: back },
      ...(isButton ? {} : { ' ': walk(() => player.toggle()) }),
      ...(isSlider
        ? {}
        : {
            ArrowRight: next,
            ArrowLeft: back,
            Home: walk(() => player.seek(0)),
            End: walk(() => player.seek(stepsOf(experiment))),
          }),
      Escape: () => this.leave(),
    };
  }

  /** What the keys do on slides. @param {import('./types.js').Slides} slides @param {HTMLElement} target */
  #slideActs(slides, target) {
    const act = (/** @type {() => void} */ turn) => () => {
      this.blank(false);
      turn();
    };
    const digits = Array.from('0123456789', (digit) => [digit, act(() => slides.digit(digit))]);
    const isSlider = target.closest?.('[type="range"], [role="slider"]');
    const isButton = target.closest?.('button');
    const turns = { ArrowRight: act(slides.next), ArrowLeft: act(slides.back) };
    return {
      ...Object.fromEntries([
        ...digits,
        ...DARK.map((key) => [key, () => this.blank(!this.isBlank)]),
      ]),
      ...{ PageDown: act(slides.next), PageUp: act(slides.back) },
      ...(isButton ? {} : { ' ': act(slides.play) }),
      ...(isSlider ? {} : { ...turns, Home: act(slides.first), End: act(slides.last) }),
      ...{ n: slides.notes, N: slides.notes, Escape: () => this.leave() },
    };
  }

  /** Darkens the screen, so that the class looks at the lecturer. @param {boolean} isBlank */
  blank(isBlank) {
    if (isBlank === this.isBlank) return;
    if (isBlank) this.#lab.player?.pause();
    this.isBlank = isBlank;
    this.#lab.requestUpdate();
  }

  /**
   * A button or slider that was pressed gives up the focus, so that a clicker's next key takes the next step.
   */
  #onPointer = () => {
    requestAnimationFrame(() => {
      const active = this.#lab.shadowRoot?.activeElement;
      if (this.isOn && active?.matches('button, [type="range"]')) this.#lab.takeFocus();
    });
  };

  /** @param {import('../i18n/index.js').I18n} i18n */
  render(i18n) {
    if (!this.isOn) return '';
    return html`<lab-present-bar .root=${this.#lab.renderRoot} .i18n=${i18n}
        .onLeave=${() => this.leave()}></lab-present-bar>
      ${this.isBlank ? html`<div class="blank" @click=${() => this.blank(false)}></div>` : ''}`;
  }
}
