// The lecturer's window: what may be said to the slide shown, and what comes next. It is opened by the key N,
// for a second screen; the keys of presenting work in it too.

import { html, render } from 'lit';
import { rich, textIn } from './text.js';

const NAME = 'descent-lab-notes';
const STYLE =
  'font: 1.4rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 1.5rem auto; padding: 0 1rem';

/** @type {Window|null} */
let shown = null;

/** @param {KeyboardEvent} event in the lecturer's window */
function passOn(event) {
  const { key } = event;
  event.preventDefault();
  dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
}

/** Opens the window; where it is refused, nothing happens. */
export function openNotes() {
  shown = open('', NAME, 'popup,width=720,height=560');
  if (!shown) return;
  shown.document.body.style.cssText = STYLE;
  shown.onkeydown = passOn;
}

/**
 * Has it show what belongs to a slide.
 * @param {{ place: ReturnType<typeof import('./where.js').placeIn>, isAlone: boolean,
 *   chapters: readonly import('./types.js').Chapter[], i18n: import('../i18n/index.js').I18n }} view
 */
export function showNotes({ place, chapters, isAlone, i18n }) {
  if (!shown || shown.closed) return;
  const { chapter, beat, index, order } = place;
  const { lang, t } = i18n;
  const say = (/** @type {import('./types.js').Both|undefined} */ text) => rich(textIn(text, lang));
  const after = isAlone ? undefined : chapters[order + 1]?.title;
  const next = chapter.beats[index + 1]?.text ?? after;
  const asked = beat.predict && html`<p>${say(beat.predict.ask)} → ${say(beat.predict.after)}</p>`;
  const where = t('course.beat', { number: index + 1, count: chapter.beats.length });
  shown.document.title = t('course.notes');
  shown.document.documentElement.lang = lang;
  render(
    html`<p><small>${say(chapter.title)} · ${where}</small></p><p>${say(beat.text)}</p>${asked}
      <p><b>${say(beat.notes)}</b></p><hr><p><small>${t('course.next')} ${say(next)}</small></p>`,
    shown.document.body,
  );
}

/** Closes it. */
export const closeNotes = () => shown?.close();
