// A call of a core elsewhere: one question, or several parts of one, and the promise of its answer.

/**
 * @template [T=unknown]
 * @typedef {object} CallOptions
 * @property {string} [channel] a newer call of the same channel ends this one
 * @property {AbortSignal} [signal] ends it
 * @property {(partial: T) => void} [onPartial] is told the answer as far as it has come, now and then; what
 *   it throws ends the call
 */

/**
 * @typedef {object} Question
 * @property {string} method
 * @property {object[]} parts what to ask; the answers may come in any order
 * @property {(answers: unknown[]) => unknown} join one answer of those of all parts; undefined stands for
 *   those that are not there yet
 *
 * @typedef {object} Part of a call, which a seat is asked
 * @property {Call} call @property {number} index in question.parts
 * @property {number} deaths how many seats have died over it
 */

/** Answers of parts are joined for onPartial at most once for each picture that a screen shows. */
const PACE = 16; // ms

export class Call {
  #options;
  #settle;
  #left;
  /** @type {unknown[]} */
  #answers = [];
  #toldMs = 0;
  isOver = false;

  /**
   * @param {Question} question
   * @param {CallOptions} options
   * @param {{ resolve: (answer: unknown) => void, reject: (reason: unknown) => void, onOver: (call: Call) =>
   *   void }} settle
   */
  constructor(question, options, settle) {
    this.question = question;
    this.#options = options;
    this.#settle = settle;
    this.#left = question.parts.length;
    /** @type {Part[]} those that wait for a seat */
    this.waiting = question.parts.map((_, index) => ({ call: this, index, deaths: 0 }));
    options.signal?.addEventListener('abort', this.#abort);
  }

  get channel() {
    return this.#options.channel;
  }

  get wantsPartials() {
    return this.#options.onPartial !== undefined;
  }

  #abort = () => this.fail(this.#options.signal?.reason);

  /** A part is answered. @param {number} index @param {unknown} answer */
  take(index, answer) {
    this.#answers[index] = answer;
    this.#left--;
    if (this.#left) this.#tell(this.#answers);
    else this.#end(() => this.#settle.resolve(this.question.join(this.#answers)));
  }

  /** A part has come so far. @param {number} index @param {unknown} partial */
  show(index, partial) {
    const answers = [...this.#answers];
    answers[index] = partial;
    this.#tell(answers);
  }

  /** @param {unknown[]} answers */
  #tell(answers) {
    const nowMs = performance.now();
    if (this.isOver || !this.wantsPartials || nowMs - this.#toldMs < PACE) return;
    this.#toldMs = nowMs;
    try {
      this.#options.onPartial?.(this.question.join(answers));
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {unknown} reason */
  fail(reason) {
    this.#end(() => this.#settle.reject(reason));
  }

  /** @param {() => void} settle */
  #end(settle) {
    if (this.isOver) return;
    this.isOver = true;
    this.waiting = [];
    this.#options.signal?.removeEventListener('abort', this.#abort);
    settle();
    this.#settle.onOver(this);
  }
}
