// The half of a lab's record that shows it. Methods rather than functions as fields: see state/types.d.ts.

import type { Plot } from '../charts/svg-picture.js';
import type { Core, Run } from '../core/index.js';
import type { I18n } from '../i18n/index.js';
import type { AnyExperiment } from '../state/types.js';
import type { LabView } from './lab-view.js';

/** What a step table shows: for each name a column of `rows` numbers. */
export interface Table extends Pick<Run, 'rows' | 'names'> {
  columns: { readonly [name: string]: Float64Array };
}

export interface Outputs<E extends AnyExperiment = AnyExperiment> {
  /** One line that names what is shown. */
  title(experiment: E, core: Core, i18n: I18n): string;
  /** What its stage shows, in words. */
  caption(experiment: E, core: Core, i18n: I18n): string;
  /** What its step table shows, for a file; left out where it has no table. */
  table?(experiment: E, core: Core): Table;
  /** Its stage as a picture that can be drawn at any size; left out where it has none. */
  plot?(experiment: E, core: Core, i18n: I18n): Plot;
  /** The same where it takes time; undefined: plot() does. */
  slowPlot?(experiment: E, core: Core, i18n: I18n): Promise<Plot> | undefined;
  /** The point reached at the step shown, where another experiment can start from it. */
  point?(experiment: E, core: Core): number[] | undefined;
}

export interface Screen<E extends AnyExperiment = AnyExperiment> extends Outputs<E> {
  /** its element, a LabView */
  tag: string;
  /** a style sheet, for the shadow root that the element renders into */
  styles: string;
  /** those of PARTS that it has */
  parts: readonly string[];
  /** reads what makes exercises of its experiments; left out where it sets none */
  maker?(): Promise<unknown>;
  /** those of LOCKS that hold something in it */
  locks: readonly string[];
}

/** What the parts of a lab may be told. */
export interface Part extends Element {
  /** whether something is being dragged: views stand still meanwhile */
  hold?(isHeld: boolean): void;
  /** what was left for later is needed now */
  hurry?(): void;
  /** the page is printed */
  toPaper?(): void;
  /** the page has been printed */
  toScreen?(): void;
}

/** What is shown slide by slide. */
export interface Slides {
  next(): void;
  back(): void;
  first(): void;
  last(): void;
  play(): void;
  /** opens the lecturer's window */
  notes(): void;
  digit(digit: string): void;
}

/** Of an exercise. */
export interface Score {
  /** 0 to 100 */
  score: number;
  /** so many are right */
  right: number;
  /** of so many questions */
  of: number;
  /** all are right or were told */
  done: boolean;
}

/** What a lab's event `answer` carries. */
export interface AnswerDetail extends Score {
  /** its key; "": all were told */
  question: string;
  /** as it was typed, or the option */
  given: string;
  isRight: boolean;
}

/** The element of a lab. */
export interface View extends LabView<AnyExperiment> {
  /** what it shows of itself while presenting, in place of steps */
  slides?: Slides;
  /** of the exercise that is set */
  score?: Score;
  /** once everything that is computed elsewhere is there */
  computed?(): Promise<void>;
}
