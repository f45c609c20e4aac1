// The keys that walk through the steps: arrows, Space, Home and End.

import { stepsOf } from '../state/steps.js';

/** Where a key means something else than a step. */
const OWN_KEYS = 'input, select, textarea, summary, dialog, [role="slider"], .table-box';

/**
 * Walks as a key says, if it says so.
 * @param {KeyboardEvent} event
 * @param {{ player: any, experiment: any }} lab
 */
export function walkByKey(event, { player, experiment }) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  if (!player || player.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || target.closest(OWN_KEYS)) return;
  const { t } = experiment;
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
