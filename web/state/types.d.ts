// The types that the whole page shares. Records of labs and rows of keys have methods rather than functions
// as fields: so the record of one lab counts as a record of any lab, although it takes experiments of its own
// kind only.

import type { Catalog } from '../core/catalog.js';
import type { Allowed, Report } from './notices.js';
import type { LinkCore } from './own-units.js';

export type Numbers = Readonly<Record<string, number>>;

/** A unit of the catalog with the values of all its parameters. */
export interface KeyedUnit {
  key: string;
  params: Numbers;
}

export interface OwnFormula {
  formula: string;
}

/** What belongs to the page rather than to the experiment shown on it. */
export interface PageFields {
  /** "": the reader's */
  lang: string;
  /** "": the reader's */
  theme: string;
  embed: boolean;
  /** "figure": stage, chosen controls, player and worked step alone, as in a frame; "": everything */
  layout: string;
  /** the controls that a figure keeps */
  controls: readonly string[];
  /** parts of the page that are left out */
  hide: readonly string[];
  /** what the reader cannot change */
  lock: readonly string[];
}

/** Other hypers from a step on. */
export interface Change {
  /** the first step that uses them, from 1 */
  from: number;
  hypers: Numbers;
}

export interface ExperimentRun {
  /** a key of the catalog, or "custom": the experiment's own rule */
  optimizer: string;
  /** all of them */
  hypers: Numbers;
  schedule: KeyedUnit;
  /** the numbers of those that are on; left out where none is */
  modifiers?: Numbers;
  /** in mid-run, in the order of their steps; left out where there are none */
  changes?: readonly Change[];
  hidden: boolean;
}

/** What an experiment with runs of optimizers has. */
export interface WithRuns {
  /** 1 to 8 */
  runs: readonly ExperimentRun[];
  /** the run shown in full: its place, from 0 */
  selected: number;
  /** the user's own update rule, or "" */
  rule: string;
}

/**
 * An experiment of any lab: plain frozen data. The fields that may be missing mean the same in every lab that
 * has them.
 */
export interface AnyExperiment extends PageFields, Partial<WithRuns> {
  /** the key of its lab */
  lab: string;
  /** what is descended */
  objective?: KeyedUnit | OwnFormula;
  start?: readonly number[];
  /** the step shown */
  t?: number;
  exercise?: Exercise;
}

/** What is asked of an experiment, and how. */
export interface Exercise {
  /** one of TASKS */
  task: string;
  /** so many steps */
  ask: number;
  /** significant digits */
  digits: number;
  /** of each answer before it is told; 0: as many as one likes */
  tries: number;
  /** the student whose numbers these are; 0: the teacher's */
  who: number;
  /** whether f is drawn */
  curve: boolean;
  /** the teacher's own, in their order */
  hints: readonly string[];
  /** as it is before its numbers are varied */
  template: Pick<Experiment, 'objective' | 'start' | 'runs' | 'selected'>;
}

/** An experiment of the descent lab, or of a lab with the same fields. */
export interface Experiment extends PageFields, WithRuns {
  lab: string;
  objective: KeyedUnit | OwnFormula;
  /** one number in 1D, two in 2D */
  start: readonly number[];
  steps: number;
  noise: { sigma: number; seed: number };
  /** the number format of all runs; left out: doubles */
  precision?: Precision;
  /** the step shown, 0 to steps */
  t: number;
  /** x from, x to, y from, y to (1D: the first two may stand alone); null: fitted */
  view: null | readonly number[];
  /**
   * of two variables: azimuth and elevation of the eye in degrees; null: seen from above, not as a surface
   */
  surface: null | readonly number[];
  /** the reader checks numbers of their own */
  check?: true;
  exercise?: Exercise;
  /** a map is seen instead of the plane or the curve */
  map?: MapSeen;
}

/** A number format, by its key, and what is switched on beside it. */
export interface Precision {
  format: import('../core/types.js').Format;
  stochastic?: true;
  master?: true;
}

/** A map of the selected run: each pixel is a run of its own. */
export interface MapSeen {
  /** what its sides are of, in words of links: "x", "lr", "f.a" */
  axes: readonly [string, string];
  /** from and to of the first, then of the second; null: as usual */
  range: null | readonly number[];
  /** what a pixel shows: a word of MAP_SHOWS */
  show: string;
  /** a run has arrived where it stays so near */
  tolerance: number;
}

/** What can be added and removed: a run, an average. */
export interface Card {
  /** a key of the catalog, or "custom" */
  unit: string;
  hidden: boolean;
}

/** The half of a lab's record that links need: pure functions, in Node too. */
export interface Lab<E extends AnyExperiment = AnyExperiment> {
  /** as links and translations say it */
  key: string;
  /** its tab stands first, although links that name no lab open another */
  leads?: boolean;
  /** the link keys that only this lab has, or not every lab */
  keys(catalog: Catalog): LinkKeyRow<E>[];
  /** the experiment of a link that says nothing */
  initial(catalog: Catalog): E;
  /** the experiment whose texts a link leaves out */
  base(experiment: E, catalog: Catalog): E;
  cards(experiment: E): readonly Card[];
  /**
   * the key of what is descended, fitted or smoothed; "own" for the reader's own, "" for none: names of files
   * have it
   */
  subject(experiment: E): string;
  /** the last step; left out where there is nothing to step through */
  steps?(experiment: E): number;
  /** loads the other half; labs/screens.js says what is in it */
  screen(): Promise<unknown>;
}

export interface LinkContext {
  core: LinkCore;
  /** about the key being read, unless told otherwise */
  report: Report;
  /** everything the link says */
  given: Map<string, string[]>;
  /** of the link */
  version: number;
}

/** What a lab writes down about a key. */
export interface LinkKeyRow<E = AnyExperiment, F = Partial<E>> {
  name: string;
  /** number, integer, numbers, word, words, flag, text, unit or change */
  type: string;
  allowed: Allowed;
  /** a pair that can stand in a link, with others where it means nothing alone */
  example: string;
  /** may be given several times */
  repeatable?: boolean;
  /** is written even when it has its default */
  always?: boolean;
  /** keys that say the same thing; the hash's word on one silences the query's on all */
  instead?: string[];
  /** The fields that change when an experiment, read so far, has this key read. Never throws. */
  read(texts: string[], draft: E, context: LinkContext): F;
  /** One text for each time the key appears. `isFile`: not for a link, which has no room for long data. */
  write(experiment: E, catalog: Catalog, isFile?: boolean): string[];
}

export type LinkKey = Required<LinkKeyRow> & {
  /** the key of its sentence in i18n */
  description: string;
  /** its texts when a link says nothing */
  initial: () => string[];
};

/** Whoever carries out runs: the core. */
export interface Runner {
  run(spec: object): unknown;
  sample(spec: object): unknown;
}

/** The same in a worker. */
export interface RemoteRunner {
  run(spec: object, options: { signal: AbortSignal }): Promise<unknown>;
  sample(spec: object, options: { signal: AbortSignal }): Promise<unknown>;
}

/** What a lab computes: runs R, of specs S. */
export interface Kind<R, S extends { steps: number } = { steps: number }> {
  /** of the core */
  method: 'run' | 'sample';
  /** what the method takes for one run */
  specOf(experiment: { runs: readonly unknown[] }, index: number): S;
  /** of a step, in steps of a built-in optimizer on a built-in objective */
  costOf(spec: S): number;
  /** what else the lab wants to know of a run */
  dress?(run: R, spec: S, core: Runner): R;
}
