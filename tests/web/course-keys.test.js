// The course's one key: chapter and beat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAPTERS } from '../../web/course/chapters.js';
import {
  CHAPTER_KEYS,
  MOST_BEATS,
  OTHER_KEYS,
  readPlace,
  writePlace,
} from '../../web/course/keys.js';
import { ALL, OTHERS } from '../../web/course/others.js';
import { atOf, placeIn } from '../../web/course/where.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { labKeys, tabKeys } from '../../web/state/labs.js';
import { linkCore } from './corpus/core.js';
import './labs.js';

test('every chapter has a key that links know, and no more beats than they can name', () => {
  assert.deepEqual(
    CHAPTERS.map(({ key }) => key),
    [...CHAPTER_KEYS],
  );
  assert.deepEqual(
    OTHERS.map(({ key }) => key),
    [...OTHER_KEYS],
  );
  for (const { key, beats } of ALL) {
    assert.ok(beats.length > 0 && beats.length <= MOST_BEATS, key);
    for (const index of beats.keys()) {
      const at = atOf(/** @type {any} */ ({ key }), index);
      const link = `?lab=course&at=${at}`;
      const { experiment, notices } = decodeExperiment(link, '', linkCore);
      assert.deepEqual([/** @type {any} */ (experiment).at, notices], [at, []]);
      assert.equal(placeIn(ALL, at).beat, beats[index]);
      const isFirst = at === 'loss.1';
      const query = encodeExperiment(experiment, linkCore.catalog);
      assert.equal(query, isFirst ? 'lab=course&v=1' : `lab=course&at=${at}&v=1`);
    }
  }
});

test('a chapter alone is its first beat; more beats than there are is the last', () => {
  assert.deepEqual(readPlace('momentum'), { chapter: 'momentum', beat: 1 });
  assert.deepEqual(readPlace(' adam.12 '), { chapter: 'adam', beat: 12 });
  assert.equal(writePlace({ chapter: 'adam', beat: 2 }), 'adam.2');
  const last = placeIn(CHAPTERS, 'step.20');
  assert.equal(last.index, last.chapter.beats.length - 1);
});

test('what is no place is reported, and the first chapter is shown', () => {
  for (const text of ['momentum.0', 'momentum.99', 'Momentum.1', 'toString', '', '.1', 'a.b.c']) {
    assert.equal(readPlace(text), undefined, text);
    const { experiment, notices } = decodeExperiment(`?lab=course&at=${text}`, '', linkCore);
    assert.equal(/** @type {any} */ (experiment).at, 'loss.1', text);
    assert.deepEqual(
      notices.map(({ key, code }) => [key, code]),
      [['at', 'unknown_value']],
    );
  }
});

test('the course has the first tab; a link that names no lab opens descent', () => {
  assert.equal(tabKeys()[0], 'course');
  assert.equal(labKeys()[0], 'descent');
  assert.deepEqual([...tabKeys()].sort(), [...labKeys()].sort());
  assert.equal(decodeExperiment('?t=3', '', linkCore).experiment.lab, 'descent');
});
