// The specification of the core's API: what it is asked, and what it answers. Arrays are flat Float64Arrays;
// an angle, a length or a time has no unit here, only steps are counted. NaN and infinities are results, not
// errors.

import type { StationaryPoint } from './records.js';
import type { Modifiers, Objectives, Optimizers, Schedules, Smoothers } from './units.js';

export type { Modifiers } from './units.js';

/** Key of an objective of the catalog. */
export type ObjectiveKey = Extract<keyof Objectives, string>;
/** Key of an optimizer of the catalog. */
export type OptimizerKey = Extract<keyof Optimizers, string>;
/** Key of a schedule of the catalog. */
export type ScheduleKey = Extract<keyof Schedules, string>;
/** Key of a smoother of the catalog. */
export type SmootherKey = Extract<keyof Smoothers, string>;

/** Numbers by key; a key left out has its preset. */
type Params<K extends string> = [K] extends [never]
  ? { readonly [key: string]: never }
  : { readonly [key in K]?: number };

/** A line's data, fitted by w·x + b. */
export interface DataSpec {
  /** The points, 1 to limits.data of them; y is as long as x. */
  data: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
  /** Whether x (not y) is first given mean 0 and standard deviation 1. */
  standardise?: boolean;
}

/**
 * A landscape: a key of the catalog, the same with parameters, a formula of one's own in x (and y), or the
 * mean squared error L(w, b) = (1/n) Σ (w·x_i + b − y_i)² of a line on data, whose x is w and whose y is b.
 */
export type ObjectiveSpec =
  | ObjectiveKey
  | {
      readonly [K in ObjectiveKey]: {
        readonly key: K;
        readonly params?: Params<Objectives[K]['params']>;
      };
    }[ObjectiveKey]
  /** t: the step that looks at it, for a formula of t; 0 when left out. */
  | { readonly formula: string; readonly t?: number }
  | DataSpec;

/**
 * An update rule: a key of the catalog, the same with hypers, or a rule of one's own with all of its hypers.
 */
export type OptimizerSpec =
  | OptimizerKey
  | {
      readonly [K in OptimizerKey]: {
        readonly key: K;
        readonly hypers?: Params<Optimizers[K]['hypers']>;
      };
    }[OptimizerKey]
  | { readonly rule: string; readonly hypers?: { readonly [key: string]: number } };

/** A learning rate over time: a key of the catalog, or the same with parameters. */
export type ScheduleSpec =
  | ScheduleKey
  | {
      readonly [K in ScheduleKey]: {
        readonly key: K;
        readonly params?: Params<Schedules[K]['params']>;
      };
    }[ScheduleKey];

/** A moving average: a key of the catalog, or the same with parameters. */
export type SmootherSpec =
  | SmootherKey
  | {
      readonly [K in SmootherKey]: {
        readonly key: K;
        readonly params?: Params<Smoothers[K]['params']>;
      };
    }[SmootherKey];

/** A schedule or a smoother. */
export type PlainSpec = ScheduleSpec | SmootherSpec;

/** What a run is asked for. */
export interface RunSpec<
  O extends ObjectiveSpec = ObjectiveSpec,
  P extends OptimizerSpec = OptimizerSpec,
> {
  /** The landscape. */
  objective: O;
  /** x_0: a number or one number in a list in 1D, two in 2D. */
  start: number | ArrayLike<number>;
  /** The update rule. */
  optimizer: P;
  /** The learning rate over time; 'constant' when left out. */
  schedule?: ScheduleSpec;
  /** How many steps, 0 to limits.steps. */
  steps: number;
  /**
   * Normal noise on each gradient component: its standard deviation (0 when left out) and its seed (1), a
   * whole number below 2³². The same seed gives every optimizer the same noise.
   */
  noise?: { sigma?: number; seed?: number };
  /**
   * What is done to x and g before the rule, in torch's order: the gradient clipped by norm, by value, l2·x
   * added to it, x shrunk by 1 − lr·wd. None of it when left out.
   */
  modifiers?: Modifiers;
  /** Other hypers in mid-run, at most limits.changes of them. */
  changes?: readonly Change[];
  /**
   * The number format that all of it is computed in; 'float64' when left out. Methods and maps know no other.
   */
  precision?: Precision;
  /** Whether to say which points a method asked about. */
  tried?: boolean;
}

/** A number format of the catalog, by its key. */
export type Format = 'float64' | 'float32' | 'bfloat16' | 'float16' | 'e4m3' | 'e5m2';

/**
 * A number format: every result of f, its gradient and the rule is rounded to it, and so are x_0, the hypers,
 * the rate, gradients with noise and what modifiers leave. A number too large becomes infinite, in e4m3 448.
 */
export type Precision =
  | Format
  | {
      /** The format. */
      format: Format;
      /** Whether the rule's results are rounded up or down at random instead of to the nearest. */
      stochastic?: boolean;
      /** Of that; 1 when left out. */
      seed?: number;
      /** Whether the point, the slots and the rule are in float32: f and its gradient alone are narrow. */
      master?: boolean;
    };

/**
 * Other hypers from a step on. The schedule goes on counting and takes the new rate as its base; slots stay
 * as they are.
 */
export interface Change {
  /** The first step that uses them, from 1. */
  from: number;
  /** The hypers that change, by key. */
  hypers: { readonly [key: string]: number };
}

type Axes = { 1: 'x'; 2: 'x' | 'y' };
type KeyOf<T> = T extends string ? T : T extends { readonly key: infer K } ? K : never;
/** Columns that every run has. */
type Always = 'x' | 'f' | 'gx' | 'gnorm' | 'lr' | 'dx';
/** Columns when the objective's dimension or the optimizer's slots are not known to the compiler. */
type SomeColumns = { readonly [name in Always]: Float64Array } & {
  readonly [name: string]: Float64Array;
};

/**
 * The columns of a run, one number a row: coordinates `x` (`y`), value `f`, gradient `gx` (`gy`) and its norm
 * `gnorm` at the row's point; `lr`, each slot (`m_x`, `v_x`, …) and the update `dx` (`dy`) of the step that
 * led to it (NaN, the slots' first values and 0 in row 0).
 */
export type Columns<O = ObjectiveSpec, P = OptimizerSpec> = [ObjectiveSpec] extends [O]
  ? SomeColumns
  : NamedColumns<DimOf<O>, KeyOf<P>>;

type DimOf<O> = O extends DataSpec
  ? 2
  : KeyOf<O> extends infer K extends ObjectiveKey
    ? Objectives[K]['dim']
    : never;
/** D is never for a formula, K for a rule of one's own: what they have shows only when they are read. */
type NamedColumns<D extends 1 | 2, K> = [D] extends [never]
  ? SomeColumns
  : [K] extends [never]
    ? SomeColumns & { readonly [name in Axes[D] | `g${Axes[D]}` | `d${Axes[D]}`]: Float64Array }
    : [OptimizerKey] extends [K]
      ? SomeColumns
      : K extends OptimizerKey
        ? { readonly [name in Always]: Float64Array } & {
            readonly [name in Optimizers[K]['columns'][D]]: Float64Array;
          }
        : SomeColumns;

/** What a run did; NaN where something does not apply. */
export interface Diagnosis {
  /** In one word. */
  readonly kind:
    | 'moving'
    | 'converged'
    | 'converging'
    | 'oscillating'
    | 'diverging'
    | 'crawling'
    | 'stalled'
    | 'left';
  /** What else there is to say of it; "" for nothing. */
  readonly remark:
    | ''
    | 'from_start'
    | 'nears_none'
    | 'bottomless'
    | 'higher'
    | 'hardly'
    | 'held'
    | 'shifts';
  /** By how much the updates grow a step, at the end. */
  readonly factor: number;
  /** Steps between two turns in the same direction. */
  readonly period: number;
  /** The step of arrival, or at which the run left the finite numbers. */
  readonly at: number;
  /** The last finite point: its x. */
  readonly x: number;
  /** The last finite point: its y. */
  readonly y: number;
  /** The last finite point: f there. */
  readonly f: number;
  /** Half of what the last quarter of the run swings over. */
  readonly amplitude: number;
  /** Index in core.points() of where it rests, or −1. */
  readonly point: number;
  /** Of a quadratic: its Hessian's largest eigenvalue L. */
  readonly curvature: number;
  /** Of a quadratic: its Hessian's smallest eigenvalue. */
  readonly flattest: number;
  /** Of a quadratic: gradient descent is stable below this rate, 2/L. */
  readonly lrStable: number;
  /** Of a quadratic: gradient descent's factor a step, max |1 − ηλ|. */
  readonly contraction: number;
}

/** What a column of a run holds. */
export interface Column {
  /** Its key in run.columns, and its heading in CSV. */
  readonly name: string;
  /** What kind of number it is. */
  readonly kind:
    | 'coordinate'
    | 'f'
    | 'gradient'
    | 'norm'
    | 'rate'
    | 'slot'
    | 'update'
    | 'batch_loss'
    | 'evals_f'
    | 'evals_g'
    | 'evals_h'
    | 'effective';
  /** Of kind "slot": the slot's key. */
  readonly slot: string | null;
  /** "x" or "y" (of a fitted line "w" or "b"); null: of the whole point. */
  readonly axis: string | null;
  /** Of kind "slot": what the optimizer's record calls it; left out for a rule of one's own. */
  readonly symbol?: string;
}

/** A run: a table with one row a step, from 0. */
export interface Run<C = Columns> {
  /** How many coordinates a point has. */
  readonly dim: 1 | 2;
  /** steps + 1, or fewer when the run left the finite numbers (in its last row). */
  readonly rows: number;
  /** The names of the columns, in order. */
  readonly names: readonly string[];
  /** What each of them holds. */
  readonly layout: readonly Column[];
  /** The columns by name, `rows` numbers each. */
  readonly columns: C;
  /** What the run did. */
  readonly diagnosis: Diagnosis;
  /**
   * Of a method's run that was asked for it: a list for each row. That of row t has the coordinates of the
   * points that step t asked about, one point after the other, as far as they are 128 numbers or fewer.
   */
  readonly tried?: readonly (readonly number[])[];
}

/** One side of a map: what its pixels differ in, and by which values. */
export interface MapAxis {
  /**
   * A coordinate of the start ("x", "y"), a hyper of the optimizer ("lr"), a modifier ("clip"), a parameter
   * of the objective ("f.a"), the noise's "sigma" or "seed".
   */
  readonly of: string;
  /** The value of the first pixel. */
  readonly from: number;
  /** The value of the last pixel; above from. Whole numbers are rounded to. */
  readonly to: number;
  /** How many pixels, 1 to limits.side. */
  readonly n: number;
  /** Equal steps when left out; 'log': equal factors. */
  readonly scale?: 'linear' | 'log';
}

/** A place where runs arrive. */
export interface MapPoint {
  /** Its place. */
  readonly x: number;
  /** Its place; 0 in 1D. */
  readonly y: number;
  /** What it is of the objective; "end": runs come to rest there. */
  readonly kind: StationaryPoint['kind'] | 'end';
}

/** What a map is asked for: a run, and what its pixels differ in. */
export interface MapSpec extends Omit<RunSpec, 'start'> {
  /** x_0, as of a run; may be left out where the axes are of it. */
  start?: number | ArrayLike<number>;
  /** From left to right, and from row to row. */
  axes: readonly [MapAxis, MapAxis];
  /** Runs arrive at a point if they stay so near; 0.001 when left out. */
  tolerance?: number;
  /** Only the rows from ... to − 1, as a map of their own; all of them when left out. */
  rows?: readonly [number, number];
  /**
   * Where runs may arrive, as an earlier map of the same run had them; when left out: the stationary points
   * of the objective, and the places where several runs of a coarse picture come to rest.
   */
  points?: readonly { readonly x: number; readonly y?: number; readonly kind?: MapPoint['kind'] }[];
  /** false: the fate is not wanted, which takes half the time. */
  fate?: boolean;
  /**
   * true: a run a column, of whose places in x or y, as axes[1] says, the pixels count the visits: for a rate
   * along axes[0] the bifurcation diagram. axes[1] is linear then, with n ≥ 2, and there are no rows.
   */
  orbit?: boolean;
}

/** A map: how the run of each pixel ends. Pixel (i, j) stands at j*width + i. */
export interface Map {
  /** Pixels of a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** The values of the columns, and of the rows. */
  readonly axes: [Float64Array, Float64Array];
  /**
   * The point where the run arrived: it is within the tolerance of it after each of its last ten steps. −1:
   * at none; −2: it left the finite numbers. If an axis is of the objective, each pixel has its own points,
   * in the order of core.points().
   */
  readonly basin: Int16Array;
  /** The first step after which it stays there; else the run's last step. */
  readonly steps: Uint32Array;
  /** f in the run's last row, which may be infinite or NaN. */
  readonly value: Float64Array;
  /** Of the run's diagnosis: the place of its kind in catalog.kinds. Empty unless it is wanted. */
  readonly fate: Uint8Array;
  /** Where runs arrive. */
  readonly points: readonly MapPoint[];
  /**
   * Of an orbit: how many of the last half of its steps (t > steps/2) the column's run is within the pixel,
   * whose middle the axes give; 0 where it left the finite numbers. basin, steps, value and fate are of the
   * columns then: one number each; no points are looked for.
   */
  readonly visits?: Uint32Array;
}

/** What a sampled run is asked for: a line fitted to data, `batch` points a step. */
export interface SampleSpec extends DataSpec {
  /** w and b at step 0. */
  start: ArrayLike<number>;
  /** The update rule. */
  optimizer: OptimizerSpec;
  /** The learning rate over time; it counts steps, not epochs. */
  schedule?: ScheduleSpec;
  /** How many points a step sees; as many as there are, or more: all of them. */
  batch: number;
  /** How often all points are seen; this or `steps`. */
  epochs?: number;
  /** How many steps; this or `epochs`. */
  steps?: number;
  /** Seed of the order of the points; 1 when left out. */
  seed?: number;
  /** What is done to x and g before the rule, as of a run. */
  modifiers?: Modifiers;
  /** Other hypers in mid-run, as of a run. */
  changes?: readonly Change[];
  /** Whether to say which points a method asked about. */
  tried?: boolean;
}

/** A sampled run. */
export interface SampleRun {
  /** Two: w and b. */
  readonly dim: 1 | 2;
  /** steps + 1, or fewer when the run left the finite numbers (in its last row). */
  readonly rows: number;
  /** The names of the columns, in order. */
  readonly names: readonly string[];
  /** What each of them holds. */
  readonly layout: readonly Column[];
  /**
   * One number a row: `w`, `b`, `loss` of all points, gradient `gw`, `gb`, `gnorm` of the batch the next step
   * sees, `lr`, each slot (`v_w`, …), update `dw`, `db`, and `batch_loss`.
   */
  readonly columns: {
    readonly [name in
      | 'w'
      | 'b'
      | 'loss'
      | 'gw'
      | 'gb'
      | 'gnorm'
      | 'lr'
      | 'dw'
      | 'db'
      | 'batch_loss']: Float64Array;
  } & { readonly [name: string]: Float64Array };
  /** What the run did. */
  readonly diagnosis: Diagnosis;
  /** As of a run. */
  readonly tried?: readonly (readonly number[])[];
  /** ['w', 'b'], as columns are named. */
  readonly axes: readonly string[];
  /** How many steps make an epoch. */
  readonly inEpoch: number;
  /** x was shifted by `mean` and divided by `deviation`: 0 and 1 when it was not. */
  readonly scale: { readonly mean: number; readonly deviation: number };
}

/** One draw of a batch. */
export interface Draw {
  /** How many points there are. */
  n: number;
  /** How many a step sees. */
  batch: number;
  /** Seed of the order; 1 when left out. */
  seed?: number;
  /** The step, from 1. */
  step: number;
}

/** Many points. */
export interface Points {
  /** First coordinates. */
  x: ArrayLike<number>;
  /** Second coordinates, as many; in 2D only. */
  y?: ArrayLike<number>;
}

/** An objective at many points, one number for each. */
export interface Field<P extends Points = Points> {
  /** The value. */
  f: Float64Array;
  /** The first component of the gradient. */
  gx: Float64Array;
  /** The second; in 2D only. */
  gy: P extends { y: ArrayLike<number> } ? Float64Array : Float64Array | undefined;
}

/** For a schedule: the run whose rates are asked for. */
export interface RateSpec {
  /** η₀. */
  lr: number;
  /** How many steps. */
  steps: number;
  /**
   * f after 0, 1, … steps, one number for each step or more: for schedules that observe (catalog: observes is
   * 1).
   */
  f?: ArrayLike<number>;
}

/** Points before a raw step, and after it. */
export interface StepState {
  /** The first coordinate of every lane, then the second of every lane, and so on; changed in place. */
  x: Float64Array;
  /** The gradient, as x. */
  g: Float64Array;
  /**
   * One slot after the other, each as long as x, or one number a lane where it is perPoint; changed in place.
   */
  slots?: Float64Array;
  /** How many points stand side by side in x; 1 when left out, so that x is one vector. */
  lanes?: number;
  /** The value at each lane, for an optimizer whose cost says that it asks for f. */
  f?: Float64Array;
  /** The diagonal of the Hessian, as x, for an optimizer whose cost says that it asks for H. */
  hdiag?: Float64Array;
  /** H⁻¹g, as x, for an optimizer whose cost says that it asks for H. */
  hsolve?: Float64Array;
  /** Hypers by key; presets when left out. */
  hypers?: { readonly [key: string]: number };
  /** The step, from 1; 1 when left out. */
  t?: number;
  /** What is done before the rule, as of a run; the caller's g stays as it is. */
  modifiers?: Modifiers;
}

/** One parameter before a step, or a point of several: then x and g are lists. */
export interface Before {
  /** The parameter, or the point. */
  x: number | ArrayLike<number>;
  /** The gradient, as x. */
  g: number | ArrayLike<number>;
  /** The value there, for a rule that asks for it. */
  f?: number;
  /** Of f: ∂xx, or ∂xx, ∂xy, ∂yy, for a rule that asks for it. */
  hessian?: ArrayLike<number>;
  /** One number for each slot. */
  slots: ArrayLike<number>;
  /** Hypers by key. */
  hypers: { readonly [key: string]: number };
  /** The learning rate, as the schedule has it. */
  lr: number;
  /** The step, from 1. */
  t: number;
  /** What is done before the rule, as of a run; its lines stand before those of the rule. */
  modifiers?: Modifiers;
  /** The number format of the rule, as of a run. */
  precision?: Precision;
}

/** Somebody's own numbers, to be checked. */
export interface Numbers {
  /** By the names of the run's columns; row t stands at t, NaN where nothing is given. At most 1000 rows. */
  columns: { readonly [name: string]: ArrayLike<number> };
  /**
   * Places after the point that the numbers were rounded to: of all, or a list for each column; −2 is
   * hundreds. Those of the shortest decimals when left out.
   */
  digits?: number | { readonly [name: string]: number | ArrayLike<number> };
}

/**
 * A moving average whose numbers are checked: row t holds the series' value `s` and what each line of the
 * smoother's formula assigns at it, row 0 what it starts from.
 */
export interface AverageSpec {
  /** Which average, with its parameters. */
  smoother: SmootherSpec;
  /** The values s_1, s_2, … that are averaged. */
  series: ArrayLike<number>;
}

/** What somebody's own numbers may be of. */
export type Checkable = RunSpec | SampleSpec | AverageSpec;

/**
 * Of a number, or of the worst of a row. agrees: with the run, within its digits; rounded: follows from the
 * numbers before it, as far as their digits tell; follows: the same, after a wrong number.
 */
export type Verdict = 'agrees' | 'rounded' | 'follows' | 'wrong';

/** A row of numbers, checked. */
export interface CheckedRow {
  /** t, from 0. */
  readonly row: number;
  /** The worst of its cells. */
  readonly verdict: Verdict;
  /** By column, those that were given. */
  readonly cells: { readonly [name: string]: Verdict };
}

/** A mistake that can be made in a run or an average. */
export interface Mistake {
  /** A word that names it for ever: "rate_halved". */
  readonly key: string;
  /** The update rule with the mistake in it. */
  readonly rule?: string;
  /** Or else what it is in: the derivative of the objective, or the way the run is taken. */
  readonly change?: 'derivative' | 'run';
  /** The word of a second mistake that was made together with it. */
  readonly second?: string;
}

/** What core.check() finds. */
export interface Check {
  /** Rows in which a number was given. */
  readonly rows: readonly CheckedRow[];
  /** The first wrong number in the order in which they are worked out; null: none is wrong. */
  readonly first: {
    readonly row: number;
    readonly column: string;
    readonly given: number;
    readonly right: number;
  } | null;
  /**
   * The mistake that explains most rows, of those from the first wrong one on; null when nothing is wrong, or
   * when no known mistake explains it.
   */
  readonly mistake:
    | (Mistake & {
        /** How many rows it explains. */
        readonly explains: number;
        /** 0 to 1: the share of wrong rows it explains, divided among all mistakes that explain as much. */
        readonly sure: number;
        /** Keys of the others that would give the same numbers. */
        readonly also: readonly string[];
      })
    | null;
}
