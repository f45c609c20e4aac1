// Random experiments and random garbage, the same from the same seed.

import { withChanges } from '../../../web/state/changes.js';
import { canOrbit, MAP_SHOWS, MAP_TOLERANCE, mapSides, sideBounds } from '../../../web/state/map.js';
import { modifiersFor } from '../../../web/state/modifiers.js';
import { CUSTOM, checkRule } from '../../../web/state/own-units.js';
import {
  controlKeys,
  LANGUAGES,
  LAYOUTS,
  LOCKS,
  PARTS,
  THEMES,
} from '../../../web/state/schema.js';
import { linkCore } from './core.js';

const { catalog } = linkCore;

/**
 * @typedef {{ key: string, min: number, max: number, scale?: string, preset?: number }} Bounds of a parameter
 * @typedef {ReturnType<typeof createRandom>} Random
 */

/**
 * Numbers in [0, 1) (mulberry32).
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ n) => Math.floor(next() * n);
  /** @template T @param {readonly T[]} list */
  const pick = (list) => list[below(list.length)];
  /** @template T @param {readonly T[]} list */
  const some = (list) => list.filter(() => next() < 0.3);
  return { next, below, pick, some, chance: (/** @type {number} */ share) => next() < share };
}

/**
 * A number within a parameter's bounds: often an end, the preset, or with few digits.
 * @param {Omit<Bounds, 'key'>} bounds @param {Random} random
 */
function numberWithin({ min, max, scale, preset = min }, random) {
  if (scale === 'integer' || scale === 'switch') {
    return random.pick([min, max, preset, min + random.below(Math.min(max - min, 1e6) + 1)]);
  }
  const spread = min + random.next() * (max - min);
  const short = Number(spread.toPrecision(1 + random.below(4)));
  const small = min + (max - min) * 10 ** (-12 * random.next());
  const value = random.pick([min, max, preset, spread, short, small]);
  return Math.min(max, Math.max(min, value)) + 0;
}

/** A value for each parameter. @param {readonly Bounds[]} params @param {Random} random */
const numbers = (params, random) =>
  Object.fromEntries(params.map((param) => [param.key, numberWithin(param, random)]));

const FORMULAS = [
  'x^2 + 10*sin(x)',
  'x*y',
  'where(x < 1, -x, 2*x)',
  '(x+y)^2/7',
  '+x+%41%2B%zz&#; "\'`<>|{}[]~!$',
  'x − 1 · π 🎯 &amp; + &lt;',
];
const RULES = [
  '',
  'm=0.9*m+g;x=x-lr*m',
  'm = mu*m + g\nx = x - lr*m # heavy ball & more',
  'x=x-lr*g*constructor+0*__proto__',
  'x = x - 0.1*g',
];

const COORDINATE = { min: -1e9, max: 1e9, preset: 0 };

/** @param {string} rule @param {Random} random */
function randomRun(rule, random) {
  const unit = random.pick(catalog.optimizers);
  const plan = random.pick(catalog.schedules);
  const schedule = { key: plan.key, params: numbers(plan.params, random) };
  const hidden = random.chance(0.2);
  const isOwn = rule && random.chance(0.5);
  const taken = modifiersFor(isOwn ? CUSTOM : unit.key, rule, catalog);
  const on = random.chance(0.3) ? random.some(taken) : [];
  const more = on.length ? { modifiers: numbers(on, random) } : {};
  const params = isOwn ? checkRule(rule, linkCore).params : unit.hypers;
  const optimizer = isOwn ? CUSTOM : unit.key;
  const run = { optimizer, hypers: numbers(params, random), schedule, ...more, hidden };
  if (random.chance(0.7)) return run;
  const steps = { min: 1, max: catalog.limits.steps, preset: 5, scale: 'integer' };
  const changes = Array.from({ length: 1 + random.below(4) }, () => ({
    from: numberWithin(steps, random),
    hypers: numbers(random.some(params), random),
  }));
  return withChanges(run, changes);
}

/** @param {number|undefined} dim @param {Random} random */
function randomView(dim, random) {
  const pair = () => {
    const ends = [numberWithin(COORDINATE, random), numberWithin(COORDINATE, random)];
    return ends[0] === ends[1] ? [-1, 1] : ends.sort((a, b) => a - b);
  };
  return dim === 1 && random.chance(0.5) ? pair() : [...pair(), ...pair()];
}

/** Any experiment the state can hold. @param {Random} random */
export function randomExperiment(random) {
  const unit = random.pick(catalog.objectives);
  const formula = random.pick(FORMULAS);
  const own = random.chance(0.3);
  const dim = own ? linkCore.parseFormula?.(formula).dim : unit.dim;
  const rule = random.pick(RULES);
  const steps = numberWithin(
    { min: 1, max: catalog.limits.steps, preset: 30, scale: 'integer' },
    random,
  );
  const start = Array.from({ length: dim ?? 1 }, () => numberWithin(COORDINATE, random));
  const runs = Array.from({ length: 1 + random.below(catalog.limits.runs) }, () =>
    randomRun(rule, random),
  );
  const seen = {
    lab: 'descent',
    objective: own ? { formula } : { key: unit.key, params: numbers(unit.params, random) },
    start: random.chance(0.3) && !own ? [...unit.starts[0]] : start,
    runs,
    selected: random.below(runs.length),
    rule,
    steps,
    noise: {
      sigma: numberWithin({ min: 0, max: 1e6 }, random),
      seed: numberWithin({ min: 0, max: 2 ** 32 - 1, preset: 1, scale: 'integer' }, random),
    },
    t: random.below(steps + 1),
    view: random.chance(0.5) ? null : randomView(dim, random),
    surface: random.chance(0.7)
      ? null
      : [numberWithin({ min: -180, max: 180 }, random), numberWithin({ min: 5, max: 90 }, random)],
    lang: random.pick(['', ...LANGUAGES]),
    theme: random.pick(['', ...THEMES]),
    embed: random.chance(0.5),
    layout: random.pick(['', ...LAYOUTS]),
    controls: random.some(controlKeys(linkCore.catalog)),
    hide: random.some(PARTS),
    lock: random.some(LOCKS),
  };
  return random.chance(0.7) ? seen : { ...seen, map: randomMap(seen, random) };
}

/** @param {import('../../../web/state/types.js').Experiment} experiment @param {Random} random */
function randomMap(experiment, random) {
  const sides = mapSides(experiment, catalog);
  const first = random.pick(sides);
  const second = random.pick(sides.filter(({ of }) => of !== first.of));
  const range = [first, second].flatMap((side) => {
    const { min, max } = sideBounds(side);
    const whole = [min, max, min + random.next() * (max - min)].sort((a, b) => a - b);
    return whole[0] < whole[1] ? whole.slice(0, 2) : whole.slice(1);
  });
  const axes = /** @type {[string, string]} */ ([first.of, second.of]);
  return {
    axes,
    range: random.chance(0.5) ? null : range,
    // An orbit goes up along a place.
    show: random.pick(MAP_SHOWS.filter((show) => show !== 'orbit' || canOrbit(axes))),
    tolerance: random.pick([MAP_TOLERANCE.preset, numberWithin(MAP_TOLERANCE, random)]),
  };
}

const HOSTILE = [
  ...'&=,:;%+#?.-_ eE0123456789xyftruns',
  ...[
    '%',
    '%f',
    '%ff',
    '%00',
    '\0',
    '\ud800',
    '\udfff',
    '%ed%a0%80',
    '%F0%9F%8E%AF',
    '🎯',
    '\u202e',
    '&amp;',
  ],
  ...['1e999', '-1e-999', 'NaN', 'Infinity', '-0', '0x10', '1e', '١', '−1', '99999999999999999999'],
  ...[
    '&__proto__=1',
    '&constructor=',
    '&toString=2',
    'lr:0.1',
    'hidden:',
    'schedule:step',
    'custom',
    '&run=',
  ],
  ...[
    '&run=__proto__',
    '&f=hasOwnProperty',
    '&x0=',
    '&x0=1,2',
    '&view=1,0',
    '&t=-5',
    '&steps=1e9',
    '&rule=x=x',
  ],
  ...[
    '&fx=x*y',
    '&fx=?',
    '&map=x,lr',
    '&maprange=0,1,2,3',
    '&hide=a,b',
    '&lock=__proto__',
    '&embed',
    '&v=2',
    '&lab=none',
    ',valueOf:1',
  ],
];

/** A link, damaged. @param {string} link @param {Random} random */
export function damage(link, random) {
  let text = link;
  for (let times = 1 + random.below(8); times > 0; times--) {
    const at = random.below(text.length + 1);
    const to = Math.min(text.length, at + random.below(12));
    const piece = random.pick([
      random.pick(HOSTILE),
      '',
      text.slice(at, to).repeat(random.below(4)),
    ]);
    text = text.slice(0, at) + piece + text.slice(random.chance(0.5) ? at : to);
  }
  return text;
}

/** Pieces of links and of no links, in any order. @param {Random} random */
export function garbage(random) {
  return Array.from({ length: random.below(60) }, () => random.pick(HOSTILE)).join('');
}
