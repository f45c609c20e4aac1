// The lab in a notebook: an anywidget module (https://anywidget.dev) for Jupyter, MyST and their kin,
// everything in one file. The model's trait `query` is what is shown, both ways; a cell is embedded unless it
// says embed=0. A kernel whose model has `_shown` (web/notebook) also hears what the page makes of the query:
// the texts of all its keys, and the notices.

import { loadCore } from './core/index.js';
import { defineLab, TAG } from './embed/lab-tag.js';
import { chooseLanguage, createI18n } from './i18n/index.js';
import { noticeSentence } from './i18n/sentences.js';
import { linkKeys } from './state/schema.js';

/** The kernel is told at most so often, of a drag as of play. */
const PACE = 250; // ms

/** @typedef {import('./widget.js').Model} Model what a widget needs of anywidget's model */

/** @type {ReturnType<typeof loadCore>|undefined} */
let core;

/** What the kernel hears of what a lab shows. @param {import('./embed/lab-tag.js').LabTag} lab */
function heard({ experiment, notices, core: { catalog } }) {
  const keys = linkKeys(catalog, experiment.lab);
  const i18n = createI18n(chooseLanguage(experiment.lang));
  return {
    keys: Object.fromEntries(keys.map((key) => [key.name, key.write(experiment, catalog)])),
    notices: notices.map((notice) => noticeSentence(notice, i18n)),
  };
}

/**
 * Puts a lab into an output cell.
 * @param {{ model: Model, el: HTMLElement }} cell
 * @returns {Promise<() => void>} takes it away
 */
async function render({ model, el }) {
  defineLab();
  core ??= loadCore(); // the build has put core.wasm inside
  const lab = /** @type {import('./embed/lab-tag.js').LabTag} */ (document.createElement(TAG));
  lab.core = await core;
  // As high as a figure, unless the model says otherwise.
  lab.setAttribute('embed', '1');
  lab.query = model.get('query') ?? '';
  /** what both sides know; undefined until the lab is there @type {string|undefined} */
  let told;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let waiting;
  /** Sets what a kernel that asks for it is to hear of the query; false where none does. */
  const explain = () => {
    if (model.get('_shown') === undefined) return false;
    const { keys, notices } = heard(lab);
    model.set('_shown', { query: model.get('query') ?? '', keys });
    model.set('notices', notices);
    return true;
  };
  const tell = () => {
    waiting = undefined;
    if (told === undefined || lab.query === told) return;
    told = lab.query;
    model.set('query', told);
    explain();
    model.save_changes();
  };
  const onReady = () => {
    told = lab.query;
    if (explain()) model.save_changes();
  };
  const onLab = () => {
    waiting ??= setTimeout(tell, PACE);
  };
  const onModel = () => {
    const query = model.get('query') ?? '';
    if (query === told) return;
    lab.query = query;
    if (told !== undefined) onReady();
  };
  lab.addEventListener('ready', onReady);
  lab.addEventListener('change', onLab);
  model.on('change:query', onModel);
  el.append(lab);
  return () => {
    clearTimeout(waiting);
    tell();
    model.off('change:query', onModel);
    lab.remove();
  };
}

// biome-ignore lint/style/noDefaultExport: anywidget asks for one
export default { render };
