import { expect, it } from 'vitest';
import { importCycles } from './cycles.ts';
import { sourceFiles } from './source-files.ts';

it('no file imports itself by a detour', () => {
  expect(importCycles(sourceFiles())).toEqual([]);
});

it('bites: three files in a circle', () => {
  const files = [
    { path: 'shared/plan/a.ts', text: "import { b } from './b.ts';" },
    { path: 'shared/plan/b.ts', text: "export { c } from '#shared/plan/c.ts';" },
    { path: 'shared/plan/c.ts', text: "import { type A, a } from './a.ts';" },
    { path: 'shared/plan/d.ts', text: "import { a } from './a.ts';" },
    { path: 'shared/plan/e.ts', text: "import type { F } from './f.ts';" },
    { path: 'shared/plan/f.ts', text: "import { e } from './e.ts';\nconst later = import('./e.ts');" },
    { path: 'shared/plan/g.ts', text: "const later = () => import('./h.ts');" },
    { path: 'shared/plan/h.ts', text: "import { g } from './g.ts';" },
  ];
  expect(importCycles(files)).toEqual(['shared/plan/a.ts → shared/plan/b.ts → shared/plan/c.ts → shared/plan/a.ts']);
});
