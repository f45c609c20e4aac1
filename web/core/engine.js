// One WebAssembly instance with its memory, and what every question to it begins with: landscapes, rules and
// numbers laid out in the arena. What is laid out holds until the next reset.

import { Units } from './catalog.js';
import { dataField } from './data.js';
import { Formulas, formulaMessage, ruleHypers } from './formula.js';
import { Arena } from './memory.js';

/**
 * @typedef {import('./precision.js').Precision} Precision
 *
 * @typedef {object} Field an objective with its parameters filled in
 * @property {number} pointer @property {1|2} dim
 *
 * @typedef {object} Rule an optimizer with its hypers filled in
 * @property {number} pointer @property {import('./spec.js').Slots} slots
 * @property {string[]} [hypers] of a rule of one's own, without the learning rate
 */

export class Engine {
  /** @param {import('./inside.js').Wasm} wasm */
  constructor(wasm) {
    this.wasm = wasm;
    this.arena = new Arena(wasm.memory, wasm.lab_abi_arena(), wasm.lab_abi_arena_size());
    this.units = new Units(this.#readCatalogText());
    this.catalog = this.units.catalog;
    this.formulas = new Formulas(wasm, this.arena, this.catalog.families);
    /** How results are rounded; undefined: they are doubles. @type {Precision|undefined} */
    this.precision = undefined;
  }

  /** Begins with the next question. @param {{ precision?: Precision }} asked */
  begin({ precision }) {
    this.arena.reset();
    this.precision = precision;
  }

  #readCatalogText() {
    const pointer = this.arena.reserve(0);
    const length = this.wasm.lab_abi_catalog(pointer, 8 * this.arena.room);
    return new TextDecoder().decode(this.arena.bytes(pointer, length).slice());
  }

  /** Throws what a status says, unless it is 0. @param {number} status */
  check(status) {
    if (status !== 0) throw new RangeError(this.arena.text(this.wasm.lab_abi_sentence(status)));
  }

  /** Places parameters, with zeros up to the most a unit can have. @param {number[]} values */
  padded(values) {
    const pointer = this.arena.reserve(this.catalog.limits.params);
    this.arena.view(pointer, this.catalog.limits.params).fill(0).set(values);
    return pointer;
  }

  /**
   * Compiles a formula.
   * @param {string} text @param {string} family
   * @param {number} [index] the unit whose names it may use; a user's own text when left out
   * @param {Record<string, number>} [hypers] of a user's own rule
   * @returns {number} the program
   * @throws {RangeError} saying where and why it cannot be read
   */
  program(text, family, index, hypers = {}) {
    const reading = { supplied: Object.keys(hypers) };
    const { program, error } = this.formulas.compile(text, family, index, reading);
    if (error) throw new RangeError(formulaMessage(error, text));
    const rounding = this.precision?.[family];
    if (rounding) this.wasm.lab_abi_program_round(program, ...rounding);
    return program;
  }

  /** @param {import('./spec.js').Objective} objective @returns {Field} */
  field(objective) {
    if ('x' in objective) return dataField(this, objective);
    const pointer = this.arena.reserveBytes(this.wasm.lab_abi_field_size());
    if ('formula' in objective) {
      const program = this.program(objective.formula, 'objectives');
      this.wasm.lab_abi_program_field(pointer, program, 0, objective.t);
      return { pointer, dim: this.formulas.ast(program).dim };
    }
    const { index, values, text, dim } = objective;
    this.check(this.wasm.lab_abi_field(pointer, index, this.arena.place(values)));
    if (this.precision)
      this.wasm.lab_abi_field_compute(pointer, this.program(text, 'objectives', index));
    return { pointer, dim };
  }

  /** @param {import('./spec.js').Optimizer} optimizer @returns {Rule} */
  rule(optimizer) {
    if ('rule' in optimizer) {
      const { rule, hypers } = optimizer;
      return this.compiledRule(this.program(rule, 'optimizers', undefined, hypers), hypers);
    }
    const { index, values, text, slots } = optimizer;
    const pointer = this.arena.reserveBytes(this.wasm.lab_abi_rule_size());
    if (this.precision) {
      const program = this.program(text, 'optimizers', index);
      this.wasm.lab_abi_program_rule(pointer, program, this.padded(values));
    } else this.check(this.wasm.lab_abi_rule(pointer, index, this.arena.place(values)));
    return { pointer, slots };
  }

  /**
   * A schedule or a smoother as the core takes it.
   * @param {import('./spec.js').Placed} unit
   * @returns {[number, number]} its place in the table and its parameters
   */
  plain({ index, values }) {
    return [index, this.padded(values)];
  }

  /**
   * A rule's program with its hypers filled in.
   * @param {number} program @param {Record<string, number>} hypers
   * @returns {Rule & { ast: import('./formula.js').Ast }}
   */
  compiledRule(program, hypers) {
    const ast = this.formulas.ast(program);
    const pointer = this.arena.reserveBytes(this.wasm.lab_abi_rule_size());
    const values = this.padded(ruleHypers(ast.hypers, hypers));
    this.wasm.lab_abi_program_rule(pointer, program, values);
    return { pointer, slots: ast.slots, hypers: ast.hypers, ast };
  }
}
