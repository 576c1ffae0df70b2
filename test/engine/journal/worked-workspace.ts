import { existsSync, writeFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

export const passphrase = 'correct horse battery staple';
const cities = ['Bonn', 'Lyon'];
const tiers = ['gold', 'blue'];

const first = ['Ana', 'Marta', 'Elena', 'Lucia', 'Clara', 'Paula', 'Julia', 'Irene'];
const last = ['Lopez', 'Garcia', 'Moreno', 'Rossi', 'Fischer'];

const person = (at: number): string =>
  `${first[at % 8]!} ${last[Math.floor(at / 8)]!},ana${at}@mail.example,${cities[at % 2]},${tiers[at % 4 < 2 ? 0 : 1]}`;

/** Forty people, ten in each town and tier. */
export const people = (): string =>
  `full_name,email,city,loyalty_segment\n${Array.from({ length: 40 }, (_, at) => person(at)).join('\n')}\n`;

const drop = (columns: string[]) => ({
  op: 'drop-columns',
  version: 1,
  settings: { columns },
  reason: 'not needed',
  enabled: true,
});
export const releaseRecipe = (columns = ['full_name', 'email']): RecipeFile => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P1',
  release: 'anonymised',
  referenceDate: '2026-01-05',
  target: { k: 5, suppression: 0.05 },
  steps: columns.length === 0 ? [] : [drop(columns)],
});

export interface Worked extends TestEngine {
  dataset: DatasetSummary;
  workspace: string;
  file: string;
  apply(output: string, recipe?: RecipeFile): Promise<ReleaseResult>;
  open(): Promise<{ notices: string[] }>;
  shut(): Promise<void>;
  verify(): ReturnType<typeof verifyRegister>;
  wrote(output: string): boolean;
}

/** A workspace with a dataset, every column decided, a purpose, a policy row and a working recipe of its own; open. */
export async function workedWorkspace(): Promise<Worked> {
  const made = makeEngine();
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  const grant = (name: string, use: 'read' | 'write' | 'workspace-create' | 'workspace-open'): string =>
    engine.grants.add(path(name), use).grantId;
  await client.workspaces.create({
    grantId: grant('Acme.custos', 'workspace-create'),
    operator: 'Ada',
    organisation: 'Acme',
    passphrase,
  });
  writeFileSync(path('people.csv'), people());
  const dataset = await follow(client.datasets.import({ grantId: grant('people.csv', 'read') }));
  await client.classify.decide({
    datasetId: dataset.id,
    decisions: dataset.columns.map(({ name }) => ({ column: name, action: 'accept' as const })),
  });
  const [preset] = await client.purposes.list({});
  await client.purposes.save({ ...preset!, id: 'own', code: 'X1', title: 'Our own purpose', preset: false });
  await client.policy.override({ key: 'targeting-age', value: 19, reason: 'a house rule' });
  await client.recipes.save({ datasetId: dataset.id, recipe: releaseRecipe() });
  return {
    ...made,
    dataset,
    workspace: path('Acme.custos'),
    file: path('Acme.custos/register.sqlite'),
    apply: async (output, recipe = releaseRecipe()) =>
      follow(
        client.files.apply({
          grantId: grant('people.csv', 'read'),
          recipe,
          outputGrantId: grant(output, 'write'),
          keepOrder: false,
        }),
      ),
    open: async () => client.workspaces.open({ grantId: grant('Acme.custos', 'workspace-open'), passphrase }),
    shut: async () => void (await client.workspaces.close({})),
    verify: () => verifyRegister(path('Acme.custos'), { profileDirectory: path('profile') }),
    wrote: (output) => existsSync(path(output)) || existsSync(path(`${output}.certificate.json`)),
  };
}
