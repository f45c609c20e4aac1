// The lab in a notebook: an anywidget module (https://anywidget.dev) for Jupyter, MyST and their kin,
// everything in one file. The model's trait `query` is what is shown, both ways; a cell is embedded unless it
// says embed=0.

import { loadCore } from './core/index.js';
import { defineLab, TAG } from './embed/lab-tag.js';

/** A drag is told to the kernel when it rests. */
const REST = 150; // ms

/**
 * What a widget needs of anywidget's model.
 * @typedef {object} Model
 * @property {(name: 'query') => string|undefined} get
 * @property {(name: 'query', value: string) => void} set
 * @property {() => void} save_changes
 * @property {(event: 'change:query', listener: () => void) => void} on
 * @property {(event: 'change:query', listener: () => void) => void} off
 */

/** @type {ReturnType<typeof loadCore>|undefined} */
let core;

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
  /** what both sides know @type {string|undefined} */
  let told;
  lab.addEventListener('ready', () => {
    told = lab.query;
  });
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let resting;
  const tell = () => {
    if (told === undefined || lab.query === told) return;
    told = lab.query;
    model.set('query', told);
    model.save_changes();
  };
  const onLab = () => {
    clearTimeout(resting);
    resting = setTimeout(tell, REST);
  };
  const onModel = () => {
    const query = model.get('query') ?? '';
    if (query === told) return;
    lab.query = query;
    if (told !== undefined) told = lab.query;
  };
  lab.addEventListener('change', onLab);
  model.on('change:query', onModel);
  el.append(lab);
  return () => {
    clearTimeout(resting);
    tell();
    model.off('change:query', onModel);
    lab.remove();
  };
}

// biome-ignore lint/style/noDefaultExport: anywidget asks for one
export default { render };
