// The header of the page around the lab: the tabs of the labs, what can be done with the experiment, language
// and colours.

import { html } from 'lit';
import { tabKeys } from '../state/labs.js';

/** @typedef {import('../i18n/index.js').I18n} I18n */

/**
 * @typedef {object} Header
 * @property {import('../state/types.js').AnyExperiment} experiment the one shown
 * @property {string} theme the one shown
 * @property {boolean} isFront the front page, which has nothing to go to or to do but its own ways
 * @property {boolean} hasActed whether the reader has done something in this lab
 * @property {(lab: string) => string} linkOf the query of a lab @property {(lab: string) => void} onLab
 * @property {(patch: { lang?: string, theme?: string }) => void} onSet
 * @property {() => void} onGallery @property {() => void} onShare @property {() => void} onPresent
 */

/** @type {Record<string, [short: string, name: string]>} */
const LANGUAGES = { en: ['EN', 'English'], vi: ['VI', 'Tiếng Việt'] };

/** @param {Header} header @param {I18n} i18n */
function renderLabs({ experiment, linkOf, onLab }, i18n) {
  const tab = (/** @type {string} */ lab) => {
    const open = (/** @type {MouseEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onLab(lab);
    };
    return html`<a href="?${linkOf(lab)}" aria-current=${lab === experiment.lab ? 'page' : 'false'}
      @click=${open}>${i18n.t(`lab.${lab}`)}</a>`;
  };
  return html`<nav class="labs" aria-label=${i18n.t('app.labs')}>${tabKeys().map(tab)}</nav>`;
}

/** @param {Header} header @param {I18n} i18n */
function renderActs({ experiment, onGallery, onShare, onPresent }, i18n) {
  const dialog = (/** @type {string} */ act, /** @type {() => void} */ open) =>
    html`<button type="button" data-act=${act} aria-haspopup="dialog"
      @click=${open}>${i18n.t(`${act}.open`)}</button>`;
  return html`<div class="page-acts">
    ${experiment.hide.includes('presets') ? '' : dialog('gallery', onGallery)}
    ${experiment.hide.includes('share') ? '' : dialog('share', onShare)}
    <button type="button" class="present" data-act="present" title=${i18n.t('present.key')}
      @click=${onPresent}>${i18n.t('present.open')}</button></div>`;
}

/** @param {Header} header @param {I18n} i18n */
function renderLanguages({ onSet }, i18n) {
  const buttons = Object.entries(LANGUAGES).map(
    ([lang, [short, name]]) => html`<button type="button" lang=${lang} title=${name}
      aria-label="${short}: ${name}" aria-pressed=${lang === i18n.lang}
      @click=${() => onSet({ lang })}>${short}</button>`,
  );
  return html`<nav aria-label=${i18n.t('app.language')}>${buttons}</nav>`;
}

/** @param {Header} header @param {I18n} i18n */
export function renderHeader(header, i18n) {
  const { experiment, theme, hasActed, isFront, onSet } = header;
  const other = theme === 'dark' ? 'light' : 'dark';
  const words = i18n.t(`theme.${other}`);
  const hint = html`<span class="hint">${i18n.t(`hint.${experiment.lab}`)}</span>`;
  return html`<header class="page-header"><h1><a href=${location.pathname}>${i18n.t('app.title')}</a></h1>
    ${tabKeys().length > 1 && !isFront ? renderLabs(header, i18n) : ''}
    ${isFront ? '' : renderActs(header, i18n)}
    <p>${hasActed || isFront ? i18n.t('app.tagline') : hint}</p>
    ${renderLanguages(header, i18n)}
    <button type="button" data-act="theme" aria-label="${i18n.t('app.theme')}: ${words}"
      @click=${() => onSet({ theme: other })}>${words}</button></header>`;
}

/** @param {() => void} openGuide @param {I18n} i18n */
export const renderFooter = (openGuide, i18n) =>
  html`<footer class="page-footer"><button type="button" data-act="guide" aria-haspopup="dialog"
    @click=${openGuide}>${i18n.t('guide.open')}</button></footer>`;

/**
 * Where there is no room for all tabs, the lab's own is scrolled into view.
 * @param {ParentNode} root @returns {boolean} whether there is one
 */
export function scrollToTab(root) {
  const tab = /** @type {HTMLElement|null} */ (root.querySelector('.labs [aria-current=page]'));
  const tabs = tab?.parentElement;
  if (!tab || !tabs) return false;
  const middle = (tabs.clientWidth - tab.offsetWidth) / 2;
  tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - middle;
  return true;
}
