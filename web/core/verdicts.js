// What is said of a number that was checked, by its place: as c/check/mistakes.h has them.

export const VERDICTS = /** @type {const} */ (['', 'agrees', 'rounded', 'follows', 'wrong']);
export const [NOT_GIVEN, AGREES, ROUNDED, FOLLOWS, WRONG] = VERDICTS.keys();
