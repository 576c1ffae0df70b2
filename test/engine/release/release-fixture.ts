import { nothingDeclared } from '#shared/domain/declared-use.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSource } from '#engine/intake/open-source.ts';
import { keysFromFile } from '#engine/keys/keys-from-file.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { fromFormat1, type RecipeFormat1 } from '#shared/domain/recipe-format-1.ts';
import { afterEach, beforeEach } from 'vitest';

/** A folder of one test: `work` is the private directory, `out` the operator's. */
export function testFolders(): { root: string; work: string; out: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'custos-release-'));
  const folders = { root, work: join(root, 'work'), out: join(root, 'out') };
  mkdirSync(folders.work, { mode: 0o700 });
  mkdirSync(folders.out);
  return { ...folders, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export const step = (op: string, settings: Record<string, unknown>): RecipeStep => ({
  op,
  version: 1,
  settings,
  reason: 'because',
  enabled: true,
});

/** A recipe as most files say it: one k, and columns to protect. */
export const recipeOf = (steps: RecipeStep[], over: Partial<RecipeFormat1> = {}): Recipe =>
  fromFormat1({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1',
    release: 'anonymised',
    referenceDate: '2026-11-23',
    target: { k: 2, suppression: 0.5 },
    steps,
    ...over,
  });

export const purpose: Purpose = {
  id: 'p1',
  code: 'P1',
  title: 'Find segments',
  description: 'Which groups of customers there are.',
  dataNeeded: [{ types: ['personal', 'behavioral', 'other'], detail: 'Groups', why: 'To form them.' }],
  lawfulBases: [{ basis: 'legitimate-interests', why: 'Knowing one’s customers.' }],
  customerBenefit: 'Better offers.',
  retentionDays: 365,
  retentionWhy: 'One year of seasons.',
  targeting: false,
  preset: true,
};

export const keys = keysFromFile(Buffer.alloc(32, 7));

/** An input of `runRelease` over a file made of `text`; close `source` when done. */
export async function releaseInput(
  folders: ReturnType<typeof testFolders>,
  text: string,
  over: Partial<ReleaseInput> & { recipe: Recipe; findings: Finding[] },
  name = 'customers.csv',
): Promise<ReleaseInput & { close(): Promise<void> }> {
  const path = join(folders.root, name);
  writeFileSync(path, text);
  const source = await openSource(path, { directory: folders.work });
  // Every column of the file was there when the recipe was made, where a test does not say otherwise.
  const recipe = { columns: source.columns.map((column) => column.name), ...over.recipe };
  return {
    source,
    unconfirmed: [],
    purpose,
    overrides: [],
    overriding: null,
    declared: () => nothingDeclared,
    keys,
    signer: null,
    earlier: null,
    workspace: null,
    operator: null,
    outputPath: join(folders.out, 'release.csv'),
    keepOrder: false,
    force: false,
    now: new Date('2026-11-23T15:00:00Z'),
    workDirectory: folders.work,
    appVersion: '0.1.0',
    ...over,
    recipe,
    close: () => source.close(),
  };
}

/** Folders of their own for each test of a file, and inputs that are closed after it. */
export function releaseDesk() {
  let folders: ReturnType<typeof testFolders>;
  const closing: (() => unknown)[] = [];
  beforeEach(() => {
    folders = testFolders();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    folders.remove();
  });
  return {
    get folders() {
      return folders;
    },
    closing,
    async prepare(text: string, over: Parameters<typeof releaseInput>[2]): Promise<ReleaseInput> {
      const input = await releaseInput(folders, text, over);
      closing.push(() => input.close());
      return input;
    },
  };
}
