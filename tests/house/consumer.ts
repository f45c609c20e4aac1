// A program in TypeScript that uses the package by its name. What the types must refuse is marked as an error, and so
// is an error if they accept it. It is compiled and not run.
import { type Diagnosis, loadCore, type Run, type RunSpec } from 'descent-lab';
import { loadRemoteCore } from 'descent-lab/remote';

const core = await loadCore();
const spec: RunSpec = {
  objective: { key: 'quadratic', params: { a: 9 } },
  start: [70],
  optimizer: { rule: 'm = mu*m + g; x = x - lr*m', hypers: { lr: 0.1, mu: 0.9 } },
  schedule: 'constant',
  steps: 30,
  noise: { sigma: 0.5, seed: 7 },
};
const run: Run = core.run(spec);
const last: number = run.columns.x[run.rows - 1];
const kind: Diagnosis['kind'] = run.diagnosis.kind;
const labels: string[] = core.catalog.optimizers.flatMap(({ hypers }) =>
  hypers.map((h) => h.label),
);
const { f, gy } = core.evaluate({ formula: 'x^2 + y^2' }, { x: [1, 2], y: [3, 4] });
const slope: number | undefined = gy?.[0];
core.step('adam', { x: f, g: new Float64Array(2), slots: new Float64Array(4), t: 1 });
const at: number | undefined = core.parseFormula('x +').error?.at;
export const used = [last, kind, labels, slope, at, core.smooth('ewa', [3, 8, 6])];

// @ts-expect-error: a run needs an optimizer
core.run({ objective: 'quadratic', start: [70], steps: 30 });
// @ts-expect-error: steps is a number
core.run({ ...spec, steps: '30' });
// @ts-expect-error: no such question
core.minimize('quadratic');
// @ts-expect-error: a raw step takes Float64Arrays
core.step('sgd', { x: [1], g: [2] });
// @ts-expect-error: a kind that no diagnosis has
export const wrong: Diagnosis['kind'] = 'lost';

const remote = await loadRemoteCore({ wasm: core.module, workers: 2 });
const far: Run = await remote.run(spec, {
  channel: 'drag',
  signal: AbortSignal.timeout(1000),
  onPartial: ({ rows }) => console.log(rows),
});
const two: [number, number] = await remote.normal(1, 2, undefined, { channel: 'noise' });
export const place: [string, ...number[]] = [remote.runsIn, far.rows, ...two];
remote.close();
// @ts-expect-error: a remote core answers later
export const now: Run = remote.run(spec);
// @ts-expect-error: a channel is a text
remote.run(spec, { channel: 5 });

const lab = document.querySelector('descent-lab');
lab?.addEventListener('change', ({ detail }) => console.log(detail.lab, lab.query, lab.t));
export const picture: Promise<Blob> | undefined = lab?.screenshot(2);
// @ts-expect-error: the notices are the lab's to write
if (lab) lab.notices = [];
// @ts-expect-error: no such method
lab?.fly();
