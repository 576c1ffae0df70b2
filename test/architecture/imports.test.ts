import { describe, expect, it } from 'vitest';
import { packageRules, rooms } from './import-table.ts';
import { judgeImports } from './judge-imports.ts';
import { readRepositoryFile, sourceFiles } from './source-files.ts';

const files = sourceFiles();

describe('who may import whom', () => {
  it('is kept by every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(judgeImports)).toEqual([]);
  });

  it('names no package that package.json does not', () => {
    const manifest = JSON.parse(readRepositoryFile('package.json').text) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const declared = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]);
    expect(packageRules.flatMap((rule) => rule.packages).filter((name) => !declared.has(name))).toEqual([]);
  });

  // One broken file per line of the tables: a rule that does not bite here would not bite in the tree.
  const broken: [rule: string, path: string, source: string, says: string][] = [
    [
      'the nouns import no neighbour',
      'shared/domain/broken.ts',
      "import { x } from '#shared/plan/plan-node.ts';",
      'shared/domain may not import',
    ],
    [
      'a sentence decides nothing',
      'shared/text/window/broken.ts',
      "import { shownClass } from '#shared/domain/column-class.ts';",
      'shared/text may not import',
    ],
    [
      'a plan imports no recipe',
      'shared/plan/broken.ts',
      "import { x } from '#shared/recipe/recipe.ts';",
      'shared/plan may not import',
    ],
    [
      'SQL imports no recipe',
      'shared/sql/broken.ts',
      "export * from '#shared/recipe/recipe.ts';",
      'shared/sql may not import',
    ],
    [
      'the policy knows none of those that go by it',
      'shared/policy/broken.ts',
      "import { x } from '#shared/guardrails/index.ts';",
      'shared/policy may not import',
    ],
    ['SQL needs no schemas', 'shared/sql/broken.ts', "import { z } from 'zod';", 'package zod belongs to'],
    [
      'a recipe imports no SQL',
      'shared/recipe/operations/broken.ts',
      "import { quoteText } from '#shared/sql/quote.ts';",
      'shared/recipe may not import',
    ],
    [
      'a guardrail asks the types and nobody else',
      'shared/guardrails/type-properties.ts',
      "import { x } from '#shared/channels/index.ts';",
      'a property of the type',
    ],
    [
      'a fact knows no guardrail that asks for it',
      'shared/facts/broken.ts',
      "import { x } from '#shared/guardrails/index.ts';",
      'shared/facts may not import',
    ],
    [
      'a step that holds a hierarchy knows no guardrail',
      'shared/recipe/operations/map-categories.ts',
      "import { x } from '#shared/guardrails/index.ts';",
      'none for the same reasons',
    ],
    [
      'where recipe meets printer, nothing else does',
      'shared/recipe/compile-recipe.ts',
      "import { x } from '#shared/guardrails/index.ts';",
      'the one file in which a recipe meets',
    ],
    [
      'where recipe meets other engines, nothing else does',
      'shared/recipe/compile-script.ts',
      "import { x } from '#shared/guardrails/index.ts';",
      'as a script that engines elsewhere run',
    ],
    [
      'the words of headers import no channels',
      'shared/header-language/broken.ts',
      "import { x } from '#shared/channels/index.ts';",
      'shared/header-language may not import',
    ],
    [
      'semantic types import no purposes',
      'shared/semantic-types/linked/broken.ts',
      "import { x } from '#shared/purposes/index.ts';",
      'shared/semantic-types may not import',
    ],
    [
      'the contract takes only types of a recipe',
      'shared/contract/broken.ts',
      "import { run } from '#shared/recipe/recipe.ts';",
      'shared/contract may not import',
    ],
    [
      'shared has no Node',
      'shared/guardrails/broken.ts',
      "import { readFileSync } from 'node:fs';",
      'does without Node',
    ],
    [
      'evidence for others holds what a certificate says, not what the engine knows',
      'shared/evidence/broken.ts',
      "import { x } from '#engine/evidence/write-zip.ts';",
      'shared/evidence may not import',
    ],
    [
      'what records are made of knows no log',
      'shared/register/broken.ts',
      "import { entryKinds } from '#shared/journal/entry-kinds/index.ts';",
      'shared/register may not import',
    ],
    [
      'shared imports no engine',
      'shared/journal/broken.ts',
      "import { x } from '#engine/journal/append.ts';",
      'shared/journal may not import',
    ],
    [
      'the engine imports no window',
      'electron/engine/broken.ts',
      "import { x } from '#renderer/client/connection.ts';",
      'electron/engine may not import',
    ],
    [
      'the engine imports no shell',
      'electron/engine/broken.ts',
      "import { x } from '#main/index.ts';",
      'electron/engine may not import',
    ],
    [
      'the engine has no Electron',
      'electron/engine/broken.ts',
      "import { app } from 'electron';",
      'package electron belongs to',
    ],
    [
      'the engine has no Electron by require either',
      'electron/engine/broken.ts',
      "const { app } = require('electron');",
      'package electron belongs to',
    ],
    [
      'a deeper file is no loophole',
      'electron/engine/a/b/c/broken.ts',
      "const shell = await import('electron');",
      'package electron belongs to',
    ],
    [
      'DuckDB is opened in one folder',
      'electron/engine/handlers/broken.ts',
      "import { DuckDBInstance } from '@duckdb/node-api';",
      'package @duckdb/node-api belongs to',
    ],
    [
      'the register has one writer',
      'electron/engine/release/broken.ts',
      "import Database from 'better-sqlite3';",
      'package better-sqlite3 belongs to',
    ],
    [
      'handlers do not import handlers',
      'electron/engine/handlers/broken.ts',
      "import { x } from './datasets.ts';",
      'handlers do not import handlers',
    ],
    [
      'services do not import handlers',
      'electron/engine/release/broken.ts',
      "import { x } from '#engine/handlers/datasets.ts';",
      'only the dispatch',
    ],
    [
      'a target asks the privacy models and no guardrail',
      'shared/recipe/check-target.ts',
      "import { x } from '#shared/guardrails/index.ts';",
      'shared/recipe/check-target.ts may not import',
    ],
    [
      'the command line calls nothing inside the engine',
      'electron/cli/broken.ts',
      "import { openDuck } from '#engine/analysis/open-duck.ts';",
      'electron/cli may not import',
    ],
    [
      'the register command verifies and does not write',
      'electron/cli/commands/register.ts',
      "import { append } from '#engine/journal/append.ts';",
      'without an open workspace',
    ],
    [
      'whoever asks for a stamp writes no register',
      'electron/cli/commands/register-stamps.ts',
      "import { createRegisterWriter } from '#engine/journal/journal-writer.ts';",
      'without a key',
    ],
    [
      'whoever countersigns writes no register',
      'electron/cli/commands/register-cosigners.ts',
      "import { createRegisterWriter } from '#engine/journal/journal-writer.ts';",
      'no workspace',
    ],
    [
      'the operator command lists and does not write',
      'electron/cli/commands/operator.ts',
      "import { append } from '#engine/journal/append.ts';",
      'read without a key',
    ],
    [
      'a page knows nothing of what it is about',
      'shared/pages/broken.ts',
      "import { certificate } from '#shared/certificate/certificate.ts';",
      'for others to know',
    ],
    [
      'pads are made without a workspace',
      'electron/cli/commands/compile.ts',
      "import { openWorkspace } from '#engine/workspace/open-workspace.ts';",
      'without a workspace',
    ],
    [
      'a certificate is checked without a workspace',
      'electron/cli/commands/certificate.ts',
      "import { openWorkspace } from '#engine/workspace/open-workspace.ts';",
      'without a workspace',
    ],
    [
      'the history is printed and never written into the register',
      'electron/cli/commands/register-print.ts',
      "import { createRegisterWriter } from '#engine/journal/journal-writer.ts';",
      'without an open workspace',
    ],
    [
      'heads are taken out of a register and never written into it',
      'electron/cli/commands/register-heads.ts',
      "import { createRegisterWriter } from '#engine/journal/journal-writer.ts';",
      'without an open workspace',
    ],
    [
      'the bridge knows no nouns',
      'electron/preload/broken.ts',
      "import { x } from '#shared/domain/finding.ts';",
      'electron/preload may not import',
    ],
    [
      'the shell runs no engine code',
      'electron/main/broken.ts',
      "import { createEngine } from '#engine/create-engine.ts';",
      'electron/main may not import',
    ],
    ['the window has no Node', 'renderer/broken.tsx', "import fs from 'node:fs';", 'does without Node'],
    [
      'the window writes no SQL',
      'renderer/broken.tsx',
      "import { quoteText } from '#shared/sql/quote.ts';",
      'renderer may not import',
    ],
    [
      'the window runs no engine code',
      'renderer/broken.tsx',
      "import { x } from '#engine/create-engine.ts';",
      'renderer may not import',
    ],
    [
      'AG Grid stays in the grid',
      'renderer/screens/datasets/broken.tsx',
      "import { AgGridReact } from 'ag-grid-react';",
      'package ag-grid-react belongs to',
    ],
    [
      'screens do not import each other',
      'renderer/screens/home/broken.tsx',
      "import { x } from '#renderer/screens/recipe/recipe-screen.tsx';",
      'screens do not import each other',
    ],
    [
      'screens do not import each other by a relative path',
      'renderer/screens/home/broken.tsx',
      "import { x } from '../recipe/recipe-screen.tsx';",
      'screens do not import each other',
    ],
    [
      'no way up two folders',
      'renderer/screens/home/broken.tsx',
      "import { x } from '../../client/connection.ts';",
      'write ../../client/connection.ts with',
    ],
    [
      'the command line reads records of a folder, and writes them through the contract',
      'electron/cli/commands/register-records.ts',
      "import { x } from '#engine/use-cases/records/approve-record.ts';",
      'records of the register are read without a key',
    ],
    [
      'roles are suggested without knowing a recipe',
      'shared/roles/broken.ts',
      "import { x } from '#shared/recipe/recipe.ts';",
      'what a column is to whoever meets it',
    ],
    [
      'the records of the contract know the kinds of record, and no other knowledge',
      'shared/contract/records.ts',
      "import { recipe } from '#shared/recipe/recipe.ts';",
      'the contract keeps no list of its own',
    ],
    [
      'the breaches of the contract know the record of a breach, and no other knowledge',
      'shared/contract/breaches.ts',
      "import { recipe } from '#shared/recipe/recipe.ts';",
      'the contract keeps no second list of it',
    ],
    [
      'an unknown package is a line here first',
      'electron/engine/broken.ts',
      "import axios from 'axios';",
      'in no line of the package table',
    ],
    [
      'a new folder is a room first',
      'elsewhere/broken.ts',
      "import { z } from 'zod';",
      'in no room of the import table',
    ],
  ];

  it.each(broken)('bites: %s', (_rule, path, source, says) => {
    const problems = judgeImports({ path, text: source });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${path}:1: `);
    expect(problems[0]).toContain(says);
  });

  it('has a broken example for every room', () => {
    const folders = broken.map(([, path]) => path);
    const knowledge = new Set([
      'shared/channels',
      'shared/codebooks',
      'shared/consent',
      'shared/cases',
      'shared/deadlines',
      'shared/fairness',
      'shared/segments',
      'shared/editions',
      'shared/join',
      'shared/purposes',
      'shared/privacy-models',
      'shared/hierarchies',
      'shared/knowledge-sets',
      'shared/certificate',
      'shared/subjects',
      'shared/retention',
    ]); // one rule, made for all of them by the same line
    expect(
      rooms
        .map((room) => room.folder)
        .filter(
          (folder) =>
            !knowledge.has(folder) && !folders.some((path) => path === folder || path.startsWith(`${folder}/`)),
        ),
    ).toEqual([]);
  });

  it('lets types through where the table says so', () => {
    expect(
      judgeImports({ path: 'shared/contract/fine.ts', text: "import type { Step } from '#shared/recipe/recipe.ts';" }),
    ).toEqual([]);
    expect(
      judgeImports({
        path: 'electron/engine/jobs/fine.ts',
        text: "import type { DuckDBValue } from '@duckdb/node-api';",
      }),
    ).toEqual([]);
  });
});
