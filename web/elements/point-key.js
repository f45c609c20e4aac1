// What the marks of stationary points on the plane mean, of those kinds that f has.

import { html } from 'lit';
import { POINT_MARKS } from '../charts/plane-draw.js';

/**
 * A key of the kinds among these points.
 * @param {readonly { kind: string }[]} points @param {import('../i18n/index.js').I18n} i18n
 */
export function renderPointKey(points, i18n) {
  const kinds = Object.keys(POINT_MARKS).filter((kind) =>
    points.some((each) => each.kind === kind),
  );
  return kinds.map(
    (
      kind,
    ) => html`<span class="point-key"><svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true"
      fill="none" stroke="currentColor" stroke-width="1.75"><path
        d=${POINT_MARKS[kind]}/></svg> ${i18n.t(`points.${kind}`)}</span>`,
  );
}
