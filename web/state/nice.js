// Numbers that are easy to work with by hand, near a given one: each student gets others.

/** So many numbers of an experiment are varied at most. */
const MOST_VARIED = 6;
/** The share of all combinations by which the next student's is further on: neighbours get unlike numbers. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Numbers of one or two digits from half of a number to `most` times as much, of its sign; the number itself
 * where there is none.
 * @param {number} value @param {number} most @param {{ min?: number, max?: number }} [bounds]
 * @returns {number[]}
 */
export function niceNear(value, most, { min = -Infinity, max = Infinity } = {}) {
  if (value === 0 || !Number.isFinite(value)) return [value];
  const [lead, exponent] = Math.abs(value).toExponential().split('e');
  const tenths = Number(lead) * 10;
  const unit = tenths < 20 ? 1 : 5;
  const sign = value < 0 ? '-' : '';
  const found = [];
  for (let k = Math.ceil(tenths / 2 / unit); k <= (tenths * most) / unit + 1e-9; k++)
    found.push(Number(`${sign}${k * unit}e${Number(exponent) - 1}`));
  const allowed = found.filter((each) => each >= min && each <= max);
  return allowed.length ? allowed : [value];
}

/** @param {number} a @param {number} b @returns {number} */
const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));

/**
 * One of each list for each student: no two have the same as long as there are others.
 * @param {readonly (readonly number[])[]} lists not empty @param {number} who from 1
 * @returns {number[]}
 */
export function choose(lists, who) {
  const varied = lists.slice(0, MOST_VARIED);
  const count = varied.reduce((product, { length }) => product * length, 1);
  let stride = Math.max(1, Math.round(count * GOLDEN));
  while (gcd(stride, count) !== 1) stride++;
  let rest = (who * stride) % count;
  return lists.map((list, i) => {
    if (i >= MOST_VARIED) return list[0];
    const at = rest % list.length;
    rest = Math.floor(rest / list.length);
    return list[at];
  });
}
