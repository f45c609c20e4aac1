// All that can be handed on of what a lab shows: made when asked for, not before.

import { writeSvg } from '../charts/svg-picture.js';
import { readTheme } from '../charts/theme.js';
import { toCsv } from '../elements/step-table.js';
import { chooseLanguage, createI18n } from '../i18n/index.js';
import { readFile, writeFile } from '../state/file.js';
import { fileStem } from '../state/file-name.js';
import { linkBase } from '../state/share.js';
import { exportsOf, pointShown } from './exports.js';
import { screenshotOf } from './screenshot.js';
import { captionOf, titleOf } from './titles.js';

const SCALE = 2;

/**
 * @param {import('./descent-lab.js').DescentLab} lab
 * @returns {import('../elements/share-dialog.js').Shareable}
 */
export function shareable(lab) {
  const { core, experiment, home, selected } = lab;
  const i18n = createI18n(chooseLanguage(experiment.lang));
  const exports = exportsOf(experiment);
  const title = titleOf(experiment, core, i18n);
  const run = () => exports?.run(experiment, selected, core);
  return {
    core,
    experiment,
    title,
    stem: fileStem(experiment),
    tableStem: exports ? fileStem(experiment, selected) : '',
    ...linkBase(home),
    point: pointShown(experiment, selected, core),
    png: async () => {
      const canvas = await screenshotOf(lab, SCALE);
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    },
    svg: exports
      ? () =>
          writeSvg(
            exports.plot(experiment, selected, core, i18n),
            { title, caption: captionOf(lab) },
            readTheme(lab),
          )
      : undefined,
    csv: exports ? () => toCsv(/** @type {any} */ (run())) : undefined,
    json: () => writeFile(experiment, core.catalog),
    read: (text) => readFile(text, core),
    show(next, notices) {
      lab.open(next);
      lab.notices = notices;
    },
  };
}
