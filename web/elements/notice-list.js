// What was wrong with the link that a lab came from.

import { html } from 'lit';
import { noticeSentence } from '../i18n/sentences.js';
import { icon } from './icons.js';

/**
 * @param {readonly import('../state/notices.js').Notice[]} notices
 * @param {import('../i18n/index.js').I18n} i18n
 * @param {() => void} close
 */
export const renderNotices = (notices, i18n, close) =>
  notices.length === 0
    ? ''
    : html`<aside class="notices" role="status" aria-label=${i18n.t('notices.title')}>
      <ul>${notices.map((notice) => html`<li>${noticeSentence(notice, i18n)}</li>`)}</ul>
      <button type="button" class="icon" aria-label=${i18n.t('notices.close')}
        @click=${close}>${icon('remove')}</button></aside>`;
