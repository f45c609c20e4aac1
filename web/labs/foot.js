// What an embedded lab ends with: ways to more of it. A figure has the link alone.

import { html } from 'lit';
import '../elements/embed-foot.js';
import { undressed } from '../state/page-keys.js';
import { linkTo } from '../state/share.js';

/** @param {import('./descent-lab.js').DescentLab} lab @param {import('../i18n/index.js').I18n} i18n */
export function renderFoot(lab, i18n) {
  const { core, experiment, home, isWhole, presenting } = lab;
  const isFigure = experiment.layout === 'figure';
  const hasLink = home !== '' && !experiment.hide.includes('share');
  if (isFigure && !hasLink) return '';
  const href = hasLink ? linkTo(home, undressed(experiment), core.catalog) : '';
  return html`<lab-foot .isFigure=${isFigure} .hasMore=${!lab.view?.slides} .i18n=${i18n}
    .href=${href} .isWhole=${isWhole}
    .onPresent=${() => presenting.toggle()} .onWhole=${() => {
      lab.isWhole = !isWhole;
    }}></lab-foot>`;
}
