// Sentences made from facts: what a run did, and what was wrong with a link.

import { NoWebAssembly } from '../core/load.js';

/**
 * @typedef {import('./index.js').I18n} I18n
 * @typedef {import('../core/index.js').Diagnosis} Diagnosis
 * @typedef {import('../state/notices.js').Notice} Notice
 */

/** Kinds that are told in the same words however the path turned. */
const PLAIN = ['stalled', 'left'];
const JUMPS = 2.05; // a period below this turns at every step

/**
 * What a run did, in words.
 * @param {Diagnosis} diagnosis @param {I18n} i18n
 */
export function diagnosisSentence(diagnosis, { t, n }) {
  const { kind, remark, factor, period, at, amplitude, x } = diagnosis;
  if (kind === 'left' && at === 0) return t('diagnosis.nowhere');
  const jumps = period < JUMPS;
  const words = {
    factor: n(factor, factorDigits(factor, n)),
    period: n(period, 3),
    at: n(at),
    amplitude: n(amplitude, 3),
    x: n(x, 4),
  };
  if (remark) return t(`diagnosis.${kind}.${remark}`, words);
  const turns = jumps ? 'jumping' : Number.isNaN(period) ? '' : 'swinging';
  const isPlain = turns === '' || PLAIN.includes(kind);
  return t(`diagnosis.${kind}${isPlain ? '' : `.${turns}`}`, words);
}

/**
 * Where a run ended, in words. "" where it has been at no finite point.
 * @param {import('../core/index.js').Run} run @param {I18n} i18n
 */
export function endSentence({ dim, diagnosis }, { t, n }) {
  const { x, y, f } = diagnosis;
  if (!Number.isFinite(f)) return '';
  return t(dim === 1 ? 'runs.end' : 'runs.end2', { x: n(x), y: n(y), f: n(f) });
}

/** Digits that tell a factor from 1. @param {number} factor @param {I18n['n']} n */
function factorDigits(factor, n) {
  if (Math.abs(1 - factor) >= 0.01) return 3;
  return [5, 7, 9, 12].find((count) => n(factor, count) !== n(1, count)) ?? 17;
}

/**
 * The theory of a quadratic beside a run: whether its rate is stable. "" where there is no theory.
 * @param {number} lr @param {number} most the largest stable rate, or NaN @param {I18n} i18n
 */
export function theorySentence(lr, most, { t, n }) {
  if (!(most > 0)) return '';
  const where = lr < most ? 'inside' : lr > most ? 'outside' : 'edge';
  // As many digits as tell the two apart.
  const digits =
    [4, 6, 9, 12].find((count) => lr === most || n(lr, count) !== n(most, count)) ?? 17;
  return t(`theory.${where}`, { rate: n(most, digits), lr: n(lr, digits) });
}

/**
 * The shape of a quadratic: its Hessian's eigenvalues and how unequal they are. "" for anything else.
 * @param {Diagnosis} diagnosis @param {I18n} i18n
 */
export function hessianSentence({ curvature, flattest }, { t, n }) {
  if (Number.isNaN(curvature) || Number.isNaN(flattest)) return '';
  if (flattest === 0) return t('theory.flat', { high: n(curvature, 4) });
  const words = { low: n(flattest, 4), high: n(curvature, 4), ratio: n(curvature / flattest, 4) };
  return t(flattest > 0 ? 'theory.hessian' : 'theory.indefinite', words);
}

/** What is allowed, in words. @param {Notice['allowed']} allowed @param {I18n} i18n */
export function allowedText({ min, max, values, counts, most }, { t, n, bound }) {
  if (values) return values.join(', ');
  if (counts) return counts.join(', ');
  if (min !== undefined) return t('notice.range', { min: bound(min), max: bound(max ?? Infinity) });
  return most === undefined ? '' : n(most);
}

/**
 * A notice as one sentence that names the key, the value, what is allowed and what is used instead.
 * @param {Notice} notice @param {I18n} i18n
 */
export function noticeSentence(notice, i18n) {
  const { code, key, unit, param, value, used } = notice;
  const where = [key, unit, param].filter(Boolean).join(' › ');
  const words = { where, value, allowed: allowedText(notice.allowed, i18n), used };
  const tail = used ? ` ${i18n.t('notice.used', words)}` : '';
  return i18n.t(`notice.${code}`, words) + tail;
}

/**
 * Why there is no lab.
 * @param {unknown} error what loadCore threw @param {I18n} i18n
 */
export function failureSentence(error, { t }) {
  if (!(error instanceof NoWebAssembly)) return String(error);
  return t(error.why === 'blocked' ? 'app.wasmBlocked' : 'app.noWasm');
}

const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** A symbol in plain text: β₁ for β_1. @param {string} symbol */
export const plainSymbol = (symbol) =>
  symbol
    .replace(/_(\d+)$/, (_, below) => [...below].map((digit) => DIGITS[digit]).join(''))
    .replace('_', '');

/**
 * A change in mid-run, in words: "from step 30 η = 0.01".
 * @param {import('../state/types.js').Change} change
 * @param {readonly import('../core/catalog.js').Param[]} params @param {I18n} i18n
 */
export function changeWords({ from, hypers }, params, i18n) {
  const values = Object.entries(hypers).map(([key, value]) => {
    const symbol = params.find((param) => param.key === key)?.symbol ?? key;
    return `${plainSymbol(symbol)}\u00a0=\u00a0${i18n.n(value)}`;
  });
  return i18n.t('runs.change', { t: i18n.n(from, 9), values: values.join(', ') });
}
