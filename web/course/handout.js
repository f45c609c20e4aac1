// The course on paper: every beat beside its figure, predictions as blanks to fill in, and the answers at the
// end. Made when somebody prints.

import { html } from 'lit';
import '../elements/qr-code.js';
import { writeSvg } from '../charts/svg-picture.js';
import { readTheme } from '../charts/theme.js';
import { loadScreen, screenOf } from '../labs/screens.js';
import { decodeExperiment } from '../state/decode.js';
import { linkBase } from '../state/share.js';
import { asked } from './figure.js';
import { OWN_KEY } from './keys.js';
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
 * Loads the labs that figures of these chapters show.
 * @param {readonly Chapter[]} chapters @param {Core} core
 */
export async function loadLabs(chapters, core) {
  for (const { beats } of chapters)
    for (const { query } of beats)
      await loadScreen(decodeExperiment(query, '', core).experiment.lab);
}

/**
 * The figure of each beat as the address of a picture; "" where it is that of the beat before, or its lab
 * draws none. That of a question does not give the answer away.
 * @param {readonly Chapter[]} chapters whose labs are loaded
 * @param {HTMLElement} host the lab, whose light colours they have @param {Core} core @param {I18n} i18n
 * @returns {string[][]} by chapter
 */
export function drawFigures(chapters, host, core, i18n) {
  const { theme = '' } = host.dataset;
  host.dataset.theme = 'light';
  const colours = readTheme(host);
  host.dataset.theme = theme;
  const draw = (/** @type {import('./types.js').Beat} */ { query, predict }) => {
    const { experiment } = decodeExperiment(query, '', core);
    const shown = predict ? asked(experiment, core) : experiment;
    const plot = screenOf(shown.lab)?.plot?.(shown, core, i18n);
    return plot ? writeSvg(plot, { title: '', caption: '' }, colours) : '';
  };
  return chapters.map(({ beats }) => {
    const pictures = beats.map(draw);
    return pictures.map((picture, i) =>
      picture === '' || picture === pictures[i - 1]
        ? ''
        : `data:image/svg+xml,${encodeURIComponent(picture)}`,
    );
  });
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
 * @param {readonly Chapter[]} chapters @param {readonly string[][]} figures of their beats
 * @param {string} home the address of the lab @param {I18n} i18n
 */
export function renderHandout(chapters, figures, home, i18n) {
  const { lang } = i18n;
  const { base, isLocal } = linkBase(home);
  const chapter = (/** @type {Chapter} */ each, /** @type {number} */ order) => {
    const link = `${base}?lab=course&at=${atOf(each, 0)}&lang=${lang}&v=1`;
    // One's own course is in no short link.
    const code =
      isLocal || each.key === OWN_KEY ? '' : html`<lab-qr .text=${link} .i18n=${i18n}></lab-qr>`;
    const beat = (
      /** @type {import('./types.js').Beat} */ { text, predict },
      /** @type {number} */ i,
    ) => {
      const figure = figures[order][i];
      return html`<div class="row"><div><p>${rich(textIn(text, lang))}</p>${
        predict ? renderBlank(predict, `${order + 1}.${i + 1}`, lang) : ''
      }</div>${figure ? html`<img src=${figure} alt="">` : ''}</div>`;
    };
    return html`<section><header>${code}<h2>${order + 1}. ${textIn(each.title, lang)}</h2>
      <p class="idea">${rich(textIn(each.idea, lang))}</p></header>${each.beats.map(beat)}</section>`;
  };
  const answers = chapters.flatMap(({ beats }, order) =>
    beats.flatMap(({ predict }, i) =>
      predict ? [renderAnswer(predict, `${order + 1}.${i + 1}`, i18n)] : [],
    ),
  );
  return html`<div class="handout">${chapters.map(chapter)}
    <section class="answers"><h2>${i18n.t('course.answers')}</h2>${answers}</section></div>`;
}
