// The types of the core's entries. What it is asked and answers is specified in core/types.d.ts and
// core/records.d.ts.

export type { Ast, FormulaError, Node } from './core/formula.js';
export { Core, fromJson, loadCore, toJson } from './core/index.js';
export type * from './core/records.js';
export type * from './core/types.js';
