// What a chart shows of its axes: what its scene asks for, but the same from when a pointer goes down until
// it is let go, so that nothing flees from what is dragged.

/** @template View */
export class HeldView {
  /** @type {View | undefined} */
  #shown;
  #isHeld = false;

  /**
   * What to show now.
   * @param {View} wanted @param {boolean} [isChosen] the reader's own view: it is what the pointer changes
   * @returns {View}
   */
  see(wanted, isChosen = false) {
    if (!this.#isHeld || isChosen || this.#shown === undefined) this.#shown = wanted;
    return this.#shown;
  }

  /** Keeps what is shown, or lets it follow the scene again. @param {boolean} isHeld */
  hold(isHeld) {
    this.#isHeld = isHeld;
  }
}
