// The types of the packed package, as other people's tools read them: attw, React and Vue. All of it is
// compiled strictly, with the package's own declarations checked too.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run, tarball } from './project.js';

const STRICT = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: false,
  types: [],
};

/** @param {object} more */
const tsconfig = (more) => JSON.stringify({ compilerOptions: { ...STRICT, ...more } });

test('attw finds types for every entry', () => {
  const path = project('attw', ['@arethetypeswrong/cli@^0.18.0'], {});
  // Every entry is an ES module, which Node ≥ 20.19 can require; what is not code has no types.
  const said = run(path, 'npx', [
    'attw',
    tarball,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    './core.wasm',
    './index.html',
  ]);
  for (const resolution of ['node16 (from ESM)', 'bundler'])
    assert.equal(said.split(`\n${resolution}: 🟢`).length - 1, 9, said);
});

test('React: the tag has its attributes, its reference and what every element has', () => {
  const path = project('react', ['typescript@~5.9.0', 'react@^19.0.0', '@types/react@^19.0.0'], {
    'tsconfig.json': tsconfig({ jsx: 'react-jsx' }),
    'course.tsx': `import { useRef } from 'react';
import type { DescentLabElement } from 'descent-lab/element';
import 'descent-lab/element';
export function Course() {
  const lab = useRef<DescentLabElement>(null);
  return <descent-lab ref={lab} className="wide" f="quadratic" x0={70} lang="vi" steps={4}
    style={{ height: 500 }} onClick={() => lab.current?.seek(2)} />;
}
// @ts-expect-error: no such language
export const lang = <descent-lab lang="xx" />;
// @ts-expect-error: no such attribute
export const key = <descent-lab objective="quadratic" />;
`,
  });
  run(path, 'npx', ['tsc']);
});

test('Vue: the tag in a template and in JSX has its attributes and its events', () => {
  const path = project('vue', ['typescript@~5.9.0', 'vue@^3.5.0', 'vue-tsc@^3.0.0'], {
    'tsconfig.json': tsconfig({
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'preserve',
      jsxImportSource: 'vue',
      // Vue's own declarations are not exact.
      exactOptionalPropertyTypes: false,
      skipLibCheck: true,
      lib: ['es2022', 'dom', 'dom.iterable'],
    }),
    'Course.vue': `<script setup lang="ts">
import 'descent-lab/element';
const told = (event: CustomEvent<{ lab: string }>) => console.log(event.detail.lab);
</script>
<template><descent-lab f="quadratic" :x0="70" lang="vi" @change="told" /></template>
`,
    'Wrong.vue': `<script setup lang="ts">
import 'descent-lab/element';
</script>
<template>
  <!-- @vue-expect-error: no such language -->
  <descent-lab lang="xx" />
</template>
`,
    'jsx.tsx': `import 'descent-lab/element';
export const lab = <descent-lab f="quadratic" x0={70} class="wide"
  onChange={(event) => console.log(event.detail.lab)} />;
// @ts-expect-error: no such language
export const wrong = <descent-lab lang="xx" />;
`,
  });
  run(path, 'npx', ['vue-tsc', '--noEmit']);
});

test('a project without any framework, with the declarations checked', () => {
  const path = project('plain-types', ['typescript@~5.9.0'], {
    'tsconfig.json': tsconfig({ lib: ['es2022', 'dom', 'dom.iterable'] }),
    'course.ts': `import { loadCore } from 'descent-lab';
import type { LabEventMap } from 'descent-lab/element';
const core = await loadCore();
export const x: Float64Array = core.run({ objective: 'bowl', start: [1, 2], optimizer: 'adam', steps: 2 }).columns.v_y;
export const told = ({ detail }: LabEventMap['change']): string => detail.lab;
`,
  });
  run(path, 'npx', ['tsc']);
});

test('Node alone: the core’s types need no DOM', () => {
  const path = project('node-types', ['typescript@~5.9.0', '@types/node@^20.0.0'], {
    'tsconfig.json': tsconfig({ lib: ['es2023'], types: ['node'], skipLibCheck: true }),
    'steps.ts': `import { loadCore } from 'descent-lab/core';
const core = await loadCore();
console.log(core.run({ objective: 'quadratic', start: 70, optimizer: 'sgd', steps: 2 }).columns.x[1]);
`,
  });
  run(path, 'npx', ['tsc']);
});
