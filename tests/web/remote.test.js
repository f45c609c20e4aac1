// The core elsewhere gives the same digits as the core here, in slices and in threads. Calls end with a
// newer call of their channel and with their signal, and survive the death of a thread.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Core } from '../../web/core/index.js';
import { loadRemoteCore } from '../../web/core/remote.js';
import { core } from './core.js';
import { QUESTIONS, spec } from './questions.js';
import { randomSpec } from './random-spec.js';

const threads = /** @type {any} */ (process).getBuiltinModule('node:worker_threads');
const { Worker } = threads;

/** Threads opened so far, so that a test can end one. @type {any[]} */
const opened = [];
threads.Worker = class extends Worker {
  /** @param {any[]} given */
  constructor(...given) {
    super(...given);
    opened.push(this);
  }
};

/** @param {number} [workers] */
async function open(workers) {
  const remote = await loadRemoteCore({ wasm: core.module, workers });
  after(() => remote.close());
  return remote;
}

const remotes = { slices: await open(), threads: await open(2) };
/** A run of some tenths of a second: nothing that is done while it runs comes too late. */
const long = {
  objective: {
    formula: Array.from({ length: 12 }, (_, i) => `sin(0.${i + 1}*x)*exp(-x^2/${i + 9})`).join('+'),
  },
  start: [2],
  optimizer: { rule: 'v = 0.9*v + g; x = x - lr*v', hypers: { lr: 0.01 } },
  steps: 40_000,
};
const points = { x: Float64Array.from({ length: 90_000 }, (_, i) => i / 9e4) };

/** The answer, or the error. @param {() => any} call */
async function outcome(call) {
  try {
    return await call();
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return { name, message };
  }
}

for (const [kind, remote] of Object.entries(remotes)) {
  const far = /** @type {any} */ (remote);
  const near = /** @type {any} */ (core);

  test(`${kind}: that is where it runs, and it has the catalog`, () => {
    assert.equal(remote.runsIn, kind);
    assert.deepEqual(remote.catalog, core.catalog);
    assert.ok(Object.isFrozen(remote.catalog.optimizers[0].hypers));
  });

  test(`${kind}: every method answers as the core does`, async () => {
    const methods = Object.getOwnPropertyNames(Core.prototype).filter(
      (name) => name !== 'constructor',
    );
    for (const method of methods)
      for (const question of QUESTIONS[method]) {
        const [mine, theirs] = [question(), question()];
        assert.deepEqual(await far[method](...mine), near[method](...theirs), method);
        assert.deepEqual(mine, theirs, `${method} in place`);
      }
  });

  test(`${kind}: random runs have the digits of the core, or its error`, async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const asked = randomSpec(core.catalog, seed);
      const [answer, right] = [
        await outcome(() => far.run(asked)),
        await outcome(() => near.run(asked)),
      ];
      assert.deepEqual(answer, right, JSON.stringify(asked));
    }
  });

  test(`${kind}: errors are the core's`, async () => {
    for (const [method, ...given] of /** @type {[string, ...any[]][]} */ ([
      ['run', { ...spec, steps: -1 }],
      ['run', { ...spec, objective: { formula: 'x +' } }],
      ['run', { ...spec, start: [1, 2] }],
      ['run'],
      ['evaluate', { formula: 'x*y' }, { x: [1] }],
      ['points', 'nowhere'],
      ['parseRule', 7],
    ])) {
      const right = await outcome(() => near[method](...given));
      assert.match(right.name, /^(Type|Range)Error$/);
      assert.deepEqual(await outcome(() => far[method](...given)), right);
    }
  });

  test(`${kind}: many points, which are asked in parts, have the digits of the core`, async () => {
    assert.deepEqual(await remote.evaluate('wavy', points), core.evaluate('wavy', points));
  });

  test(`${kind}: what comes in between is the beginning of the answer`, async () => {
    const right = core.run(long);
    let rows = 0;
    await remote.run(long, {
      onPartial(partial) {
        assert.ok(partial.rows > rows);
        rows = partial.rows;
        for (const name of right.names)
          assert.deepEqual(partial.columns[name], right.columns[name].slice(0, rows), name);
      },
    });
    assert.ok(rows > 0 && rows < right.rows);
  });

  test(`${kind}: what onPartial throws ends the call`, async () => {
    const onPartial = () => {
      throw new Error('enough');
    };
    await assert.rejects(remote.run(long, { onPartial }), { message: 'enough' });
    assert.equal((await remote.run(spec)).rows, 13);
  });

  test(`${kind}: a newer call of a channel ends the older, and no other`, async () => {
    const aside = remote.run({ ...long, start: [3] }, { channel: 'aside' });
    const none = remote.run({ ...long, start: [4] });
    let told = 0;
    const old = remote.run(long, { channel: 'main', onPartial: () => told++ });
    const ended = assert.rejects(old, { name: 'AbortError' });
    const fresh = remote.run(spec, { channel: 'main' });
    const toldBefore = told;
    await ended;
    assert.deepEqual(await fresh, core.run(spec));
    assert.deepEqual(await aside, core.run({ ...long, start: [3] }));
    assert.deepEqual(await none, core.run({ ...long, start: [4] }));
    assert.equal(told, toldBefore);
  });

  test(`${kind}: of twenty calls of a channel the last is answered`, async () => {
    const calls = Array.from({ length: 20 }, (_, i) =>
      outcome(() => remote.run({ ...long, start: [i] }, { channel: 'drag' })),
    );
    const answers = await Promise.all(calls);
    assert.deepEqual(answers.pop(), core.run({ ...long, start: [19] }));
    assert.ok(answers.every(({ name }) => name === 'AbortError'));
  });

  test(`${kind}: a signal ends a call, before it or during it`, async () => {
    const reason = new Error('no more');
    await assert.rejects(remote.run(long, { signal: AbortSignal.abort(reason) }), reason);
    const control = new AbortController();
    const call = remote.run(long, { signal: control.signal, onPartial: () => control.abort() });
    await assert.rejects(call, { name: 'AbortError' });
    const late = new AbortController();
    const done = await remote.run(spec, { signal: late.signal });
    late.abort();
    assert.equal(done.rows, 13);
  });

  test(`${kind}: a short call is answered while a long one goes on in parts`, async () => {
    /** @type {string[]} */
    const done = [];
    const one = kind === 'threads' ? await open(1) : remote;
    await Promise.all([
      one.evaluate('rastrigin', { x: points.x, y: points.x }).then(() => done.push('long')),
      one.points('wavy').then(() => done.push('short')),
    ]);
    assert.deepEqual(done, ['short', 'long']);
  });

  test(`${kind}: options that mean nothing are refused`, async () => {
    const call = (/** @type {any} */ options) => () => remote.run(spec, options);
    await assert.rejects(call({ chanel: 'a' }), /^RangeError: options has no "chanel"/);
    await assert.rejects(call({ channel: 5 }), TypeError);
    await assert.rejects(call({ signal: 5 }), TypeError);
    await assert.rejects(call({ onPartial: 5 }), TypeError);
  });
}

test('slices leave others their turn', async () => {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await remotes.slices.run(long);
  isDone = true;
  assert.ok(turns > 5, `${turns} turns`);
});

test('a thread that dies is replaced, and what it did is done again', async () => {
  const remote = await open(1);
  const thread = opened.at(-1);
  let begun = 0;
  const run = remote.run(long, { onPartial: () => begun++ || thread.terminate() });
  assert.deepEqual(await run, core.run(long));
  assert.ok(begun > 1);
  assert.notEqual(opened.at(-1), thread);
  assert.equal(remote.runsIn, 'threads');
});

test('what ends a thread each time is given up', async () => {
  const remote = await open(1);
  const onPartial = () => opened.at(-1).terminate();
  await assert.rejects(remote.run(long, { onPartial }), /^Error: a worker ended 3 times/);
  assert.deepEqual(await remote.run(spec), core.run(spec));
});

test('without threads it goes on in slices', async () => {
  const { Worker: before } = threads;
  threads.Worker = class {
    constructor() {
      throw new Error('refused');
    }
  };
  const remote = await open(2);
  threads.Worker = before;
  assert.equal(remote.runsIn, 'slices');
  assert.deepEqual(await remote.run(spec), core.run(spec));
});

test('a closed core ends its calls', async () => {
  const remote = await open(1);
  const call = remote.run(long);
  remote.close();
  await assert.rejects(call, { name: 'AbortError' });
  await assert.rejects(remote.run(spec), { name: 'AbortError' });
});

test('a number of workers that is none is refused', async () => {
  await assert.rejects(open(-1), /^RangeError: workers is -1/);
  await assert.rejects(open(/** @type {any} */ ('2')), /^TypeError: workers is "2"/);
});
