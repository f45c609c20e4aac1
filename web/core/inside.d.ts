// The types of what goes on inside the core: the exports of core.wasm, the table of methods, and the messages
// between a core and whoever asks it from elsewhere.

import type { Units } from './catalog.js';
import type { Engine } from './engine.js';
import type { Table } from './judge.js';
import type { Task } from './slices.js';
import type { Mistake } from './types.js';

/** A function of core.wasm: pointers, counts and numbers in, one number out. */
export type WasmFunction = (...given: number[]) => number;

/** The exports of core.wasm. */
export type Wasm = {
  memory: WebAssembly.Memory;
  __indirect_function_table: WebAssembly.Table;
  _initialize?: () => void;
} & { [name in `lab_abi_${string}` | `${string}_step`]: WasmFunction };

/**
 * What the core can be asked. Methods rather than functions as fields: so a method that takes what its own
 * `read` returns counts as one of the table, whatever that is.
 */
export interface Method {
  /**
   * Throws what is wrong with the arguments; it declares as many as the method takes. `into` of what it
   * returns belongs to the caller: arrays that a list of answers is written into.
   */
  read(units: Units, ...given: unknown[]): object;
  /** the answer, or a generator: a task in slices */
  take(engine: Engine, asked: object, sliceMs: number): unknown;
}

/** How a question can be asked in parts. */
export interface Splitting {
  /** the same question in parts, for `count` cores */
  split(asked: object, count: number): object[];
  /** their answers as one; undefined: that one is not there yet */
  join(answers: unknown[], parts: object[]): unknown;
}

/** A question, as a core elsewhere is asked it. */
export interface Ask {
  /** names the question, from 1 */
  ask: number;
  method: string;
  /** what the method's `read` returned */
  asked: object;
  /** whether partial answers are wanted */
  partials: boolean;
}

/** An error, as it travels. */
export interface Fault {
  name: string;
  message: string;
}

/** To a core elsewhere; what each message means stands in service.js. */
export type ToCore = { start?: WebAssembly.Module; stop?: number } & Partial<Ask>;

/** From a core elsewhere; what each message means stands in service.js. */
export interface FromCore {
  ready?: string;
  failed?: string;
  id?: number;
  answer?: unknown;
  partial?: unknown;
  fault?: Fault;
  stopped?: boolean;
}

/** A table of somebody's own numbers, against one way to work them out. Each array is as long as it. */
export interface Judged {
  /** Where the first wrong number stands, or −1. */
  readonly first: number;
  readonly verdicts: Float64Array;
  readonly exact: Float64Array;
  /** What follows from the numbers in the row before, and how far that may be off, by rounding. */
  readonly expected: Float64Array;
  readonly reach: Float64Array;
}

/**
 * Judges the first rows of a table, against what is right, or against it with a mistake. A method, as above:
 * what stands for a mistake is its own affair.
 */
export type Judge = { judge(to: number, wrong?: unknown): Task<Judged> }['judge'];

/** What numbers are judged against: a run or an average. */
export interface Judging {
  /** Of its columns. */
  readonly names: readonly string[];
  of(table: Table): Judge;
  /** It with each mistake. */
  wrongs(): Wrongs;
  /** It with two mistakes at once. */
  twice(): Wrongs;
}

export type Wrongs = Iterable<{ mistake: Mistake; wrong: unknown }>;
