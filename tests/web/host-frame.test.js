// A lab in a frame: which messages it accepts, in which order it answers, what it reports by itself, and its
// height.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksHeight, heightMessages } from '../../web/embed/height.js';
import { listenToHost } from '../../web/embed/host.js';
import { openInbox } from '../../web/embed/inbox.js';
import { createLab } from './host-lab.js';

test('a height is said in the dialects of AMP, LTI and H5P', () => {
  assert.deepEqual(heightMessages(431), [
    { sentinel: 'amp', type: 'embed-size', height: 431 },
    { subject: 'lti.frameResize', height: 431 },
    { context: 'h5p', action: 'resize', scrollHeight: 431 },
  ]);
});

test('H5P asks for the height with three words, and nobody else does', () => {
  for (const action of ['hello', 'resize', 'resizePrepared'])
    assert.equal(asksHeight({ context: 'h5p', action }), true);
  for (const message of [{ context: 'h5p', action: 'statement' }, { action: 'hello' }, 'h5p', null])
    assert.equal(Boolean(asksHeight(message)), false);
});

/** @type {any[]} */ let posted;
/** @type {any} */ let self;
/** @type {(data: unknown, source?: unknown) => Promise<void>} */ let receive;

/** A frame in another page, whose messages are kept in `posted`. */
function openFrame() {
  posted = [];
  const parent = {
    postMessage: (/** @type {any} */ message, /** @type {string} */ origin) =>
      posted.push([message, origin]),
  };
  const addEventListener = (/** @type {string} */ _, /** @type {unknown} */ listener) =>
    Object.assign(self, { listener });
  self = { parent, addEventListener };
  receive = async (data, source = self.parent) => {
    self.listener({ data, source });
    await new Promise((done) => setTimeout(done));
  };
  globalThis.ResizeObserver = /** @type {any} */ (
    class {
      /** @param {() => void} onSize */
      constructor(onSize) {
        Object.assign(self, { resized: onSize });
      }
      observe() {}
    }
  );
  globalThis.IntersectionObserver = /** @type {any} */ (
    class {
      observe() {}
    }
  );
  globalThis.requestAnimationFrame = (draw) => Number(setTimeout(draw));
}

/** A test in such a frame. @param {string} name @param {() => void|Promise<void>} body */
const inFrame = (name, body) =>
  test(name, () => {
    openFrame();
    return body();
  });

/** A message to the lab. @param {unknown} type @param {object} [more] */
const ours = (type, more) => ({ target: 'descent-lab', v: 1, type, ...more });
const answers = () => posted.map(([{ source, type, id }]) => [source, type, id]);

async function connected(height = 500) {
  const source = new EventTarget();
  const lab = createLab();
  const content = /** @type {any} */ ({ getBoundingClientRect: () => ({ height }) });
  const host = listenToHost(self);
  await host.connect(lab, source, content);
  return { lab, source, host };
}

inFrame('once connected the lab says that it is ready, and hello to H5P', async () => {
  await connected();
  const [[ready, origin], [hello]] = posted;
  assert.deepEqual([ready.source, ready.v, ready.type, ready.t], ['descent-lab', 1, 'ready', 3]);
  assert.equal(origin, '*');
  assert.deepEqual(hello, { context: 'h5p', action: 'hello' });
});

inFrame('only the parent window is listened to', async () => {
  await connected();
  posted = [];
  for (const source of [self, {}, null]) await receive(ours('getState'), source);
  assert.deepEqual(posted, []);
  await receive(ours('getState', { id: 1 }));
  assert.deepEqual(answers(), [['descent-lab', 'state', 1]]);
});

inFrame('what is not understood is ignored', async () => {
  const { lab } = await connected();
  posted = [];
  const before = lab.experiment;
  const cycle = /** @type {any} */ ({});
  cycle.self = cycle;
  for (const data of [
    null,
    undefined,
    '',
    'getState',
    0,
    NaN,
    [],
    [ours('getState')],
    cycle,
    {},
    { type: 'getState' },
    { target: 'descent-lab', type: 'getState' },
    { target: 'descent-lab', v: 2, type: 'getState' },
    { target: 'descent-lab', v: '1', type: 'getState' },
    { source: 'descent-lab', v: 1, type: 'getState' },
    ours('explode'),
    ours('__proto__'),
    ours('constructor'),
    ours('toString'),
    ours(undefined),
    ours({}),
    ours(['getState']),
    JSON.stringify(ours('getState')),
  ])
    await receive(data);
  assert.deepEqual(posted, []);
  assert.equal(lab.experiment, before);
});

inFrame('messages are answered in their order, a slow one before the next', async () => {
  const { lab } = await connected();
  posted = [];
  lab.screenshot = () =>
    new Promise((done) => setTimeout(() => done({ dataUrl: '', width: 1, height: 1 }), 20));
  receive(ours('screenshot', { id: 1 }));
  receive(ours('step', { id: 2 }));
  await receive(ours('getState', { id: 3 }));
  await new Promise((done) => setTimeout(done, 40));
  assert.deepEqual(
    posted.map(([{ id }]) => id),
    [1, 2, 3],
  );
});

inFrame(
  'what arrives before the lab is there wakes it and is answered after ready, fifty at most',
  async () => {
    const inbox = openInbox(self);
    let isWanted = false;
    inbox.wanted(/** @type {any} */ ({})).then(() => {
      isWanted = true;
    });
    await receive({ hello: 'world' });
    assert.equal(isWanted, false);
    for (let id = 0; id < 80; id++) await receive(ours('getState', { id }));
    assert.equal(isWanted, true);
    assert.equal(posted.length, 0);
    const content = /** @type {any} */ ({ getBoundingClientRect: () => ({ height: 1 }) });
    listenToHost(self, inbox).connect(createLab(), new EventTarget(), content);
    await new Promise((done) => setTimeout(done, 5));
    const ids = answers().filter(([, type]) => type === 'state');
    assert.equal(posted[0][0].type, 'ready');
    assert.deepEqual(
      ids.map(([, , id]) => id),
      Array.from({ length: 50 }, (_, id) => id),
    );
  },
);

inFrame('changes are told once a frame, and the last step once it is reached', async () => {
  const { lab, source } = await connected();
  posted = [];
  const change = (/** @type {number} */ t) => {
    lab.experiment = { ...lab.experiment, t };
    source.dispatchEvent(new Event('change'));
  };
  const frame = () => new Promise((done) => setTimeout(done, 5));
  change(4);
  change(5);
  await frame();
  change(20);
  await frame();
  change(20);
  await frame();
  assert.deepEqual(
    posted.map(([{ type, t }]) => [type, t]),
    [
      ['state', 5],
      ['state', 20],
      ['done', 20],
      ['state', 20],
    ],
  );
});

inFrame('a height is told when it changes, in whole pixels, and again when H5P asks', async () => {
  await connected(431.2);
  posted = [];
  self.resized();
  self.resized();
  const said = posted.map(([message]) => message);
  assert.deepEqual(said, [
    { source: 'descent-lab', v: 1, type: 'resize', height: 432 },
    ...heightMessages(432),
  ]);
  await receive({ context: 'h5p', action: 'resize' });
  assert.equal(posted.length, 8);
});

inFrame('a lab that cannot be started says so', () => {
  listenToHost(self).fail(new Error('no WebAssembly'));
  assert.deepEqual(posted[0][0], {
    source: 'descent-lab',
    v: 1,
    type: 'error',
    code: 'not_started',
    message: 'Error: no WebAssembly',
  });
});
