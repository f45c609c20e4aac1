// <lab-exercise-maker>: a teacher makes an exercise of what is on the screen: its link, a sheet, files for
// course platforms.

import { html } from 'lit';
import '../../elements/copy-text.js';
import { download } from '../../elements/download.js';
import { define, fieldOf, LabElement, UNSET } from '../../elements/lab-element.js';
import { MOST_HINT, MOST_HINTS, PLAIN, posed, SETTINGS, TASKS } from '../../state/exercise.js';
import { undressed } from '../../state/page-keys.js';
import { gift, moodleXml, questionsCsv } from '../../state/question-files.js';
import { hasPage, scormPackage } from '../../state/scorm-package.js';
import { linkTo } from '../../state/share.js';
import { itemsOf, ofClass } from './exercise-items.js';
import { sheetOf } from './exercise-sheet.js';
import { taskSentence } from './exercise-words.js';

/** Fields by the keys of their names. */
const FIELDS = /** @type {const} */ ({
  ask: 'objective.steps',
  digits: 'exercise.make.digits',
  tries: 'exercise.make.tries',
  count: 'exercise.make.count',
});
/** What numbers may be; count: of students with their own. */
const BOUNDS = { ...SETTINGS, count: { min: 0, max: 30 } };
/** What is written, and as which file. */
const FILES = /** @type {const} */ ({
  'Moodle XML': [moodleXml, 'xml'],
  GIFT: [gift, 'gift'],
  CSV: [questionsCsv, 'csv'],
});

class ExerciseMaker extends LabElement {
  static properties = {
    subject: { attribute: false },
    i18n: { attribute: false },
    choices: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../../elements/share-dialog.js').Shareable} */ this.subject = UNSET;
    /** @type {import('../../i18n/index.js').I18n} */ this.i18n = UNSET;
    this.choices = { ...PLAIN, count: 0 };
  }

  /** The exercise that was chosen. @param {Partial<typeof PLAIN>} [other] */
  #experiment(other) {
    const { count, ...choices } = this.choices;
    const { experiment, core } = this.subject;
    const plain = /** @type {import('../../state/types.js').Experiment} */ (undressed(experiment));
    const bare = { ...plain, lang: '', theme: '', t: 0, view: count ? null : plain.view };
    const { map: _, check: __, ...rest } = bare;
    return {
      ...rest,
      ...posed(rest, { ...choices, who: count && 1, ...other }, core.catalog),
    };
  }

  /** @param {string} name of the file @param {BlobPart[]} parts */
  #save(name, parts) {
    download(new Blob(parts), `${this.subject.stem}-${name}`);
  }

  /** @param {string} name @param {unknown} words @param {() => unknown} act */
  #button = (name, words, act) =>
    html` <button type="button" data-file=${name} @click=${act}>${words}</button>`;

  /** @param {string} task */
  #renderFiles(task) {
    const { i18n, subject } = this;
    const { core, title } = subject;
    const all = () => ofClass(this.#experiment(), this.choices.count, core);
    const sheet = async () => this.#save('exercise.html', [await sheetOf(all(), core, i18n, this)]);
    const scorm = () => {
      const query = linkTo('', this.#experiment(), core.catalog).slice(1);
      this.#save('scorm.zip', scormPackage(query, title));
    };
    // Questions in words have no path to look at.
    const files = task === 'which' ? [] : Object.entries(FILES);
    return html`<p>${this.#button('sheet', i18n.t('exercise.make.sheet'), sheet)}${files.map(
      ([name, [write, ending]]) =>
        this.#button(ending, name, () =>
          this.#save(`exercise.${ending}`, [write(itemsOf(all(), core, i18n))]),
        ),
    )}${hasPage() ? this.#button('scorm', 'SCORM 1.2', scorm) : ''}</p>`;
  }

  render() {
    const { i18n, subject, choices } = this;
    const { core, base, isLocal } = subject;
    const known = TASKS.filter(
      (task) => ofClass(this.#experiment({ task, who: 0 }), 0, core)[0].questions.length,
    );
    const task = known.find((each) => each === choices.task) ?? TASKS[0];
    choices.task = task;
    const set = (/** @type {string} */ key, /** @type {unknown} */ value) => {
      this.choices = { ...choices, [key]: value };
      this.requestUpdate();
    };
    const number = (/** @type {keyof typeof FIELDS} */ key) => {
      const { min, max } = BOUNDS[key];
      return html`<label class="choice"><span>${i18n.t(FIELDS[key])}</span> <input type="number" min=${min}
        max=${max} data-make=${key} .value=${String(choices[key])} @change=${(
          /** @type {Event} */ event,
        ) => {
          const value = Math.round(Number(fieldOf(event).value)) || 0;
          set(key, Math.min(max, Math.max(min, value)));
        }}></label>`;
    };
    const keys = /** @type {(keyof typeof FIELDS)[]} */ (Object.keys(FIELDS));
    const hintsIn = (/** @type {string} */ text) =>
      text.split('\n').flatMap((hint) => hint.trim().slice(0, MOST_HINT) || []);
    return html`<select data-make="task" aria-label=${i18n.t('share.tab.exercise')}
        @change=${(/** @type {Event} */ event) => set('task', fieldOf(event).value)}>${known.map(
          (each) =>
            html`<option value=${each} ?selected=${each === task}>${taskSentence(
              this.#experiment({ task: each }),
              i18n,
            )}</option>`,
        )}</select>
      <div class="share-look">${keys.map((key) => (key === 'ask' && task !== 'steps' ? '' : number(key)))}
      <label class="choice"><input type="checkbox" data-make="curve" .checked=${choices.curve}
        @change=${(/** @type {Event} */ event) => set('curve', fieldOf(event).checked)}><span>${i18n.t(
          'exercise.make.curve',
        )}</span></label></div>
      <label>${i18n.t('exercise.make.hints')}<textarea rows="2" data-make="hints" @change=${(
        /** @type {Event} */ event,
      ) => set('hints', hintsIn(fieldOf(event).value).slice(0, MOST_HINTS))}></textarea></label>
      <lab-copy .label=${i18n.t('share.link')} .text=${linkTo(base, this.#experiment(), core.catalog)}
        .rows=${3} .i18n=${i18n}></lab-copy>
      ${isLocal ? html`<p class="note">${i18n.t('share.local')}</p>` : ''}${this.#renderFiles(task)}
      <p class="note">${i18n.t('exercise.honest')}</p>`;
  }
}

define('lab-exercise-maker', ExerciseMaker);
