// A program in TypeScript that uses the package by its name, as strictly as TypeScript can be. What the types must
// refuse is marked as an error, and so is an error if they accept it. It is compiled and not run.
import {
  type Diagnosis,
  loadCore,
  type ObjectiveKey,
  type OptimizerKey,
  type Run,
  type RunSpec,
} from 'descent-lab';
import { type Catalog, type Core, loadCore as loadAlone } from 'descent-lab/core';
import { loadCore as loadInline } from 'descent-lab/core-inline';
import type { DescentLabElement, LabAttributes } from 'descent-lab/element';
import { loadRemoteCore } from 'descent-lab/remote';
import widget from 'descent-lab/widget';

const core = await loadCore();
export const cores: Core[] = [
  core,
  await loadAlone({ wasm: new URL('file:///x') }),
  await loadInline(),
];
const spec: RunSpec = {
  objective: { key: 'quadratic', params: { a: 9 } },
  start: [70],
  optimizer: { rule: 'm = mu*m + g; x = x - lr*m', hypers: { lr: 0.1, mu: 0.9 } },
  schedule: 'constant',
  steps: 30,
  noise: { sigma: 0.5, seed: 7 },
  modifiers: { clip: 1, wd: 0.01 },
  changes: [{ from: 20, hypers: { lr: 0.01 } }],
};
// @ts-expect-error there is no such modifier
export const unmodified: RunSpec = { ...spec, modifiers: { l1: 1 } };
const run: Run = core.run(spec);
const last: number | undefined = run.columns.x[run.rows - 1];
const kind: Diagnosis['kind'] = run.diagnosis.kind;
const labels: string[] = core.catalog.optimizers.flatMap(({ hypers }) =>
  hypers.map((h) => h.label),
);
const { f, gy } = core.evaluate({ formula: 'x^2 + y^2' }, { x: [1, 2], y: [3, 4] });
const slope: number | undefined = gy?.[0];
const checked = core.check(spec, { columns: { x: [70, 63] }, digits: 1 });
const wrongRow: number | undefined = checked.first?.row;
const keys: string[] = core.mistakes(spec).map(({ key }) => key);

core.step('adam', { x: f, g: new Float64Array(2), slots: new Float64Array(4), t: 1 });
const at: number | undefined = core.parseFormula('x +').error?.at;
export const used = [
  last,
  kind,
  labels,
  slope,
  at,
  core.smooth('ewa', [3, 8, 6]),
  widget,
  wrongRow,
  keys,
  checked.mistake?.also,
];

// Columns are named by the objective's coordinates and the optimizer's slots, none of them perhaps undefined.
const adam = core.run({ objective: 'himmelblau', start: [0, 0], optimizer: 'adam', steps: 3 });
export const named: Float64Array[] = [adam.columns.y, adam.columns.m_x, adam.columns.v_y];
const sgd = core.run({
  objective: { key: 'quadratic', params: { a: 2 } },
  start: 2,
  optimizer: { key: 'momentum', hypers: { lr: 0.1, m: 0.9 } },
  steps: 3,
});
export const velocity: Float64Array = sgd.columns.v_x;
const own = core.run({ objective: { formula: 'x^2' }, start: 2, optimizer: 'adam', steps: 3 });
export const perhaps: (Float64Array | undefined)[] = [own.columns.x, own.columns.m_x];
const line = core.run({
  objective: { data: { x: [1], y: [2] } },
  start: [0, 0],
  optimizer: 'sgd',
  steps: 1,
});
export const slopes: Float64Array = line.columns.gy;
const sample = core.sample({
  data: { x: [1], y: [2] },
  start: [0, 0],
  optimizer: 'adam',
  batch: 1,
  epochs: 1,
});
export const losses: [Float64Array, Float64Array | undefined] = [
  sample.columns.batch_loss,
  sample.columns.v_w,
];
// A user's choice, read from the catalog, is a key.
const chosen: ObjectiveKey | undefined = core.catalog.objectives[0]?.key;
const rules: OptimizerKey[] = core.catalog.optimizers.map(({ key }) => key);
for (const optimizer of rules)
  if (chosen) core.run({ objective: chosen, start: 1, optimizer, steps: 2 });
export const most: Catalog['limits']['steps'] = core.catalog.limits.steps;

// @ts-expect-error: a run needs an optimizer
core.run({ objective: 'quadratic', start: [70], steps: 30 });
// @ts-expect-error: steps is a number
core.run({ ...spec, steps: '30' });
// @ts-expect-error: no such objective
core.run({ ...spec, objective: 'quadratik' });
// @ts-expect-error: no such hyper of that optimizer
core.run({ ...spec, optimizer: { key: 'sgd', hypers: { beta1: 0.9 } } });
// @ts-expect-error: no such parameter of that objective
core.run({ ...spec, objective: { key: 'quadratic', params: { b: 9 } } });
// @ts-expect-error: a schedule is no smoother
core.smooth('constant', [1, 2]);
// @ts-expect-error: a run in one dimension has no y
export const noY = sgd.columns.y;
const plain = core.run({ objective: 'quadratic', start: 1, optimizer: 'sgd', steps: 1 });
// @ts-expect-error: plain gradient descent remembers nothing
export const noSlot = plain.columns.v_x;
// @ts-expect-error: no such question
core.minimize('quadratic');
// @ts-expect-error: a raw step takes Float64Arrays
core.step('sgd', { x: [1], g: [2] });
// @ts-expect-error: a kind that no diagnosis has
export const wrong: Diagnosis['kind'] = 'lost';
// @ts-expect-error: bytes are handed over as { wasm }
loadCore(new Uint8Array(8));

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
lab?.addEventListener('change', ({ detail }) =>
  console.log(detail.lab, detail.t, lab.query, lab.t),
);
lab?.addEventListener('error', ({ detail }) => console.log(detail.message));
export const picture: Promise<Blob> | undefined = lab?.screenshot(2);
export const attributes: LabAttributes = {
  f: 'quadratic',
  x0: 70,
  lang: 'vi',
  query: 'lab=descent',
};
export const same: DescentLabElement | null = lab;
// @ts-expect-error: no such language
export const language: LabAttributes = { lang: 'xx' };
// @ts-expect-error: the notices are the lab's to write
if (lab) lab.notices = [];
// @ts-expect-error: no such method
lab?.fly();

// A run of any kind is a run, and a list of different questions can be asked.
export const rates = [core.effective('adam', adam), core.effective('momentum', sgd)];
const questions: RunSpec[] = [
  spec,
  { objective: 'bowl', start: [1, 2], optimizer: 'sgd', steps: 3 },
];
export const tables: Run[] = [...questions.map((question) => core.run(question)), own, line];
for (const optimizer of ['sgd', { rule: 'x = x - lr*g' }] as const)
  console.log(core.run({ objective: 'quadratic', start: 1, optimizer, steps: 3 }).columns.x[0]);
