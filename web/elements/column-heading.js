// What a column of a run is called on the page, from what it holds.

import { html } from 'lit';
import { symbolFor } from '../formula/symbols.js';

/** @typedef {import('../state/own-columns.js').RunColumn} Column */

/** @param {unknown} above @param {unknown} below */
const partial = (above, below) => html`∂${above}/∂${below}`;

const f = html`<i>f</i>`;
const g = html`<i>g</i>`;
const L = html`<i>L</i>`;
/** The loss on the batch of the step to come. */
const L_B = html`<i>L</i><sub>B</sub>`;

/**
 * @typedef {object} Look
 * @property {1|2} dim
 * @property {boolean} isNoisy whether the gradients have noise: then they are no derivatives of f
 * @property {boolean} isSampled whether f is the loss of a fitted line, and the gradients those of batches
 */

/** @param {Column} column @param {Look} look */
function gradient({ axis }, { dim, isNoisy, isSampled }) {
  const at = html`<i>${axis}</i>`;
  if (isSampled) return partial(L_B, at);
  if (isNoisy) return dim === 1 ? g : html`${g}<sub>${axis}</sub>`;
  return dim === 1 ? html`<i>f′</i>(${at})` : partial(f, at);
}

/**
 * A slot as its record or its key is written; the axis is added to the subscript.
 * @param {Column} column @param {Look} look
 */
function slot({ slot: key, axis, symbol }, { dim }) {
  const known = new Map(symbol === undefined ? [] : [[`${key}`, symbol]]);
  const { base, below, over } = symbolFor(`${key}`, known);
  const under = [below, dim === 2 && axis].filter(Boolean).join(',');
  const letter = over ? `${base}\u0302` : base;
  return under ? html`<i>${letter}</i><sub>${under}</sub>` : html`<i>${letter}</i>`;
}

/** @type {Record<Column['kind'], (column: Column, look: Look) => unknown>} */
const HEADINGS = {
  coordinate: ({ axis }) => html`<i>${axis}</i>`,
  f: (_, { isSampled }) => (isSampled ? L : f),
  gradient,
  norm: (_, { isNoisy, isSampled }) =>
    html`|${isSampled ? html`∇${L_B}` : isNoisy ? g : html`∇${f}`}|`,
  rate: () => html`<i>η</i>`,
  slot,
  update: ({ axis }) => html`Δ<i>${axis}</i>`,
  batch_loss: () => L_B,
  evals_f: () => html`#${f}`,
  evals_g: () => html`#∇${f}`,
  evals_h: () => html`#<i>H</i>`,
  effective: ({ axis }) => html`<i>η</i><sub>${axis}</sub>`,
  average: slot,
  value: () => html`<i>s</i>`,
};

/** @param {Column} column @param {Look} look */
export const headingOf = (column, look) => HEADINGS[column.kind](column, look);
