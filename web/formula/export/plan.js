// The content of an exported program, independent of the language: formulas as trees with the program's
// names, and numbers.

import { checkUnit } from '../../core/check.js';
import { columnOf } from '../../core/layout.js';
import { modifierLines } from '../../core/modifiers.js';
import { specFor } from '../../state/experiment.js';
import { CUSTOM, readingOf } from '../../state/own-units.js';
import { modifiedRule } from '../modified.js';
import { createNames } from './names.js';
import { unfold, wholeOf } from './unfold.js';

/**
 * @typedef {import('../../core/formula.js').Node} Node
 * @typedef {import('../../core/formula.js').Ast} Ast
 * @typedef {import('../../state/experiment.js').Experiment} Experiment
 * @typedef {[name: string, value: number][]} Constants
 * @typedef {ReturnType<typeof unfold>} Gradient its roots: by x, and by y in 2D
 *
 * @typedef {object} RuleLine name = expr
 * @property {string} name @property {Node} expr
 * @property {boolean} isUniform the same for all coordinates
 * @property {boolean} isNew a local that no line before assigned
 *
 * @typedef {object} Rate η after s steps
 * @property {string} name @property {Node} expr of s and steps @property {Constants} constants
 * @property {Constants} cuts from an s on another rate, the latest first
 * @property {Constants} bases from an s on another lr0
 *
 * @typedef {object} Plan one run of an experiment
 * @property {1|2} dim @property {number[]} start @property {number} steps
 * @property {string} state what the point is called: x, or theta for (x, y)
 * @property {string} text f as it was typed @property {string} optimizer its key @property {string[]} about
 * @property {Node} f @property {Gradient} gradient @property {Constants} params of f
 * @property {boolean} isSimple whether a library that differentiates by itself rounds as the core does
 * @property {boolean} isConstant whether f depends on no coordinate
 * @property {boolean} moves whether f and its gradient take the step t that looks at them as well
 * @property {Rate} rate
 * @property {{ from: number, constants: Constants }[]} changes of other hypers, from a step on
 * @property {Constants} hypers without the learning rate
 * @property {Record<string, number>} values of all hypers, by key
 * @property {Readonly<Record<string, number>>} modifiers the numbers of those that are on, by key
 * @property {{ name: string, init: string|number|readonly number[] }[]} slots init: a hyper's name, a number,
 *   or one number for each coordinate
 * @property {RuleLine[]} lines @property {string[]} rule as it was typed
 * @property {{ sigma: number, seed: number }} noise
 */

const AXES = ['x', 'y'];

/** The heading of the table that a program prints. @param {1|2} dim */
export const heading = (dim) => (dim === 1 ? 't,x,f,gx,lr' : 't,x,y,f,gx,gy,lr');

const SIMPLE = new Set(['+', '-', '*', 'exp', 'log', 'sin', 'cos']);

/** @param {Node} node */
const varies = (node) => namesIn(node).some((name) => AXES.includes(name));

/**
 * Whether automatic differentiation does what the core does: no kink, where it may take another side, and
 * nothing whose slope it gets from the value, which loses digits (tanh′ = 1 − tanh²).
 * @param {Node} node @returns {boolean}
 */
function isSimple(node) {
  if (typeof node === 'string' || !varies(node)) return true;
  const [head, u, v] = node;
  if (head === '/') return isSimple(u) && !varies(v);
  if (head === '^' && typeof u !== 'string' && u[0] === 'num')
    return Number(u[1]) > 0 && isSimple(v);
  if (head === '^') return (u === 'e' && isSimple(v)) || (wholeOf(v) > 0 && isSimple(u));
  return SIMPLE.has(head) && node.slice(1).every(isSimple);
}

/** @param {Node} node @param {(name: string) => string} naming @returns {Node} */
function renamed(node, naming) {
  if (typeof node === 'string') return naming(node);
  const [head, ...operands] = node;
  return head === 'num' ? node : [head, ...operands.map((each) => renamed(each, naming))];
}

/** The names in a formula. @param {Node} node @returns {string[]} */
const namesIn = (node) =>
  typeof node === 'string' ? [node] : node[0] === 'num' ? [] : node.slice(1).flatMap(namesIn);

/**
 * @param {Experiment} experiment
 * @param {number} index of the run
 * @param {import('../../core/index.js').Core} core
 * @returns {Plan}
 */
export function planOf(experiment, index, core) {
  const { objective, start, steps, noise } = experiment;
  const run = experiment.runs[index];
  const unit = core.catalog.optimizers.find(({ key }) => key === run.optimizer);
  const fresh = createNames();
  const dim = /** @type {1|2} */ (start.length);
  const state = dim === 1 ? 'x' : 'theta';
  const func = functionOf(objective, dim, core, fresh);
  const rule = ruleOf(experiment, index, core, { state, fresh });
  const isOn = (/** @type {string} */ key) => run.modifiers?.[key] !== undefined;
  const before = run.modifiers ? `${modifierLines(core.catalog, isOn)}\n` : '';
  return {
    ...{ dim, state, steps, noise, start: [...start] },
    ...{ ...func, ...rule, rate: rateOf(experiment, index, core) },
    optimizer: run.optimizer,
    values: run.hypers,
    modifiers: run.modifiers ?? {},
    rule: `${before}${unit?.rule ?? experiment.rule}`.split(/[;\n]/),
    about: [
      `${unit?.name ?? 'Your own rule'} on ${func.called}`,
      ...(unit ? [`${unit.name}: ${unit.paper}, ${unit.year}`] : []),
    ],
  };
}

/**
 * @param {Experiment['objective']} objective @param {number} dim
 * @param {import('../../core/index.js').Core} core @param {(name: string) => string} fresh
 */
function functionOf(objective, dim, core, fresh) {
  const isOwn = 'formula' in objective;
  const unit = core.catalog.objectives.find(({ key }) => !isOwn && key === objective.key);
  const ast = /** @type {Ast} */ (
    isOwn ? core.parseFormula(objective.formula).ast : core.formula('objectives', objective.key)
  );
  const names = new Map(unit?.params.map(({ key }) => [key, fresh(key)]));
  const naming = (/** @type {string} */ name) => names.get(name) ?? name;
  const f = renamed(ast.lines[0].expr, naming);
  const { lines, roots } = unfold(core.derivatives(objective, 'gradient'), fresh);
  const gradient = {
    lines: lines.map(({ name, expr }) => ({ name, expr: renamed(expr, naming) })),
    roots: roots.slice(0, dim).map((root) => renamed(root, naming)),
  };
  const params = isOwn ? {} : objective.params;
  return {
    f,
    gradient,
    called: unit?.name ?? 'your own f',
    text: isOwn ? objective.formula : (unit?.formula ?? ''),
    params: /** @type {Constants} */ ([...names].map(([key, name]) => [name, params[key]])),
    isSimple: isSimple(f),
    isConstant: !varies(f),
    moves: ast.moves === 1,
  };
}

/**
 * η after s steps. Of a schedule that watches f only the rates it took in this run.
 * @param {Experiment} experiment @param {number} index @param {import('../../core/index.js').Core} core
 */
function rateOf(experiment, index, core) {
  const { schedule, hypers, changes = [] } = experiment.runs[index];
  const { name, observes } = checkUnit('schedule', core.catalog.schedules, schedule.key);
  const about = name.toLowerCase();
  if (observes) {
    const { lr } = core.run({ ...specFor(experiment, index), noise: { sigma: 0 } }).columns;
    const taken = [...lr.entries()].slice(2).filter(([t, rate]) => rate !== lr[t - 1]);
    const cuts = /** @type {Constants} */ (taken.map(([t, rate]) => [`${t - 1}`, rate])).reverse();
    return {
      name: `${about}; it watches f, and so it went here`,
      expr: 'lr0',
      constants: lrOf(hypers),
      cuts,
      bases: [],
    };
  }
  const { expr } = core.formula('schedules', schedule.key).lines[0];
  const used = new Set(namesIn(expr));
  const constants = [...lrOf(hypers), ...Object.entries(schedule.params)];
  const bases = /** @type {Constants} */ (
    changes.flatMap(({ from, hypers: { lr } }) => (lr === undefined ? [] : [[`${from - 1}`, lr]]))
  );
  const isConstant = expr === 'lr0';
  return {
    name: about,
    expr,
    constants: constants.filter(([key]) => used.has(key)),
    cuts: isConstant ? bases.toReversed() : [],
    bases: isConstant ? [] : bases,
  };
}

/** @param {Readonly<Record<string, number>>} hypers @returns {Constants} */
const lrOf = ({ lr }) => [['lr0', lr]];

/**
 * The update rule. A name that a line assigns belongs to the program as well, unless it is remembered; where
 * a rule overwrites t, lr or g for its later lines, they read a new name. A line without an effect is left
 * out.
 * @param {Experiment} experiment @param {number} index @param {import('../../core/index.js').Core} core
 * @param {{ state: string, fresh: (name: string) => string }} naming
 */
function ruleOf(experiment, index, core, { state, fresh }) {
  const { optimizer, modifiers, changes = [], ...run } = experiment.runs[index];
  const hypers = { ...run.hypers, ...modifiers };
  const isOwn = optimizer === CUSTOM;
  const bare = /** @type {Ast} */ (
    isOwn
      ? core.parseRule(experiment.rule, readingOf(experiment)).ast
      : core.formula('optimizers', optimizer)
  );
  const ast = modifiedRule(bare, modifiers, core);
  const slots = new Map(ast.slots.map(({ key }) => [key, fresh(key)]));
  const constants = new Map(ast.hypers.map((key) => [key, fresh(key)]));
  const first = core.run({ ...specFor(experiment, index), steps: 0 });
  const initOf = (/** @type {Ast['slots'][0]} */ { key, init }) => {
    if (init === 'x') return experiment.start;
    return (
      (typeof init === 'string' && constants.get(init)) ||
      (columnOf(first, 'slot', 'x', key)?.[0] ?? 0)
    );
  };
  const held = ast.slots.map((slot) => ({ name: slots.get(slot.key) ?? '', init: initOf(slot) }));
  const names = new Map([...slots, ...constants, ['x', state]]);
  const lines = linesOf(ast, names, [state, ...slots.values()], fresh);
  const used = new Set([
    ...lines.flatMap(({ expr }) => namesIn(expr)),
    ...held.map(({ init }) => init),
  ]);
  const values = [...constants].map(([key, name]) => [name, hypers[key]]);
  return {
    hypers: /** @type {Constants} */ (values.filter(([name]) => used.has(name))),
    slots: held,
    lines,
    changes: changes.flatMap(({ from, hypers: next }) => {
      const later = [...constants].flatMap(([key, name]) =>
        Object.hasOwn(next, key) && used.has(name) ? [[name, next[key]]] : [],
      );
      return later.length ? [{ from, constants: /** @type {Constants} */ (later) }] : [];
    }),
  };
}

/**
 * The lines that have an effect: on what is remembered, or on a line that has one.
 * @param {Ast['lines']} lines @param {(name: string) => boolean} isState @returns {Ast['lines']}
 */
function effective(lines, isState) {
  const read = new Set(lines.flatMap(({ expr }) => namesIn(expr)));
  const kept = lines.filter(({ name }) => isState(name) || read.has(name));
  return kept.length === lines.length ? kept : effective(kept, isState);
}

/**
 * @param {Ast} ast @param {Map<string, string>} now the program's name of each @param {string[]} states
 * @param {(name: string) => string} fresh @returns {RuleLine[]}
 */
function linesOf(ast, now, states, fresh) {
  const isState = (/** @type {string} */ name) => states.includes(now.get(name) ?? '');
  const locals = new Set();
  const perLane = new Set(['g', ...states]);
  return effective(ast.lines, isState).map(({ name, expr: typed }) => {
    const expr = renamed(typed, (each) => now.get(each) ?? each);
    const isUniform = !namesIn(expr).some((each) => perLane.has(each));
    const before = now.get(name);
    const isNew = !isState(name) && !locals.has(before);
    const target = isNew || before === undefined ? fresh(name) : before;
    now.set(name, target);
    if (isNew) locals.add(target);
    if (!isUniform) perLane.add(target);
    return { name: target, expr, isUniform, isNew };
  });
}
