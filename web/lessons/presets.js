// The experiments of the gallery, in the lecture's order. Data only: what an entry shows is what its link
// opens.

import { ADAGRAD, DECAY, RMSPROP } from './adaptive-rates.js';
import { DESCENT, NON_CONVEX, STEEPNESS } from './gradient-descent.js';
import { LANDSCAPES } from './landscapes.js';
import { MAPS } from './maps.js';
import { ADAM, MOMENTUM } from './momentum-and-adam.js';
import { AVERAGES, DERIVATIVE, SAMPLES, SCHEDULES } from './other-labs.js';
import { PRECISION } from './precision.js';

/**
 * @typedef {{ en: string, vi: string }} Words
 *
 * @typedef {object} Entry
 * @property {string} key never changed once released: pages and courses name it
 * @property {string} [deck] the place in the lecture, where it has one
 * @property {string} query a canonical link: the lab and all of the experiment, neither language nor theme
 * @property {Words} title
 * @property {Words} text one sentence: what to look for
 *
 * @typedef {object} Group
 * @property {string} key
 * @property {Words} title
 * @property {readonly Entry[]} entries
 */

/** @type {readonly Group[]} */
export const GROUPS = [
  {
    key: 'gradient-descent',
    title: {
      en: 'Gradient descent and its learning rate',
      vi: 'Gradient descent và learning rate',
    },
    entries: DESCENT,
  },
  {
    key: 'steepness',
    title: { en: 'The rate must suit the function', vi: 'Learning rate phải hợp với hàm' },
    entries: STEEPNESS,
  },
  {
    key: 'non-convex',
    title: { en: 'Not convex, not smooth', vi: 'Không lồi, không trơn' },
    entries: NON_CONVEX,
  },
  {
    key: 'decay',
    title: { en: 'Learning-rate decay', vi: 'Giảm dần learning rate (decay)' },
    entries: DECAY,
  },
  { key: 'adagrad', title: { en: 'Adagrad', vi: 'Adagrad' }, entries: ADAGRAD },
  { key: 'rmsprop', title: { en: 'RMSProp', vi: 'RMSProp' }, entries: RMSPROP },
  { key: 'momentum', title: { en: 'Momentum', vi: 'Momentum' }, entries: MOMENTUM },
  { key: 'adam', title: { en: 'Adam, and the exercise', vi: 'Adam, và bài tập' }, entries: ADAM },
  {
    key: 'landscapes',
    title: { en: 'Landscapes of two variables', vi: 'Địa hình hai biến' },
    entries: LANDSCAPES,
  },
  {
    key: 'maps',
    title: { en: 'Maps: every pixel a run', vi: 'Bản đồ: mỗi điểm ảnh một lượt chạy' },
    entries: MAPS,
  },
  {
    key: 'precision',
    title: { en: 'Numbers with fewer bits', vi: 'Số ít bit hơn' },
    entries: PRECISION,
  },
  {
    key: 'averages',
    title: { en: 'Moving averages', vi: 'Trung bình trượt' },
    entries: AVERAGES,
  },
  {
    key: 'schedules',
    title: { en: 'Schedules of the rate', vi: 'Lịch của learning rate' },
    entries: SCHEDULES,
  },
  {
    key: 'samples',
    title: { en: 'How much a step sees', vi: 'Mỗi bước thấy bao nhiêu' },
    entries: SAMPLES,
  },
  { key: 'derivative', title: { en: 'The derivative', vi: 'Đạo hàm' }, entries: DERIVATIVE },
];

/** All of them, one after the other. */
export const PRESETS = GROUPS.flatMap(({ key: group, entries }) =>
  entries.map((entry) => ({ group, ...entry })),
);
