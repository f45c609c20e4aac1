// Finds the course platform's API object, as SCORM 1.2 (Run-Time Environment, 3.3.6) asks: in the parents,
// then in the window that opened this one and in its parents.

/** Windows climbed from one start: platforms nest a few frames, and a cycle or a hostile tower must end. */
export const MOST_LEVELS = 12;

/**
 * @typedef {{ [name: string]: (...args: string[]) => unknown }} Api
 * @typedef {{ API?: Api, parent?: SomeWindow|null, opener?: SomeWindow|null }} SomeWindow or an object like
 *   one
 */

/**
 * What `read` gives, or undefined: another origin's window throws on access.
 * @template T @param {() => T} read @returns {T|undefined}
 */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * @param {SomeWindow|null|undefined} start
 * @returns {{ api?: Api, top?: SomeWindow|null }} the API if one was met, and the last window reached
 */
function climb(start) {
  let at = start;
  for (let level = 0; at && level < MOST_LEVELS; level++) {
    const here = at;
    const api = attempt(() => here.API);
    if (api) return { api, top: here };
    const parent = attempt(() => here.parent);
    if (!parent || parent === here) break;
    at = parent;
  }
  return { top: at };
}

/**
 * @param {SomeWindow} window the quiz's
 * @returns {Api|undefined} undefined: the page is not shown by a course platform
 */
export function findApi(window) {
  const own = climb(window);
  if (own.api) return own.api;
  const openers = [own.top, window].map((each) => attempt(() => each?.opener));
  for (const opener of openers) {
    const { api } = climb(opener);
    if (api) return api;
  }
  return undefined;
}
