import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { core, linkCore } from './corpus/core.js';

const { initial, initials, links } = JSON.parse(
  readFileSync(new URL('corpus/links.json', import.meta.url), 'utf8'),
);

/** The real parsers once the core has them. */
const reader = 'parseRule' in core && 'parseFormula' in core ? core : linkCore;

test('the corpus holds every experiment of the lecture and more', () => {
  assert.ok(links.length >= 43, `${links.length} links`);
});

/**
 * An experiment of the corpus as a later release has it: a schedule may have got parameters since, which have
 * their presets. A page has got a layout since.
 * @param {any} old
 */
function grown(old) {
  const experiment = { layout: '', controls: [], ...old };
  if (!experiment.runs) return experiment;
  const runs = experiment.runs.map((/** @type {any} */ run) => {
    const { key, params } = run.schedule;
    const unit = core.catalog.schedules.find((each) => each.key === key);
    const presets = unit?.params.map((param) => [param.key, param.preset]) ?? [];
    return { ...run, schedule: { key, params: { ...Object.fromEntries(presets), ...params } } };
  });
  return { ...experiment, runs };
}

for (const { name, link, hash = '', notices = [], experiment } of links) {
  test(`an old link keeps its meaning: ${name}`, () => {
    const decoded = decodeExperiment(link, hash, reader);
    const base = experiment.lab ? initials[experiment.lab] : initial;
    assert.deepEqual(decoded.experiment, grown({ ...base, ...experiment }));
    assert.deepEqual(
      decoded.notices.map(({ code }) => code),
      notices,
    );
    const again = decodeExperiment(encodeExperiment(decoded.experiment, core.catalog), '', reader);
    assert.deepEqual(again, { experiment: decoded.experiment, notices: [] });
  });
}
