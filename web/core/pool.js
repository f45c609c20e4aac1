// The seats of a remote core and the calls that wait for them. Calls take turns, part by part; a newer call
// of a channel ends the older one; a seat that dies is replaced, and what it was busy with is asked again.

import { Call } from './call.js';
import { Seat } from './seat.js';

/**
 * @typedef {import('./call.js').Part} Part
 * @typedef {import('./inside.js').FromCore} FromCore
 * @typedef {import('./seat.js').Kind} Kind
 */

/** A question during which this many workers have died is not asked again. */
const MOST_DEATHS = 3;

/** @param {import('./inside.js').Fault} fault of a core elsewhere */
function errorOf({ name, message }) {
  const types = new Map([TypeError, RangeError].map((type) => [type.name, type]));
  return new (types.get(name) ?? Error)(message);
}

/** @param {string} message */
const abortError = (message) => new DOMException(message, 'AbortError');

export class Pool {
  #core;
  /** @type {Seat[]} */
  #seats = [];
  /** @type {Call[]} whose turn is next comes first */
  #calls = [];
  /** @type {Map<string, Call>} the newest call of each */
  #channels = new Map();
  #lastId = 0;
  #isClosed = false;
  /** @type {{ resolve: (json: string) => void, reject: (error: Error) => void }} */
  #started = { resolve: () => {}, reject: () => {} };

  /**
   * @param {{ module: WebAssembly.Module, script?: string }} core and the script of its workers
   * @param {Kind} kind @param {number} most seats
   */
  constructor(core, kind, most) {
    this.#core = core;
    /** @type {Kind} where the seats are */ this.kind = kind;
    this.most = kind === 'slices' ? 1 : most;
    /** @type {Promise<string>} the catalog's JSON, once there is a seat */
    this.ready = new Promise((resolve, reject) => {
      this.#started = { resolve, reject };
    });
    this.#open();
  }

  /**
   * @param {import('./call.js').Question} question
   * @param {import('./call.js').CallOptions} options
   * @returns {Promise<unknown>}
   */
  ask(question, options) {
    return new Promise((resolve, reject) => {
      options.signal?.throwIfAborted();
      if (this.#isClosed) throw abortError('this core was closed');
      const call = new Call(question, options, { resolve, reject, onOver: this.#drop });
      const { channel } = call;
      if (channel !== undefined) {
        const words = `a newer call of the channel "${channel}" came`;
        this.#channels.get(channel)?.fail(abortError(words));
        this.#channels.set(channel, call);
      }
      this.#calls.push(call);
      this.#serve();
    });
  }

  /** Ends all calls and seats. */
  close() {
    this.#isClosed = true;
    for (const call of [...this.#calls]) call.fail(abortError('this core was closed'));
    for (const seat of this.#seats.splice(0)) seat.end();
  }

  /** Of a call that is over nothing is left. @param {Call} call */
  #drop = (call) => {
    this.#calls = this.#calls.filter((each) => each !== call);
    const { channel } = call;
    if (channel !== undefined && this.#channels.get(channel) === call)
      this.#channels.delete(channel);
    for (const seat of this.#seats) if (seat.part?.call === call) seat.stop();
  };

  /** Gives free seats something to do, and opens more if there are too few. */
  #serve() {
    for (;;) {
      const call = this.#calls.find(({ waiting }) => waiting.length);
      if (!call) return;
      const seat = this.#seats.find(({ isReady, part }) => isReady && !part);
      if (!seat) break;
      this.#calls = [...this.#calls.filter((each) => each !== call), call];
      const part = /** @type {Part} */ (call.waiting.shift());
      const { method, parts } = call.question;
      seat.ask(part, {
        ...{ ask: ++this.#lastId, method, asked: parts[part.index] },
        partials: call.wantsPartials,
      });
    }
    const waiting = this.#calls.reduce((sum, call) => sum + call.waiting.length, 0);
    let coming = this.#seats.filter(({ isReady }) => !isReady).length;
    while (coming++ < waiting && this.#seats.length < this.most) this.#open();
  }

  #open() {
    try {
      this.#seats.push(new Seat(this.kind, this.#core, this.#hooks));
    } catch (error) {
      this.#onRefusal(String(error));
    }
  }

  get #hooks() {
    return { onReady: this.#onReady, onMessage: this.#onMessage, onDeath: this.#onDeath };
  }

  #onReady = (/** @type {string} */ json) => {
    this.#started.resolve(json);
    this.#serve();
  };

  #onMessage = (/** @type {Seat} */ seat, /** @type {FromCore} */ message) => {
    if (!seat.part) return;
    const { call, index } = seat.part;
    if (message.partial) call.show(index, message.partial);
    const { fault, stopped } = message;
    if (!fault && !stopped && !('answer' in message)) return;
    seat.free();
    if (fault) call.fail(errorOf(fault));
    else if (!call.isOver) call.take(index, message.answer);
    this.#serve();
  };

  #onDeath = (/** @type {Seat} */ seat, /** @type {string} */ why) => {
    this.#seats = this.#seats.filter((each) => each !== seat);
    if (!seat.isReady) {
      this.#onRefusal(why);
      return;
    }
    const { part } = seat;
    if (part && !part.call.isOver) {
      part.deaths++;
      if (part.deaths < MOST_DEATHS) part.call.waiting.unshift(part);
      else part.call.fail(new Error(`a worker ended ${part.deaths} times over this call: ${why}`));
    }
    this.#serve();
  };

  /** A seat did not come: those that are there must do, or this thread. @param {string} why */
  #onRefusal(why) {
    this.most = Math.max(1, this.#seats.length);
    if (this.#seats.length) return;
    if (this.kind === 'slices') {
      const error = new Error(why);
      this.#started.reject(error);
      for (const call of [...this.#calls]) call.fail(error);
    } else {
      this.kind = 'slices';
      this.#open();
    }
  }
}
