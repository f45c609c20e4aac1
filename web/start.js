// The first script of the page, and the only one that runs before something is seen. The page's own script
// stands in the document deflated: reading it takes longer than painting the frame around the lab, which is
// there at once. A frame that nobody has looked at stays at this.

import { inflate } from './core/base64.js';
import { painted, task } from './elements/turns.js';
import { openInbox } from './embed/inbox.js';
import { unpacked, widened } from './pieces.js';

/**
 * @typedef {object} Started what the page's script gets
 * @property {Promise<WebAssembly.Module|ArrayBuffer>} core
 * @property {import('./embed/inbox.js').Inbox|undefined} inbox of a frame
 */

/** What a browser that cannot read the page's script is told, in both languages: it can read no more. */
const TOO_OLD =
  'Descent Lab cannot start here: it needs a newer browser. ' +
  '— Descent Lab không chạy được ở đây: cần trình ' +
  'duyệt mới hơn.';

/**
 * The text of a script that the browser does not run, once it is there to its end: the rest of the document
 * need not be.
 * @param {string} which its selector @returns {Promise<string>}
 */
const textOf = (which) =>
  new Promise((resolve) => {
    const look = () => {
      const script = document.querySelector(which);
      if (!script?.nextElementSibling && document.readyState === 'loading') return;
      watch.disconnect();
      document.removeEventListener('DOMContentLoaded', look);
      resolve(script?.textContent ?? '');
    };
    const watch = new MutationObserver(look);
    watch.observe(document.documentElement, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', look);
    look();
  });

/**
 * @typedef {(require: (name: string) => object, later: (name: string) => Promise<object>) => object} Piece
 *   returns what it exports
 */

/** @type {Map<string, object>} what the pieces of the page's script export, of those that were run */
const modules = new Map();
/** @type {Map<string, Piece>} the pieces that were read */
const known = new Map();

/** @typedef {import('./pieces.js').Piece} PieceText */

/** @type {Map<string, PieceText>} the pieces that were inflated */
const texts = new Map();

/** The letters that the pieces write as one byte each: the build puts them here. */
const LETTERS = /** @type {{ PAGE_LETTERS: string }} */ (/** @type {unknown} */ (globalThis))
  .PAGE_LETTERS;

/** Inflates the pieces that stand in the document. @param {string} where a selector */
async function unpack(where) {
  const all = widened(await inflate(await textOf(where)), LETTERS);
  for (const piece of unpacked(all)) texts.set(piece.name, piece);
}

/** @type {Promise<void>|undefined} */
let others;

/**
 * A piece and all that it needs.
 * @param {string} name @param {Set<string>} [found]
 */
function closure(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const each of textIn(name).needs) closure(each, found);
  return found;
}

/** @param {string} name */
const textIn = (name) => /** @type {PieceText} */ (texts.get(name));

/**
 * Pieces as functions that are not called yet. In brackets: so browsers read a function at once, which they
 * otherwise do twice.
 * @param {readonly string[]} names
 */
function functionsOf(names) {
  const functions = names.map(
    (name) => `${JSON.stringify(name)}:(function(require,later){${textIn(name).text}})`,
  );
  return `{${functions.join(',\n')}}`;
}

/** Has the browser read pieces. @param {readonly string[]} names */
function read(names) {
  if (!names.length) return;
  const script = document.createElement('script');
  script.textContent = `labPieces=${functionsOf(names)}`;
  document.head.append(script);
  script.remove();
  const { labPieces } = /** @type {{ labPieces: Record<string, Piece> }} */ (
    /** @type {unknown} */ (globalThis)
  );
  for (const name of names) known.set(name, labPieces[name]);
}

/** @param {string} name @returns {object} what a piece exports; it is run when it is first wanted */
function load(name) {
  const exports = modules.get(name) ?? /** @type {Piece} */ (known.get(name))(load, later);
  modules.set(name, exports);
  return exports;
}

/** What import() means in a piece. @param {string} name */
async function later(name) {
  if (!texts.has(name)) {
    others ??= unpack('#other-pieces');
    await others;
  }
  const names = [...closure(name)].filter((each) => !known.has(each));
  if (names.length) await task();
  read(names);
  if (names.length) await task();
  return load(name);
}

/** A script that is a piece with all that it needs, for a worker. @param {string} name */
const scriptOf = (name) =>
  `const pieces=${functionsOf([...closure(name)])},ran={},` +
  'run=(name)=>ran[name]??=pieces[name](run);' +
  `run(${JSON.stringify(name)})`;

/** The frame around the lab, before there is one. */
const standing = document.querySelector('#page')?.cloneNode(true);

/** This document as it was before it did anything: its scripts stay in it as they are. */
function ownText() {
  const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  for (const { name } of [...copy.attributes]) copy.removeAttribute(name);
  copy.lang = 'en';
  const page = copy.querySelector('#page');
  if (page && standing) page.replaceWith(standing.cloneNode(true));
  return `<!doctype html>\n${copy.outerHTML}`;
}
Object.assign(globalThis, { labScript: scriptOf, labText: ownText });

/** core.wasm, compiled beside the page's thread; its bytes where that fails: the page will say why. */
async function coreOf() {
  const bytes = await inflate(await textOf('#core-wasm'));
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    return bytes;
  }
}

/** @param {import('./embed/inbox.js').Inbox} [inbox] */
async function start(inbox) {
  await inbox?.wanted(document.documentElement);
  const first = unpack('#first-pieces');
  const core = coreOf();
  await Promise.all([first, painted()]);
  const { open } = /** @type {typeof import('./page.js')} */ (await later('./page.js'));
  open({ core, inbox });
}

/** Says that there will be no lab. */
function giveUp() {
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  main.className = 'fatal';
  main.setAttribute('role', 'alert');
  main.textContent = TOO_OLD;
}

const { documentElement } = document;
const given = new URLSearchParams(location.search || location.hash.slice(1));
const says = (/** @type {string} */ key, /** @type {string} */ value) => given.get(key) === value;
const isBare = says('embed', '1') || says('present', '1') || says('layout', 'figure');
documentElement.classList.toggle('is-bare', isBare || /header/.test(given.get('hide') ?? ''));
documentElement.classList.toggle('is-front', parent === window && given.size === 0);
const { matches: isDark } = matchMedia('(prefers-color-scheme: dark)');
documentElement.dataset.theme =
  ['light', 'dark'].find((theme) => theme === given.get('theme')) ?? (isDark ? 'dark' : 'light');
start(parent === window ? undefined : openInbox(window)).catch(giveUp);
