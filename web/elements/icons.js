// The few icons, as strokes on a 24 × 24 grid.
import { html, svg } from 'lit';

const SHAPES = {
  start: svg`<path d="M7 5v14M18 6l-8 6 8 6z"/>`,
  back: svg`<path d="M16 6l-8 6 8 6"/>`,
  play: svg`<path d="M8 5.5v13l10-6.5z"/>`,
  pause: svg`<path d="M8.5 6v12M15.5 6v12"/>`,
  step: svg`<path d="M9 6l7 6-7 6"/>`,
  end: svg`<path d="M17 5v14M6 6l8 6-8 6z"/>`,
  duplicate: svg`<path d="M9 9h10v10H9zM5 15V5h10"/>`,
  show: svg`<path d="M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z"/><circle cx="12" cy="12"
    r="2.5"/>`,
  hide: svg`<path d="M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM5 19L19 5"/>`,
  remove: svg`<path d="M7 7l10 10M17 7L7 17"/>`,
  frame: svg`<path d="M5 9V5h4M19 9V5h-4M5 15v4h4M19 15v4h-4"/>`,
  unfold: svg`<path d="M6 9.5l6 6 6-6"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  turnLeft: svg`<path d="M5 5v5h5M5.5 10A7.5 7.5 0 1 1 5 14.5"/>`,
  turnRight: svg`<path d="M19 5v5h-5M18.5 10A7.5 7.5 0 1 0 19 14.5"/>`,
  higher: svg`<path d="M12 19V6M6.5 11.5L12 6l5.5 5.5"/>`,
  lower: svg`<path d="M12 5v13M6.5 12.5L12 18l5.5-5.5"/>`,
};

/** @param {string} name */
export const icon = (
  name,
) => html`<svg class="glyph" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"
  fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${
    SHAPES[/** @type {keyof typeof SHAPES} */ (name)]
  }</svg>`;
