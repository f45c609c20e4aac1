// A prediction: the question, what the reader says to it, and the answer. It stands where it is asked.

import { html } from 'lit';
import { fieldOf } from '../elements/lab-element.js';
import { rich, textIn } from './text.js';

/**
 * @typedef {import('./types.js').Prediction} Prediction
 * @typedef {import('../i18n/index.js').I18n} I18n
 *
 * @typedef {object} Asked
 * @property {Prediction} predict
 * @property {import('./predictions.js').Answer} answer what was said so far
 * @property {number} place the point chosen on the axis, of a `place`
 * @property {(given: number) => void} onAnswer NaN for what is no number
 * @property {(place: number) => void} onPlace
 * @property {unknown} look what looks at a place in fog
 * @property {() => void} onTell the answer is wanted without a try
 */

/** The number that a text stands for: the lab around the field reads it. @param {HTMLInputElement} field */
export function numberIn(field) {
  /** @type {{ text: string, isWhole: boolean, value?: number }} */
  const detail = { text: field.value, isWhole: false };
  field.dispatchEvent(new CustomEvent('lab-number-typed', { bubbles: true, detail }));
  return detail.value ?? Number.NaN;
}

/** @param {Asked} asked @param {I18n} i18n */
function renderOptions({ predict, answer, onAnswer }, i18n) {
  if (predict.kind !== 'choice') return '';
  const option = (/** @type {import('./types.js').Both} */ text, /** @type {number} */ i) => {
    const isWrong = answer.given.includes(i);
    const mark = answer.isDone && i === predict.answer ? 'is-answer' : '';
    return html`<button type="button" class="option ${isWrong ? 'is-wrong' : mark}" data-option=${i}
      aria-disabled=${isWrong || answer.isDone}
      @click=${() => !isWrong && onAnswer(i)}>${rich(textIn(text, i18n.lang))}</button>`;
  };
  const name = textIn(predict.ask, i18n.lang);
  return html`<div class="options" role="group" aria-label=${name}>${predict.options.map(
    option,
  )}</div>`;
}

/** @param {Asked} asked @param {I18n} i18n */
function renderField({ predict, answer, place, look, onAnswer, onPlace }, i18n) {
  if (predict.kind === 'choice') return '';
  const isPlace = predict.kind === 'place';
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const field = /** @type {HTMLInputElement} */ (form.querySelector('input'));
    const given = numberIn(field);
    field.setCustomValidity(Number.isNaN(given) ? i18n.t('course.noNumber') : '');
    if (field.reportValidity()) onAnswer(given);
  };
  const type = (/** @type {Event} */ event) => isPlace && onPlace(numberIn(fieldOf(event)));
  const forget = (/** @type {Event} */ event) => fieldOf(event).setCustomValidity('');
  return html`<form class="answer" novalidate @submit=${submit} @input=${forget}>
    <input type="text" inputmode="text" autocomplete="off" aria-label=${textIn(predict.ask, i18n.lang)}
      ?disabled=${answer.isDone} .value=${Number.isNaN(place) ? '' : i18n.field(place)} @change=${type}>
    <button ?disabled=${answer.isDone}>${i18n.t('course.check')}</button></form>${
      isPlace && !answer.isDone
        ? html`<p class="soft how">${i18n.t('course.place')}</p>${look}`
        : ''
    }`;
}

/** What is said to the last answer. @param {Asked} asked @param {I18n} i18n */
function replyTo({ predict, answer }, i18n) {
  if (answer.isDone) {
    const word = answer.isRight ? 'right' : 'told';
    const option =
      predict.kind === 'choice' ? textIn(predict.options[predict.answer], i18n.lang) : '';
    return i18n.t(`course.${word}`, { answer: option || i18n.n(predict.answer) });
  }
  return answer.given.length ? i18n.t('course.again') : '';
}

/** @param {Asked} asked @param {I18n} i18n */
export function renderQuestion(asked, i18n) {
  const { predict, answer, onTell } = asked;
  const tell = html`<button type="button" class="tell" data-act="tell"
    @click=${onTell}>${i18n.t('course.tell')}</button>`;
  return html`<div class="question ${answer.isDone ? 'is-done' : ''}">
    <p class="ask">${rich(textIn(predict.ask, i18n.lang))}</p>
    <div class="say">${renderOptions(asked, i18n)}${renderField(asked, i18n)}
      ${answer.isDone ? '' : tell}</div>
    <p class="reply" role="status">${replyTo(asked, i18n)}
      ${answer.isDone ? html`<span>${rich(textIn(predict.after, i18n.lang))}</span>` : ''}</p></div>`;
}
