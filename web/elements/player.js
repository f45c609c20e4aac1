// Walks through the steps: play and pause, one step forward or back, jump to either end, scrub. Nothing plays
// by itself. The speed is in steps a second, independent of the display's frame rate.

import { html } from 'lit';
import { icon } from './icons.js';
import { define, fieldOf, LabElement, UNSET } from './lab-element.js';

/** Steps a second. */
const SPEEDS = [1, 2, 5, 10, 25, 100];
const USUAL = 5;
/** A whole run takes no longer than so many seconds, unless the reader wants it slower. */
const LONGEST = 20;
/** An example walks through all of its steps within so many seconds. */
const WALK = 6;
const REDUCED = '(prefers-reduced-motion: reduce)';

export class Player extends LabElement {
  static properties = {
    t: { type: Number },
    steps: { type: Number },
    i18n: { attribute: false },
    onSeek: { attribute: false },
    isPlaying: { state: true },
    chosen: { state: true },
  };

  #frame = 0;
  #since = 0;
  #from = 0;
  /** steps a second of the walk under way */
  #rate = 0;
  /** removes the listeners that stop a walk at the reader's first action @type {AbortController|undefined} */
  #watch;

  constructor() {
    super();
    this.t = 0;
    this.steps = 0;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** @type {(t: number) => void} */ this.onSeek = () => {};
    this.isPlaying = false;
    /** in steps a second; 0 until one is chosen */ this.chosen = 0;
  }

  /** Steps a second. */
  get speed() {
    return this.chosen || this.#usual;
  }

  /** The speed of a run for which none was chosen. */
  get #usual() {
    return Math.max(USUAL, Math.ceil(this.steps / LONGEST));
  }

  /** Those to choose from. */
  get #speeds() {
    return [...new Set([...SPEEDS, this.#usual, this.speed])].sort((a, b) => a - b);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.pause();
  }

  play(rate = this.speed) {
    if (this.isPlaying) return;
    if (matchMedia(REDUCED).matches) {
      this.onSeek(this.steps);
      return;
    }
    this.#from = this.t >= this.steps ? 0 : this.t;
    this.#since = performance.now();
    this.#rate = rate;
    this.isPlaying = true;
    this.onSeek(this.#from);
    this.#frame = requestAnimationFrame(this.#advance);
  }

  /**
   * Walks through all steps once, until the reader does anything; not at all where reduced motion is
   * preferred.
   */
  walk() {
    if (matchMedia(REDUCED).matches || this.steps === 0) return;
    this.play(Math.max(this.speed, this.steps / WALK));
    this.#watch = new AbortController();
    for (const act of ['pointerdown', 'keydown'])
      addEventListener(act, this.#onAct, { capture: true, signal: this.#watch.signal });
  }

  /** A press of the play button, or of Space, pauses by itself. @param {Event} event */
  #onAct = (event) => {
    const isPlay = event
      .composedPath()
      .some((part) => part instanceof Element && part.matches('[data-act=play]'));
    const isSpace = event instanceof KeyboardEvent && event.key === ' ';
    if (!isPlay && !isSpace) this.pause();
  };

  pause() {
    this.#watch?.abort();
    cancelAnimationFrame(this.#frame);
    this.isPlaying = false;
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  /** @param {number} t */
  seek(t) {
    this.pause();
    this.onSeek(Math.min(this.steps, Math.max(0, t)));
  }

  /** @param {number} timeMs */
  #advance = (timeMs) => {
    const t = this.#from + Math.floor(((timeMs - this.#since) / 1000) * this.#rate);
    if (t > this.t) this.onSeek(Math.min(t, this.steps));
    if (t >= this.steps) this.pause();
    else this.#frame = requestAnimationFrame(this.#advance);
  };

  /** @param {Event} event */
  #onSpeed(event) {
    this.chosen = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    this.#rate = this.chosen;
    this.#from = this.t;
    this.#since = performance.now();
  }

  render() {
    const { i18n, t, steps, isPlaying } = this;
    /** @param {string} name @param {string} key @param {() => void} act */
    const button = (name, key, act, isOff = false) => html`
      <button type="button" class="icon" data-act=${name} title=${i18n.t(key)} aria-label=${i18n.t(key)}
        aria-disabled=${isOff} @click=${act}>${icon(name)}</button>`;
    const position = i18n.t('player.position', { t: i18n.n(t, 9), steps: i18n.n(steps, 9) });
    const paceOf = (/** @type {number} */ speed) =>
      i18n.t(speed === 1 ? 'player.oneASecond' : 'player.perSecond', { speed: i18n.n(speed, 9) });
    return html`
      <div class="player" role="group" aria-label=${i18n.t('player.label')}>
        ${button('start', 'player.start', () => this.seek(0), t === 0)}
        ${button('back', 'player.back', () => this.seek(this.t - 1), t === 0)}
        <button type="button" class="icon" data-act="play"
          title=${i18n.t(isPlaying ? 'player.pause' : 'player.play')}
          aria-label=${i18n.t(isPlaying ? 'player.pause' : 'player.play')}
          @click=${() => this.toggle()}>${icon(isPlaying ? 'pause' : 'play')}</button>
        <button type="button" class="step" data-act="step" aria-disabled=${t >= steps}
          @click=${() => this.seek(this.t + 1)}>${i18n.t('player.step')} ${icon('step')}</button>
        ${button('end', 'player.end', () => this.seek(this.steps), t >= steps)}
        <output class="position" aria-live=${isPlaying ? 'off' : 'polite'}>${position}</output>
        <input type="range" class="scrub" min="0" max=${steps} .value=${String(t)}
          aria-label=${i18n.t('player.scrub')}
          @input=${(/** @type {Event} */ event) => this.seek(Number(fieldOf(event).value))}>
        <select class="speed" aria-label=${i18n.t('player.speed')} @change=${this.#onSpeed}>
          ${this.#speeds.map(
            (speed) => html`<option value=${speed} .selected=${speed === this.speed}>
            ${paceOf(speed)}</option>`,
          )}
        </select>
      </div>`;
  }
}

define('lab-player', Player);
