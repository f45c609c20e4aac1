// The course on paper: every chapter with its figure at its last beat, predictions as blanks to fill in, and
// the answers at the end. Made when somebody prints.

import { html } from 'lit';
import '../elements/qr-code.js';
import { writeSvg } from '../charts/svg-picture.js';
import { readTheme } from '../charts/theme.js';
import { loadScreen } from '../labs/screens.js';
import { decodeExperiment } from '../state/decode.js';
import { linkBase } from '../state/share.js';
import { CHAPTERS } from './chapters.js';
import { plain, rich, textIn } from './text.js';
import { atOf } from './where.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {import('./types.js').Chapter} Chapter
 * @typedef {import('./types.js').Prediction} Prediction
 */

/** What is written into. */
const BLANK = '_______________';

/**
 * The figure of each chapter as the address of a picture; "" where its lab draws none.
 * @param {HTMLElement} host the lab, whose light colours they have @param {Core} core @param {I18n} i18n
 * @returns {Promise<string[]>}
 */
export async function drawFigures(host, core, i18n) {
  const { theme = '' } = host.dataset;
  host.dataset.theme = 'light';
  const colours = readTheme(host);
  host.dataset.theme = theme;
  const draw = async (/** @type {Chapter} */ { beats }) => {
    const { query, predict } = beats[beats.length - 1];
    const { experiment } = decodeExperiment(predict?.then ?? query, '', core);
    const { plot, title } = await loadScreen(experiment.lab);
    if (!plot) return '';
    const words = { title: title(experiment, core, i18n), caption: '' };
    const picture = writeSvg(plot(experiment, core, i18n), words, colours);
    return `data:image/svg+xml,${encodeURIComponent(picture)}`;
  };
  return Promise.all(CHAPTERS.map(draw));
}

/** @param {Prediction} predict @param {string} number @param {string} lang */
function renderBlank(predict, number, lang) {
  const options =
    predict.kind === 'choice'
      ? html`<span class="boxes">${predict.options.map(
          (option) => html`<span>☐ ${plain(textIn(option, lang))}</span>`,
        )}</span>`
      : html` ${BLANK}`;
  return html`<p class="blank-line"><b>${number}</b> ${rich(textIn(predict.ask, lang))}${options}</p>`;
}

/** @param {Prediction} predict @param {string} number @param {I18n} i18n */
function renderAnswer(predict, number, i18n) {
  const { lang } = i18n;
  const answer =
    predict.kind === 'choice'
      ? plain(textIn(predict.options[predict.answer], lang))
      : i18n.n(predict.answer);
  const after = textIn(predict.after, lang);
  const said = plain(after).startsWith(answer) ? '' : `${answer}. `;
  return html`<p><b>${number}</b> ${said}${rich(after)}</p>`;
}

/**
 * @param {readonly string[]} figures of the chapters @param {string} home the address of the lab
 * @param {I18n} i18n
 */
export function renderHandout(figures, home, i18n) {
  const { lang } = i18n;
  const { base, isLocal } = linkBase(home);
  const chapter = (/** @type {Chapter} */ each, /** @type {number} */ order) => {
    const link = `${base}?lab=course&at=${atOf(each, 0)}&lang=${lang}&v=1`;
    const figure = figures[order];
    return html`<section><h2>${order + 1}. ${textIn(each.title, lang)}</h2>
      <p class="idea">${rich(textIn(each.idea, lang))}</p>
      <figure>${figure ? html`<img src=${figure} alt="">` : ''}${
        isLocal ? '' : html`<lab-qr .text=${link} .i18n=${i18n}></lab-qr>`
      }</figure>
      ${each.beats.map(
        ({ text, predict }, i) =>
          html`<p>${rich(textIn(text, lang))}</p>${
            predict ? renderBlank(predict, `${order + 1}.${i + 1}`, lang) : ''
          }`,
      )}</section>`;
  };
  const answers = CHAPTERS.flatMap(({ beats }, order) =>
    beats.flatMap(({ predict }, i) =>
      predict ? [renderAnswer(predict, `${order + 1}.${i + 1}`, i18n)] : [],
    ),
  );
  return html`<div class="handout">${CHAPTERS.map(chapter)}
    <section class="answers"><h2>${i18n.t('course.answers')}</h2>${answers}</section></div>`;
}
