// The exercises of a class as a sheet to print, with its solutions: every step worked as on the page.

import { html, nothing, render } from 'lit';
import '../../elements/worked-step.js';
import { writeSvg } from '../../charts/svg-picture.js';
import { readTheme } from '../../charts/theme.js';
import { plainSymbol } from '../../i18n/sentences.js';
import { specFor } from '../../state/experiment.js';
import { titleOf } from './exercise-items.js';
import { answerText, givenLine, optionName, taskSentence } from './exercise-words.js';
import { outputs } from './outputs.js';

/**
 * @typedef {import('../../core/index.js').Core} Core
 * @typedef {import('../../i18n/index.js').I18n} I18n
 * @typedef {import('./exercise-items.js').Posed} Posed
 */

const STYLE = `body{font:12pt system-ui,sans-serif;margin:2em}section{break-inside:avoid;margin:0 0 1.5em}
h2{font-size:1.1em;margin:0}.solutions{break-before:page}button,.soft{display:none}.part{margin-right:.4em}
img{width:60%}p{margin:.3em 0}`;

/**
 * @param {readonly Posed[]} all @param {Core} core @param {I18n} i18n
 * @param {import('../../charts/theme.js').Theme} theme
 */
function renderSheet(all, core, i18n, theme) {
  const task = (/** @type {Posed} */ { experiment, questions }) => {
    const isWhich = experiment.exercise?.task === 'which';
    const words = { title: '', caption: '' };
    const picture =
      isWhich && outputs.plot && writeSvg(outputs.plot(experiment, core, i18n), words, theme);
    return html`<section><h2>${titleOf(experiment, i18n)}</h2><p>${givenLine(experiment, core, i18n)}</p>
      <p>${taskSentence(experiment, i18n)}</p>
      ${picture ? html`<img alt="" src="data:image/svg+xml,${encodeURIComponent(picture)}">` : nothing}
      <p>${questions.map(({ key, options }) =>
        options
          ? html`${options.map((each) => html`☐ ${optionName(each, core, i18n)} `)}<br>`
          : html`${plainSymbol(key)} = ____________ `,
      )}</p></section>`;
  };
  const solution = (/** @type {Posed} */ { experiment, questions }) => {
    const rows = [...new Set(questions.map(({ row }) => row))].filter(Boolean);
    const run = rows.length ? core.run({ ...specFor(experiment, 0), steps: rows.length }) : null;
    return html`<section><h2>${titleOf(experiment, i18n)}</h2><p>${questions.map(
      (each) =>
        html`${each.options ? '' : `${plainSymbol(each.key)} = `}<b>${answerText(each, core, i18n)}</b> `,
    )}</p>${rows.map(
      (
        t,
      ) => html`<lab-worked .core=${core} .run=${experiment.runs[0]} .done=${run} .rule=${experiment.rule}
        .t=${t} .objective=${experiment.objective} .i18n=${i18n} .isWhole=${true}></lab-worked>`,
    )}</section>`;
  };
  return html`${all.map(task)}<div class="solutions">
    <h1>${i18n.t('course.answers')}</h1>${all.map(solution)}</div>`;
}

/**
 * The sheet as an HTML page, solutions last.
 * @param {readonly Posed[]} all @param {Core} core @param {I18n} i18n
 * @param {HTMLElement} host in whose place the steps are worked @returns {Promise<string>}
 */
export async function sheetOf(all, core, i18n, host) {
  const box = document.createElement('div');
  box.hidden = true;
  host.append(box);
  const lab = /** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (host.getRootNode()).host);
  const { theme = '' } = lab.dataset;
  lab.dataset.theme = 'light';
  const colours = readTheme(lab);
  lab.dataset.theme = theme;
  render(renderSheet(all, core, i18n, colours), box);
  for (const part of box.querySelectorAll('lab-worked'))
    await /** @type {import('lit').LitElement} */ (part).updateComplete;
  const body = new XMLSerializer().serializeToString(box).replace(/<!--[^>]*-->| hidden=""/g, '');
  box.remove();
  const head = `<meta charset="utf-8"/><title>${i18n.t('exercise.title')}</title><style>${STYLE}</style>`;
  return `<!doctype html><html lang="${i18n.lang}"><head>${head}</head><body>${body}</body></html>`;
}
