import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { releaseRecipe, workedWorkspace, type Worked } from './worked-workspace.ts';

/**
 * As another version of Custos would have written it: another version of the body, or fields that this one does not
 * know.
 */
const rewrite = (made: Worked, edit: string): string[] => {
  const db = new SqliteDatabase(made.file);
  db.exec(edit);
  const bodies = ['dataset', 'classification', 'decision', 'release', 'purpose'].flatMap((table) =>
    db.prepare<[], string>(`SELECT body FROM ${table}`).pluck().all(),
  );
  db.close();
  return bodies;
};

it.each([
  [
    'a purpose with a field more',
    `UPDATE purpose SET body = json_set(body, '$.dpia', 'a field of the next version')`,
    { kind: 'purpose', id: 'own', name: 'Our own purpose' },
  ],
  [
    'a purpose of the next version',
    'UPDATE purpose SET body_version = 2',
    { kind: 'purpose', id: 'own', name: 'Our own purpose' },
  ],
  [
    'a dataset without its warnings',
    `UPDATE dataset SET body = json_remove(body, '$.warnings')`,
    { kind: 'dataset', name: 'people' },
  ],
  [
    'a release of a kind to come',
    `UPDATE release SET body = json_set(body, '$.label', 'of a kind to come')`,
    { kind: 'release', name: 'out.csv' },
  ],
  [
    'a decision of a kind to come',
    `UPDATE decision SET body = json_set(body, '$.action', 'delegated') WHERE column_name = 'city'`,
    { kind: 'decision', name: 'city' },
  ],
  ['a classification that is no JSON', `UPDATE classification SET body = 'none'`, { kind: 'classification' }],
])('%s is named, kept and used for nothing', async (_what, edit, named) => {
  const made = await workedWorkspace();
  await made.apply('out.csv');
  await made.shut();
  const bodies = rewrite(made, edit);
  const { notices } = await made.open();
  expect(notices.join(' ')).toContain('from another version of Custos');
  expect(await made.client.workspaces.otherVersions({})).toMatchObject([named]);
  expect(made.verify().problems.map(({ kind }) => kind)).toContain('other-version');
  // Neither what writes over it nor what lists it touches it.
  const { client, dataset } = made;
  const [preset] = await client.purposes.list({});
  const kept = await Promise.allSettled([
    client.purposes.save({ ...preset!, id: 'own', code: 'X1', title: 'Another', preset: false }),
    client.classify.decide({ datasetId: dataset.id, decisions: [{ column: 'city', action: 'accept' }] }),
    client.datasets.setProvenance({ datasetId: dataset.id, channel: null, informedHow: 'x' }),
    (async () => {
      for await (const event of await client.classify.run({ datasetId: dataset.id })) void event;
    })(),
    ...(named.kind === 'purpose' || named.kind === 'release' ? [] : [made.apply('next.csv', releaseRecipe())]),
  ]);
  expect(kept.some(({ status }) => status === 'rejected') || named.kind === 'release').toBe(true);
  expect(made.wrote('next.csv')).toBe(false);
  await made.shut();
  const after = rewrite(made, 'SELECT 1');
  const changed = bodies.find(
    (body) => !after.includes(body) && /next version|"delegated"|of a kind to come|^none$/.test(body),
  );
  expect(changed).toBeUndefined();
});
