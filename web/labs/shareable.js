// Everything that can be shared of what a lab shows. Each part is made when it is asked for.

import { writeSvg } from '../charts/svg-picture.js';
import { readTheme } from '../charts/theme.js';
import { toCsv } from '../elements/step-table.js';
import { chooseLanguage, createI18n } from '../i18n/index.js';
import { readFile, writeFile } from '../state/file.js';
import { fileStem } from '../state/file-name.js';
import { isFramed } from '../state/page-keys.js';
import { linkBase } from '../state/share.js';
import { screenOf } from './screens.js';
import { screenshotOf } from './screenshot.js';

const SCALE = 2;

/**
 * @param {import('./descent-lab.js').DescentLab} lab
 * @returns {import('../elements/share-dialog.js').Shareable}
 */
export function shareable(lab) {
  const { core, experiment, home } = lab;
  const i18n = createI18n(chooseLanguage(experiment.lang));
  const screen = /** @type {import('./screens.js').Screen} */ (screenOf(experiment.lab));
  const { parts, locks } = screen;
  // Numbers and paths of an exercise are what it asks for.
  const { table, plot, point } = experiment.exercise ? {} : screen;
  const title = screen.title(experiment, core, i18n);
  return {
    core,
    experiment,
    title,
    parts,
    locks,
    stem: fileStem(experiment),
    maker: experiment.exercise ? undefined : screen.maker,
    tableStem: table ? fileStem(experiment, experiment.selected) : '',
    ...linkBase(home),
    point: point?.(experiment, core),
    png: async () => {
      const canvas = await screenshotOf(lab, SCALE);
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    },
    svg:
      plot &&
      (async () => {
        const words = { title, caption: screen.caption(experiment, core, i18n) };
        const slow = screen.slowPlot?.(experiment, core, i18n);
        const shown = slow ? await slow : plot(experiment, core, i18n);
        return writeSvg(shown, words, readTheme(lab));
      }),
    csv: table && (() => toCsv(table(experiment, core))),
    json: () => writeFile(experiment, core.catalog),
    read: (text) => readFile(text, core),
    keep: isFramed(experiment) || 'at' in experiment ? undefined : lab.onKeep,
    show(next, notices) {
      lab.open(next);
      lab.notices = notices;
    },
  };
}
