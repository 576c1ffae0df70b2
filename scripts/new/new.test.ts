import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy: string;
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'custos-new-'));
  for (const folder of [
    'scripts/new',
    'shared/recipe/operations',
    'shared/semantic-types/linked',
    'shared/header-language',
    'shared/privacy-models',
    'shared/guardrails',
    'shared/facts',
    'electron/engine/facts',
    'electron/engine/catalog/migrations',
    'electron/engine/release/formats',
    'shared/text',
  ])
    await cp(join(root, folder), join(copy, folder), { recursive: true });
  for (const file of [
    'scripts/new.mjs',
    'electron/cli/index.ts',
    'shared/domain/screens.ts',
    'shared/domain/output-formats.ts',
    'renderer/app/screens.ts',
  ])
    await cp(join(root, file), join(copy, file));
});
afterEach(async () => rm(copy, { recursive: true, force: true }));

const make = (...words: string[]) =>
  spawnSync(process.execPath, ['scripts/new.mjs', ...words], { cwd: copy, encoding: 'utf8' });

it('writes an operation and its entry, before the suppression', async () => {
  const { status, stdout } = make('operation', 'remove-accents');
  expect(stdout).toContain('shared/recipe/operations/remove-accents.ts');
  expect(status).toBe(0);
  const list = await readFile(join(copy, 'shared/recipe/operations/index.ts'), 'utf8');
  expect(list).toMatch(
    /redact\.ts';\nimport \{ removeAccents \} from '\.\/remove-accents\.ts';\nimport \{ replaceConsistently \}/,
  );
  expect(list).toContain('  removeAccents,\n  suppressSmallClasses,\n');
  expect(await readFile(join(copy, 'shared/recipe/operations/remove-accents.ts'), 'utf8')).toContain(
    "id: 'remove-accents'",
  );
  expect(await readFile(join(copy, 'shared/text/operations.ts'), 'utf8')).toMatch(
    /'remove-accents': \{\n    label: 'Remove accents',[\s\S]*\},\n\};\n$/,
  );
});

it('writes a semantic type and its entry', async () => {
  expect(make('semantic-type', 'linked/library-card').status).toBe(0);
  const list = await readFile(join(copy, 'shared/semantic-types/linked/index.ts'), 'utf8');
  expect(list).toContain("import { libraryCard } from './library-card.ts';");
  expect(list.slice(list.indexOf('=')).match(/libraryCard/g)).toHaveLength(1);
  const phrases = JSON.parse(await readFile(join(copy, 'shared/header-language/phrases/en/linked.json'), 'utf8'));
  expect(phrases.library_card).toEqual(['library card']);
});

it('writes a language: a file for each scope, the list of them, and its entry before the abbreviations', async () => {
  expect(make('language', 'lv', 'latvian').status).toBe(0);
  const folder = join(copy, 'shared/header-language/phrases');
  expect(await readdir(join(folder, 'lv'))).toEqual(await readdir(join(folder, 'de')));
  const list = await readFile(join(copy, 'shared/header-language/languages.ts'), 'utf8');
  expect(list).toContain("import { latvian } from './phrases/lv/index.ts';");
  expect(list).toContain('  latvian,\n  anyLanguage,\n');
});

it('writes a privacy model: file, entry, words', async () => {
  expect(make('privacy-model', 'm-invariance').status).toBe(0);
  const list = await readFile(join(copy, 'shared/privacy-models/index.ts'), 'utf8');
  expect(list).toContain("import { mInvariance } from './m-invariance.ts';");
  expect(list.slice(list.indexOf('privacyModels'))).toMatch(/populationUniqueness,\s+mInvariance,?\s*\] as const;/);
  expect(await readFile(join(copy, 'shared/text/privacy-models.ts'), 'utf8')).toMatch(
    /'m-invariance': \{[\s\S]*\};\n$/,
  );
});

it('writes a guardrail: file, words under its name, entry', async () => {
  expect(make('guardrail', 'e10-proxies').status).toBe(0);
  const list = await readFile(join(copy, 'shared/guardrails/index.ts'), 'utf8');
  expect(list).toMatch(/e1-granular-tracking\.ts';\nimport \{ e10 \} from '\.\/e10-proxies\.ts';/);
  expect(list).toMatch(/const all = \[[^\]]*e9, e10\] as const;/);
  expect(await readFile(join(copy, 'shared/guardrails/e10-proxies.ts'), 'utf8')).toContain("id: 'E10',\n  ...e10Text,");
  expect(await readFile(join(copy, 'shared/text/guardrails/e10-proxies.ts'), 'utf8')).toContain("title: 'Proxies'");
});

it('writes a fact: what it tells, how it is found, and both entries', async () => {
  expect(make('fact', 'surname-shares').status).toBe(0);
  expect(await readFile(join(copy, 'shared/facts/surname-shares.ts'), 'utf8')).toContain("id: 'surname-shares'");
  expect(await readFile(join(copy, 'shared/facts/index.ts'), 'utf8')).toMatch(
    /facts = \[[^\]]*\bsurnameShares,?\s*\] as const;/,
  );
  const providers = await readFile(join(copy, 'electron/engine/facts/index.ts'), 'utf8');
  expect(providers).toContain("import { surnameSharesProvider } from './surname-shares.ts';");
  expect(providers).toMatch(/Provider,\n {2}'surname-shares': surnameSharesProvider,\n};/);
});

it('writes a migration under the next number', async () => {
  const folder = join(copy, 'electron/engine/catalog/migrations');
  const last = (await readdir(folder))
    .filter((name) => /^\d{4}-/.test(name))
    .toSorted()
    .at(-1)!;
  expect(make('migration', 'activities').status).toBe(0);
  const next = `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}-activities.ts`;
  expect(await readdir(folder)).toContain(next);
  expect(await readFile(join(folder, 'index.ts'), 'utf8')).toContain(`import { activities } from './${next}';`);
});

it('writes a command: file, words, and its place in the program', async () => {
  expect(make('command', 'list-duties').status).toBe(0);
  expect(await readFile(join(copy, 'electron/cli/commands/list-duties.ts'), 'utf8')).toContain(
    "import { listDutiesText as text } from '#shared/text/cli/list-duties.ts';",
  );
  expect(await readFile(join(copy, 'shared/text/cli/list-duties.ts'), 'utf8')).toContain('custos list-duties --json');
  const program = await readFile(join(copy, 'electron/cli/index.ts'), 'utf8');
  expect(program).toContain("import { listDuties } from './commands/list-duties.ts';");
  expect(program).toMatch(/const commands: readonly AddCommand\[\] = \[[^\]]*\blistDuties\b/);
});

it('writes a screen: page, words, its place above Settings, and its face', async () => {
  expect(make('screen', 'legal-duties').status).toBe(0);
  expect(await readFile(join(copy, 'renderer/screens/legal-duties/legal-duties-screen.tsx'), 'utf8')).toContain(
    'export function LegalDutiesScreen()',
  );
  expect(await readFile(join(copy, 'shared/text/window/legal-duties.ts'), 'utf8')).toContain("title: 'Legal duties'");
  const places = await readFile(join(copy, 'shared/domain/screens.ts'), 'utf8');
  expect(places.indexOf("id: 'legalDuties'")).toBeGreaterThan(places.indexOf("id: 'register'"));
  expect(places.indexOf("id: 'legalDuties'")).toBeLessThan(places.indexOf("id: 'settings'"));
  expect(await readFile(join(copy, 'shared/text/commands.ts'), 'utf8')).toContain("legalDuties: 'Legal duties'");
  const faces = await readFile(join(copy, 'renderer/app/screens.ts'), 'utf8');
  expect(faces).toMatch(/Square,\n[\s\S]*legal-duties-screen\.tsx[\s\S]*legalDuties: \{ icon: Square/);
});

it('writes a format: its name and endings, and how it is written', async () => {
  expect(make('format', 'psv').status).toBe(0);
  expect(await readFile(join(copy, 'shared/domain/output-formats.ts'), 'utf8')).toContain("endings: ['psv']");
  const list = await readFile(join(copy, 'electron/engine/release/formats/index.ts'), 'utf8');
  expect(list).toContain("import { psv } from './psv.ts';");
  expect(list).toMatch(/const formats: [^=]+= \{[^}]*\bpsv\b/);
});

it.each([
  ['operation', 'remove-accents'],
  ['semantic-type', 'linked/library-card'],
  ['language', 'lv', 'latvian'],
  ['privacy-model', 'm-invariance'],
  ['guardrail', 'e10-proxies'],
  ['fact', 'heaped-rows'],
  ['migration', 'activities'],
  ['command', 'list-duties'],
  ['screen', 'legal-duties'],
  ['format', 'psv'],
])('%s %s: what a list imports is exported by its file', async (...words: string[]) => {
  const { status, stdout } = make(...words);
  expect(status).toBe(0);
  const written = stdout.split('\n')[0]!.replace('Written: ', '').split(', ');
  const texts = await Promise.all(written.map((path) => readFile(join(copy, path), 'utf8')));
  const exported = texts.flatMap((text) =>
    [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name),
  );
  const files = written.filter((path) => path.endsWith('.ts') || path.endsWith('.tsx'));
  for (const file of files.map((path) => path.split('/').at(-1)!)) {
    const imports = texts.flatMap((text) => [...text.matchAll(/^import \{ (\w+)[^}]*\} from '([^']+)';$/gm)]);
    for (const [, name, from] of imports)
      if (from!.endsWith(`/${file}`) && file !== 'index.ts') expect(exported).toContain(name);
  }
});

it.each([
  ['operation', 'drop-columns'],
  ['operation', '../x'],
  ['operation', 'CamelCase'],
  ['semantic-type', 'nowhere/x'],
  ['language', 'de', 'german'],
  ['language', 'lv'],
  ['guardrail', 'proxies'],
  ['guardrail', 'e7-minors'],
  ['fact', 'consent'],
  ['poem', 'x'],
  ['screen', 'Risk'],
  ['command', 'apply'],
  ['format', 'csv'],
  [],
])('refuses %s %s with a sentence and writes nothing', async (...words: string[]) => {
  const before = await readFile(join(copy, 'shared/recipe/operations/index.ts'), 'utf8');
  const { status, stderr } = make(...words);
  expect(status).toBe(2);
  expect(stderr.trim()).toMatch(/^(Usage:|There is no|.+ is already there)/);
  expect(await readFile(join(copy, 'shared/recipe/operations/index.ts'), 'utf8')).toBe(before);
});
