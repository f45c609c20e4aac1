// Where labels stand: beside what they name and never over what is drawn. A label without such a place is
// left out. Pure arithmetic on pixels.

/**
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {{ x: number, y: number }} Place
 * @typedef {{ x: number, y: number, width: number, height: number }} Label x, y: what it names
 */

/** Side of a cell of the raster. */
const CELL = 4;
/**
 * The distance between the points of a line that are marked, in pixels. A cell of which the line cuts only a
 * corner may stay free.
 */
const STRIDE = 2;
/** Distances from a place to the words beside it, in pixels, in the order in which they are tried. */
const REACH = [9, 14, 20, 28, 38, 50, 64, 82, 104];
/** Directions in the order in which they are tried: beside, above and below, across, and between those. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
  [0.95, -0.4],
  [-0.95, -0.4],
  [0.95, 0.4],
  [-0.95, 0.4],
  [0.4, -0.95],
  [-0.4, -0.95],
  [0.4, 0.95],
  [-0.4, 0.95],
];

/** What is drawn already, as a raster over a part of the canvas. */
export class Taken {
  #area;
  #columns;
  #rows;
  #cells;

  /** @param {Box} area nothing may stand outside it */
  constructor(area) {
    this.#area = area;
    this.#columns = Math.max(1, Math.ceil((area.right - area.left) / CELL));
    this.#rows = Math.max(1, Math.ceil((area.bottom - area.top) / CELL));
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  /** The cells that a box touches: first and last column, first and last row. @param {Box} box */
  #span({ left, right, top, bottom }) {
    const column = (/** @type {number} */ x) => Math.floor((x - this.#area.left) / CELL);
    const row = (/** @type {number} */ y) => Math.floor((y - this.#area.top) / CELL);
    return [
      Math.max(0, column(left)),
      Math.min(this.#columns - 1, column(right)),
      Math.max(0, row(top)),
      Math.min(this.#rows - 1, row(bottom)),
    ];
  }

  /** @param {Box} box */
  addBox(box) {
    const [from, to, low, high] = this.#span(box);
    for (let row = low; row <= high; row++)
      this.#cells.fill(1, row * this.#columns + from, row * this.#columns + Math.max(from, to + 1));
  }

  /** A mark around a place. @param {Place} place @param {number} radius */
  addMark({ x, y }, radius) {
    if (!Number.isFinite(x + y)) return;
    this.addBox({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }

  /**
   * A polyline that breaks where a coordinate is not finite; what of it is outside does not count.
   * @param {readonly Place[]} line
   */
  addLine(line) {
    for (let i = 1; i < line.length; i++) this.#addSegment(line[i - 1], line[i]);
  }

  /** @param {Place} from @param {Place} to */
  #addSegment(from, to) {
    const { left, right, top, bottom } = this.#area;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (!Number.isFinite(dx + dy)) return;
    const pieces = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / STRIDE);
    if (pieces <= 1) {
      this.#addPoint(from.x, from.y);
      this.#addPoint(to.x, to.y);
      return;
    }
    // A path that has left may be 1e5 pixels long: only what is in the area is walked.
    const reach = [part(left, right, from.x, dx), part(top, bottom, from.y, dy)];
    const [first, last] = [
      Math.max(0, reach[0][0], reach[1][0]),
      Math.min(1, reach[0][1], reach[1][1]),
    ];
    // Counted from where it enters: beyond 2^53 pieces a counter of all of them would stand still.
    const inside = Math.ceil((last - first) * pieces);
    for (let i = 0; i <= inside; i++) {
      const walked = first + ((last - first) * i) / Math.max(1, inside);
      this.#addPoint(from.x + dx * walked, from.y + dy * walked);
    }
  }

  /** @param {number} x @param {number} y */
  #addPoint(x, y) {
    const column = Math.floor((x - this.#area.left) / CELL);
    const row = Math.floor((y - this.#area.top) / CELL);
    if (column >= 0 && column < this.#columns && row >= 0 && row < this.#rows)
      this.#cells[row * this.#columns + column] = 1;
  }

  /** Whether a box is inside the area and on nothing. @param {Box} box */
  isFree(box) {
    const { left, right, top, bottom } = this.#area;
    if (!(box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom))
      return false;
    const [from, to, low, high] = this.#span(box);
    for (let row = low; row <= high; row++)
      for (let column = from; column <= to; column++)
        if (this.#cells[row * this.#columns + column]) return false;
    return true;
  }
}

/**
 * The first and the last fraction of a walk from `start` by `step` at which it is between `low` and `high`.
 * @param {number} low @param {number} high @param {number} start @param {number} step
 */
function part(low, high, start, step) {
  if (step === 0) return start >= low && start <= high ? [0, 1] : [1, 0];
  const ends = [(low - start) / step, (high - start) / step];
  return [Math.min(...ends), Math.max(...ends)];
}

/**
 * How far a box is shifted along an axis of a direction, −1 to 1: all the way, unless the direction hardly
 * points there.
 * @param {number} part
 */
const leaning = (part) => (Math.abs(part) < 0.5 ? 2 * part : Math.sign(part));

/**
 * A label's box in a direction from what it names.
 * @param {Label} label @param {number[]} direction @param {number} distance @returns {Box}
 */
function boxBeside({ x, y, width, height }, [ux, uy], distance) {
  const middle = x + ux * distance + (leaning(ux) * width) / 2;
  const level = y + uy * distance + (leaning(uy) * height) / 2;
  return {
    left: middle - width / 2,
    right: middle + width / 2,
    top: level - height / 2,
    bottom: level + height / 2,
  };
}

/**
 * Finds a place for each label in order, near what it names, and takes it.
 * @param {readonly Label[]} labels the most important first @param {Taken} taken what they must not stand on
 * @param {number} [tries] how far to look: 1 is right beside
 * @returns {(Box|undefined)[]} undefined: there is none, it is left out
 */
export function placeBeside(labels, taken, tries = REACH.length) {
  return labels.map((label) => {
    if (!Number.isFinite(label.x + label.y)) return undefined;
    for (const distance of REACH.slice(0, tries)) {
      for (const direction of DIRECTIONS) {
        const box = boxBeside(label, direction, distance);
        if (!taken.isFree(box)) continue;
        taken.addBox(box);
        return box;
      }
    }
    return undefined;
  });
}

/**
 * Puts things side by side along a line, each as near to where it wants to be as the others leave it.
 * @param {readonly { at: number, size: number }[]} things at: where its middle wants to be
 * @param {number} gap between two @param {number} from @param {number} to
 * @returns {number[]|undefined} where each begins, in the order given; undefined: there is no room for all
 */
export function spread(things, gap, from, to) {
  const room = things.reduce((sum, { size }) => sum + size + gap, -gap);
  if (!(room <= to - from)) return undefined;
  const order = things.map((_, i) => i).sort((a, b) => things[a].at - things[b].at);
  const starts = things.map(({ at, size }) => at - size / 2);
  let edge = from;
  for (const i of order) {
    starts[i] = Math.max(starts[i], edge);
    edge = starts[i] + things[i].size + gap;
  }
  edge = to;
  for (const i of order.toReversed()) {
    starts[i] = Math.min(starts[i], edge - things[i].size);
    edge = starts[i] - gap;
  }
  return starts;
}
