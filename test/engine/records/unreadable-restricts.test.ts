import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { releaseRecipe, workedWorkspace } from '../journal/worked-workspace.ts';

it('a binding that cannot be read keeps releases and further bindings back, and is named', async () => {
  const made = await workedWorkspace();
  const { lawfulness, records } = made.client;
  const bind = (columns: string[]) =>
    lawfulness.bindColumns({ datasetId: made.dataset.id, purpose: 'P1', columns, needed: true });
  await bind(['city', 'loyalty_segment']);
  await made.apply('before.csv');
  expect(made.wrote('before.csv')).toBe(true);
  await made.shut();
  const db = new SqliteDatabase(made.file);
  // As a later program leaves it in a sitting that a crash cut off: the log takes it up as it is.
  db.exec(`UPDATE record_draft SET body_version = 9, sitting = '["cells"]' WHERE kind = 'binding'`);
  db.close();
  await made.open();

  await expect(bind(['email'])).rejects.toMatchObject({
    code: 'WORKSPACE_FROM_FUTURE',
    data: { detail: expect.stringContaining('“BD-001”') },
  });
  expect(await records.list({ kind: 'binding' })).toHaveLength(1);
  await expect(
    lawfulness.openTest({ datasetId: made.dataset.id, purpose: 'P2', columns: ['city'] }),
  ).rejects.toMatchObject({ data: { detail: expect.stringContaining('“BD-001”') } });
  await expect(made.apply('after.csv', releaseRecipe())).rejects.toMatchObject({
    code: 'REGISTER_CONTRADICTS',
    data: { detail: expect.stringContaining('BD-001') },
  });
  expect(made.wrote('after.csv')).toBe(false);
  const law01 = (await lawfulness.rules({})).find(({ rule }) => rule === 'R-LAW-01')!;
  expect(law01.found.at(-1)).toMatchObject({ state: 'not-stated', message: expect.stringContaining('BD-001') });
});
