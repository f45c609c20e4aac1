// What the sampling lab hands on of an experiment, beside what its page shows.

import { createResults } from '../../state/results.js';
import { visibleRuns } from '../descent/scene.js';
import { planePlot } from '../outputs.js';
import { sampleSpecFor } from './experiment.js';
import { lossScene } from './scene.js';

/** @type {Pick<import('../screens.js').Screen, 'title'|'table'|'plot'>} */
export const outputs = {
  title: ({ data }, _core, i18n) => i18n.t('key' in data ? `data.${data.key}` : 'data.own'),
  table: (experiment, index, core) =>
    /** @type {any} */ (core.sample(sampleSpecFor(experiment, index))),
  plot(experiment, index, core, i18n) {
    const sample = { run: (/** @type {any} */ spec) => core.sample(spec) };
    const results = createResults(sample, sampleSpecFor)(experiment);
    const shown = visibleRuns(experiment, /** @type {any} */ (results), index);
    return planePlot(lossScene(experiment, shown, core, i18n));
  },
};
