// <lab-exercise-maker>: a teacher makes an exercise of what is on the screen: its link, a sheet, files for
// course platforms.

import { html } from 'lit';
import '../../elements/copy-text.js';
import { download } from '../../elements/download.js';
import { define, fieldOf, LabElement, UNSET } from '../../elements/lab-element.js';
import { MOST_HINT, MOST_HINTS, PLAIN, posed, SETTINGS, TASKS } from '../../state/exercise.js';
import { undressed } from '../../state/page-keys.js';
import { gift, moodleXml, questionsCsv } from '../../state/question-files.js';
import { linkTo } from '../../state/share.js';
import { itemsOf, ofClass } from './exercise-items.js';
import { sheetOf } from './exercise-sheet.js';

/** Students of a class. */
const MOST_STUDENTS = 30;
const FIELDS = /** @type {const} */ (['ask', 'digits', 'tries', 'count']);
const FILES = /** @type {const} */ ([
  ['sheet', 'html', 'text/html'],
  ['moodle', 'xml', 'application/xml'],
  ['gift', 'gift', 'text/plain'],
  ['csv', 'csv', 'text/csv'],
]);

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
    /** count: of students with numbers of their own */ this.choices = { ...PLAIN, count: 0 };
  }

  /** The exercise that was chosen. @param {Partial<typeof PLAIN>} [other] */
  #experiment(other) {
    const { count, ...choices } = this.choices;
    const { experiment, core } = this.subject;
    const plain = /** @type {import('../../state/types.js').Experiment} */ (undressed(experiment));
    const { map: _, check: __, ...rest } = { ...plain, lang: '', theme: '', t: 0 };
    return { ...rest, ...posed(rest, { ...choices, who: count && 1, ...other }, core.catalog) };
  }

  /** @param {typeof FILES[number]} file */
  async #save([key, ending, type]) {
    const { subject, i18n } = this;
    const { core } = subject;
    const all = ofClass(this.#experiment(), this.choices.count, core);
    const write = { moodle: moodleXml, gift, csv: questionsCsv };
    const text =
      key === 'sheet' ? await sheetOf(all, core, i18n, this) : write[key](itemsOf(all, core, i18n));
    download(new Blob([text], { type }), `${subject.stem}-exercise.${ending}`);
  }

  /** @param {typeof FIELDS[number]} key */
  #renderField(key) {
    const { min, max } = key === 'count' ? { min: 0, max: MOST_STUDENTS } : SETTINGS[key];
    return html`<label class="choice"><span>${this.i18n.t(`exercise.make.${key}`)}</span>
      <input type="number" min=${min} max=${max} data-make=${key} .value=${String(this.choices[key])}
        @change=${(/** @type {Event} */ event) => {
          const value = Math.round(Number(fieldOf(event).value)) || 0;
          this.choices = { ...this.choices, [key]: Math.min(max, Math.max(min, value)) };
          this.requestUpdate();
        }}></label>`;
  }

  render() {
    const { i18n, subject, choices } = this;
    const { core, base } = subject;
    const can = (/** @type {string} */ task) =>
      ofClass(this.#experiment({ task, who: 0 }), 0, core)[0].questions.length > 0;
    const known = TASKS.filter(can);
    const task = known.find((each) => each === choices.task) ?? known[0];
    choices.task = task;
    const set = (/** @type {Partial<typeof choices>} */ patch) => {
      this.choices = { ...choices, ...patch };
    };
    const hints = (/** @type {Event} */ event) =>
      set({
        hints: fieldOf(event)
          .value.split('\n')
          .map((hint) => hint.trim().slice(0, MOST_HINT))
          .filter(Boolean)
          .slice(0, MOST_HINTS),
      });
    const link = linkTo(base, this.#experiment(), core.catalog);
    return html`<p class="note">${i18n.t('exercise.make.about')}</p>
      <label class="choice"><span>${i18n.t('exercise.make.task')}</span><select data-make="task"
        @change=${(/** @type {Event} */ event) => set({ task: fieldOf(event).value })}>${known.map(
          (each) =>
            html`<option value=${each}
              ?selected=${each === task}>${i18n.t(`exercise.make.${each}`)}</option>`,
        )}</select></label>
      <div class="share-look">${FIELDS.filter((key) => key !== 'ask' || task === TASKS[0]).map(
        (key) => this.#renderField(key),
      )}
      <label class="choice"><input type="checkbox" data-make="curve" .checked=${choices.curve}
        @change=${(/** @type {Event} */ event) => set({ curve: fieldOf(event).checked })}><span>${i18n.t(
          'exercise.make.curve',
        )}</span></label></div>
      <label><span>${i18n.t('exercise.make.hints')}</span><textarea rows="2" data-make="hints"
        @change=${hints}></textarea></label>
      <lab-copy .label=${i18n.t('share.link')} .text=${link} .rows=${3} .i18n=${i18n}></lab-copy>
      <ul class="files">${FILES.slice(0, task === 'which' ? 1 : 4).map(
        (file) => html`<li><button type="button" data-file=${file[0]}
          @click=${() => this.#save(file)}>${file[1].toUpperCase()}</button>
          <span>${i18n.t(`exercise.make.${file[0]}`)}</span></li>`,
      )}</ul>
      <p class="note">${i18n.t('exercise.honest')}</p>`;
  }
}

define('lab-exercise-maker', ExerciseMaker);
