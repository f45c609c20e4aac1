// Formula text → a compiled program in the arena, or an error that says where and why. The parser is C's;
// what comes back is its syntax tree.

import { checkNumber } from './check.js';

/**
 * @typedef {string | [string, ...Node[]]} Node a name, a number as typed (['num', '0.5']), or an operator or
 *   function and its operands
 *
 * @typedef {object} FormulaError
 * @property {string} code a word that names the mistake for ever: "unknown_name"
 * @property {string} sentence in English, with {found}, {expected} and {nearest} to fill in
 * @property {number} at where in the text, in UTF-16 units from 0
 * @property {number} length how much of the text it is about
 * @property {string} found what stands there
 * @property {string} expected what could stand there
 * @property {string} nearest the known name that is most like it; "" for none
 *
 * @typedef {object} Ast
 * @property {'expression'|'rule'} mode f, or an update rule
 * @property {1|2} dim of an expression: 2 if it uses y
 * @property {{ name: string, expr: Node }[]} lines an expression has one, with the name ""
 * @property {string[]} inputs names that a run supplies: x, g, t, …
 * @property {string[]} hypers names that the user supplies
 * @property {{ key: string, init: Node|0, perPoint?: 1 }[]} slots what is remembered, with its first value;
 *   perPoint: one number for the whole point
 * @property {('f'|'h')[]} [asks] of a rule that looks at the value, or at the Hessian
 * @property {number} [modified] of a rule with modifiers: so many of its first lines are theirs
 * @property {1} [moves] of an expression that looks at t, the step
 *
 * @typedef {object} Graph what is computed, operation by operation
 * @property {(string | ['num', number] | [string, ...number[]])[]} nodes a name, a number, or an operator or
 *   function with the places of its operands, which stand before it; chain(a, b) is a*b, but 0 where a is 0,
 *   whatever b is
 * @property {(number|null)[]} roots places of the answers; null: 0
 */

/**
 * How a user's own text is read.
 * @typedef {object} Reading
 * @property {number} [version] of links: 2 when left out; 1 reads strictly, knows no norm, dot, sum and
 *   max_of in a rule, and takes f, hdiag and hsolve there for parameters
 * @property {readonly string[]} [supplied] names of parameters that have values: they keep those, whatever
 *   else the name could mean
 */

/** The newest version of links. */
export const VERSION = 2;
/**
 * The words that came with version 2, as c/formula/names.c has them: of an own f; of a rule; of a rule, in
 * calls.
 */
export const NEWER_WORDS = /* @__PURE__ */ Object.freeze({
  formula: ['t'],
  rule: ['f', 'hdiag', 'hsolve'],
  calls: ['norm', 'dot', 'sum', 'max_of'],
});

const OWN = -1;
/** So many programs are kept; one move of a reader's asks for about a dozen. */
const MOST_KEPT = 64;

/** Compiles formulas. One for each core. */
export class Formulas {
  /**
   * Programs that were compiled, by what they were compiled from: every move of a reader's asks for them
   * again. They have no pointers, so their bytes mean the same anywhere.
   * @type {Map<string, Uint8Array>}
   */
  #kept = new Map();
  #wasm;
  #arena;
  #families;

  /**
   * @param {import('./inside.js').Wasm} wasm @param {import('./memory.js').Arena} arena
   * @param {readonly string[]} families of the catalog
   */
  constructor(wasm, arena, families) {
    this.#wasm = wasm;
    this.#arena = arena;
    this.#families = families;
  }

  /**
   * Compiles a text; the program lives in the arena until its next reset.
   * @param {string} text
   * @param {string} family "objectives", "optimizers", …
   * @param {number} [index] the unit whose names the text may use; a user's own text when left out
   * @param {Reading} [reading] of a user's own text
   * @returns {{ program: number, error: null } | { program: null, error: FormulaError }}
   */
  compile(text, family, index = OWN, { version = VERSION, supplied = [] } = {}) {
    const key = JSON.stringify([family, index, version, supplied, text]);
    const kept = this.#kept.get(key);
    const size = this.#wasm.lab_abi_program_size();
    const program = this.#arena.reserveBytes(size);
    if (kept) {
      this.#arena.bytes(program, size).set(kept);
      return { program, error: null };
    }
    const [source, length] = this.#place(text);
    const [names] = this.#place(supplied.join(' '));
    const error = this.#arena.reserveBytes(this.#wasm.lab_abi_error_size());
    const unit = [this.#families.indexOf(family), index];
    const read = [version, names];
    const status = this.#wasm.lab_abi_compile(program, error, source, length, ...unit, ...read);
    if (status !== 0) return { program: null, error: this.#readError(error) };
    if (this.#kept.size === MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, this.#arena.bytes(program, size).slice());
    return { program, error: null };
  }

  /**
   * A text as C has it, with a 0 behind.
   * @param {string} text @returns {[pointer: number, length: number]}
   */
  #place(text) {
    const bytes = new TextEncoder().encode(text);
    const pointer = this.#arena.reserveBytes(bytes.length + 1);
    const room = this.#arena.bytes(pointer, bytes.length + 1);
    room.set(bytes);
    room[bytes.length] = 0;
    return [pointer, bytes.length];
  }

  /**
   * What looks like a mistake in a rule that was compiled.
   * @param {number} program @returns {FormulaError|null}
   */
  remark(program) {
    const remark = this.#arena.reserveBytes(this.#wasm.lab_abi_error_size());
    return this.#wasm.lab_abi_remark(remark, program) === 0 ? null : this.#readError(remark);
  }

  /** @param {number} pointer @returns {FormulaError} */
  #readError(pointer) {
    const text = (/** @type {number} */ which) =>
      this.#arena.text(this.#wasm.lab_abi_error_text(pointer, which));
    const place = (/** @type {number} */ which) => this.#wasm.lab_abi_error_place(pointer, which);
    return {
      code: text(0),
      sentence: text(1),
      at: place(0),
      length: place(1),
      found: text(2),
      expected: text(3),
      nearest: text(4),
    };
  }

  /** @param {number} program @returns {Ast} */
  ast(program) {
    return JSON.parse(this.read('ast', program));
  }

  /**
   * The text that was compiled: of one that the grammar does not read, as it was read.
   * @param {number} program
   */
  source(program) {
    return this.read('source', program);
  }

  /**
   * What an expression computes.
   * @param {number} program @param {number} order of the derivatives @returns {Graph}
   */
  graph(program, order) {
    const { nodes, roots } = JSON.parse(this.read('graph', program, order));
    const numbered = nodes.map((/** @type {string | [string, ...number[]]} */ node) =>
      typeof node !== 'string' && node[0] === 'num'
        ? ['num', this.#wasm.lab_abi_number(program, node[1])]
        : node,
    );
    return { nodes: numbered, roots };
  }

  /** A text that C writes, into what is free of the arena. @param {string} what @param {...number} about */
  read(what, ...about) {
    const out = this.#arena.reserve(0);
    const length = this.#wasm[`lab_abi_${what}`](out, 8 * this.#arena.room, ...about);
    const room = this.#arena.bytes(this.#arena.reserveBytes(length), length);
    return new TextDecoder().decode(room.slice());
  }
}

/**
 * An error of the formula language as a sentence.
 * @param {FormulaError} error @param {string} text
 */
export function formulaMessage({ sentence, at, found, expected, nearest }, text) {
  const words = /** @type {Record<string, string>} */ ({ found, expected, nearest });
  const said = sentence.replace(/\{(\w+)\}/g, (_, word) => words[word] ?? '');
  return `"${text}", at character ${at + 1}: ${said}`;
}

/**
 * The values of a rule's hypers, learning rate first. All of them must be given, but for the rate.
 * @param {string[]} keys those the rule uses besides lr
 * @param {Record<string, number>} hypers
 * @returns {number[]}
 */
export function ruleHypers(keys, hypers) {
  return ['lr', ...keys].map((key) => {
    const value = Object.hasOwn(hypers, key) ? hypers[key] : key === 'lr' ? 0.1 : undefined;
    return checkNumber(`${key} of the rule`, value);
  });
}
