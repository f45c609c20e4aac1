// <lab-foot>: the last line of an embedded lab: a button that shows the parts left out, and a link to the
// whole lab.

import { html } from 'lit';
import { define, LabElement, UNSET } from './lab-element.js';

class EmbedFoot extends LabElement {
  static properties = {
    i18n: { attribute: false },
    href: { type: String },
    isWhole: { type: Boolean },
    isFigure: { type: Boolean },
    hasMore: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** the experiment in a lab of its own; "" for no link */ this.href = '';
    this.isWhole = false;
    /** there is nothing but the link */ this.isFigure = false;
    /** there are parts that are left out */ this.hasMore = true;
    /** Called to show all parts, or only the few again. */
    this.onWhole = () => {};
    /** Called to have the lab fill the screen. */
    this.onPresent = () => {};
  }

  render() {
    const { i18n, href, isWhole } = this;
    const link = href
      ? html`<a class="open-full" href=${href} target="_blank"
        rel="noopener">${i18n.t('embed.open')}</a>`
      : '';
    if (this.isFigure) return html`<span class="grow"></span>${link}`;
    const more = html`<button type="button" data-act="more" aria-expanded=${isWhole}
      @click=${() => this.onWhole()}>${i18n.t(isWhole ? 'embed.less' : 'embed.more')}</button>`;
    return html`${this.hasMore ? more : ''}
      <button type="button" data-act="present" title=${i18n.t('present.key')}
        @click=${() => this.onPresent()}>${i18n.t('present.open')}</button>
      <span class="grow"></span>${link}`;
  }
}

define('lab-foot', EmbedFoot);
