// The part of its axes that a chart shows: the one its scene asks for, but unchanged while a pointer is
// down, so that the view does not move away under what is dragged.

/** @template View */
export class HeldView {
  /** @type {View | undefined} */
  #shown;
  #isHeld = false;

  /**
   * What to show now.
   * @param {View} wanted @param {boolean} [isChosen] whether the reader chose it: then the pointer changes it
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
