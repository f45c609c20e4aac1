// The link keys of the derivative lab.

import { formulaKey, numberKey, objectiveKey, startKey } from '../../state/key-rows.js';
import { oneVariable } from '../../state/own-units.js';
import { shownKey } from '../../state/steps.js';
import { DX_BOUNDS, LR_BOUNDS, STEPS } from './experiment.js';

/**
 * @typedef {import('../../state/schema.js').LinkKeyRow} LinkKeyRow
 */

/** A formula of x alone. @type {LinkKeyRow} */
const ownKey = {
  ...formulaKey,
  read: (texts, draft, context) =>
    formulaKey.read(texts, draft, { ...context, core: oneVariable(context.core) }),
};

const plainDx = numberKey(
  'dx',
  DX_BOUNDS,
  'dx=0.5',
  ({ dx }) => dx,
  (draft, dx) => ({ ...draft, dx }),
);

/** @type {LinkKeyRow} */
const dxKey = {
  ...plainDx,
  read(texts, draft, context) {
    const read = plainDx.read(texts, draft, context);
    if (read.dx !== 0) return read;
    context.report('out_of_range', String(draft.dx));
    return draft;
  },
};

/** @param {import('../../core/catalog.js').Catalog} catalog @returns {LinkKeyRow[]} */
export function derivativeKeys(catalog) {
  return [
    objectiveKey(oneVariable({ catalog }).catalog),
    ownKey,
    startKey(catalog),
    dxKey,
    numberKey(
      'lr',
      LR_BOUNDS,
      'lr=0.1',
      ({ lr }) => lr,
      (draft, lr) => ({ ...draft, lr }),
    ),
    shownKey(STEPS),
  ];
}
