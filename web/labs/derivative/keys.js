// The link keys of the derivative lab.

import { formulaKey, numberKey, objectiveKey, startKey } from '../../state/key-rows.js';
import { oneVariable } from '../../state/own-units.js';
import { shownKey } from '../../state/steps.js';
import { DX_BOUNDS, LR_BOUNDS, STEPS } from './experiment.js';

/** @typedef {import('./experiment.js').DerivativeExperiment} DerivativeExperiment */

/**
 * @template E
 * @typedef {import('../../state/types.js').LinkKeyRow<E>} LinkKeyRow
 */

/** A formula of x alone. @type {typeof formulaKey} */
const ownKey = {
  ...formulaKey,
  read: (texts, draft, context) =>
    formulaKey.read(texts, draft, { ...context, core: oneVariable(context.core) }),
};

/** @type {LinkKeyRow<DerivativeExperiment>} */
const plainDx = numberKey(
  'dx',
  DX_BOUNDS,
  'dx=0.5',
  ({ dx }) => dx,
  (_, dx) => ({ dx }),
);

/** @type {LinkKeyRow<DerivativeExperiment>} */
const dxKey = {
  ...plainDx,
  read(texts, draft, context) {
    const changed = plainDx.read(texts, draft, context);
    if (changed.dx !== 0) return changed;
    context.report('out_of_range', String(draft.dx));
    return {};
  },
};

/** @param {import('../../core/catalog.js').Catalog} catalog @returns {LinkKeyRow<DerivativeExperiment>[]} */
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
      (_, lr) => ({ lr }),
    ),
    shownKey(STEPS),
  ];
}
