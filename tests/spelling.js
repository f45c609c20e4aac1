// Checks the spelling of the course and the lessons with hunspell (`make spelling`). It is not a test, because
// dictionaries differ between systems. It prints unknown words: they are misspelt, or belong in WORDS.

import { spawnSync } from 'node:child_process';
import { CHAPTERS } from '../web/course/chapters.js';
import { OTHERS } from '../web/course/others.js';
import { PRESETS } from '../web/lessons/presets.js';
import { QUIZ } from '../web/lessons/quiz.js';

/** Names and terms that no dictionary has; in Vietnamese also spellings that its dictionary has otherwise. */
const WORDS = {
  en:
    'Adagrad AdamW AMSGrad Beale colour EWA Goh grey Himmelblau iy Kingma Kumar MLP perceptron ' +
    'Radford Rastrigin Reddi ReLU RMSProp Rosenbrock SMA softmax standardised',
  vi: 'cược hòa hóa khóa logarit lũy nấn parabol ron softmax tọa zắc zíc',
};

/**
 * The words of a text that a dictionary does not have.
 * @param {string} dictionary @param {string} text
 */
function unknownTo(dictionary, text) {
  const { error, stdout, stderr } = spawnSync('hunspell', ['-i', 'utf-8', '-d', dictionary, '-l'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (error || stderr) throw new Error(`hunspell with ${dictionary}: ${error ?? stderr}`);
  return new Set(stdout.split('\n').filter(Boolean));
}

/**
 * All texts in one language, below whatever holds them.
 * @param {unknown} data @param {string} lang @returns {string[]}
 */
const textsIn = (data, lang) =>
  data && typeof data === 'object'
    ? Object.entries(data).flatMap(([key, value]) =>
        key === lang && typeof value === 'string' ? [value] : textsIn(value, lang),
      )
    : [];

/** Words only: formulas, letters with signs and placeholders are no words. @param {string} text */
const wordsOf = (text) =>
  (
    text
      .replaceAll('’', "'")
      .replace(/\{\w+\}|\S*[=_/&]\S*/g, ' ')
      .match(/\p{L}[\p{L}']*/gu) ?? []
  ).filter((word) => word.length > 1 && !/[α-ωΑ-Ωʰ-˿ᴀ-ᶿⁿ₀-ₜ]/u.test(word));

let faults = 0;
for (const lang of /** @type {const} */ (['en', 'vi'])) {
  const texts = [CHAPTERS, OTHERS, PRESETS, QUIZ].flatMap((data) => textsIn(data, lang));
  const list = [...new Set(wordsOf(texts.join('\n')))].join('\n');
  const known = new Set(
    `${WORDS.en} ${WORDS[lang]}`.split(/\s+/).map((word) => word.toLowerCase()),
  );
  // Vietnamese keeps English terms.
  const missed = [...unknownTo(lang === 'en' ? 'en_US' : 'vi_VN', list)].join('\n');
  const unknown = lang === 'en' ? unknownTo('en_US', missed) : unknownTo('en_US', missed);
  const left = [...unknown].filter((word) => !known.has(word.toLowerCase().replace(/'s$/, '')));
  console.log(`${lang}: ${left.length ? left.join(' ') : 'no unknown word'}`);
  faults += left.length;
}
process.exitCode = faults ? 1 : 0;
