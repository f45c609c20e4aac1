// <lab-foot>: what an embedded lab ends with: a button that shows the parts it leaves out, and the way to all
// of it.

import { html } from 'lit';
import { define, LabElement, UNSET } from './lab-element.js';

class EmbedFoot extends LabElement {
  static properties = {
    i18n: { attribute: false },
    href: { type: String },
    isWhole: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {import('../i18n/index.js').I18n} */ this.i18n = UNSET;
    /** the experiment in a lab of its own; "" for no link */ this.href = '';
    this.isWhole = false;
    /** All parts are asked for, or the few again. */
    this.onWhole = () => {};
    /** The lab is to fill the screen. */
    this.onPresent = () => {};
  }

  render() {
    const { i18n, href, isWhole } = this;
    return html`<button type="button" data-act="more" aria-expanded=${isWhole}
      @click=${() => this.onWhole()}>${i18n.t(isWhole ? 'embed.less' : 'embed.more')}</button>
      <button type="button" data-act="present" title=${i18n.t('present.key')}
        @click=${() => this.onPresent()}>${i18n.t('present.open')}</button>
      <span class="grow"></span>
      ${
        href
          ? html`<a class="open-full" href=${href} target="_blank"
        rel="noopener">${i18n.t('embed.open')}</a>`
          : ''
      }`;
  }
}

define('lab-foot', EmbedFoot);
