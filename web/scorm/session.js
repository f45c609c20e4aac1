// One visit to a SCORM 1.2 course platform: opened once, written to at every result, closed once. Nothing
// here throws: if a platform refuses or fails, the result is a Fault, which the page shows.

/**
 * @typedef {import('./find-api.js').Api} Api
 * @typedef {{ call: string, code: string, text: string }} Fault
 *
 * @typedef {object} Report
 * @property {number|null} score 0 to 100; null: nothing is answered yet
 * @property {import('./quiz-state.js').Status} status
 * @property {string} data at most 4096 characters, given back on the next visit
 * @property {string} place at most 255 characters
 *
 * @typedef {object} Interaction an answer, for the teacher's statistics
 * @property {string} id ASCII
 * @property {string} response as its type wants it: the letter of the option chosen for "choice"
 * @property {string} [right] the right one, the same way; left out where it is not told
 * @property {boolean} [isRight]
 * @property {'choice'|'numeric'|'fill-in'} [type]
 */

const NO_ERROR = '0';

/** A time as CMITimespan, HHHH:MM:SS. @param {number} timeMs */
export function formatTimespan(timeMs) {
  const seconds = Math.max(0, Math.floor(timeMs / 1000));
  const parts = [Math.min(9999, Math.floor(seconds / 3600)), Math.floor(seconds / 60), seconds];
  return parts.map((part, i) => String(i ? part % 60 : part).padStart(2, '0')).join(':');
}

/** @param {number} score */
const scoreOf = (score) => ({
  'cmi.core.score.min': '0',
  'cmi.core.score.max': '100',
  'cmi.core.score.raw': String(score),
});

export class Session {
  #api;
  #now;
  #began;
  #isOpen = false;
  /** @type {Fault|undefined} the last call's */
  #fault;

  /** @param {Api} api @param {() => number} [now] a clock in milliseconds */
  constructor(api, now = () => Date.now()) {
    this.#api = api;
    this.#now = now;
    this.#began = now();
  }

  /** Whether there is a visit to report to. */
  get isOpen() {
    return this.#isOpen;
  }

  /** @param {string} name @param {string[]} args @returns {string} '' if the call threw */
  #call(name, ...args) {
    try {
      return String(this.#api[name](...args));
    } catch (error) {
      this.#fault = { call: name, code: '', text: String(error) };
      return '';
    }
  }

  /**
   * Calls what answers "true" or "false".
   * @param {string} name @param {string[]} args @returns {Fault|undefined}
   */
  #command(name, ...args) {
    this.#fault = undefined;
    if (this.#call(name, ...args) === 'true') return undefined;
    if (this.#fault) return this.#fault;
    const code = this.#call('LMSGetLastError');
    const text = this.#call('LMSGetErrorString', code);
    return { call: [name, args[0]].filter(Boolean).join(' '), code, text };
  }

  /** @param {string} name @returns {string} '' if there is no such value */
  #get(name) {
    const value = this.#call('LMSGetValue', name);
    return this.#call('LMSGetLastError') === NO_ERROR ? value : '';
  }

  /** @param {Record<string, string>} values @returns {Fault|undefined} the first */
  #set(values) {
    const faults = Object.entries(values).map(([name, value]) =>
      this.#command('LMSSetValue', name, value),
    );
    return faults.find(Boolean);
  }

  /**
   * Begins the visit.
   * @returns {{ fault?: Fault, data: string, isForCredit: boolean, lang: string }} data: what was kept;
   *   isForCredit: false in a course platform's preview
   */
  open() {
    const fault = this.#command('LMSInitialize', '');
    const status = this.#get('cmi.core.lesson_status');
    // A page that is loaded again may find its visit begun already: then there is a status all the same.
    this.#isOpen = !fault || status !== '';
    if (!this.#isOpen) return { fault, data: '', isForCredit: true, lang: '' };
    const isFirst = status === 'not attempted' || status === '';
    if (isFirst) this.#command('LMSSetValue', 'cmi.core.lesson_status', 'incomplete');
    return {
      data: this.#get('cmi.suspend_data'),
      isForCredit: this.#get('cmi.core.credit') !== 'no-credit',
      lang: this.#get('cmi.student_preference.language').slice(0, 2).toLowerCase(),
      fault: isFirst ? this.#command('LMSCommit', '') : undefined,
    };
  }

  /** The learner, as the platform calls them; "" if it does not say. */
  get student() {
    return this.#get('cmi.core.student_id');
  }

  /**
   * Writes a result and has it kept. It is written whole each time: what one call failed to save, the next
   * one saves.
   * @param {Report} report @returns {Fault|undefined}
   */
  save(report) {
    return this.#write(report) ?? this.commit();
  }

  /** @param {Report} report @returns {Fault|undefined} */
  #write(report) {
    if (!this.#isOpen) return undefined;
    return this.#set({
      ...(report.score === null ? {} : scoreOf(report.score)),
      'cmi.core.lesson_status': report.status,
      'cmi.core.lesson_location': report.place,
      'cmi.suspend_data': report.data,
    });
  }

  /**
   * Records an answer. Platforms need not keep interactions: their refusal is no fault.
   * @param {Interaction} interaction
   */
  record({ id, response, right, isRight = response === right, type = 'choice' }) {
    if (!this.#isOpen) return;
    const index = this.#get('cmi.interactions._count');
    if (!/^\d+$/.test(index)) return;
    this.#set(
      Object.fromEntries(
        Object.entries({
          id,
          type,
          ...(right !== undefined && { 'correct_responses.0.pattern': right }),
          student_response: response,
          result: isRight ? 'correct' : 'wrong',
        }).map(([name, value]) => [`cmi.interactions.${index}.${name}`, value]),
      ),
    );
  }

  /**
   * Keeps what was written, and the time until now: the page may be killed at any moment.
   * @returns {Fault|undefined}
   */
  commit() {
    if (!this.#isOpen) return undefined;
    return this.#set(this.#leaving()) ?? this.#command('LMSCommit', '');
  }

  /**
   * Ends the visit, once. Finishing keeps what was written; a commit would be a request that browsers refuse
   * a page that is going.
   * @param {Report} report
   */
  close(report) {
    if (!this.#isOpen) return;
    this.#write(report);
    this.#set(this.#leaving());
    this.#isOpen = false;
    this.#command('LMSFinish', '');
  }

  /**
   * What the platform is to know should this be the end. Exit is always "suspend": the answers are to be
   * there next time.
   */
  #leaving() {
    return {
      'cmi.core.session_time': formatTimespan(this.#now() - this.#began),
      'cmi.core.exit': 'suspend',
    };
  }
}
