// Which beat is being read: the last one that has come up to a line across the window. It is looked for when
// the page scrolls, and nothing is scrolled here but on the reader's wish to go to a beat.

/** Where the line is, and where a beat is put: parts of the room below what stands above the text. */
const LINE = 0.35;
const PLACE = 0.12;
/** So many frames of the screen does a page need to find its layout. */
const FRAMES = 4;

export class Reading {
  #view;
  #onBeat;
  #seen = -1;
  #frame = 0;
  #isMoving = false;

  /**
   * @param {HTMLElement & { isPaged: boolean, isEditing: boolean }} view
   * @param {(index: number) => void} onBeat
   */
  constructor(view, onBeat) {
    this.#view = view;
    this.#onBeat = onBeat;
  }

  start() {
    addEventListener('scroll', this.#onScroll, { passive: true });
  }

  stop() {
    removeEventListener('scroll', this.#onScroll);
    cancelAnimationFrame(this.#frame);
  }

  get #beats() {
    return [...this.#view.querySelectorAll('.beat')];
  }

  /** The distance of a place in the room from the top of the window. @param {number} part of the room */
  #down(part) {
    const [figure, beats] = ['.figure', '.beats'].map((each) =>
      this.#view.querySelector(each)?.getBoundingClientRect(),
    );
    const isAbove = figure && beats && figure.right > beats.left && figure.left < beats.right;
    const top = isAbove ? Math.max(0, figure.bottom) : 0;
    return top + part * (innerHeight - top);
  }

  #find() {
    const line = this.#down(LINE);
    const found = this.#beats.findLastIndex((beat) => beat.getBoundingClientRect().top <= line);
    return Math.max(0, found);
  }

  #onScroll = () => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { isPaged, isEditing, isConnected } = this.#view;
      if (isPaged || isEditing || this.#isMoving || !isConnected) return;
      const index = this.#find();
      if (index === this.#seen) return;
      this.#seen = index;
      this.#onBeat(index);
    });
  };

  /**
   * Scrolls to a beat that was asked for, and again once what stands above it has its height.
   * @param {number} index @param {Promise<unknown>} settled
   */
  async showBeat(index, settled) {
    this.#seen = index;
    this.#isMoving = true;
    this.#scrollTo(index);
    await settled;
    for (let frame = 0; frame < FRAMES; frame++) {
      if (this.#seen !== index) return;
      this.#scrollTo(index);
      await new Promise(requestAnimationFrame);
    }
    this.#isMoving = false;
  }

  /** @param {number} index */
  #scrollTo(index) {
    const top = this.#beats[index]?.getBoundingClientRect().top ?? 0;
    if (index === 0) scrollTo({ top: 0, behavior: 'instant' });
    else scrollBy({ top: top - this.#down(PLACE), behavior: 'instant' });
  }
}
