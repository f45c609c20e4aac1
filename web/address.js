// The address of the page, which follows what is shown, no oftener than a browser allows.

/**
 * How many changes of the address may follow each other at once, and the ms between those after them: Safari
 * refuses more than 100 in 30 s, Chrome more than 200 in 10 s.
 */
const ADDRESS = { burst: 20, pace: 400 };

export class Address {
  /** @type {() => string} */ #query;
  /** @type {ReturnType<typeof setTimeout>|undefined} */ #writing;
  #budget = ADDRESS.burst;
  #countedMs = 0;

  /** @param {() => string} query what it is to say */
  constructor(query) {
    this.#query = query;
    for (const end of ['pointerup', 'pagehide']) addEventListener(end, () => this.writeNow());
  }

  /** The query and hash that are meant: what the address does not say yet counts all the same. */
  get said() {
    const search = this.#writing === undefined ? location.search : `?${this.#query()}`;
    return { search, hash: location.hash };
  }

  /** Has it follow. */
  write() {
    const now = performance.now();
    this.#budget = Math.min(ADDRESS.burst, this.#budget + (now - this.#countedMs) / ADDRESS.pace);
    this.#countedMs = now;
    const wait = Math.max(0, 1 - this.#budget) * ADDRESS.pace;
    this.#writing ??= setTimeout(() => this.writeNow(), wait);
  }

  writeNow() {
    if (this.#writing === undefined) return;
    clearTimeout(this.#writing);
    this.#writing = undefined;
    this.#budget--;
    try {
      history.replaceState(null, '', `${location.pathname}?${this.#query()}`);
    } catch {
      // Where replaceState is refused, the address stays.
    }
  }
}
