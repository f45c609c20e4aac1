// The panel of an exercise: what is asked, fields for the answers, what became of them, hints, and the score.

import { html } from 'lit';
import { fieldOf, symbolOf } from '../../elements/lab-element.js';
import { LARGEST_WHO, ofStudent } from '../../state/exercise.js';
import { madeIn } from '../../state/own-numbers.js';
import styles from './exercise.css' with { type: 'text' };
import { cutRun } from './exercise.js';
import { answerText, hintsOf, optionName, taskSentence } from './exercise-words.js';

/**
 * @typedef {import('./exercise-questions.js').Question} Question
 * @typedef {import('./exercise.js').ExerciseSeat} Seat
 * @typedef {import('../../core/index.js').Run} Run
 */

/** @type {Partial<Record<import('./exercise-sitting.js').Verdict, string>>} */
const MARKS = { agrees: '✓', rounded: '✓', short: '…', follows: '→', wrong: '✗' };

/** What is said to an answer. @param {Question} question @param {Seat} seat */
function reply(question, { sitting, view: { core, i18n } }) {
  const { verdict, isDone, isRight, wrong } = sitting.answerTo(question.key);
  const { digits, tries } = sitting.exercise;
  if (isDone && !isRight)
    return i18n.t('course.told', { answer: answerText(question, core, i18n) });
  if (!verdict) return '';
  if (verdict === 'none') return i18n.t('course.noNumber');
  if (verdict === 'short') return i18n.t('exercise.short', { digits });
  const left =
    tries && !isRight ? ` ${i18n.t('exercise.left', { count: tries - wrong.length })}` : '';
  return `${MARKS[verdict]} ${i18n.t(`check.${verdict}`)}.${left}`;
}

/** @param {Question} question @param {Seat} seat */
function renderAnswer(question, seat) {
  const { core, i18n, experiment } = seat.view;
  const { key, options, answer } = question;
  const { text, isDone, wrong } = seat.sitting.answerTo(key);
  const give = (/** @type {string} */ given) => {
    if (isDone || wrong.includes(given) || given.trim() === '' || given === text) return;
    seat.sitting.give(question, given);
    seat.sitting.said = reply(question, seat);
    seat.tell(key, given);
  };
  if (!options)
    return html`<label>${symbolOf(key)} = <input type="text" autocomplete="off" size="12" data-question=${key}
      aria-describedby="reply-${key}" .value=${text} ?readonly=${isDone}
      @change=${(/** @type {Event} */ event) => give(fieldOf(event).value)}></label>`;
  return html`<div class="options" role="group" aria-label=${taskSentence(experiment, i18n)}>${options.map(
    (each) => {
      const isWrong = wrong.includes(each);
      return html`<button type="button" data-option=${each} aria-disabled=${isWrong || isDone}
        class=${isWrong ? 'is-wrong' : isDone && each === answer ? 'is-answer' : ''}
        @click=${() => give(each)}>${optionName(each, core, i18n)}</button>`;
    },
  )}</div>`;
}

/** What the mistake finder says of the first wrong number. @param {Question} question @param {Seat} seat */
function renderWhy({ key, row, axis }, { sitting, view: { i18n } }) {
  const { first = null, mistake = null } = sitting.check ?? {};
  const isFirst = row && first?.row === row && first.column === axis;
  if (!isFirst || sitting.answerTo(key).verdict !== 'wrong') return '';
  const made = madeIn(mistake);
  const known = [...made, ...(mistake?.also ?? [])];
  return html`<details><summary>${i18n.t('exercise.why')}</summary>
    <p>${mistake ? made.map((each) => i18n.t(`check.hint.${each}`)).join(' ') : i18n.t('check.unknown')}</p>
    ${
      mistake
        ? html`<details><summary>${i18n.t('check.reveal')}</summary>
      <ul>${known.map((each) => html`<li>${i18n.t(`check.is.${each}`)}</li>`)}</ul></details>`
        : ''
    }</details>`;
}

/** @param {Seat} seat @param {Run|null} run the whole of it */
function renderHints({ sitting, view }, run) {
  const { core, experiment, i18n } = view;
  const hints = hintsOf(experiment, sitting.questions, core, i18n);
  return html`<div role="status"><ol>${hints.slice(0, sitting.hints).map(({ words, step }) =>
    step === undefined || !run
      ? html`<li>${words}</li>`
      : html`<li><lab-worked .core=${core} .run=${experiment.runs[0]} .done=${cutRun(run, step + 1)}
        .rule=${experiment.rule} .t=${step} .objective=${experiment.objective}
        .i18n=${i18n}></lab-worked></li>`,
  )}</ol></div>`;
}

/** Whose numbers these are. @param {Seat} seat */
function renderWho({ sitting, view: { i18n, core, change } }) {
  const { who } = sitting.exercise;
  const set = (/** @type {Event} */ event) => {
    const next = Math.round(Number(fieldOf(event).value));
    if (next >= 1 && next <= LARGEST_WHO) change((e) => ofStudent(e, next, core.catalog));
    else fieldOf(event).value = String(who);
  };
  return html`<label>${i18n.t('exercise.who')} <input type="text" inputmode="numeric" size="4" data-key="who"
    .value=${String(who)} @change=${set}></label>`;
}

/** @param {Seat} seat @param {Run|null} run the whole of it */
export function renderExercise(seat, run) {
  const { sitting, view } = seat;
  const { experiment, i18n, change, core } = view;
  const { questions, exercise, next } = sitting;
  const { score, right, of } = sitting.score;
  const count = hintsOf(experiment, questions, core, i18n).length - sitting.hints;
  const hint = () => {
    if (count < 1) return;
    sitting.hints++;
    view.requestUpdate();
  };
  const reveal = async () => {
    sitting.reveal();
    seat.tell('', '');
    await view.updateComplete;
    /** @type {HTMLElement|null} */ (view.querySelector('[data-act=leave]'))?.focus();
  };
  const leave = () => change(({ exercise: _, ...rest }) => Object.freeze(rest));
  const shown = next?.key === 'end' ? [next] : questions;
  return html`<style>${styles}</style><section class="exercise" aria-labelledby="exercise-title">
    <header><h2 id="exercise-title">${i18n.t('exercise.title')}</h2>
      ${exercise.who ? renderWho(seat) : ''}</header>
    <p><b>${questions.length ? taskSentence(experiment, i18n) : i18n.t('check.nothing')}</b></p>
    <ul>${shown.map(
      (each) => html`<li>${renderAnswer(each, seat)}
      <span id="reply-${each.key}">${reply(each, seat)}</span>${renderWhy(each, seat)}</li>`,
    )}</ul>
    <p class="hidden-text" role="status">${sitting.said}</p>
    ${renderHints(seat, run)}
    <p>${i18n.t('exercise.score', { score, right, of })}</p>
    <p>${
      next
        ? html`<button type="button" data-act="hint" aria-disabled=${count < 1} @click=${hint}>${i18n.t(
            'exercise.hint',
            { count },
          )}</button>
      <button type="button" data-act="reveal" @click=${reveal}>${i18n.t('course.tell')}</button>`
        : html`<button type="button" data-act="leave" @click=${leave}>${i18n.t('exercise.leave')}</button>`
    }</p>
    <p class="note">${i18n.t('exercise.honest')}</p></section>`;
}
