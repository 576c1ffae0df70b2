import SqliteDatabase from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readZip } from '#engine/evidence/read-zip.ts';
import { follow } from '#test/support/make-engine.ts';
import { people, workedWorkspace } from '../journal/worked-workspace.ts';

/** Two datasets, everything decided; then what is kept of the first is as another version of Custos would write it. */
async function oneUnreadable(edit: string) {
  const made = await workedWorkspace();
  const { client, engine, path, dataset } = made;
  writeFileSync(path('members.csv'), people().replaceAll('mail.example', 'post.example'));
  const other = await follow(
    client.datasets.import({ grantId: engine.grants.add(path('members.csv'), 'read').grantId }),
  );
  await made.shut();
  const db = new SqliteDatabase(made.file);
  db.prepare(edit).run({ id: dataset.id });
  db.close();
  await made.open();
  return { ...made, other };
}

it.each([
  ['the dataset itself', 'UPDATE dataset SET body_version = 99 WHERE id = @id'],
  ['what its columns were found to be', 'UPDATE classification SET body_version = 99 WHERE dataset_id = @id'],
  [
    'a decision',
    `UPDATE decision SET body = json_set(body, '$.action', 'delegated') WHERE dataset_id = @id AND column_name = 'email'`,
  ],
  ['everything about its columns', `UPDATE classification SET body = 'none' WHERE dataset_id = @id`],
])(
  'one dataset of which this cannot be read is named, not taken for clean, and takes nothing else down: %s',
  async (_what, edit) => {
    const { client, engine, path, dataset, other } = await oneUnreadable(edit);

    const { differences, notJudged } = await client.records.differences({});
    expect(notJudged).toContainEqual({ what: 'dataset-unreadable', dataset: { id: dataset.id, name: 'people' } });
    expect(differences.map((difference) => difference.dataset.id)).toContain(other.id);

    for (const { rule, state, found } of await client.lawfulness.rules({})) {
      expect([rule, state]).not.toEqual([rule, 'passed']);
      const told = found.find(({ about, reason }) => about.id === dataset.id && reason.code === 'dataset-unreadable');
      expect(told).toMatchObject({ state: 'not-stated', message: expect.stringContaining('“people”') });
    }

    const { datasets, cells } = await client.principles.matrix({});
    expect(datasets.map(({ name }) => name).toSorted()).toEqual(['members', 'people']);
    const ofIt = cells.filter((cell) => cell.dataset === dataset.id);
    expect(ofIt.length).toBeGreaterThan(10);
    expect(ofIt.filter(({ state }) => state === 'passed' || state === 'does-not-apply')).toEqual([]);
    expect(ofIt[0]?.checks[0]?.says).toContain('What is kept of “people” cannot be read');
    expect(cells.filter((cell) => cell.dataset === null && cell.state === 'passed')).toEqual([]);

    const { grantId } = engine.grants.add(path('pack.zip'), 'write');
    const { gaps } = await follow(client.evidence.export({ grantId }));
    expect(gaps.find((gap) => gap.includes('not everything can be read'))).toContain('people');
    const zip = await readZip(path('pack.zip'), 'pack.zip');
    const inventories = zip.paths.filter((file) => file.includes('inventory') && file.endsWith('.json'));
    const texts = await Promise.all(inventories.map(async (file) => (await zip.read(file))!.toString('utf8')));
    zip.close();
    const columnsOf = new Map(
      texts
        .map((text) => JSON.parse(text) as { id: string; columns: unknown[] | null })
        .map((each) => [each.id, each.columns]),
    );
    expect(columnsOf.get(other.id)).toHaveLength(4);
    // Not among them, or said to be unknown: never a dataset without columns.
    expect(columnsOf.get(dataset.id) ?? null).toBeNull();
  },
);
