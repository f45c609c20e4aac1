// What is shared: links, the code of a frame, names of files, lists of locked and hidden parts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointShown } from '../../web/labs/descent/outputs.js';
import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { fileStem } from '../../web/state/file-name.js';
import { LOCKS, linkKeys, lockKeys, PARTS } from '../../web/state/schema.js';
import {
  escapeAttribute,
  experimentToShare,
  frameCode,
  frameSize,
  linkBase,
  linkTo,
} from '../../web/state/share.js';
import { core } from './core.js';
import { LAB_KEYS, ofLab, outputsOf } from './labs.js';

/** @param {string} query */
const read = (query) => decodeExperiment(query, '', core).experiment;
/** @param {string} query */
const readDescent = (query) => ofLab(read(query), 'descent');
/** @type {import('../../web/state/share.js').Sharing} */
const CHOICES = { opens: 'step', lang: '', theme: '', hide: [], lock: [] };
const queryOf = (/** @type {import('../../web/state/types.js').AnyExperiment} */ experiment) =>
  encodeExperiment(experiment, core.catalog);

test('a link opens at the step shown, at step 0, or starts from the point shown', () => {
  const experiment = readDescent('?f=quadratic&x0=70&run=sgd,lr:0.1&t=4');
  const point = pointShown(experiment, core);
  const share = (/** @type {typeof CHOICES.opens} */ opens) =>
    queryOf(experimentToShare(experiment, { ...CHOICES, opens }, point));
  assert.match(share('step'), /&t=4&/);
  assert.doesNotMatch(share('start'), /&t=/);
  // The lecture's numbers: 70, 56, 44.8, 35.84, 28.672.
  assert.match(share('here'), /&x0=28\.672&/);
  assert.doesNotMatch(share('here'), /&t=/);
});

test('a path that has left what a start may be gives no point to start from', () => {
  const experiment = readDescent('?f=composite&x0=3&run=sgd,lr:1&steps=50&t=50');
  assert.equal(pointShown(experiment, core), undefined);
  const share = experimentToShare(experiment, { ...CHOICES, opens: 'here' }, undefined);
  assert.deepEqual(share.start, experiment.start);
});

test('in two variables the point has two coordinates', () => {
  const point = pointShown(readDescent('?f=bowl&x0=2,1&run=sgd,lr:0.1&t=1'), core);
  assert.equal(point?.length, 2);
});

test('the language, the colours, what is hidden and locked are the sharer’s choice', () => {
  const shared = experimentToShare(
    read('?lang=en&theme=dark&hide=table&embed=1'),
    { ...CHOICES, lang: 'vi', hide: ['player'], lock: ['x0'] },
    undefined,
  );
  assert.equal(queryOf(shared), 'lab=descent&lang=vi&hide=player&lock=x0&v=1');
});

test('an address of a file or of this computer’s own server works on this computer only', () => {
  const at = linkBase;
  assert.deepEqual(at('https://a.org/x/?lab=descent#t=1'), {
    base: 'https://a.org/x/',
    isLocal: false,
  });
  for (const own of [
    'http://localhost:8000/',
    'http://localhost',
    'https://lab.localhost/x',
    'http://127.0.0.1:80/',
    'http://[::1]:8080/?t=1',
  ])
    assert.equal(at(own).isLocal, true, own);
  for (const public_ of [
    'https://localhost.org/',
    'http://127.0.0.1.org/',
    'https://a.org/localhost/',
  ])
    assert.equal(at(public_).isLocal, false, public_);
  assert.deepEqual(at('file:///C:/lab/index.html?t=1'), {
    base: 'file:///C:/lab/index.html',
    isLocal: true,
  });
  assert.equal(at('about:srcdoc').isLocal, true);
});

/** The attributes of a tag, as HTML reads them. @param {string} code */
function attributesOf(code) {
  const text = code.match(/^<iframe (.*)><\/iframe>$/)?.[1] ?? '';
  const pairs = [...text.matchAll(/([a-z-]+)="([^"]*)"(?: |$)/g)];
  assert.equal(pairs.map(([whole]) => whole).join(''), text, 'nothing stands between attributes');
  const decoded = (/** @type {string} */ value) =>
    value.replace(/&#(\d+);/g, (_, number) => String.fromCharCode(number)).replace(/&amp;/g, '&');
  return Object.fromEntries(pairs.map(([, name, value]) => [name, decoded(value)]));
}

test('the code of a frame holds its link and title whatever is in them', () => {
  const hostile = '"><script>alert(1)</script>\' onload="x" & &amp; <b>';
  const link = `https://a.org/?fx=${hostile}&x0=1&lang=vi`;
  const code = frameCode({ link, width: '100%', height: '560', title: hostile });
  const attributes = attributesOf(code);
  assert.equal(attributes.src, link);
  assert.equal(attributes.title, hostile);
  assert.equal(attributes.width, '100%');
  assert.equal(attributes.height, '560');
  assert.doesNotMatch(code, /<(?!iframe |\/iframe>)/);
});

test('the link in a frame’s code opens that experiment, "&amp;" read as text or not', () => {
  const experiment = {
    ...read('?fx=x^2%26y&f=rosenbrock&run=adam&run=momentum,m:0.5'),
    embed: true,
  };
  const link = linkTo('', experiment, core.catalog);
  assert.deepEqual(read(link), experiment);
  assert.deepEqual(read(escapeAttribute(link)), experiment);
});

test('a frame’s size is pixels, or a part of the width', () => {
  for (const [text, size] of /** @type {[string, string | undefined][]} */ ([
    ['320', '320'],
    [' 320 px', '320'],
    ['4000', '4000'],
    ['0', undefined],
    ['4001', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['100%"', undefined],
    ['100%', undefined],
  ]))
    assert.equal(frameSize(text), size, text);
  assert.equal(frameSize('100%', true), '100%');
  assert.equal(frameSize('101%', true), undefined);
  assert.equal(frameSize('0%', true), undefined);
});

test('files are named after the experiment, in letters that every file system takes', () => {
  for (const [query, stem, index] of /** @type {[string, string, number | undefined][]} */ ([
    ['?f=rosenbrock&run=adam&run=momentum', 'descent-lab-adam-momentum-rosenbrock', undefined],
    ['?f=rosenbrock&run=adam&run=momentum', 'descent-lab-momentum-rosenbrock', 1],
    ['?run=sgd&run=adam,hidden:1', 'descent-lab-sgd-quadratic', undefined],
    ['?run=sgd&run=sgd,lr:0.5', 'descent-lab-sgd-quadratic', undefined],
    ['?fx=x^2/3', 'descent-lab-sgd-own', 0],
    ['?rule=x=x-lr*g&run=custom', 'descent-lab-custom-quadratic', undefined],
    ['?run=sgd&run=adam&run=momentum&run=nesterov', 'descent-lab-4-runs-quadratic', undefined],
    ['?lab=sampling&run=sgd', 'descent-lab-sampling-sgd-iris', undefined],
  ]))
    assert.equal(fileStem(read(query), index), stem, query);
});

test('every lab can hide the same parts and lock the same things, by name', () => {
  for (const lab of LAB_KEYS) {
    const rows = new Map(linkKeys(core.catalog, lab).map((row) => [row.name, row]));
    assert.deepEqual(rows.get('hide')?.allowed.values, [...PARTS]);
    assert.deepEqual(rows.get('lock')?.allowed.values, [...lockKeys(core.catalog)]);
  }
});

test('lock takes the groups first, then a run’s choices and every parameter once', () => {
  const keys = lockKeys(core.catalog);
  assert.deepEqual(keys.slice(0, LOCKS.length), [...LOCKS]);
  assert.equal(new Set(keys).size, keys.length);
  const { objectives, optimizers, schedules, smoothers } = core.catalog;
  const units = [...objectives, ...optimizers, ...schedules, ...smoothers];
  for (const unit of units)
    for (const { key } of 'params' in unit ? unit.params : unit.hypers)
      assert.ok(keys.includes(key), `${unit.key} ${key}`);
  assert.deepEqual(read('?lock=lr,f,optimizer,moon').lock, ['f', 'optimizer', 'lr']);
});

test('a lab’s table holds the numbers that its page shows', async () => {
  const sampling = await outputsOf('sampling');
  assert.ok(sampling.table(read('?lab=sampling'), core).columns.w.length > 1);
  const { table } = await outputsOf('descent');
  const { columns } = table(read('?x0=70&run=sgd,lr:0.1'), core);
  assert.deepEqual([...columns.x.slice(0, 3)], [70, 56, 44.8]);
});
