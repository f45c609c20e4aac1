// Printing the course, by Ctrl + P, its button or the browser's menu: the booklet of handout.js in place of
// the chapter. The browser's menu leaves no time to load anything: the booklet is loaded as soon as the
// course is seen, the labs of its figures while nothing goes on. Who prints before that has all chapters, and
// of the figures those whose labs were seen.

/** When a reader has settled, and when the course is seen. In ms. */
const [LATER, SOON] = [4000, 200];

/**
 * @typedef {object} View what is asked of the course
 * @property {import('../core/index.js').Core} core @property {import('../i18n/index.js').I18n} i18n
 * @property {string} home @property {unknown} handout the booklet @property {Promise<unknown>} updateComplete
 * @property {{ embed: boolean }} experiment
 * @property {readonly import('./types.js').Chapter[]} printed
 * @property {(selector: string) => NodeListOf<Element>} querySelectorAll
 * @property {() => Node} getRootNode
 */

export class Paper {
  #view;
  /** @type {typeof import('./handout.js')|undefined} */ #made;
  #timer = 0;

  /** @param {View} view */
  constructor(view) {
    this.#view = view;
  }

  start() {
    addEventListener('keydown', this.#onKey);
    addEventListener('beforeprint', this.#toPaper);
    addEventListener('afterprint', this.#toScreen);
    this.#timer = window.setTimeout(async () => {
      await this.#make();
      this.#timer = window.setTimeout(() => this.#load(), LATER - SOON);
    }, SOON);
  }

  stop() {
    clearTimeout(this.#timer);
    removeEventListener('keydown', this.#onKey);
    removeEventListener('beforeprint', this.#toPaper);
    removeEventListener('afterprint', this.#toScreen);
  }

  async #make() {
    if (!this.#view.experiment.embed) this.#made ??= await import('./handout.js');
  }

  async #load() {
    await this.#make();
    const { core, printed } = this.#view;
    await this.#made?.loadLabs(printed, core);
  }

  /** Ctrl + P prints all of the course, but not from a frame. @param {KeyboardEvent} event */
  #onKey = (event) => {
    const isPrint = event.key === 'p' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isPrint || this.#view.experiment.embed) return;
    event.preventDefault();
    this.print();
  };

  #toPaper = () => {
    const view = this.#view;
    const { core, i18n, home, printed, handout } = view;
    if (!this.#made || handout || view.experiment.embed) return;
    const host = /** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (view.getRootNode()).host);
    const figures = this.#made.drawFigures(printed, host, core, i18n);
    view.handout = this.#made.renderHandout(printed, figures, home, i18n);
  };

  #toScreen = () => {
    this.#view.handout = '';
  };

  /** Prints the course as a booklet. */
  async print() {
    await this.#load();
    this.#toScreen();
    this.#toPaper();
    await this.#view.updateComplete;
    const pictures = /** @type {NodeListOf<HTMLImageElement>} */ (
      this.#view.querySelectorAll('.handout img')
    );
    await Promise.all(Array.from(pictures, (picture) => picture.decode()));
    print();
  }
}
