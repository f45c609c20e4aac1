// The units of the catalog as types. In this repository any key will do; in the package stand the keys of its
// catalog, written by web/types.js in the place of this file.

/** Every objective: its dimension, and the keys of its parameters. */
export interface Objectives {
  [key: string]: { dim: 1 | 2; params: string };
}
/** Every optimizer: the keys of its hypers, and the columns of its runs in one and in two dimensions. */
export interface Optimizers {
  [key: string]: { hypers: string; columns: { 1: string; 2: string } };
}
/** Every schedule: the keys of its parameters. */
export interface Schedules {
  [key: string]: { params: string };
}
/** Every modifier of a run: its number. */
export interface Modifiers {
  readonly [key: string]: number | undefined;
}
/** Every smoother: the keys of its parameters. */
export interface Smoothers {
  [key: string]: { params: string };
}
