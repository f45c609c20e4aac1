// Questions with their answers as files that course platforms read: Moodle XML, GIFT, and CSV (RFC 4180).

/**
 * @typedef {object} Item a question
 * @property {string} name @property {string} text in plain words
 * @property {number} [answer] @property {number} [within] of a number
 * @property {readonly { text: string, isRight: boolean }[]} [options] of a choice
 */

/** Characters that XML has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text within XML. @param {string} text */
export const escapeXml = (text) =>
  text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** @param {string} text */
const xmlText = (text) => `<text>${escapeXml(text)}</text>`;

/** @param {readonly Item[]} items */
export const moodleXml = (items) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>${items
    .map(({ name, text, answer, within, options }) => {
      const answers = options ?? [{ text: String(answer), isRight: true }];
      const marks = answers.map(
        (each) =>
          `<answer fraction="${each.isRight ? 100 : 0}" format="plain_text">${xmlText(each.text)}${
            options ? '' : `<tolerance>${within}</tolerance>`
          }</answer>`,
      );
      return `\n<question type="${options ? 'multichoice' : 'numerical'}"><name>${xmlText(name)}</name>
<questiontext format="plain_text">${xmlText(text)}</questiontext>${
        options ? '<single>true</single><shuffleanswers>true</shuffleanswers>' : ''
      }${marks.join('')}</question>`;
    })
    .join('')}\n</quiz>\n`;

/** A text within GIFT. @param {string} text */
const escapeGift = (text) => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** @param {readonly Item[]} items */
export const gift = (items) =>
  items
    .map(({ name, text, answer, within, options }) => {
      const said = options
        ? options.map((each) => ` ${each.isRight ? '=' : '~'}${escapeGift(each.text)}`).join('')
        : `#${answer}:${within}`;
      return `::${escapeGift(name)}::[plain]${escapeGift(text)} {${said} }\n`;
    })
    .join('\n');

/** @param {string|number} cell */
const csvCell = (cell) =>
  /[",\r\n]/.test(`${cell}`) ? `"${`${cell}`.replace(/"/g, '""')}"` : `${cell}`;

/** @param {readonly Item[]} items */
export const questionsCsv = (items) =>
  [
    ['name', 'question', 'answer', 'tolerance'],
    ...items.map(({ name, text, answer = '', within = '', options }) => [
      ...[name, text, options?.find(({ isRight }) => isRight)?.text ?? answer, within],
    ]),
  ]
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
