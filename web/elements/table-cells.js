// The cells of a step table, by what stands in them: "column row".

/** @typedef {HTMLTableCellElement} Cell */

/** @param {ParentNode} part the table is in */
const headsOf = (part) => [...part.querySelectorAll('thead th')].map(nameOf);

/** @param {Element} head */
const nameOf = (head) => head.getAttribute('data-column') ?? '';

/** What stands in a cell: "x 3"; "" for what is no cell of a step table. @param {Element} element */
export function cellAt(element) {
  const cell = /** @type {Cell|null} */ (element.closest('lab-table tbody td'));
  const row = cell?.parentElement?.firstElementChild?.textContent;
  const table = cell?.closest('table');
  return cell && table ? `${headsOf(table)[cell.cellIndex]} ${row}` : '';
}

/**
 * Marks cells, and takes the marks from all others.
 * @param {ParentNode} part the table is in
 * @param {ReadonlyMap<string, string>} sources the kind of each, by cell @param {string} lit a cell
 */
export function markCells(part, sources, lit) {
  for (const cell of part.querySelectorAll('td:is(.is-source, .is-lit)'))
    cell.classList.remove('is-source', 'is-lit');
  if (!sources.size && !lit) return;
  const heads = headsOf(part);
  const rows = [...part.querySelectorAll('tbody tr')];
  const first = Number(rows[0]?.firstElementChild?.textContent);
  const find = (/** @type {string} */ name) => {
    const [column, row] = name.split(' ');
    const place = heads.indexOf(column);
    return place > 0 ? /** @type {Cell} */ (rows[Number(row) - first]?.children[place]) : undefined;
  };
  for (const [name, kind] of sources) {
    const cell = find(name);
    cell?.classList.add('is-source');
    cell?.setAttribute('data-kind', kind);
  }
  find(lit)?.classList.add('is-lit');
}
