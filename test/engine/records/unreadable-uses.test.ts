import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { workedWorkspace } from '../journal/worked-workspace.ts';
import { approvedDraft } from './support.ts';

it('a binding that cannot be read takes the pass from what the dataset is for, and is named', async () => {
  const made = await workedWorkspace();
  const { client, dataset } = made;
  const columns = dataset.columns.map(({ name }) => name);
  const bound = { datasetId: dataset.id, purpose: 'P1', columns, needed: true, why: 'For the segments.' } as const;
  const binding = await client.lawfulness.bindColumns({ ...bound, basis: 'contract', justification: 'They joined.' });
  const [purpose] = await client.records.list({ kind: 'purpose' });
  await approvedDraft(client, 'purpose', purpose!.id);
  await approvedDraft(client, 'binding', binding.id);
  const cellsOf = async () =>
    (await client.principles.matrix({})).cells.filter(
      (cell) => cell.dataset === dataset.id && ['G2', 'G3'].includes(cell.control),
    );
  expect((await cellsOf()).flatMap(({ checks }) => checks.map(({ state }) => state))).toContain('passed');

  await made.shut();
  const db = new SqliteDatabase(made.file);
  db.exec(`UPDATE record_version SET body_version = 99 WHERE kind = 'binding'`);
  db.close();
  await made.open();
  const cells = await cellsOf();
  expect(cells.map(({ control, state }) => [control, state])).toEqual([
    ['G2', 'not-stated'],
    ['G3', 'not-stated'],
  ]);
  for (const { checks } of cells) {
    expect(checks.map(({ state }) => state)).not.toContain('passed');
    expect(checks.map(({ says }) => says).join()).toContain(binding.ref);
  }
});
