// What files made from an experiment are called.

const MOST_NAMES = 3;

/** @param {any} experiment @returns {string} the key of what is descended, fitted, smoothed; "own" for the user's own; "" for none */
function subjectOf({ objective, data, series }) {
  const subject = objective ?? data ?? series;
  if (!subject) return '';
  return subject.key ?? subject.kind ?? 'own';
}

/**
 * A name that says what is inside, of letters that every file system takes: descent-lab-momentum-adam-rosenbrock.
 * @param {any} experiment of any lab
 * @param {number} [index] of the run it is about; otherwise all that are not hidden
 */
export function fileStem(experiment, index) {
  const { lab, runs = [], curves = [] } = experiment;
  const all = [...runs, ...curves];
  const about = index === undefined ? all.filter(({ hidden }) => !hidden) : [all[index]];
  const units = [...new Set(about.map(({ optimizer, smoother }) => optimizer ?? smoother))];
  const named = units.length > MOST_NAMES ? [`${units.length}-runs`] : units;
  const parts = [lab === 'descent' ? '' : lab, ...named, subjectOf(experiment)];
  const words = parts.filter((part) => /^[a-z0-9_-]+$/i.test(part ?? ''));
  return ['descent-lab', ...words].join('-');
}
