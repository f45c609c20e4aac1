// The quiz's templates: functions of its state, without state of their own.

import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  answerTo,
  bestScore,
  isComplete,
  PASS_SCORE,
  rightAnswers,
  roundScore,
  statusOf,
} from './quiz-state.js';
import { say } from './words.js';

/**
 * @typedef {import('../lessons/quiz.js').Question} Question
 * @typedef {import('../lessons/quiz.js').Option} Option
 * @typedef {import('./quiz-state.js').QuizState} QuizState
 *
 * @typedef {object} View
 * @property {QuizState} state
 * @property {import('./quiz-state.js').Quiz} quiz
 * @property {'en'|'vi'} lang
 * @property {{ key: string, detail: string }} notice where the score goes: a key of the words; detail: what
 *   went wrong
 * @property {(lang: string) => void} onLanguage
 * @property {(key: string) => void} onGo
 * @property {(option: string) => void} onAnswer
 * @property {() => void} onRestart
 * @property {() => void} onSend
 */

const LANGUAGES = { en: ['EN', 'English'], vi: ['VI', 'Tiếng Việt'] };
/** What a figure has no use for: the quiz has a link of its own to the whole lab. */
const HIDDEN = 'presets,share';

/** A text whose equations stay on one line. @param {string} text */
const unbroken = (text) => text.replace(/ ([=−+·]) /g, '\u00a0$1\u00a0');

/** The letter an option is called by: A for the first. @param {number} index */
export const letterOf = (index) => String.fromCharCode('A'.charCodeAt(0) + index);

/** @param {Question} question @param {string} lang @param {boolean} isEmbedded @returns {string} */
const figureAddress = ({ figure }, lang, isEmbedded) =>
  `index.html?${figure}&lang=${lang}${isEmbedded ? `&embed=1&hide=${HIDDEN}` : ''}`;

/**
 * @param {QuizState} state @param {Question} question
 * @returns {'isOpen'|'isRight'|'isWrong'} a key of the words
 */
function markOf(state, { key, answer }) {
  const given = answerTo(state, key);
  if (given === undefined) return 'isOpen';
  return given === answer ? 'isRight' : 'isWrong';
}

const SIGNS = { isOpen: '', isRight: '✓', isWrong: '✗' };

/** @param {View} view */
function renderHeader({ lang, notice, onLanguage, onSend }) {
  return html`<header><p class="brand">Descent Lab</p><h1>${say(lang, 'title')}</h1>
    <div class="languages" role="group" aria-label=${say(lang, 'language')}>${Object.entries(
      LANGUAGES,
    ).map(
      ([key, [short, name]]) =>
        html`<button type="button" lang=${key} title=${name} aria-label="${short}: ${name}"
          aria-pressed=${key === lang}
          @click=${() => onLanguage(key)}>${short}</button>`,
    )}</div></header>
    <p class="notice ${notice.detail ? 'fault' : ''}" role="status">${say(lang, notice.key, notice)}
      ${
        notice.key === 'fault'
          ? html`<button type="button" data-act="send"
        @click=${onSend}>${say(lang, 'sendAgain')}</button>`
          : nothing
      }</p>`;
}

/** @param {View} view */
function renderProgress({ state, quiz, lang, onGo }) {
  return html`<nav aria-label=${say(lang, 'questions')}><ol>${quiz.map((question, i) => {
    const mark = markOf(state, question);
    const name = `${i + 1}: ${question.topic[lang]}, ${say(lang, mark)}`;
    return html`<li><button type="button" class=${mark} data-question=${question.key} aria-label=${name}
      title=${question.topic[lang]}
      aria-current=${question.key === state.at ? 'step' : 'false'}
        @click=${() => onGo(question.key)}>${i + 1}<span
        aria-hidden="true">${SIGNS[mark]}</span></button></li>`;
  })}</ol></nav>`;
}

/** @param {View} view @param {Question} question @param {Option} option @param {number} index */
function renderOption({ state, lang }, { key, answer }, option, index) {
  const given = answerTo(state, key);
  const isAnswered = given !== undefined;
  const isRight = isAnswered && option.key === answer;
  const isWrong = isAnswered && option.key === given && !isRight;
  const remarks = [isRight && 'rightOption', option.key === given && 'yourOption'].filter(Boolean);
  const said = remarks.map((word) => say(lang, String(word))).join(', ');
  const remark = html`<span class="remark">${isRight ? '✓' : '✗'} ${said}</span>`;
  return html`<label class="option ${isRight ? 'isRight' : ''} ${isWrong ? 'isWrong' : ''}">
    <input type="radio" name="option" value=${option.key} required .checked=${option.key === given}
      ?disabled=${isAnswered}>
    <span><span class="letter">${letterOf(index)}</span> ${unbroken(option.text[lang])}
      ${remarks.length ? remark : nothing}</span></label>`;
}

/** @param {View} view @param {Question} question */
function renderFeedback(view, { key, answer, options, why }) {
  const { state, quiz, lang, onGo } = view;
  const given = answerTo(state, key);
  if (given === undefined) return nothing;
  const isRight = given === answer;
  const next = quiz.find((each) => answerTo(state, each.key) === undefined);
  const reply = options.find((option) => option.key === given)?.reply[lang] ?? '';
  return html`<section class="feedback ${isRight ? 'isRight' : 'isWrong'}" aria-labelledby="verdict">
      <h3 id="verdict" tabindex="-1">${say(lang, isRight ? 'right' : 'wrong')}</h3>
      <p>${unbroken(reply)}</p><p>${unbroken(why[lang])}</p></section>
    ${
      next
        ? html`<button type="button" class="main" data-act="next"
          @click=${() => onGo(next.key)}>${say(lang, 'next')}</button>`
        : nothing
    }`;
}

/** @param {View} view @param {Question} question */
function renderQuestion(view, question) {
  const { state, quiz, lang, onAnswer } = view;
  const place = { n: quiz.indexOf(question) + 1, all: quiz.length };
  const isAnswered = answerTo(state, question.key) !== undefined;
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    onAnswer(String(form.get('option')));
  };
  return html`<section class="question" aria-labelledby="question-title">
    <h2 id="question-title" tabindex="-1"><span
      class="place">${say(lang, 'question', place)}</span> ${question.topic[lang]}</h2>
    ${keyed(
      `${question.key} ${state.best}`,
      html`<form @submit=${submit}><fieldset><legend>${unbroken(question.prompt[lang])}</legend>
      ${question.options.map((option, i) => renderOption(view, question, option, i))}</fieldset>
      ${
        isAnswered
          ? nothing
          : html`<button type="submit" class="main"
        data-act="check">${say(lang, 'check')}</button>`
      }</form>`,
    )}
    ${renderFeedback(view, question)}</section>`;
}

/**
 * The question's lab. A new frame for each figure: a frame whose address changes would take over the Back
 * button.
 * @param {View} view @param {Question} question
 */
function renderFigure({ lang }, question) {
  return html`<figure>${keyed(
    `${question.key} ${lang}`,
    html`<iframe src=${figureAddress(question, lang, true)}
      title=${say(lang, 'figure', { topic: question.topic[lang] })}></iframe>`,
  )}<figcaption><strong>${say(lang, 'tryIt')}:</strong> ${question.attempt[lang]}
    <a href=${figureAddress(question, lang, false)} target="_blank"
      rel="noopener">${say(lang, 'figureFull')}</a></figcaption></figure>`;
}

/** @param {View} view */
function renderResult(view) {
  const { state, quiz, lang, onRestart } = view;
  if (!isComplete(state, quiz)) return nothing;
  const score = roundScore(state, quiz);
  const best = bestScore(state, quiz);
  const values = { right: rightAnswers(state, quiz), all: quiz.length, score };
  const isPassed = statusOf(state, quiz) === 'passed';
  const verdict = say(lang, isPassed ? 'passed' : 'failed', { pass: PASS_SCORE });
  return html`<section class="result" aria-labelledby="result-title"><h2 id="result-title"
    tabindex="-1">${say(lang, 'result')}</h2>
    <p>${say(lang, 'count', values)} <strong>${verdict}</strong>
      ${best > score ? say(lang, 'best', { best }) : nothing}</p>
    <button type="button" data-act="restart" @click=${onRestart}>${say(lang, 'again')}</button></section>`;
}

/** The whole page. @param {View} view */
export function renderQuiz(view) {
  const { state, quiz } = view;
  const question = quiz.find(({ key }) => key === state.at) ?? quiz[0];
  return html`${renderHeader(view)}${renderProgress(view)}
    <main>${renderResult(view)}<div
      class="columns">${renderQuestion(view, question)}${renderFigure(view, question)}</div></main>`;
}
