// <descent-lab> for any page: its attributes are the keys of a link, `query` is a whole one.
//
//   attributes  every key of a link (lab, f, fx, x0, rule, run, steps, t, lang, theme, embed, hide, lock, …),
//               read as in a link: a bad value leaves its default and a notice. `run` may hold several runs,
//               with spaces between them. `query`: the query of a link; the other attributes win over it.
//               `home`: the address of the lab on a page of its own
//   properties  query: the query of what is shown; setting it shows another, and lang, theme, embed, hide and
//               lock stay unless it names them · experiment, notices, core · t, steps
//   methods     play() pause() seek(t): run in the order of the calls, once the lab is ready ·
//               screenshot(scale)
//   events      ready · change (detail: the experiment) · answer · error (detail: the Error); none bubbles
//
// A lab that is not in view shows nothing yet; one that leaves it stops playing. Labs without a core of their
// own share one. Without a `lang` it speaks the language of the part of the page it stands in.

import { html } from 'lit';
import { LABS_AND_COURSE } from '../course/lab.js';
import { chooseLanguage, createI18n } from '../i18n/index.js';
import { failureSentence } from '../i18n/sentences.js';
import { DescentLab } from '../labs/descent-lab.js';
import { screenshotOf } from '../labs/screenshot.js';
import { decodeExperiment, readGiven } from '../state/decode.js';
import { encodeExperiment } from '../state/encode.js';
import { labKeys, registerLabs } from '../state/labs.js';
import { dressOf, PAGE_KEYS } from '../state/page-keys.js';
import { splitQuery } from '../state/query.js';
import { LANGUAGES, linkKeys } from '../state/schema.js';
import { stepsOf } from '../state/steps.js';
import { sharedCore } from './shared-core.js';
import { whenLeft, whenSeen } from './when-seen.js';

/** @typedef {import('../state/types.js').AnyExperiment} AnyExperiment */

export const TAG = 'descent-lab';

/** Attributes that say how a lab looks, and not what it shows. @type {ReadonlySet<string>} */
const IS_LOOK = new Set(PAGE_KEYS);

export class LabTag extends DescentLab {
  // Not an attribute by itself, and no accessor of Lit's; declared so that a query set before the tag was
  // defined counts.
  static properties = {
    query: { attribute: false, noAccessor: true },
    failure: { state: true },
  };

  /** the query to show once there is a core @type {string|undefined} */
  #wanted;
  #isBegun = false;
  /** of the part of the page it was put into first, if it is one of ours @type {string|undefined} */
  #around;
  /** what the attributes said last, apart from how it looks */
  #said = '';
  /** how the attributes said last that it looks @type {Map<string, string|undefined>} */
  #worn = new Map();
  /** what was to be shown last @type {AnyExperiment|null} */
  #shown = null;
  #ready = new Promise((resolve) => {
    this.addEventListener('ready', resolve, { once: true });
  });
  #attributes = new MutationObserver(() => this.#readAttributes());

  constructor() {
    super();
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    // Whoever hands it an experiment of its own, as the page does, has no need of attributes.
    if (this.experiment) return;
    const around = this.parentElement?.closest('[lang]')?.getAttribute('lang');
    this.#around ??= LANGUAGES.find((lang) => lang === around?.slice(0, 2).toLowerCase());
    this.#begin();
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
      this.failure = failureSentence(error, this.#speech);
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
      return;
    }
    this.failure = '';
    if (this.#wanted === undefined) this.#readAttributes();
    else {
      const given = this.#given();
      this.#said = this.#substance(given);
      this.#worn = this.#looks(given);
      this.query = this.#wanted;
    }
    this.#attributes.observe(this, { attributeFilter: [...this.#names, 'query'] });
    whenLeft(this, () => this.player?.pause());
    await super.settled();
    this.dispatchEvent(new CustomEvent('ready'));
  }

  /** Once every part shows the experiment; of a lab that is not in view yet, once it has been. */
  async settled() {
    if (!this.experiment) await this.#ready;
    await super.settled();
  }

  /** The keys of all labs' links. */
  get #names() {
    const { catalog } = this.core;
    return new Set(labKeys().flatMap((lab) => linkKeys(catalog, lab).map(({ name }) => name)));
  }

  /**
   * The attributes that are keys of a link; several runs are several texts.
   * @returns {Map<string, string[]>}
   */
  #given() {
    const names = this.#names;
    /** @type {Map<string, string[]>} */
    const given = new Map();
    for (const { name, value } of this.attributes)
      if (names.has(name)) given.set(name, name === 'run' ? value.trim().split(/\s+/) : [value]);
    return given;
  }

  /** What the attributes say, apart from how it looks. @param {Map<string, string[]>} given */
  #substance(given) {
    const what = [...given].filter(([name]) => !IS_LOOK.has(name));
    return JSON.stringify([this.getAttribute('query'), what]);
  }

  /** What the attributes say of how it looks. @param {Map<string, string[]>} given */
  #looks(given) {
    const query = splitQuery(this.getAttribute('query') ?? '');
    return new Map(PAGE_KEYS.map((name) => [name, (given.get(name) ?? query.get(name))?.[0]]));
  }

  /**
   * What the attributes say, as an experiment.
   * @param {Map<string, string[]>} given @param {Partial<import('../state/types.js').PageFields>} [dress]
   */
  #read(given, dress) {
    return readGiven(splitQuery(this.getAttribute('query') ?? ''), given, this.core, { dress });
  }

  /**
   * Shows what the attributes say, if that has changed; where only the look has, the reader's experiment
   * stays.
   */
  #readAttributes() {
    const given = this.#given();
    const [said, worn] = [this.#substance(given), this.#looks(given)];
    const isOther = said !== this.#said;
    // What an attribute never said stays; what one says no more is as at first.
    const mayStay = (/** @type {string} */ name) =>
      this.experiment && this.#worn.get(name) === undefined;
    const kept = Object.fromEntries(
      PAGE_KEYS.filter(mayStay).map((name) => [name, this.experiment[name]]),
    );
    const next = this.#read(given, kept);
    if (isOther) this.show(next);
    else {
      const changed = PAGE_KEYS.filter((name) => worn.get(name) !== this.#worn.get(name));
      const looks = Object.fromEntries(changed.map((name) => [name, next.experiment[name]]));
      this.notices = next.notices.filter(({ key }) => changed.some((name) => name === key));
      this.change((shown) => this.#spoken({ ...shown, ...looks }));
    }
    this.#said = said;
    this.#worn = worn;
  }

  /** Its language before there is an experiment. */
  get #speech() {
    return createI18n(chooseLanguage(this.getAttribute('lang') ?? this.#around ?? ''));
  }

  /**
   * Where an experiment names no language, it speaks that of the page around.
   * @param {AnyExperiment} experiment @returns {AnyExperiment}
   */
  #spoken(experiment) {
    return experiment.lang || !this.#around ? experiment : { ...experiment, lang: this.#around };
  }

  /**
   * Shows what was decoded, from its beginning; if that is playing already, it plays on.
   * @param {ReturnType<typeof readGiven>} decoded
   */
  show({ experiment, notices }) {
    const next = this.#spoken(experiment);
    this.notices = notices;
    if (this.player?.isPlaying && this.#isOf(next)) return;
    this.player?.pause();
    this.#shown = next;
    this.experiment = next;
  }

  /**
   * Whether what is shown is a step of this experiment, whichever run is selected, and the experiment was
   * asked for last.
   * @param {AnyExperiment} next
   */
  #isOf(next) {
    if (!this.#shown) return false;
    const write = (/** @type {AnyExperiment} */ each) => encodeExperiment(each, this.core.catalog);
    const step = { ...this.experiment, t: next.t, selected: next.selected };
    return write(next) === write(this.#shown) && write(next) === write(step);
  }

  /** What is shown, as a link says it; before that, what is to be. */
  get query() {
    return this.experiment
      ? encodeExperiment(this.experiment, this.core.catalog)
      : (this.#wanted ?? '');
  }

  set query(text) {
    this.#wanted = String(text);
    if (!this.core || !this.#isBegun) return;
    const dressed = this.experiment ?? this.#read(this.#given()).experiment;
    this.show(decodeExperiment(this.#wanted, '', this.core, dressOf(dressed)));
  }

  /** The step shown; 0 where a lab has no steps. */
  get t() {
    return this.experiment?.t ?? 0;
  }

  // Frameworks set a property wherever there is one: then it says what the attribute does.
  set t(value) {
    if (this.experiment) this.seek(Number(value));
    else this.setAttribute('t', String(value));
  }

  /** The last step; 0 where a lab has none. */
  get steps() {
    return this.experiment ? stepsOf(this.experiment) : 0;
  }

  set steps(value) {
    this.setAttribute('steps', String(value));
  }

  /** Plays to the last step; at once for readers who want no motion. */
  play() {
    this.#act((player) => player.play());
  }

  pause() {
    this.#act((player) => player.pause());
  }

  /** Shows a step, or the nearest there is. @param {number} t */
  seek(t) {
    this.#act((player) => player.seek(t));
  }

  /**
   * Has the player do something to what is to be shown now: at once, or in its order when that is there.
   * @param {(player: import('../elements/player.js').Player) => void} act
   */
  #act(act) {
    if (this.renderNow()) {
      if (this.player) act(this.player);
    } else this.settled().then(() => this.player && act(this.player));
  }

  render() {
    return this.failure ? html`<p class="note" role="alert">${this.failure}</p>` : super.render();
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
    if (!this.experiment) throw new Error('nothing is shown yet: wait for the event "ready"');
    const canvas = await screenshotOf(this, scale);
    return new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(/** @type {Blob} */ (blob)), 'image/png'),
    );
  }
}

/** Makes <descent-lab> known to the page, once, however often the code is loaded. */
export function defineLab() {
  registerLabs(LABS_AND_COURSE);
  if (!customElements.get(TAG)) customElements.define(TAG, LabTag);
}
