// A course of somebody's own: what its text or file may say, read like a link, with a fault for all that is
// wrong. Its texts are plain, its figures are links.

import { decodeExperiment } from '../state/decode.js';
import { encodeExperiment } from '../state/encode.js';
import { MOST_NOTICES } from '../state/notices.js';
import { PLAIN_DRESS } from '../state/page-keys.js';
import { MOST_OWN, MOST_OWN_BEATS } from './keys.js';

/**
 * @typedef {import('../core/index.js').Core} Core
 * @typedef {import('../state/notices.js').Notice} Notice
 *
 * @typedef {object} OwnPredict `then`: "" where the figure walks
 * @property {'number'|'choice'|'place'} kind
 * @property {string} ask @property {string} after @property {string} then @property {number} answer
 * @property {number} [digits] of a number @property {number} [within] of a place
 * @property {readonly string[]} [options] of a choice
 *
 * @typedef {object} OwnBeat
 * @property {string} text @property {string} query @property {string} controls @property {string} notes
 * @property {OwnPredict} [predict]
 *
 * @typedef {{ title: string, beats: readonly OwnBeat[] }} OwnCourse
 *
 * @typedef {Pick<Notice, 'code'|'value'|'used'|'allowed'> & { where: string }} Fault
 *   where: "beat 3 › text"
 *
 * @typedef {{ core: Core, faults: Fault[] }} Reading
 */

/** What a file says it is. */
export const FORMAT = 'descent-lab-course';
/** Characters and numbers of things at most; own-course.schema.json says the same. */
export const LIMITS = Object.freeze({
  ...{ file: MOST_OWN, beats: MOST_OWN_BEATS, title: 100, text: 1000, query: 2000, controls: 100 },
  ...{ notes: 1000, ask: 300, after: 600, options: 6, option: 120, digits: 6, number: 1e15 },
});
/** @type {number} */
const MOST = LIMITS.number;
/** The fewest options of a choice. */
export const FEWEST_OPTIONS = 2;

/** @type {OwnCourse} */
const EMPTY = { title: '', beats: [] };
/** A figure where none is given. */
export const FIRST_FIGURE = 'lab=descent&v=1';

/** What no text needs: control characters but for line breaks, marks that turn the reading around, halves. */
const UNSEEN = /(?!\n)\p{Cc}|[\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** @param {unknown} raw @returns {raw is Record<string, unknown>} */
const isRecord = (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/**
 * @param {Reading} reading @param {string} where @param {string} code @param {unknown} value
 * @param {Notice['allowed']} allowed @param {unknown} [used]
 */
function fault({ faults }, where, code, value, allowed, used = '') {
  // What is in a list or an object may be as deep as its file is long.
  const isLarge = typeof value === 'object' && value !== null;
  const text = isLarge ? (Array.isArray(value) ? '[…]' : '{…}') : String(value ?? '');
  if (faults.length < MOST_NOTICES)
    faults.push({
      where,
      code,
      value: text.slice(0, 60),
      allowed,
      used: String(used).slice(0, 60),
    });
}

/**
 * A record of these fields; any other is a fault.
 * @param {Reading} reading @param {unknown} raw @param {string[]} values @param {string} where
 */
function record(reading, raw, values, where) {
  if (!isRecord(raw)) fault(reading, where, 'unknown_value', raw, { values: ['object'] });
  const found = isRecord(raw) ? raw : {};
  for (const key of Object.keys(found))
    if (!values.includes(key)) fault(reading, where, 'unknown_parameter', key, { values });
  return found;
}

/** @param {Reading} reading @param {unknown} raw @param {number} most @param {string} where */
function text(reading, raw = '', most, where) {
  const isText = typeof raw === 'string';
  if (!isText) fault(reading, where, 'unknown_value', raw, { values: ['string'] });
  else if (raw.length > most) fault(reading, where, 'too_long', raw, { most });
  return isText ? raw.slice(0, most).replace(UNSEEN, '') : '';
}

/** @param {Reading} reading @param {unknown} raw @param {string} where */
function number(reading, raw, where, min = -MOST, max = MOST, isWhole = false) {
  const given = typeof raw === 'number' ? raw : Number.NaN;
  const used = Math.min(max, Math.max(min, isWhole ? Math.round(given) : given)) || 0; // not −0
  if (Number.isNaN(given)) fault(reading, where, 'not_a_number', raw, { min, max }, used);
  else if (given < min || given > max)
    fault(reading, where, 'out_of_range', `${given}`, { min, max }, used);
  else if (used !== given && isWhole) fault(reading, where, 'not_whole', given, { min, max }, used);
  return used;
}

/**
 * A figure: a link's query, as it is written canonically; "" where there is none.
 * @param {Reading} reading @param {unknown} raw @param {string} where
 */
function figure(reading, raw, where, controls = '') {
  const { core } = reading;
  const query = text(reading, raw, LIMITS.query, where);
  if (query === '') return '';
  const { experiment, notices } = decodeExperiment(`${query}&controls=${controls}`, '', core);
  for (const { key, code, value, allowed, used } of notices)
    fault(reading, `${where} › ${key}`, code, value, allowed, used);
  // No course in a course.
  if (!('at' in experiment))
    return encodeExperiment({ ...experiment, ...PLAIN_DRESS }, core.catalog);
  fault(reading, where, 'unknown_value', query, { values: [FIRST_FIGURE] });
  return '';
}

/** What only questions of a kind have. @type {Record<string, 'digits'|'options'|'within'>} */
export const OF_KIND = { number: 'digits', choice: 'options', place: 'within' };

/** @param {Reading} reading @param {unknown} raw @param {string} where @returns {string[]} */
function options(reading, raw, where) {
  const list = Array.isArray(raw) ? raw : [];
  const { options: most, option } = LIMITS;
  if (list.length < FEWEST_OPTIONS || list.length > most)
    fault(reading, where, 'wrong_count', raw, { counts: [FEWEST_OPTIONS, most] });
  return list.slice(0, most).map((each) => text(reading, each, option, where));
}

/** @param {Reading} reading @param {unknown} raw @param {string} at @returns {OwnPredict|undefined} */
function predict(reading, raw, at) {
  const kinds = Object.keys(OF_KIND);
  const known = ['kind', 'ask', 'after', 'then', 'answer', ...Object.values(OF_KIND)];
  const given = record(reading, raw, known, at);
  const kind = /** @type {OwnPredict['kind']} */ (given.kind);
  const { length } = reading.faults;
  if (!kinds.includes(kind))
    fault(reading, `${at} › kind`, 'unknown_value', kind, { values: kinds });
  const own = OF_KIND[kind];
  const where = `${at} › ${own}`;
  let more = {};
  let range = /** @type {[number?, number?, boolean?]} */ ([]);
  if (own === 'digits')
    more = { digits: number(reading, given.digits ?? 2, where, 1, LIMITS.digits, true) };
  if (own === 'within') more = { within: number(reading, given.within, where, 0) };
  if (own === 'options') {
    const list = options(reading, given.options, where);
    more = { options: list };
    range = [0, list.length - 1, true];
  }
  const answer = number(reading, given.answer, `${at} › answer`, ...range);
  const isLame = reading.faults.slice(length).some(({ code }) => FATAL.includes(code));
  const texts = {
    ask: text(reading, given.ask, LIMITS.ask, `${at} › ask`),
    after: text(reading, given.after, LIMITS.after, `${at} › after`),
    then: figure(reading, given.then, `${at} › then`),
  };
  return isLame ? undefined : { kind, ...texts, answer, ...more };
}

/** Faults that leave nothing to ask. */
const FATAL = ['unknown_value', 'not_a_number', 'wrong_count'];

/** @param {Reading} reading @param {unknown} raw @param {number} index @returns {OwnBeat} */
function beat(reading, raw, index) {
  const at = `beat ${index + 1}`;
  const given = record(reading, raw, ['text', 'query', 'controls', 'notes', 'predict'], at);
  const said = text(reading, given.controls, LIMITS.controls, `${at} › controls`);
  const controls = said.replace(/[^\w.,]/g, '');
  if (controls !== said)
    fault(reading, `${at} › controls`, 'unknown_value', said, { values: ['lr,x0'] });
  return {
    text: text(reading, given.text, LIMITS.text, `${at} › text`),
    query: figure(reading, given.query, `${at} › query`, controls) || FIRST_FIGURE,
    controls,
    notes: text(reading, given.notes, LIMITS.notes, `${at} › notes`),
    ...(given.predict === undefined
      ? {}
      : { predict: predict(reading, given.predict, `${at} › predict`) }),
  };
}

/** @param {unknown} raw @param {Core} core @returns {{ course: OwnCourse, faults: readonly Fault[] }} */
export function checkOwn(raw, core) {
  const reading = { core, faults: /** @type {Fault[]} */ ([]) };
  const given = record(reading, raw, ['format', 'title', 'beats'], 'course');
  const { beats } = given;
  const { beats: most, title } = LIMITS;
  const list = Array.isArray(beats) ? beats : [];
  if (list !== beats) fault(reading, 'beats', 'unknown_value', beats, { values: ['array'] });
  if (list.length > most) fault(reading, 'beats', 'too_many', list.length, { most });
  const course = {
    title: text(reading, given.title, title, 'title'),
    beats: list.slice(0, most).map((each, i) => beat(reading, each, i)),
  };
  return { course, faults: reading.faults };
}

let last = { text: '', course: EMPTY, faults: /** @type {readonly Fault[]} */ ([]) };

/** What a text of JSON says; undefined where it is none. @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The course of a link's text, JSON without what is empty; read once.
 * @param {string} own @param {Core} core
 */
export function readOwn(own, core) {
  if (own !== last.text) last = { text: own, ...checkOwn(own ? parsed(own) : EMPTY, core) };
  return last;
}

/** @param {OwnCourse} course @returns {string} "" for an empty one */
export const writeOwn = (course) =>
  course.title || course.beats.length
    ? JSON.stringify(course, (key, value) => (value === '' && !(key >= '0') ? undefined : value))
    : '';

/**
 * @param {string} file @param {Core} core
 * @returns {ReturnType<typeof checkOwn> | { flaw: 'too_long'|'not_json'|'not_ours' }}
 */
export function readOwnFile(file, core) {
  if (file.length > LIMITS.file) return { flaw: 'too_long' };
  const raw = parsed(file);
  if (raw === undefined) return { flaw: 'not_json' };
  return isRecord(raw) && raw.format === FORMAT ? checkOwn(raw, core) : { flaw: 'not_ours' };
}

/** @param {OwnCourse} course @returns {string} a file: JSON */
export const writeOwnFile = (course) =>
  `${JSON.stringify({ format: FORMAT, ...course }, null, 2)}\n`;
