// Makes the pictures of a map, in workers: coarse, then finer. What is wanted next ends a finer picture that
// is being made, but not a coarse one: while something is dragged, each is shown.

import { elsewhere } from '../elsewhere.js';

/**
 * @typedef {import('../../core/types.js').Map} RunMap
 * @typedef {import('./map-scene.js').Shown} Shown
 *
 * @typedef {object} Wanted
 * @property {string} key another one is another map
 * @property {readonly ReturnType<typeof import('./map-scene.js').mapSpec>[]} specs coarse to fine
 * @property {readonly number[]} box what they cover, in units @property {readonly Shown[]} sides
 *
 * @typedef {object} Picture of a map that was computed
 * @property {RunMap} map @property {readonly number[]} box what it covers, in units
 * @property {number} count how many there were before it
 * @property {readonly Shown[]} sides
 */

let makers = 0;

export class MapMaker {
  /** Calls of one map end each other, those of another one in the page do not. */
  #channel = `map-${makers++}`;
  #tell;
  /** @type {Wanted|undefined} */
  #next;
  #key = '';
  #count = 0;
  #isRunning = false;
  /** Ends a finer picture. @type {AbortController|undefined} */
  #finer;

  /** @param {(picture: Picture|null, failure: string) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /** @param {import('../../core/index.js').Core} core @param {Wanted} wanted */
  want(core, wanted) {
    if (wanted.key === this.#key) return;
    this.#key = wanted.key;
    this.#next = wanted;
    this.#finer?.abort();
    if (!this.#isRunning) this.#run(core);
  }

  /** Makes no further ones. */
  stop() {
    this.#key = '';
    this.#next = undefined;
    this.#finer?.abort();
  }

  /** @param {import('../../core/index.js').Core} core */
  async #run(core) {
    this.#isRunning = true;
    for (let wanted = this.#next; wanted; wanted = this.#next) {
      this.#next = undefined;
      try {
        await this.#make(core, wanted);
      } catch (error) {
        const { name, message } = /** @type {Error} */ (error);
        if (name !== 'AbortError') this.#tell(null, message);
      }
    }
    this.#isRunning = false;
  }

  /** @param {import('../../core/index.js').Core} core @param {Wanted} wanted */
  async #make(core, { key, specs, box, sides }) {
    const remote = await elsewhere(core);
    let points;
    for (const [i, spec] of specs.entries()) {
      if (key !== this.#key) return;
      this.#finer = i ? new AbortController() : undefined;
      const how = { channel: this.#channel, signal: this.#finer?.signal };
      const asked = /** @type {import('../../core/types.js').MapSpec} */ (
        /** @type {unknown} */ ({ ...spec, points })
      );
      const map = await remote.map(asked, how);
      points = map.points;
      if (this.#key) this.#tell({ map, box, sides, count: ++this.#count }, '');
    }
  }
}
