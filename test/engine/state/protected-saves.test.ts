import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

const source = `email,city\n${Array.from({ length: 40 }, (_, i) => `p${i}@example.org,${i % 2 ? 'Bonn' : 'Lyon'}`).join('\n')}\n`;
const recipe: RecipeFile = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-01',
  target: { k: 1, suppression: 1 },
  steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: 'x', enabled: true }],
};

let tested: TestEngine;
let datasetId: string;
let recipePath: string;
const write = (path: string) => ({ grantId: tested.engine.grants.add(path, 'write').grantId });

beforeAll(async () => {
  tested = makeEngine();
  const { client, engine } = tested;
  await client.workspaces.createTemporary({ name: 'saves', operator: 'Vera' });
  writeFileSync(tested.path('s.csv'), source);
  recipePath = tested.path('r.json');
  writeFileSync(recipePath, JSON.stringify(recipe));
  const dataset = await follow(
    client.datasets.import({ grantId: engine.grants.add(tested.path('s.csv'), 'read').grantId, informedHow: '' }),
  );
  datasetId = dataset.id;
  await client.recipes.importFile({ datasetId, grantId: engine.grants.add(recipePath, 'read').grantId });
  await follow(client.releases.run({ datasetId, recipe, keepOrder: true, ...write(tested.path('released.csv')) }));
});
afterAll(() => tested.close());

/** What a save dialog may have been told to replace. */
const targets: [string, () => string][] = [
  ['the source', () => tested.path('s.csv')],
  ['a copy of the source under another name', () => tested.path('copy.csv')],
  ['a certificate', () => tested.path('released.csv.certificate.json')],
  ['a file in a workspace', () => tested.path('Other.custos/inventory.json')],
];

describe('a save dialog cannot replace what must stay', () => {
  beforeAll(() => {
    writeFileSync(tested.path('copy.csv'), source);
    mkdirSync(tested.path('Other.custos'));
    writeFileSync(tested.path('Other.custos/inventory.json'), 'kept');
  });

  describe.each(targets)('%s', (_name, target) => {
    const refused = async (save: (path: string) => Promise<unknown>): Promise<void> => {
      const before = readFileSync(target());
      await expect(save(target())).rejects.toMatchObject({ code: 'TARGET_PROTECTED' });
      expect(readFileSync(target())).toEqual(before);
    };
    it('by an inventory', () =>
      refused((path) => tested.client.classify.exportInventory({ datasetId, ...write(path) })));
    it('by a dictionary', () =>
      refused((path) => tested.client.datasets.exportDictionary({ datasetId, ...write(path) })));
    it('by a recipe', () => refused((path) => tested.client.recipes.exportFile({ recipe, ...write(path) })));
    it('by a release', () =>
      refused((path) => follow(tested.client.releases.run({ datasetId, recipe, keepOrder: true, ...write(path) }))));
  });

  it.each(['.certificate.json', '.certificate.json.tlog-proof', '.datapackage.json'])(
    'nor what somebody else wrote as %s beside it, which no dialog asked about',
    async (ending) => {
      const other = tested.path(`fresh.csv${ending}`);
      writeFileSync(other, '{"name":"somebody else’s"}');
      await expect(
        follow(tested.client.releases.run({ datasetId, recipe, keepOrder: true, ...write(tested.path('fresh.csv')) })),
      ).rejects.toMatchObject({
        code: 'TARGET_EXISTS',
        data: { detail: expect.stringContaining(`fresh.csv${ending}`) },
      });
      expect(readFileSync(other, 'utf8')).toBe('{"name":"somebody else’s"}');
      rmSync(other);
    },
  );

  it('but a recipe may go back into the file it came from, and a release over the one before', async () => {
    await tested.client.recipes.exportFile({ recipe, ...write(recipePath) });
    expect(JSON.parse(readFileSync(recipePath, 'utf8'))).toMatchObject({
      format: 'custos-recipe',
      steps: [{ op: 'drop-columns' }],
    });
    await follow(
      tested.client.releases.run({ datasetId, recipe, keepOrder: false, ...write(tested.path('released.csv')) }),
    );
  });
});
