// Computes the length of a chapter. Run as a program (`make reading`) it prints all chapters.

import { fileURLToPath } from 'node:url';
import { CHAPTERS } from '../../web/course/chapters.js';

/**
 * @typedef {import('../../web/course/types.js').Beat} Beat
 * @typedef {import('../../web/course/types.js').Chapter} Chapter
 * @typedef {{ en: number, vi: number }} Length words; of Vietnamese syllables, which is what blanks part there
 */

/** Words of a text with formulas that a student reads in a minute. */
const PACE = { en: 160, vi: 200 };
/** Minutes that a student spends on a figure, and on a question. */
const LOOK = 0.15;
const THINK = 0.4;

/** @param {string} text */
const countWords = (text) => text.split(/\s+/).filter((part) => /[\p{L}\d]/u.test(part)).length;

/** What is read of a beat, but for the options of a choice. @param {Beat} beat */
const readOf = ({ text, predict }) => (predict ? [text, predict.ask, predict.after] : [text]);

/** @param {Chapter} chapter @returns {Length} */
export function lengthOf({ beats }) {
  const texts = beats.flatMap(readOf);
  /** @param {'en'|'vi'} lang */
  const inAll = (lang) => texts.reduce((sum, text) => sum + countWords(text[lang]), 0);
  return { en: inAll('en'), vi: inAll('vi') };
}

/** @param {Chapter} chapter @param {'en'|'vi'} lang */
function minutesOf(chapter, lang) {
  const asked = chapter.beats.filter(({ predict }) => predict).length;
  return lengthOf(chapter)[lang] / PACE[lang] + chapter.beats.length * LOOK + asked * THINK;
}

function print() {
  console.log('chapter     beats  asked   words  minutes   syllables  minutes');
  const sums = { en: 0, vi: 0 };
  for (const chapter of CHAPTERS) {
    const { en, vi } = lengthOf(chapter);
    const asked = chapter.beats.filter(({ predict }) => predict).length;
    const minutes = { en: minutesOf(chapter, 'en'), vi: minutesOf(chapter, 'vi') };
    sums.en += minutes.en;
    sums.vi += minutes.vi;
    const row = [
      chapter.key.padEnd(12) + String(chapter.beats.length).padStart(5),
      String(asked).padStart(5),
      ...[String(en).padStart(6), minutes.en.toFixed(1).padStart(7)],
      ...[String(vi).padStart(10), minutes.vi.toFixed(1).padStart(7)],
    ];
    console.log(row.join('  '));
  }
  console.log(
    `in all ${sums.en.toFixed(0)} minutes in English, ${sums.vi.toFixed(0)} in Vietnamese`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print();
