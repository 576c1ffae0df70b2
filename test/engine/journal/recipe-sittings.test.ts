import SqliteDatabase from 'better-sqlite3';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { releaseRecipe, workedWorkspace, type Worked } from './worked-workspace.ts';

const sha = /^[0-9a-f]{64}$/;
const save = (made: Worked, recipe: RecipeFile) => made.client.recipes.save({ datasetId: made.dataset.id, recipe });
const saved = async (made: Worked) => (await made.client.register.list({ kind: 'recipe.saved' })).entries;
const recipeFile = (made: Worked): string => join(made.workspace, 'recipes', `${made.dataset.id}.json`);
const kinds = (made: Worked): string[] => made.verify().problems.map(({ kind }) => kind);
/** A workspace whose first recipe has its entry, with no sitting open. */
async function settled(): Promise<Worked> {
  const made = await workedWorkspace();
  await made.client.recipes.endSitting({ datasetId: made.dataset.id });
  return made;
}
/** The workspace's files as they are in the middle of a sitting, as a killed program leaves them. */
async function cutOff(made: Worked, damage: () => void = () => {}): Promise<{ notices: string[] }> {
  const file = readFileSync(made.file);
  const recipe = readFileSync(recipeFile(made));
  const head = readFileSync(join(made.workspace, 'head.json'));
  await made.shut();
  writeFileSync(made.file, file);
  writeFileSync(recipeFile(made), recipe);
  writeFileSync(join(made.workspace, 'head.json'), head);
  rmSync(join(made.directory, 'profile', 'heads'), { recursive: true, force: true });
  damage();
  return made.open();
}
const sql = (made: Worked, text: string): void => {
  const db = new SqliteDatabase(made.file);
  db.exec(text);
  db.close();
};

describe('a sitting with a recipe', () => {
  it('is one entry, however often it was saved, with what changed; verification is content all the while', async () => {
    const made = await settled();
    const before = (await saved(made)).length;
    for (const columns of [['full_name'], [], ['full_name', 'email', 'city']]) {
      await save(made, releaseRecipe(columns));
      expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    }
    expect(await saved(made)).toHaveLength(before);
    await made.client.recipes.endSitting({ datasetId: made.dataset.id });
    const entries = await saved(made);
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toMatchObject({
      actor: 'Ada',
      sentence: 'Ada worked on the recipe of people: 1 step changed; 1 step now.',
      payload: {
        sha256: expect.stringMatching(sha),
        saves: 3,
        changed: { added: 0, removed: 0, edited: 1, otherwise: false },
      },
    });
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    await made.client.recipes.endSitting({ datasetId: made.dataset.id });
    expect(await saved(made)).toHaveLength(before + 1);
  });

  it('is none where everything was undone', async () => {
    const made = await settled();
    const before = (await saved(made)).length;
    await save(made, releaseRecipe([]));
    await save(made, releaseRecipe());
    await made.client.recipes.endSitting({ datasetId: made.dataset.id });
    expect(await saved(made)).toHaveLength(before);
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    ['closing the workspace', (made: Worked) => made.shut()],
    [
      'a release',
      async (made: Worked) => {
        const { grantId } = made.engine.grants.add(made.path('out.csv'), 'write');
        const { datasetId, recipe } = {
          datasetId: made.dataset.id,
          recipe: releaseRecipe(['full_name', 'email', 'city']),
        };
        for await (const event of await made.client.releases.run({ datasetId, recipe, grantId })) void event;
      },
    ],
    [
      'another person at work',
      async (made: Worked) => void (await made.client.workspaces.setOperator({ operator: 'Bo' })),
    ],
  ])('ends with %s, under the name of who did it', async (_how, end) => {
    const made = await settled();
    const before = (await saved(made)).length;
    await save(made, releaseRecipe(['full_name', 'email', 'city']));
    await end(made);
    if (made.verify().ok) await made.open().catch(() => undefined);
    const entries = await saved(made);
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toMatchObject({ actor: 'Ada', payload: { saves: 1 } });
    expect(entries[0]?.payload).not.toHaveProperty('cutOff');
    const release = (await made.client.register.list({ kind: 'release.announced' })).entries[0];
    if (release) expect(release.seq).toBeGreaterThan(entries[0]!.seq);
  });

  it('goes with its dataset, whose history keeps it', async () => {
    const made = await settled();
    await save(made, releaseRecipe([]));
    await made.client.datasets.delete({ datasetId: made.dataset.id, reason: 'done' });
    expect((await saved(made))[0]?.sentence).toBe('Ada worked on the recipe of people: 1 step removed; 0 steps now.');
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
  });
});

describe('a sitting that a crash cut off', () => {
  it('is told as such, and entered at the next opening as it was left', async () => {
    const made = await settled();
    const before = (await saved(made)).length;
    await save(made, releaseRecipe(['full_name']));
    await save(made, releaseRecipe([]));
    await cutOff(made, () => {
      const found = made.verify();
      expect(found.ok).toBe(true);
      expect(found.problems).toEqual([
        expect.objectContaining({ kind: 'sitting-open', detail: expect.stringContaining('people was saved 2 times') }),
      ]);
    });
    const entries = await saved(made);
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toMatchObject({ actor: 'Ada', payload: { saves: 2, steps: 0, cutOff: true } });
    expect(entries[0]?.sentence).toContain('cut off');
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    expect(await made.client.recipes.get({ datasetId: made.dataset.id })).toMatchObject({ steps: [] });
  });

  it.each([
    ['between its row and the file of its first save', 1],
    ['between its row and the file of a later save', 2],
  ])('%s keeps the recipe that was acknowledged', async (_when, saves) => {
    const made = await settled();
    const before = await saved(made);
    const held = made.path('held.json');
    for (let at = 1; at <= saves; at += 1) {
      copyFileSync(recipeFile(made), held);
      await save(made, releaseRecipe(at === 1 ? ['full_name'] : []));
    }
    await cutOff(made, () => {
      copyFileSync(held, recipeFile(made));
      expect(made.verify().ok).toBe(true);
    });
    const after = await saved(made);
    expect(after.length).toBe(before.length + saves - 1);
    if (saves > 1) expect(after[0]?.payload).toMatchObject({ saves: 1, steps: 1, cutOff: true });
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
  });
});

describe('in a sitting', () => {
  it('a recipe that somebody else changed is found, during it and after its end', async () => {
    const made = await settled();
    await save(made, releaseRecipe([]));
    writeFileSync(recipeFile(made), readFileSync(recipeFile(made), 'utf8').replace('"P1"', '"P2"'));
    expect(kinds(made)).toEqual(['recipe-changed']);
    await made.client.recipes.endSitting({ datasetId: made.dataset.id });
    expect(kinds(made)).toEqual(['recipe-changed']);
    const run = async (): Promise<void> => {
      const { grantId } = made.engine.grants.add(made.path('out.csv'), 'write');
      const input = { datasetId: made.dataset.id, recipe: releaseRecipe(), grantId };
      for await (const event of await made.client.releases.run(input)) void event;
    };
    await expect(run()).rejects.toMatchObject({ code: 'REGISTER_CONTRADICTS' });
    await save(made, releaseRecipe());
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    rmSync(recipeFile(made));
    expect(kinds(made)).toEqual(['recipe-missing']);
  });

  it('a row that the workspace did not sign, or an older one, is found and entered as nothing', async () => {
    const made = await settled();
    await save(made, releaseRecipe([]));
    const db = new SqliteDatabase(made.file, { readonly: true });
    const row = db.prepare('SELECT * FROM recipe_sitting').get() as Record<string, string>;
    db.close();
    await made.client.recipes.endSitting({ datasetId: made.dataset.id });
    const sound = await saved(made);
    const put = (body: string, text: string): void => {
      sql(
        made,
        `INSERT OR REPLACE INTO recipe_sitting VALUES ('${row.dataset_id}', '${body.replaceAll("'", "''")}', '${row.signature}')`,
      );
      writeFileSync(recipeFile(made), text);
    };
    const text = readFileSync(recipeFile(made), 'utf8');
    // As it was signed, but its sitting has an entry by now.
    put(row.body!, text);
    expect(kinds(made)).toEqual(['record-changed']);
    // With the hash of another recipe, and with another beginning.
    for (const body of [
      row.body!.replace(/"sha256":"[0-9a-f]{8}/, '"sha256":"00000000'),
      row.body!.replace(/"base":\d+/, `"base":${sound[0]!.seq}`),
    ]) {
      put(body, text.replace('"P1"', '"P2"'));
      expect(kinds(made)).toEqual(['record-changed']);
    }
    await made.shut();
    await made.open();
    expect(await saved(made)).toHaveLength(sound.length);
    expect(kinds(made)).toEqual(['record-changed']);
    await save(made, releaseRecipe(['city']));
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('a recipe in no entry and no sitting is one that somebody put there', async () => {
    const made = await workedWorkspace();
    const again = await made.client.datasets.list({});
    expect(again).toHaveLength(1);
    sql(made, 'DELETE FROM recipe_sitting');
    expect(existsSync(recipeFile(made))).toBe(true);
    expect(kinds(made)).toEqual(['recipe-added']);
  });

  it('a recipe that cannot be written leaves sitting and file as they were', async () => {
    const made = await settled();
    await save(made, releaseRecipe([]));
    const folder = join(made.workspace, 'recipes');
    rmSync(recipeFile(made));
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    await expect(save(made, releaseRecipe(['city']))).rejects.toBeDefined();
    rmSync(folder);
    await save(made, releaseRecipe([]));
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    await made.client.recipes.endSitting({ datasetId: made.dataset.id });
    expect((await saved(made))[0]?.payload).toMatchObject({ saves: 2, steps: 0 });
  });
});

it('no row of a sitting holds a value of the dataset', async () => {
  const made = await settled();
  await save(made, {
    ...releaseRecipe([]),
    steps: [{ ...releaseRecipe().steps[0]!, settings: { columns: ['Ana Lopez7'] } }],
  });
  const db = new SqliteDatabase(made.file, { readonly: true });
  expect(JSON.stringify(db.prepare('SELECT * FROM recipe_sitting').all())).not.toContain('Ana Lopez');
  db.close();
});
