// The first script of the page, and the only one that runs before something is seen. The page's own script
// stands in the document as text: reading it takes longer than painting the frame around the lab, which is
// there at once. A frame that nobody has looked at stays at this.

import { bytesOfBase64 } from './core/base64.js';
import { openInbox } from './embed/inbox.js';

/**
 * @typedef {object} Started what the page's script gets
 * @property {Uint8Array<ArrayBuffer>} bytes of core.wasm
 * @property {Promise<WebAssembly.Module|undefined>} module of it; undefined where the browser refuses it
 * @property {import('./embed/inbox.js').Inbox|undefined} inbox of a frame
 */

/** Frames out of sight are not painted; they do not wait longer than this many ms. */
const LONGEST_WAIT = 100;

/** Fulfilled after the browser has painted. @returns {Promise<void>} */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT);
  });

/** @type {Promise<void>} */
const parsed = new Promise((resolve) => {
  document.addEventListener('DOMContentLoaded', () => resolve());
});

/** @param {string} id of a script that is text */
const textOf = (id) => document.querySelector(`#${id}`)?.textContent ?? '';

/** Compiled beside the page's thread. @param {Uint8Array<ArrayBuffer>} bytes */
async function moduleOf(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    return undefined; // The page says why.
  }
}

/** @param {import('./embed/inbox.js').Inbox} [inbox] */
async function start(inbox) {
  await inbox?.wanted(document.documentElement);
  await parsed;
  const bytes = bytesOfBase64(textOf('core-wasm'));
  const module = moduleOf(bytes);
  await painted();
  const script = document.createElement('script');
  script.textContent = textOf('page-script');
  document.head.append(script);
  const { labPage } = /** @type {{ labPage: typeof import('./page.js') }} */ (
    /** @type {unknown} */ (globalThis)
  );
  labPage.open({ bytes, module, inbox });
}

const { documentElement } = document;
const given = new URLSearchParams(location.search || location.hash.slice(1));
const isBare = given.get('embed') === '1' || given.get('present') === '1';
documentElement.classList.toggle('is-bare', isBare || /header/.test(given.get('hide') ?? ''));
const { matches: isDark } = matchMedia('(prefers-color-scheme: dark)');
documentElement.dataset.theme =
  ['light', 'dark'].find((theme) => theme === given.get('theme')) ?? (isDark ? 'dark' : 'light');
start(parent === window ? undefined : openInbox(window));
