// Ratios measured in one run: a step of the core in wasm against the same loop in plain JavaScript, and a formula
// against the compiled unit that says the same. Prints; judges nothing.
import { core } from '../web/core.js';

const REPEATS = 15;

/** Best time of several repeats, in milliseconds. @param {() => void} work */
function best(work) {
  let least = Infinity;
  for (let i = 0; i < REPEATS; i++) {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

/** @param {string} name @param {number} ours @param {number} theirs */
function say(name, ours, theirs) {
  console.log(
    `${name}: ${(ours / theirs).toFixed(2)} (${ours.toFixed(2)} ms : ${theirs.toFixed(2)} ms)`,
  );
}

const N = 160_000;
const x = Float64Array.from({ length: N }, (_, i) => -2 + (4 * (i % 400)) / 400);
const y = Float64Array.from({ length: N }, (_, i) => -1 + (4 * Math.floor(i / 400)) / 400);

for (const { key, formula, params } of core.catalog.objectives.filter(({ dim }) => dim === 2)) {
  const text = formula.replace(/[a-z]\w*/g, (name) => {
    const param = params.find((each) => each.key === name);
    return param ? String(param.preset) : name;
  });
  const compiled = best(() => core.evaluate(key, { x, y }));
  const interpreted = best(() => core.evaluate({ formula: text }, { x, y }));
  say(`${key}, ${N} points with gradient, formula : compiled`, interpreted, compiled);
}

const steps = 100_000;
const wasm = best(() =>
  core.run({ objective: 'quadratic', start: [70], optimizer: 'momentum', steps }),
);
const plain = best(() => {
  const [xs, fs, gs, vs] = Array.from({ length: 4 }, () => new Float64Array(steps + 1));
  for (let t = 0, at = 70, v = 0; t <= steps; t++) {
    xs[t] = at;
    fs[t] = at * at;
    gs[t] = 2 * at;
    vs[t] = v;
    v = 0.9 * v - 0.1 * gs[t];
    at += v;
  }
});
say(
  `${steps} momentum steps with all columns and the diagnosis, wasm : bare JavaScript loop`,
  wasm,
  plain,
);
