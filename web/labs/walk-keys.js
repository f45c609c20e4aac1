// The keys that walk through the steps: arrows, Space, Home and End; and those that walk through changes:
// Ctrl + Z.

import { stepsOf } from '../state/steps.js';

/** @typedef {import('../state/types.js').AnyExperiment} AnyExperiment */

/** Elements in which these keys mean something other than a step. */
const OWN_KEYS = 'input, select, textarea, summary, dialog, [role="slider"], .table-box';

/** Elements in which Ctrl + Z undoes typing. */
const TYPED = 'input[type="text"], textarea, dialog';

/**
 * Ctrl or ⌘ + Z undoes the last change; with Shift, or with Y, it comes back. Not where text is typed.
 * @param {KeyboardEvent} event
 * @returns {'undo'|'redo'|undefined}
 */
export function wayOf(event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  const key = event.key?.toLowerCase(); // a browser that fills in a form sends none
  const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y');
  if (!isOurs || event.defaultPrevented || target.closest?.(TYPED)) return undefined;
  return key === 'y' || event.shiftKey ? 'redo' : 'undo';
}

/**
 * Takes the step that a key stands for, if it stands for one.
 * @param {KeyboardEvent} event
 * @param {{ player: import('../elements/player.js').Player|null, experiment: AnyExperiment }} lab
 */
export function walkByKey(event, { player, experiment }) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  if (!player || player.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || target.closest(OWN_KEYS)) return;
  const { t = 0 } = experiment;
  const acts = /** @type {Record<string, () => void>} */ ({
    ' ': () => player.toggle(),
    ArrowRight: () => player.seek(t + 1),
    ArrowLeft: () => player.seek(t - 1),
    Home: () => player.seek(0),
    End: () => player.seek(stepsOf(experiment)),
  });
  const isButton = target.closest('button') !== null;
  if (!Object.hasOwn(acts, event.key) || (event.key === ' ' && isButton)) return;
  event.preventDefault();
  acts[event.key]();
}
