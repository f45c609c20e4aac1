// The figure layout (layout=figure): stage, chosen controls, player and worked step, in styles/figure.css.
// The controls are the lab's own, where they stand; what is not chosen is hidden.

/** Where the controls are whose names are not their keys. @type {Record<string, string>} */
const PLACES = {
  f: '.f, lab-own[data-key="fx"], lab-pasted',
  x0: '[data-key="x0"], [data-key="y0"], [data-key="w0"], [data-key="b0"]',
  rule: '[data-key="rule"]',
  steps: '[data-key="steps"], [data-key="epochs"], [data-key="n"]',
  noise: '[data-key="sigma"], [data-key="seed"], [data-key="noise"]',
  precision: '.precision',
  optimizer: 'lab-optimizer',
  schedule: '.choose-schedules',
  batch: 'lab-batch-field',
};

/** What only holds controls. */
const HOLDERS = '.objective, .fields, .group, .with-rest';

/**
 * A style sheet that shows the controls chosen and no others.
 * @param {readonly string[]} controls words that the link key `controls` may have
 */
export function keptControls(controls) {
  const kept = controls.map((key) => PLACES[key] ?? `[data-key="${key}"]`);
  const stay = ['.group', '.with-rest', ...kept].join(', ');
  return `.lab.lab.is-figure :is(${HOLDERS}) > :not(${stay}) { display: none; }`;
}
