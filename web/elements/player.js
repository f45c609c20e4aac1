// Walks through the steps: run and pause, one step, back, to either end, scrub. Nothing plays by itself, and speed
// is steps a second, whatever the display's frame rate.

import { html } from 'lit';
import { icon } from './icons.js';
import { define, LabElement, later } from './lab-element.js';

const SPEEDS = [1, 2, 5, 10, 25, 100];

class Player extends LabElement {
  static properties = {
    t: { type: Number },
    steps: { type: Number },
    i18n: { attribute: false },
    onSeek: { attribute: false },
    isPlaying: { state: true },
    speed: { state: true },
  };

  #frame = 0;
  #since = 0;
  #from = 0;

  constructor() {
    super();
    this.t = 0;
    this.steps = 0;
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = later();
    /** @type {(t: number) => void} */ this.onSeek = () => {};
    this.isPlaying = false;
    this.speed = 5;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.pause();
  }

  play() {
    if (this.isPlaying) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.onSeek(this.steps);
      return;
    }
    this.#from = this.t >= this.steps ? 0 : this.t;
    this.#since = performance.now();
    this.isPlaying = true;
    this.onSeek(this.#from);
    this.#frame = requestAnimationFrame(this.#advance);
  }

  pause() {
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
    const t = this.#from + Math.floor(((timeMs - this.#since) / 1000) * this.speed);
    if (t > this.t) this.onSeek(Math.min(t, this.steps));
    if (t >= this.steps) this.pause();
    else this.#frame = requestAnimationFrame(this.#advance);
  };

  /** @param {Event} event */
  #onSpeed(event) {
    this.speed = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    this.#from = this.t;
    this.#since = performance.now();
  }

  render() {
    const { i18n, t, steps, isPlaying } = this;
    /** @param {string} name @param {string} key @param {() => void} act */
    const button = (name, key, act, isOff = false) => html`
      <button type="button" class="icon" data-act=${name} title=${i18n.t(key)} aria-label=${i18n.t(key)}
        aria-disabled=${isOff} @click=${act}>${icon(name)}</button>`;
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
        <output class="position">${i18n.t('player.position', { t: i18n.n(t, 9), steps: i18n.n(steps, 9) })}</output>
        <input type="range" class="scrub" min="0" max=${steps} .value=${String(t)} aria-label=${i18n.t('player.scrub')}
          @input=${(/** @type {any} */ event) => this.seek(Number(event.target.value))}>
        <select class="speed" aria-label=${i18n.t('player.speed')} @change=${this.#onSpeed}>
          ${SPEEDS.map(
            (speed) => html`<option value=${speed} ?selected=${speed === this.speed}>
            ${i18n.t('player.perSecond', { speed })}</option>`,
          )}
        </select>
      </div>`;
  }
}

define('lab-player', Player);
