// <descent-lab> for any page: its attributes are the keys of a link, `query` is a whole one.
//
//   attributes  every key of a link (lab, f, fx, x0, rule, run, steps, t, lang, theme, embed, hide, lock, …), read as in a
//               link: a bad value leaves its default and a notice. Several runs stand in one `run`, a space between them.
//               `query`: a whole link's query, over which the other attributes win. `home`: where the lab stands alone.
//   properties  query: get what is shown as a link says it, or show another · experiment, notices, core · t, steps
//   methods     play() pause() seek(t) screenshot(scale)
//   events      ready · change (detail: the experiment) · error (detail: the Error), none bubbles
//
// A lab that is not in view has loaded nothing; one that leaves it stops playing. Every lab of a page has one core.
// Without a `lang` it speaks the language of the part of the page it stands in.

import { html } from 'lit';
import { loadCore } from '../core/index.js';
import { DescentLab } from '../labs/descent-lab.js';
import { screenshotOf } from '../labs/screenshot.js';
import { decodeExperiment, readGiven } from '../state/decode.js';
import { encodeExperiment } from '../state/encode.js';
import { splitQuery } from '../state/query.js';
import { LAB_KEYS, LANGUAGES, linkKeys } from '../state/schema.js';
import { whenLeft, whenSeen } from './when-seen.js';

export const TAG = 'descent-lab';

/** @type {Promise<import('../core/index.js').Core>|undefined} */
let shared;

/** The core of all labs of a page that were not given one. A failure is not kept. */
function sharedCore() {
  shared ??= loadCore().catch((error) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

export class LabTag extends DescentLab {
  // Not an attribute by itself, and no accessor of Lit's; declared so that a query set before the tag was defined counts.
  static properties = {
    query: { attribute: false, noAccessor: true },
    failure: { state: true },
  };

  /** shown once there is a core @type {string|undefined} */
  #wanted;
  #isBegun = false;
  /** what the attributes said last */
  #said = '';
  #attributes = new MutationObserver(() => this.#readAttributes());

  constructor() {
    super();
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.experiment) this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.player?.pause();
  }

  async #begin() {
    if (this.#isBegun) return;
    this.#isBegun = true;
    try {
      await whenSeen(this);
      this.core ??= await sharedCore();
    } catch (error) {
      this.#isBegun = false;
      this.failure = String(error);
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
      return;
    }
    this.#readAttributes();
    this.#attributes.observe(this, { attributes: true });
    if (this.#wanted !== undefined) this.query = this.#wanted;
    whenLeft(this, () => this.player?.pause());
    await this.settled();
    this.dispatchEvent(new CustomEvent('ready'));
  }

  /** Shows what the attributes say, if that has changed. */
  #readAttributes() {
    const { catalog } = this.core;
    const names = new Set(
      LAB_KEYS.flatMap((lab) => linkKeys(catalog, lab).map(({ name }) => name)),
    );
    /** @type {Map<string, string[]>} */
    const given = new Map();
    for (const { name, value } of this.attributes)
      if (names.has(name)) given.set(name, name === 'run' ? value.trim().split(/\s+/) : [value]);
    const query = splitQuery(this.getAttribute('query') ?? '');
    if (!given.has('lang') && !query.has('lang')) {
      const around = this.parentElement?.closest('[lang]')?.getAttribute('lang')?.slice(0, 2);
      if (around && LANGUAGES.includes(around)) given.set('lang', [around]);
    }
    const said = JSON.stringify([[...query], [...given]]);
    if (said === this.#said) return;
    this.#said = said;
    this.#show(readGiven(query, given, this.core));
  }

  /** @param {ReturnType<typeof readGiven>} decoded */
  #show({ experiment, notices }) {
    this.player?.pause();
    this.notices = notices;
    this.experiment = experiment;
  }

  /** What is shown, as a link says it; "" while nothing is. */
  get query() {
    return this.experiment
      ? encodeExperiment(this.experiment, this.core.catalog)
      : (this.#wanted ?? '');
  }

  set query(text) {
    this.#wanted = String(text);
    if (this.core) this.#show(decodeExperiment(this.#wanted, '', this.core));
  }

  /** The step shown; 0 where a lab has no steps. */
  get t() {
    return this.experiment?.t ?? 0;
  }

  /** The last step; 0 where a lab has none. */
  get steps() {
    return this.player?.steps ?? 0;
  }

  /** Plays to the last step; at once for readers who want no motion. */
  play() {
    this.player?.play();
  }

  pause() {
    this.player?.pause();
  }

  /** Shows a step, or the nearest there is. @param {number} t */
  seek(t) {
    this.player?.seek(t);
  }

  render() {
    return this.failure ? html`<p class="fatal" role="alert">${this.failure}</p>` : super.render();
  }

  /**
   * What is seen, with its title and caption, as PNG.
   * @param {number} [scale] pixels to a CSS pixel, 1 to 4
   * @returns {Promise<Blob>}
   * @throws {RangeError} for another scale
   */
  async screenshot(scale = 2) {
    if (!(scale >= 1 && scale <= 4))
      throw new RangeError(`scale is ${scale}; it must be a number from 1 to 4`);
    const canvas = await screenshotOf(this, scale);
    return new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(/** @type {Blob} */ (blob)), 'image/png'),
    );
  }
}

/** Makes <descent-lab> known to the page, once, however often the code is loaded. */
export function defineLab() {
  if (!customElements.get(TAG)) customElements.define(TAG, LabTag);
}
