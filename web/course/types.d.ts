// The course as data: chapters made of beats. Chapters stand in chapters/<key>.js (`export const <key>`), in
// order in chapters.js (`export const CHAPTERS`). Texts are plain text with Unicode mathematics
// (x₁ = x₀ − η f′(x₀)); the only markup is *emphasis*.

/** A text in both languages. */
export interface Both {
  en: string;
  vi: string;
}

/** One idea. */
export interface Chapter {
  /** what links say: `at=<key>` */
  key: string;
  title: Both;
  /** one line, for the contents */
  idea: Both;
  beats: readonly Beat[];
}

/** One to three sentences, and what the figure shows beside them. */
export interface Beat {
  text: Both;
  /**
   * The whole state of the figure: a link's query without lang, theme, embed and layout, as
   * 'lab=descent&steps=40&t=1&v=1'.
   */
  query: string;
  /** the link key `controls`: what stays beside the figure ('lr,x0'); none: player and stage only */
  controls?: string;
  /** asked before the figure may move */
  predict?: Prediction;
  /** what a lecturer may say */
  notes?: Both;
}

interface Asked {
  ask: Both;
  /** said once the right answer is known */
  after: Both;
  /** what the figure shows then; left out, it walks through `query` once */
  then?: string;
}

/** A number, right when it is `answer` to so many significant digits. */
export interface NumberPrediction extends Asked {
  kind: 'number';
  answer: number;
  digits: number;
}

/** One of several; `answer` is its index. */
export interface ChoicePrediction extends Asked {
  kind: 'choice';
  options: readonly Both[];
  answer: number;
}

/** A point on the x axis, right within so much of `answer`. */
export interface PlacePrediction extends Asked {
  kind: 'place';
  answer: number;
  within: number;
  /** the curve is hidden: a reader may look at so many places */
  looks?: number;
}

export type Prediction = NumberPrediction | ChoicePrediction | PlacePrediction;
