// What each column of a run holds, as the core hands it out, and what it is called in the API.

/**
 * @typedef {import('./engine.js').Engine} Engine
 *
 * @typedef {import('./types.js').Column} Column
 *
 * @typedef {{ axes: string[], value: string }} Look what coordinates and the value are called
 */

/** The name of a slot's column. @param {string} slot @param {string|null} axis */
export const slotColumn = (slot, axis) => (axis === null ? slot : `${slot}_${axis}`);

/**
 * How columns are called that are not called by the word of their kind.
 * @type {Partial<Record<Column['kind'], (column: { slot: string|null, axis: string|null }, value: string) =>
 *   string>>}
 */
const NAMES = {
  coordinate: ({ axis }) => `${axis}`,
  f: (_, value) => value,
  gradient: ({ axis }) => `g${axis}`,
  norm: () => 'gnorm',
  rate: () => 'lr',
  slot: ({ slot, axis }) => slotColumn(`${slot}`, axis),
  update: ({ axis }) => `d${axis}`,
  effective: ({ axis }) => `rate_${axis}`,
};

/**
 * The layout of a run that has begun.
 * @param {Engine} engine
 * @param {number} run
 * @param {import('./spec.js').Slots} slots
 * @param {Look} look
 * @returns {Column[]}
 */
export function readLayout({ wasm, arena, catalog }, run, slots, { axes, value }) {
  const out = arena.reserve(3 * catalog.limits.columns);
  const count = wasm.lab_abi_run_layout(out, run);
  const numbers = arena.view(out, 3 * count);
  const taken = new Set();
  return Array.from({ length: count }, (_, i) => {
    const [kind, slot, axis] = numbers.subarray(3 * i, 3 * i + 3);
    const word = /** @type {Column['kind']} */ (catalog.columnKinds[kind]);
    const held = slot < 0 ? null : slots[slot];
    const column = { kind: word, slot: held?.key ?? null, axis: axes[axis] ?? null };
    const name = unused(NAMES[word]?.(column, value) ?? word, taken);
    return { name, ...column, ...(held?.symbol && { symbol: held.symbol }) };
  });
}

/**
 * A name that no column has yet: an own slot may be called as another column is.
 * @param {string} name @param {Set<string>} taken
 */
function unused(name, taken) {
  while (taken.has(name)) name += '_slot';
  taken.add(name);
  return name;
}

/**
 * The numbers of a column that is found by what it holds; undefined when the run has none.
 * @param {{ layout: readonly Column[], columns: Record<string, Float64Array> }} run
 * @param {Column['kind']} kind
 * @param {string|null} [axis]
 * @param {string|null} [slot] its column of the whole point is found for any axis
 * @returns {Float64Array|undefined}
 */
export function columnOf({ layout, columns }, kind, axis = null, slot = null) {
  const found = layout.find(
    (column) =>
      column.kind === kind &&
      column.slot === slot &&
      (column.axis === axis || (slot !== null && column.axis === null)),
  );
  return found && columns[found.name];
}
