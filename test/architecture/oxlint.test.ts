import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './source-files.ts';

interface Diagnostic {
  code: string;
  filename: string;
  message: string;
  help?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'custos-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(where: string): Diagnostic[] {
  const run = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json'], {
    cwd: where,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

// `npm test` runs the linter over the tree as a step of its own; here is one broken file per rule that is about this
// product rather than about JavaScript.
const broken: [path: string, source: string, code: string][] = [
  ['shared/domain/a.ts', "import { x } from '#engine/create-engine.ts';\nx();", 'eslint(no-restricted-imports)'],
  ['shared/domain/b.ts', 'export const home = () => process.cwd();', 'eslint(no-restricted-globals)'],
  ['shared/domain/c.ts', "import { x } from '../../electron/x.ts';\nx();", 'eslint(no-restricted-imports)'],
  ['shared/plan/rewrites/a.ts', "import { z } from 'zod';\nz.string();", 'eslint(no-restricted-imports)'],
  [
    'shared/recipe/operations/a.ts',
    "import { quoteText } from '#shared/sql/quote.ts';\nquoteText('');",
    'eslint(no-restricted-imports)',
  ],
  ['electron/engine/deep/er/a.ts', "import { app } from 'electron';\napp.quit();", 'eslint(no-restricted-imports)'],
  ['electron/engine/b.ts', "import net from 'node:net';\nnet.connect(1);", 'eslint(no-restricted-imports)'],
  ['electron/engine/c.ts', "export const get = () => fetch('x');", 'eslint(no-restricted-globals)'],
  ['electron/engine/d.ts', "console.log('a value');", 'eslint(no-console)'],
  [
    'electron/cli/a.ts',
    "import { openDuck } from '#engine/analysis/open-duck.ts';\nopenDuck();",
    'eslint(no-restricted-imports)',
  ],
  ['electron/preload/a.ts', "import fs from 'node:fs';\nfs.rmSync('x');", 'eslint(no-restricted-imports)'],
  [
    'electron/main/a.ts',
    "import { createEngine } from '#engine/create-engine.ts';\ncreateEngine();",
    'eslint(no-restricted-imports)',
  ],
  [
    'renderer/screens/home/a.ts',
    "import { createEngine } from '#engine/create-engine.ts';\ncreateEngine();",
    'eslint(no-restricted-imports)',
  ],
  [
    'renderer/screens/home/b.ts',
    "import { AgGridReact } from 'ag-grid-react';\nAgGridReact();",
    'eslint(no-restricted-imports)',
  ],
  [
    'renderer/screens/home/c.tsx',
    'export const Raw = ({ html }: { html: string }) => <div dangerouslySetInnerHTML={{ __html: html }} />;',
    'react(no-danger)',
  ],
  ['renderer/screens/home/d.tsx', 'export const Picture = () => <img src="a.png" />;', 'jsx-a11y(alt-text)'],
  [
    'renderer/grid/a.ts',
    "import { quoteText } from '#shared/sql/quote.ts';\nquoteText('');",
    'eslint(no-restricted-imports)',
  ],
  ['renderer/a.ts', 'export const any = (value: any) => value;', 'typescript(no-explicit-any)'],
];

it('bites: a broken file per rule', () => {
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [path, source] of broken) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${source}\n`);
  }
  // Files that look alike and are right: the rules must leave them alone.
  for (const [path, source] of [
    ['renderer/grid/fine.ts', "import { AgGridReact } from 'ag-grid-react';\nAgGridReact();"],
    ['electron/cli/fine.ts', "console.log('rows');"],
  ] as const)
    writeFileSync(join(folder, path), `${source}\n`);
  const found = lint(folder)
    .map((one) => `${one.filename.replaceAll('\\', '/')} ${one.code}`)
    .sort();
  expect(found).toEqual(broken.map(([path, , code]) => `${path} ${code}`).sort());
});
