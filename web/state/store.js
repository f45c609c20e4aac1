// Holds one value and tells its subscribers when it changes.

/**
 * Changes made by subscribers are announced in further rounds; so many of them mean that they never settle.
 */
const MOST_ROUNDS = 100;

/**
 * Makes a store. Notifications are synchronous. A change made while subscribers are being told is announced
 * after that round, once, with the latest value, so that all see the same values in the same order.
 * @template T
 * @param {T} initial
 */
export function createStore(initial) {
  let state = initial;
  let isNotifying = false;
  /** @type {Set<(state: T) => void>} */
  const subscribers = new Set();

  function notify() {
    isNotifying = true;
    try {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const told = state;
        tellAll(subscribers, told);
        if (Object.is(told, state)) return;
      }
      throw new Error(`the store did not settle in ${MOST_ROUNDS} rounds`);
    } finally {
      isNotifying = false;
    }
  }

  const store = {
    get: () => state,
    /** @param {T} next the same value as before tells nobody */
    set(next) {
      if (Object.is(next, state)) return;
      state = next;
      if (!isNotifying) notify();
    },
    /** @param {(state: T) => T} change */
    update: (change) => store.set(change(state)),
    /**
     * @param {(state: T) => void} subscriber told of changes, not of the present value
     * @returns {() => void} unsubscribes
     */
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => {
        subscribers.delete(subscriber);
      };
    },
  };
  return store;
}

/**
 * Tells every subscriber, even when one fails; then throws the first failure.
 * @template T
 * @param {Set<(state: T) => void>} subscribers
 * @param {T} state
 */
function tellAll(subscribers, state) {
  /** @type {unknown[]} */
  const failures = [];
  for (const subscriber of [...subscribers]) {
    if (!subscribers.has(subscriber)) continue;
    try {
      subscriber(state);
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length) throw failures[0];
}
