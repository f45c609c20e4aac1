/** The score from which the quiz, or an exercise, is passed, of 100. */
export const PASS_SCORE = 60;
