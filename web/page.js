// The page: reads the address, keeps it up to date, and holds what surrounds the lab. web/start.js opens it.

import { html, render } from 'lit';
import { Address } from './address.js';
import { loadCore } from './core/index.js';
import './elements/example-bar.js';
import { openDialog, UNSET } from './elements/lab-element.js';
import { renderFooter, renderHeader, scrollToTab } from './elements/page-header.js';
import { task } from './elements/turns.js';
import { listenToHost } from './embed/host.js';
import { hostedLab } from './embed/hosted-lab.js';
import { defineLab, LabTag } from './embed/lab-tag.js';
import { asksForFront, frontFigure, goToCheck, renderFront } from './front.js';
import { chooseLanguage, createI18n } from './i18n/index.js';
import { failureSentence } from './i18n/sentences.js';
import { sayIn } from './say.js';
import { decodeExperiment } from './state/decode.js';
import { encodeExperiment } from './state/encode.js';
import { dressOf, isFramed, presents } from './state/page-keys.js';
import { initialExperiment } from './state/schema.js';

/** @typedef {import('./state/types.js').AnyExperiment} Experiment */

const root = /** @type {HTMLElement} */ (document.querySelector('#page'));
const dark = matchMedia('(prefers-color-scheme: dark)');

defineLab();

class Page {
  /** @param {import('./core/index.js').Core} core */
  constructor(core) {
    this.core = core;
    this.frame = '';
    /** what the address alone opens */ this.isFront = false;
    this.address = new Address(() => this.query);
    /** the lab whose tab was brought into view */ this.tabShown = '';
    /** @type {Map<string, Experiment>} what each lab showed last */
    this.visited = new Map();
    /**
     * the examples, once somebody has asked for them
     * @type {typeof import('./lessons/presets.js') & Pick<typeof import('./labs/picture.js'), 'drawPreset'>}
     */
    this.lessons = UNSET;
    /** the example whose claim is shown; −1 for none */ this.example = -1;
    /** what was shown before it was opened: who undoes that has left it */ this.before = '';
    /** @type {Set<string>} the labs in which the reader has done something */
    this.acted = new Set();
    this.lab = new LabTag();
    this.lab.core = core;
    this.lab.onKeep = async () => (await import('./course/own-keep.js')).keep(this);
    this.lab.home = location.href.split(/[?#]/)[0];
    this.read();
    this.lab.addEventListener('change', () => {
      if (!this.isFront) this.address.write();
      const { lab, lang, theme, embed, layout, hide } = this.lab.experiment;
      this.notice();
      const seen = { lab, lang, theme, embed, layout, hide };
      const frame = JSON.stringify([seen, this.example, this.acted.has(lab)]);
      this.remember();
      // What surrounds the lab is drawn anew only when it changes: a new `lang` on the root restyles the
      // whole page.
      if (frame !== this.frame) this.show();
      this.frame = frame;
    });
    addEventListener('hashchange', () => this.read());
    addEventListener('keydown', (event) => {
      this.lab.undoByKey(event);
      if (!this.lab.presenting.isOn) this.lab.presenting.key(event);
    });
    this.lab.addEventListener('present', () => this.address.write());
    addEventListener('popstate', () => this.isFront !== asksForFront() && this.reopen());
    dark.addEventListener('change', () => this.show());
    this.show();
  }

  read() {
    this.isFront = asksForFront();
    const { search, hash } = this.address.said;
    const { experiment, notices } = decodeExperiment(search, hash, this.core);
    this.lab.player?.pause();
    this.example = -1;
    if (experiment.exercise) this.acted.add(experiment.lab);
    if (experiment.exercise || ('own' in experiment && experiment.own))
      import('./exercise-visit.js').then(({ visit }) => visit(this.lab));
    this.lab.notices = notices;
    this.lab.experiment = this.isFront ? frontFigure(this.core, this.lab.experiment) : experiment;
    if (presents(search, hash)) this.lab.presenting.start();
    else this.lab.presenting.stop();
  }

  /** What the address says now, with what surrounds it. */
  reopen() {
    this.read();
    this.show();
    scrollTo(0, 0);
  }

  /**
   * Goes from the front page into a lab; Back leads there again.
   * @param {string} query @returns {boolean} false: the browser keeps its address
   */
  enter(query) {
    try {
      history.pushState(null, '', `?${query}`);
    } catch {
      return false;
    }
    this.reopen();
    this.lab.takeFocus();
    if ('check' in this.lab.experiment) goToCheck(this.lab);
    return true;
  }

  /** Keeps what a lab shows, for its tab. */
  remember() {
    if (!this.isFront) this.visited.set(this.lab.experiment.lab, this.lab.experiment);
  }

  /** What a change says of the reader: that a hint has done its work, that an example was left. */
  notice() {
    const { experiment } = this.lab;
    const last = this.visited.get(experiment.lab);
    const isDress =
      last && JSON.stringify({ ...last, ...dressOf(experiment) }) === JSON.stringify(experiment);
    if (last && !isDress) this.acted.add(experiment.lab);
    if (this.example >= 0 && this.query === this.before) this.example = -1;
  }

  get query() {
    const query = encodeExperiment(this.lab.experiment, this.core.catalog);
    return this.lab.presenting.isOn ? `present=1&${query}` : query;
  }

  /** @param {Partial<Experiment>} patch */
  set(patch) {
    this.lab.change((/** @type {Experiment} */ shown) => ({ ...shown, ...patch }));
  }

  /** What a lab would show now: what it showed last, or its first experiment. @param {string} lab */
  next(lab) {
    const { lang, theme } = this.lab.experiment;
    const last = this.visited.get(lab) ?? initialExperiment(this.core.catalog, lab);
    return { ...last, lang, theme };
  }

  /** @param {string} lab */
  visit(lab) {
    this.example = -1;
    this.lab.notices = [];
    this.lab.change(() => this.next(lab));
  }

  async openGallery() {
    const [lessons, { drawPreset }] = await Promise.all([
      import('./lessons/presets.js'),
      import('./labs/picture.js'),
    ]);
    this.lessons = { ...lessons, drawPreset };
    this.show();
    openDialog(root, 'lab-gallery', import('./elements/gallery.js'));
  }

  openGuide() {
    openDialog(root, 'lab-guide', import('./elements/guide.js'));
  }

  /** A preset in the language and theme of the page. @param {string} query */
  preset(query) {
    const { lang, theme } = this.lab.experiment;
    return { ...decodeExperiment(query, '', this.core).experiment, lang, theme };
  }

  /** Opens an example, and walks through it once. @param {number} index @param {boolean} [keepsFocus] */
  openExample(index, keepsFocus = false) {
    const { query } = this;
    const next = this.preset(this.lessons.PRESETS[index].query);
    this.example = index;
    this.before = query === encodeExperiment(next, this.core.catalog) ? '' : query;
    this.acted.add(next.lab);
    const focused = keepsFocus ? document.activeElement : null;
    this.lab.open(next);
    this.show();
    if (focused instanceof HTMLElement) focused.focus();
    scrollTo(0, 0);
    this.walkThrough(next);
  }

  /** Walks once through an example, where it begins at its first step. @param {Experiment} example */
  async walkThrough(example) {
    await this.lab.settled();
    const { player, experiment } = this.lab;
    if (experiment === example && example.t === 0 && !player?.hidden) player?.walk();
  }

  /** @param {import('./i18n/index.js').I18n} i18n */
  exampleBar(i18n) {
    if (this.example < 0) return '';
    return html`<lab-example .examples=${this.lessons.PRESETS} .index=${this.example} .i18n=${i18n}
      .onGo=${(/** @type {number} */ index) => this.openExample(index, true)}
      .onClose=${() => {
        this.example = -1;
        this.show();
        this.lab.focus();
      }}></lab-example>`;
  }

  /** @param {import('./i18n/index.js').I18n} i18n @param {string} theme */
  gallery(i18n, theme) {
    if (!this.lessons) return '';
    const linkOf = (/** @type {string} */ query) =>
      `?${encodeExperiment(this.preset(query), this.core.catalog)}`;
    const { GROUPS, PRESETS, drawPreset } = this.lessons;
    const draw = (/** @type {HTMLCanvasElement} */ canvas, /** @type {string} */ query) =>
      drawPreset(canvas, query, this.core);
    const choose = (/** @type {string} */ chosen) =>
      this.openExample(PRESETS.findIndex(({ query }) => query === chosen));
    return html`<lab-gallery .groups=${GROUPS} .i18n=${i18n} .theme=${theme} .linkOf=${linkOf}
      .draw=${draw} .onChoose=${choose}></lab-gallery>`;
  }

  /** @param {import('./i18n/index.js').I18n} i18n @param {string} theme */
  header(i18n, theme) {
    const { experiment } = this.lab;
    const header = {
      ...{ experiment, theme, hasActed: this.acted.has(experiment.lab), isFront: this.isFront },
      linkOf: (/** @type {string} */ lab) => encodeExperiment(this.next(lab), this.core.catalog),
      onLab: (/** @type {string} */ lab) => this.visit(lab),
      onSet: (/** @type {Partial<Experiment>} */ patch) => this.set(patch),
      onGallery: () => this.openGallery(),
      onShare: () => this.lab.share(),
      onPresent: () => this.lab.presenting.toggle(),
    };
    return renderHeader(header, i18n);
  }

  /** Each lab's tab is brought into view once. */
  showTab() {
    const { lab } = this.lab.experiment;
    if (this.tabShown !== lab && scrollToTab(root)) this.tabShown = lab;
  }

  show() {
    const { experiment } = this.lab;
    this.remember();
    const i18n = createI18n(chooseLanguage(experiment.lang));
    const theme = this.lab.scheme;
    document.documentElement.lang = i18n.lang;
    document.documentElement.dataset.theme = theme;
    // A lab may have a look of its own for what surrounds it.
    document.documentElement.dataset.lab = experiment.lab;
    const { isFront } = this;
    const looks = {
      'is-front': isFront,
      'is-embed': !isFront && isFramed(experiment),
      'is-figure': !isFront && experiment.layout === 'figure',
      'has-example': this.example >= 0,
    };
    for (const [name, isOn] of Object.entries(looks))
      document.documentElement.classList.toggle(name, isOn);
    document.title = i18n.t('app.title');
    const isBare = looks['is-embed'] || experiment.hide.includes('header');
    const guide = html`<lab-guide .catalog=${this.core.catalog} .i18n=${i18n}
      .home=${this.lab.home}></lab-guide>`;
    const above = isBare ? '' : html`${this.header(i18n, theme)}${this.exampleBar(i18n)}`;
    const below = isBare
      ? ''
      : html`${renderFooter(() => this.openGuide(), i18n)}${guide}${this.gallery(i18n, theme)}`;
    const front = isFront
      ? renderFront(
          () => this.lab.experiment,
          this.core,
          i18n,
          (query) => this.enter(query),
        )
      : '';
    render(html`${above}<main>${front}${this.lab}</main>${below}`, root);
    requestAnimationFrame(() => this.showTab());
  }
}

/** Puts the lab where its frame stands. @param {import('./start.js').Started} started */
export async function open({ core: wasm, inbox }) {
  const host = inbox && listenToHost(window, inbox);
  try {
    const core = await loadCore({ wasm: await wasm });
    await task();
    root.replaceChildren();
    const { lab } = new Page(core);
    await host?.connect(hostedLab(lab), lab, document.body);
  } catch (error) {
    const lang = new URLSearchParams(location.search).get('lang') ?? '';
    sayIn(root, failureSentence(error, createI18n(chooseLanguage(lang))));
    host?.fail(error);
  }
}
