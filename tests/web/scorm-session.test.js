// The session with a course platform, against small fakes: where its API is found, which calls are made in
// which order, and what happens when it refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findApi, MOST_LEVELS } from '../../web/scorm/find-api.js';
import { formatTimespan, Session } from '../../web/scorm/session.js';

/** A window `depth` frames below one that has `api`. @param {number} depth @param {unknown} api */
function windowBelow(depth, api) {
  /** @type {any} */ const top = { API: api };
  top.parent = top;
  /** @type {any} */ let at = top;
  for (let i = 0; i < depth; i++) at = { parent: at };
  return at;
}

/** @typedef {(call: string, name?: string) => boolean} Fails */

/**
 * A platform that keeps values, notes calls and fails where it is told to.
 * @param {{ values?: object, refuse?: Fails, explode?: Fails }} [faults]
 */
function platform({ values = {}, refuse = () => false, explode = () => false } = {}) {
  const kept = new Map(Object.entries({ 'cmi.core.lesson_status': 'not attempted', ...values }));
  /** @type {string[][]} */
  const calls = [];
  let error = '0';
  /** @param {string} name @param {string[]} args @param {() => unknown} work */
  const answer = (name, args, work) => {
    calls.push([name, ...args]);
    assert.ok(args.every((each) => typeof each === 'string'));
    if (explode(name, args[0])) throw new Error('the platform broke');
    error = refuse(name, args[0]) ? '101' : '0';
    return error === '0' ? work() : 'false';
  };
  const api = {
    LMSInitialize: (/** @type {string[]} */ ...args) => answer('LMSInitialize', args, () => 'true'),
    LMSFinish: (/** @type {string[]} */ ...args) => answer('LMSFinish', args, () => 'true'),
    LMSCommit: (/** @type {string[]} */ ...args) => answer('LMSCommit', args, () => true),
    LMSSetValue: (/** @type {string[]} */ ...args) =>
      answer('LMSSetValue', args, () => String(!!kept.set(args[0], args[1]))),
    LMSGetValue: (/** @type {string} */ name) => {
      error = refuse('LMSGetValue', name) ? '401' : '0';
      return error === '0' ? (kept.get(name) ?? '') : '';
    },
    LMSGetLastError: () => error,
    LMSGetErrorString: (/** @type {string} */ code) => `sentence ${code}`,
  };
  return { api, calls, kept };
}

/** @type {import('../../web/scorm/session.js').Report} */
const REPORT = { score: 50, status: 'incomplete', data: '{}', place: 'growing_jumps' };

test('the API is found in this window, up the parents, and up the opener’s parents', () => {
  const api = {};
  for (const depth of [0, 1, 5, MOST_LEVELS - 1])
    assert.equal(findApi(windowBelow(depth, api)), api, `${depth} levels`);
  /** @type {any} */ const popup = { opener: windowBelow(2, api) };
  popup.parent = popup;
  assert.equal(findApi(popup), api);
  assert.equal(findApi({ parent: popup }), api);
});

test('the search for the API ends: too deep, in a circle, in a forbidden window', () => {
  assert.equal(findApi(windowBelow(MOST_LEVELS, {})), undefined);
  const [a, b] = [{}, {}];
  Object.assign(a, { parent: b, opener: b });
  Object.assign(b, { parent: a, opener: a });
  assert.equal(findApi(a), undefined);
  const forbid = () => {
    throw new Error('cross-origin');
  };
  const foreign = Object.defineProperties({}, { API: { get: forbid }, parent: { get: forbid } });
  assert.equal(findApi({ parent: foreign, opener: foreign }), undefined);
  assert.equal(findApi({ parent: null, opener: null }), undefined);
});

test('an API beyond a window of another origin is found all the same', () => {
  const api = {};
  const foreign = { parent: windowBelow(1, api) };
  Object.defineProperty(foreign, 'API', {
    get() {
      throw new Error('cross-origin');
    },
  });
  assert.equal(findApi({ parent: foreign }), api);
});

test('a first visit is initialized, said to be incomplete and committed; a later one keeps its status', () => {
  const { api, calls } = platform();
  const visit = new Session(api).open();
  assert.deepEqual(visit, { data: '', isForCredit: true, lang: '', fault: undefined });
  assert.deepEqual(calls, [
    ['LMSInitialize', ''],
    ['LMSSetValue', 'cmi.core.lesson_status', 'incomplete'],
    ['LMSCommit', ''],
  ]);
  const later = platform({
    values: {
      'cmi.core.lesson_status': 'passed',
      'cmi.core.credit': 'no-credit',
      'cmi.suspend_data': 'kept',
      'cmi.student_preference.language': 'VI-vn',
    },
  });
  const again = new Session(later.api).open();
  assert.deepEqual(again, { data: 'kept', isForCredit: false, lang: 'vi', fault: undefined });
  assert.deepEqual(later.calls, [['LMSInitialize', '']]);
});

test('a result is written whole and committed at once', () => {
  let timeMs = 1000;
  const { api, calls, kept } = platform();
  const session = new Session(api, () => timeMs);
  session.open();
  timeMs += 61_000;
  assert.equal(session.save({ ...REPORT, status: 'passed', score: 83 }), undefined);
  assert.deepEqual(calls.at(-1), ['LMSCommit', '']);
  assert.deepEqual(Object.fromEntries(kept), {
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
    'cmi.core.score.raw': '83',
    'cmi.core.lesson_status': 'passed',
    'cmi.core.lesson_location': 'growing_jumps',
    'cmi.suspend_data': '{}',
    'cmi.core.session_time': '00:01:01',
    'cmi.core.exit': 'suspend',
  });
});

test('before the first answer no score is written', () => {
  const { api, kept } = platform();
  const session = new Session(api);
  session.open();
  session.save({ ...REPORT, score: null });
  assert.ok(!kept.has('cmi.core.score.raw'));
});

test('the visit is finished once, and nothing is said after it', () => {
  const { api, calls, kept } = platform();
  const session = new Session(api);
  session.open();
  session.close(REPORT);
  const said = calls.length;
  session.close(REPORT);
  session.save(REPORT);
  session.commit();
  session.record({ id: 'q', response: 'a', right: 'b' });
  assert.equal(calls.length, said);
  assert.equal(calls.filter(([name]) => name === 'LMSFinish').length, 1);
  assert.deepEqual(calls.at(-1), ['LMSFinish', '']);
  assert.equal(calls.filter(([name]) => name === 'LMSCommit').length, 1); // the one of open()
  assert.equal(kept.get('cmi.core.score.raw'), '50');
  assert.equal(kept.get('cmi.core.exit'), 'suspend');
});

test('a platform that refuses to initialize is a fault that says why, and is left alone', () => {
  const { api, calls } = platform({
    refuse: () => true,
  });
  const session = new Session(api);
  assert.deepEqual(session.open().fault, {
    call: 'LMSInitialize',
    code: '101',
    text: 'sentence 101',
  });
  assert.equal(session.isOpen, false);
  session.save(REPORT);
  session.close(REPORT);
  assert.deepEqual(calls, [['LMSInitialize', '']]);
});

test('a visit that is open already is taken up', () => {
  const { api } = platform({
    values: { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'kept' },
    refuse: (name) => name === 'LMSInitialize',
  });
  const session = new Session(api);
  assert.equal(session.open().data, 'kept');
  assert.equal(session.isOpen, true);
});

test('a refused value or commit is named, and the next report writes everything again', () => {
  for (const broken of ['LMSSetValue', 'LMSCommit']) {
    let isBroken = false;
    const { api, kept } = platform({ refuse: (name) => isBroken && name === broken });
    const session = new Session(api);
    session.open();
    isBroken = true;
    assert.match(String(session.save(REPORT)?.call), new RegExp(`^${broken}`));
    isBroken = false;
    assert.equal(session.save(REPORT), undefined);
    assert.equal(kept.get('cmi.core.score.raw'), '50');
  }
});

test('a platform that throws is a fault, never an exception', () => {
  const { api } = platform({ explode: () => true });
  const session = new Session(api);
  assert.match(String(session.open().fault?.text), /the platform broke/);
  for (const broken of ['LMSSetValue', 'LMSCommit', 'LMSFinish']) {
    const part = platform({ explode: (name) => name === broken });
    const other = new Session(part.api);
    other.open();
    other.save(REPORT);
    other.close(REPORT);
  }
  assert.equal(new Session({}).open().fault?.call, 'LMSInitialize');
});

test('answers are recorded where interactions are kept, and their refusal is no fault', () => {
  const { api, kept } = platform({ values: { 'cmi.interactions._count': '3' } });
  const session = new Session(api);
  session.open();
  session.record({ id: 'weight_record', response: 'a', right: 'b' });
  assert.equal(kept.get('cmi.interactions.3.id'), 'weight_record');
  assert.equal(kept.get('cmi.interactions.3.type'), 'choice');
  assert.equal(kept.get('cmi.interactions.3.student_response'), 'a');
  assert.equal(kept.get('cmi.interactions.3.correct_responses.0.pattern'), 'b');
  assert.equal(kept.get('cmi.interactions.3.result'), 'wrong');
  session.record({ id: 'x_1', response: '56', isRight: true, type: 'numeric' });
  assert.equal(kept.get('cmi.interactions.3.type'), 'numeric');
  assert.equal(kept.get('cmi.interactions.3.result'), 'correct');
  const none = platform({ refuse: (_, name) => !!name?.startsWith('cmi.interactions') });
  const other = new Session(none.api);
  other.open();
  other.record({ id: 'weight_record', response: 'b', right: 'b' });
  assert.ok(!none.calls.some(([, name]) => name?.startsWith('cmi.interactions')));
});

test('time is told as HH:MM:SS, whatever the clock does', () => {
  assert.deepEqual(
    [0, 999, 59_000, 60_000, 3_661_000, 100 * 3_600_000, -5, 1e15].map(formatTimespan),
    [
      '00:00:00',
      '00:00:00',
      '00:00:59',
      '00:01:00',
      '01:01:01',
      '100:00:00',
      '00:00:00',
      '9999:46:40',
    ],
  );
});
