// The data sets that ship with the sampling lab.

/**
 * @typedef {object} DataSet
 * @property {string} key as links and translations name it
 * @property {readonly number[]} x @property {readonly number[]} y as long as x
 */

/** Two digits a flower, in millimetres, as centimetres. @param {string} digits */
const centimetres = (digits) => (digits.match(/../g) ?? []).map((each) => Number(each) / 10);

/**
 * Petal length and petal width of 150 iris flowers, 50 each of setosa, versicolor and virginica: measured by
 * Edgar Anderson (1935), published by R. A. Fisher, "The use of multiple measurements in taxonomic problems",
 * Annals of Eugenics 7 (1936). In the public domain. Taken from the copy in scikit-learn 1.2.1
 * (sklearn/datasets/data/iris.csv), which agrees in every one of these numbers with the copy in R 4.2.2
 * (datasets::iris) and with Fisher's table; the copy at UCI does not.
 */
const IRIS = {
  key: 'iris',
  x: centimetres(
    '1414131514171415141515161411121513141715171510171916161514161615151415121314131513131316191416141514' +
      '4745494046454733463935424047364445414539484049474344485045353837395145454744414044464033424242433041' +
      '6051595658664563586151535550515355676950574967495760484956586164565156615655485456515159575250525451',
  ),
  y: centimetres(
    '0202020202040302020102020101020404030303020402050202040202020204010202020201020203030206040302020202' +
      '1415151315131610131410151014131415101511181315121314141715101110121615161513131312141210131213131113' +
      '2519211822211718182520192120242318222315232020182118181821161920221514232418182124231923252319202318',
  ),
};

/** @type {readonly DataSet[]} */
export const DATA_SETS = Object.freeze(
  [IRIS].map(({ key, x, y }) => Object.freeze({ key, x: Object.freeze(x), y: Object.freeze(y) })),
);
