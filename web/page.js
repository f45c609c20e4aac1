// The page: reads the address, keeps it up to date, and holds what surrounds the lab. web/start.js opens it.

import { html, render } from 'lit';
import { loadCore } from './core/index.js';
import './elements/example-bar.js';
import { openDialog, UNSET } from './elements/lab-element.js';
import { renderFooter, renderHeader } from './elements/page-header.js';
import { task } from './elements/turns.js';
import { listenToHost } from './embed/host.js';
import { hostedLab } from './embed/hosted-lab.js';
import { defineLab, LabTag } from './embed/lab-tag.js';
import { chooseLanguage, createI18n } from './i18n/index.js';
import { failureSentence } from './i18n/sentences.js';
import { decodeExperiment } from './state/decode.js';
import { encodeExperiment } from './state/encode.js';
import { dressOf, isFramed, presents } from './state/page-keys.js';
import { initialExperiment } from './state/schema.js';

/** @typedef {import('./state/types.js').AnyExperiment} Experiment */

const root = /** @type {HTMLElement} */ (document.querySelector('#page'));
const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * How many changes of the address may follow each other at once, and the ms between those after them: Safari
 * refuses more than 100 in 30 s, Chrome more than 200 in 10 s.
 */
const ADDRESS = { burst: 20, pace: 400 };

defineLab();

class Page {
  /** @param {import('./core/index.js').Core} core */
  constructor(core) {
    this.core = core;
    this.frame = '';
    /** @type {ReturnType<typeof setTimeout>|undefined} */ this.writing = undefined;
    this.budget = ADDRESS.burst;
    this.countedMs = 0;
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
    this.lab.home = location.href.split(/[?#]/)[0];
    this.read();
    this.lab.addEventListener('change', () => {
      this.write();
      const { lab, lang, theme, embed, layout, hide } = this.lab.experiment;
      this.notice();
      const frame = JSON.stringify([
        lab,
        lang,
        theme,
        embed,
        layout,
        hide,
        this.example,
        this.acted.has(lab),
      ]);
      this.visited.set(lab, this.lab.experiment);
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
    this.lab.addEventListener('present', () => this.write());
    for (const end of ['pointerup', 'pagehide']) addEventListener(end, () => this.writeNow());
    dark.addEventListener('change', () => this.show());
    this.show();
  }

  read() {
    // What the address does not say yet is shown all the same.
    const isBehind = this.writing !== undefined;
    const search = isBehind ? `?${this.query}` : location.search;
    const { experiment, notices } = decodeExperiment(search, location.hash, this.core);
    this.lab.player?.pause();
    this.example = -1;
    this.lab.notices = notices;
    this.lab.experiment = experiment;
    if (presents(search, location.hash)) this.lab.presenting.start();
    else this.lab.presenting.stop();
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

  /** Has the address follow, no oftener than a browser allows. */
  write() {
    const now = performance.now();
    this.budget = Math.min(ADDRESS.burst, this.budget + (now - this.countedMs) / ADDRESS.pace);
    this.countedMs = now;
    const wait = Math.max(0, 1 - this.budget) * ADDRESS.pace;
    this.writing ??= setTimeout(() => this.writeNow(), wait);
  }

  writeNow() {
    if (this.writing === undefined) return;
    clearTimeout(this.writing);
    this.writing = undefined;
    this.budget--;
    try {
      history.replaceState(null, '', `${location.pathname}?${this.query}`);
    } catch {
      // Where replaceState is refused, the address stays.
    }
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
      ...{ experiment, theme, hasActed: this.acted.has(experiment.lab) },
      linkOf: (/** @type {string} */ lab) => encodeExperiment(this.next(lab), this.core.catalog),
      onLab: (/** @type {string} */ lab) => this.visit(lab),
      onSet: (/** @type {Partial<Experiment>} */ patch) => this.set(patch),
      onGallery: () => this.openGallery(),
      onShare: () => this.lab.share(),
      onPresent: () => this.lab.presenting.toggle(),
    };
    return renderHeader(header, i18n);
  }

  /** Where there is no room for all tabs, the lab's own is scrolled into view. */
  showTab() {
    const { lab } = this.lab.experiment;
    const tab = /** @type {HTMLElement|null} */ (root.querySelector('.labs [aria-current=page]'));
    const tabs = tab?.parentElement;
    if (!tab || !tabs || this.tabShown === lab) return;
    this.tabShown = lab;
    const middle = (tabs.clientWidth - tab.offsetWidth) / 2;
    tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - middle;
  }

  show() {
    const { experiment } = this.lab;
    this.visited.set(experiment.lab, experiment);
    const i18n = createI18n(chooseLanguage(experiment.lang));
    const theme = this.lab.scheme;
    document.documentElement.lang = i18n.lang;
    document.documentElement.dataset.theme = theme;
    // A lab may have a look of its own for what surrounds it.
    document.documentElement.dataset.lab = experiment.lab;
    document.documentElement.classList.toggle('is-embed', isFramed(experiment));
    document.documentElement.classList.toggle('is-figure', experiment.layout === 'figure');
    document.documentElement.classList.toggle('has-example', this.example >= 0);
    document.title = i18n.t('app.title');
    const isBare = isFramed(experiment) || experiment.hide.includes('header');
    const guide = html`<lab-guide .catalog=${this.core.catalog} .i18n=${i18n}
      .home=${this.lab.home}></lab-guide>`;
    const above = isBare ? '' : html`${this.header(i18n, theme)}${this.exampleBar(i18n)}`;
    const below = isBare
      ? ''
      : html`${renderFooter(() => this.openGuide(), i18n)}${guide}${this.gallery(i18n, theme)}`;
    render(html`${above}<main>${this.lab}</main>${below}`, root);
    requestAnimationFrame(() => this.showTab());
  }
}

/** @param {string} text */
function say(text) {
  root.textContent = '';
  const line = root.appendChild(document.createElement('p'));
  line.className = 'fatal';
  line.setAttribute('role', 'alert');
  line.textContent = text;
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
    say(failureSentence(error, createI18n(chooseLanguage(lang))));
    host?.fail(error);
  }
}
