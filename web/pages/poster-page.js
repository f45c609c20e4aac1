// The page that posters are screenshots of: a preset's title, its formula and runs in words, and its
// picture.

import { html, render } from 'lit';
import { runStyle } from '../charts/run-style.js';
import { readTheme } from '../charts/theme.js';
import { paintCanvas } from '../charts/thumbnail.js';
import { loadCore } from '../core/index.js';
import { mathElement } from '../elements/mathml.js';
import { fence, inLanguage, mathOf, operator, row } from '../formula/math.js';
import { createI18n } from '../i18n/index.js';
import { changeWords } from '../i18n/sentences.js';
import { LABS } from '../labs/index.js';
import { pictureOf } from '../labs/picture.js';
import { decodeExperiment } from '../state/decode.js';
import { registerLabs } from '../state/labs.js';

/**
 * @typedef {import('../formula/math.js').MathNode} MathNode
 * @typedef {import('../i18n/index.js').I18n} I18n
 * @typedef {import('../state/types.js').ExperimentRun} ExperimentRun
 * @typedef {import('../state/types.js').KeyedUnit | import('../state/types.js').OwnFormula} Objective
 */

/** A poster is seen small: its strokes are this much wider than the stage's. */
const SCALE = 1.6;
/** Runs that are named; the rest of a longer list is left out. */
const MOST_RUNS = 5;
/** Sizes of the formula, in px: the largest that stays within the height. */
const FORMULA = { size: 38, least: 20, height: 100 };

/** @type {import('../core/index.js').Core} */
let core;

/**
 * The objective's formula with its parameters' values put in: 9x^2 for a*x^2.
 * @param {Objective} objective
 */
function formulaText(objective) {
  if ('formula' in objective) return objective.formula;
  const { formula } = /** @type {{ formula: string }} */ (
    core.catalog.objectives.find(({ key }) => key === objective.key)
  );
  return formula
    .replace(/[a-z]\w*/gi, (name) =>
      Object.hasOwn(objective.params, name) ? `(${objective.params[name]})` : name,
    )
    .replace(/ \+ \(0\)\*\w+/g, '')
    .replace(/\(1\)\*/g, '');
}

/**
 * The terms of a sum, each but the first with its sign: a line can break between them.
 * @param {MathNode} math @returns {MathNode[]}
 */
function termsOf(math) {
  const [left, sign, right, ...more] = math.children ?? [];
  const isSum = math.tag === 'mrow' && !more.length && /^[+−]$/.test(sign?.text ?? '');
  const infix = { ...sign, attributes: { form: 'infix' } };
  return isSum ? [...termsOf(left), row(infix, right)] : [math];
}

/**
 * f(x) = …, one element for each part that stays on one line.
 * @param {Objective} objective @param {I18n} i18n
 */
function formulaMath(objective, i18n) {
  const { ast, dim } = core.parseFormula(formulaText(objective));
  if (!ast) return [];
  const name = (/** @type {string} */ text) => ({ tag: 'mi', text });
  const axes = dim === 1 ? [name('x')] : [name('x'), operator(','), name('y')];
  const left = row(name('f'), fence(row(...axes)), operator('='));
  const right = inLanguage(mathOf(ast.lines[0].expr, name), (value) => i18n.n(value));
  return [left, ...termsOf(right)].map((part) => mathElement(part));
}

/** s₀ for s_0. @param {string} symbol */
const lowered = (symbol) =>
  symbol.replace(/_(\d)/g, (_, digit) => String.fromCodePoint(0x2080 + Number(digit)));

/** A quantity that stays on one line. @param {string} symbol @param {number} value @param {I18n} i18n */
const equation = (symbol, value, i18n) => `${lowered(symbol)}\u00a0=\u00a0${i18n.n(value)}`;

const uncapitalized = (/** @type {string} */ text) => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * A run in words: optimizer, rate, the hypers that differ from their presets, schedule, modifiers, changes.
 * @param {ExperimentRun} run @param {I18n} i18n
 */
function runWords({ optimizer, hypers, schedule, modifiers = {}, changes = [] }, i18n) {
  const { optimizers, schedules, modifiers: all } = core.catalog;
  const record = optimizers.find(({ key }) => key === optimizer);
  const told = (record?.hypers ?? []).filter(
    ({ key, preset }, i) => i === 0 || hypers[key] !== preset,
  );
  const decay = schedules.slice(1).filter(({ key }) => key === schedule.key);
  const modified = all.filter(({ key }) => modifiers[key] !== undefined);
  return [
    record ? i18n.name('optimizers', record) : i18n.t('runs.own'),
    ...told.map(({ key, symbol }) => equation(symbol, hypers[key], i18n)),
    ...decay.map((each) => uncapitalized(i18n.name('schedules', each))),
    ...modified.map((each) => uncapitalized(i18n.name('modifiers', each))),
    ...changes.map((each) => changeWords(each, record?.hypers ?? [], i18n)),
  ].join(', ');
}

/** A run's mark and what it is. @param {ExperimentRun} run @param {number} index @param {I18n} i18n */
function renderRun(run, index, i18n) {
  const { hue, dash, marker } = runStyle(index);
  return html`<li><svg class="hue-${hue + 1}" viewBox="-10 -5 20 10" width="56" height="28">
      <line x1="-9" x2="9" y1="0" y2="0" stroke-dasharray=${dash.map((d) => d / 3).join(' ')}></line>
      <path d=${marker} transform="scale(2.9)"></path></svg><span>${runWords(run, i18n)}</span></li>`;
}

/** Makes the formula as small as it must be. @param {HTMLElement} formula */
function fitFormula(formula) {
  for (let { size } = FORMULA; size >= FORMULA.least; size -= 2) {
    formula.style.fontSize = `${size}px`;
    const isWide = formula.scrollWidth > formula.clientWidth;
    if (!isWide && formula.offsetHeight <= FORMULA.height) return;
  }
}

/** @param {string} base64 */
export async function load(base64) {
  registerLabs(LABS);
  core = await loadCore({
    wasm: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  });
}

/**
 * Shows a preset's poster. Of labs without pictures and formulas it has the words.
 * @param {{ query: string, title: string, lang: string }} preset
 */
export async function show({ query, title, lang }) {
  const i18n = createI18n(lang);
  const { experiment } = decodeExperiment(query, '', core);
  const paint = await pictureOf(experiment, core);
  const root = /** @type {HTMLElement} */ (document.querySelector('#poster'));
  document.documentElement.lang = lang;
  const { objective } = experiment;
  const runs = (objective && experiment.runs) ?? [];
  render(
    html`<section class=${paint ? 'words' : 'words alone'}><p class="brand">Descent Lab</p><h1>${title}</h1>
      ${objective ? html`<p class="formula">${formulaMath(objective, i18n)}</p>` : ''}
      <ul>${runs.slice(0, MOST_RUNS).map((run, i) => renderRun(run, i, i18n))}</ul></section>
      ${paint ? html`<canvas></canvas>` : ''}`,
    root,
  );
  const formula = root.querySelector('.formula');
  if (formula) fitFormula(/** @type {HTMLElement} */ (formula));
  const canvas = root.querySelector('canvas');
  if (!canvas || !paint) return;
  const size = { width: canvas.clientWidth / SCALE, height: canvas.clientHeight / SCALE };
  paintCanvas(canvas, paint, readTheme(canvas), size);
}

/** What the page's global object has, for the browser that photographs it. */
export const poster = { load, show };
Object.assign(globalThis, { poster });
