// Notices: what was wrong with a link. A notice holds facts; i18n makes its sentence from the code.

/**
 * @typedef {object} Notice
 * @property {string} key the link key: "run"; "" for the link as a whole
 * @property {string} unit the unit within it: "adam"; "" where there is none
 * @property {string} param the parameter within that: "beta2"; "" where there is none
 * @property {string} value what was given, at most 60 characters
 * @property {string} code one of NOTICE_CODES
 * @property {Allowed} allowed what would have been right
 * @property {string} used what is used instead, as a link would write it, at most 60 characters; "" for
 *   nothing
 * @property {unknown} detail what the formula parser said, for bad_formula; else null
 *
 * @typedef {object} Allowed every field is optional
 * @property {number} [min] @property {number} [max]
 * @property {string[]} [values] the words to choose from
 * @property {number[]} [counts] how many numbers there may be
 * @property {number} [most] how many characters or repetitions there may be
 *
 * @typedef {(code: string, used: string, more?: Partial<Notice>) => void} Report
 */

/** Every code a notice can have; released codes keep their meaning. */
export const NOTICE_CODES = Object.freeze([
  'unknown_value', // not one of allowed.values
  'unknown_unit', // no objective, optimizer, schedule of that name
  'unknown_parameter', // the unit has no such parameter; it is left out
  'not_a_number',
  'not_whole', // rounded
  'out_of_range', // clamped to allowed.min..max
  'wrong_count', // another number of numbers than allowed.counts
  'empty_range', // from is not below to
  'named_twice', // what must be two different ones
  'repeated', // given more than once; the first is used
  'overridden', // set aside because the key in `used` says the same thing
  'too_many', // only the first allowed.most are used
  'too_long', // more than allowed.most characters
  'bad_formula', // detail says where and why
  'reserved_name', // a rule uses a name that a run's own parameters have
  'missing_rule', // run=custom without a rule
  'read_as', // a formula that is not written as the grammar wants; `used` is how it was read
  'mended', // unreadable as it stands; `used` is the text that other programs made this of
  'unknown_key', // nearly one of allowed.values; it is left out
  'other_lab', // a key of the labs in allowed.values; it is left out
  'unreadable', // a sealed text that was cut or changed on the way
  'nothing_understood', // no key of the link is one of allowed.values; the value has them
]);

/** More than these help nobody: the rest are dropped. */
export const MOST_NOTICES = 20;
const MOST_CHARACTERS = 60;

/** @param {string} text */
function shorten(text) {
  const characters = [...text.slice(0, 2 * MOST_CHARACTERS + 2)];
  if (characters.length <= MOST_CHARACTERS) return text;
  return `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

/** @returns {{ list: Notice[], isFull: () => boolean, add: (notice: Partial<Notice>) => void }} */
export function createNotices() {
  /** @type {Notice[]} */
  const list = [];
  const blank = {
    key: '',
    unit: '',
    param: '',
    value: '',
    code: '',
    allowed: {},
    used: '',
    detail: null,
  };
  const isFull = () => list.length === MOST_NOTICES;
  return {
    list,
    isFull,
    add(notice) {
      if (isFull()) return;
      const { value = '', used = '' } = notice;
      list.push({ ...blank, ...notice, value: shorten(value), used: shorten(used) });
    },
  };
}
