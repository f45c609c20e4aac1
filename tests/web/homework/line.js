// A line fitted in batches on paper: means, squared errors and steps written out by hand, as a student would,
// with the mistakes that students make. Of the core it takes which points a step sees, as a student does.

/** @typedef {(value: number) => number} Round @type {Round} */
const exact = (value) => value;

/**
 * @typedef {object} Line
 * @property {number[]} x @property {number[]} y @property {number[][]} drawn the points of each step
 * @property {number} batch @property {number[]} start @property {number} steps
 * @property {'sgd'|'momentum_torch'|'adam_simple'} key @property {Record<string, number>} hypers
 */

/** The points that step t sees. @param {Line} line @param {number} t @param {string} wrong */
function pointsOf({ x, drawn, batch }, t, wrong) {
  const inEpoch = Math.ceil(x.length / batch);
  const from = ((t - 1) % inEpoch) * batch;
  const all = [...x.keys()];
  if (wrong === 'order_unshuffled') return all.slice(from, from + batch);
  if (wrong === 'order_kept') return drawn[(t - 1) % inEpoch];
  if (wrong === 'batch_next') return drawn[t];
  return wrong === 'batch_all' ? all : drawn[t - 1];
}

/** x less its mean, in deviations. @param {number[]} x */
export function standardised(x) {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const squares = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
  return x.map((value) => (value - mean) / Math.sqrt(squares));
}

/**
 * @param {Line} line @param {{ wrong?: string, r?: Round }} [how] r: rounds whatever is worked out
 * @returns {Record<string, number[]>} the columns of the table
 */
export function fitByHand(line, { wrong = '', r = exact } = {}) {
  const { x, y, start, steps, key, hypers } = line;
  const is = (/** @type {string} */ name) => wrong === name;
  const slope = (/** @type {number} */ t, /** @type {number} */ w, /** @type {number} */ b) => {
    const seen = pointsOf(line, t, wrong);
    let [gw, gb] = [0, 0];
    for (const i of seen) {
      const error = r(r(w * x[i]) + b - y[i]);
      gw += x[i] * error;
      gb += error;
    }
    const two = is('derivative_exponent') ? 1 : 2;
    const by = is('division_forgotten') ? 1 : is('division_all') ? x.length : seen.length;
    return [r((two * gw) / by), r((two * gb) / by)];
  };
  const lr = hypers.lr * (is('rate_halved') ? 0.5 : is('rate_doubled') ? 2 : 1);
  const rate = is('rate_forgotten') ? 1 : lr;
  const sign = is('step_sign') ? 1 : -1;
  const memory = [0, 1].map(() => ({ b: 0, m: 0, v: 0 }));
  /** @param {number} g @param {{ b: number, m: number, v: number }} at */
  const move = (g, at) => {
    if (key === 'sgd') return r(sign * rate * g);
    if (key === 'momentum_torch') {
      const weight = is('weight_added') ? 1 - hypers.mu : 1;
      at.b = r((is('memory_forgotten') ? 0 : hypers.mu * at.b) + weight * g);
      return r(sign * rate * at.b);
    }
    const { beta1, beta2, eps } = hypers;
    at.m = r(
      (is('memory_forgotten') ? 0 : beta1 * at.m) + (is('weight_forgotten') ? 1 : 1 - beta1) * g,
    );
    at.v = r(beta2 * at.v + (is('weight_forgotten') ? 1 : 1 - beta2) * r(g * g));
    return r((sign * rate * at.m) / (is('root_forgotten') ? at.v + eps : r(Math.sqrt(at.v + eps))));
  };
  let [w, b] = start;
  let g = slope(1, w, b);
  let old = g;
  const error = (/** @type {number} */ i) => w * x[i] + b - y[i];
  /** @type {Record<string, number[]>} */
  const columns = { w: [], b: [], loss: [], gw: [], gb: [] };
  const note = () => {
    const loss = x.reduce((sum, _, i) => sum + error(i) ** 2, 0) / x.length;
    for (const [name, value] of Object.entries({ w, b, loss: r(loss), gw: g[0], gb: g[1] }))
      columns[name].push(value);
  };
  note();
  for (let t = 1; t <= steps; t++) {
    const copy = memory.map((each) => ({ ...each }));
    let used = g;
    if (is('old_point') && t > 1) used = old;
    const ahead = [r(w + move(g[0], copy[0])), r(b + move(g[1], copy[1]))];
    if (is('new_point')) used = slope(t, ahead[0], ahead[1]);
    if (is('in_turn')) used = [g[0], slope(t, ahead[0], b)[1]];
    old = g;
    w = r(w + move(used[0], memory[0]));
    b = r(b + move(used[1], memory[1]));
    g = slope(t + 1, w, b);
    note();
  }
  return columns;
}
