// A course of somebody's own as text: a list of `name:value`, parted by semicolons, which stands in links as
// it is (in a value ";" is "~1" and "~" is "~0"). Nothing is judged here: own-course.js says what is allowed.

/**
 * What a text says, unchecked: what JSON gave, or what `rawOf` made of a link.
 * @typedef {unknown} Raw
 */

/** What a beat has beside its text, in the order in which it is written. */
const BEAT = ['query', 'controls', 'notes'];
/** What a question has beside its kind. */
const ASKED = ['ask', 'after', 'then'];
/** Kinds of questions, and the numbers that stand behind their names. @type {Record<string, string[]>} */
const KINDS = { number: ['answer', 'digits'], choice: ['answer'], place: ['answer', 'within'] };

/** @param {string} text */
const escaped = (text) => text.replaceAll('~', '~0').replaceAll(';', '~1');
/** @param {string} text */
const unescaped = (text) => text.replaceAll('~1', ';').replaceAll('~0', '~');

/** @param {import('./own-course.js').OwnCourse} course @returns {string} "" for an empty one */
export function writeOwn({ title, beats }) {
  /** @type {string[]} */
  const parts = [];
  const add = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    parts.push(`${name}:${escaped(String(value))}`);
  const addAll = (/** @type {string[]} */ names, /** @type {object} */ from) => {
    for (const name of names) if (Reflect.get(from, name)) add(name, Reflect.get(from, name));
  };
  if (title) add('title', title);
  for (const { predict, ...beat } of beats) {
    // Each beat begins with its text, be it empty.
    add('text', beat.text);
    addAll(BEAT, beat);
    if (!predict) continue;
    add(predict.kind, KINDS[predict.kind].map((name) => Reflect.get(predict, name)).join(','));
    for (const option of predict.options ?? []) add('option', option);
    addAll(ASKED, predict);
  }
  return parts.join(';');
}

/**
 * @param {string} text of a link @param {number} most so many beats are looked at, and one more
 * @returns {Raw}
 */
export function rawOf(text, most) {
  /** @type {Record<string, unknown>} */
  const course = { beats: [] };
  const beats = /** @type {Record<string, unknown>[]} */ (course.beats);
  /** what the next value belongs to */
  let asked = course;
  for (const part of text.split(';')) {
    const [name] = part.split(':', 1);
    const value = unescaped(part.slice(name.length + 1));
    const beat = beats.at(-1) ?? course;
    if (name === 'text') {
      if (beats.length > most) break;
      asked = { text: value };
      beats.push(asked);
    } else if (Object.hasOwn(KINDS, name)) {
      asked = { kind: name };
      set(beat, 'predict', asked);
      for (const [i, each] of value.split(',').entries())
        set(asked, KINDS[name][i] ?? 'more', each.trim() === '' ? each : Number(each));
    } else if (name === 'option')
      set(asked, 'options', [
        .../** @type {string[]} */ (asked.options ?? []).slice(0, most),
        value,
      ]);
    else set(ASKED.includes(name) ? asked : beat, name, value);
  }
  return course;
}

/**
 * Whatever the name is: "__proto__" is one like others.
 * @param {object} of @param {string} name @param {unknown} value
 */
const set = (of, name, value) =>
  Object.defineProperty(of, name, { value, enumerable: true, writable: true, configurable: true });
