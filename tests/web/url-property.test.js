import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { decodeExperiment, MOST_LINK } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { specFor } from '../../web/state/experiment.js';
import { cases } from './cases.js';
import { core, linkCore } from './corpus/core.js';
import { createRandom, damage, garbage, randomExperiment } from './corpus/generator.js';
import { LAB_KEYS, ofLab } from './labs.js';

const { catalog } = core;
/** @type {{ links: { link: string, experiment: { lab?: string } }[] }} */
const corpus = JSON.parse(readFileSync(new URL('corpus/links.json', import.meta.url), 'utf8'));
/** Links of the descent lab; other labs' experiments have their own tests. */
const links = corpus.links.filter(({ experiment }) => experiment.lab === undefined);

const decode = (/** @type {string} */ link, hash = '') => decodeExperiment(link, hash, linkCore);

const RIGHT = cases(3000);
const DAMAGED = cases(10_000);

test(`decode(encode(s)) is s for ${RIGHT} random experiments`, () => {
  const random = createRandom(20240501);
  let longest = 0;
  for (let i = 0; i < RIGHT; i++) {
    const experiment = randomExperiment(random);
    const query = encodeExperiment(experiment, catalog);
    longest = Math.max(longest, query.length);
    assert.match(query, /^lab=descent(?:&[a-z0-9]+=[A-Za-z0-9\-_.~,:/=;*()%]*)*&v=1$/);
    assert.deepEqual(decode(query), { experiment, notices: [] }, query);
    assert.deepEqual(decode('', `#${query}`), { experiment, notices: [] }, query);
    assert.equal(encodeExperiment(decode(`?${query}`).experiment, catalog), query);
  }
  assert.ok(longest < MOST_LINK / 2, `the longest link has ${longest} characters`);
});

/**
 * What the core itself takes is in bounds: it refuses the rest.
 * @param {import('../../web/state/types.js').Experiment} experiment
 */
function checkAgainstCore(experiment) {
  const { length } = experiment.runs;
  assert.ok(length >= 1 && length <= catalog.limits.runs);
  assert.ok(length * experiment.steps <= 8 * 100000);
  assert.ok(
    Number.isInteger(experiment.t) && experiment.t >= 0 && experiment.t <= experiment.steps,
  );
  assert.ok(experiment.start.every((value) => Math.abs(value) <= 1e9));
  assert.ok(Number.isInteger(experiment.steps) && experiment.steps >= 1);
  if ('formula' in experiment.objective) return;
  for (let i = 0; i < length; i++) {
    const spec = specFor(experiment, i);
    if ('key' in spec.optimizer) core.run({ ...spec, steps: 1 });
  }
}

test(`${DAMAGED} damaged and garbage links never throw, and settle in one round`, () => {
  const random = createRandom(7);
  let noticed = 0;
  for (let i = 0; i < DAMAGED; i++) {
    const base = random.chance(0.5)
      ? random.pick(links).link
      : encodeExperiment(randomExperiment(random), catalog);
    const link = random.chance(0.2) ? garbage(random) : damage(base, random);
    const hash = random.chance(0.3) ? `#${damage(random.pick(links).link.slice(1), random)}` : '';
    const { experiment, notices } = decode(link, hash);
    noticed += notices.length > 0 ? 1 : 0;
    checkAgainstCore(ofLab(experiment, 'descent'));
    const canonical = encodeExperiment(experiment, catalog);
    const again = decode(canonical);
    assert.deepEqual(again, { experiment, notices: [] }, JSON.stringify([link, hash, canonical]));
    assert.equal(encodeExperiment(again.experiment, catalog), canonical);
  }
  assert.ok(noticed > 0.3 * DAMAGED && noticed < DAMAGED, `${noticed} links gave notices`);
});

test('a hostile link of a megabyte is refused at once', () => {
  for (const piece of ['&run=sgd', 'a', '%', '&x0=1', '\ud800', ',lr:1', '&']) {
    const link = `?run=${piece.repeat(1e6 / piece.length)}`;
    const { experiment, notices } = decode(link);
    assert.deepEqual(experiment, decode('').experiment);
    assert.deepEqual(
      notices.map(({ key, code, allowed }) => ({ key, code, allowed })),
      [{ key: '', code: 'too_long', allowed: { most: MOST_LINK } }],
    );
    assert.ok(notices[0].value.length <= 120);
  }
});

test(`${DAMAGED} damaged links of all labs never throw, and what they mean is canonical`, () => {
  const random = createRandom(23);
  const all = corpus.links.map(({ link }) => link);
  const starts = [...all, ...LAB_KEYS.map((lab) => `?lab=${lab}&t=1&embed=1&hide=table&lock=lr,f`)];
  for (let i = 0; i < DAMAGED; i++) {
    const link = damage(random.pick(starts), random);
    const { experiment } = decode(link);
    const query = encodeExperiment(experiment, catalog);
    const again = decode(query);
    assert.deepEqual(again.notices, [], link);
    assert.equal(encodeExperiment(again.experiment, catalog), query, link);
  }
});
