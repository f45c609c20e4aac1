// The catalog as the API shows it: what the C records say of every unit.

import type { ObjectiveKey, OptimizerKey, ScheduleKey, SmootherKey } from './types.js';

/** One parameter of a unit. */
export interface Param {
  /** The word in formulas, links and here. */
  readonly key: string;
  /** As a textbook prints it: "β_1". */
  readonly symbol: string;
  /** In English. */
  readonly label: string;
  /** The least that is allowed. */
  readonly min: number;
  /** The most that is allowed. */
  readonly max: number;
  /** What it is when left out. */
  readonly preset: number;
  /** How a control walks from min to max. */
  readonly scale: 'linear' | 'log' | 'integer' | 'switch';
  /** Where a slider begins. */
  readonly from: number;
  /** Where a slider ends. */
  readonly to: number;
  /** In the catalog: the version of links that it came with. */
  readonly since?: number;
}

/** What every unit of the catalog says of itself. */
export interface Unit<K extends string = string> {
  /** The word in links and here. */
  readonly key: K;
  /** In English. */
  readonly name: string;
  /** One sentence in English. */
  readonly note: string;
  /** Its place in a menu. */
  readonly order: number;
}

/** A landscape of the catalog. */
export interface Objective extends Unit<ObjectiveKey> {
  /** f in the formula language. */
  readonly formula: string;
  /** How many coordinates a point has. */
  readonly dim: 1 | 2;
  /** 1: the Hessian is the same everywhere. */
  readonly quadratic: number;
  /** 1: has a lowest value, and core.points() holds where. */
  readonly lowestKnown: number;
  /** The range to show: x from, x to, and in 2D y from, y to. */
  readonly box: readonly number[];
  /** Starts worth trying, `dim` numbers each. */
  readonly starts: readonly (readonly number[])[];
  /** In 1D: where f′ (or f) jumps. */
  readonly kinks: readonly number[];
  /** Its parameters. */
  readonly params: readonly Param[];
}

/** What an optimizer remembers, one number a parameter. */
export interface Slot {
  /** The word in the rule, and in the names of columns. */
  readonly key: string;
  /** As a textbook prints it. */
  readonly symbol: string;
  /** Key of the hyper that holds its first value; "x": the starting point; null: 0. */
  readonly init: string | null;
  /** 1: one number for the whole point, in a column without an axis; 0: one for each coordinate. */
  readonly perPoint: number;
  /** Of a method: how the step finds it, an English phrase; the rule reads what was found. Else null. */
  readonly found: string | null;
}

/** An update rule of the catalog, or a method. */
export interface Optimizer extends Unit<OptimizerKey> {
  /** Who published it. */
  readonly paper: string;
  /** When. */
  readonly year: number;
  /** What else it is called, separated by commas. */
  readonly aliases: string;
  /**
   * "rule": one gradient makes a step. "method": the step asks for f, ∇f or H at points of its own choice;
   * columns evals_f, evals_g and evals_h of its runs count how often.
   */
  readonly kind: 'rule' | 'method';
  /** Where the menu lists it: one of catalog.groups. */
  readonly group: string;
  /** The version of links that came with it. */
  readonly since: number;
  /** Key of the optimizer that it is a form of; its own key when it stands by itself. */
  readonly family: string;
  /** How often a step asks for the value, the gradient and the Hessian; of a method, whether it does. */
  readonly cost: { readonly f: number; readonly g: number; readonly h: number };
  /** The rule in the formula language, one assignment a line; a method's reads what its search has found. */
  readonly rule: string;
  /** The rate each coordinate really gets, as a formula; null: η itself. */
  readonly effective: string | null;
  /** On L·x²/2 it converges for η·L below this, as a formula; null: there is no such bound. */
  readonly stable: string | null;
  /** The keys of the modifiers that make no sense with it. */
  readonly refuses: readonly string[];
  /** Its hypers, the learning rate first. */
  readonly hypers: readonly Param[];
  /** What it remembers. */
  readonly slots: readonly Slot[];
}

/** What a schedule and a smoother of the catalog have in common. */
export interface Plain<K extends string = string> extends Unit<K> {
  /** Its formula. */
  readonly formula: string;
  /** Its parameters. */
  readonly params: readonly Param[];
}

/** A schedule of the catalog. */
export interface Schedule extends Plain<ScheduleKey> {
  /** 1: its rate depends on f along the run. */
  readonly observes: number;
}

/** A smoother of the catalog. */
export interface Smoother extends Plain<SmootherKey> {
  /** What each line of the formula assigns; the last one assigns the average. */
  readonly lines: readonly {
    /** The word in the formula. */
    readonly key: string;
    /** As a textbook prints it: "V̂". */
    readonly symbol: string;
    /** 1: it starts from the value 0 before the first one, V_0 = 0; 0: it has no value there. */
    readonly fromZero: number;
  }[];
  /** Key of the parameter that says how many values the formula's `sum` adds; null: it does not use sum. */
  readonly windowParam: string | null;
  /** Key of the parameter by which the average forgets; null: it does not forget by a factor. */
  readonly decayParam: string | null;
  /** How many values count, as a formula of the parameters: "1/(1 - rho)". */
  readonly span: string;
  /**
   * What the weights of the recursion from V_0 = 0 sum to at t, as a formula; null: there is no such
   * recursion.
   */
  readonly known: string | null;
}

/** What can be done to the steps of any run before its rule: clipping, decay. Its number is a Param. */
export interface Modifier extends Param {
  /** In English. */
  readonly name: string;
  /** One sentence in English. */
  readonly note: string;
  /** What it does, a line of the formula language: "g = g + l2*x". */
  readonly line: string;
}

/** Every unit there is, and what a core can take. */
export interface Catalog {
  /** The most of everything: steps of a run, runs side by side, values of a series, points of data, … */
  readonly limits: {
    readonly steps: number;
    readonly runs: number;
    readonly series: number;
    readonly data: number;
    readonly params: number;
    readonly slots: number;
    readonly points: number;
    readonly columns: number;
    readonly changes: number;
    /** pixels of a side of a map */
    readonly side: number;
  };
  /** The families of units: the names of the lists below. */
  readonly families: readonly ('objectives' | 'optimizers' | 'schedules' | 'smoothers')[];
  /** The formulas of a record that are facts about the unit. */
  readonly facts: readonly ('effective' | 'stable' | 'span' | 'known')[];
  /** The words a diagnosis can have as its kind. */
  readonly kinds: readonly string[];
  /** And as its remark. */
  readonly remarks: readonly string[];
  /** The names of a diagnosis's numbers. */
  readonly report: readonly string[];
  /** The words a stationary point can have as its kind. */
  readonly pointKinds: readonly string[];
  /** What a column of a run may hold. */
  readonly columnKinds: readonly string[];
  /** The groups of optimizers, in the order of a menu. */
  readonly groups: readonly string[];
  /** The landscapes, in the order of a menu. */
  readonly objectives: readonly Objective[];
  /** The update rules, in the order of a menu. */
  readonly optimizers: readonly Optimizer[];
  /** The schedules, in the order of a menu. */
  readonly schedules: readonly Schedule[];
  /** The smoothers, in the order of a menu. */
  readonly smoothers: readonly Smoother[];
  /** The modifiers of runs, in the order in which they are carried out. */
  readonly modifiers: readonly Modifier[];
  /** Number formats, the widest first. */
  readonly formats: readonly NumberFormat[];
}

/** A number format. */
export interface NumberFormat {
  /** Its name. */
  readonly key: import('./types.js').Format;
  /** Binary digits of a number, the leading one included. */
  readonly digits: number;
  /** The exponent of the smallest number that has them all. */
  readonly lowest: number;
  /** The largest number. */
  readonly largest: number;
}

/** A point where the gradient is 0. */
export interface StationaryPoint {
  /** Its x. */
  readonly x: number;
  /** Its y; 0 in 1D. */
  readonly y: number;
  /** What it is. */
  readonly kind: 'minimum' | 'global_minimum' | 'maximum' | 'saddle' | 'inflection';
}
