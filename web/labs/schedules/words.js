// What the runs of the schedules lab are called.

import { optimizerName } from '../descent/words.js';

/** The name of a run's schedule, and of its optimizer where not all have the same. @type {import('../descent/words.js').RunName} */
export function scheduleName(experiment, index, core, i18n) {
  const { schedule } = experiment.runs[index];
  const unit = core.catalog.schedules.find(({ key }) => key === schedule.key);
  const name = unit ? i18n.name('schedules', unit) : schedule.key;
  const isOnly = new Set(experiment.runs.map(({ optimizer }) => optimizer)).size === 1;
  return isOnly ? name : `${name}, ${optimizerName(experiment, index, core, i18n)}`;
}
