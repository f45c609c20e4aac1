// The quiz's page: holds the state, shows it, and tells the course platform of every result.

import { render } from 'lit';
import { QUIZ } from '../lessons/quiz.js';
import { findApi } from './find-api.js';
import * as states from './quiz-state.js';
import { letterOf, renderQuiz } from './quiz-view.js';
import { Session } from './session.js';
import { say, WORDS } from './words.js';

/** @typedef {import('./session.js').Fault} Fault */

const root = /** @type {HTMLElement} */ (document.querySelector('#quiz'));
const dark = matchMedia('(prefers-color-scheme: dark)');

/** The first of these that the quiz speaks, else English. @param {readonly string[]} tags */
const chooseLanguage = (tags) =>
  tags.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(WORDS, tag)) ?? 'en';

/** @param {Fault} fault */
const detailOf = ({ call, code, text }) => [call, code, text].filter(Boolean).join(', ');

class QuizPage {
  constructor() {
    const api = findApi(window);
    this.session = api && new Session(api);
    const visit = this.session?.open();
    this.isForCredit = visit?.isForCredit ?? true;
    this.state = states.decodeState(visit?.data ?? '', QUIZ);
    this.notice = this.openingNotice(visit);
    const wanted = new URLSearchParams(location.search).get('lang') ?? '';
    this.lang = chooseLanguage([
      wanted,
      this.state.lang,
      visit?.lang ?? '',
      ...(navigator.languages ?? []),
    ]);
    this.show();
  }

  /** Where the score goes. @param {ReturnType<Session['open']>|undefined} visit */
  openingNotice(visit) {
    if (!visit) return { key: 'alone', detail: '' };
    if (visit.fault) {
      const key = this.session?.isOpen ? 'fault' : 'refused';
      return { key, detail: detailOf(visit.fault) };
    }
    return this.accepted();
  }

  accepted() {
    return { key: this.isForCredit ? 'reported' : 'preview', detail: '' };
  }

  /** All there is to tell the course platform. @returns {import('./session.js').Report} */
  result() {
    const { state } = this;
    const hasScore = state.best !== null || Object.keys(state.answers).length > 0;
    return {
      score: hasScore ? states.bestScore(state, QUIZ) : null,
      status: states.statusOf(state, QUIZ, this.isForCredit),
      data: states.encodeState(state),
      place: state.at,
    };
  }

  report() {
    if (!this.session?.isOpen) return;
    const fault = this.session.save(this.result());
    this.notice = fault ? { key: 'fault', detail: detailOf(fault) } : this.accepted();
    this.show();
  }

  /** @param {string} option */
  answer(option) {
    const question = QUIZ.find(({ key }) => key === this.state.at) ?? QUIZ[0];
    const next = states.answer(this.state, question, option);
    if (next === this.state) return;
    this.state = next;
    const letter = (/** @type {string} */ wanted) =>
      letterOf(question.options.findIndex(({ key }) => key === wanted)).toLowerCase();
    this.session?.record({
      id: question.key,
      response: letter(option),
      right: letter(question.answer),
    });
    this.report();
    this.show();
    focusOn(states.isComplete(next, QUIZ) ? 'result-title' : 'verdict');
  }

  /** @param {string} key */
  go(key) {
    this.state = { ...this.state, at: key };
    this.show();
    focusOn('question-title');
  }

  restart() {
    this.state = states.restart(this.state, QUIZ);
    this.report();
    this.show();
    focusOn('question-title');
  }

  /** @param {string} lang */
  speak(lang) {
    this.lang = lang;
    this.state = { ...this.state, lang };
    this.show();
  }

  show() {
    document.documentElement.lang = this.lang;
    document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
    document.title = `${say(this.lang, 'title')} · Descent Lab`;
    render(
      renderQuiz({
        state: this.state,
        quiz: QUIZ,
        lang: /** @type {'en'|'vi'} */ (this.lang),
        notice: this.notice,
        onLanguage: (lang) => this.speak(lang),
        onGo: (key) => this.go(key),
        onAnswer: (option) => this.answer(option),
        onRestart: () => this.restart(),
        onSend: () => this.report(),
      }),
      root,
    );
  }
}

/**
 * After an act of the reader only: a page that takes the focus by itself makes its host jump.
 * @param {string} id
 */
function focusOn(id) {
  document.getElementById(id)?.focus();
}

const page = new QuizPage();
dark.addEventListener('change', () => page.show());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') page.report();
});
addEventListener('pagehide', () => page.session?.close(page.result()));
// A page that comes back from the browser's memory has ended its visit: it begins a new one.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
