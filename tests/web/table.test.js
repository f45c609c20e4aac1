// A pasted table becomes columns of numbers, whatever it comes from.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from '../../web/state/table/read-table.js';
import { firstChoice, takePoints, takeSeries } from '../../web/state/table/take.js';

const NONE = Number.NaN;
const LIMITS = { fewest: 2, most: 500, farthest: 1e9 };
/** What a series lab takes without being told anything. @param {string} text */
function series(text, options = {}) {
  const table = readTable(text, { wanted: 1, ...options });
  return takeSeries(table, firstChoice(table, 1), 2000).values;
}

/** What a lab of points takes without being told anything. @param {string} text */
function points(text, options = {}) {
  const table = readTable(text, { wanted: 2, ...options });
  const { x, y } = takePoints(table, firstChoice(table, 2), LIMITS);
  return x.map((value, i) => [value, y[i]]);
}

/** Shapes of a series, by hand. */
for (const [what, text, expected] of /** @type {[string, string, number[]][]} */ ([
  ['blanks', '3 8 6.5', [3, 8, 6.5]],
  ['blanks and a decimal comma', '3 8 6,5', [3, 8, 6.5]],
  ['semicolons and a decimal comma', '3;8;6,5', [3, 8, 6.5]],
  ['tabs and a decimal comma', '3\t8\t6,5', [3, 8, 6.5]],
  ['lines and a decimal comma', '3\n8\n6,5', [3, 8, 6.5]],
  ['commas', '3,8,6.5', [3, 8, 6.5]],
  ['commas and blanks', '3, 8, 6.5', [3, 8, 6.5]],
  ['US thousands among plain numbers', '1,200 950 1,100', [1200, 950, 1100]],
  ['US thousands among plain numbers, a line each', '1,200\n950\n1,100', [1200, 950, 1100]],
  ['US thousands with cents', '1,200.50 950.25', [1200.5, 950.25]],
  ['quoted thousands, a line each', '"1,200"\n"2,500"', [1200, 2500]],
  ['German thousands', '1.200,5\n950,25', [1200.5, 950.25]],
  ['Swiss and French thousands', "1'200.5\n2\u202f500.25", [1200.5, 2500.25]],
  ['dollars', '$1\n$2.50\n-$3', [1, 2.5, -3]],
  ['euros behind', '1,5 €\n2,5 €', [1.5, 2.5]],
  ['percent', '12%\n13.5%', [12, 13.5]],
  ['minus signs of books', '−1\n–2\n- 3', [-1, -2, -3]],
  ['minus zero', '-0 0', [-0, 0]],
  ['powers of ten', '1.2×10^-3 2·10⁻² 3e-1', [0.0012, 0.02, 0.3]],
  ['empty cells as gaps', '3,,6', [3, NONE, 6]],
  ['words for nothing as gaps', '3\nNA\nnull\n-\n6', [3, NONE, NONE, NONE, 6]],
  ['an empty line of a column as a gap', '3\n8\n\n6', [3, 8, NONE, 6]],
  ['double line spacing, which is none', '3\n\n8\n\n6', [3, 8, 6]],
  ['a word among numbers, a gap in its place', 'price\n3\nfour\n5', [3, NONE, 5]],
  ['the infinite', '1 inf -∞', [1, Infinity, -Infinity]],
  ['a comma at its end', '3,8,6,', [3, 8, 6]],
  ['semicolons at the ends of its lines', '3;\n8;\n6;', [3, 8, 6]],
  ['a list wrapped after commas', '3, 8, 6,\n5, 1,\n7', [3, 8, 6, 5, 1, 7]],
  ['a list wrapped between blanks', '3 8 6 5\n1 7 9 0\n8 4', [3, 8, 6, 5, 1, 7, 9, 0, 8, 4]],
  ['brackets', '[1, 2, 3]', [1, 2, 3]],
  ['brackets over lines', '[\n  0.5,\n  0.25,\n]', [0.5, 0.25]],
  ['NumPy, printed', '[0.1 0.2 0.3\n 0.4 0.5]', [0.1, 0.2, 0.3, 0.4, 0.5]],
  ['NumPy, as code', 'x = np.array([1., 2., 3.], dtype=np.float32)', [1, 2, 3]],
  ['PyTorch, printed', "tensor([0.1, 0.2], device='cuda:0')", [0.1, 0.2]],
  ['R', 'c(1, 2, 3)', [1, 2, 3]],
  ['JSON', '{"loss": [0.5, 0.25]}', [0.5, 0.25]],
  ['a bracket that was not copied', '[1, 2, 3', [1, 2, 3]],
  ['a name before it', 'loss: 0.5 0.25 0.125', [0.5, 0.25, 0.125]],
  ['a heading', 'loss\n0.5\n0.25', [0.5, 0.25]],
  ['TensorBoard', 'Wall time,Step,Value\n1712345678.12,0,0.69\n1712345679.2,1,0.5', [0.69, 0.5]],
  ['an index without a name', ',loss\n0,0.5\n1,0.25', [0.5, 0.25]],
  ['a byte order mark and blanks of no width', '\ufeff3\u200b 8', [3, 8]],
  ['one number', '7', [7]],
  ['no number', 'seven', []],
  ['nothing', '  \n', []],
]))
  test(`a series is read with ${what}`, () => assert.deepStrictEqual(series(text), expected));

const TWO = [
  [1.5, 2],
  [-3, 0.25],
];
/** Shapes of points, by hand. */
for (const [what, text, expected = TWO] of /** @type {[string, string, number[][]?][]} */ ([
  ['commas', '1.5,2\n-3,0.25'],
  ['commas and blanks', '1.5, 2\n -3 , .25 '],
  ['tabs', '1.5\t2\r\n-3\t0.25\r\n'],
  ['tabs and decimal commas', '1,5\t2\n-3\t0,25'],
  ['semicolons and decimal commas', '1,5;2\n-3;0,25'],
  ['blanks', '1.5 2\n-3   0.25'],
  ['blanks and decimal commas', '1,5 2,0\n-3,0 0,25'],
  ['quoted decimal commas', '"1,5","2"\n"-3","0,25"'],
  ['a heading', 'length,width\n1.5,2\n-3,0.25'],
  ['empty lines', '\n1.5,2\n\n\n-3,0.25\n'],
  ['powers of ten and a true minus', '15e-1,2\n−3,2.5E-1'],
  ['tuples, a line each', '(1.5, 2)\n(-3, 0.25)'],
  ['tuples in a list', '[(1.5, 2), (-3, 0.25)]'],
  ['tuples with decimal commas', '(1,5; 2)\n(-3; 0,25)'],
  ['lists in a list', '[[1.5, 2],\n [-3, 0.25]]'],
  ['a matrix of MATLAB', '[1.5 2; -3 0.25]'],
  ['JSON records', '[{"x": 1.5, "y": 2}, {"x": -3, "y": 0.25}]'],
  ['JSON columns', '{"x": [1.5, -3], "y": [2, 0.25]}'],
  ['Markdown', '| x | y |\n|---|:-:|\n| 1.5 | 2 |\n| -3 | 0.25 |'],
  ['LaTeX', '\\hline\nx & y \\\\\n1.5 & 2 \\\\\n-3 & 0.25 \\\\\n\\hline'],
  ['savetxt’s heading', '# x y\n1.5 2\n-3 0.25'],
  ['a comma at the end of every line', '1.5,2,\n-3,0.25,'],
  ['semicolons at the ends', '1.5;2;\n-3;0.25;'],
  ['commas at the ends of all lines but the last', '1.5,2,\n-3,0.25'],
  ['an index', ',x,y\n0,1.5,2\n1,-3,0.25'],
  ['an index that was printed', '     x     y\n0  1.5  2.00\n1 -3.0  0.25'],
  ['rows numbered by hand', '1,1.5,2\n2,-3,0.25\n3,0,1', [...TWO, [0, 1]]],
  ['a title and units', 'My data\nx,y\ncm,cm\n1.5,2\n-3,0.25'],
  ['a column of words', 'who,x,y\nan,1.5,2\nbo,-3,0.25'],
  ['points of a link', '1.5,2;-3,0.25'],
  ['x on one line and y on the next, named', 'x: 1.5 -3\ny: 2 0.25'],
  ['x on one line and y on the next, as code', 'x = [1.5, -3]\ny = [2, 0.25]'],
  [
    'x on one line and y on the next',
    '1 2 3\n4 5 6',
    [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
  ],
  [
    'a name in the first cell of each line',
    'x,1,2,3\ny,4,5,6',
    [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
  ],
  [
    'quoted thousands in the first row',
    '"1,200","2,500"\n"1,300","2,600"',
    [
      [1200, 2500],
      [1300, 2600],
    ],
  ],
  [
    'blanks in thousands in the first row',
    '1 200;2 500\n1 300;2 600',
    [
      [1200, 2500],
      [1300, 2600],
    ],
  ],
  [
    'dollars in the first row',
    '$1\t$2\n$3\t$4',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    'US thousands among plain numbers',
    '1,200\t950\n2,500\t1,100',
    [
      [1200, 950],
      [2500, 1100],
    ],
  ],
]))
  test(`points are read with ${what}`, () => assert.deepStrictEqual(points(text), expected));
