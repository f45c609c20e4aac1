// The selected run stays selected whatever happens to the list.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addSchedule } from '../../web/labs/schedules/experiment.js';
import * as smoothing from '../../web/labs/smoothing/experiment.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { createHistory } from '../../web/state/history.js';
import { addRun, duplicateRun, removeRun, updateRun } from '../../web/state/runs.js';
import { select } from '../../web/state/selection.js';
import { core } from './core.js';
import { ofLab } from './labs.js';

const { catalog } = core;
const decode = (/** @type {string} */ query) => decodeExperiment(query, '', core);
/** @param {string} query */
const read = (query) => ofLab(decode(query).experiment, 'descent');
/** @param {string} query */
const readAverages = (query) => ofLab(decode(query).experiment, 'smoothing');
const THREE = read('?run=sgd&run=momentum&run=adam&sel=2');
/** The optimizer of the selected run. @param {typeof THREE} experiment */
const shown = ({ runs, selected }) => runs[selected].optimizer;

test('a run that is added is selected, and so is an average', () => {
  assert.equal(addRun(THREE, catalog).selected, 3);
  assert.equal(
    addSchedule(ofLab(decode('?lab=schedules').experiment, 'schedules'), catalog).selected,
    3,
  );
  assert.equal(smoothing.addCurve(readAverages('?lab=smoothing'), catalog).selected, 2);
});

test('where there is no room for another run the selection stays', () => {
  const full = read(`?${'run=sgd&'.repeat(catalog.limits.runs)}sel=2`);
  assert.equal(addRun(full, catalog), full);
  assert.equal(duplicateRun(full, 0, catalog), full);
});

test('the selected run stays selected when another is copied or removed', () => {
  for (const index of [0, 1, 2]) {
    assert.equal(shown(duplicateRun(THREE, index, catalog)), 'momentum', `copied ${index}`);
    if (index !== 1) assert.equal(shown(removeRun(THREE, index)), 'momentum', `removed ${index}`);
  }
  const averages = readAverages('?lab=smoothing&run=sma&run=ewa&run=ewa_first&sel=3');
  assert.equal(smoothing.removeCurve(averages, 0).selected, 1);
  assert.equal(smoothing.duplicateCurve(averages, 0, catalog).selected, 3);
});

test('of a removed run the next one is selected, of the last one the one before', () => {
  assert.equal(shown(removeRun(THREE, 1)), 'adam');
  assert.equal(shown(removeRun(select(THREE, 2), 2)), 'momentum');
});

test('a link carries the selection, counted from 1; the first is not written', () => {
  assert.match(encodeExperiment(THREE, catalog), /&run=adam&sel=2&v=1$/);
  assert.doesNotMatch(encodeExperiment(select(THREE, 0), catalog), /sel/);
  assert.equal(read('?sel=2&run=sgd&run=adam').selected, 1);
});

test('a selection that is not there becomes the nearest, and that is said', () => {
  const { experiment, notices } = decode('?run=sgd&run=adam&sel=5');
  assert.equal(experiment.selected, 1);
  assert.equal(notices[0].code, 'out_of_range');
  assert.deepEqual(notices[0].allowed, { min: 1, max: 2 });
  assert.equal(notices[0].used, '2');
  assert.equal(read('?run=sgd&run=adam&sel=one').selected, 0);
});

test('selecting is no change to be undone, and what is undone brings its selection back', () => {
  const history = createHistory();
  const other = select(THREE, 0);
  assert.equal(history.note(THREE, other), false);
  const hidden = updateRun(other, 0, { hidden: true });
  assert.equal(history.note(other, hidden), true);
  assert.equal(history.undo(select(hidden, 2)).selected, 0);
});
